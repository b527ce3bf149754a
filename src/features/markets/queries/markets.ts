/** Reading markets: those of an edition, one with its stands and counts, those of a project. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { maySeeMarkets, visitorsOf } from '../../../domain/market.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Candidate, CountView, MarketLine, MarketView, StandView } from '../views.ts'

interface MarketRow {
  id: string
  name: Trilingual
  town: Trilingual
  starts_on: string
  ends_on: string
  places: number
  public: boolean
  version: number
  cancelled_at: Date | null
  cancel_reason: string | null
  given: number
  took_part: number
  counts: { part: string; name: Trilingual; visitors: number; source: string }[]
}

async function rowsOf(db: Reader, organisation: string, edition: string, id: string | null): Promise<MarketRow[]> {
  const { rows } = await sql<MarketRow>`
    select m.id, m.name, m.town, m.starts_on, m.ends_on, m.places, m.public, m.version, m.cancelled_at, m.cancel_reason,
      (select count(*)::int from stand s where s.organisation = m.organisation and s.market = m.id) as given,
      (select count(*)::int from stand s where s.organisation = m.organisation and s.market = m.id and s.took_part) as took_part,
      coalesce((select json_agg(json_build_object('part', v.part, 'name', v.name, 'visitors', v.visitors, 'source', v.source) order by v.part <> 'total', v.visitors desc, v.part)
        from market_visit v where v.organisation = m.organisation and v.market = m.id), '[]') as counts
    from market m
    where m.organisation = ${organisation} and m.edition = ${edition} and (${id}::uuid is null or m.id = ${id}::uuid)
    order by m.starts_on, m.id`.execute(db)
  return rows
}

function line(row: MarketRow, language: Language): MarketLine {
  return {
    id: row.id,
    name: inLanguage(row.name, language).text,
    town: inLanguage(row.town, language).text,
    from: row.starts_on,
    to: row.ends_on,
    places: row.places,
    given: row.given,
    tookPart: row.took_part,
    visitors: visitorsOf(row.counts),
    public: row.public,
    cancelled: row.cancelled_at !== null,
  }
}

function counted(row: MarketRow, language: Language): CountView[] {
  return row.counts.map((one) => ({ ...one, name: inLanguage(one.name, language).text }))
}

/** Markets of an edition in the order of their days, cancelled ones too; empty for who is not of its desk. */
export async function marketsOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<MarketLine[]> {
  if (!maySeeMarkets(viewer, place)) return []
  return (await rowsOf(db, viewer.organisation, place.edition, null)).map((row) => line(row, language))
}

/** One market with its stands; null when the edition has none of that id or the viewer is not of its desk. */
export async function marketById(db: Reader, viewer: Viewer, place: Place, id: string, language: Language): Promise<MarketView | null> {
  if (!maySeeMarkets(viewer, place)) return null
  const [row] = await rowsOf(db, viewer.organisation, place.edition, id)
  if (row === undefined) return null
  const [stands, withdrawals] = await Promise.all([
    standsOf(db, viewer.organisation, id, language),
    db
      .selectFrom('stand_withdrawal as w')
      .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'w.organisation').onRef('j.id', '=', 'w.project'))
      .select(['j.title', 'j.language', 'w.withdrawn_at as at', 'w.reason'])
      .where('w.organisation', '=', viewer.organisation)
      .where('w.market', '=', id)
      .orderBy('w.withdrawn_at')
      .execute(),
  ])
  return {
    ...line(row, language),
    stands,
    withdrawals,
    counts: counted(row, language),
    cancelReason: row.cancel_reason,
    version: row.version,
    written: { name: row.name, town: row.town },
  }
}

async function standsOf(db: Reader, organisation: string, market: string, language: Language): Promise<StandView[]> {
  const rows = await db
    .selectFrom('stand as s')
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 's.organisation').onRef('j.id', '=', 's.project'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .select(['s.project', 'j.title', 'j.language', 'r.name as region', 'r.mark', 's.label', 's.reason', 's.took_part as tookPart'])
    .where('s.organisation', '=', organisation)
    .where('s.market', '=', market)
    .orderBy('r.position')
    .orderBy('j.title')
    .execute()
  return rows.map((row) => ({ ...row, region: inLanguage(row.region, language).text }))
}

/** Admitted projects without a stand there that have not left before its first day. */
export async function candidatesOf(db: Reader, organisation: string, edition: string, market: { id: string; from: string }, language: Language) {
  const rows = await db
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) =>
      join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id').on('o.accepted', '=', true),
    )
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('stand as s', (join) =>
      join.onRef('s.organisation', '=', 'j.organisation').onRef('s.project', '=', 'j.id').on('s.market', '=', market.id),
    )
    .select(['j.id', 'j.title', 'r.name as region'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', edition)
    .where('s.project', 'is', null)
    .where((all) => all.or([all('l.left_on', 'is', null), all('l.left_on', '>', market.from)]))
    .orderBy('r.position')
    .orderBy('j.title')
    .execute()
  return rows.map((row): Candidate => ({ ...row, region: inLanguage(row.region, language).text }))
}
