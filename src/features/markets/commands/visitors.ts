/** Visitors of a market: counted at the whole or at one of its parts, each count with its source. */
import { LANGUAGES, type Trilingual } from '../../../domain/language.ts'
import { mayRunMarkets, recordVisitors as mayRecord, type VisitPart } from '../../../domain/market.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { words } from '../words/index.ts'
import { standingMarket } from './standing-market.ts'

export interface VisitCount {
  readonly market: string
  readonly part: VisitPart
  /** People, a whole number. */
  readonly visitors: number
  /** Who counted, or where the number was published. */
  readonly source: string
}

/** Records a count; one that is there is corrected, the trail keeps both. Refusals: `market/not-begun`, `market/cancelled`, `visit/*`. */
export async function recordVisitors(db: Database, viewer: SignedIn, input: VisitCount, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    const { organisation } = viewer
    const market = await standingMarket(trx, organisation, input.market)
    if (market === null || !mayRunMarkets(viewer, market)) return refused('page/not-found')
    const allowed = mayRecord(market, input, dayIn(now, market.zone))
    if (!allowed.ok) return allowed
    const count = { visitors: input.visitors, source: input.source, recorded_at: now, recorded_by: viewer.person.id }
    await trx
      .insertInto('market_visit')
      .values({ organisation, market: input.market, part: input.part, name: JSON.stringify(nameOf(input.part)), ...count })
      .onConflict((conflict) => conflict.constraint('market_visit_key').doUpdateSet(count))
      .execute()
    const details = { part: input.part, visitors: input.visitors }
    await audit(trx, { organisation, stream: input.market, act: 'market/visitors-recorded', actor: viewer.person.id, at: now, details })
    return ok(null)
  })
}

function nameOf(part: VisitPart): Trilingual {
  return Object.fromEntries(LANGUAGES.map((language) => [language, words(language)(`part.${part}`)])) as unknown as Trilingual
}
