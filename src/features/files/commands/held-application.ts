/** The application a file is given to, held fast while its answers change. */
import { sql } from 'kysely'
import type { Membership } from '../../../domain/application.ts'
import { withExtraTime } from '../../../domain/extra-time.ts'
import type { FilingFacts } from '../../../domain/file.ts'
import type { Reader, Trx } from '../../../platform/database/database.ts'
import type { SignedIn } from '../../../domain/viewer.ts'

interface Row {
  part: Membership
  published_at: Date | null
  opens_at: Date
  deadline_at: Date | null
  grace_seconds: number
  extra_until: Date | null
  results_at: Date | null
  submitted_at: Date | null
  withdrawn_at: Date | null
}

/** What the rules ask of an application; null when it is not the viewer's. */
export async function factsOf(db: Reader, viewer: SignedIn, application: string): Promise<FilingFacts | null> {
  const found = await sql<Row>`
    select m.part, c.published_at, c.opens_at, c.deadline_at, c.grace_seconds, s.submitted_at, w.withdrawn_at,
      (select max(x.until_at) from extra_time x where x.organisation = a.organisation and x.application = a.id and x.recalled_at is null) as extra_until,
      (select min(r.published_at) from publication r where r.organisation = c.organisation and r.edition = c.edition) as results_at
    from application a
    join application_hand m on m.organisation = a.organisation and m.application = a.id and m.person = ${viewer.person.id}
    join call c on c.organisation = a.organisation and c.id = a.call
    left join submission s on s.organisation = a.organisation and s.application = a.id
    left join withdrawal w on w.organisation = a.organisation and w.application = a.id
    where a.organisation = ${viewer.organisation} and a.id = ${application}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  return {
    application: {
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
    membership: row.part,
  }
}

/** Keeps everyone else's save of the application waiting until this transaction ends. */
export async function holdApplication(trx: Trx, organisation: string, application: string): Promise<void> {
  await sql`select from application where organisation = ${organisation} and id = ${application} for no key update`.execute(trx)
  await sql`select from draft where organisation = ${organisation} and application = ${application} for update`.execute(trx)
}

/** Ids of the files a question holds, in the order they were given. */
export async function filesIn(trx: Reader, organisation: string, application: string, question: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select f.id from file f where f.organisation = ${organisation} and f.application = ${application} and f.question = ${question}
      and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)
    order by f.given_at, f.id`.execute(trx)
  return found.rows.map((row) => row.id)
}

/** Writes the files a question holds into the draft, as its answer; a draft that is gone stays so. */
export async function answerWithFiles(
  trx: Trx,
  { organisation, application, question, by, at }: { organisation: string; application: string; question: string; by: string | null; at: Date },
): Promise<void> {
  const ids = JSON.stringify(await filesIn(trx, organisation, application, question))
  const written = JSON.stringify(by === null ? {} : { [question]: { by, at: at.toISOString() } })
  await sql`
    update draft set
      answers = case when ${ids}::jsonb = '[]'::jsonb then answers - ${question}::text else answers || jsonb_build_object(${question}::text, ${ids}::jsonb) end,
      written = written || ${written}::jsonb, version = version + 1, saved_at = greatest(saved_at, ${at}::timestamptz)
    where organisation = ${organisation} and application = ${application}`.execute(trx)
}
