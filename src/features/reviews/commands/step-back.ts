/** A reviewer in conflict with a file: it is kept, and what they were given of it ends. */
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Trx } from '../../../platform/database/database.ts'

export interface SteppedBack {
  readonly edition: string
  readonly application: string
  readonly reviewer: string
  /** Why, in their words; '' where they gave none. */
  readonly note: string
}

/** Writes the conflict, once a pair, and ends every assignment of the reviewer to the application. The caller has judged that it may be, and writes the trail. */
export async function stepBack(trx: Trx, { organisation, person }: SignedIn, { note, ...pair }: SteppedBack, now: Date): Promise<void> {
  await trx
    .insertInto('conflict')
    .values({ organisation, ...pair, kind: 'declared', note, declared_at: now, declared_by: person.id })
    .onConflict((already) => already.constraint('conflict_key').doNothing())
    .execute()
  await trx
    .updateTable('assignment')
    .set({ ended_at: now, ended_by: person.id, end_reason: 'conflict' })
    .where('organisation', '=', organisation)
    .where('application', '=', pair.application)
    .where('reviewer', '=', pair.reviewer)
    .where('ended_at', 'is', null)
    .execute()
}
