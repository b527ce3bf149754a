/** Stands: given to a project with a reason, taken back with another, and who took part. */
import { giveStand as mayGive, mayRunMarkets, recordParticipation as mayRecord, withdrawStand as mayWithdraw } from '../../../domain/market.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { standingMarket, standProjects } from './standing-market.ts'

export interface GivenStand {
  readonly market: string
  readonly project: string
  /** Number or place of the stand, when there is one. */
  readonly label?: string
  /** Why this project goes. */
  readonly reason: string
}

/**
 * Gives a project a stand. Two officers who give the last one at the same instant: one does. Refusals:
 * `stand/project-not-admitted`, `stand/project-left`, `stand/already-given`, `stand/none-left`, `stand/without-reason`, `market/cancelled`.
 */
export async function giveStand(db: Database, viewer: SignedIn, input: GivenStand, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const market = await standingMarket(trx, organisation, input.market)
    if (market === null || !mayRunMarkets(viewer, market)) return refused('page/not-found')
    const [project] = await standProjects(trx, organisation, { edition: market.edition, id: input.market }, [input.project])
    if (project === undefined) return refused('page/not-found')
    const allowed = mayGive(market, { ...project, hasStand: project.stand !== null }, input.reason)
    if (!allowed.ok) return allowed
    await trx
      .insertInto('stand')
      .values({
        organisation,
        edition: market.edition,
        market: input.market,
        project: input.project,
        label: input.label ?? '',
        reason: input.reason,
        given_at: now,
        given_by: viewer.person.id,
      })
      .execute()
    const details = { project: input.project }
    await audit(trx, { organisation, stream: input.market, act: 'stand/given', actor: viewer.person.id, at: now, details })
    return ok(null)
  })
}

/** Takes a stand back: the row leaves, its withdrawal stays. Refusals: `stand/took-part`, `stand/without-reason`. */
export async function withdrawStand(
  db: Database,
  viewer: SignedIn,
  input: { market: string; project: string; reason: string },
  now: Date,
): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const market = await standingMarket(trx, organisation, input.market)
    if (market === null || !mayRunMarkets(viewer, market)) return refused('page/not-found')
    const [project] = await standProjects(trx, organisation, { edition: market.edition, id: input.market }, [input.project])
    if (project === undefined || project.stand === null) return refused('page/not-found')
    const allowed = mayWithdraw(project.stand, input.reason)
    if (!allowed.ok) return allowed
    await trx
      .deleteFrom('stand')
      .where('organisation', '=', organisation)
      .where('market', '=', input.market)
      .where('project', '=', input.project)
      .execute()
    await trx
      .insertInto('stand_withdrawal')
      .values({
        organisation,
        id: newId(now),
        edition: market.edition,
        market: input.market,
        project: input.project,
        given_at: project.stand.givenAt,
        given_by: project.stand.givenBy,
        withdrawn_at: now,
        withdrawn_by: viewer.person.id,
        reason: input.reason,
      })
      .execute()
    const details = { project: input.project }
    await audit(trx, { organisation, stream: input.market, act: 'stand/withdrawn', actor: viewer.person.id, at: now, details })
    return ok(null)
  })
}

/**
 * Keeps whether each named project took part; those not named stay as they are, and a mark may be corrected. Refusals:
 * `market/not-begun`, `market/cancelled`, `stand/project-left`; a project without a stand is not found.
 */
export async function recordParticipation(
  db: Database,
  viewer: SignedIn,
  input: { market: string; tookPart: Readonly<Record<string, boolean>> },
  now: Date,
): Promise<Result<{ tookPart: number }>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const market = await standingMarket(trx, organisation, input.market)
    if (market === null || !mayRunMarkets(viewer, market)) return refused('page/not-found')
    const named = Object.keys(input.tookPart)
    const projects = await standProjects(trx, organisation, { edition: market.edition, id: input.market }, named)
    if (projects.length !== named.length || projects.some((one) => one.stand === null)) return refused('page/not-found')
    const marks = projects.map((one) => ({ ...one, tookPart: input.tookPart[one.id] as boolean }))
    const allowed = mayRecord(market, marks, dayIn(now, market.zone))
    if (!allowed.ok) return allowed
    const changed = marks.filter((one) => one.stand?.tookPart !== one.tookPart)
    for (const { id, tookPart } of changed) {
      await trx
        .updateTable('stand')
        .set({ took_part: tookPart, recorded_at: now, recorded_by: viewer.person.id })
        .where('organisation', '=', organisation)
        .where('market', '=', input.market)
        .where('project', '=', id)
        .execute()
    }
    const tookPart = marks.filter((one) => one.tookPart).length
    const details = { tookPart, marked: marks.length, changed: changed.length }
    await audit(trx, { organisation, stream: input.market, act: 'market/participation-recorded', actor: viewer.person.id, at: now, details })
    return ok({ tookPart })
  })
}
