/** An edition while it is written: its parts, its file, what would change, and applying it. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import { applyEditionDraft, planFingerprint } from '../commands/apply-edition-draft.ts'
import { proposeEditionDraft, removeEditionDraft } from '../commands/edition-draft.ts'
import { putBackLateChanges } from '../commands/put-back.ts'
import { draftFileText } from '../key-order.ts'
import { OverviewPage } from '../pages/editor/overview.tsx'
import { PlanPage } from '../pages/editor/plan.tsx'
import { type DraftRoom, draftRoom, noDraft, refusalText, saidOf, stateOf } from './edition-desk.ts'

export const editionDraftRoutes = new Hono<AppEnv>()

editionDraftRoutes.get('/desk/editions/:draft', async (c) => {
  const room = await draftRoom(c)
  return room === null ? noDraft(c) : overview(c, room)
})

function overview(c: AppContext, { frame, draft }: DraftRoom, refusal?: string): Response {
  const { language } = c.var
  const html = <OverviewPage language={language} frame={frame} state={stateOf(draft)} refusal={refusal} said={saidOf(c)} />
  return page(c, html, refusal === undefined ? 200 : 422)
}

/** The draft as it is, to keep or to send: not yet an edition file where something is missing. */
editionDraftRoutes.get('/desk/editions/:draft/file', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return noDraft(c)
  const text = draftFileText(room.draft.document)
  return download(c, new TextEncoder().encode(text), 'application/json; charset=utf-8', `edition-${room.draft.document.edition.slug || 'draft'}.json`)
})

editionDraftRoutes.post('/desk/editions/:draft/proposal', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return noDraft(c)
  const { db, now } = request(c)
  const outcome = await proposeEditionDraft(db, room.viewer, room.draft.id, now)
  if (outcome.ok) return seeOther(c, `/desk/editions/${room.draft.id}`, 'proposed')
  return refusedBy(c, outcome, (sentence) => overview(c, room, sentence))
})

editionDraftRoutes.post('/desk/editions/:draft/removal', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return noDraft(c)
  const { db, now } = request(c)
  const outcome = await removeEditionDraft(db, room.viewer, room.draft.id, now)
  if (outcome.ok) return seeOther(c, '/desk/editions', 'removed')
  return refusedBy(c, outcome, (sentence) => overview(c, room, sentence))
})

editionDraftRoutes.get('/desk/editions/:draft/plan', async (c) => {
  const room = await draftRoom(c)
  return room === null ? noDraft(c) : plan(c, room)
})

function plan(c: AppContext, { frame, draft }: DraftRoom, refusal?: string, status: 200 | 409 | 422 = 200): Response {
  const { language } = c.var
  const fingerprint = planFingerprint(draft.document, draft.current)
  return page(c, <PlanPage language={language} frame={frame} state={stateOf(draft)} fingerprint={fingerprint} refusal={refusal} />, status)
}

editionDraftRoutes.post('/desk/editions/:draft/plan', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return noDraft(c)
  const { db, now } = request(c)
  const body = await readForm(c)
  if (fieldText(body, 'act') === 'put-back') {
    const put = await putBackLateChanges(db, room.viewer, room.draft.id, now)
    if (put.ok) return seeOther(c, `/desk/editions/${room.draft.id}/plan`)
    return refusedBy(c, put, (sentence) => plan(c, room, sentence, 422))
  }
  const outcome = await applyEditionDraft(db, room.viewer, { draft: room.draft.id, fingerprint: fieldText(body, 'fingerprint') }, now)
  if (outcome.ok) return seeOther(c, `/desk/${outcome.value.slug}/call`, 'edition-applied')
  return refusedBy(c, outcome, (sentence) => plan(c, room, sentence, outcome.code === 'edition-draft/plan-changed' ? 409 : 422))
})

/** The page again with the refusal; of a draft that ended between two presses of the same button, where it led. */
function refusedBy(c: AppContext, refusal: Refused, shown: (sentence: string) => Response): Response | Promise<Response> {
  return refusal.code === 'edition-draft/ended' ? noDraft(c) : shown(refusalText(c, refusal))
}
