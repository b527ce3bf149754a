/** What a simulation hangs on. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { askInfluence, cancelInfluence } from '../commands/influence.ts'
import { InfluencePage } from '../pages/influence.tsx'
import { influenceOf } from '../queries/influence.ts'
import { desk, hidden, reloads, sentence } from './around.ts'

export const influenceRoutes = new Hono<AppEnv>()

const ADDRESS = '/desk/:edition/selection/plans/:number{[1-9][0-9]{0,5}}/influence'

async function influencePage(c: AppContext, at: StaffRoom, number: number, refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const view = await influenceOf(db, at.viewer, at.edition.place, number, language)
  if (view === null) return c.notFound()
  reloads(c, view.askedAt !== null && view.doneAt === null)
  const around = { language, frame: at.frame, slug: at.edition.slug, zone: at.edition.zone, view }
  return page(c, <InfluencePage {...around} refusal={refusal === undefined ? undefined : sentence(c, refusal)} />, refusal === undefined ? 200 : 422)
}

influenceRoutes.get(ADDRESS, async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : influencePage(c, at, Number(c.req.param('number')))
})

influenceRoutes.post(ADDRESS, async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const number = Number(c.req.param('number'))
  const outcome = await askInfluence(request(c).db, at.viewer, at.edition.place, number, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection/plans/${number}/influence`)
  return hidden(outcome) ? c.notFound() : influencePage(c, at, number, outcome)
})

influenceRoutes.post(`${ADDRESS}/removal`, async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const number = Number(c.req.param('number'))
  const outcome = await cancelInfluence(request(c).db, at.viewer, at.edition.place, number, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection/plans/${number}/influence`)
  return hidden(outcome) ? c.notFound() : influencePage(c, at, number, outcome)
})
