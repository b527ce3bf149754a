/** The list of the desk: one statement for a page of it, one for its counts. */
import { type RawBuilder, sql } from 'kysely'
import { DESK_STATES, type DeskState } from '../../../domain/eligibility-decision.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { keptUntilWritten } from '../../../platform/database/kept-reads.ts'
import type { DeskChoices, DeskFilters, DeskLine, DeskList, DeskRegion, EligibilityView } from '../views.ts'
import {
  ageOf,
  CHECKER,
  DECIDED,
  type DeskReach,
  FILES,
  matching,
  needsDecided,
  reachOf,
  seen,
  STATE,
  TO_LOOK_AGAIN,
  UNCLEAR,
  within,
} from './list/matching.ts'

export const PAGE = 50

/** A page of the list as the viewer may see it; null when the viewer has no place at this desk. */
export async function deskList(db: Reader, viewer: Viewer, place: Place, filters: DeskFilters): Promise<DeskList | null> {
  const reach = reachOf(viewer, place)
  if (reach === null) return null
  // Whoever serves the same regions reads the same list, but for what is one's own.
  const own = filters.checker === 'me' ? viewer.person?.id : null
  const key = `desk-list ${JSON.stringify([viewer.organisation, place.edition, reach.staff, reach.officer, own, filters])}`
  return keptUntilWritten(db, key, async () => {
    const [page, counted] = await Promise.all([linesOf(db, reach, ofPage(reach, filters)), countsOf(db, reach, filters)])
    return { ...counted, lines: page, officer: reach.officer.length > 0, within: reach.staff === 'all' ? null : reach.staff }
  })
}

const SORTED: Readonly<Record<DeskFilters['sort'], RawBuilder<unknown>>> = {
  number: sql`a.number`,
  title: sql`s.title`,
  region: sql`s.region`,
  sector: sql`s.sector`,
  strand: sql`s.strand`,
  submitted: sql`s.submitted_at`,
  state: STATE,
}

/** The applications that match, in their order, from what is read for that alone; every row says where it stands. */
export function chosen(reach: DeskReach, filters: DeskFilters): RawBuilder<unknown> {
  const order = sql.raw(filters.descending ? 'desc' : 'asc')
  return sql`
    select s.application, row_number() over (order by ${SORTED[filters.sort]} ${order}, a.number ${order}) as place
    from submission s join application a on a.organisation = s.organisation and a.id = s.application
    ${needsDecided(filters) ? DECIDED : sql``}
    where ${matching(reach, filters)}`
}

/** Ids of all that match, in their order: what an export or an act on many begins with. At most `most`. */
export async function matchingApplications(db: Reader, reach: DeskReach, filters: DeskFilters, most: number): Promise<string[]> {
  const found = await sql<{ application: string }>`select application from (${chosen(reach, filters)}) t order by place limit ${most}`.execute(db)
  return found.rows.map((row) => row.application)
}

/** The application before one in the list and the one after it; null when the list does not hold it. */
export async function neighboursInList(
  db: Reader,
  viewer: Viewer,
  place: Place,
  filters: DeskFilters,
  application: string,
): Promise<Pick<EligibilityView, 'before' | 'after'> | null> {
  const reach = reachOf(viewer, place)
  if (reach === null) return null
  const found = await sql<{ application: string; number: string; step: number }>`
    with t as (${chosen(reach, filters)}), here as (select place from t where application = ${application})
    select a.id as application, a.number, (t.place - here.place)::int as step
    from t cross join here join application a on a.organisation = ${viewer.organisation} and a.id = t.application
    where t.place between here.place - 1 and here.place + 1`.execute(db)
  const at = (step: number) => {
    const row = found.rows.find((one) => one.step === step)
    return row === undefined ? null : { application: row.application, number: row.number }
  }
  return at(0) === null ? null : { before: at(-1), after: at(1) }
}

/** The applications of one page of the list, with their place. */
function ofPage(reach: DeskReach, filters: DeskFilters): RawBuilder<unknown> {
  const order = sql.raw(filters.descending ? 'desc' : 'asc')
  return sql`
    select s.application, row_number() over () as place from (
      select s.application from submission s join application a on a.organisation = s.organisation and a.id = s.application
      ${needsDecided(filters) ? DECIDED : sql``}
      where ${matching(reach, filters)}
      order by ${SORTED[filters.sort]} ${order}, a.number ${order} limit ${PAGE} offset ${(filters.page - 1) * PAGE}) s`
}

/** Ids of the applications of one page of the list, in their order. */
export async function pageIds(db: Reader, reach: DeskReach, filters: DeskFilters): Promise<string[]> {
  const found = await sql<{ application: string }>`select application from (${ofPage(reach, filters)}) t order by place`.execute(db)
  return found.rows.map((row) => row.application)
}

interface Row {
  application: string
  number: string
  title: string
  holder_name: string
  region: string
  province: string | null
  sector: string
  strand: string | null
  applicant_kind: string
  language: Language
  submitted_at: Date
  state: DeskState
  look_again: boolean
  ground: string | null
  unclear: number
  files: number
  checker: DeskLine['checker']
  gender: 'woman' | 'man' | null
  age: number | null
}

/** Lines of applications, in the order of their `place`; `some` gives (application, place). Only what the viewer may see comes back. */
export async function linesOf(db: Reader, reach: DeskReach, some: RawBuilder<unknown>): Promise<DeskLine[]> {
  const personal = reach.officer.length === 0 ? sql`false` : within(reach.officer)
  const found = await sql<Row>`
    select s.application, a.number, s.title, s.holder_name, s.region, s.province, s.sector, s.strand, s.applicant_kind, s.language, s.submitted_at,
      ${STATE} as state, ${TO_LOOK_AGAIN} as look_again, d.ground, ${UNCLEAR} as unclear, (select count(*)::int ${FILES}) as files,
      (select json_build_object('nameAr', p.name_ar, 'nameLatin', p.name_latin) from person p where p.organisation = s.organisation and p.id = ${CHECKER}) as checker,
      case when ${personal} then s.gender end as gender, case when ${personal} then ${ageOf(reach)} end as age
    from (${some}) t
    join submission s on s.organisation = ${reach.viewer.organisation} and s.application = t.application
    join application a on a.organisation = s.organisation and a.id = s.application
    ${DECIDED}
    where ${seen(reach)} order by t.place`.execute(db)
  return found.rows.map((row) => ({
    application: row.application,
    number: row.number,
    title: row.title,
    holderName: row.holder_name,
    region: row.region,
    province: row.province,
    sector: row.sector,
    strand: row.strand,
    kind: row.applicant_kind,
    language: row.language,
    submittedAt: row.submitted_at,
    state: row.state,
    lookAgain: row.look_again,
    ground: row.state === 'ineligible' ? row.ground : null,
    unclear: row.unclear,
    files: row.files,
    checker: row.checker,
    gender: row.gender,
    age: row.age,
  }))
}

interface Counts {
  total: number
  states: Partial<Record<DeskState, number>> | null
  next: { application: string; number: string } | null
  regions: DeskRegion[] | null
  provinces: string[] | null
  sectors: { code: string; name: Trilingual }[] | null
  strands: { code: string; name: Trilingual; count: number }[] | null
  kinds: { code: string; name: Trilingual }[] | null
  rules: { code: string; name: Trilingual }[] | null
  checkers: DeskChoices['checkers'] | null
  deadline_at: Date | string | null
}

async function countsOf(db: Reader, reach: DeskReach, filters: DeskFilters): Promise<Omit<DeskList, 'lines' | 'officer' | 'within'>> {
  const { organisation } = reach.viewer
  const { edition } = reach.place
  const list = (table: string, more: string): RawBuilder<unknown> =>
    sql`(select json_agg(json_build_object('code', code, 'name', name${sql.raw(more)}) order by position) from ${sql.table(table)} where organisation = ${organisation} and edition = ${edition})`
  const found = await sql<Counts>`
    with t as materialized (select s.application, s.organisation, s.province, s.strand, s.submitted_at, ${STATE} as state from submission s ${DECIDED} where ${seen(reach)})
    select (select count(*)::int from submission s ${needsDecided(filters) ? DECIDED : sql``} where ${matching(reach, filters)}) as total,
      (select json_object_agg(state, n) from (select state, count(*)::int as n from t group by state) s) as states,
      (select array_agg(province order by province) from (select distinct province from t where province is not null) p) as provinces,
      (select json_build_object('application', a.id, 'number', a.number) from (select * from t where state = 'waiting' order by submitted_at, application limit 1) w
        join application a on a.organisation = w.organisation and a.id = w.application) as next,
      (select json_agg(json_build_object('id', p.id, 'nameAr', p.name_ar, 'nameLatin', p.name_latin) order by p.name_latin, p.id) from person p
        where p.organisation = ${organisation} and p.id in (select k.person from t join eligibility_checker k on k.organisation = t.organisation and k.application = t.application)) as checkers,
      ${list('edition_region', ", 'mark', mark")} as regions, ${list('edition_sector', '')} as sectors, ${list('edition_strand', ", 'count', (select count(*)::int from t where t.strand = edition_strand.code)")} as strands, ${list('applicant_kind', '')} as kinds, ${list('eligibility_rule', '')} as rules,
      (select deadline_at from call where organisation = ${organisation} and edition = ${edition}) as deadline_at`.execute(db)
  const row = found.rows[0] as Counts
  const counts = Object.fromEntries(DESK_STATES.map((state) => [state, row.states?.[state] ?? 0])) as Record<DeskState, number>
  return {
    total: row.total,
    counts,
    next: row.next,
    regions: row.regions ?? [],
    provinces: row.provinces ?? [],
    sectors: row.sectors ?? [],
    strands: row.strands ?? [],
    kinds: row.kinds ?? [],
    rules: row.rules ?? [],
    checkers: row.checkers ?? [],
    deadlineAt: row.deadline_at === null ? null : new Date(row.deadline_at),
  }
}
