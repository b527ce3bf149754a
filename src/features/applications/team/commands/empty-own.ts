/** What a holder answered alone goes with them when another takes their part. */
import { sql } from 'kysely'
import { isHoldersOwn } from '../../../../domain/application.ts'
import type { Trx } from '../../../../platform/database/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { everAsked, formOfVersion } from '../../form-version.ts'

export interface Emptying {
  readonly organisation: string
  readonly application: string
  /** Who takes the part. */
  readonly by: string
}

/**
 * Takes identity cards, accounts and consents of the holder before out of the draft, their other versions and their
 * files with them: the new holder neither reads them nor is bound by them. Answers the questions that were emptied.
 */
export async function emptyHoldersOwn(trx: Trx, { organisation, application, by }: Emptying, now: Date): Promise<string[]> {
  const draft = await trx
    .selectFrom('draft')
    .select(['form_version', 'answers', 'done'])
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .forUpdate()
    .executeTakeFirst()
  if (draft === undefined) return []
  const all = await everAsked(trx, organisation, application)
  const own = [...all].flatMap(([code, { question }]) => (isHoldersOwn(question) ? [code] : []))
  const form = await formOfVersion(trx, organisation, draft.form_version)
  const touched = form.sections.filter(({ questions }) => questions.some(({ code }) => own.includes(code))).map(({ code }) => code)
  await trx
    .updateTable('draft')
    .set({
      answers: sql`answers - ${own}::text[]`,
      unasked: sql`unasked - ${own}::text[]`,
      written: sql`written - ${own}::text[]`,
      done: draft.done.filter((section) => !touched.includes(section)),
      version: sql<number>`version + 1`,
      saved_at: now,
    })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .execute()
  if (own.length === 0) return []
  await trx
    .deleteFrom('draft_aside')
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('question', 'in', own)
    .execute()
  await takeFilesOut(trx, { organisation, application, by }, own, now)
  return own.filter((code) => code in (draft.answers as object)).sort()
}

async function takeFilesOut(trx: Trx, { organisation, application, by }: Emptying, own: readonly string[], now: Date): Promise<void> {
  const files = await trx
    .selectFrom('file as f')
    .leftJoin('file_removal as r', (join) => join.onRef('r.organisation', '=', 'f.organisation').onRef('r.file', '=', 'f.id'))
    .select('f.id')
    .where('f.organisation', '=', organisation)
    .where('f.application', '=', application)
    .where('f.question', 'in', own)
    .where('r.file', 'is', null)
    .execute()
  for (const { id } of files) {
    await trx.insertInto('file_removal').values({ organisation, file: id, reason: 'person', removed_at: now, removed_by: by }).execute()
    await enqueue(trx, 'file-erasure', { organisation, file: id })
  }
}
