/** What each application has of each criterion: what weights are tried on. */
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/**
 * Points of 100 by application, then criterion: the mean step over the reviews of each stage that weighs criteria as the
 * edition does, by the share of that stage. Votes, orders and grids with weights of their own say nothing here.
 */
export async function criterionValues(db: Reader, organisation: string, edition: string): Promise<Map<string, Readonly<Record<string, number>>>> {
  const found = await sql<{ application: string; values: Record<string, number> }>`
    select application, json_object_agg(code, points) as values from (
      select application, code, sum(points)::float8 as points from (
        select a.application, a.stage, s.key as code, t.share * 100 * avg(s.value::numeric) / coalesce(t.scale_max, e.scale_max) as points
        from assignment a
        join edition e on e.organisation = a.organisation and e.id = a.edition
        join edition_stage t on t.organisation = a.organisation and t.edition = a.edition and t.code = a.stage and t.mode = 'score' and t.weights is null and t.share > 0
        join review r on r.organisation = a.organisation and r.assignment = a.id and r.submitted_at is not null
        cross join lateral jsonb_each_text(r.scores) s
        where a.organisation = ${organisation} and a.edition = ${edition} and a.ended_at is null
        group by a.application, a.stage, s.key, t.share, t.scale_max, e.scale_max
      ) each_stage group by application, code
    ) each_criterion group by application`.execute(db)
  return new Map(found.rows.map(({ application, values }) => [application, values]))
}
