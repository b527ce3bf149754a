/** An officer's answer to a tie that was found. */
import { judgeTie, type TieAnswer, TIE_KINDS, type TieKind } from '../../../domain/conflict.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { isSealed, lockEdition } from './assign.ts'
import { giveBack } from './give-back.ts'

export interface TieInput extends TieAnswer {
  readonly reviewer: string
  readonly application: string
  readonly kind: string
}

export interface Judged {
  readonly ended: number
  readonly back: number
}

/**
 * Writes whether a tie stands. Where it does, the reviewer's assignments to the application end and leave every count;
 * where it does not, the two may be put together again by a plan. Answers how many ended, and how many
 * readings an earlier answer had ended and that came back.
 * Refuses `conflict/not-allowed`, `…/unknown`, `…/unreasoned`, `…/judged-since`, `…/sealed`.
 */
export async function judgeConflict(db: Database, viewer: SignedIn, place: Place, input: TieInput, now: Date): Promise<Result<Judged>> {
  if (!mayArrangeReviews(viewer, place)) return refused('conflict/not-allowed')
  const { organisation, person } = viewer
  if (!isId(input.reviewer) || !isId(input.application) || !isKind(input.kind)) return refused('conflict/unknown')
  const tie = { reviewer: input.reviewer, application: input.application, kind: input.kind }
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const found = await trx
      .selectFrom('conflict_found')
      .select('sign')
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('reviewer', '=', tie.reviewer)
      .where('application', '=', tie.application)
      .where('kind', '=', tie.kind)
      .where('gone_at', 'is', null)
      .executeTakeFirst()
    if (found === undefined) return refused('conflict/unknown')
    const seq = await lastAnswer(trx, organisation, tie)
    const allowed = judgeTie({ seq, sealed: await isSealed(trx, organisation, place.edition) }, input)
    if (!allowed.ok) return allowed
    const reason = input.reason.trim()
    const row = { organisation, ...tie, seq: seq + 1, stands: input.stands, reason, judged_at: now, judged_by: person.id }
    await trx.insertInto('conflict_verdict').values(row).execute()
    const judged = await carryOut(trx, viewer, place, { ...tie, stands: input.stands, reason }, now)
    await audit(trx, {
      organisation,
      stream: tie.application,
      act: input.stands ? 'conflict/confirmed' : 'conflict/dismissed',
      actor: person.id,
      at: now,
      details: { reviewer: tie.reviewer, kind: tie.kind, seq: seq + 1, assignments: judged.ended },
    })
    return ok(judged)
  })
}

/** What an answer does to the two, once it is written. The edition is locked, and the caller writes the trail. */
export async function carryOut(
  trx: Trx,
  viewer: SignedIn,
  place: Place,
  { stands, reason, ...tie }: OneTie & { stands: boolean; reason: string },
  now: Date,
): Promise<Judged> {
  if (stands) return { ended: await keepApart(trx, viewer, place, { ...tie, reason }, now), back: 0 }
  await letTogether(trx, viewer.organisation, tie)
  return { ended: 0, back: await giveBack(trx, viewer, place, { reviewer: tie.reviewer, application: tie.application }, now) }
}

export interface OneTie {
  readonly reviewer: string
  readonly application: string
  readonly kind: TieKind
}

const isKind = (kind: string): kind is TieKind => (TIE_KINDS as readonly string[]).includes(kind)

async function lastAnswer(trx: Trx, organisation: string, { reviewer, application, kind }: OneTie): Promise<number> {
  const row = await trx
    .selectFrom('conflict_verdict')
    .select((all) => all.fn.max('seq').as('seq'))
    .where('organisation', '=', organisation)
    .where('reviewer', '=', reviewer)
    .where('application', '=', application)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}

/** The conflict stands from now on, and what they had of each other ends. */
async function keepApart(trx: Trx, { organisation, person }: SignedIn, place: Place, tie: OneTie & { reason: string }, now: Date): Promise<number> {
  const { reviewer, application, kind, reason: note } = tie
  await trx
    .insertInto('conflict')
    .values({ organisation, edition: place.edition, reviewer, application, kind, note, declared_at: now, declared_by: person.id })
    .onConflict((already) => already.constraint('conflict_key').doNothing())
    .execute()
  const ended = await trx
    .updateTable('assignment')
    .set({ ended_at: now, ended_by: person.id, end_reason: 'conflict' })
    .where('organisation', '=', organisation)
    .where('reviewer', '=', reviewer)
    .where('application', '=', application)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length
}

/** What an officer confirmed before stands no longer; what the reviewer declared does. */
async function letTogether(trx: Trx, organisation: string, { reviewer, application, kind }: OneTie): Promise<void> {
  await trx
    .deleteFrom('conflict')
    .where('organisation', '=', organisation)
    .where('reviewer', '=', reviewer)
    .where('application', '=', application)
    .where('kind', '=', kind)
    .execute()
}
