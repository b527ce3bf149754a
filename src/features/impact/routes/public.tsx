/** What anyone may read: the impact of the programme, a figure, a published communiqué. */
import { Hono } from 'hono'
import { isReference } from '../../../domain/figure.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { publicFrame } from '../../programme/index.ts'
import { impactView } from '../impact-view.ts'
import { CommuniquePage } from '../pages/communique.tsx'
import { FigurePage } from '../pages/figure.tsx'
import { ImpactPage } from '../pages/impact.tsx'
import { publishedCommunique, publishedCommuniques } from '../queries/communique.ts'
import { figurePage } from '../queries/figure-page.ts'
import { zoneOf } from '../queries/zone.ts'

export const publicRoutes = new Hono<AppEnv>()

function frameOf(c: AppContext) {
  const { db, config, organisation, viewer, language, path, now } = request(c)
  return publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
}

publicRoutes.get('/impact', async (c) => {
  const { db, organisation, language, path } = request(c)
  const [published, zone, frame] = await Promise.all([publishedCommuniques(db, organisation), zoneOf(db, organisation), frameOf(c)])
  return page(c, <ImpactPage language={language} frame={frame} path={path} zone={zone} view={impactView(published)} />, 200, 'public')
})

publicRoutes.get('/figures/:reference', async (c) => {
  const { db, viewer, language, path, now } = request(c)
  const reference = c.req.param('reference')
  const asked = Number.parseInt(c.req.query('page') ?? '1', 10)
  const number = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const view = isReference(reference) ? await figurePage(db, viewer, { reference, page: number }, now) : null
  if (view === null) return c.notFound()
  return page(c, <FigurePage language={language} frame={await frameOf(c)} path={path} view={view} />, 200, 'public')
})

publicRoutes.get('/communiques/:edition/:slug', async (c) => {
  const { db, organisation, language, path } = request(c)
  const communique = await publishedCommunique(db, organisation, c.req.param('edition'), c.req.param('slug'))
  if (communique === null) return c.notFound()
  const [zone, frame] = await Promise.all([zoneOf(db, organisation), frameOf(c)])
  return page(c, <CommuniquePage language={language} frame={frame} path={path} zone={zone} communique={communique} />, 200, 'public')
})
