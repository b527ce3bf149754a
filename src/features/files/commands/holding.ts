/** What a file is given to: a draft, or the corrections of what was sent. Both hold files as the answer to a question. */
import { sql } from 'kysely'
import { mayWrite } from '../../../domain/application.ts'
import { mayCorrect } from '../../../domain/correction.ts'
import { mayChangeFiles } from '../../../domain/file.ts'
import { type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader, Trx } from '../../../platform/database/database.ts'
import { answerWithFiles, factsOf, filesIn } from './held-application.ts'

export type FileHolder = 'draft' | 'corrections'

interface Answering {
  readonly organisation: string
  readonly application: string
  readonly question: string
  readonly by: string
  readonly at: Date
}

interface Holding {
  /** Whether its files may change now; `application/unknown` when it is not the viewer's. */
  mayChange(db: Reader, viewer: SignedIn, application: string, now: Date): Promise<Result<null>>
  /** Ids of the files a question holds. */
  given(db: Reader, organisation: string, application: string, question: string): Promise<readonly string[]>
  /** Writes a file that is there into the answer. */
  add(trx: Trx, answer: Answering & { readonly file: string }): Promise<void>
  /** Takes a file out of the answer; false when it stays in the store, for it is part of what was sent. */
  take(trx: Trx, answer: Answering & { readonly file: string }): Promise<boolean>
  /** Once a file is marked as gone: the answer follows. */
  settle(trx: Trx, answer: Answering): Promise<void>
}

export function holdingOf(to: FileHolder = 'draft'): Holding {
  return to === 'draft' ? draft : corrections
}

/** A draft's answer is made of the files that are there. */
const draft: Holding = {
  async mayChange(db, viewer, application, now) {
    const facts = await factsOf(db, viewer, application)
    return facts === null ? refused('application/unknown') : mayChangeFiles(facts, now)
  },
  given: filesIn,
  add: answerWithFiles,
  take: async () => true,
  settle: answerWithFiles,
}

/** Corrections name the files they are to hold; what was sent keeps its own. */
const corrections: Holding = {
  async mayChange(db, viewer, application, now) {
    const facts = await correctionFacts(db, viewer, application)
    return facts === null || !mayWrite(facts.membership) ? refused('application/unknown') : mayCorrect(facts, now)
  },
  async given(db, organisation, application, question) {
    return (await lists(db, organisation, application, question))?.listed ?? []
  },
  async add(trx, answer) {
    await write(trx, answer, (listed) => [...listed, answer.file])
  },
  async take(trx, answer) {
    const before = await lists(trx, answer.organisation, answer.application, answer.question)
    await write(trx, answer, (listed) => listed.filter((id) => id !== answer.file))
    return before?.sent.includes(answer.file) !== true
  },
  settle: async () => {},
}

interface FactsRow {
  part: 'holder' | 'member' | 'helper'
  withdrawn: boolean
  published_at: Date | null
  assigned: number
  due_at: Date | null
  corrected_at: Date | null
  recalled_at: Date | null
}

async function correctionFacts(db: Reader, viewer: SignedIn, application: string) {
  const found = await sql<FactsRow>`
    select m.part, d.due_at, c.corrected_at, b.recalled_at,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application) as withdrawn,
      (select min(p.published_at) from publication p where p.organisation = s.organisation and p.edition = s.edition) as published_at,
      (select count(*)::int from assignment g where g.organisation = s.organisation and g.application = s.application and g.ended_at is null) as assigned
    from submission s
    join application_hand m on m.organisation = s.organisation and m.application = s.application and m.person = ${viewer.person.id}
    left join lateral (select * from correction_request r where r.organisation = s.organisation and r.application = s.application order by r.seq desc limit 1) r on true
    left join lateral (select * from correction_day d where d.organisation = r.organisation and d.request = r.id order by d.seq desc limit 1) d on true
    left join correction c on c.organisation = r.organisation and c.request = r.id
    left join correction_recall b on b.organisation = r.organisation and b.request = r.id
    where s.organisation = ${viewer.organisation} and s.application = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const { withdrawn, assigned, part } = row
  const last = row.due_at === null ? null : { dueAt: row.due_at, correctedAt: row.corrected_at, recalledAt: row.recalled_at }
  return { membership: part, withdrawn, assigned, publishedAt: row.published_at, last }
}

interface Lists {
  readonly request: string
  /** Files the corrections would hold, less those that were taken out by the system. */
  readonly listed: readonly string[]
  /** Files of any version that was sent. */
  readonly sent: readonly string[]
}

async function lists(db: Reader, organisation: string, application: string, question: string): Promise<Lists | undefined> {
  const found = await sql<Lists>`
    select r.id as request,
      array(select x from jsonb_array_elements_text(coalesce(t.answers->${question}::text, s.answers->${question}::text, '[]'::jsonb)) x
        where not exists (select from file_removal g where g.organisation = s.organisation and g.file::text = x)) as listed,
      array(select jsonb_array_elements_text(coalesce(v.answers->${question}::text, '[]'::jsonb))
        from (select s.answers union all select b.answers from submission_before b where b.organisation = s.organisation and b.application = s.application) v) as sent
    from submission s
    join lateral (select * from correction_request r where r.organisation = s.organisation and r.application = s.application order by r.seq desc limit 1) r on true
    left join correction_draft t on t.organisation = r.organisation and t.request = r.id
    where s.organisation = ${organisation} and s.application = ${application}`.execute(db)
  return found.rows[0]
}

async function write(trx: Trx, { organisation, application, question, by, at }: Answering, change: (listed: readonly string[]) => readonly string[]) {
  const before = await lists(trx, organisation, application, question)
  if (before === undefined) return
  const answers = JSON.stringify({ [question]: change(before.listed) })
  const written = JSON.stringify({ [question]: { by, at: at.toISOString() } })
  await sql`
    insert into correction_draft as t (organisation, request, answers, written, version, saved_at, saved_by)
    values (${organisation}, ${before.request}, ${answers}::jsonb, ${written}::jsonb, 1, ${at}, ${by})
    on conflict on constraint correction_draft_key do update set answers = t.answers || excluded.answers, written = t.written || excluded.written,
      version = t.version + 1, saved_at = greatest(t.saved_at, excluded.saved_at), saved_by = excluded.saved_by`.execute(trx)
}
