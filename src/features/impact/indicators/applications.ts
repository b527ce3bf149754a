/** Applications: sent, found eligible, heard. Named to nobody outside the desk. */
import { type RawBuilder, sql } from 'kysely'
import type { Asked, Indicator } from './indicator.ts'

const TAKES = ['region', 'sector'] as const

/** Applications sent by the moment asked, narrowed by `join`; `day` is when each came to be counted. */
function sent({ organisation, edition, asOf }: Asked, join: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select s.application as id, 'application' as kind, null::jsonb as name, s.title, s.language::text as language,
      (${day} at time zone g.zone)::date as day, s.region, s.sector, null::text as market, 1::numeric as amount, false as shown,
      '/desk/' || e.slug || '/eligibility/' || s.application as staff_path, null::text as public_path
    from submission s
    join edition e on e.organisation = s.organisation and e.id = s.edition
    join organisation g on g.id = s.organisation
    ${join}
    where s.organisation = ${organisation} and s.edition = ${edition} and s.submitted_at <= ${asOf}`
}

const application = (noun: string, records: Indicator['records']): Indicator => ({
  family: 'applications',
  unit: 'count',
  takes: TAKES,
  noun,
  public: 'split',
  records,
})

export const applicationIndicators = {
  submitted: application('applications-sent', (asked) => sent(asked, sql``, sql`s.submitted_at`)),

  // The decision that stood at the moment asked: the last of those taken by then.
  eligible: application('applications-eligible', (asked) =>
    sent(
      asked,
      sql`join lateral (select d.eligible, d.decided_at from eligibility_decision d
        where d.organisation = s.organisation and d.application = s.application and d.decided_at <= ${asked.asOf}
        order by d.seq desc limit 1) d on d.eligible`,
      sql`d.decided_at`,
    ),
  ),

  interviewed: application('applications-interviewed', (asked) =>
    sent(
      asked,
      sql`join interview i on i.organisation = s.organisation and i.application = s.application and i.attended and i.recorded_at <= ${asked.asOf}`,
      sql`lower(i.during)`,
    ),
  ),
} satisfies Readonly<Record<string, Indicator>>
