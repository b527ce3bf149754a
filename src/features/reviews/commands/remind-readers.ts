/** Reminding reviewers: as an officer was shown, and by itself as the last day of reading comes near. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { mayRemind, remindsToday } from '../../../domain/reading-reminder.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import { dayIn, daysBetween, formatDate } from '../../../platform/time/time.ts'
import { writeMessage } from '../../messages/index.ts'
import { words } from '../progress/words/index.ts'
import { outcomeOf, readersIn, type Readers } from '../queries/progress.ts'
import { isSealed, lockEdition } from './assign.ts'

/** Writes to those who were shown. Refuses `reminder/not-allowed`, `…/sealed`, `…/plan-changed`, `…/nobody`. */
export async function remindReaders(
  db: Database,
  viewer: SignedIn,
  place: Place,
  fingerprint: string,
  origin: string,
  now: Date,
): Promise<Result<{ reminded: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('reminder/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const readers = await readersIn(trx, organisation, place.edition, now)
    const count = readers.rows.filter((row) => outcomeOf(row, now) === 'written-to').length
    const sealed = await isSealed(trx, organisation, place.edition)
    const allowed = mayRemind({ sealed, fingerprint: readers.fingerprint, count }, fingerprint)
    if (!allowed.ok) return allowed
    const reminded = await writeAll(trx, { organisation, edition: place.edition, by: person.id, origin }, readers, now)
    await audit(trx, { organisation, stream: place.edition, act: 'reading/reminded', actor: person.id, at: now, details: { reminded } })
    return ok({ reminded })
  })
}

/** Every morning, in editions whose last day of reading is near: who still holds files and was not written to lately. Answers how many letters. */
export async function remindBeforeLast(db: Database, origin: string, now: Date): Promise<number> {
  const near = await sql<{ organisation: string; edition: string; last: string; zone: string }>`
    select d.organisation, d.edition, d.ends_on::text as last, o.zone from edition_date d join organisation o on o.id = d.organisation
    where d.code = 'scoring' and d.ends_on between ${now}::timestamptz - interval '2 days' and ${now}::timestamptz + interval '5 days'
      and not exists (select from selection_seal l where l.organisation = d.organisation and l.edition = d.edition)
    order by d.organisation, d.edition`.execute(db)
  let letters = 0
  for (const { organisation, edition, last, zone } of near.rows)
    if (remindsToday(daysBetween(dayIn(now, zone), last))) letters += await remindByItself(db, { organisation, edition, by: null, origin }, now)
  return letters
}

function remindByItself(db: Database, from: Sender, now: Date): Promise<number> {
  const { organisation, edition } = from
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, edition)
    const reminded = await writeAll(trx, from, await readersIn(trx, organisation, edition, now), now)
    if (reminded > 0) await audit(trx, { organisation, stream: edition, act: 'reading/reminded', actor: null, at: now, details: { reminded } })
    return reminded
  })
}

interface Sender {
  readonly organisation: string
  readonly edition: string
  /** The officer; null when it leaves by itself. */
  readonly by: string | null
  readonly origin: string
}

async function writeAll(trx: Trx, { organisation, edition, by, origin }: Sender, { rows, lastDay, zone }: Readers, now: Date): Promise<number> {
  const { name } = await trx
    .selectFrom('edition')
    .select('name')
    .where('organisation', '=', organisation)
    .where('id', '=', edition)
    .executeTakeFirstOrThrow()
  const until = lastDay !== null && lastDay >= dayIn(now, zone) ? lastDay : null
  let reminded = 0
  for (const row of rows) {
    if (outcomeOf(row, now) !== 'written-to' || row.email === null) continue
    const files = row.begun + row.untouched
    const facts = { organisation, id: newId(now), edition, reviewer: row.reviewer, files, reminded_at: now, reminded_by: by }
    await trx.insertInto('reading_reminder').values(facts).execute()
    const mail = reminderMail({ edition: name, files, begun: row.begun, until }, row.language, origin)
    const unsubscribe = `${origin}/${row.language}/reading-reminders/${row.reviewer}/removal`
    const to = {
      organisation,
      kind: 'reading-reminder',
      person: row.person,
      address: row.email,
      language: row.language,
      object: row.reviewer,
      unsubscribe,
    }
    await writeMessage(trx, { ...to, ...mail }, now)
    reminded += 1
  }
  return reminded
}

interface ReminderFacts {
  readonly edition: Trilingual
  readonly files: number
  readonly begun: number
  /** The last day, while it has not passed. */
  readonly until: string | null
}

/** How many files, by when, and one button to them. No title and no name: mail is read over shoulders. */
export function reminderMail(facts: ReminderFacts, language: Language, origin: string): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const edition = inLanguage(facts.edition, language).text
  return {
    subject: t('mail.subject', { edition }),
    paragraphs: [
      { heading: t('mail.heading') },
      t('mail.files', { count: facts.files }),
      ...(facts.begun > 0 ? [t('mail.begun', { count: facts.begun })] : []),
      facts.until === null ? t('mail.passed') : t('mail.until', { day: formatDate(facts.until, language) }),
      { action: { label: t('mail.open'), href: `${origin}/${language}/reviews` } },
      t('mail.conflict'),
    ],
  }
}

/** Whoever holds the address of the letter stops further ones; pressed twice, it stays so. */
export function stopReminders(db: Database, organisation: string, reviewer: string, now: Date): Promise<Result<null>> {
  return atomically(db, async (trx) => {
    if (!isId(reviewer)) return ok(null)
    const known = await trx.selectFrom('reviewer').select('id').where('organisation', '=', organisation).where('id', '=', reviewer).executeTakeFirst()
    if (known === undefined) return ok(null)
    const written = await trx
      .insertInto('reading_reminder_stop')
      .values({ organisation, reviewer, stopped_at: now })
      .onConflict((already) => already.constraint('reading_reminder_stop_key').doNothing())
      .returning('reviewer')
      .execute()
    if (written.length > 0) await audit(trx, { organisation, stream: reviewer, act: 'reading-reminder/stopped', actor: null, at: now })
    return ok(null)
  })
}
