/** The reader's own preferences: a page of files, and what was said of them. */
import { Hono } from 'hono'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { PREFERENCE_ANSWERS, sayPreferences } from '../commands/say-preferences.ts'
import { PreferencesPage } from '../pages/preferences.tsx'
import { FILES_A_PAGE } from '../preferences/views.ts'
import { preferencesOf } from '../queries/preferences.ts'
import { readerFrame, said } from './reader.ts'

export const preferenceRoutes = new Hono<AppEnv>()

function pageOf(c: AppContext): number {
  const asked = c.req.query('page') ?? ''
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
}

preferenceRoutes.get('/reviews/preferences/:edition', async (c) => {
  const viewer = signedIn(c)
  const view = await preferencesOf(request(c).db, viewer, c.req.param('edition'), pageOf(c))
  if (view === null) return c.notFound()
  return page(c, <PreferencesPage language={c.var.language} frame={await readerFrame(c, viewer)} view={view} said={said(c)} />)
})

preferenceRoutes.post('/reviews/preferences/:edition', async (c) => {
  const viewer = signedIn(c)
  const { db, now } = request(c)
  const edition = c.req.param('edition')
  const body = await readForm(c)
  const answers = Object.entries(body).flatMap(([name, value]) => {
    const answer = PREFERENCE_ANSWERS.find((one) => one === [value].flat().at(-1))
    return name.startsWith('wish.') && answer !== undefined ? [{ application: name.slice(5), answer }] : []
  })
  const outcome = await sayPreferences(db, viewer, { edition, answers }, now)
  if (!outcome.ok) return c.notFound()
  const view = await preferencesOf(db, viewer, edition, pageOf(c))
  const last = Math.max(1, Math.ceil((view?.total ?? 0) / FILES_A_PAGE))
  const next = Math.min(pageOf(c) + 1, last)
  return seeOther(c, `/reviews/preferences/${edition}${next === 1 ? '' : `?page=${next}`}`, 'preferences-kept')
})
