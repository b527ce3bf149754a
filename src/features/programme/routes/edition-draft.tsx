/** An edition while it is written: its parts, its file, what would change, and applying it. */
import { Hono } from 'hono'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import { applyEditionDraft, planFingerprint } from '../commands/apply-edition-draft.ts'
import { proposeEditionDraft, removeEditionDraft } from '../commands/edition-draft.ts'
import { putBackLateChanges } from '../commands/put-back.ts'
import { draftFileText } from '../key-order.ts'
import { OverviewPage } from '../pages/editor/overview.tsx'
import { PlanPage } from '../pages/editor/plan.tsx'
import { type DraftRoom, draftRoom, refusalText, saidOf, stateOf } from './edition-desk.ts'

export const editionDraftRoutes = new Hono<AppEnv>()

editionDraftRoutes.get('/desk/editions/:draft', async (c) => {
  const room = await draftRoom(c)
  return room === null ? c.notFound() : overview(c, room)
})

function overview(c: AppContext, { frame, draft }: DraftRoom, refusal?: string): Response {
  const { language } = c.var
  const html = <OverviewPage language={language} frame={frame} state={stateOf(draft)} refusal={refusal} said={saidOf(c)} />
  return page(c, html, refusal === undefined ? 200 : 422)
}

/** The draft as it is, to keep or to send: not yet an edition file where something is missing. */
editionDraftRoutes.get('/desk/editions/:draft/file', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return c.notFound()
  const text = draftFileText(room.draft.document)
  return download(c, new TextEncoder().encode(text), 'application/json; charset=utf-8', `edition-${room.draft.document.edition.slug || 'draft'}.json`)
})

editionDraftRoutes.post('/desk/editions/:draft/proposal', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return c.notFound()
  const { db, now } = request(c)
  const outcome = await proposeEditionDraft(db, room.viewer, room.draft.id, now)
  return outcome.ok ? seeOther(c, `/desk/editions/${room.draft.id}`, 'proposed') : overview(c, room, refusalText(c, outcome))
})

editionDraftRoutes.post('/desk/editions/:draft/removal', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return c.notFound()
  const { db, now } = request(c)
  const outcome = await removeEditionDraft(db, room.viewer, room.draft.id, now)
  return outcome.ok ? seeOther(c, '/desk/editions', 'removed') : overview(c, room, refusalText(c, outcome))
})

editionDraftRoutes.get('/desk/editions/:draft/plan', async (c) => {
  const room = await draftRoom(c)
  return room === null ? c.notFound() : plan(c, room)
})

function plan(c: AppContext, { frame, draft }: DraftRoom, refusal?: string, status: 200 | 409 | 422 = 200): Response {
  const { language } = c.var
  const fingerprint = planFingerprint(draft.document, draft.current)
  return page(c, <PlanPage language={language} frame={frame} state={stateOf(draft)} fingerprint={fingerprint} refusal={refusal} />, status)
}

editionDraftRoutes.post('/desk/editions/:draft/plan', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return c.notFound()
  const { db, now } = request(c)
  const body = await readForm(c)
  if (fieldText(body, 'act') === 'put-back') {
    const put = await putBackLateChanges(db, room.viewer, room.draft.id, now)
    return put.ok ? seeOther(c, `/desk/editions/${room.draft.id}/plan`) : plan(c, room, refusalText(c, put), 422)
  }
  const outcome = await applyEditionDraft(db, room.viewer, { draft: room.draft.id, fingerprint: fieldText(body, 'fingerprint') }, now)
  if (outcome.ok) return seeOther(c, `/desk/${outcome.value.slug}/call`, 'edition-applied')
  return plan(c, room, refusalText(c, outcome), outcome.code === 'edition-draft/plan-changed' ? 409 : 422)
})
