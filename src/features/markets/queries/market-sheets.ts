/** The markets of an edition as sheets to take away: markets, stands, counts of visitors. */
import type { Language } from '../../../domain/language.ts'
import { maySeeMarkets } from '../../../domain/market.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Sheet } from '../../../platform/sheets/sheet.ts'
import { words } from '../words/index.ts'
import { marketById, marketsOf } from './markets.ts'

export interface MarketSheets {
  readonly markets: Sheet
  readonly stands: Sheet
  readonly visitors: Sheet
}

/** Null for who is not of the desk of the edition. */
export async function marketSheets(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<MarketSheets | null> {
  if (!maySeeMarkets(viewer, place)) return null
  const t = words(language)
  const lines = await marketsOf(db, viewer, place, language)
  const full = (await Promise.all(lines.map((line) => marketById(db, viewer, place, line.id, language)))).filter((one) => one !== null)
  return {
    markets: {
      name: t('markets.title'),
      columns: [
        { label: t('markets.name') },
        { label: t('market.town') },
        { label: t('market.starts_on'), kind: 'day' },
        { label: t('market.ends_on'), kind: 'day' },
        { label: t('markets.offered'), kind: 'number' },
        { label: t('markets.given'), kind: 'number' },
        { label: t('markets.took-part'), kind: 'number' },
        { label: t('markets.visitors'), kind: 'number' },
        { label: t('market.cancelled'), kind: 'truth' },
      ],
      rows: lines.map((one) => [one.name, one.town, one.from, one.to, one.places, one.given, one.tookPart, one.visitors, one.cancelled]),
    },
    stands: {
      name: t('stands.title'),
      columns: [
        { label: t('markets.name') },
        { label: t('market.starts_on'), kind: 'day' },
        { label: t('stands.project') },
        { label: t('stands.region') },
        { label: t('stands.label') },
        { label: t('stands.reason') },
        { label: t('markets.took-part'), kind: 'truth' },
      ],
      rows: full.flatMap((market) =>
        market.stands.map((stand) => [market.name, market.from, stand.title, stand.region, stand.label, stand.reason, stand.tookPart]),
      ),
    },
    visitors: {
      name: t('visitors.title'),
      columns: [
        { label: t('markets.name') },
        { label: t('visitors.part') },
        { label: t('markets.visitors'), kind: 'number' },
        { label: t('visitors.source') },
      ],
      rows: full.flatMap((market) => market.counts.map((count) => [market.name, count.name, count.visitors, count.source])),
    },
  }
}
