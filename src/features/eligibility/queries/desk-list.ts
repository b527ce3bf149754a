/** The list of the desk: one statement for a page of it, one for its counts. */
import { type RawBuilder, sql } from 'kysely'
import { DESK_STATES, type DeskState, deskState } from '../../../domain/eligibility-decision.ts'
import { fold } from '../../../domain/fold.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { type Scope, scopeOf } from '../../../domain/scope.ts'
import { type Place, STAFF, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { keptUntilWritten } from '../../../platform/database/kept-reads.ts'
import type { DeskFilters, DeskLine, DeskList, DeskRegion } from '../views.ts'

export const PAGE = 50
/** Rows of an export; more would be another edition's worth. */
const MOST_EXPORTED = 50_000
/** Words at least this long are also found in other spellings: "cherkaoui" finds Charqaoui. */
const SPELT_LENGTH = 5
const SPELT_LIKENESS = 0.6
/** Latin letters written for one another in Moroccan names: each of the first line is read as the one below it. */
const [WRITTEN, READ] = ['qeoyw', 'kauiu'] as const

interface Row {
  application: string
  number: string
  title: string
  holder_name: string
  region: string
  sector: string
  applicant_kind: string
  language: Language
  submitted_at: Date
  withdrawn: boolean
  eligible: boolean | null
  ground: string | null
  unclear: number
}

/** A page of the list as the viewer may see it; null when the viewer has no place at this desk. */
export async function deskList(db: Reader, viewer: Viewer, place: Place, filters: DeskFilters): Promise<DeskList | null> {
  const scope = scopeOf(viewer, STAFF, place)
  if (scope.length === 0) return null
  // Whoever serves the same regions reads the same list.
  return keptUntilWritten(db, `desk-list ${JSON.stringify([viewer.organisation, place.edition, scope, filters])}`, async () => {
    const [lines, counted] = await Promise.all([
      pageOf(db, viewer, place, scope, filters, PAGE, (filters.page - 1) * PAGE),
      countsOf(db, viewer, place, scope, filters),
    ])
    return { ...counted, lines }
  })
}

/** Every line that matches, for an export; null as above. */
export async function deskExport(db: Reader, viewer: Viewer, place: Place, filters: DeskFilters): Promise<DeskLine[] | null> {
  const scope = scopeOf(viewer, STAFF, place)
  return scope.length === 0 ? null : pageOf(db, viewer, place, scope, filters, MOST_EXPORTED, 0)
}

const SORT_COLUMNS: Readonly<Record<DeskFilters['sort'], string>> = {
  number: 'number',
  title: 'title',
  region: 'region',
  sector: 'sector',
  submitted: 'submitted_at',
  state: 'state',
}

async function pageOf(
  db: Reader,
  viewer: Viewer,
  place: Place,
  scope: Scope,
  filters: DeskFilters,
  limit: number,
  offset: number,
): Promise<DeskLine[]> {
  const order = sql.raw(filters.descending ? 'desc' : 'asc')
  const sorted = sql`order by ${sql.ref(SORT_COLUMNS[filters.sort])} ${order}, number ${order}`
  // What is unclear is looked up for the lines shown, not for all those they are chosen from.
  const found = await sql<Row>`
    select t.*, (select count(*)::int from eligibility_rule r where r.organisation = t.organisation and r.edition = t.edition and coalesce((
        select c.verdict from eligibility_check c where c.organisation = t.organisation and c.application = t.application and c.rule = r.code order by c.seq desc limit 1), 'unclear') = 'unclear') as unclear
    from (select * from (${desk(viewer, place, scope)}) t where ${matching(filters)} ${sorted} limit ${limit} offset ${offset}) t
    ${sorted}`.execute(db)
  return found.rows.map((row) => ({
    application: row.application,
    number: row.number,
    title: row.title,
    holderName: row.holder_name,
    region: row.region,
    sector: row.sector,
    kind: row.applicant_kind,
    language: row.language,
    submittedAt: row.submitted_at,
    state: deskState(row),
    ground: row.ground,
    unclear: row.unclear,
  }))
}

/** Every submission within the scope with what was decided about it. */
function desk(viewer: Viewer, place: Place, scope: Scope): RawBuilder<unknown> {
  return sql`
    select s.application, a.number, s.title, s.holder_name, s.region, s.sector, s.applicant_kind, s.language, s.submitted_at, s.search, s.organisation, s.edition,
      w.application is not null as withdrawn, d.eligible, d.ground,
      case when w.application is not null then 'withdrawn' when d.eligible is null then 'waiting' when d.eligible then 'eligible' else 'ineligible' end as state
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    left join withdrawal w on w.organisation = s.organisation and w.application = s.application
    left join lateral (select eligible, ground from eligibility_decision d where d.organisation = s.organisation and d.application = s.application order by d.seq desc limit 1) d on true
    where s.organisation = ${viewer.organisation} and s.edition = ${place.edition} and ${within(scope)}`
}

function within(scope: Scope): RawBuilder<unknown> {
  return scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`
}

function matching({ query, region, sector, kind, state }: DeskFilters): RawBuilder<unknown> {
  const wanted: RawBuilder<unknown>[] = [sql`true`]
  if (region === 'other')
    wanted.push(sql`not exists (select from edition_region r where r.organisation = t.organisation and r.edition = t.edition and r.code = t.region)`)
  else if (region !== '') wanted.push(sql`region = ${region}`)
  if (sector !== '') wanted.push(sql`sector = ${sector}`)
  if (kind !== '') wanted.push(sql`applicant_kind = ${kind}`)
  if (state !== '') wanted.push(sql`state = ${state}`)
  for (const word of fold(query).split(' ').filter(Boolean).slice(0, 8)) {
    const like = sql`search like ${`%${word}%`}`
    wanted.push(
      word.length < SPELT_LENGTH
        ? like
        : sql`(${like} or word_similarity(translate(${word}, ${WRITTEN}, ${READ}), translate(search, ${WRITTEN}, ${READ})) >= ${SPELT_LIKENESS})`,
    )
  }
  return sql.join(wanted, sql` and `)
}

interface Counts {
  total: number
  states: Partial<Record<DeskState, number>> | null
  next: { application: string; number: string } | null
  regions: DeskRegion[] | null
  sectors: { code: string; name: Trilingual }[] | null
  kinds: { code: string; name: Trilingual }[] | null
  rules: { code: string; name: Trilingual }[] | null
  deadline_at: Date | string | null
}

async function countsOf(db: Reader, viewer: Viewer, place: Place, scope: Scope, filters: DeskFilters): Promise<Omit<DeskList, 'lines'>> {
  const list = (table: string, more: string): RawBuilder<unknown> =>
    sql`(select json_agg(json_build_object('code', code, 'name', name${sql.raw(more)}) order by position) from ${sql.table(table)} where organisation = ${viewer.organisation} and edition = ${place.edition})`
  const found = await sql<Counts>`
    with t as materialized (${desk(viewer, place, scope)})
    select (select count(*)::int from t where ${matching(filters)}) as total,
      (select json_object_agg(state, n) from (select state, count(*)::int as n from t group by state) s) as states,
      (select json_build_object('application', application, 'number', number) from t where state = 'waiting' order by submitted_at, number limit 1) as next,
      ${list('edition_region', ", 'mark', mark")} as regions, ${list('edition_sector', '')} as sectors, ${list('applicant_kind', '')} as kinds, ${list('eligibility_rule', '')} as rules,
      (select deadline_at from call where organisation = ${viewer.organisation} and edition = ${place.edition}) as deadline_at`.execute(db)
  const row = found.rows[0] as Counts
  const counts = Object.fromEntries(DESK_STATES.map((state) => [state, row.states?.[state] ?? 0])) as Record<DeskState, number>
  return {
    total: row.total,
    counts,
    next: row.next,
    regions: row.regions ?? [],
    sectors: row.sectors ?? [],
    kinds: row.kinds ?? [],
    rules: row.rules ?? [],
    deadlineAt: row.deadline_at === null ? null : new Date(row.deadline_at),
  }
}
