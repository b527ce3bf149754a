/** The two hot statements of a submission: what stands before it, and everything that it writes. */
import type { ApplicationFacts, Membership } from '../../../domain/application.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import type { Answers } from '../../../domain/form.ts'
import { type AuditFacts, type AuditHead, auditRow } from '../../../platform/database/audit.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { send, type Statement } from '../../../platform/database/statement.ts'
import { togetherIn } from '../../../platform/database/together.ts'
import { addJobSql } from '../../../platform/jobs/jobs.ts'
import { EXTRA_UNTIL } from '../queries/extra-until.ts'
import { RESULTS_AT } from '../queries/results-at.ts'
import type { PersonKnown, PersonRow, SentRow } from './submission-row.ts'

/** Which application, and who asks to send it. */
export interface Sender {
  readonly organisation: string
  readonly application: string
  readonly person: string
}

/** What stands before an application is sent, as one moment saw it. */
export interface Standing {
  readonly number: string
  readonly edition: string
  readonly membership: Membership
  readonly facts: ApplicationFacts
  /** Null once it was sent. */
  readonly draft: { readonly formVersion: string; readonly answers: Answers; readonly version: number; readonly isBehind: boolean } | null
  /** Questions of which two versions wait for a choice. */
  readonly aside: readonly string[]
  /** The last entry of its trail. */
  readonly head: AuditHead
  readonly person: PersonKnown
  /** Files it holds, in the order they were given. */
  readonly files: readonly { readonly id: string; readonly question: string; readonly sha256: string }[]
}

interface Row {
  place: number
  number: string
  edition: string
  part: Membership
  published_at: Date | null
  opens_at: Date
  deadline_at: Date | null
  grace_seconds: number
  extra_until: Date | null
  results_at: Date | null
  submitted_at: Date | null
  withdrawn_at: Date | null
  form_version: string | null
  newest_form: string
  answers: Answers
  version: number
  aside: string[]
  seq: number
  hash: string
  person: PersonKnown
  files: Standing['files']
}

/* $1 organisations, $2 applications, $3 persons: one of each a question. The limit makes each a look-up by key. xmin names the transaction that wrote a row last. */
const STANDING: Statement = {
  name: 'submission-standing',
  text: `select asked.place::int, found.*
    from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality asked (organisation, application, person, place)
    cross join lateral (
      select a.number, a.edition, m.part, c.published_at, c.opens_at, c.deadline_at, c.grace_seconds, ${EXTRA_UNTIL} as extra_until, ${RESULTS_AT} as results_at, s.submitted_at, w.withdrawn_at,
        d.form_version, d.answers, d.version,
        (select v.id from form_version v where v.organisation = c.organisation and v.call = c.id order by v.version desc limit 1) as newest_form,
        coalesce(h.seq, 0) as seq, coalesce(h.hash, '') as hash,
        array(select distinct question from draft_aside x where x.organisation = a.organisation and x.application = a.id) as aside,
        json_build_object('row', p.xmin::text, 'email', p.email, 'name_ar', p.name_ar, 'name_latin', p.name_latin, 'phone', p.phone,
          'born_on', p.born_on, 'gender', p.gender) as person,
        coalesce((select json_agg(json_build_object('id', f.id, 'question', f.question, 'sha256', f.sha256) order by f.given_at, f.id) from file f
          where f.organisation = a.organisation and f.application = a.id and f.appeal is null
            and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)), '[]'::json) as files
      from application a
      join application_hand m on m.organisation = a.organisation and m.application = a.id and m.person = asked.person
      join person p on p.organisation = m.organisation and p.id = m.person
      join call c on c.organisation = a.organisation and c.id = a.call
      left join draft d on d.organisation = a.organisation and d.application = a.id
      left join submission s on s.organisation = a.organisation and s.application = a.id
      left join withdrawal w on w.organisation = a.organisation and w.application = a.id
      left join lateral (select seq, hash from audit_entry e where e.organisation = a.organisation and e.stream = a.id order by seq desc limit 1) h on true
      where a.organisation = asked.organisation and a.id = asked.application
      limit 1
    ) found`,
}

async function standings(db: Reader, all: readonly Sender[]): Promise<(Standing | null)[]> {
  const columns = [all.map((one) => one.organisation), all.map((one) => one.application), all.map((one) => one.person)]
  const rows = new Map((await send<Row>(db, STANDING, columns)).map((row) => [row.place, row]))
  return all.map((_, index) => {
    const row = rows.get(index + 1)
    return row === undefined ? null : standingOf(row)
  })
}

function standingOf(row: Row): Standing {
  return {
    number: row.number,
    edition: row.edition,
    membership: row.part,
    facts: {
      call: withExtraTime(
        {
          publishedAt: row.published_at,
          opensAt: row.opens_at,
          deadlineAt: row.deadline_at,
          graceSeconds: row.grace_seconds,
          resultsAt: row.results_at,
        },
        row.extra_until,
      ),
      submittedAt: row.submitted_at,
      withdrawnAt: row.withdrawn_at,
    },
    draft:
      row.form_version === null
        ? null
        : {
            formVersion: row.form_version,
            answers: row.answers,
            version: row.version,
            isBehind: row.form_version !== row.newest_form,
          },
    aside: row.aside,
    head: { seq: row.seq, hash: row.hash },
    person: row.person,
    files: row.files,
  }
}

/** What stands, or null when there is no such application for this person. In the last minute of a call many ask at once: they share a statement. */
export const standingOfMany: (db: Reader, asked: Sender) => Promise<Standing | null> = togetherIn(standings)

/** The same by a statement of its own, within a transaction that holds the application. */
export async function standingHeld(db: Reader, asked: Sender): Promise<Standing | null> {
  return (await standings(db, [asked]))[0] ?? null
}

/** Everything one submission writes. */
export interface Writes extends Sender {
  readonly standing: Standing & { readonly draft: NonNullable<Standing['draft']> }
  readonly row: SentRow
  /** What the holder's record did not know; null when it knew all. */
  readonly completed: PersonRow | null
  readonly act: AuditFacts
}

/** Name of the job that mails the receipt. */
const RECEIPT = 'application-receipt'

/*
 * $1 organisations, $2 applications, $3 persons, $4 versions of the drafts, $5 what wrote the persons last,
 * $6 submissions, $7 audit entries, $8 persons or null: one of each a submission. $9 the job.
 *
 * Each is written if what stood still stands. A draft that was saved, or sent, has another version or is gone: `held`
 * waits for whoever holds it, then looks again. Any other act (a withdrawal, a choice between versions) left an entry
 * where this one would stand. What is not held, or finds its place in the trail taken, is left as it was, and keeps none
 * of the others back. All of it is one transaction, with the receipts in the outbox.
 */
const SEND: Statement = {
  name: 'submission-send',
  text: `with asked as materialized (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::jsonb[], $7::jsonb[], $8::jsonb[])
      with ordinality a (organisation, application, person, version, person_row, submission, entry, completed, place)
  ), held as materialized (
    select a.* from asked a
    join draft d on d.organisation = a.organisation and d.application = a.application and d.version = a.version
    join person p on p.organisation = a.organisation and p.id = a.person and p.xmin::text = a.person_row
    order by a.application for update of d
  ), written as (
    insert into audit_entry select r.* from held, jsonb_populate_record(null::audit_entry, held.entry) r
    on conflict on constraint audit_entry_key do nothing returning organisation, stream
  ), sent as materialized (
    select held.* from held join written w on w.organisation = held.organisation and w.stream = held.application
  ), kept as (
    insert into submission select r.* from sent, jsonb_populate_record(null::submission, sent.submission) r
  ), gone as (
    delete from draft d using sent where d.organisation = sent.organisation and d.application = sent.application
  ), completed as (
    update person p set name_ar = k.name_ar, name_latin = k.name_latin, phone = k.phone, born_on = k.born_on, gender = k.gender, search = k.search
    from sent, jsonb_populate_record(null::person, sent.completed) k
    where sent.completed is not null and p.organisation = sent.organisation and p.id = sent.person and p.xmin::text = sent.person_row
  )
  select place::int, (${addJobSql('$9::text', "json_build_object('organisation', organisation, 'application', application)")}).id from sent`,
}

/** Sends; says of each whether it was, in their order. Of one application asked twice, the second is not. */
async function sendAll(db: Reader, all: readonly Writes[]): Promise<boolean[]> {
  const once = all.map(({ application }, index) => all.findIndex((one) => one.application === application) === index)
  const some = all.filter((_, index) => once[index])
  const column = (of: (one: Writes) => unknown): unknown[] => some.map(of)
  const rows = await send<{ place: number }>(db, SEND, [
    ...[column((one) => one.organisation), column((one) => one.application), column((one) => one.person)],
    ...[column((one) => one.standing.draft.version), column((one) => one.standing.person.row)],
    ...[column((one) => JSON.stringify(one.row)), column((one) => JSON.stringify(auditRow(one.act, one.standing.head)))],
    ...[column((one) => (one.completed === null ? null : JSON.stringify(one.completed))), RECEIPT],
  ])
  const sent = new Set(rows.map((row) => some[row.place - 1]))
  return all.map((one, index) => once[index] === true && sent.has(one))
}

/** Sends together; when that fails, each by itself, so that nobody is refused for the sake of another. */
async function sendMany(db: Reader, all: readonly Writes[]): Promise<(boolean | Error)[]> {
  try {
    return await sendAll(db, all)
  } catch (error) {
    if (all.length === 1) throw error
    return Promise.all(
      all.map((one) =>
        sendAll(db, [one]).then(
          ([sent]) => sent === true,
          (error: Error) => error,
        ),
      ),
    )
  }
}

const sendWithOthers = togetherIn(sendMany)

/** Sends one, sharing the statement, its commit and its flush to the disk with whoever sends in the same moment, unless it stands in a transaction; false, and nothing is written, when something came in between. */
export async function sendSubmission(db: Reader, writes: Writes): Promise<boolean> {
  const sent = db.isTransaction ? (await sendAll(db, [writes]))[0] === true : await sendWithOthers(db, writes)
  if (sent instanceof Error) throw sent
  return sent
}
