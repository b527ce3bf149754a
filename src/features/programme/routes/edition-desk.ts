/** What the routes of the editor share: the draft one writes, its faults and differences, sentences. */
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import { differences } from '../../../domain/edition-difference.ts'
import type { Refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { documentFaults } from '../editor/document-faults.ts'
import type { DraftState, DraftView } from '../editor/views.ts'
import { words as editorWords } from '../editor/words/index.ts'
import { organisationFrame } from '../organisation-frame.ts'
import { editionDraft } from '../queries/edition-drafts.ts'
import { words } from '../words/index.ts'

export interface DraftRoom {
  readonly viewer: SignedIn
  readonly frame: StaffFrame
  readonly draft: DraftView
}

/** The draft the address names; null when it is not there or not the viewer's to write. */
export async function draftRoom(c: AppContext): Promise<DraftRoom | null> {
  const viewer = signedIn(c)
  const { db, language, now } = request(c)
  const draft = await editionDraft(db, viewer, c.req.param('draft') ?? '', now)
  return draft === null ? null : { viewer, draft, frame: await organisationFrame(db, viewer, language, 'editions') }
}

export function stateOf(draft: DraftView): DraftState {
  const changes = draft.current === null ? [] : differences(draft.current, draft.document)
  return { draft, faults: documentFaults(draft.document), changes }
}

export function refusalText(c: AppContext, refusal: Refused): string {
  return refusalIn(words(c.var.language), c.var.language)(refusal)
}

const SAID = ['saved', 'begun', 'proposed', 'removed'] as const

export function saidOf(c: AppContext): string | undefined {
  const said = SAID.find((one) => one === c.req.query('said'))
  return said === undefined ? undefined : editorWords(c.var.language)(`said.${said}`)
}
