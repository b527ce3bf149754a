import { Hono } from 'hono'
import { type Answers, sectionOf } from '../../../domain/form.ts'
import { inLanguage } from '../../../domain/language.ts'
import { isSignedIn, type SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { answerText } from '../answer-text.ts'
import { type AnswerFault, sectionWarnings } from '../answers.ts'
import { saveSection } from '../commands/save-section.ts'
import { FROM_FIELD, GO_FIELD, markField, PAGE_FIELD, readAnswersSent, type SentAnswers, TURN_FIELD } from '../forms.ts'
import { formOfVersion } from '../form-version.ts'
import { InterruptedPage, TooLatePage } from '../pages/interrupted.tsx'
import { SectionPage, type SectionProps } from '../pages/section.tsx'
import { sectionView } from '../queries/draft.ts'
import { editionLists } from '../queries/edition-lists.ts'
import type { SectionView } from '../views.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { words } from '../words/index.ts'
import { type ApplicationsAround, aroundPage, faultSentences, leadOn, linkedFiles, marksOf, ownRecord, saidOf, sentenceOf } from './around.ts'

/** One topic a page: shown, and saved with a button. */
export function sectionRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application/sections/:section', async (c) => {
    const viewer = signedIn(c)
    const view = await viewOf(c, viewer)
    if (view === null) return gone(c)
    return shown(c, around, view, { typed: view.answers, page: newId(), from: c.req.query('from') === 'check' ? 'check' : null }, 200)
  })

  routes.post('/applications/:application/sections/:section', async (c) => {
    const { viewer } = request(c)
    const body = await readForm(c)
    if (!isSignedIn(viewer)) return page(c, <InterruptedPage {...(await aroundPage(c, around))} fields={fieldsOf(body)} />, 401)
    const view = await viewOf(c, viewer)
    return view === null ? tooLate(c, around, body) : save(c, around, viewer, view, body)
  })

  return routes
}

function viewOf(c: AppContext, viewer: SignedIn): Promise<SectionView | null> {
  return sectionView(request(c).db, viewer, c.req.param('application') ?? '', c.req.param('section') ?? '')
}

/** No draft, or no such section: an application already sent leads to its receipt, all else is not found. */
async function gone(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  return (record === null ? null : leadOn(c, record)) ?? c.notFound()
}

/** What was typed for an application that is no draft any more: nothing changes, and the page gives it back, to copy. */
async function tooLate(c: AppContext, around: ApplicationsAround, body: Body): Promise<Response> {
  const { db, organisation, language } = request(c)
  const record = await ownRecord(c)
  const form = record === null ? null : await formOfVersion(db, organisation, record.formVersion)
  const section = form === null ? undefined : sectionOf(form, c.req.param('section') ?? '')
  if (record === null || section === undefined || record.head.state === 'draft') return c.notFound()
  const { answers } = readAnswersSent(section.questions, body)
  const lists = await editionLists(db, organisation, record.head.edition.id)
  const typed = section.questions.map((question) => ({
    label: inLanguage(question.label, language).text,
    text: answerText(question, answers[question.code], lists, language),
  }))
  const code = record.head.state === 'withdrawn' ? 'application/withdrawn' : 'application/already-submitted'
  const html = (
    <TooLatePage
      {...(await aroundPage(c, around))}
      view={record.head}
      refusal={words(language)(`refusal.${code}`)}
      typed={typed.filter(({ text }) => text !== '')}
    />
  )
  return page(c, html, 410)
}

type Shown = Pick<SectionProps, 'typed' | 'page' | 'from'> & {
  readonly marks?: Readonly<Record<string, string>>
  readonly faults?: readonly AnswerFault[]
  readonly refusal?: string
  /** A sentence about a question, ready to be read. */
  readonly errors?: FormErrors
}

/** The page of a section: what was typed, what is wrong. */
export async function shown(
  c: AppContext,
  around: ApplicationsAround,
  view: SectionView,
  { marks, faults = [], errors = [], ...what }: Shown,
  status: 200 | 409 | 410 | 413 | 422 | 507,
): Promise<Response> {
  const { language } = request(c)
  const html = (
    <SectionPage
      {...(await aroundPage(c, around))}
      {...what}
      view={view}
      marks={marks ?? marksOf(view.section, view.answers)}
      errors={[...errors, ...faultSentences(faults, language)]}
      files={await linkedFiles(c, view)}
      doubts={faultSentences(sectionWarnings(view.section, what.typed), language)}
      said={saidOf(c)}
      fields={{ page: PAGE_FIELD, turn: TURN_FIELD, from: FROM_FIELD, go: GO_FIELD, mark: markField }}
    />
  )
  return page(c, html, status)
}

async function save(c: AppContext, around: ApplicationsAround, viewer: SignedIn, view: SectionView, body: Body): Promise<Response> {
  const { db, language, now } = request(c)
  const sent = readAnswersSent(view.section.questions, body)
  const from = fieldText(body, FROM_FIELD) === 'check' ? 'check' : null
  const typed: Answers = { ...view.answers, ...sent.answers }
  const outcome = await saveSection(db, viewer, { ...sent, application: view.id, section: view.section.code }, now)
  if (!outcome.ok) {
    if (outcome.code === 'application/unknown') return c.notFound()
    return shown(c, around, view, { typed, page: sent.page, from, marks: sent.known, refusal: sentenceOf(outcome, language) }, 410)
  }
  const { aside, asked, faults } = outcome.value
  if (aside.length > 0) return seeOther(c, `/applications/${view.id}/versions`)
  if (fieldText(body, GO_FIELD) === 'list') return seeOther(c, `/applications/${view.id}`, 'section-saved')
  if (fieldText(body, GO_FIELD) === 'more') return seeOther(c, `/applications/${view.id}/sections/${view.section.code}`, 'section-saved')
  if (asked.some((code) => !(code in sent.answers))) return seeOther(c, `/applications/${view.id}/sections/${view.section.code}`, 'more-asked')
  if (faults.length > 0) return again(c, around, viewer, view, sent, { typed, page: newId(), from, faults })
  if (from === 'check') return seeOther(c, `/applications/${view.id}/check`)
  return seeOther(
    c,
    view.next === null ? `/applications/${view.id}` : `/applications/${view.id}/sections/${view.next}`,
    view.next === null ? 'section-saved' : undefined,
  )
}

/** The same page with what was typed and what is wrong; it was saved as typed, so the marks are those of what is kept now. */
async function again(
  c: AppContext,
  around: ApplicationsAround,
  viewer: SignedIn,
  before: SectionView,
  sent: SentAnswers,
  what: Shown,
): Promise<Response> {
  const view = (await viewOf(c, viewer)) ?? before
  return shown(c, around, view, { ...what, typed: { ...view.answers, ...sent.answers } }, 422)
}

/** Fields as they came, for a page that gives them back. */
function fieldsOf(body: Body): [string, string][] {
  return Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]))
}
