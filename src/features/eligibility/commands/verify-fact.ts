/** What an officer writes about a fact of the holder: seen proved, revoked, or an answer to who contests it. */
import { mayDecideEligibility } from '../../../domain/eligibility-decision.ts'
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import { questionOf } from '../../../domain/form-edit.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { factOf, mayAnswerContest, mayRevoke, mayVerify, standing } from '../../../domain/verification.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { verificationsOf } from '../../people/index.ts'
import { type FactNews, tellOfFact } from '../fact-mail.ts'

export interface VerificationInput {
  readonly application: string
  /** Code of the question whose answer was seen proved. */
  readonly question: string
  /** What was seen: 'identity card, original'. */
  readonly basis: string
  /** 'YYYY-MM-DD', or null for good. */
  readonly validUntil: string | null
}

/**
 * States that the answer of the holder was seen proved. What is verified is the answer as sent, never something typed again.
 * Refuses `page/not-found` for what is not the viewer's to check or states no fact, `verification/withdrawn`, `…/own`,
 * `…/no-answer`, `…/no-basis`, `…/past`, `…/stands`.
 */
export async function verifyFact(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: VerificationInput,
  now: Date,
): Promise<Result<{ verification: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holderOf(trx, viewer, place, input.application)
    const question = held === null ? undefined : questionOf(held.definition, input.question)
    const fact = question === undefined ? null : factOf(question)
    if (held === null || fact === null) return refused('page/not-found')
    const answer = held.answers[input.question]
    const value = typeof answer === 'string' ? answer : ''
    const today = dayIn(now, held.zone)
    const stands = standing(await verificationsOf(trx, organisation, held.person), fact, today)
    const facts = { answer: value, withdrawn: held.withdrawn, own: held.person === person.id, standing: stands, today }
    const allowed = mayVerify(facts, input)
    if (!allowed.ok) return allowed
    const id = newId(now)
    const { application, question: code, validUntil } = input
    await trx
      .insertInto('verification')
      .values({
        organisation,
        id,
        person: held.person,
        fact,
        value,
        basis: input.basis.trim(),
        valid_until: validUntil,
        application,
        question: code,
        verified_at: now,
        verified_by: person.id,
      })
      .execute()
    await audit(trx, {
      organisation,
      stream: application,
      act: 'verification/recorded',
      actor: person.id,
      at: now,
      details: { verification: id, fact },
    })
    return ok({ verification: id })
  })
}

export interface OnVerification {
  readonly application: string
  readonly verification: string
}

/** Revokes a verification of the holder of this application, whoever wrote it; its person is told why. Refuses `page/not-found`, `verification/revoked`, `…/no-reason`. */
export async function revokeVerification(
  db: Database,
  viewer: SignedIn,
  place: Place,
  { application, verification, reason }: OnVerification & { readonly reason: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const named = await verificationNamed(trx, viewer, place, { application, verification })
    if (named === null) return refused('page/not-found')
    const { held, found } = named
    const allowed = mayRevoke(found, reason)
    if (!allowed.ok) return allowed
    await trx
      .insertInto('verification_revocation')
      .values({ organisation, verification, reason: reason.trim(), revoked_at: now, revoked_by: person.id })
      .execute()
    await audit(trx, {
      organisation,
      stream: application,
      act: 'verification/revoked',
      actor: person.id,
      at: now,
      details: { verification, fact: found.fact },
    })
    await tell(trx, held, organisation, { what: 'revoked', fact: found.fact, says: reason.trim() }, now)
    return ok(null)
  })
}

/** Answers who contests, and lets the verification stand; to give them right it is revoked instead. Refuses `page/not-found`, `verification/revoked`, `…/not-contested`, `…/no-contest-answer`. */
export async function answerContest(
  db: Database,
  viewer: SignedIn,
  place: Place,
  { application, verification, answer }: OnVerification & { readonly answer: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const named = await verificationNamed(trx, viewer, place, { application, verification })
    if (named === null) return refused('page/not-found')
    const { held, found } = named
    const allowed = mayAnswerContest(found, answer)
    if (!allowed.ok) return allowed
    await trx
      .updateTable('verification_contest')
      .set({ answer: answer.trim(), answered_at: now, answered_by: person.id })
      .where('organisation', '=', organisation)
      .where('verification', '=', verification)
      .where('answered_at', 'is', null)
      .execute()
    await audit(trx, {
      organisation,
      stream: application,
      act: 'verification/upheld',
      actor: person.id,
      at: now,
      details: { verification, fact: found.fact },
    })
    await tell(trx, held, organisation, { what: 'upheld', fact: found.fact, says: answer.trim() }, now)
    return ok(null)
  })
}

interface Holder {
  readonly person: string
  readonly email: string | null
  readonly language: 'ar' | 'fr' | 'en'
  readonly answers: Answers
  readonly definition: FormDefinition
  readonly withdrawn: boolean
  readonly zone: string
}

/** A verification of the holder of an application; null where either is not there. */
async function verificationNamed(trx: Trx, viewer: SignedIn, place: Place, { application, verification }: OnVerification) {
  const held = await holderOf(trx, viewer, place, application)
  const found = held === null ? undefined : (await verificationsOf(trx, viewer.organisation, held.person)).find(({ id }) => id === verification)
  return held === null || found === undefined ? null : { held, found }
}

/** The holder of an application sent, locked: of two officers at once the second finds what the first wrote. Null when it is not the viewer's to check. */
async function holderOf(trx: Trx, viewer: SignedIn, place: Place, application: string): Promise<Holder | null> {
  if (!isId(application)) return null
  const row = await trx
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'a.organisation').onRef('c.id', '=', 'a.call'))
    .innerJoin('form_version as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.id', '=', 's.form_version'))
    .innerJoin('application_member as m', (join) => join.onRef('m.organisation', '=', 's.organisation').onRef('m.application', '=', 's.application'))
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .leftJoin('withdrawal as w', (join) => join.onRef('w.organisation', '=', 's.organisation').onRef('w.application', '=', 's.application'))
    .select(['m.person', 'p.email', 'p.language', 's.answers', 's.region', 'f.definition', 'w.withdrawn_at', 'c.zone'])
    .where('s.organisation', '=', viewer.organisation)
    .where('s.edition', '=', place.edition)
    .where('s.application', '=', application)
    .where('m.part', '=', 'holder')
    .forUpdate('p')
    .executeTakeFirst()
  if (row === undefined || !mayDecideEligibility(viewer, { ...place, region: row.region })) return null
  const { person, email, language, answers, definition, zone } = row
  return {
    person,
    email,
    language,
    answers: answers as Answers,
    definition: definition as FormDefinition,
    withdrawn: row.withdrawn_at !== null,
    zone,
  }
}

async function tell(trx: Trx, { person, email, language }: Holder, organisation: string, news: FactNews, now: Date): Promise<void> {
  if (email !== null) await tellOfFact(trx, { organisation, person, email, language }, news, now)
}
