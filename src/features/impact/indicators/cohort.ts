/** The cohort: places, projects admitted, active at the end; who leads them. Admitted and active are two figures. */
import { type RawBuilder, sql } from 'kysely'
import type { Asked, Indicator } from './indicator.ts'

const EVERY = sql`true`

/** Projects whose place was accepted by the moment asked and that `holds` keeps; `also` narrows by what was sent. */
function accepted({ organisation, edition, asOf }: Asked, holds: RawBuilder<unknown>, also: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select j.id, 'project' as kind, null::jsonb as name, j.title, j.language::text as language,
      (o.answered_at at time zone g.zone)::date as day, j.region, j.sector, null::text as market, 1::numeric as amount,
      j.showcased as shown, '/desk/' || e.slug || '/cohort' as staff_path, '/projects/' || e.slug || '/' || j.slug as public_path
    from project j
    join edition e on e.organisation = j.organisation and e.id = j.edition
    join organisation g on g.id = j.organisation
    join offer o on o.organisation = j.organisation and o.project = j.id and o.accepted and o.answered_at <= ${asOf}
    join submission s on s.organisation = j.organisation and s.application = j.application
    join applicant_kind k on k.organisation = s.organisation and k.edition = s.edition and k.code = s.applicant_kind
    left join departure d on d.organisation = j.organisation and d.project = j.id and d.recorded_at <= ${asOf}
    left join graduation f on f.organisation = j.organisation and f.project = j.id
    left join offer n on n.organisation = j.organisation and n.replaces = j.id and n.accepted and n.answered_at <= ${asOf}
    where j.organisation = ${organisation} and j.edition = ${edition} and ${holds} and ${also}`
}

/** A place is counted once: where another project took over that of one that left, the later one is counted (`isAdmitted` in domain/cohort). */
const ADMITTED = sql`(d.project is null or n.id is null)`
/** Not gone before the end of the support; while it lasts, not gone so far. */
const ACTIVE = sql`(d.project is null or d.left_on > f.graduated_on)`

const project = (noun: string, holds: RawBuilder<unknown>, also: RawBuilder<unknown>, split?: Indicator['split']): Indicator => ({
  family: 'cohort',
  unit: 'count',
  takes: ['region', 'sector'],
  noun,
  ...(split === undefined ? {} : { split }),
  public: 'listed',
  records: (asked) => accepted(asked, holds, also),
})

const BY_KIND = { by: 'kind', of: 'projects', parts: 2 } as const

export const cohortIndicators = {
  admitted: project('projects', ADMITTED, EVERY),
  'active-at-end': project('projects', ACTIVE, EVERY),
  // Who leads is what the holder said on the form: an answer one may leave out.
  'admitted-led-by-women': { ...project('projects-led-by-women', ADMITTED, sql`s.gender = 'woman'`), public: 'split' },
  'admitted-structures': project('projects-of-structures', ADMITTED, sql`k.structure`, BY_KIND),
  'admitted-people': project('projects-of-people', ADMITTED, sql`not k.structure`, BY_KIND),

  places: {
    family: 'cohort',
    unit: 'count',
    takes: ['region'],
    noun: 'places',
    public: 'listed',
    records: ({ organisation, edition }) => sql`
      select md5(r.code)::uuid as id, 'place' as kind, r.name::jsonb as name, null::text as title, null::text as language,
        null::date as day, r.code as region, null::text as sector, null::text as market, r.places::numeric as amount, true as shown,
        '/desk/' || e.slug || '/call' as staff_path, '/calls/' || e.slug || '/rules' as public_path
      from edition_region r join edition e on e.organisation = r.organisation and e.id = r.edition
      where r.organisation = ${organisation} and r.edition = ${edition} and r.places > 0`,
  },
} satisfies Readonly<Record<string, Indicator>>
