/** Progress of the readings, reminders, and the link that stops them. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { publicFrame, type StaffRoom } from '../../programme/index.ts'
import { remindReaders, stopReminders } from '../commands/remind-readers.ts'
import { ProgressPage, StopPage } from '../pages/progress.tsx'
import { progressOf } from '../queries/progress.ts'
import { aroundOf, room } from './around.ts'

export const progressRoutes = new Hono<AppEnv>()

async function progressPage(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<Response> {
  const view = await progressOf(request(c).db, at.viewer, at.edition.place, c.var.language, c.var.now)
  if (view === null) return c.notFound()
  const status = refusal === undefined ? 200 : refusal.code === 'reminder/plan-changed' ? 409 : 422
  return page(c, <ProgressPage around={await aroundOf(c, at, refusal)} view={view} />, status)
}

progressRoutes.get('/desk/:edition/progress', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : progressPage(c, at)
})

progressRoutes.post('/desk/:edition/progress/reminders', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, config, now } = request(c)
  const fingerprint = fieldText(await readForm(c), 'fingerprint')
  const outcome = await remindReaders(db, at.viewer, at.edition.place, fingerprint, config.origin, now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/progress`, 'readers-reminded') : progressPage(c, at, outcome)
})

async function stopPage(c: AppContext, done: boolean): Promise<Response> {
  const { db, config, organisation, viewer, language, path, now } = request(c)
  const frame = await publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
  return page(c, <StopPage language={language} frame={frame} path={`/reading-reminders/${c.req.param('reviewer') ?? ''}/removal`} done={done} />)
}

// The same for anybody, whether there is such a reviewer or not.
progressRoutes.get('/reading-reminders/:reviewer/removal', (c) => stopPage(c, false))

// Answered without a redirect, and to whoever holds the address: the server of a mail provider presses it for its reader (RFC 8058).
progressRoutes.post('/reading-reminders/:reviewer/removal', async (c) => {
  const { db, organisation, now } = request(c)
  await stopReminders(db, organisation, c.req.param('reviewer'), now)
  return stopPage(c, true)
})
