/** Trying the form of an edition that is still being written. The answers go from page to page and are kept nowhere. */
import { Hono } from 'hono'
import { ageDay } from '../../../domain/call.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { type Answer, type Answers, type FormDefinition, type Section, sectionOf } from '../../../domain/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/respond.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { editionDraft, LeftToWrite } from '../../programme/index.ts'
import { readAnswers, sectionFaults, sectionWarnings } from '../answers.ts'
import { readAnswersSent } from '../forms.ts'
import { PreviewListPage, PreviewSectionPage } from '../pages/preview.tsx'
import type { EditionLists } from '../views.ts'
import { type ApplicationsAround, faultSentences } from './around.ts'

interface Trial {
  readonly draft: NonNullable<Awaited<ReturnType<typeof editionDraft>>>
  readonly form: FormDefinition
  readonly lists: EditionLists
  readonly base: string
}

export function previewRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/desk/editions/:draft/preview/form', async (c) => {
    const trial = await trialOf(c)
    if (trial === null) return c.notFound()
    const left = <LeftToWrite language={c.var.language} draft={trial.draft} />
    return page(c, <PreviewListPage language={c.var.language} frame={await around.frame(c)} base={trial.base} form={trial.form} left={left} />)
  })

  routes.get('/desk/editions/:draft/preview/form/:section', async (c) => {
    const trial = await trialOf(c)
    const code = c.req.param('section')
    return trial === null || sectionOf(trial.form, code) === undefined ? c.notFound() : shown(c, around, trial, code, {}, false)
  })

  routes.post('/desk/editions/:draft/preview/form/:section', async (c) => {
    const trial = await trialOf(c)
    const section = trial === null ? undefined : sectionOf(trial.form, c.req.param('section'))
    if (trial === null || section === undefined) return c.notFound()
    const body = await readForm(c)
    const answers = { ...carriedAnswers(fieldText(body, 'preview.answers'), trial.form), ...readAnswersSent(section.questions, body).answers }
    const wrong = trialFaults(section, answers, readAnswers(trial.form, answers, trial.lists)).length > 0
    const next = trial.form.sections[trial.form.sections.indexOf(section) + 1]
    return shown(c, around, trial, wrong ? section.code : (next ?? section).code, answers, wrong)
  })

  return routes
}

async function trialOf(c: AppContext): Promise<Trial | null> {
  const { db, now } = request(c)
  const draft = await editionDraft(db, signedIn(c), c.req.param('draft') ?? '', now)
  return draft === null
    ? null
    : { draft, form: draft.document.form, lists: listsOf(draft.document, dayIn(now, draft.zone)), base: `/desk/editions/${draft.id}/preview` }
}

/** The lists questions draw from, as far as they are written. */
function listsOf({ edition, call, regions, sectors, applicantKinds, strands = [] }: EditionDocument, today: string): EditionLists {
  return {
    currency: edition.currency || 'MAD',
    ageOn: ageDay(call, today),
    regions,
    sectors,
    kinds: applicantKinds,
    strands: strands.map((strand) => ({ ...strand, ceiling: strand.ceiling || null })),
  }
}

/** Files are not given in a trial, so none is missing. */
function trialFaults(section: Section, answers: Answers, reading: ReturnType<typeof readAnswers>): ReturnType<typeof sectionFaults> {
  const files = new Set(section.questions.filter(({ kind }) => kind === 'file').map(({ code }) => code))
  return sectionFaults(section, answers, reading).filter(({ question }) => !files.has(question))
}

async function shown(c: AppContext, around: ApplicationsAround, trial: Trial, code: string, answers: Answers, wrong: boolean): Promise<Response> {
  const { language } = c.var
  const section = sectionOf(trial.form, code) as FormDefinition['sections'][number]
  const reading = readAnswers(trial.form, answers, trial.lists)
  const html = (
    <PreviewSectionPage
      language={language}
      frame={await around.frame(c)}
      base={trial.base}
      form={trial.form}
      section={section}
      asked={reading.asked}
      answers={answers}
      carried={JSON.stringify(answers)}
      lists={trial.lists}
      errors={wrong ? faultSentences(trialFaults(section, answers, reading), language) : []}
      doubts={wrong ? faultSentences(sectionWarnings(section, answers), language) : []}
    />
  )
  return page(c, html, wrong ? 422 : 200)
}

/** What came from the page before, of the shapes answers have; anything else is passed over. */
function carriedAnswers(text: string, form: FormDefinition): Answers {
  let sent: unknown
  try {
    sent = JSON.parse(text)
  } catch {
    return {}
  }
  if (typeof sent !== 'object' || sent === null) return {}
  const known = form.sections.flatMap((section) => section.questions.map(({ code }) => code))
  const kept = known.flatMap((code): [string, Answer][] => {
    const answer = Object.hasOwn(sent, code) ? (sent as Record<string, unknown>)[code] : undefined
    return isAnswer(answer) ? [[code, answer]] : []
  })
  return Object.fromEntries(kept)
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value === 'string') return true
  if (!Array.isArray(value)) return false
  return value.every((one) => typeof one === 'string') || value.every(isRow)
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((cell) => typeof cell === 'string')
}
