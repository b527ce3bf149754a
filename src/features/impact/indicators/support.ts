/** Support: activities held, alone or inside a tour, and the tours. What was planned or cancelled is not counted. */
import { type RawBuilder, sql } from 'kysely'
import type { ActivityKind } from '../../../domain/activity.ts'
import type { Asked, Indicator } from './indicator.ts'

/** Activities recorded as held by the moment asked. The public reads the title of those on the agenda that anyone may read, never of an individual training. */
function held({ organisation, edition, asOf }: Asked, kinds: readonly ActivityKind[], inTour: boolean | null): RawBuilder<unknown> {
  return sql`
    select a.id, a.kind, a.title::jsonb as name, null::text as title, null::text as language,
      (lower(a.during) at time zone g.zone)::date as day, coalesce(a.region, t.region) as region, null::text as sector,
      null::text as market, 1::numeric as amount, a.public and a.kind <> 'individual-training' as shown,
      '/desk/' || e.slug || '/activities/' || a.id as staff_path, null::text as public_path
    from activity a
    join edition e on e.organisation = a.organisation and e.id = a.edition
    join organisation g on g.id = a.organisation
    left join tour t on t.organisation = a.organisation and t.id = a.tour
    where a.organisation = ${organisation} and a.edition = ${edition} and a.kind = any(${kinds as string[]})
      and a.held_at <= ${asOf} and a.cancelled_at is null and (${inTour}::boolean is null or (a.tour is not null) = ${inTour}::boolean)`
}

/** Tours of which at least one activity was held by the moment asked. */
function toursHeld({ organisation, edition, asOf }: Asked): RawBuilder<unknown> {
  return sql`
    select t.id, 'tour' as kind, t.name::jsonb as name, null::text as title, null::text as language, t.starts_on as day, t.region,
      null::text as sector, null::text as market, 1::numeric as amount, true as shown,
      '/desk/' || e.slug || '/tours/' || t.id as staff_path, null::text as public_path
    from tour t
    join edition e on e.organisation = t.organisation and e.id = t.edition
    where t.organisation = ${organisation} and t.edition = ${edition} and t.cancelled_at is null
      and exists (select from activity a where a.organisation = t.organisation and a.tour = t.id
        and a.held_at <= ${asOf} and a.cancelled_at is null)`
}

const activity = (noun: string, kinds: readonly ActivityKind[], inTour: boolean | null): Indicator => ({
  family: 'support',
  unit: 'count',
  takes: ['region'],
  noun,
  public: 'listed',
  records: (asked) => held(asked, kinds, inTour),
})

export const supportIndicators = {
  'group-trainings': activity('group-trainings', ['group-training'], null),
  'individual-trainings': activity('individual-trainings', ['individual-training'], null),
  tours: { family: 'support', unit: 'count', takes: ['region'], noun: 'tours', public: 'listed', records: toursHeld },
  // A training inside a tour is of its own kind, counted apart from group trainings.
  'tour-trainings': activity('tour-trainings', ['training'], true),
  'tour-visits': activity('visits', ['visit', 'meeting'], true),
  'tour-workshops': activity('creative-workshops', ['creative-workshop'], true),
  'tour-round-tables': activity('round-tables', ['round-table'], true),
  visits: activity('visits', ['visit', 'meeting'], null),
  'creative-workshops': activity('creative-workshops', ['creative-workshop'], null),
  'round-tables': activity('round-tables', ['round-table'], null),
  talks: activity('talks', ['talk'], null),
} satisfies Readonly<Record<string, Indicator>>
