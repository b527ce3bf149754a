/** Markets: added, changed, cancelled. */
import { sql } from 'kysely'
import type { Trilingual } from '../../../domain/language.ts'
import { cancelMarket as mayCancel, changeMarket as mayChange, mayRunMarkets, planMarket as mayPlanMarket } from '../../../domain/market.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { standingMarket } from './standing-market.ts'

export interface MarketWords {
  readonly name: Trilingual
  readonly town: Trilingual
  /** Days 'YYYY-MM-DD'. */
  readonly startsOn: string
  readonly endsOn: string
  /** Stands offered to the programme. */
  readonly places: number
  /** Whether the public agenda shows it; it does unless told. */
  readonly public?: boolean
}

export interface NewMarket extends MarketWords {
  readonly edition: string
  /** Chosen by the form that was shown, so that a form sent twice adds one market. */
  readonly id?: string
}

function columns(words: MarketWords) {
  return {
    name: JSON.stringify(words.name),
    town: JSON.stringify(words.town),
    starts_on: words.startsOn,
    ends_on: words.endsOn,
    places: words.places,
    public: words.public ?? true,
  }
}

/** Adds a market to an edition. Refusals: `market/ends-before-it-begins`, `market/too-long`, `market/impossible-stands`. */
export async function planMarket(db: Database, viewer: SignedIn, input: NewMarket, now: Date): Promise<Result<{ market: string }>> {
  const { organisation } = viewer
  try {
    return await atomically(db, async (trx) => {
      const edition = await trx
        .selectFrom('edition')
        .select('programme')
        .where('organisation', '=', organisation)
        .where('id', '=', input.edition)
        .executeTakeFirst()
      if (edition === undefined) return refused('page/not-found')
      if (!mayRunMarkets(viewer, { programme: edition.programme, edition: input.edition })) return refused('page/not-allowed')
      const allowed = mayPlanMarket(input)
      if (!allowed.ok) return allowed
      const market = input.id ?? newId(now)
      await trx
        .insertInto('market')
        .values({ organisation, id: market, edition: input.edition, ...columns(input), planned_at: now, planned_by: viewer.person.id })
        .execute()
      const details = { places: input.places }
      await audit(trx, { organisation, stream: market, act: 'market/planned', actor: viewer.person.id, at: now, details })
      return ok({ market })
    })
  } catch (error) {
    if (databaseFault(error)?.constraint !== 'market_key') throw error
    return sentTwice(db, viewer, input, now)
  }
}

/** The same form again is the same market; another one under its id (a page gone back to) is added apart. */
async function sentTwice(db: Database, viewer: SignedIn, input: NewMarket, now: Date): Promise<Result<{ market: string }>> {
  const { id = '', ...rest } = input
  const same = await db
    .selectFrom('market')
    .select('id')
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', input.edition)
    .where('id', '=', id)
    .where(sql<boolean>`name = ${JSON.stringify(input.name)}::jsonb`)
    .where('starts_on', '=', input.startsOn)
    .executeTakeFirst()
  return same === undefined ? planMarket(db, viewer, rest, now) : ok({ market: same.id })
}

/** Changes a market. Refusals: those of planning, `market/cancelled`, `market/changed-since`, `market/fewer-than-given`. */
export async function changeMarket(
  db: Database,
  viewer: SignedIn,
  input: MarketWords & { readonly market: string; readonly version: number },
  now: Date,
): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const found = await standingMarket(trx, organisation, input.market)
    if (found === null || !mayRunMarkets(viewer, found)) return refused('page/not-found')
    const allowed = mayChange(found, input, input.version)
    if (!allowed.ok) return allowed
    await trx
      .updateTable('market')
      .set({ ...columns(input), version: found.version + 1 })
      .where('organisation', '=', organisation)
      .where('id', '=', input.market)
      .execute()
    const details = { places: input.places }
    await audit(trx, { organisation, stream: input.market, act: 'market/changed', actor: viewer.person.id, at: now, details })
    return ok(null)
  })
}

/** Cancels a market; its stands are taken back, for the same reason. Refusals: `market/cancelled`, `market/took-place`, `market/without-reason`. */
export async function cancelMarket(
  db: Database,
  viewer: SignedIn,
  input: { market: string; reason: string },
  now: Date,
): Promise<Result<{ stands: number }>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const found = await standingMarket(trx, organisation, input.market)
    if (found === null || !mayRunMarkets(viewer, found)) return refused('page/not-found')
    const allowed = mayCancel(found, input.reason)
    if (!allowed.ok) return allowed
    const stands = await trx.deleteFrom('stand').where('organisation', '=', organisation).where('market', '=', input.market).returningAll().execute()
    if (stands.length > 0) {
      const taken = { withdrawn_at: now, withdrawn_by: viewer.person.id, reason: input.reason }
      await trx
        .insertInto('stand_withdrawal')
        .values(
          stands.map(({ edition, market, project, given_at, given_by }) => ({
            organisation,
            id: newId(now),
            edition,
            market,
            project,
            given_at,
            given_by,
            ...taken,
          })),
        )
        .execute()
    }
    await trx
      .updateTable('market')
      .set({ cancelled_at: now, cancelled_by: viewer.person.id, cancel_reason: input.reason, version: found.version + 1 })
      .where('organisation', '=', organisation)
      .where('id', '=', input.market)
      .execute()
    const details = { stands: stands.length }
    await audit(trx, { organisation, stream: input.market, act: 'market/cancelled', actor: viewer.person.id, at: now, details })
    return ok({ stands: stands.length })
  })
}
