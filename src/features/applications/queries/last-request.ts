/** The last request for corrections of an application, with what it depends on. */
import { sql } from 'kysely'
import type { DeclarationWay } from '../../../domain/assistance.ts'
import type { CorrectingFacts, CorrectionFacts } from '../../../domain/correction.ts'
import type { Answers } from '../../../domain/form.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Writing } from '../commands/draft-statement.ts'

export interface LastRequest extends CorrectionFacts {
  readonly id: string
  readonly seq: number
  readonly questions: readonly string[]
  readonly reason: string
  readonly askedAt: Date
  /** The last day, 'YYYY-MM-DD'. */
  readonly day: string
  readonly daySeq: number
  /** How the holder declared the corrections, when somebody of the desk sent them. */
  readonly declared: DeclarationWay | null
  /** What was typed since; null before anything was. */
  readonly draft: {
    readonly answers: Answers
    readonly written: Readonly<Record<string, Writing>>
    readonly version: number
    readonly savedAt: Date
  } | null
}

export interface CorrectionStanding {
  readonly facts: CorrectingFacts
  readonly last: LastRequest | null
}

interface Row {
  withdrawn: boolean
  published_at: Date | null
  assigned: number
  id: string | null
  seq: number
  questions: string[]
  reason: string
  asked_at: Date
  day: string
  day_seq: number
  due_at: Date
  corrected_at: Date | null
  declared: DeclarationWay | null
  recalled_at: Date | null
  answers: Answers | null
  written: Record<string, Writing>
  version: number
  saved_at: Date
}

/** How it stands with corrections of a submission; null when nothing was sent under this id. Says nothing about who may know. */
export async function correctionStanding(db: Reader, organisation: string, application: string): Promise<CorrectionStanding | null> {
  const found = await sql<Row>`
    select r.id, r.seq, r.questions, r.reason, r.asked_at, d.day::text as day, d.seq as day_seq, d.due_at, c.corrected_at, c.declared, b.recalled_at,
      t.answers, t.written, t.version, t.saved_at,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as withdrawn,
      (select min(p.published_at) from publication p where p.organisation = s.organisation and p.edition = s.edition) as published_at,
      (select count(*)::int from assignment g where g.organisation = s.organisation and g.application = s.application and g.ended_at is null) as assigned
    from submission s
    left join lateral (select * from correction_request r where r.organisation = s.organisation and r.application = s.application order by r.seq desc limit 1) r on true
    left join lateral (select * from correction_day d where d.organisation = r.organisation and d.request = r.id order by d.seq desc limit 1) d on true
    left join correction c on c.organisation = r.organisation and c.request = r.id
    left join correction_recall b on b.organisation = r.organisation and b.request = r.id
    left join correction_draft t on t.organisation = r.organisation and t.request = r.id
    where s.organisation = ${organisation} and s.application = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const last = row.id === null ? null : requestOf({ ...row, id: row.id })
  return { facts: { withdrawn: row.withdrawn, publishedAt: row.published_at, assigned: row.assigned, last }, last }
}

function requestOf(row: Row & { id: string }): LastRequest {
  return {
    id: row.id,
    seq: row.seq,
    questions: row.questions,
    reason: row.reason,
    askedAt: row.asked_at,
    day: row.day,
    daySeq: row.day_seq,
    dueAt: row.due_at,
    correctedAt: row.corrected_at,
    declared: row.declared,
    recalledAt: row.recalled_at,
    draft: row.answers === null ? null : { answers: row.answers, written: row.written, version: row.version, savedAt: row.saved_at },
  }
}
