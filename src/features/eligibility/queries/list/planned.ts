/** A plan of an act on many, for whoever made it. */
import { sql } from 'kysely'
import { type BulkAct, type BulkInput, mayActOnMany } from '../../../../domain/bulk-act.ts'
import type { Place, SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import type { PlannedLines } from '../../list/plan.ts'
import type { Chosen } from './bulk.ts'
import { reachOf, seen } from './matching.ts'

export interface PlanRow {
  readonly id: string
  readonly act: BulkAct
  readonly chosen: Chosen
  readonly input: BulkInput
  readonly lines: PlannedLines
  readonly fingerprint: string
  readonly plannedAt: Date
  readonly doneAt: Date | null
}

/** The plan as it was kept; null when there is none by this id that the viewer made in this edition, or no longer may act there. `held`: for the transaction that does it. */
export async function plannedAct(db: Reader, viewer: SignedIn, place: Place, id: string, held = false): Promise<PlanRow | null> {
  if (!isId(id) || !mayActOnMany(viewer, place)) return null
  const found = db
    .selectFrom('bulk_act')
    .select(['id', 'act', 'chosen', 'input', 'lines', 'fingerprint', 'planned_at', 'done_at'])
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', place.edition)
    .where('planned_by', '=', viewer.person.id)
    .where('id', '=', id)
  const row = await (held ? found.forUpdate() : found).executeTakeFirst()
  if (row === undefined) return null
  const { act, chosen, input, lines, planned_at, done_at, ...rest } = row
  return {
    ...rest,
    act: act as BulkAct,
    chosen: chosen as Chosen,
    input: input as BulkInput,
    lines: lines as PlannedLines,
    plannedAt: planned_at,
    doneAt: done_at,
  }
}

export interface PlanNamed {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly holderName: string
}

/** The names of some applications of a plan that the viewer may see, by number. */
export async function plannedNames(db: Reader, viewer: SignedIn, place: Place, applications: readonly string[]): Promise<PlanNamed[]> {
  const reach = reachOf(viewer, place)
  if (reach === null || applications.length === 0) return []
  const found = await sql<PlanNamed>`
    select s.application, a.number, s.title, s.holder_name as "holderName"
    from submission s join application a on a.organisation = s.organisation and a.id = s.application
    where ${seen(reach)} and s.application = any(${[...applications]}::uuid[]) order by a.number`.execute(db)
  return found.rows
}
