/** The minutes: who sat, and the document to sign. */
import { Hono } from 'hono'
import { isLanguage } from '../../../domain/language.ts'
import type { Refused } from '../../../domain/result.ts'
import { mayPlanSelection } from '../../../domain/selection.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { notePresence } from '../commands/presence.ts'
import { minutesPdf } from '../minutes/document.ts'
import { MinutesPage } from '../pages/minutes.tsx'
import { panelPeople } from '../queries/appeals.ts'
import { heldSessions } from '../queries/held-sessions.ts'
import { presenceOf } from '../queries/presence.ts'
import { sealOf, selectionRoom, signatories } from '../queries/room.ts'
import { words } from '../words/index.ts'
import { desk, hidden, said, sentence } from './around.ts'

export const minutesRoutes = new Hono<AppEnv>()

async function minutesPage(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const { place } = at.edition
  const [people, present, seal] = await Promise.all([
    panelPeople(db, at.viewer.organisation, place, language),
    presenceOf(db, at.viewer, place, language),
    sealOf(db, at.viewer, place, language),
  ])
  const sessions = await heldSessions(db, at.viewer, place, language, seal?.sealedAt ?? null)
  const mayNote = mayPlanSelection(at.viewer, place) && (seal?.publishedAt ?? null) === null
  const around = {
    language,
    frame: at.frame,
    slug: at.edition.slug,
    zone: at.edition.zone,
    said: said(c),
    people,
    present,
    sessions,
    mayNote,
    sealed: seal !== null,
  }
  return page(c, <MinutesPage {...around} refusal={refusal === undefined ? undefined : sentence(c, refusal)} />, refusal === undefined ? 200 : 422)
}

minutesRoutes.get('/desk/:edition/selection/minutes', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : minutesPage(c, at)
})

minutesRoutes.post('/desk/:edition/selection/minutes', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const sent = (await readForm(c)).person ?? []
  const outcome = await notePresence(request(c).db, at.viewer, at.edition.place, typeof sent === 'string' ? [sent] : sent, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection/minutes`, 'presence-noted')
  return hidden(outcome) ? c.notFound() : minutesPage(c, at, outcome)
})

minutesRoutes.get('/desk/:edition/selection/minutes.pdf', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const { db } = request(c)
  const { place, currency } = at.edition
  const asked = c.req.query('lang')
  const language = isLanguage(asked) ? asked : c.var.language
  const room = await selectionRoom(db, at.viewer, place, currency, language)
  if (room?.plan == null || room.seal === null) return c.notFound()
  const [names, present, sessions] = await Promise.all([
    signatories(db, at.viewer, place, language),
    presenceOf(db, at.viewer, place, language),
    heldSessions(db, at.viewer, place, language, room.seal.sealedAt),
  ])
  const { frame } = (await staffFrame(db, at.viewer, at.edition.slug, language, c.var.path, c.var.now)) ?? at
  const facts = { organisation: frame.programme, edition: frame.edition, zone: at.edition.zone, present, sessions, signatories: names }
  const bytes = await minutesPdf({ ...facts, room, plan: room.plan, seal: room.seal }, language)
  return download(c, bytes, 'application/pdf', words(language)('minutes.file', { edition: at.edition.slug }))
})
