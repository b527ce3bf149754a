/** Views of the list: kept from the list itself, tidied on a page of their own. */
import { Hono } from 'hono'
import { LONGEST_VIEW_NAME, mayShareViews } from '../../../domain/list-view.ts'
import type { Refused, Result } from '../../../domain/result.ts'
import { cleanLine } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { keepView, removeView, renameView, showViewFirst } from '../commands/list-view.ts'
import { filtersOf, viewQuery } from '../filters.ts'
import { ViewsPage, type ViewsPageProps } from '../pages/list/views.tsx'
import { keptViews } from '../queries/list/views.ts'
import { LIST, listPath, roomOf, saidOf, sentenceOf } from './room.ts'

export const viewRoutes = new Hono<AppEnv>()

async function viewsPage(c: AppContext, at: StaffRoom, refusal?: Refused, typed?: ViewsPageProps['typed']): Promise<Response> {
  const { db, language } = request(c)
  const { place, slug, zone } = at.edition
  const views = await keptViews(db, at.viewer, place, LIST)
  if (views === null) return c.notFound()
  const around = { language, frame: at.frame, path: `${listPath(at)}/views`, slug, zone, views, mayShare: mayShareViews(at.viewer, place) }
  const shown = refusal === undefined ? undefined : sentenceOf(c, refusal)
  // One that somebody took away meanwhile is said to be gone above those that are left.
  const status = refusal === undefined ? 200 : refusal.code === 'view/unknown' ? 404 : 422
  return page(c, <ViewsPage {...around} said={saidOf(c)} refusal={shown} typed={typed} />, status)
}

viewRoutes.get('/desk/:edition/applications/views', async (c) => {
  const at = await roomOf(c)
  return at === null ? c.notFound() : viewsPage(c, at)
})

viewRoutes.post('/desk/:edition/applications/views', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const view = {
    name: cleanLine(fieldText(body, 'name')).slice(0, LONGEST_VIEW_NAME * 2),
    query: viewQuery(filtersOf(fieldText(body, 'query'), at.edition.zone)),
    shared: fieldText(body, 'shared') === 'yes',
  }
  const outcome = await keepView(request(c).db, at.viewer, at.edition.place, LIST, view, c.var.now)
  return outcome.ok ? seeOther(c, `${listPath(at)}?${view.query === '' ? 'view=all' : view.query}`, 'view-kept') : viewsPage(c, at, outcome, view)
})

async function after(c: AppContext, at: StaffRoom, outcome: Result<null>, said: string): Promise<Response> {
  return outcome.ok ? seeOther(c, `${listPath(at)}/views`, said) : viewsPage(c, at, outcome)
}

viewRoutes.post('/desk/:edition/applications/views/:view/name', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const name = cleanLine(fieldText(await readForm(c), 'name'))
  return after(c, at, await renameView(request(c).db, at.viewer, at.edition.place, c.req.param('view'), name, c.var.now), 'view-renamed')
})

viewRoutes.post('/desk/:edition/applications/views/:view/first', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const first = fieldText(await readForm(c), 'first') !== 'no'
  const outcome = await showViewFirst(request(c).db, at.viewer, at.edition.place, c.req.param('view'), first, c.var.now)
  return after(c, at, outcome, first ? 'view-first' : 'view-not-first')
})

viewRoutes.post('/desk/:edition/applications/views/:view/removal', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  return after(c, at, await removeView(request(c).db, at.viewer, at.edition.place, c.req.param('view'), c.var.now), 'view-removed')
})
