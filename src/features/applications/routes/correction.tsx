import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { DECLARATION_WAYS } from '../../../domain/assistance.ts'
import type { Answer, Answers, Question } from '../../../domain/form.ts'
import type { Refused } from '../../../domain/result.ts'
import { words as designWords } from '../../../design/words/index.ts'
import { isSignedIn, type SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { type Body, cleanText } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { answerMark } from '../answer-mark.ts'
import { answerText, asTyped } from '../answer-text.ts'
import { readAnswer } from '../answers.ts'
import { type CorrectionKept, keepCorrection } from '../commands/keep-correction.ts'
import { touched } from '../commands/save-section.ts'
import { sendCorrection } from '../commands/send-correction.ts'
import { markField, PAGE_FIELD, readAnswersSent, type SentAnswers, TOLD_FIELD, TURN_FIELD } from '../forms.ts'
import { savedText } from '../pages/around.tsx'
import { HOW_FIELD } from '../pages/assistance.tsx'
import { CorrectionPage, NOTE_FIELD, TRUE_FIELD } from '../pages/correction.tsx'
import { correctionView } from '../queries/correction.ts'
import { unmetRules } from '../queries/unmet-rules.ts'
import type { CorrectionView, UnmetRule } from '../views.ts'
import { words } from '../words/index.ts'
import { type ApplicationsAround, aroundPage, faultSentences, linkedFiles, saidOf, sentenceOf } from './around.ts'

const MOST_NOTE = 1000

/** The page of corrections: read, kept while one types or by a button, sent. */
export function correctionRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application/correction', async (c) => {
    const view = await viewOf(c, signedIn(c))
    return view === null ? c.notFound() : correctionPage(c, around, view, { typed: view.open.shown, note: '', how: '' }, 200)
  })

  routes.post('/applications/:application/correction/draft', (c) => written(c, around, keepFor))
  routes.post('/applications/:application/correction', (c) => written(c, around, sendFor))
  routes.patch('/applications/:application/correction/draft', async (c) => {
    c.header('Cache-Control', 'private, no-store')
    return keepAsTyped(c)
  })

  return routes
}

export function viewOf(c: AppContext, viewer: SignedIn): Promise<CorrectionView | null> {
  const { db, now } = request(c)
  return correctionView(db, viewer, c.req.param('application') ?? '', now)
}

interface Came {
  readonly viewer: SignedIn
  readonly view: CorrectionView
  readonly sent: SentAnswers
  readonly note: string
  readonly declared: boolean
  readonly how: string
  /** Codes of the rules that the page said an answer does not meet. */
  readonly told: readonly string[]
}

type Act = (c: AppContext, around: ApplicationsAround, came: Came) => Promise<Response>

/** What a page sent is kept first, whatever its button; then the button's act. */
async function written(c: AppContext, around: ApplicationsAround, act: Act): Promise<Response> {
  const viewer = signedIn(c)
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const view = await viewOf(c, viewer)
  if (view === null) return c.notFound()
  const came = { viewer, view, ...readCorrection(view, body) }
  const { kept, tooLong } = touched(came.sent)
  const outcome = await keepCorrection(db, viewer, { ...came.sent, application: view.id, answers: kept }, now)
  if (!outcome.ok) return refuse(c, around, came, outcome)
  if (tooLong.length > 0) return again(c, around, came, faultSentences(tooLong, language))
  return outcome.value.aside.length > 0 ? twice(c, around, came, outcome.value) : act(c, around, came)
}

function readCorrection(view: CorrectionView, body: Body): Pick<Came, 'sent' | 'note' | 'declared' | 'how' | 'told'> {
  const questions = view.form.sections.flatMap((section) => section.questions)
  return {
    sent: withKept(readAnswersSent(questions, body), questions, view),
    note: cleanText(fieldText(body, NOTE_FIELD)),
    declared: fieldText(body, TRUE_FIELD) === 'yes',
    how: fieldText(body, HOW_FIELD),
    told: fieldText(body, TOLD_FIELD).split(' '),
  }
}

/** A field shows what was sent as a person writes it: left as it was, it still is what is kept. */
function withKept(sent: SentAnswers, questions: readonly Question[], { open, lists }: CorrectionView): SentAnswers {
  const answers = Object.fromEntries(
    Object.entries(sent.answers).map(([code, answer]): [string, Answer] => {
      const question = questions.find((one) => one.code === code)
      const read = question === undefined || !SHOWN_OTHERWISE.has(question.kind) ? null : readAnswer(question, answer, open.shown, lists)
      return [code, read?.ok === true && answerMark(read.value) === sent.known[code] ? read.value : answer]
    }),
  )
  return { ...sent, answers }
}

/** Kinds that `asTyped` writes otherwise than they are kept. */
const SHOWN_OTHERWISE: ReadonlySet<Question['kind']> = new Set(['phone', 'money', 'rib'])

/** What the fields show. */
function writtenIn(view: CorrectionView, typed: Answers): Answers {
  return Object.fromEntries(
    Object.entries(typed).map(([code, answer]) => {
      const question = view.open.questions.find((one) => one.code === code)
      return [code, question === undefined ? answer : asTyped(question, answer)]
    }),
  )
}

const keepFor: Act = async (c, _around, { view }) => seeOther(c, `/applications/${view.id}/correction`, 'correction-kept')

const sendFor: Act = async (c, around, came) => {
  const { db, language, now } = request(c)
  const { viewer, view, note, declared } = came
  const how = DECLARATION_WAYS.find((way) => way === came.how) ?? null
  if (note.length > MOST_NOTE)
    return again(c, around, came, errorSentences([{ field: NOTE_FIELD, code: 'too-long', details: { max: MOST_NOTE } }], language))
  const untold = await untoldRules(c, around, came)
  if (untold !== null) return untold
  const outcome = await sendCorrection(db, viewer, { application: view.id, note, declared, how }, now)
  if (outcome.ok) return seeOther(c, `/applications/${view.id}/receipt`, 'correction-sent')
  const fresh = (await viewOf(c, viewer)) ?? view
  if (outcome.code === 'correction/incomplete') return again(c, around, came, faultSentences(fresh.open.faults, language))
  if (outcome.code === 'correction/undeclared')
    return again(c, around, came, errorSentences([{ field: TRUE_FIELD, code: 'consent', details: {} }], language))
  if (outcome.code === 'assistance/undeclared') return again(c, around, came, [{ field: HOW_FIELD, message: sentenceOf(outcome, language) }])
  if (outcome.code === 'correction/unchanged') return again(c, around, came, [{ field: NOTE_FIELD, message: sentenceOf(outcome, language) }])
  return refuse(c, around, came, outcome)
}

/** Rules of the call that the open answers, as they would be sent, do not meet. */
async function unmetIn(c: AppContext, view: CorrectionView): Promise<UnmetRule[]> {
  const codes = view.open.questions.map(({ code }) => code)
  return (await unmetRules(request(c).db, c.var.organisation, view, view.open.answers)).filter(({ question }) => codes.includes(question))
}

/** The page again where an answer does not meet a rule that it has not told yet: said once, before it is sent; null to go on. */
async function untoldRules(c: AppContext, around: ApplicationsAround, { viewer, view, sent, note, how, told }: Came): Promise<Response | null> {
  const fresh = (await viewOf(c, viewer)) ?? view
  if (!fresh.allowed.ok || fresh.open.faults.length > 0) return null
  const untold = (await unmetIn(c, fresh)).filter(({ rule }) => !told.includes(rule.code))
  if (untold.length === 0) return null
  const refusal = words(c.var.language)('correction.rule-unmet', { count: untold.length })
  return correctionPage(c, around, fresh, { typed: { ...fresh.open.shown, ...sent.answers }, note, how, refusal }, 422)
}

/** Corrections that came twice lead to the receipt; any other "no" gives the page back with all that was typed. */
async function refuse(c: AppContext, around: ApplicationsAround, { view, sent, note, how }: Came, refusal: Refused): Promise<Response> {
  if (refusal.code === 'application/unknown') return c.notFound()
  if (refusal.code === 'correction/already-sent') return seeOther(c, `/applications/${view.id}/receipt`, 'correction-already-sent')
  const typed = { ...view.open.shown, ...sent.answers }
  const status = refusal.code === 'application/not-holder' ? 403 : 410
  return correctionPage(c, around, view, { typed, note, how, refusal: sentenceOf(refusal, c.var.language) }, status)
}

async function again(c: AppContext, around: ApplicationsAround, { viewer, view, sent, note, how }: Came, errors: FormErrors): Promise<Response> {
  const fresh = (await viewOf(c, viewer)) ?? view
  return correctionPage(c, around, fresh, { typed: { ...fresh.open.shown, ...sent.answers }, note, how, errors }, 422)
}

/** Somebody else corrected the same answer meanwhile: what was typed stays in its field, and theirs is shown beside it. */
async function twice(
  c: AppContext,
  around: ApplicationsAround,
  { viewer, view, sent, note, how }: Came,
  { aside }: CorrectionKept,
): Promise<Response> {
  const fresh = (await viewOf(c, viewer)) ?? view
  const { language } = request(c)
  const errors = fresh.open.questions
    .filter(({ code }) => aside.includes(code))
    .map((question) => ({
      field: question.code,
      message: words(language)('correction.meanwhile', { text: answerText(question, fresh.open.shown[question.code], fresh.lists, language) }),
    }))
  return correctionPage(c, around, fresh, { typed: { ...fresh.open.shown, ...sent.answers }, note, how, errors }, 409)
}

interface Shown {
  readonly typed: Answers
  readonly note: string
  readonly how: string
  readonly errors?: FormErrors
  readonly refusal?: string
}

export async function correctionPage(
  c: AppContext,
  around: ApplicationsAround,
  view: CorrectionView,
  { errors = [], ...what }: Shown,
  status: 200 | 403 | 409 | 410 | 413 | 422 | 507,
): Promise<Response> {
  const { language } = request(c)
  const closed = view.allowed.ok ? null : sentenceOf(view.allowed, language)
  const html = (
    <CorrectionPage
      {...(await aroundPage(c, around))}
      {...what}
      typed={writtenIn(view, what.typed)}
      view={view}
      errors={errors}
      closed={closed}
      marks={Object.fromEntries(view.open.questions.map(({ code }) => [code, answerMark(view.open.shown[code])]))}
      unmet={view.allowed.ok ? await unmetIn(c, view) : []}
      page={newId()}
      said={saidOf(c)}
      files={await linkedFiles(c, view)}
      fields={{ page: PAGE_FIELD, turn: TURN_FIELD, told: TOLD_FIELD, mark: markField }}
    />
  )
  return page(c, html, status)
}

/** Keeps the fields that came, as the island of the draft sends them: 200, 409 with `aside`, 401, 404, 410 `{ refused }`. */
async function keepAsTyped(c: AppContext): Promise<Response> {
  const { db, language, now, viewer } = request(c)
  const t = words(language)
  if (!isSignedIn(viewer)) return c.json({ refused: { code: 'sign-in/needed', sentence: designWords(language)('interrupted.title') } }, 401)
  const view = await viewOf(c, viewer)
  if (view === null) return c.json({ refused: { code: 'application/unknown', sentence: t('refusal.application/unknown') } }, 404)
  const { sent } = readCorrection(view, await readForm(c))
  const { kept, tooLong } = touched(sent)
  const outcome = await keepCorrection(db, viewer, { ...sent, application: view.id, answers: kept }, now)
  if (!outcome.ok) return c.json({ refused: { code: outcome.code, sentence: sentenceOf(outcome, language) } }, 410)
  const { aside, savedAt, zone } = outcome.value
  const marked = Object.entries(kept).filter(([question]) => !aside.includes(question))
  const known = Object.fromEntries(marked.map(([question, answer]) => [question, answerMark(answer.length === 0 ? undefined : answer)]))
  const faults = Object.fromEntries(faultSentences(tooLong, language).map((fault) => [fault.field, fault.message]))
  const said = aside.length > 0 ? t('correction.meanwhile-line') : savedText(savedAt, { language, now }, zone)
  return c.json({ savedAt: savedAt.toISOString(), said, known, faults, ...(aside.length > 0 ? { aside } : {}) }, aside.length > 0 ? 409 : 200)
}
