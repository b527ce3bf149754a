/** Asking a team to correct what it sent; putting the day off; taking the request back. */
import { sql } from 'kysely'
import {
  askCorrections as ask,
  type CorrectingFacts,
  mayBeLastDay,
  putOffCorrections as putOff,
  recallCorrections as recall,
} from '../../../domain/correction.ts'
import { mayDecideEligibility } from '../../../domain/eligibility-decision.ts'
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import { askedIn } from '../../../domain/form-asked.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { dayIn, formatDate, promisedInstant } from '../../../platform/time/time.ts'
import { type CorrectionNews, correctionMail, correctionStanding, editionLists, type LastRequest, tellTeam } from '../../applications/index.ts'
import { refusalTold } from '../queries/refusal-told.ts'
import { inEach } from '../../messages/index.ts'

export interface CorrectionAsked {
  readonly application: string
  /** Codes of the questions to correct or complete. */
  readonly questions: readonly string[]
  /** What is wrong, as the team reads it. */
  readonly reason: string
  /** The last day, 'YYYY-MM-DD': until its end, by the clock of the call. */
  readonly day: string
}

/**
 * Asks for corrections and writes to the whole team. Refuses `eligibility/unknown`, `correction/withdrawn`,
 * `…/published`, `…/under-review`, `…/already-open`, `…/no-question`, `…/unknown-question`, `…/reason-missing`,
 * `…/day-past`, `…/day-too-far`, `…/refusal-told`.
 */
export function askCorrections(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: CorrectionAsked,
  origin: string,
  now: Date,
): Promise<Result<{ request: string; told: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await sentApplication(trx, viewer, place, input.application)
    if (held === null) return refused('eligibility/unknown')
    const dueAt = endOfDay(input.day, held.zone)
    if (dueAt === null) return refused('correction/day-past')
    const asked = askedIn(held.form, held.answers, await editionLists(trx, organisation, place.edition, held.sentAt))
    const questions = [...new Set(input.questions)]
    const allowed = ask(
      { ...held.facts, asked, refusalTold: await refusalTold(trx, organisation, input.application) },
      { questions, reason: input.reason, dueAt },
      now,
    )
    if (!allowed.ok) return allowed
    const near = mayBeLastDay(input.day, dayIn(now, held.zone))
    if (!near.ok) return near
    const request = { organisation, id: newId(now), application: input.application, questions, reason: input.reason.trim() }
    await trx
      .insertInto('correction_request')
      .values({ ...request, seq: (held.last?.seq ?? 0) + 1, asked_at: now, asked_by: person.id })
      .execute()
    await setDay(trx, viewer, { request: request.id, seq: 1, day: input.day, dueAt }, now)
    const told = await tell(trx, held, { news: 'asked', questions, reason: request.reason, day: input.day }, origin, now)
    const details = { request: request.id, questions, day: input.day, told }
    await audit(trx, { organisation, stream: input.application, act: 'correction/asked', actor: person.id, at: now, details })
    return ok({ request: request.id, told })
  })
}

/** Puts the last day off, and writes to the team. Refuses `eligibility/unknown`, `correction/unknown`, `…/already-sent`, `…/recalled`, `…/day-past`, `…/day-too-far`, `…/day-not-later` and as for asking. */
export function putOffCorrections(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly application: string; readonly day: string },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await sentApplication(trx, viewer, place, input.application)
    if (held === null) return refused('eligibility/unknown')
    const { last } = held
    if (last === null) return refused('correction/unknown')
    const dueAt = endOfDay(input.day, held.zone)
    if (dueAt === null) return refused('correction/day-past')
    const allowed = putOff({ ...held.facts, last }, dueAt, now)
    if (!allowed.ok) return allowed
    const near = mayBeLastDay(input.day, dayIn(now, held.zone))
    if (!near.ok) return near
    await setDay(trx, viewer, { request: last.id, seq: last.daySeq + 1, day: input.day, dueAt }, now)
    await tell(trx, held, { news: 'put-off', questions: last.questions, reason: last.reason, day: input.day }, origin, now)
    const details = { request: last.id, from: last.day, to: input.day }
    await audit(trx, { organisation, stream: input.application, act: 'correction/put-off', actor: person.id, at: now, details })
    return ok(null)
  })
}

/** Takes a request back: nothing is expected any more, and the team is told. Refuses `eligibility/unknown`, `correction/unknown`, `…/already-sent`, `…/recalled`. */
export function recallCorrections(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly application: string },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await sentApplication(trx, viewer, place, input.application)
    if (held === null) return refused('eligibility/unknown')
    const { last } = held
    if (last === null) return refused('correction/unknown')
    const allowed = recall(last, now)
    if (!allowed.ok) return allowed
    await trx.insertInto('correction_recall').values({ organisation, request: last.id, recalled_at: now, recalled_by: person.id }).execute()
    if (!held.facts.withdrawn) await tell(trx, held, { news: 'recalled', questions: last.questions, reason: last.reason, day: last.day }, origin, now)
    await audit(trx, {
      organisation,
      stream: input.application,
      act: 'correction/recalled',
      actor: person.id,
      at: now,
      details: { request: last.id },
    })
    return ok(null)
  })
}

/** The last millisecond of a day by the clock of a zone; null for what is no day. */
function endOfDay(day: string, zone: string): Date | null {
  const end = promisedInstant({ wall: `${day}T23:59:59`, zone })
  return end.ok ? new Date(end.instant.getTime() + 999) : null
}

interface SentRow {
  region: string
  sentAt: Date
  number: string
  zone: string
  language: Language
  edition: Trilingual
  answers: Answers
  form: FormDefinition
}

interface Sent extends SentRow {
  readonly organisation: string
  readonly application: string
  readonly facts: CorrectingFacts
  readonly last: LastRequest | null
}

/** Locks what was sent; null when it does not exist or is not this officer's to check. */
async function sentApplication(trx: Trx, viewer: SignedIn, place: Place, application: string): Promise<Sent | null> {
  if (!isId(application)) return null
  const { organisation } = viewer
  // Who gives applications to reviewers holds the edition: the two wait for each other, so that none is given while it is asked.
  await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', place.edition).forShare().execute()
  await trx.selectFrom('application').select('id').where('organisation', '=', organisation).where('id', '=', application).forUpdate().execute()
  const found = await sql<SentRow>`
    select s.region, s.submitted_at as "sentAt", a.number, c.zone, s.language, e.name as edition, s.answers, f.definition as form
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join call c on c.organisation = a.organisation and c.id = a.call
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    where s.organisation = ${organisation} and s.edition = ${place.edition} and s.application = ${application}`.execute(trx)
  const row = found.rows[0]
  if (row === undefined || !mayDecideEligibility(viewer, { ...place, region: row.region })) return null
  const standing = await correctionStanding(trx, organisation, application)
  return standing === null ? null : { ...row, ...standing, organisation, application }
}

async function setDay(
  trx: Trx,
  { organisation, person }: SignedIn,
  { request, seq, day, dueAt }: { request: string; seq: number; day: string; dueAt: Date },
  now: Date,
): Promise<void> {
  await trx.insertInto('correction_day').values({ organisation, request, seq, day, due_at: dueAt, set_at: now, set_by: person.id }).execute()
}

function tell(
  trx: Trx,
  held: Sent,
  told: { news: CorrectionNews; questions: readonly string[]; reason: string; day: string },
  origin: string,
  now: Date,
): Promise<number> {
  const mail = correctionMail({ ...held, ...told }, held.language, origin)
  const message = { kind: `correction-${told.news}`, language: held.language, ...mail }
  const phone = { zone: held.zone, news: { what: 'correction' as const, by: inEach((language) => formatDate(told.day, language)) } }
  return tellTeam(trx, held.organisation, held.application, message, now, told.news === 'recalled' ? undefined : phone)
}
