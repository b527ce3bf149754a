/** A trainer's own sessions, and attendance from their phone. */
import { Hono } from 'hono'
import { holdsSomewhere } from '../../../domain/viewer.ts'
import { isId } from '../../../platform/database/id.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { publicFrame } from '../../programme/index.ts'
import { recordAttendance } from '../commands/attend.ts'
import { SessionPage, SessionsPage } from '../pages/sessions.tsx'
import { sessionById, sessionsOf, zoneOf } from '../queries/sessions.ts'
import { words } from '../words/index.ts'
import { marksOf } from './activities.tsx'
import { saidOf, sentence } from './room.ts'

export const sessionRoutes = new Hono<AppEnv>()

sessionRoutes.get('/sessions', async (c) => {
  const viewer = signedIn(c)
  const { db, language, now } = request(c)
  if (!holdsSomewhere(viewer, ['trainer'])) return c.notFound()
  const [sessions, around] = await Promise.all([sessionsOf(db, viewer, language), aroundOf(c, '/sessions')])
  return page(c, <SessionsPage {...around} sessions={sessions} now={now} />)
})

sessionRoutes.get('/sessions/:activity', async (c) => (await sessionPage(c, {})) ?? c.notFound())

sessionRoutes.post('/sessions/:activity/attendance', async (c) => {
  const viewer = signedIn(c)
  const { db, language, now } = request(c)
  const id = c.req.param('activity')
  if (!isId(id) || (await sessionById(db, viewer, id, language)) === null) return c.notFound()
  const marks = marksOf(await readForm(c))
  const outcome = await recordAttendance(db, viewer, { activity: id, marks }, now)
  if (outcome.ok) return seeOther(c, `/sessions/${id}`, 'attended')
  if (outcome.code === 'page/not-found') return c.notFound()
  return (await sessionPage(c, { marks, refusal: sentence(c, outcome) }, 422)) ?? c.notFound()
})

async function sessionPage(c: AppContext, more: { marks?: Record<string, string>; refusal?: string }, status: 200 | 422 = 200) {
  const viewer = signedIn(c)
  const { db, language, now } = request(c)
  const id = c.req.param('activity') ?? ''
  const activity = isId(id) ? await sessionById(db, viewer, id, language) : null
  if (activity === null) return null
  const around = await aroundOf(c, `/sessions/${id}`)
  return page(c, <SessionPage {...around} activity={activity} now={now} marks={{}} {...more} />, status)
}

async function aroundOf(c: AppContext, path: string) {
  const { db, organisation, viewer, language, now } = request(c)
  const [frame, zone] = await Promise.all([publicFrame(db, { organisation, viewer, language, path, now }), zoneOf(db, organisation)])
  return { language, frame, path, zone, said: saidOf(c) }
}

/** The sessions of a trainer as a door on their own page. */
export async function doorOfSessions(c: AppContext) {
  const { language } = request(c)
  const t = words(language)
  if (!holdsSomewhere(signedIn(c), ['trainer'])) return []
  return [{ title: t('door.sessions'), links: [{ name: t('sessions.title'), href: `/${language}/sessions`, hint: t('door.sessions-hint') }] }]
}
