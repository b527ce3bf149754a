/** Asking for corrections of one application, putting their last day off, taking the request back. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import { mayBeLastDay } from '../../../domain/correction.ts'
import { mayDecideEligibility } from '../../../domain/eligibility-decision.ts'
import { inLanguage } from '../../../domain/language.ts'
import { type Refused, refused } from '../../../domain/result.ts'
import { type Body, cleanText, type DateBoxes, readDate } from '../../../platform/input/form.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { applicationWords } from '../../applications/index.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { askCorrections, putOffCorrections, recallCorrections } from '../commands/ask-corrections.ts'
import { CorrectionDayPage, CorrectionRequestPage, QUESTIONS, type RequestProps, type RequestTyped } from '../pages/correction-request.tsx'
import { correctionsOf } from '../queries/corrections.ts'
import { eligibilityPage } from '../queries/eligibility-page.ts'
import type { CorrectionLine, EligibilityView } from '../views.ts'
import { words } from '../words/index.ts'

export const correctionRoutes = new Hono<AppEnv>()

const MOST_REASON = 2000
const NOTHING: RequestTyped = { questions: [], reason: '', day: { day: '', month: '', year: '' } }

interface At {
  readonly room: StaffRoom
  readonly view: EligibilityView
  /** The last request; undefined when there is none. */
  readonly last: CorrectionLine | undefined
}

/** The application of who decides about it; null for anybody else. */
async function placeOf(c: AppContext): Promise<At | null> {
  const { db, language, path, now } = request(c)
  const room = await staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
  if (room === null) return null
  const view = await eligibilityPage(db, room.viewer, room.edition.place, c.req.param('application') ?? '', language)
  if (view === null || !mayDecideEligibility(room.viewer, { ...room.edition.place, region: view.region })) return null
  const place = { ...room.edition.place, region: view.region }
  const { lines } = await correctionsOf(db, room.viewer, place, view.application, language, now)
  return { room, view, last: lines[0] }
}

function sentence(c: AppContext, refusal: Refused): string {
  const { language } = c.var
  const own = words(language)
  const said = refusalIn(own, language)(refusal)
  return said === refusal.code ? refusalIn(applicationWords(language), language)(refusal) : said
}

type Came = Pick<RequestProps, 'typed' | 'errors' | 'refusal'>

function propsOf(c: AppContext, { room, view }: At, came: Came): RequestProps {
  const { language, path } = request(c)
  return { language, frame: room.frame, path, slug: room.edition.slug, view, ...came }
}

const base = '/desk/:edition/eligibility/:application/correction'

correctionRoutes.get(base, async (c) => {
  const at = await placeOf(c)
  return at === null ? c.notFound() : asking(c, at, { typed: fromDocuments(at), errors: [] })
})

/** What the check of the documents found is proposed: those still to be corrected are ticked, and the reason says what was said of each. */
function fromDocuments({ view }: At): RequestTyped {
  const wrong = view.documents.filter(({ stands }) => stands === 'to-correct')
  const t = words(view.language)
  const said = wrong.map(({ name, last }) => {
    const reason = last?.reason ?? ''
    return wrong.length === 1 ? reason : t('corrections.of-document', { document: inLanguage(name, view.language).text, reason })
  })
  return { ...NOTHING, questions: wrong.map(({ question }) => question), reason: said.join('\n').slice(0, MOST_REASON) }
}

function asking(c: AppContext, at: At, came: Came): Response {
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <CorrectionRequestPage {...propsOf(c, at, came)} />, wrong ? 422 : 200)
}

correctionRoutes.post(base, async (c) => {
  const at = await placeOf(c)
  if (at === null) return c.notFound()
  const { db, config, now, language } = request(c)
  const body = await readForm(c)
  const typed = { questions: ticked(body), reason: cleanText(fieldText(body, 'reason')), day: boxes(body) }
  const day = readDate(typed.day)
  const errors = [
    ...(typed.questions.length > 0 ? [] : blamed(c, refused('correction/no-question')).errors),
    ...reasonErrors(c, typed.reason),
    ...(day.ok ? dayErrors(c, at, day.value) : errorSentences([{ field: 'day', code: day.code, details: day.details }], language)),
  ]
  if (!day.ok || errors.length > 0) return asking(c, at, { typed, errors })
  const input = { application: at.view.application, questions: typed.questions, reason: typed.reason, day: day.value }
  const outcome = await askCorrections(db, at.room.viewer, at.room.edition.place, input, config.origin, now)
  return outcome.ok
    ? done(c, at, outcome.value.told === 0 ? 'corrections-asked-by-voice' : 'corrections-asked')
    : asking(c, at, { typed, ...blamed(c, outcome) })
})

function reasonErrors(c: AppContext, reason: string): FormErrors {
  if (reason === '') return blamed(c, refused('correction/reason-missing')).errors
  if (reason.length <= MOST_REASON) return []
  return errorSentences([{ field: 'reason', code: 'too-long', details: { max: MOST_REASON, count: reason.length } }], c.var.language)
}

/** A day that cannot be the last is said together with what else is missing, not one page later. */
function dayErrors(c: AppContext, { room }: At, day: string): FormErrors {
  const near = mayBeLastDay(day, dayIn(c.var.now, room.edition.zone))
  return near.ok ? [] : blamed(c, near).errors
}

/** The boxes of all groups of the form: `questions.<group>`. */
function ticked(body: Body): string[] {
  return Object.entries(body).flatMap(([name, value]) => (/^questions(\.\d+)?$/.test(name) ? value : []))
}

function boxes(body: Body): DateBoxes {
  return { day: fieldText(body, 'day.day'), month: fieldText(body, 'day.month'), year: fieldText(body, 'day.year') }
}

const FIELDS: Readonly<Record<string, string>> = {
  'correction/no-question': QUESTIONS,
  'correction/unknown-question': QUESTIONS,
  'correction/reason-missing': 'reason',
  'correction/day-past': 'day',
  'correction/day-too-far': 'day',
  'correction/day-not-later': 'day',
}

/** A refusal stands beside the field it is about, or above the page. */
function blamed(c: AppContext, refusal: Refused): { errors: FormErrors; refusal?: string } {
  const field = FIELDS[refusal.code]
  const message = sentence(c, refusal)
  return field === undefined ? { errors: [], refusal: message } : { errors: [{ field, message }] }
}

function done(c: AppContext, { room, view }: At, said: string): Response {
  return seeOther(c, `/desk/${room.edition.slug}/eligibility/${view.application}`, said)
}

correctionRoutes.get(`${base}/day`, async (c) => {
  const at = await placeOf(c)
  return at === null || at.last === undefined ? c.notFound() : puttingOff(c, at, at.last, { typed: NOTHING, errors: [] })
})

function puttingOff(c: AppContext, at: At, last: CorrectionLine, came: Came): Response {
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <CorrectionDayPage {...propsOf(c, at, came)} standing={last.day} />, wrong ? 422 : 200)
}

correctionRoutes.post(`${base}/day`, async (c) => {
  const at = await placeOf(c)
  if (at === null || at.last === undefined) return c.notFound()
  const { db, config, now, language } = request(c)
  const typed = { ...NOTHING, day: boxes(await readForm(c)) }
  const day = readDate(typed.day)
  if (!day.ok)
    return puttingOff(c, at, at.last, { typed, errors: errorSentences([{ field: 'day', code: day.code, details: day.details }], language) })
  const input = { application: at.view.application, day: day.value }
  const outcome = await putOffCorrections(db, at.room.viewer, at.room.edition.place, input, config.origin, now)
  return outcome.ok ? done(c, at, 'corrections-put-off') : puttingOff(c, at, at.last, { typed, ...blamed(c, outcome) })
})

correctionRoutes.post(`${base}/removal`, async (c) => {
  const at = await placeOf(c)
  if (at === null) return c.notFound()
  const { db, config, now } = request(c)
  const outcome = await recallCorrections(db, at.room.viewer, at.room.edition.place, { application: at.view.application }, config.origin, now)
  if (outcome.ok) return done(c, at, 'corrections-recalled')
  return outcome.code === 'correction/already-sent' ? done(c, at, 'corrections-came-first') : done(c, at, 'corrections-none')
})
