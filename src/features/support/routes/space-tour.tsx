/** A tour in the space of a project, for whoever may open that space. */
import { Hono } from 'hono'
import { isId } from '../../../platform/database/id.ts'
import { type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { publicFrame } from '../../programme/index.ts'
import { SpaceTourPage } from '../pages/space-tour.tsx'
import { tourLinesOfProject } from '../queries/activities.ts'
import { spaceOf } from '../space.ts'

export const spaceTourRoutes = new Hono<AppEnv>()

spaceTourRoutes.get('/space/:project/tours/:tour', async (c) => {
  const viewer = signedIn(c)
  const { db, organisation, language, path, now } = request(c)
  const { project, tour: id } = c.req.param()
  const space = isId(project) ? await spaceOf(db, viewer, project, language, now) : null
  const tour = space?.tours.find((one) => one.id === id)
  if (space === null || tour === undefined) return c.notFound()
  const [frame, lines] = await Promise.all([
    publicFrame(db, { organisation, viewer, language, path, now }),
    tourLinesOfProject(db, organisation, space.id, tour.id, language),
  ])
  return page(c, <SpaceTourPage language={language} frame={frame} path={path} space={space} tour={tour} lines={lines} now={now} />)
})
