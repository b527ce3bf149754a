/** What an officer writes about one application: verdicts on its rules, the decision. */
import { sql } from 'kysely'
import {
  type DecisionFacts,
  type DecisionInput,
  decideEligibility as decide,
  mayContradict,
  mayDecideEligibility,
  type RuleVerdict,
  recordVerdict as record,
  type StandingReadings,
} from '../../../domain/eligibility-decision.ts'
import type { Verdict } from '../../../domain/eligibility.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { STANDING_READINGS } from '../queries/standing-readings.ts'
import { CORRECTED_BY } from '../queries/correction-expected.ts'
import { isId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { documentsOfApplication } from '../queries/documents.ts'
import { refusalLeft } from '../queries/refusal-told.ts'
import { rereadCorrected } from './reread-corrected.ts'
import { restoreReadings, setReadingsAside } from './set-aside.ts'

export interface VerdictInput {
  readonly application: string
  readonly rule: string
  readonly verdict: Verdict
  readonly reason: string
  /** Number of the verdict the officer had before their eyes; left out by who has just read it. */
  readonly seen?: number | undefined
}

/** Writes an officer's verdict on one rule. Refuses `eligibility/unknown`, `…/withdrawn`, `…/published`, `…/unknown-rule`, `…/reason-too-long { rules }`, `…/verdict-unreasoned { rules }`, `…/already-eligible`. */
export async function recordVerdict(db: Database, viewer: SignedIn, place: Place, input: VerdictInput, now: Date): Promise<Result<{ seq: number }>> {
  const outcome = await recordVerdicts(db, viewer, place, input.application, [input], now)
  return outcome.ok ? ok({ seq: outcome.value.seqs[0] as number }) : outcome
}

/**
 * Writes several verdicts of one application, all or none; refusals as above, the first found, and `eligibility/judged-since`
 * when a verdict is another than the one `seen`. "Not met" on an application already found eligible waits until it is `confirmed`.
 */
export async function recordVerdicts(
  db: Database,
  viewer: SignedIn,
  place: Place,
  application: string,
  verdicts: readonly Omit<VerdictInput, 'application'>[],
  now: Date,
  confirmed = false,
): Promise<Result<{ seqs: number[] }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await lockCorrected(trx, viewer, place, application, now)
    if (held === null) return refused('eligibility/unknown')
    const since = verdicts.filter(({ rule, seen }) => seen !== undefined && seen !== (held.seqs.get(rule) ?? 0)).map(({ rule }) => rule)
    if (since.length > 0) return refused('eligibility/judged-since', { rules: since, count: since.length })
    const allowed = allWritten(held.facts, verdicts, now)
    if (!allowed.ok) return allowed
    const sure = mayContradict(verdicts, { eligible: held.facts.eligible === true, confirmed })
    if (!sure.ok) return sure
    const rows = verdicts.map(({ rule, verdict, reason }) => ({
      organisation,
      application,
      rule,
      seq: (held.seqs.get(rule) ?? 0) + 1,
      verdict,
      automatic: false,
      reason: reason.trim(),
      checked_at: now,
      checked_by: person.id,
    }))
    if (rows.length === 0) return ok({ seqs: [] })
    await trx.insertInto('eligibility_check').values(rows).execute()
    const details = { verdicts: Object.fromEntries(rows.map((row) => [row.rule, row.verdict])) }
    await audit(trx, { organisation, stream: application, act: 'eligibility/verdict-recorded', actor: person.id, at: now, details })
    return ok({ seqs: rows.map((row) => row.seq) })
  })
}

/** The first verdict that may not be written; of those that lack a reason, all are named. */
function allWritten(facts: DecisionFacts, verdicts: readonly Omit<VerdictInput, 'application'>[], now: Date): Result<null> {
  const refusals = verdicts.flatMap((verdict) => {
    const outcome = record(facts, verdict, now)
    return outcome.ok ? [] : [{ rule: verdict.rule, outcome }]
  })
  const [first] = refusals
  if (first === undefined) return ok(null)
  const { code, details } = first.outcome
  if (code === 'eligibility/reason-too-long') return refused(code, { ...details, rules: [first.rule] })
  if (code !== 'eligibility/verdict-unreasoned') return first.outcome
  return refused(code, { rules: refusals.flatMap(({ rule, outcome }) => (outcome.code === code ? [rule] : [])) })
}

export interface EligibilityInput {
  readonly application: string
  readonly eligible: boolean
  readonly ground: string | null
  readonly reason: string
  /** Number of the decision the officer had before their eyes, 0 for none; left out by who has just read it. */
  readonly seen?: number
  /** Whether it was confirmed that what reviewers handed in counts no more. */
  readonly confirmed?: boolean | undefined
}

/**
 * Decides that an application is eligible or not; a decision before it stays on record. Refuses `eligibility/unknown`,
 * `…/withdrawn`, `…/published`, `…/verdicts-missing`, `…/rule-not-met`, `…/documents-awaited`, `…/ground-missing`,
 * `…/reason-missing`, `…/reason-too-long`, `…/corrections-expected`, `…/refusal-left`, `…/selection-sealed`, `…/under-review { readers, panel }`,
 * `…/readings-handed-in { count }` until it is `confirmed`, and `…/decided-since` when the last decision is another than the one `seen`.
 */
export async function decideEligibility(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: EligibilityInput,
  now: Date,
): Promise<Result<{ seq: number }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await lockCorrected(trx, viewer, place, input.application, now)
    if (held === null) return refused('eligibility/unknown')
    if (input.seen !== undefined && input.seen !== held.decision) return refused('eligibility/decided-since')
    const documents = (await documentsOfApplication(trx, organisation, input.application)) ?? []
    const left = await refusalLeft(trx, organisation, input.application)
    const outcome = decide({ ...held.facts, documents, refusalLeft: left }, input, now)
    if (!outcome.ok) return outcome
    const seq = await writeDecision(trx, viewer, input.application, outcome.value, now)
    const { eligible, ground } = outcome.value
    await audit(trx, {
      organisation,
      stream: input.application,
      act: eligible ? 'eligibility/accepted' : 'eligibility/refused',
      actor: person.id,
      at: now,
      details: { seq, ground },
    })
    return ok({ seq })
  })
}

/** Writes a decision the domain allowed, after those before it, and what it makes of the readings and of an interview that was arranged; answers its number. */
export async function writeDecision(trx: Trx, viewer: SignedIn, application: string, decision: DecisionInput, now: Date): Promise<number> {
  const { organisation, person } = viewer
  const before = await trx
    .selectFrom('eligibility_decision')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .executeTakeFirst()
  const seq = (before?.seq ?? 0) + 1
  const { eligible, ground, reason } = decision
  await trx
    .insertInto('eligibility_decision')
    .values({ organisation, application, seq, eligible, ground, reason, decided_at: now, decided_by: person.id })
    .execute()
  if (!eligible) {
    await setReadingsAside(trx, { organisation, application, decision: seq, by: person.id }, now)
    await enqueue(trx, 'interview-call-off', { organisation, application })
  } else if (seq > 1) await restoreReadings(trx, organisation, application)
  return seq
}

export interface Held {
  /** `eligible`: as the last decision says; null before the first. */
  readonly facts: DecisionFacts & { readonly eligible: boolean | null }
  /** Last number of a verdict, by rule. */
  readonly seqs: ReadonlyMap<string, number>
  /** Number of the last decision; 0 before the first. */
  readonly decision: number
}

interface FactsRow {
  region: string
  withdrawn: boolean
  published_at: Date | null
  readings: StandingReadings
  sealed: boolean
  eligible: boolean | null
  decision: number
  corrected_by: Date | null
  rules: string[]
  verdicts: (RuleVerdict & { seq: number })[]
}

/** As `lockFacts`, after what was corrected since it was read has been read anew: nobody judges by findings older than the answers. */
export async function lockCorrected(trx: Trx, viewer: SignedIn, place: Place, application: string, now: Date): Promise<Held | null> {
  if ((await lockFacts(trx, viewer, place, application)) === null) return null
  await rereadCorrected(trx, viewer.organisation, place.edition, [application], now)
  return lockFacts(trx, viewer, place, application)
}

/** Locks the application and reads what a decision depends on; null when it does not exist or is not the viewer's to decide. */
export async function lockFacts(trx: Trx, viewer: SignedIn, place: Place, application: string): Promise<Held | null> {
  if (!isId(application)) return null
  await trx.selectFrom('application').select('id').where('organisation', '=', viewer.organisation).where('id', '=', application).forUpdate().execute()
  const found = await sql<FactsRow>`
    select s.region,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as withdrawn,
      (select min(p.published_at) from publication p where p.organisation = s.organisation and p.edition = s.edition) as published_at,
      ${STANDING_READINGS} as readings,
      exists (select from selection_seal l where l.organisation = s.organisation and l.edition = s.edition) as sealed,
      (select d.eligible from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1) as eligible,
      (select coalesce(max(d.seq), 0) from eligibility_decision d where d.organisation = s.organisation and d.application = s.application) as decision,
      ${CORRECTED_BY} as corrected_by,
      coalesce((select json_agg(code order by position, code) from eligibility_rule r where r.organisation = s.organisation and r.edition = s.edition), '[]') as rules,
      coalesce((select json_agg(json_build_object('rule', c.rule, 'verdict', c.verdict, 'automatic', c.automatic, 'reason', c.reason, 'seq', c.seq))
        from (select distinct on (rule) * from eligibility_check k where k.organisation = s.organisation and k.application = s.application order by rule, seq desc) c), '[]') as verdicts
    from submission s
    where s.organisation = ${viewer.organisation} and s.edition = ${place.edition} and s.application = ${application}`.execute(trx)
  const row = found.rows[0]
  if (row === undefined || !mayDecideEligibility(viewer, { ...place, region: row.region })) return null
  const { rules, verdicts, withdrawn, readings, sealed, eligible, published_at, corrected_by } = row
  return {
    facts: { rules, verdicts, withdrawn, readings, sealed, eligible, publishedAt: published_at, correctedBy: corrected_by },
    seqs: new Map(verdicts.map(({ rule, seq }) => [rule, seq])),
    decision: row.decision,
  }
}
