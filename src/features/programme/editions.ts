/** Which organisation is served, and its editions. */
import { sql } from 'kysely'
import type { Trilingual } from '../../domain/language.ts'
import type { Place } from '../../domain/viewer.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { keptUntilWritten } from '../../platform/database/kept-reads.ts'

const organisations = new WeakMap<object, Map<string, { id: string; until: number }>>()
const REMEMBERED = 60_000

/** The organisation served at a host: the one with that host name, else the only one without. Remembered for a minute. Null before the first is made. */
export async function organisationByHost(db: Database, host: string): Promise<string | null> {
  const known = organisations.get(db) ?? new Map<string, { id: string; until: number }>()
  organisations.set(db, known)
  const kept = known.get(host)
  if (kept !== undefined && kept.until > performance.now()) return kept.id
  const found = await db
    .selectFrom('organisation')
    .select('id')
    .where((any) => any.or([any('host', '=', host), any('host', 'is', null)]))
    .orderBy(sql`host is null`)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  if (found === undefined) return null
  if (known.size > 1000) known.clear()
  known.set(host, { id: found.id, until: performance.now() + REMEMBERED })
  return found.id
}

export interface EditionView {
  readonly id: string
  readonly slug: string
  readonly ordinal: number
  readonly year: number
  readonly name: Trilingual
  readonly programme: string
  readonly programmeName: Trilingual
  readonly currency: string
  readonly places: number
  readonly zone: string
  /** Where permissions of this edition are asked. */
  readonly place: Place
}

function editions(db: Reader, organisation: string) {
  return db
    .selectFrom('edition as e')
    .innerJoin('programme as p', (join) => join.onRef('p.organisation', '=', 'e.organisation').onRef('p.id', '=', 'e.programme'))
    .innerJoin('organisation as o', 'o.id', 'e.organisation')
    .select(['e.id', 'e.slug', 'e.ordinal', 'e.year', 'e.name', 'e.programme', 'p.name as programmeName', 'e.currency', 'e.places', 'o.zone'])
    .where('e.organisation', '=', organisation)
}

export function editionBySlug(db: Reader, organisation: string, slug: string): Promise<EditionView | null> {
  return keptUntilWritten(db, `edition ${organisation} ${slug}`, async () => {
    const row = await editions(db, organisation).where('e.slug', '=', slug).executeTakeFirst()
    return row === undefined ? null : { ...row, place: { programme: row.programme, edition: row.id } }
  })
}

/** Every edition, the newest first. */
export async function editionsOf(db: Reader, organisation: string): Promise<EditionView[]> {
  const rows = await editions(db, organisation).orderBy('e.ordinal', 'desc').execute()
  return rows.map((row) => ({ ...row, place: { programme: row.programme, edition: row.id } }))
}

export type Stage = 'call' | 'eligibility' | 'review' | 'selection' | 'cohort' | 'support' | 'markets' | 'means'
export type StageProgress = Readonly<Record<Stage, 'done' | 'live' | 'next'>>

/** What the records say, whatever the time. */
interface StageFacts {
  opens_at: Date | null
  closes_at: Date | null
  submitted: boolean
  undecided: boolean
  assigned: boolean
  unread: boolean
  planned: boolean
  published: boolean
  offered: boolean
  ended: boolean
  activities: boolean
  activities_left: boolean
  last_market: string | null
  awarded: boolean
  unpaid: boolean
}

/** Where an edition stands, stage by stage, read from its records: a stage is done when nothing of it is left to do. */
export async function stagesOf(db: Reader, organisation: string, edition: string, now: Date): Promise<StageProgress> {
  const f = await keptUntilWritten(db, `stages ${organisation} ${edition}`, () => stageFacts(db, organisation, edition))
  const opened = f.opens_at !== null && f.opens_at <= now
  const closed = f.closes_at !== null && f.closes_at < now
  const marketsLeft = f.last_market !== null && f.last_market >= now.toISOString().slice(0, 10)
  const stage = (begun: boolean, over: boolean): 'done' | 'live' | 'next' => (over ? 'done' : begun ? 'live' : 'next')
  return {
    call: stage(opened, closed),
    eligibility: stage(f.submitted, closed && f.submitted && !f.undecided),
    review: stage(f.assigned, f.published || (f.assigned && f.planned && !f.unread)),
    selection: stage(f.planned, f.published),
    cohort: stage(f.offered, f.ended),
    // What was held before anyone was offered a place (sessions about the call) is not the end of the support.
    support: stage(f.activities && (f.offered || f.activities_left), f.offered && f.activities && !f.activities_left),
    markets: stage(f.last_market !== null, f.last_market !== null && !marketsLeft),
    means: stage(f.awarded, f.awarded && !f.unpaid),
  }
}

async function stageFacts(db: Reader, organisation: string, edition: string): Promise<StageFacts> {
  const found = await sql<StageFacts>`select
    (select opens_at from call where organisation = ${organisation} and edition = ${edition}) as opens_at,
    (select deadline_at + make_interval(secs => grace_seconds) from call where organisation = ${organisation} and edition = ${edition}) as closes_at,
    exists (select from submission where organisation = ${organisation} and edition = ${edition}) as submitted,
    exists (select from submission s where s.organisation = ${organisation} and s.edition = ${edition}
      and not exists (select from eligibility_decision d where d.organisation = s.organisation and d.application = s.application)
      and not exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)) as undecided,
    exists (select from assignment where organisation = ${organisation} and edition = ${edition}) as assigned,
    exists (select from assignment a where a.organisation = ${organisation} and a.edition = ${edition} and a.ended_at is null
      and not exists (select from review r where r.organisation = a.organisation and r.assignment = a.id and r.submitted_at is not null)) as unread,
    exists (select from selection_plan where organisation = ${organisation} and edition = ${edition}) as planned,
    exists (select from publication where organisation = ${organisation} and edition = ${edition}) as published,
    exists (select from offer where organisation = ${organisation} and edition = ${edition}) as offered,
    exists (select from graduation where organisation = ${organisation} and edition = ${edition}) as ended,
    exists (select from activity where organisation = ${organisation} and edition = ${edition}) as activities,
    exists (select from activity where organisation = ${organisation} and edition = ${edition} and held_at is null and cancelled_at is null) as activities_left,
    (select max(ends_on) from market where organisation = ${organisation} and edition = ${edition}) as last_market,
    exists (select from award where organisation = ${organisation} and edition = ${edition}) as awarded,
    exists (select from instalment i where i.organisation = ${organisation} and i.edition = ${edition} and i.released_at is null
      and not exists (select from payment p where p.organisation = i.organisation and p.instalment = i.id and p.paid_on is not null)) as unpaid`.execute(
    db,
  )
  return found.rows[0] as StageFacts
}
