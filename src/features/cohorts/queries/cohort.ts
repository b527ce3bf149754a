/** The cohort as the desk and the holders see it: offers, answers, departures, the reserve. */
import { isAdmitted, maySeeCohort, maySeeReserve, type ProjectState, projectState } from '../../../domain/cohort.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Place, SignedIn, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { reserveLine } from '../../selection/index.ts'

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
  /** Its place was opened for it alone by the direction, and goes with it. */
  readonly extra: boolean
  /** Whether it is counted among the admitted. */
  readonly admitted: boolean
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
    .leftJoin('selection_appeal_place as x', (join) =>
      join.onRef('x.organisation', '=', 'j.organisation').onRef('x.application', '=', 'j.application').on('x.choice', '=', 'extra'),
    )
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
    .select([
      's.name as sector',
      'o.accepted',
      'o.reply_by',
      'o.answered_at',
      'l.left_on',
      'l.reason',
      'g.graduated_on',
      'n.id as replacement',
      'n.accepted as replacementAccepted',
      'x.choice as extra',
    ])
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
    extra: row.extra !== null,
    admitted: isAdmitted({ accepted: row.accepted, left: row.left_on !== null, replacementAccepted: row.replacementAccepted }),
  }))
}

/** Of the reserve, somebody still in line. */
export interface ReserveRow {
  readonly application: string
  readonly number: string
  readonly title: string
  readonly region: string
  readonly regionCode: string
  /** Null for who an appeal puts before the reserve. */
  readonly rank: number | null
  readonly next: boolean
  /** The direction opened a place for it alone. */
  readonly extra: boolean
  /** Names of the rules for which it is passed over. */
  readonly passedFor: readonly string[]
}

/** The reserve still in line, by region and rank: for those who read applications, since it was not chosen. */
export async function reserveOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<ReserveRow[]> {
  if (!maySeeReserve(viewer, place)) return []
  const line = await reserveLine(db, viewer.organisation, place.edition, language)
  const rows = await db
    .selectFrom('decision as d')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'd.organisation').onRef('a.id', '=', 'd.application'))
    .innerJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'd.organisation').onRef('s.application', '=', 'd.application'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'd.organisation').onRef('r.edition', '=', 'd.edition').onRef('r.code', '=', 'd.region'),
    )
    .select(['d.application', 'a.number', 's.title', 'r.name as region', 'r.code as regionCode'])
    .where('d.organisation', '=', viewer.organisation)
    .where('d.edition', '=', place.edition)
    .where('d.application', 'in', line.length === 0 ? [place.edition] : line.map((one) => one.application))
    .execute()
  const known = new Map(rows.map((row) => [row.application, row]))
  return line.flatMap(({ application, rank, next, extra, passedFor }) => {
    const row = known.get(application)
    return row === undefined ? [] : [{ ...row, region: inLanguage(row.region, language).text, rank, next, extra, passedFor }]
  })
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
