/** Reading the cohort: the public catalogue and pages, the desk's list, a holder's own projects and offers. */
import { sql } from 'kysely'
import { maySeeCohort, type ProjectState, projectState } from '../../domain/cohort.ts'
import { fold } from '../../domain/fold.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { nameFor } from '../../domain/person.ts'
import type { Place, SignedIn, Viewer } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'

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

export interface CohortRow {
  readonly project: string
  readonly offer: string
  readonly application: string
  readonly number: string
  readonly slug: string
  readonly title: string
  readonly language: Language
  readonly holder: string
  readonly region: string
  readonly regionCode: string
  readonly mark: string
  readonly sector: string
  readonly state: ProjectState
  readonly replyBy: Date
  readonly answeredAt: Date | null
  readonly leftOn: string | null
  readonly leftBecause: string | null
  readonly replaced: boolean
}

/** Every project that was offered a place in an edition, for those who work with the cohort. */
export async function cohortOf(db: Reader, viewer: Viewer, place: Place, language: Language, now: Date): Promise<CohortRow[]> {
  if (!maySeeCohort(viewer, place)) return []
  const rows = await db
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'j.organisation').onRef('a.id', '=', 'j.application'))
    .innerJoin('application_member as m', (join) =>
      join.onRef('m.organisation', '=', 'j.organisation').onRef('m.application', '=', 'j.application').on('m.part', '=', 'holder'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .innerJoin('edition_sector as s', (join) =>
      join.onRef('s.organisation', '=', 'j.organisation').onRef('s.edition', '=', 'j.edition').onRef('s.code', '=', 'j.sector'),
    )
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('graduation as g', (join) => join.onRef('g.organisation', '=', 'j.organisation').onRef('g.project', '=', 'j.id'))
    .leftJoin('offer as n', (join) => join.onRef('n.organisation', '=', 'j.organisation').onRef('n.replaces', '=', 'j.id'))
    .select([
      'j.id',
      'o.id as offer',
      'j.application',
      'a.number',
      'j.slug',
      'j.title',
      'j.language',
      'p.name_ar',
      'p.name_latin',
      'r.name as region',
      'r.code as regionCode',
      'r.mark',
    ])
    .select(['s.name as sector', 'o.accepted', 'o.reply_by', 'o.answered_at', 'l.left_on', 'l.reason', 'g.graduated_on', 'n.id as replacement'])
    .where('j.organisation', '=', viewer.organisation)
    .where('j.edition', '=', place.edition)
    .orderBy('r.position')
    .orderBy('o.offered_at')
    .orderBy('a.number')
    .execute()
  return rows.map((row) => ({
    project: row.id,
    offer: row.offer,
    application: row.application,
    number: row.number,
    slug: row.slug,
    title: row.title,
    language: row.language,
    holder: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    region: inLanguage(row.region, language).text,
    regionCode: row.regionCode,
    mark: row.mark,
    sector: inLanguage(row.sector, language).text,
    state: projectState({ accepted: row.accepted, replyBy: row.reply_by, left: row.left_on !== null, graduated: row.graduated_on !== null }, now),
    replyBy: row.reply_by,
    answeredAt: row.answered_at,
    leftOn: row.left_on,
    leftBecause: row.reason,
    replaced: row.replacement !== null,
  }))
}

/** The reserve still in line, by region and rank. */
export async function reserveOf(
  db: Reader,
  viewer: Viewer,
  place: Place,
  language: Language,
): Promise<{ application: string; number: string; title: string; region: string; regionCode: string; rank: number }[]> {
  if (!maySeeCohort(viewer, place)) return []
  const rows = await db
    .selectFrom('decision as d')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'd.organisation').onRef('a.id', '=', 'd.application'))
    .innerJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'd.organisation').onRef('s.application', '=', 'd.application'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'd.organisation').onRef('r.edition', '=', 'd.edition').onRef('r.code', '=', 'd.region'),
    )
    .leftJoin('project as j', (join) => join.onRef('j.organisation', '=', 'd.organisation').onRef('j.application', '=', 'd.application'))
    .select(['d.application', 'a.number', 's.title', 'r.name as region', 'r.code as regionCode', sql<number>`d.reserve_rank`.as('rank')])
    .where('d.organisation', '=', viewer.organisation)
    .where('d.edition', '=', place.edition)
    .where('d.outcome', '=', 'reserve')
    .where('j.id', 'is', null)
    .orderBy('r.position')
    .orderBy('d.reserve_rank')
    .execute()
  return rows.map((row) => ({ ...row, region: inLanguage(row.region, language).text }))
}

export interface OfferView {
  readonly id: string
  readonly project: string
  readonly title: string
  readonly edition: string
  readonly region: string
  readonly replyBy: Date
  readonly accepted: boolean | null
  readonly answeredAt: Date | null
  readonly zone: string
  readonly seedCeiling: string
  readonly currency: string
}

/** The offers made to the viewer, newest first. */
export async function offersOf(db: Reader, viewer: SignedIn, language: Language, only?: string): Promise<OfferView[]> {
  let found = db
    .selectFrom('offer as o')
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'o.organisation').onRef('j.id', '=', 'o.project'))
    .innerJoin('application_member as m', (join) =>
      join.onRef('m.organisation', '=', 'j.organisation').onRef('m.application', '=', 'j.application').on('m.part', '=', 'holder'),
    )
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'j.organisation').onRef('e.id', '=', 'j.edition'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .innerJoin('organisation as g', 'g.id', 'o.organisation')
    .select([
      'o.id',
      'o.project',
      'j.title',
      'e.name as edition',
      'r.name as region',
      'o.reply_by as replyBy',
      'o.accepted',
      'o.answered_at as answeredAt',
      'g.zone',
      'e.seed_ceiling as seedCeiling',
      'e.currency',
    ])
    .where('o.organisation', '=', viewer.organisation)
    .where('m.person', '=', viewer.person.id)
  if (only !== undefined) found = found.where('o.id', '=', only)
  const rows = await found.orderBy('o.offered_at', 'desc').execute()
  return rows.map((row) => ({ ...row, edition: inLanguage(row.edition, language).text, region: inLanguage(row.region, language).text }))
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

/** How many selected applications of the published list were not offered a place yet. */
export async function unofferedCount(db: Reader, viewer: Viewer, place: Place): Promise<number> {
  const row = await unoffered(db, viewer.organisation, place.edition)
    .select((all) => all.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Selected applications of a published list without an offer. */
export function unoffered(db: Reader, organisation: string, edition: string) {
  return db
    .selectFrom('decision as d')
    .innerJoin('publication as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.seal', '=', 'd.seal'))
    .leftJoin('project as j', (join) => join.onRef('j.organisation', '=', 'd.organisation').onRef('j.application', '=', 'd.application'))
    .where('d.organisation', '=', organisation)
    .where('d.edition', '=', edition)
    .where('d.outcome', '=', 'selected')
    .where('j.id', 'is', null)
}
