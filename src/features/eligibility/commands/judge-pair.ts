/** An officer's word on two applications that resemble each other, and what follows for the rule on duplicates. */
import { sql } from 'kysely'
import { mayDecideEligibility, mayStillDecide } from '../../../domain/eligibility-decision.ts'
import { judgePair as judge, mayLeave, type PairVerdict, standsAgainst } from '../../../domain/likeness.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { verdictsOnPairs } from '../queries/pair-verdicts.ts'

export interface PairInput {
  readonly one: string
  readonly other: string
  readonly same: boolean
  /** Of two applications of one edition, the one that goes on; null when they are different, or of two editions. */
  readonly kept: string | null
  readonly reason: string
  /** Number of the last verdict the officer had before their eyes; 0 when nobody had said anything. */
  readonly seen: number
  /** Whether the officer knows that the application not kept was found eligible. */
  readonly confirmed?: boolean | undefined
}

/**
 * Writes whether two applications are the same person's or the same project. Of two in one edition that are, the one not
 * kept gets the officer's verdict "not met" on the rule on duplicates, with the reason; what stood against the other, and
 * against two that are different, stands no longer. Refuses `likeness/unknown`, `…/verdict-unreasoned`, `…/kept-missing`,
 * `eligibility/reason-too-long`, `…/withdrawn`, `…/published`; `likeness/judged-since` when somebody said otherwise after the
 * page was opened; and `likeness/already-eligible` when the one not kept was found eligible, until that is `confirmed`.
 */
export async function judgePair(db: Database, viewer: SignedIn, input: PairInput, now: Date): Promise<Result<{ seq: number }>> {
  const { organisation, person } = viewer
  if (!isId(input.one) || !isId(input.other) || input.one === input.other) return refused('likeness/unknown')
  const [one, other] = [input.one.toLowerCase(), input.other.toLowerCase()].sort() as [string, string]
  return atomically(db, async (trx) => {
    const mine = (await lockPair(trx, organisation, [one, other])).filter((row) => mayDecideEligibility(viewer, row))
    const [first, second] = mine
    if (first === undefined || second === undefined) return refused('likeness/unknown')
    const together = first.edition === second.edition
    const outcome = await allowed(trx, { first, second, together }, input, now)
    if (!outcome.ok) return outcome
    const seq = input.seen + 1
    const reason = input.reason.trim()
    const written = { organisation, one, other, seq, ...outcome.value, reason, judged_at: now, judged_by: person.id }
    await trx.insertInto('likeness_verdict').values(written).execute()
    if (together) for (const row of mine) await follow(trx, viewer, row, { ...outcome.value, reason, other: row === first ? second : first }, now)
    await auditAll(
      trx,
      mine.map(({ application }) => ({
        organisation,
        stream: application,
        act: 'likeness/judged' as const,
        actor: person.id,
        at: now,
        details: { other: application === one ? other : one, seq, ...outcome.value },
      })),
    )
    return ok({ seq })
  })
}

interface HeldPair {
  /** In the order of their ids. */
  readonly first: Held
  readonly second: Held
  /** Both are of one edition. */
  readonly together: boolean
}

/** The answer that may be written, or the first refusal. */
async function allowed(trx: Trx, { first, second, together }: HeldPair, input: PairInput, now: Date): Promise<Result<PairVerdict>> {
  for (const row of together ? [first, second] : []) {
    const open = mayStillDecide(row, now)
    if (!open.ok) return open
  }
  const [one, other] = [first.application, second.application]
  const outcome = judge({ together, one, other }, input)
  if (!outcome.ok) return outcome
  const before = (await verdictsOnPairs(trx, first.organisation, [{ one: { application: one }, other: { application: other } }])).get(
    `${one} ${other}`,
  )
  if ((before?.seq ?? 0) !== input.seen) return refused('likeness/judged-since')
  const { same, kept } = outcome.value
  const left = !same || !together ? null : kept === one ? second : first
  if (left === null || (await lastChecks(trx, left.organisation, left)).length === 0) return outcome
  const sure = mayLeave(left, input.confirmed === true)
  return sure.ok ? outcome : sure
}

interface Held {
  readonly organisation: string
  readonly application: string
  readonly number: string
  readonly programme: string
  readonly edition: string
  readonly region: string
  readonly withdrawn: boolean
  readonly publishedAt: Date | null
  /** As the last decision says; null before the first. */
  readonly eligible: boolean | null
}

async function lockPair(trx: Trx, organisation: string, pair: readonly string[]): Promise<Held[]> {
  const found = await sql<Held>`
    select s.organisation, s.application, a.number, e.programme, s.edition, s.region,
      (select d.eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1) as eligible,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as withdrawn,
      (select min(p.published_at) from publication p where p.organisation = s.organisation and p.edition = s.edition) as "publishedAt"
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join edition e on e.organisation = s.organisation and e.id = s.edition
    where s.organisation = ${organisation} and s.application = any(${[...pair]}::uuid[])
    order by s.application for update of a`.execute(trx)
  return found.rows
}

interface LastChecks {
  readonly rule: string
  readonly seq: number
  readonly automatic: boolean
  /** The application that an officer's verdict on a pair left this one for. */
  readonly pair: string | null
  /** Numbers that the machine last said it resembles. */
  readonly suspected: readonly string[] | null
}

/** The last verdict on each rule on duplicates, and what the machine last suspected. */
async function lastChecks(trx: Trx, organisation: string, { application, edition }: Held): Promise<LastChecks[]> {
  const found = await sql<LastChecks>`
    select r.code as rule, coalesce(c.seq, 0) as seq, coalesce(c.automatic, true) as automatic, c.facts->>'pair' as pair,
      (select k.facts->'details'->'applications' from eligibility_check k
        where k.organisation = r.organisation and k.application = ${application} and k.rule = r.code and k.automatic order by k.seq desc limit 1) as suspected
    from eligibility_rule r
    left join lateral (select * from eligibility_check k where k.organisation = r.organisation and k.application = ${application} and k.rule = r.code order by k.seq desc limit 1) c on true
    where r.organisation = ${organisation} and r.edition = ${edition} and r.kind = 'duplicate'`.execute(trx)
  return found.rows
}

/** What a verdict on a pair means for the rule on duplicates of one of the two. What an officer wrote on the rule itself is left to them. */
async function follow(trx: Trx, viewer: SignedIn, of: Held, verdict: PairVerdict & { reason: string; other: Held }, now: Date): Promise<void> {
  const { organisation, person } = viewer
  const { application } = of
  const row = (rule: string, seq: number) => ({ organisation, application, rule, seq: seq + 1, checked_at: now })
  for (const { rule, seq, automatic, pair, suspected } of await lastChecks(trx, organisation, of)) {
    if (verdict.same && verdict.kept !== application) {
      const officer = { verdict: 'not-met', automatic: false, reason: verdict.reason, facts: JSON.stringify({ pair: verdict.other.application }) }
      await trx
        .insertInto('eligibility_check')
        .values({ ...row(rule, seq), ...officer, checked_by: person.id })
        .execute()
    } else if ((automatic && suspected !== null) || pair === verdict.other.application) {
      const left = await stillSuspected(trx, organisation, of, suspected ?? [])
      const found =
        left.length === 0
          ? { verdict: 'met', facts: JSON.stringify({ code: 'duplicate/none', details: {} }) }
          : { verdict: 'unclear', facts: JSON.stringify({ code: 'duplicate/suspected', details: { applications: left, count: left.length } }) }
      await trx
        .insertInto('eligibility_check')
        .values({ ...row(rule, seq), ...found, automatic: true, checked_by: null })
        .execute()
    }
  }
}

/** Of the applications the machine suspected, those that no verdict on a pair has cleared. */
async function stillSuspected(trx: Trx, organisation: string, of: Held, suspected: readonly string[]): Promise<string[]> {
  if (suspected.length === 0) return []
  const twins = await trx
    .selectFrom('application')
    .select(['id', 'number'])
    .where('organisation', '=', organisation)
    .where('number', 'in', [...suspected])
    .execute()
  const pairs = twins.map(({ id }) => (id < of.application ? [id, of.application] : [of.application, id]) as [string, string])
  const verdicts = await verdictsOnPairs(
    trx,
    organisation,
    pairs.map(([one, other]) => ({ one: { application: one }, other: { application: other } })),
  )
  return twins
    .filter((_, place) => standsAgainst(of.application, verdicts.get((pairs[place] as [string, string]).join(' ')) ?? null))
    .map(({ number }) => number)
    .sort()
}
