/** What support has held of what it planned, and what comes next. */
import { sql } from 'kysely'
import type { Scope } from '../../../domain/scope.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Delivery, NextActivity } from './views.ts'

/** Cancelled ones count nowhere. A tour is held once its last day is over. One statement. */
export async function deliveryOf(db: Reader, organisation: string, edition: string, scope: Scope, today: string): Promise<Delivery> {
  const within = scope === 'all' ? sql`true` : sql`region = any(${[...scope]})`
  const found = await sql<Delivery>`
    with kept as (select kind, held_at is not null as held from activity
      where organisation = ${organisation} and edition = ${edition} and cancelled_at is null and ${within}),
    road as (select ends_on < ${today}::date as held from tour
      where organisation = ${organisation} and edition = ${edition} and cancelled_at is null and ${within})
    select
      (select count(*)::int from kept where kind = 'group-training' and held) as "groupHeld",
      (select count(*)::int from kept where kind = 'group-training') as "groupAll",
      (select count(*)::int from kept where kind = 'individual-training' and held) as "individualHeld",
      (select count(*)::int from kept where kind = 'individual-training') as "individualAll",
      (select count(*)::int from road where held) as "toursHeld",
      (select count(*)::int from road) as "toursAll"`.execute(db)
  return found.rows[0] as Delivery
}

/** The next few activities. One statement. */
export async function nextActivities(db: Reader, organisation: string, edition: string, scope: Scope, now: Date): Promise<NextActivity[]> {
  const within = scope === 'all' ? sql`true` : sql`a.region = any(${[...scope]})`
  const found = await sql<NextActivity>`
    select a.id, a.title::jsonb as title, lower(a.during) as "from", r.name::jsonb as region
    from activity a
    left join edition_region r on r.organisation = a.organisation and r.edition = a.edition and r.code = a.region
    where a.organisation = ${organisation} and a.edition = ${edition} and a.cancelled_at is null and lower(a.during) >= ${now} and ${within}
    order by lower(a.during), a.id
    limit 4`.execute(db)
  return found.rows
}

/** Projects that left and whose place nobody took over. One statement. */
export async function leftOf(db: Reader, organisation: string, edition: string, scope: Scope) {
  const within = scope === 'all' ? sql`true` : sql`j.region = any(${[...scope]})`
  const found = await sql<{ region: NonNullable<NextActivity['region']>; on: string }>`
    select r.name::jsonb as region, d.left_on::text as "on"
    from departure d
    join project j on j.organisation = d.organisation and j.id = d.project
    join edition_region r on r.organisation = j.organisation and r.edition = j.edition and r.code = j.region
    where d.organisation = ${organisation} and d.edition = ${edition} and ${within}
      and not exists (select from offer n where n.organisation = d.organisation and n.replaces = d.project and n.accepted)
    order by d.left_on`.execute(db)
  return found.rows
}
