/** The hot statement: a draft is saved, and its audit entry written, in one round trip the server has planned once. */
import type { Answer } from '../../../domain/form.ts'
import type { ApplicationFacts } from '../../../domain/application.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import { type Act, auditPayload } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, poolOf } from '../../../platform/database/database.ts'
import { answerMarkSql } from '../answer-mark.ts'
import { EXTRA_UNTIL } from '../queries/extra-until.ts'
import { RESULTS_AT } from '../queries/results-at.ts'

export interface DraftSave {
  readonly organisation: string
  readonly application: string
  readonly person: string
  /** Answers to keep, cleaned; an empty one takes its question out of the draft. */
  readonly answers: Readonly<Record<string, Answer>>
  /** For each of them the mark of the answer its writer started from. */
  readonly known: Readonly<Record<string, string>>
  /** The opened page this comes from, and how many times it has sent before. */
  readonly page: string
  readonly turn: number
  /** A section the applicant leaves, and whether it is complete. */
  readonly section?: { readonly code: string; readonly done: boolean }
  /** The version of the form they answer; nothing is written when the draft answers another, or a newer one is there. */
  readonly formVersion?: string
  /** Whether any of the answers is the holder's alone to give: nothing is written when somebody else of the team sends it. */
  readonly holdersOwn?: boolean
  readonly at: Date
}

export interface DraftSaved {
  readonly facts: ApplicationFacts
  /** Zone of the call, in which times are told. */
  readonly zone: string
  /** Null when nothing was written: the facts, or an answer that changed in the meantime, stood against it. */
  readonly saved: { readonly version: number; readonly savedAt: Date } | null
}

interface Row {
  published_at: Date | null
  opens_at: Date
  deadline_at: Date | null
  grace_seconds: number
  extra_until: Date | null
  results_at: Date | null
  zone: string
  submitted_at: Date | null
  withdrawn_at: Date | null
  version: number | null
  saved_at: Date | null
}

/*
 * $1 organisation, $2 application, $3 person, $4 answers, $5 questions emptied, $6 known marks, $7 now, $8 who wrote
 * what, $9 section, $10 done, $11 audit payload, $12 page, $13 turn, $14 form version or null, $15 audit payload of who
 * writes for the holder, $16 whether any answer is the holder's alone.
 *
 * The update waits for whoever holds the draft and then looks at the answers again, so two saves never overwrite each
 * other. The audit head is read before that wait: if another act of the same trail came in between, audit_entry_key
 * refuses the entry, the whole statement leaves no trace, and the caller sends it again. The same key keeps a save out
 * when submission or withdrawal came first.
 */
const SAVE = {
  name: 'draft-save',
  text: `with facts as (
    select a.organisation, a.id, m.part, c.published_at, c.opens_at, c.deadline_at, c.grace_seconds, ${EXTRA_UNTIL} as extra_until, ${RESULTS_AT} as results_at, c.zone, s.submitted_at, w.withdrawn_at,
      (select v.id from form_version v where v.organisation = c.organisation and v.call = c.id order by v.version desc limit 1) as newest
    from application a
    join application_hand m on m.organisation = a.organisation and m.application = a.id and m.person = $3
    join call c on c.organisation = a.organisation and c.id = a.call
    left join submission s on s.organisation = a.organisation and s.application = a.id
    left join withdrawal w on w.organisation = a.organisation and w.application = a.id
    where a.organisation = $1 and a.id = $2
  ), head as (
    select seq, hash from audit_entry where organisation = $1 and stream = $2 order by seq desc limit 1
  ), saved as (
    update draft d set
      answers = (d.answers || $4::jsonb) - $5::text[],
      written = d.written || $8::jsonb,
      done = case when $9::text is null then d.done when $10 then array(select unnest(d.done) union select $9) else array_remove(d.done, $9) end,
      version = d.version + 1,
      saved_at = $7
    from facts f
    where d.organisation = $1 and d.application = $2
      and f.submitted_at is null and f.withdrawn_at is null and f.published_at <= $7
      and $7 between f.opens_at and greatest(coalesce(f.deadline_at, 'infinity') + make_interval(secs => f.grace_seconds), f.extra_until)
      and coalesce(f.results_at > $7, true)
      and (f.part <> 'member' or not $16)
      and ($14::uuid is null or (d.form_version = $14 and f.newest = $14))
      and not exists (select from jsonb_each_text($6::jsonb) k where ${answerMarkSql('d.answers', 'k.key')} <> k.value
        and not (coalesce(d.written->k.key->>'page', '') = $12 and (d.written->k.key->>'turn')::int <= $13))
    returning d.version, d.saved_at
  ), entry as (
    select coalesce(h.seq, 0) + 1 as seq, coalesce(h.hash, '') as previous from saved left join head h on true
  ), written as (
    insert into audit_entry (organisation, stream, seq, act, actor, at, payload, previous, hash)
    select $1, $2, seq, said.act, $3, $7, said.payload, previous, encode(sha256(convert_to(previous || E'\\n' || seq || E'\\n' || said.payload, 'UTF8')), 'hex')
    from entry, facts f, lateral (select case f.part when 'helper' then 'draft/saved-helped' else 'draft/saved' end as act,
      case f.part when 'helper' then $15::text else $11::text end as payload) said
  )
  select f.published_at, f.opens_at, f.deadline_at, f.grace_seconds, f.extra_until, f.results_at, f.zone, f.submitted_at, f.withdrawn_at, s.version, s.saved_at
  from facts f left join saved s on true`,
}

/** Saves if everything allows it; null when there is no such application for this person; 'again' when another act on it came first. */
export async function sendDraftSave(db: Database, save: DraftSave): Promise<DraftSaved | null | 'again'> {
  try {
    const row = (await poolOf(db).query<Row>({ ...SAVE, values: valuesOf(save) })).rows[0]
    if (row === undefined) return null
    return {
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
      zone: row.zone,
      saved: row.version === null || row.saved_at === null ? null : { version: row.version, savedAt: row.saved_at },
    }
  } catch (error) {
    if (databaseFault(error)?.constraint === 'audit_entry_key') return 'again'
    throw error
  }
}

function valuesOf(save: DraftSave): unknown[] {
  const questions = Object.keys(save.answers).sort()
  const kept = Object.fromEntries(
    questions.filter((question) => !isEmpty(save.answers[question])).map((question) => [question, save.answers[question]]),
  )
  const emptied = questions.filter((question) => isEmpty(save.answers[question]))
  return [
    save.organisation,
    save.application,
    save.person,
    JSON.stringify(kept),
    emptied,
    JSON.stringify(save.known),
    save.at,
    JSON.stringify(writtenBy(questions, save)),
    save.section?.code ?? null,
    save.section?.done ?? null,
    savePayload(save, 'draft/saved'),
    save.page,
    save.turn,
    save.formVersion ?? null,
    savePayload(save, 'draft/saved-helped'),
    save.holdersOwn === true,
  ]
}

export function isEmpty(answer: Answer | undefined): boolean {
  return answer === undefined || answer.length === 0
}

/** Who wrote an answer last, when, and from which opened page: what that page sends later is no second version. */
export interface Writing {
  readonly by: string
  readonly at: string
  readonly page?: string
  readonly turn?: number
}

/** The `written` column for these questions. */
export function writtenBy(
  questions: readonly string[],
  { person, at, page, turn }: { person: string; at: Date; page?: string; turn?: number },
): Record<string, Writing> {
  const writing: Writing = { by: person, at: at.toISOString(), ...(page === undefined ? {} : { page }), ...(turn === undefined ? {} : { turn }) }
  return Object.fromEntries(questions.map((question) => [question, writing]))
}

/** What the trail says of a save: which questions, never what was answered. */
export function saveDetails(save: Pick<DraftSave, 'answers' | 'section'>): Record<string, unknown> {
  return {
    questions: Object.keys(save.answers).sort(),
    ...(save.section === undefined ? {} : { section: save.section.code, done: save.section.done }),
  }
}

function savePayload(save: DraftSave, act: Act): string {
  return auditPayload({
    organisation: save.organisation,
    stream: save.application,
    act,
    actor: save.person,
    at: save.at,
    details: saveDetails(save),
  })
}
