/** Taking back what was decided of a file at the end of a stage, while nobody has begun on what comes after. */
import { mayArrangeReviews, readingReason } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { stagesIn } from '../queries/stages.ts'
import { isSealed, lockEdition } from './assign.ts'

export interface PassageWithdrawal {
  readonly stage: string
  readonly application: string
  readonly reason: string
}

/**
 * The file waits again to be decided. What was decided stays written, with who took it back and why. Refuses
 * `passage/not-allowed`, `…/unknown-file`, `…/unreasoned`, `…/sealed`, and `…/begun` while somebody has the file in a later stage.
 */
export async function withdrawPassage(db: Database, viewer: SignedIn, place: Place, input: PassageWithdrawal, now: Date): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('passage/not-allowed')
  if (!isId(input.application)) return refused('passage/unknown-file')
  const reasoned = readingReason(input.reason, 'passage/unreasoned')
  if (!reasoned.ok) return reasoned
  const reason = reasoned.value
  const { organisation, person } = viewer
  const { stage, application } = input
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('passage/sealed')
    const begun = await begunAfter(trx, organisation, place.edition, stage, application)
    if (begun > 0) return refused('passage/begun', { count: begun })
    const was = await trx
      .deleteFrom('stage_passage')
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('stage', '=', stage)
      .where('application', '=', application)
      .returning(['goes_on', 'mean', 'decided_at', 'decided_by'])
      .executeTakeFirst()
    if (was === undefined) return refused('passage/unknown-file')
    const row = {
      organisation,
      id: newId(now),
      edition: place.edition,
      stage,
      application,
      ...was,
      reason,
      withdrawn_at: now,
      withdrawn_by: person.id,
    }
    await trx.insertInto('passage_withdrawal').values(row).execute()
    const details = { stage, wentOn: was.goes_on }
    await audit(trx, { organisation, stream: application, act: 'passage/taken-back', actor: person.id, at: now, details })
    return ok(null)
  })
}

/** How many have the file in a stage after this one, or decided of it there. */
async function begunAfter(trx: Trx, organisation: string, edition: string, stage: string, application: string): Promise<number> {
  const codes = (await stagesIn(trx, organisation, edition)).map(({ code }) => code)
  const later = codes.includes(stage) ? codes.slice(codes.indexOf(stage) + 1) : []
  if (later.length === 0) return 0
  const given = await trx
    .selectFrom('assignment')
    .select((all) => all.fn.countAll<string>().as('count'))
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('stage', 'in', later)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  const decided = await trx
    .selectFrom('stage_passage')
    .select((all) => all.fn.countAll<string>().as('count'))
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('stage', 'in', later)
    .executeTakeFirstOrThrow()
  return Number(given.count) + Number(decided.count)
}
