import { Hono } from 'hono'
import { type Answers, sectionOf } from '../../../domain/form.ts'
import { questionsOf } from '../../../domain/form-move.ts'
import { inLanguage } from '../../../domain/language.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, pairsOf, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { answerText, optionName } from '../answer-text.ts'
import { type AnswerFault, sectionWarnings } from '../answers.ts'
import { upToDate } from '../commands/move-draft.ts'
import { saveDraft } from '../commands/save-draft.ts'
import { saveSection, touched } from '../commands/save-section.ts'
import { FROM_FIELD, GO_FIELD, markField, PAGE_FIELD, questionsNamed, readAnswersSent, type SentAnswers, TOLD_FIELD, TURN_FIELD } from '../forms.ts'
import { formOfApplication, formOfPage, formOfVersion } from '../form-version.ts'
import { NotTheirsPage, TooLatePage } from '../pages/interrupted.tsx'
import { hereIn } from '../presence/routes.ts'
import { SectionPage, type SectionProps } from '../pages/section.tsx'
import { sectionView } from '../queries/draft.ts'
import { editionLists } from '../queries/edition-lists.ts'
import { hasLeft } from '../queries/has-left.ts'
import { unmetRules } from '../queries/unmet-rules.ts'
import type { SectionView, UnmetRule } from '../views.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { words } from '../words/index.ts'
import { verifiedNotes } from './verified-notes.ts'
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
    const viewer = signedIn(c)
    const body = await readForm(c)
    const view = await viewOf(c, viewer)
    if (view !== null) return save(c, around, viewer, view, body)
    return (await sectionGone(c, viewer, body)) ?? tooLate(c, around, body)
  })

  return routes
}

function viewOf(c: AppContext, viewer: SignedIn): Promise<SectionView | null> {
  const { db, now } = request(c)
  return upToDate(db, viewer, now, () => sectionView(db, viewer, c.req.param('application') ?? '', c.req.param('section') ?? ''))
}

/** A section that the corrected form has no more: what was typed in it is kept, each answer where its question is now. */
async function sectionGone(c: AppContext, viewer: SignedIn, body: Body): Promise<Response | null> {
  const { db, organisation, now } = request(c)
  const application = c.req.param('application') ?? ''
  const named = questionsNamed(body)
  const held = named.length === 0 ? null : await formOfPage(db, organisation, application, named)
  if (held === null) return null
  const sent = readAnswersSent(held.questions, body)
  const saved = await saveDraft(db, viewer, { ...sent, application, answers: touched(sent).kept, formVersion: held.formVersion }, now)
  return saved.ok ? seeOther(c, `/applications/${application}`, 'form-changed') : null
}

/** No draft, or no such section: an application already sent leads to its receipt, all else is not found. */
async function gone(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  return (record === null ? null : leadOn(c, record)) ?? c.notFound()
}

/** What was typed for an application that is no draft any more: nothing changes, and the page gives it back, to copy. */
async function tooLate(c: AppContext, around: ApplicationsAround, body: Body): Promise<Response> {
  const { db, organisation, language, now } = request(c)
  const record = await ownRecord(c)
  if (record === null) return notTheirs(c, around, body)
  const section = sectionOf(await formOfVersion(db, organisation, record.formVersion), c.req.param('section') ?? '')
  if (section === undefined || record.head.state === 'draft') return c.notFound()
  const { answers } = readAnswersSent(section.questions, body)
  const lists = await editionLists(db, organisation, record.head.edition.id, now)
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

/**
 * What was typed for an application that is not, or no longer, the viewer's: given back to copy. Whoever was in its team
 * reads its questions beside the answers; to anybody else the page says nothing but what they sent.
 */
async function notTheirs(c: AppContext, around: ApplicationsAround, body: Body): Promise<Response> {
  const { db, organisation, language } = request(c)
  const application = c.req.param('application') ?? ''
  const left = await hasLeft(db, signedIn(c), application)
  const form = left ? await formOfApplication(db, organisation, application) : null
  const questions = form === null ? undefined : questionsOf(form.form)
  const typed = pairsOf(body).flatMap(([name, text]) => {
    const question = questions?.get(name.split('.')[0] ?? '')
    const isAnswer = !/^(?:known|draft)\./.test(name) && text.trim() !== ''
    if (!isAnswer) return []
    return [{ label: question === undefined ? '' : inLanguage(question.label, language).text, text: optionName(question?.options, text, language) }]
  })
  if (typed.length === 0) return c.notFound()
  const refusal = words(language)(left ? 'saved.not-yours' : 'interrupted.not-theirs')
  return page(c, <NotTheirsPage {...(await aroundPage(c, around))} refusal={refusal} typed={typed} />, 404)
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
      verified={await verifiedNotes(c, view)}
      unmet={await unmetIn(c, view)}
      doubts={faultSentences(sectionWarnings(view.section, what.typed), language)}
      said={saidOf(c)}
      here={await hereIn(c, view)}
      fields={{ page: PAGE_FIELD, turn: TURN_FIELD, from: FROM_FIELD, go: GO_FIELD, told: TOLD_FIELD, mark: markField }}
    />
  )
  return page(c, html, status)
}

async function save(c: AppContext, around: ApplicationsAround, viewer: SignedIn, view: SectionView, body: Body): Promise<Response> {
  const { db, language, now } = request(c)
  // A page opened before the form was corrected may hold questions that now stand elsewhere, or nowhere.
  const held = await formOfPage(db, viewer.organisation, view.id, questionsNamed(body))
  const sent = readAnswersSent(held?.questions ?? view.section.questions, body)
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
  const untold = await untoldRule(c, viewer, view, body)
  if (untold !== null) return seeOther(c, `/applications/${view.id}/sections/${view.section.code}${from === null ? '' : `?from=${from}`}`, untold)
  if (from === 'check') return seeOther(c, `/applications/${view.id}/check`)
  return seeOther(
    c,
    view.next === null ? `/applications/${view.id}` : `/applications/${view.id}/sections/${view.next}`,
    view.next === null ? 'section-saved' : undefined,
  )
}

async function unmetIn(c: AppContext, view: SectionView): Promise<UnmetRule[]> {
  const codes = view.section.questions.map(({ code }) => code)
  return (await unmetRules(request(c).db, c.var.organisation, view, view.reading.answers)).filter(({ question }) => codes.includes(question))
}

/** What to say, and where, when an answer just saved does not meet a rule that the page has not told yet; null to go on. */
async function untoldRule(c: AppContext, viewer: SignedIn, before: SectionView, body: Body): Promise<string | null> {
  const told = fieldText(body, TOLD_FIELD).split(' ')
  const found = await unmetIn(c, (await viewOf(c, viewer)) ?? before)
  const untold = found.find(({ rule }) => !told.includes(rule.code))
  return untold === undefined ? null : `${found.length === 1 ? 'rule-unmet' : 'rules-unmet'}#${untold.question}`
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
