/** The public pages of a call that is still being written, as a visitor would see them on its opening day. */
import { USUAL_APPEAL_DAYS } from '../../../domain/appeal.ts'
import { Hono } from 'hono'
import type { Html } from '#html'
import { errorSentences } from '../../../design/form/errors.ts'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/respond.ts'
import { dayIn, daysLeft, promisedInstant } from '../../../platform/time/time.ts'
import { editionDraft, LeftToWrite, publicFrame, readDocument } from '../../programme/index.ts'
import { CallPage } from '../pages/call.tsx'
import { NotYetPage } from '../pages/not-yet.tsx'
import { RulesPage } from '../pages/rules.tsx'
import { nextReading, sessionsIn } from '../queries.ts'
import { quickQuestions, readQuickCheck } from '../quick-check.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'

export const previewRoutes = new Hono<AppEnv>()

previewRoutes.get('/desk/editions/:draft/preview', (c) => callShown(c, new URLSearchParams()))

// The check before the form can be tried too; nothing of it is kept.
previewRoutes.post('/desk/editions/:draft/preview', async (c) => {
  const body = await readForm(c)
  return callShown(c, new URLSearchParams(Object.keys(body).map((name): [string, string] => [name, fieldText(body, name)])))
})

previewRoutes.get('/desk/editions/:draft/preview/rules', (c) =>
  shown(c, ({ language, frame, path, call, said }) => <RulesPage language={language} frame={frame} path={path} call={call} said={said} />),
)

function callShown(c: AppContext, typed: URLSearchParams): Promise<Response> {
  return shown(c, ({ language, frame, path, call, said, left }) => {
    const questions = quickQuestions(call.content, language)
    const answers = readQuickCheck(questions, call.content, typed, call.today)
    const check = { questions, answers, errors: errorSentences(answers?.faults ?? [], language) }
    return <CallPage language={language} frame={frame} path={path} call={call} check={check} said={said} left={left} />
  })
}

interface Shown {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly call: CallView
  readonly said: string
  /** What remains before the edition can be used. */
  readonly left: Html
}

async function shown(c: AppContext, html: (what: Shown) => Html): Promise<Response> {
  const { db, language, path, now, organisation, viewer, config } = request(c)
  const draft = await editionDraft(db, signedIn(c), c.req.param('draft') ?? '', now)
  if (draft === null) return c.notFound()
  const frame = await publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
  const file = readDocument(draft.document)
  const left = <LeftToWrite language={language} draft={draft} />
  if (file !== null) return page(c, html({ language, frame, path, call: openingDay(file, draft), said: words(language)('preview.note'), left }))
  const base = `/desk/editions/${draft.id}`
  return page(
    c,
    <NotYetPage language={language} frame={frame} path={path} base={base}>
      {left}
    </NotYetPage>,
  )
}

type File = NonNullable<ReturnType<typeof readDocument>>
type Draft = NonNullable<Awaited<ReturnType<typeof editionDraft>>>

/** The call at the moment it opens. */
function openingDay(file: File, draft: Draft): CallView {
  const { budgetLines: _inside, ...content } = file
  const { call, edition } = file
  const instant = (wall: string): Date => {
    const promised = promisedInstant({ wall, zone: call.zone })
    return promised.ok ? promised.instant : new Date(0)
  }
  const opensAt = instant(call.opens)
  const today = dayIn(opensAt, call.zone)
  return {
    home: `/desk/editions/${draft.id}/preview`,
    preview: true,
    extensions: [],
    closing: null,
    answers: [],
    edition: {
      id: draft.id,
      slug: edition.slug,
      ordinal: edition.ordinal,
      year: edition.year,
      name: edition.name,
      programme: draft.id,
      programmeName: file.programme.name,
      currency: edition.currency,
      places: edition.places,
      zone: draft.zone,
      place: { programme: draft.id, edition: draft.id },
    },
    times: { publishedAt: opensAt, opensAt, deadlineAt: call.deadline === null ? null : instant(call.deadline), graceSeconds: call.graceSeconds },
    content: { ...content, calendar: content.calendar.filter((entry) => entry.public) },
    results: false,
    appealDays: content.edition.appealDays ?? USUAL_APPEAL_DAYS,
    state: 'open',
    today,
    daysLeft: call.deadline === null ? null : daysLeft(today, call.deadline.slice(0, 10)),
    reading: call.deadline === null ? nextReading(content.calendar, today) : null,
    sessions: sessionsIn(call.sessions),
  }
}
