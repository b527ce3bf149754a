/** Markets: stands that were taken, visitors that were counted. */
import { sql } from 'kysely'
import type { Indicator } from './indicator.ts'

export const marketIndicators = {
  // A project at two markets counts twice: what is counted is the stand.
  'market-stands': {
    family: 'markets',
    unit: 'count',
    takes: ['region', 'market'],
    noun: 'market-stands',
    public: 'listed',
    records: ({ organisation, edition, asOf }) => sql`
      select md5(t.market::text || t.project::text)::uuid as id, 'project' as kind, null::jsonb as name, j.title, j.language::text as language,
        m.starts_on as day, j.region, j.sector, m.id::text as market, 1::numeric as amount, j.showcased as shown,
        '/desk/' || e.slug || '/markets' as staff_path, '/projects/' || e.slug || '/' || j.slug as public_path
      from stand t
      join market m on m.organisation = t.organisation and m.id = t.market and m.cancelled_at is null
      join project j on j.organisation = t.organisation and j.id = t.project
      join edition e on e.organisation = t.organisation and e.id = t.edition
      where t.organisation = ${organisation} and t.edition = ${edition} and t.took_part and t.recorded_at <= ${asOf}`,
  },

  // Totals only: the parts of a market overlap (who came to the opening also came to the workshops) and are never added up.
  'market-visitors': {
    family: 'markets',
    unit: 'count',
    takes: ['market'],
    noun: 'market-visitors',
    public: 'listed',
    records: ({ organisation, edition, asOf }) => sql`
      select m.id, 'market' as kind, m.name::jsonb as name, null::text as title, null::text as language, m.ends_on as day, null::text as region,
        null::text as sector, m.id::text as market, v.visitors::numeric as amount, m.public as shown,
        '/desk/' || e.slug || '/markets' as staff_path, null::text as public_path
      from market_visit v
      join market m on m.organisation = v.organisation and m.id = v.market and m.cancelled_at is null
      join edition e on e.organisation = m.organisation and e.id = m.edition
      where m.organisation = ${organisation} and m.edition = ${edition} and v.part = 'total' and v.recorded_at <= ${asOf}`,
  },
} satisfies Readonly<Record<string, Indicator>>
