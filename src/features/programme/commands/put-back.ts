/** Putting back, in a draft, what can no longer be changed: begun before its call opened, it may hold what comes too late now. */
import { callState } from '../../../domain/call.ts'
import { momentOf, withStandingTerms } from '../../../domain/edition-lock.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { editionContent } from '../queries/edition-content.ts'
import { lockDraft } from './edition-draft.ts'

/** The rest of what was written stays. Refuses `edition-draft/unknown`, also for a draft of a new edition, and `…/ended`. */
export function putBackLateChanges(db: Database, viewer: SignedIn, id: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const draft = await lockDraft(trx, viewer, id)
    if ('ok' in draft) return draft
    const current = draft.edition === null ? null : await editionContent(trx, organisation, draft.edition)
    if (draft.edition === null || current === null) return refused('edition-draft/unknown')
    const call = await trx
      .selectFrom('call')
      .select(['published_at', 'opens_at', 'deadline_at', 'grace_seconds'])
      .where('organisation', '=', organisation)
      .where('edition', '=', draft.edition)
      .executeTakeFirstOrThrow()
    const times = { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds }
    const document = withStandingTerms(draft.document, current, momentOf(callState(times, now)))
    const version = draft.version + 1
    await trx
      .updateTable('edition_draft')
      .set({ document: JSON.stringify(document), version, saved_at: now, saved_by: person.id, proposed_at: null, proposed_by: null })
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .execute()
    await audit(trx, { organisation, stream: id, act: 'edition-draft/saved', actor: person.id, at: now, details: { part: 'locked', version } })
    return ok(null)
  })
}
