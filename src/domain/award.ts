/** Awards: money promised to a project from one budget line, the agreement that binds it, the instalments it is paid in. */
import { amountOf, exceeds, hundredths, minus, partsOf, times } from './money.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Role, type Viewer } from './viewer.ts'

const READERS: readonly Role[] = [...OFFICERS, 'finance', 'approver', 'donor', 'auditor']
/** Who reads the money of an edition. */
export function maySeeMeans(viewer: Viewer, place: Place): boolean {
  return holds(viewer, READERS, place)
}

/** Who awards, records agreements and accepted reports, and releases what will not be paid. */
export function mayAward(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

const BUDGETERS: readonly Role[] = ['administrator', 'director', 'finance']
/** Who writes budget lines. */
export function mayWriteLines(viewer: Viewer, place: Place): boolean {
  return holds(viewer, BUDGETERS, place)
}

export const AWARD_KINDS = ['seed', 'prize'] as const
/** Seed fund, under the ceiling of the edition; or a prize, with its rank. */
export type AwardKind = (typeof AWARD_KINDS)[number]

/** What must hold before an instalment is paid. */
export type Condition = 'signature' | 'accepted-report' | 'none'

export interface PlannedInstalment {
  readonly position: number
  readonly amount: string
  readonly condition: Condition
}

/** What a line promised and did not take back. */
export interface LineFacts {
  readonly currency: string
  /** Amount less what is promised and not released. */
  readonly remaining: string
}

export interface SeedTerms {
  readonly amount: string
  /** Percentage paid at the signature, more than 0 and at most 100; the rest on an accepted report. */
  readonly firstShare: string
}

export interface EditionTerms {
  readonly currency: string
  /** Seed fund at most for one project. */
  readonly seedCeiling: string
}

export interface Candidate {
  readonly admitted: boolean
  /** Day of the departure, or null. */
  readonly leftOn: string | null
  /** Whether it has an award of this kind already. */
  readonly already: boolean
}

/** The instalments of a seed fund: a share at the signature, the rest on an accepted report. Refuses a share of which nothing would be left to pay. */
export function seedInstalments({ amount, firstShare }: SeedTerms): Result<PlannedInstalment[]> {
  const first = hundredths(firstShare)
  if (first <= 0n || first > 10000n) return refused('award/impossible-share')
  if (first === 10000n) return ok([{ position: 1, amount: amountOf(hundredths(amount)), condition: 'signature' }])
  const [now, later] = partsOf(amount, [firstShare, amountOf(10000n - first)]) as [string, string]
  if (!exceeds(now, '0') || !exceeds(later, '0')) return refused('award/impossible-share')
  return ok([
    { position: 1, amount: now, condition: 'signature' },
    { position: 2, amount: later, condition: 'accepted-report' },
  ])
}

/** Whether a project may be awarded anything: admitted, not left, and not awarded the same before. */
export function awardable(project: Candidate): Result<null> {
  if (!project.admitted) return refused('award/not-admitted')
  if (project.leftOn !== null) return refused('award/project-left')
  return project.already ? refused('award/already-made') : ok(null)
}

/** The terms of a seed fund, whoever gets it: in the currency of the edition, at most its ceiling. */
export function seedTerms(line: LineFacts, edition: EditionTerms, terms: SeedTerms): Result<PlannedInstalment[]> {
  if (line.currency !== edition.currency) return refused('award/other-currency', { currency: edition.currency })
  if (!exceeds(terms.amount, '0')) return refused('award/nothing')
  if (exceeds(terms.amount, edition.seedCeiling)) return refused('award/above-ceiling', { ceiling: edition.seedCeiling })
  return seedInstalments(terms)
}

/** The strand of a project, as far as its money goes. */
export interface StrandFacts {
  readonly code: string
  readonly name: string
  /** Seed fund at most for one project of it; null: what the edition says. */
  readonly ceiling: string | null
  /** Envelope less the seed funds promised to its projects and not released; null for none. */
  readonly remaining: string | null
}

/** The seed funds of some projects of a strand, of an amount each, are within its ceiling and its envelope. */
export function withinStrand({ name, ceiling, remaining }: StrandFacts, amount: string, projects: number): Result<null> {
  if (ceiling !== null && exceeds(amount, ceiling)) return refused('award/above-strand-ceiling', { strand: name, ceiling })
  const needed = times(amount, projects)
  if (remaining === null || !exceeds(needed, remaining)) return ok(null)
  const left = exceeds(remaining, '0') ? remaining : '0.00'
  return refused('award/above-envelope', { strand: name, remaining: left, missing: minus(needed, left) })
}

/** A seed fund for one project. `strand` is null where the edition has none, or the project chose none. */
export function awardSeed(
  project: Candidate,
  line: LineFacts,
  edition: EditionTerms,
  terms: SeedTerms,
  strand: StrandFacts | null,
): Result<PlannedInstalment[]> {
  const allowed = awardable(project)
  if (!allowed.ok) return allowed
  const instalments = seedTerms(line, edition, terms)
  if (!instalments.ok) return instalments
  const within = strand === null ? ok(null) : withinStrand(strand, terms.amount, 1)
  if (!within.ok) return within
  return exceeds(terms.amount, line.remaining) ? refused('award/line-too-short', { remaining: line.remaining }) : instalments
}

/** The same seed fund for many projects: all of them or none. `strands` are those of the projects, with how many are of each. */
export function awardSeeds(
  count: number,
  line: LineFacts,
  edition: EditionTerms,
  terms: SeedTerms,
  strands: readonly (StrandFacts & { readonly projects: number })[],
): Result<PlannedInstalment[]> {
  const instalments = seedTerms(line, edition, terms)
  if (!instalments.ok) return instalments
  if (count === 0) return refused('award/nobody')
  for (const strand of strands) {
    const within = withinStrand(strand, terms.amount, strand.projects)
    if (!within.ok) return within
  }
  const needed = times(terms.amount, count)
  if (!exceeds(needed, line.remaining)) return instalments
  return refused('award/line-too-short-for-all', { missing: minus(needed, line.remaining), remaining: line.remaining })
}

/** A prize: paid whole, without a condition. Each rank of an edition is given once. */
export function awardPrize(project: Candidate, line: LineFacts, amount: string, rankTaken: boolean): Result<PlannedInstalment[]> {
  const allowed = awardable(project)
  if (!allowed.ok) return allowed
  if (rankTaken) return refused('award/rank-taken')
  if (!exceeds(amount, '0')) return refused('award/nothing')
  if (exceeds(amount, line.remaining)) return refused('award/line-too-short', { remaining: line.remaining })
  return ok([{ position: 1, amount: amountOf(hundredths(amount)), condition: 'none' }])
}

export interface AgreementFacts {
  readonly signed: boolean
  readonly awardedOn: string
  readonly instalments: readonly { readonly condition: Condition; readonly released: boolean }[]
}

/** The agreement, signed by both sides: what waits for a signature may then be paid. Days are 'YYYY-MM-DD'. */
export function signAgreement(facts: AgreementFacts, signedOn: string, today: string): Result<null> {
  if (facts.signed) return refused('agreement/already-signed')
  if (!facts.instalments.some((one) => one.condition === 'signature')) return refused('agreement/not-needed')
  if (facts.instalments.every((one) => one.released)) return refused('agreement/nothing-left')
  if (signedOn < facts.awardedOn || signedOn > today) return refused('agreement/impossible-date')
  return ok(null)
}

export interface ReportFacts {
  readonly condition: Condition
  readonly met: boolean
  readonly released: boolean
  /** Day of the agreement; null while it is not signed. */
  readonly signedOn: string | null
}

/** A report was read and accepted: what waits for it may then be paid. */
export function acceptReport(facts: ReportFacts, acceptedOn: string, today: string): Result<null> {
  if (facts.condition !== 'accepted-report') return refused('report/not-needed')
  if (facts.released) return refused('instalment/released')
  if (facts.met) return refused('report/already-accepted')
  if (facts.signedOn === null) return refused('report/not-signed')
  if (acceptedOn < facts.signedOn || acceptedOn > today) return refused('report/impossible-date')
  return ok(null)
}
