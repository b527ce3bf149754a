/** The dashboard: the first page of the desk of an edition. */
import { maySeeSupport } from '../../../domain/activity.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { FILE_READERS } from '../../../domain/viewer.ts'
import { Hono } from 'hono'
import { mayWriteCommuniques } from '../../../domain/communique.ts'
import { type AppEnv, request } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { DashboardPage } from '../pages/dashboard.tsx'
import { deskOf } from '../routes/around.ts'
import { dashboardOf } from './queries.ts'

export const dashboardRoutes = new Hono<AppEnv>()

dashboardRoutes.get('/desk/:edition', async (c) => {
  const { db, language, now } = request(c)
  const room = await deskOf(c, '')
  if (room === null) return c.notFound()
  const { viewer, edition, frame } = room
  const view = await dashboardOf(db, viewer, edition.place, edition.zone, now)
  if (view === null) return c.notFound()
  return page(
    c,
    <DashboardPage
      language={language}
      frame={frame}
      path={`/desk/${edition.slug}`}
      slug={edition.slug}
      year={edition.year}
      writes={mayWriteCommuniques(viewer, edition.place)}
      opensCalendar={maySeeSupport(viewer, edition.place)}
      readsFiles={scopeOf(viewer, FILE_READERS, edition.place).length > 0}
      view={view}
    />,
  )
})
