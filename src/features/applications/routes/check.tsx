import { Hono } from 'hono'
import { isolated } from '../../../platform/isolate.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { DECLARATION_WAYS } from '../../../domain/assistance.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Refused } from '../../../domain/result.ts'
import { errorSentences } from '../../../design/form/errors.ts'
import { upToDate } from '../commands/move-draft.ts'
import { sendForHolder } from '../commands/send-for-holder.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { readDeclaration } from '../forms.ts'
import { HOW_FIELD } from '../pages/assistance.tsx'
import { CheckPage, type CheckProps, sectionTitles } from '../pages/check.tsx'
import { draftView } from '../queries/draft.ts'
import { unmetRules } from '../queries/unmet-rules.ts'
import { teamOf } from '../team/queries/team.ts'
import type { DraftView } from '../views.ts'
import { words } from '../words/index.ts'
import { type ApplicationsAround, aroundPage, leadOn, linkedFiles, ownRecord, sentenceOf } from './around.ts'

const NOT_THEIRS: ReadonlySet<string> = new Set(['application/unknown', 'application/not-holder'])

const NOTHING_GIVEN = { 'declaration.true': false, 'declaration.rules': false } as const

/** The check page and `POST /applications/{id}/submission`, which may be pressed twice. */
export function checkRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application/check', async (c) => {
    const { db, now } = request(c)
    const viewer = signedIn(c)
    const view = await upToDate(db, viewer, now, () => draftView(db, viewer, c.req.param('application')))
    return view === null || view.state !== 'draft' ? gone(c) : shown(c, around, view, { given: NOTHING_GIVEN, errors: [] }, 200)
  })

  routes.post('/applications/:application/submission', async (c) => {
    const { db, language, now } = request(c)
    const viewer = signedIn(c)
    const application = c.req.param('application')
    const body = await readForm(c)
    const how = DECLARATION_WAYS.find((one) => one === fieldText(body, HOW_FIELD)) ?? null
    const { declared, given, missing } = readDeclaration(body)
    const own = await submitApplication(db, viewer, { application, declared, language }, now)
    // Who helps is no holder: that is asked only once it was refused, as nearly everybody who sends is one.
    const helps = !own.ok && NOT_THEIRS.has(own.code) && (await ownRecord(c))?.head.membership === 'helper'
    const outcome = helps ? await sendForHolder(db, viewer, { application, how, language }, now) : own
    if (outcome.ok) return seeOther(c, `/applications/${application}/receipt`)
    if (outcome.code === 'application/already-submitted')
      return seeOther(c, `/applications/${application}/receipt`, (await isJustSent(c)) ? undefined : 'already-sent')
    const view = await draftView(db, viewer, application)
    if (view === null || view.state !== 'draft') return gone(c)
    if (outcome.code === 'assistance/undeclared')
      return shown(c, around, view, { given, errors: [{ field: HOW_FIELD, message: sentenceOf(outcome, language) }] }, 422)
    if (outcome.code === 'application/undeclared') {
      const errors = errorSentences(
        missing.map((field) => ({ field, code: 'consent', details: {} })),
        language,
      )
      return shown(c, around, view, { given, errors }, 422)
    }
    return shown(c, around, view, { given, errors: [], refusal: sentenceOf(outcome, language) }, statusOf(outcome))
  })

  return routes
}

/** Seconds within which a second press is the same one: who presses twice is led to the receipt as if once. */
const SAME_PRESS = 60

async function isJustSent(c: AppContext): Promise<boolean> {
  const at = (await ownRecord(c))?.submission?.submittedAt
  return at !== undefined && request(c).now.getTime() - at.getTime() < SAME_PRESS * 1000
}

function statusOf({ code }: Refused): 403 | 410 | 422 {
  if (code === 'application/not-holder') return 403
  return code === 'application/incomplete' ? 422 : 410
}

async function gone(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  return (record === null ? null : leadOn(c, record)) ?? c.notFound()
}

/** Who sends, to a member; only the word of the part while they have no name. */
async function holderName(c: AppContext, view: DraftView): Promise<string> {
  const { db, organisation, language } = request(c)
  const holder = (await teamOf(db, organisation, view.id)).find(({ part }) => part === 'holder')
  const name = holder === undefined ? '' : nameFor(holder, language)
  return name === '' ? words(language)('receipt.holder') : isolated(name, language)
}

async function shown(
  c: AppContext,
  around: ApplicationsAround,
  view: DraftView,
  what: Pick<CheckProps, 'given' | 'errors' | 'refusal'>,
  status: 200 | 403 | 410 | 422,
): Promise<Response> {
  const { language } = request(c)
  const t = words(language)
  const { faults } = view.reading
  const said: Record<string, string> = {}
  for (const question of view.missing) said[question] = t('check.missing')
  for (const { question } of faults) said[question] = t('check.wrong')
  for (const question of view.aside) said[question] = t('check.twice')
  const unready = view.form.sections.filter((section) => section.questions.some((question) => question.code in said)).map((section) => section.code)
  return page(
    c,
    <CheckPage
      {...(await aroundPage(c, around))}
      {...what}
      files={await linkedFiles(c, view)}
      view={view}
      faults={said}
      unmet={await unmetRules(request(c).db, c.var.organisation, view, view.reading.answers)}
      holder={view.membership !== 'member' ? null : await holderName(c, view)}
      unready={sectionTitles(view, unready, language)}
    />,
    status,
  )
}
