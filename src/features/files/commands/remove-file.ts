/** Taking a file back. */
import type { NotNull } from 'kysely'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { holdApplication } from './held-application.ts'
import { type FileHolder, holdingOf } from './holding.ts'

export interface FileRemoval {
  readonly application: string
  readonly file: string
  /** As in `GivenFile`. */
  readonly to?: FileHolder
}

/**
 * Takes a file out of the answer; its content is erased soon after, unless it is part of what was sent: corrections leave
 * it out, and what stood before keeps it. Taken back twice, it is taken back once. What came with an
 * appeal is no answer, and stays. Refuses `application/unknown`,
 * `file/unknown`, and as `maySave` (as `mayCorrect` for corrections). Writes one audit entry.
 */
export async function removeFile(
  db: Database,
  viewer: SignedIn,
  { application, file, to }: FileRemoval,
  now: Date,
): Promise<Result<{ question: string }>> {
  if (!isId(application) || !isId(file)) return refused('file/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await holdApplication(trx, organisation, application)
    const holding = holdingOf(to)
    const allowed = await holding.mayChange(trx, viewer, application, now)
    if (!allowed.ok && allowed.code === 'application/unknown') return allowed
    const found = await trx
      .selectFrom('file as f')
      .leftJoin('file_removal as r', (join) => join.onRef('r.organisation', '=', 'f.organisation').onRef('r.file', '=', 'f.id'))
      .select(['f.question', 'r.removed_at'])
      .where('f.organisation', '=', organisation)
      .where('f.application', '=', application)
      .where('f.id', '=', file)
      .where('f.question', 'is not', null)
      .$narrowType<{ question: NotNull }>()
      .executeTakeFirst()
    if (found === undefined) return refused('file/unknown')
    if (!allowed.ok) return allowed
    const { question } = found
    if (found.removed_at !== null) return ok({ question })
    const erased = await holding.take(trx, { organisation, application, question, file, by: person.id, at: now })
    const details = { file, question, ...(erased ? {} : { kept: true }) }
    await audit(trx, { organisation, stream: application, act: 'file/removed', actor: person.id, at: now, details })
    if (!erased) return ok({ question })
    await trx.insertInto('file_removal').values({ organisation, file, reason: 'person', removed_at: now, removed_by: person.id }).execute()
    await holding.settle(trx, { organisation, application, question, by: person.id, at: now })
    await enqueue(trx, 'file-erasure', { organisation, file })
    return ok({ question })
  })
}
