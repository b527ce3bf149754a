/** What the automatic checks read: the rules of the edition, what was submitted, what the programme's own records know. */
import { type RawBuilder, sql } from 'kysely'
import type { EligibilityContext } from '../../../domain/eligibility.ts'
import type { Verdict } from '../../../domain/eligibility.ts'
import type { Answers } from '../../../domain/form.ts'
import type { Scope } from '../../../domain/scope.ts'
import type { Place } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { editionLists } from '../../applications/index.ts'

/** What the rules of an edition are held against; `ageOn` is empty where ages are counted on the day each application is sent. */
export async function contextOf(db: Reader, organisation: string, edition: string, now: Date): Promise<EligibilityContext | null> {
  const call = await db.selectFrom('call').select('age_on').where('organisation', '=', organisation).where('edition', '=', edition).executeTakeFirst()
  if (call === undefined) return null
  const lists = await editionLists(db, organisation, edition, now)
  return { ageOn: call.age_on ?? '', regions: lists.regions, applicantKinds: lists.kinds, sectors: lists.sectors }
}

export interface SubmittedFacts {
  readonly application: string
  readonly answers: Answers
  /** The day ages are counted on: that of the call, else the day it was sent. */
  readonly ageOn: string
  /** The holder of this application holds a project of an earlier edition of the programme. */
  readonly past: boolean
  /** The last verdict on each rule. */
  readonly last: readonly {
    readonly rule: string
    readonly seq: number
    readonly verdict: Verdict
    readonly automatic: boolean
    readonly code: string | null
    readonly details: unknown
    /** Whether it waits for the officer whose own, given before a correction, it follows. */
    readonly confirm: boolean
    readonly checkedAt: string
  }[]
}

/** A submission that was corrected, with what was sent before. */
export interface CorrectedFacts extends SubmittedFacts {
  readonly correctedAt: Date
  /** In the order they were sent. */
  readonly before: readonly { readonly answers: Answers; readonly sentAt: string }[]
}

/** What is known of the submission `s`. The holder is the same person, or has the same name and birth date. */
const KNOWN: RawBuilder<unknown> = sql`s.application, s.answers,
      (select coalesce(c.age_on, (s.submitted_at at time zone c.zone)::date)::text
        from call c where c.organisation = s.organisation and c.edition = s.edition) as "ageOn",
      exists (
        select from offer o
        join edition e on e.organisation = o.organisation and e.id = o.edition
        join edition mine on mine.organisation = s.organisation and mine.id = s.edition
        join project p on p.organisation = o.organisation and p.id = o.project
        join submission was on was.organisation = p.organisation and was.application = p.application
        join application_member h on h.organisation = p.organisation and h.application = p.application and h.part = 'holder'
        join application_member m on m.organisation = s.organisation and m.application = s.application and m.part = 'holder'
        where o.organisation = s.organisation and o.accepted and e.programme = mine.programme and e.ordinal < mine.ordinal
          and (h.person = m.person or (was.born_on = s.born_on and lower(was.holder_name) = lower(s.holder_name)))) as past,
      coalesce((select json_agg(json_build_object('rule', c.rule, 'seq', c.seq, 'verdict', c.verdict, 'automatic', c.automatic, 'code', c.facts->>'code', 'details', c.facts->'details',
          'confirm', c.facts->>'confirm' is not null, 'checkedAt', c.checked_at))
        from (select distinct on (rule) * from eligibility_check k where k.organisation = s.organisation and k.application = s.application order by rule, seq desc) c), '[]') as last`

/** Submissions within the scope that are neither withdrawn nor decided, with what is known of each. */
export async function submittedFacts(db: Reader, organisation: string, place: Place, scope: Scope): Promise<SubmittedFacts[]> {
  const found = await sql<SubmittedFacts>`
    select ${KNOWN}
    from submission s
    where s.organisation = ${organisation} and s.edition = ${place.edition} and ${scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
      and not exists (select from eligibility_decision d where d.organisation = s.organisation and d.application = s.application)
    order by s.submitted_at, s.application`.execute(db)
  return found.rows
}

/** Of some applications those that were corrected after a rule of theirs was read, decided or not; none that was withdrawn. */
export async function correctedFacts(
  db: Reader,
  organisation: string,
  edition: string,
  applications: readonly string[],
): Promise<readonly CorrectedFacts[]> {
  const found = await sql<CorrectedFacts>`
    select ${KNOWN}, s.corrected_at as "correctedAt",
      coalesce((select json_agg(json_build_object('answers', b.answers, 'sentAt', b.sent_at) order by b.seq)
        from submission_before b where b.organisation = s.organisation and b.application = s.application), '[]') as before
    from submission s
    where s.organisation = ${organisation} and s.edition = ${edition} and s.application = any(${[...applications]}::uuid[])
      and exists (select from eligibility_check k where k.organisation = s.organisation and k.application = s.application and k.checked_at < s.corrected_at)
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
    order by s.application`.execute(db)
  return found.rows
}

/** Ids of the submissions within the scope that were ever corrected. */
export async function correctedIn(db: Reader, organisation: string, place: Place, scope: Scope): Promise<string[]> {
  const found = await sql<{ application: string }>`
    select s.application from submission s
    where s.organisation = ${organisation} and s.edition = ${place.edition} and s.corrected_at is not null
      and ${scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`}`.execute(db)
  return found.rows.map((row) => row.application)
}
