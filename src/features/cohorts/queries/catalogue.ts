/** The public catalogue: projects whose holders agreed to a page, and the name of no person. */
import { fold } from '../../../domain/fold.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** What anyone may see of a project whose holder agreed to it. No name of a person. */
export interface ShowcaseCard {
  readonly id: string
  readonly slug: string
  readonly edition: string
  readonly title: string
  readonly summary: string
  readonly language: Language
  readonly region: string
  readonly mark: string
  readonly sector: string
  readonly sectorCode: string
  readonly town: string
}

export interface ShowcaseFilter {
  readonly region?: string
  readonly sector?: string
  readonly q?: string
  readonly edition?: string
  readonly limit: number
  readonly offset: number
}

interface ShowcaseRow extends Omit<ShowcaseCard, 'region' | 'sector'> {
  region: Trilingual
  sector: Trilingual
}

function showcased(db: Reader, organisation: string) {
  return db
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) =>
      join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id').on('o.accepted', '=', true),
    )
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'j.organisation').onRef('e.id', '=', 'j.edition'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .innerJoin('edition_sector as s', (join) =>
      join.onRef('s.organisation', '=', 'j.organisation').onRef('s.edition', '=', 'j.edition').onRef('s.code', '=', 'j.sector'),
    )
    .where('j.organisation', '=', organisation)
    .where('j.showcased', '=', true)
}

/** Projects with a public page, a page of the list at a time, newest edition first; and how many there are in each region and sector. */
export async function catalogue(
  db: Reader,
  organisation: string,
  filter: ShowcaseFilter,
  language: Language,
): Promise<{ cards: ShowcaseCard[]; total: number }> {
  let found = showcased(db, organisation)
  if (filter.region !== undefined) found = found.where('r.iso', '=', filter.region)
  if (filter.sector !== undefined) found = found.where('j.sector', '=', filter.sector)
  if (filter.edition !== undefined) found = found.where('e.slug', '=', filter.edition)
  const words = fold(filter.q ?? '').trim()
  if (words !== '') {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    found = found
      .innerJoin('submission as b', (join) => join.onRef('b.organisation', '=', 'j.organisation').onRef('b.application', '=', 'j.application'))
      .where('b.search', 'like', like)
  }
  const [rows, count] = await Promise.all([
    found
      .select([
        'j.id',
        'j.slug',
        'e.slug as edition',
        'j.title',
        'j.summary',
        'j.language',
        'r.name as region',
        'r.mark',
        's.name as sector',
        's.code as sectorCode',
        'j.town',
      ])
      .orderBy('e.ordinal', 'desc')
      .orderBy('j.slug')
      .limit(filter.limit)
      .offset(filter.offset)
      .execute(),
    found.select((all) => all.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ])
  return { cards: rows.map((row) => card(row, language)), total: Number(count.n) }
}

function card(row: ShowcaseRow, language: Language): ShowcaseCard {
  return { ...row, region: inLanguage(row.region, language).text, sector: inLanguage(row.sector, language).text }
}

export interface ShowcaseProject extends ShowcaseCard {
  readonly story: string
  readonly link: string | null
  readonly editionName: string
  readonly state: 'active' | 'left' | 'graduated'
  readonly markets: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  readonly prize: number | null
}

/** One project's public page; null when it has none. */
export async function showcaseProject(
  db: Reader,
  organisation: string,
  edition: string,
  slug: string,
  language: Language,
): Promise<ShowcaseProject | null> {
  const row = await showcased(db, organisation)
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('graduation as g', (join) => join.onRef('g.organisation', '=', 'j.organisation').onRef('g.project', '=', 'j.id'))
    .leftJoin('award as w', (join) => join.onRef('w.organisation', '=', 'j.organisation').onRef('w.project', '=', 'j.id').on('w.kind', '=', 'prize'))
    .select(['j.id', 'j.slug', 'e.slug as edition', 'e.name as editionName', 'j.title', 'j.summary', 'j.story', 'j.link', 'j.language'])
    .select(['r.name as region', 'r.mark', 's.name as sector', 's.code as sectorCode', 'j.town', 'l.left_on', 'g.graduated_on', 'w.rank'])
    .where('e.slug', '=', edition)
    .where('j.slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) return null
  const markets = await db
    .selectFrom('stand as t')
    .innerJoin('market as m', (join) => join.onRef('m.organisation', '=', 't.organisation').onRef('m.id', '=', 't.market'))
    .select(['m.name', 'm.starts_on as from', 'm.ends_on as to'])
    .where('t.organisation', '=', organisation)
    .where('t.project', '=', row.id)
    .where('t.took_part', '=', true)
    .orderBy('m.starts_on')
    .execute()
  return {
    ...card(row, language),
    story: row.story,
    link: row.link,
    editionName: inLanguage(row.editionName, language).text,
    state: row.left_on !== null ? 'left' : row.graduated_on !== null ? 'graduated' : 'active',
    markets: markets.map((market) => ({ ...market, name: inLanguage(market.name, language).text })),
    prize: row.rank,
  }
}

/** Regions and sectors that have a project in the catalogue, in the order of the newest edition. */
export async function listsOfCatalogue(db: Reader, organisation: string, language: Language) {
  const rows = await showcased(db, organisation)
    .select(['r.iso', 'r.name as region', 'r.mark', 's.code', 's.name as sector'])
    .distinctOn(['r.iso', 's.code'])
    .orderBy('r.iso')
    .orderBy('s.code')
    .orderBy('e.ordinal', 'desc')
    .execute()
  const regions = new Map(rows.map((row) => [row.iso, { iso: row.iso, name: inLanguage(row.region, language).text, mark: row.mark }]))
  const sectors = new Map(rows.map((row) => [row.code, { code: row.code, name: inLanguage(row.sector, language).text }]))
  return { regions: [...regions.values()], sectors: [...sectors.values()] }
}
