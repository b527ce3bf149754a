/** The space of a project, with what later stages put beside. */
import { Hono } from 'hono'
import type { Child } from '#html'
import { isId } from '../../../platform/database/id.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { publicFrame } from '../../programme/index.ts'
import { SpacePage } from '../pages/space.tsx'
import { type SpaceView, spaceOf } from '../space.ts'

/** A block that a later stage puts beside (its markets, its money); asked only for spaces the viewer may open. Null for nothing to say. */
export type SpaceBlock = (c: AppContext, space: SpaceView) => Promise<Child>

/** `beside` stands in the order given. */
export function spaceRoutes({ beside }: { beside: readonly SpaceBlock[] }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/space/:project', async (c) => {
    const viewer = signedIn(c)
    const { db, organisation, language, path, now } = request(c)
    const id = c.req.param('project')
    const space = isId(id) ? await spaceOf(db, viewer, id, language, now) : null
    if (space === null) return c.notFound()
    const frame = await publicFrame(db, { organisation, viewer, language, path, now })
    const blocks = await Promise.all(beside.map((block) => block(c, space)))
    return page(c, <SpacePage language={language} frame={frame} path={path} space={space} now={now} beside={blocks} />)
  })
  return routes
}
