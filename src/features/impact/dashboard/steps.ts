/** Applications and projects of an edition, counted by region at each step, within what the viewer's roles reach. */
import { sql } from 'kysely'
import type { Scope } from '../../../domain/scope.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { RegionSteps, Steps, Weeks } from './views.ts'

interface Row extends Steps {
  code: string | null
  iso: string | null
  name: RegionSteps['name'] | null
  mark: string | null
  places: number | null
}

export interface Counted {
  readonly regions: readonly RegionSteps[]
  readonly elsewhere: Steps | null
  readonly total: Steps
}

const NOTHING: Steps = { begun: 0, submitted: 0, women: 0, said: 0, eligible: 0, interviewed: 0, selected: 0, admitted: 0, active: 0 }

/** One statement. Withdrawn applications count nowhere; a place is counted once among the admitted (`isAdmitted` of domain/cohort). */
export async function stepsOf(db: Reader, organisation: string, edition: string, scope: Scope): Promise<Counted> {
  const within = scope === 'all' ? sql`true` : sql`r.code = any(${[...scope]})`
  const found = await sql<Row>`
    with one as (
      select coalesce(s.region, d.answers->>'region') as region, s.application is not null as submitted, s.gender,
        coalesce((select e.eligible from eligibility_decision e where e.organisation = a.organisation and e.application = a.id order by e.seq desc limit 1), false) as eligible,
        coalesce(i.attended, false) as interviewed, x.outcome = 'selected' as selected,
        coalesce(o.accepted, false) and (l.project is null or n.project is null) as admitted,
        coalesce(o.accepted, false) and l.project is null as active
      from application a
      left join submission s on s.organisation = a.organisation and s.application = a.id
      left join draft d on d.organisation = a.organisation and d.application = a.id
      left join interview i on i.organisation = a.organisation and i.application = a.id
      left join decision x on x.organisation = a.organisation and x.application = a.id
      left join project j on j.organisation = a.organisation and j.application = a.id
      left join offer o on o.organisation = j.organisation and o.project = j.id
      left join departure l on l.organisation = j.organisation and l.project = j.id
      left join offer n on n.organisation = j.organisation and n.replaces = j.id and n.accepted
      where a.organisation = ${organisation} and a.edition = ${edition}
        and not exists (select from withdrawal w where w.organisation = a.organisation and w.application = a.id)
    )
    select r.code, r.iso, r.name::jsonb as name, r.mark, r.places,
      count(o.submitted)::int as begun, count(*) filter (where o.submitted)::int as submitted,
      count(*) filter (where o.submitted and o.gender = 'woman')::int as women, count(*) filter (where o.submitted and o.gender is not null)::int as said,
      count(*) filter (where o.eligible)::int as eligible, count(*) filter (where o.interviewed)::int as interviewed,
      count(*) filter (where o.selected)::int as selected, count(*) filter (where o.admitted)::int as admitted, count(*) filter (where o.active)::int as active
    from (select * from edition_region where organisation = ${organisation} and edition = ${edition}) r
    full join one o on o.region = r.code
    where ${within}
    group by r.code, r.iso, r.name::jsonb, r.mark, r.places, r.position
    order by r.position nulls last`.execute(db)
  const regions = found.rows.flatMap((row) => (row.code === null ? [] : [row as RegionSteps]))
  const elsewhere = found.rows.find((row) => row.code === null) ?? null
  const keys = Object.keys(NOTHING) as (keyof Steps)[]
  const total = Object.fromEntries(keys.map((key) => [key, found.rows.reduce((sum, row) => sum + row[key], 0)])) as unknown as Steps
  return { regions, elsewhere, total }
}

/** Median age of the holders on the day ages are counted, in whole years. One statement. */
export async function medianAgeOf(db: Reader, organisation: string, edition: string, scope: Scope): Promise<number | null> {
  const within = scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`
  const found = await sql<{ age: number | null }>`
    select percentile_disc(0.5) within group (order by extract(year from age(coalesce(c.age_on, (s.submitted_at at time zone c.zone)::date), s.born_on)))::int as age
    from submission s
    join application a on a.organisation = s.organisation and a.id = s.application
    join call c on c.organisation = a.organisation and c.id = a.call
    where s.organisation = ${organisation} and s.edition = ${edition} and ${within}
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)`.execute(db)
  return found.rows[0]?.age ?? null
}

interface WeekRow {
  edition: string
  year: number
  opens_on: string
  week: number
  count: number
}

/** Submissions by week of the call, of the edition and of the one before it; weeks that have not begun are left out. One statement. */
export async function weeksOf(db: Reader, organisation: string, edition: string, scope: Scope, now: Date): Promise<Weeks[]> {
  const within = scope === 'all' ? sql`true` : sql`s.region = any(${[...scope]})`
  const found = await sql<WeekRow>`
    with shown as (
      select e.id, e.year, e.ordinal, c.opens_at, c.deadline_at, c.zone from edition e
      join edition mine on mine.organisation = e.organisation and mine.id = ${edition} and mine.programme = e.programme
      join call c on c.organisation = e.organisation and c.edition = e.id
      where e.organisation = ${organisation} and e.ordinal in (mine.ordinal, mine.ordinal - 1)
    )
    select e.id as edition, e.year, (e.opens_at at time zone e.zone)::date::text as opens_on, w.week,
      (select count(*)::int from submission s where s.organisation = ${organisation} and s.edition = e.id and ${within}
        and s.submitted_at < e.opens_at + (w.week + 1) * interval '7 days' and s.submitted_at <= ${now}
        and not exists (select from withdrawal g where g.organisation = s.organisation and g.application = s.application)) as count
    from shown e
    cross join lateral generate_series(0, greatest(0, ceil(extract(epoch from coalesce(e.deadline_at, ${now}::timestamptz) - e.opens_at) / 604800)::int - 1)) as w(week)
    where e.opens_at + w.week * interval '7 days' <= ${now}
    order by e.ordinal desc, w.week`.execute(db)
  const editions = [...new Set(found.rows.map((row) => row.edition))]
  return editions.map((id) => {
    const rows = found.rows.filter((row) => row.edition === id)
    return { year: rows[0]?.year ?? 0, opensOn: rows[0]?.opens_on ?? '', sums: rows.map((row) => row.count) }
  })
}
