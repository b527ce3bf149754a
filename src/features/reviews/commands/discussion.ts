/** Reviewers who have handed in talk about a file; the office may open that before all have. */
import { sql } from 'kysely'
import { mayDiscuss } from '../../../domain/discussion.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { discussionFacts } from '../queries/discussion.ts'
import { isSealed } from './assign.ts'

/** Says something of one's own file. Refuses `discussion/unknown`, `…/not-handed-in`, `…/not-open`, `…/closed`, `…/empty`, `…/too-long`. */
export async function sayRemark(
  db: Database,
  viewer: SignedIn,
  input: { readonly assignment: string; readonly text: string },
  now: Date,
): Promise<Result<{ remark: string }>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const facts = await discussionFacts(trx, viewer, input.assignment)
    if (facts === null) return refused('discussion/unknown')
    const text = input.text.trim()
    const may = mayDiscuss(facts, text)
    if (!may.ok) return may
    const id = newId()
    await trx.insertInto('review_remark').values({ organisation, id, assignment: input.assignment, text, said_at: now, said_by: person.id }).execute()
    await audit(trx, {
      organisation,
      stream: facts.application,
      act: 'discussion/said',
      actor: person.id,
      at: now,
      details: { assignment: input.assignment, remark: id },
    })
    return ok({ remark: id })
  })
}

/** Opens the discussion of a file in a stage to those who have handed in. Refuses `discussion/not-allowed`, `…/unknown`, `…/closed`; once open, it stays so. */
export async function openDiscussion(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly application: string; readonly stage: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  if (!mayArrangeReviews(viewer, place)) return refused('discussion/not-allowed')
  if (!isId(input.application)) return refused('discussion/unknown')
  return atomically(db, async (trx) => {
    const { application, stage } = input
    const found = await sql<{ id: string }>`
      select a.id from application a where a.organisation = ${organisation} and a.id = ${application} and a.edition = ${place.edition}
        and exists (select from assignment g where g.organisation = a.organisation and g.application = a.id and g.stage = ${stage} and g.ended_at is null)`.execute(
      trx,
    )
    if (found.rows.length === 0) return refused('discussion/unknown')
    if (await isSealed(trx, organisation, place.edition as string)) return refused('discussion/closed')
    const opened = await trx
      .insertInto('review_discussion')
      .values({ organisation, edition: place.edition as string, application, stage, opened_at: now, opened_by: person.id })
      .onConflict((already) => already.constraint('review_discussion_key').doNothing())
      .returning('application')
      .execute()
    if (opened.length > 0)
      await audit(trx, { organisation, stream: application, act: 'discussion/opened', actor: person.id, at: now, details: { stage } })
    return ok(null)
  })
}
