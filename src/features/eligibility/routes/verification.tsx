/** The facts of a holder at the desk: seen proved, revoked, answered for. They are there for officers who may decide. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences, namedErrors } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import type { Refused, Result } from '../../../domain/result.ts'
import { factOf } from '../../../domain/verification.ts'
import { cleanText, date, line, parse } from '../../../platform/input/form.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { answerContest, revokeVerification, verifyFact } from '../commands/verify-fact.ts'
import { NOTHING_SAID, VerificationPage, type VerificationTyped } from '../pages/verification.tsx'
import { eligibilityPage } from '../queries/eligibility-page.ts'
import { factMarks } from '../queries/verification.ts'
import { words } from '../words/index.ts'

const LONGEST = 1000
const PATH = '/desk/:edition/eligibility/:application/verifications/:question'
const checkForm = z.object({ basis: line({ max: 500 }), until: date({ required: false }) })

interface Came {
  readonly typed?: VerificationTyped
  readonly errors?: FormErrors
  readonly refusal?: Refused
}

export const verificationRoutes = new Hono<AppEnv>()

function room(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

async function show(c: AppContext, at: StaffRoom, { typed = NOTHING_SAID, errors = [], refusal }: Came = {}): Promise<Response> {
  const { db, organisation, language, now } = request(c)
  const t = words(language)
  const [application, code] = [c.req.param('application') ?? '', c.req.param('question') ?? '']
  const view = await eligibilityPage(db, at.viewer, at.edition.place, application, language)
  const row = view?.sheet.flatMap(({ rows }) => rows).find(({ question }) => question.code === code)
  const fact = row === undefined ? null : factOf(row.question)
  if (view === null || row === undefined || fact === null || !view.mayDecide) return c.notFound()
  const marks = await factMarks(db, organisation, application, view.sheet, dayIn(now, at.edition.zone))
  const said = `said.${c.req.query('said') ?? ''}`
  const props = {
    language,
    frame: at.frame,
    path: `/desk/${at.edition.slug}/eligibility/${application}/verifications/${code}`,
    slug: at.edition.slug,
    zone: at.edition.zone,
    number: view.number,
    application,
    fact,
    question: { label: row.label, answer: row.text },
    mark: marks[code] ?? { is: 'none' as const, verified: null, all: [] },
    typed,
    errors,
    refusal: refusal === undefined ? undefined : refusalIn(t, language)(refusal),
    said: t.has(said) ? t.any(said) : undefined,
  }
  return page(c, <VerificationPage {...props} />, errors.length > 0 || refusal !== undefined ? 422 : 200)
}

async function done(c: AppContext, at: StaffRoom, outcome: Result<unknown>, word: string, typed: VerificationTyped): Promise<Response> {
  const { edition, application, question } = c.req.param() as Record<string, string>
  if (outcome.ok) return seeOther(c, `/desk/${edition}/eligibility/${application}/verifications/${question}`, word)
  return outcome.code === 'page/not-found' ? c.notFound() : show(c, at, { typed, refusal: outcome })
}

verificationRoutes.get(PATH, async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : show(c, at)
})

verificationRoutes.post(PATH, async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, now, language } = request(c)
  const t = words(language)
  const body = await readForm(c)
  const box = (part: string): string => fieldText(body, `until.${part}`)
  const typed = { ...NOTHING_SAID, basis: fieldText(body, 'basis'), until: { day: box('day'), month: box('month'), year: box('year') } }
  const form = parse(checkForm, body)
  if (!form.ok) {
    const names = { basis: t('verification.basis'), until: t('verification.until') }
    return show(c, at, { typed, errors: namedErrors(errorSentences(form.errors, language), names, language) })
  }
  const { basis, until } = form.value
  const input = { application: c.req.param('application'), question: c.req.param('question'), basis, validUntil: until }
  return done(c, at, await verifyFact(db, at.viewer, at.edition.place, input, now), 'fact-verified', typed)
})

/** What was written and is too long to be kept, named at its field; none when it fits. */
function tooLong(c: AppContext, field: string, text: string): FormErrors {
  if (text.length <= LONGEST) return []
  return errorSentences([{ field, code: 'too-long', details: { max: LONGEST, count: text.length } }], c.var.language)
}

verificationRoutes.post(`${PATH}/:verification/revocation`, async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { application, verification } = c.req.param()
  const reason = cleanText(fieldText(await readForm(c), `reason-${verification}`))
  const errors = tooLong(c, `reason-${verification}`, reason)
  if (errors.length > 0) return show(c, at, { typed: { ...NOTHING_SAID, says: reason }, errors })
  const outcome = await revokeVerification(request(c).db, at.viewer, at.edition.place, { application, verification, reason }, c.var.now)
  return done(c, at, outcome, 'fact-revoked', { ...NOTHING_SAID, says: reason })
})

verificationRoutes.post(`${PATH}/:verification/contest-answer`, async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { application, verification } = c.req.param()
  const answer = cleanText(fieldText(await readForm(c), `answer-${verification}`))
  const errors = tooLong(c, `answer-${verification}`, answer)
  if (errors.length > 0) return show(c, at, { typed: { ...NOTHING_SAID, says: answer }, errors })
  const outcome = await answerContest(request(c).db, at.viewer, at.edition.place, { application, verification, answer }, c.var.now)
  return done(c, at, outcome, 'fact-upheld', { ...NOTHING_SAID, says: answer })
})
