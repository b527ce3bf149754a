/** The holder accepts or declines the place. */
import { answerOffer as mayAnswer } from '../../../domain/cohort.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'

export interface OfferAnswer {
  readonly offer: string
  readonly accepted: boolean
  /** Whether the project may have a public page. */
  readonly showcased: boolean
}

/** Keeps the answer of the holder. Refuses anybody else as if the offer did not exist, a second answer, and one after the date. */
export async function answerOffer(
  db: Database,
  viewer: SignedIn,
  input: OfferAnswer,
  now: Date,
): Promise<Result<{ project: string; accepted: boolean }>> {
  return atomically(db, async (trx) => {
    const row = await trx
      .selectFrom('offer as o')
      .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'o.organisation').onRef('j.id', '=', 'o.project'))
      .innerJoin('application_member as m', (join) =>
        join.onRef('m.organisation', '=', 'j.organisation').onRef('m.application', '=', 'j.application').on('m.part', '=', 'holder'),
      )
      .select(['o.project', 'o.answered_at', 'o.reply_by', 'm.person as holder'])
      .where('o.organisation', '=', viewer.organisation)
      .where('o.id', '=', input.offer)
      .forUpdate('o')
      .executeTakeFirst()
    if (row === undefined) return refused('page/not-found')
    const allowed = mayAnswer({ answeredAt: row.answered_at, replyBy: row.reply_by, isHolder: row.holder === viewer.person.id }, now)
    if (!allowed.ok) return allowed
    await trx
      .updateTable('offer')
      .set({ accepted: input.accepted, answered_at: now, answered_by: viewer.person.id })
      .where('organisation', '=', viewer.organisation)
      .where('id', '=', input.offer)
      .execute()
    if (input.accepted && input.showcased) {
      await trx
        .updateTable('project')
        .set({ showcased: true })
        .where('organisation', '=', viewer.organisation)
        .where('id', '=', row.project)
        .execute()
    }
    const act = input.accepted ? 'offer/accepted' : 'offer/declined'
    await audit(trx, {
      organisation: viewer.organisation,
      stream: row.project,
      act,
      actor: viewer.person.id,
      at: now,
      details: { offer: input.offer },
    })
    return ok({ project: row.project, accepted: input.accepted })
  })
}
