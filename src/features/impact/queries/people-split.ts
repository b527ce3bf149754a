/** Who stands behind a figure of applications or projects: by gender, by age at the date of the call, by kind of applicant. "Not said" is an answer. */
import { sql } from 'kysely'
import type { Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Asked } from '../indicators/indicator.ts'
import { type IndicatorCode, indicator } from '../indicators/indicators.ts'

export interface PeoplePart {
  /** 'woman', 'man'; '18-21', '22-25', '26-29', 'other'; null for not said. */
  readonly part: string | null
  /** Name of a kind of applicant. */
  readonly name: Trilingual | null
  readonly records: number
}

export interface PeopleSplit {
  readonly gender: readonly PeoplePart[]
  readonly age: readonly PeoplePart[]
  readonly kind: readonly PeoplePart[]
  /** Day the age is counted on; null: the day each application was sent. */
  readonly ageOn: string | null
}

interface Row extends PeoplePart {
  readonly by: 'gender' | 'age' | 'kind'
  readonly age_on: string | null
}

/** Null for an indicator that counts something else than people and their projects. Counts only; asks no permission. */
export async function peopleSplit(db: Reader, code: IndicatorCode, asked: Asked): Promise<PeopleSplit | null> {
  const { family } = indicator(code)
  if ((family !== 'applications' && family !== 'cohort') || code === 'places') return null
  const { region = null, sector = null } = asked.parameters ?? {}
  const found = await sql<Row>`
    with counted as (
      select s.gender, k.name::jsonb as kind, k.position, c.age_on,
        case when s.born_on is null then null else extract(year from age(coalesce(c.age_on, (s.submitted_at at time zone c.zone)::date), s.born_on))::int end as age
      from (${indicator(code).records(asked)}) q
      left join project j on j.organisation = ${asked.organisation} and j.id = q.id
      join submission s on s.organisation = ${asked.organisation} and s.application = coalesce(j.application, q.id)
      join application a on a.organisation = s.organisation and a.id = s.application
      join call c on c.organisation = a.organisation and c.id = a.call
      join applicant_kind k on k.organisation = s.organisation and k.edition = s.edition and k.code = s.applicant_kind
      where (${region}::text is null or q.region = ${region}::text) and (${sector}::text is null or q.sector = ${sector}::text)),
    parts as (
      select 'gender' as by, gender as part, null::jsonb as name, case gender when 'woman' then 1 when 'man' then 2 else 9 end as position, age_on from counted
      union all
      select 'age', case when age is null then null when age between 18 and 21 then '18-21' when age between 22 and 25 then '22-25'
        when age between 26 and 29 then '26-29' else 'other' end, null, coalesce(age, 999), age_on from counted
      union all
      select 'kind', null, kind, position, age_on from counted)
    select by, part, name, count(*)::int as records, min(age_on)::text as age_on from parts
    group by by, part, name order by by, min(position)`.execute(db)
  const of = (by: Row['by']): PeoplePart[] => found.rows.filter((row) => row.by === by)
  return { gender: of('gender'), age: of('age'), kind: of('kind'), ageOn: found.rows[0]?.age_on ?? null }
}
