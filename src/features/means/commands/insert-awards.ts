/** The rows of awards: the award, its instalments, its commitment in the ledger; and what the trail of each project says of it. */
import type { AwardKind, PlannedInstalment } from '../../../domain/award.ts'
import { sumOf } from '../../../domain/money.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { AuditFacts } from '../../../platform/database/audit.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import type { Line } from '../queries/line-facts.ts'
import { writeEntries } from './ledger.ts'

export interface Terms {
  readonly edition: string
  readonly line: Line
  readonly kind: AwardKind
  readonly rank: number | null
  readonly instalments: readonly PlannedInstalment[]
  /** Day of the award, 'YYYY-MM-DD'. */
  readonly on: string
}

export interface InsertedAward {
  readonly project: string
  readonly id: string
}

/** Awards the same terms to each project, in their order. */
export async function insertAwards(trx: Trx, viewer: SignedIn, projects: readonly string[], terms: Terms, now: Date): Promise<InsertedAward[]> {
  const { organisation } = viewer
  const { edition, line, kind, rank, on } = terms
  const by = viewer.person.id
  const amount = sumOf(terms.instalments.map((one) => one.amount))
  const awards = projects.map((project) => ({ project, id: newId(now) }))
  await trx
    .insertInto('award')
    .values(
      awards.map(({ project, id }) => ({
        organisation,
        id,
        edition,
        project,
        budget_line: line.id,
        kind,
        rank,
        amount,
        currency: line.currency,
        awarded_on: on,
        awarded_at: now,
        awarded_by: by,
      })),
    )
    .execute()
  await trx
    .insertInto('instalment')
    .values(awards.flatMap(({ id }) => terms.instalments.map((one) => ({ organisation, id: newId(now), edition, award: id, ...one }))))
    .execute()
  await writeEntries(
    trx,
    awards.map(({ id }) => ({
      organisation,
      edition,
      kind: 'commitment',
      object: id,
      line: line.code,
      amount,
      currency: line.currency,
      on,
      at: now,
      by,
    })),
  )
  return awards
}

/** What stands of them in the trail of each project. */
export function awardedActs(viewer: SignedIn, awards: readonly InsertedAward[], terms: Terms, at: Date): AuditFacts[] {
  return awards.map(({ project, id }) => ({
    organisation: viewer.organisation,
    stream: project,
    act: `${terms.kind}/awarded` as const,
    actor: viewer.person.id,
    at,
    details: { award: id, line: terms.line.code },
  }))
}
