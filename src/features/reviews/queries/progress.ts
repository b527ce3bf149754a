/** How far each reviewer is with what they hold, and whom a reminder would reach now. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { happens } from './stages.ts'
import { canonicalJson } from '../../../domain/application.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { reminderOutcome } from '../../../domain/reading-reminder.ts'
import { mayReadReviews } from '../../../domain/review.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import type { ProgressView } from '../progress/views.ts'

export interface ReaderRow {
  readonly reviewer: string
  readonly person: string
  readonly name_ar: string
  readonly name_latin: string
  readonly email: string | null
  readonly language: Language
  readonly submitted: number
  readonly begun: number
  readonly untouched: number
  readonly reminded_at: Date | null
  readonly stopped: boolean
}

export interface Readers {
  readonly rows: readonly ReaderRow[]
  readonly lastDay: string | null
  readonly zone: string
  readonly fingerprint: string
}

/** Reviewers who accepted and have not left, with the readings that stand; files that were withdrawn ask for nothing. */
export async function readersIn(db: Reader, organisation: string, edition: string, now: Date): Promise<Readers> {
  const found = await sql<ReaderRow>`
    select r.id as reviewer, p.id as person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin, p.email, p.language,
      coalesce(g.submitted, 0) as submitted, coalesce(g.begun, 0) as begun, coalesce(g.untouched, 0) as untouched,
      (select max(m.reminded_at) from reading_reminder m where m.organisation = r.organisation and m.reviewer = r.id) as reminded_at,
      exists (select from reading_reminder_stop t where t.organisation = r.organisation and t.reviewer = r.id) as stopped
    from reviewer r
    join person p on p.organisation = r.organisation and p.id = r.person
    left join lateral (
      select count(v.submitted_at)::int as submitted, count(*) filter (where v.assignment is not null and v.submitted_at is null)::int as begun,
        count(*) filter (where v.assignment is null)::int as untouched
      from assignment g left join review v on v.organisation = g.organisation and v.assignment = g.id
      where g.organisation = r.organisation and g.reviewer = r.id and g.ended_at is null and ${happens('g', 'reading')}
        and not exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application)) g on true
    where r.organisation = ${organisation} and r.edition = ${edition} and r.accepted_at is not null and r.left_at is null
    order by r.id`.execute(db)
  const terms = await sql<{ zone: string; last: string | null }>`
    select o.zone, (select d.ends_on::text from edition_date d where d.organisation = o.id and d.edition = ${edition} and d.code = 'scoring') as last
    from organisation o where o.id = ${organisation}`.execute(db)
  const { zone = 'UTC', last = null } = terms.rows[0] ?? {}
  const reached = found.rows.filter((row) => outcomeOf(row, now) === 'written-to').map((row) => [row.reviewer, row.begun + row.untouched])
  const fingerprint = createHash('sha256').update(canonicalJson({ edition, last, reached })).digest('hex')
  return { rows: found.rows, lastDay: last, zone, fingerprint }
}

export function outcomeOf({ begun, untouched, email, reminded_at, stopped }: ReaderRow, now: Date) {
  return reminderOutcome({ open: begun + untouched, address: email, remindedAt: reminded_at, stopped }, now)
}

/** Null for who may not read reviews in the whole edition. */
export async function progressOf(db: Reader, viewer: Viewer, place: Place, language: Language, now: Date): Promise<ProgressView | null> {
  if (!mayReadReviews(viewer, place)) return null
  const { rows, lastDay, zone, fingerprint } = await readersIn(db, viewer.organisation, place.edition, now)
  const isLate = lastDay !== null && dayIn(now, zone) > lastDay
  const lines = rows.map((row) => ({
    reviewer: row.reviewer,
    name: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    submitted: row.submitted,
    begun: row.begun,
    untouched: row.untouched,
    late: isLate && row.begun + row.untouched > 0,
    remindedAt: row.reminded_at,
    outcome: outcomeOf(row, now),
  }))
  const open = (line: (typeof lines)[number]): number => line.begun + line.untouched
  lines.sort((a, b) => open(b) - open(a) || a.name.localeCompare(b.name, language))
  return { lines, lastDay, fingerprint, reached: lines.filter(({ outcome }) => outcome === 'written-to').length }
}
