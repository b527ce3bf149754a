/** Ending a role: a dated act of its own; what the role opened closes at the next request. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { GIVERS, mayEnd, mayGiveRoles } from '../../../domain/role.ts'
import type { Grant } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { actorOf, type Giver, isSystem } from './giver.ts'

export interface RoleEnd {
  readonly person: string
  /** Ids of grants of the person, all ended together. */
  readonly grants: readonly string[]
}

/** Refuses `page/not-allowed`, `page/not-found`, `role/ended-already`, and `role/last-giver` when nobody would be left to give roles. */
export async function endRole(db: Database, by: Giver, { person, grants }: RoleEnd, now: Date): Promise<Result<null>> {
  if (!isSystem(by) && !mayGiveRoles(by)) return refused('page/not-allowed')
  if (grants.length === 0 || ![person, ...grants].every(isId)) return refused('page/not-found')
  const { organisation } = by
  return atomically(db, async (trx) => {
    const givers = await giversLocked(trx, organisation)
    const rows = await trx
      .selectFrom('role_grant')
      .select(['id', 'role', 'programme', 'edition', 'region', 'ended_at'])
      .where('organisation', '=', organisation)
      .where('person', '=', person)
      .where('id', 'in', [...grants])
      .orderBy('id')
      .forUpdate()
      .execute()
    if (rows.length !== new Set(grants).size) return refused('page/not-found')
    if (rows.some((row) => row.ended_at !== null)) return refused('role/ended-already')
    const left = givers.filter((id) => !grants.includes(id)).length
    const allowed = mayEnd(rows as Grant[], left)
    if (!allowed.ok) return allowed
    const actor = actorOf(by)
    await trx
      .updateTable('role_grant')
      .set({ ended_at: now, ended_by: actor })
      .where('organisation', '=', organisation)
      .where('id', 'in', [...grants])
      .execute()
    const roles = [...new Set(rows.map(({ role }) => role))]
    const details = { role: roles[0], grants: rows.map(({ id }) => id) }
    await audit(trx, { organisation, stream: person, act: 'role/ended', actor, at: now, details })
    return ok(null)
  })
}

/** Grants that let somebody with an address give roles. Locked, so that the last two cannot end each other at the same instant. */
async function giversLocked(trx: Trx, organisation: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'g.organisation').onRef('p.id', '=', 'g.person'))
    .select('g.id')
    .where('g.organisation', '=', organisation)
    .where('g.role', 'in', [...GIVERS])
    .where('g.programme', 'is', null)
    .where('g.edition', 'is', null)
    .where('g.ended_at', 'is', null)
    .where('p.email', 'is not', null)
    .orderBy('g.id')
    .forUpdate('g')
    .execute()
  return rows.map(({ id }) => id)
}
