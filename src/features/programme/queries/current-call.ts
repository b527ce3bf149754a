import { sql } from 'kysely'
import { type CallTimes, chooseCall } from '../../../domain/call.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** A public call, as much of it as stands around other pages. */
export interface CallHead extends CallTimes {
  readonly edition: { readonly id: string; readonly slug: string; readonly name: Trilingual }
  readonly programme: { readonly id: string; readonly name: Trilingual; readonly summary: Trilingual }
  readonly zone: string
  readonly helpPhone: string
  readonly funders: readonly { readonly name: Trilingual; readonly sentence: Trilingual; readonly emblem: string | null }[]
}

interface Row extends Omit<CallHead, keyof CallTimes> {
  readonly published_at: Date
  readonly opens_at: Date
  readonly deadline_at: Date | null
  readonly grace_seconds: number
  readonly results_at: Date | null
}

/** Every call that is public at `now`, the newest edition first. */
export async function publicCalls(db: Reader, organisation: string, now: Date): Promise<CallHead[]> {
  const found = await sql<Row>`
    select json_build_object('id', e.id, 'slug', e.slug, 'name', e.name) as edition,
      json_build_object('id', p.id, 'name', p.name, 'summary', p.summary) as programme,
      c.zone, coalesce(c.texts #>> '{help,phone}', '') as "helpPhone",
      coalesce((select json_agg(json_build_object('name', f.name, 'sentence', f.sentence, 'emblem', f.emblem) order by l.position)
        from edition_funder l join funder f on f.organisation = l.organisation and f.id = l.funder
        where l.organisation = e.organisation and l.edition = e.id), '[]') as funders,
      c.published_at, c.opens_at, c.deadline_at, c.grace_seconds,
      (select min(r.published_at) from publication r where r.organisation = c.organisation and r.edition = c.edition) as results_at
    from call c
    join edition e on e.organisation = c.organisation and e.id = c.edition
    join programme p on p.organisation = e.organisation and p.id = e.programme
    where c.organisation = ${organisation} and c.published_at <= ${now}
    order by e.ordinal desc, e.id desc`.execute(db)
  return found.rows.map(({ published_at, opens_at, deadline_at, grace_seconds, results_at, ...head }) => ({
    ...head,
    publishedAt: published_at,
    opensAt: opens_at,
    deadlineAt: deadline_at,
    graceSeconds: grace_seconds,
    resultsAt: results_at,
  }))
}

/** The call to show first: open, else the next to open, else the last that closed; null before the first is public. */
export async function currentCall(db: Reader, organisation: string, now: Date): Promise<CallHead | null> {
  return chooseCall(await publicCalls(db, organisation, now), now)
}
