/** Opening a draft whose form was corrected since. */
import { maySave } from '../../../domain/application.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { forgetForm } from '../form-version.ts'
import { followForm } from './follow-form.ts'
import { lockDraft } from './merge-draft.ts'

/** Moves a draft of the viewer's team to the newest version of its form while the call takes answers; says whether it did. */
export async function moveDraft(db: Database, viewer: SignedIn, application: string, now: Date): Promise<boolean> {
  if (!isId(application)) return false
  const { organisation, person } = viewer
  const moved = await atomically(db, async (trx) => {
    const held = await lockDraft(trx, organisation, application, person.id)
    if (held?.draft == null || !maySave(held.facts, now).ok) return false
    return (await followForm(trx, { organisation, application, person: person.id, at: now }, held.draft)) !== held.draft
  })
  forgetForm(organisation, application)
  return moved
}

/** A view of a draft, made once the draft has gone on with the newest version of its form. */
export async function upToDate<View extends { readonly id: string; readonly isBehind: boolean }>(
  db: Database,
  viewer: SignedIn,
  now: Date,
  read: () => Promise<View | null>,
): Promise<View | null> {
  const view = await read()
  return view?.isBehind && (await moveDraft(db, viewer, view.id, now)) ? read() : view
}
