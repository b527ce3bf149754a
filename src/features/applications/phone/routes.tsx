import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { OfflinePage, PhonePage } from './pages.tsx'

/** The two pages that a phone keeps for when there is no network: alike for everyone. */
export function phoneRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/offline', (c) => page(c, <OfflinePage language={c.var.language} />, 200, 'public'))
  routes.get('/phone', (c) => page(c, <PhonePage language={c.var.language} />, 200, 'public'))
  return routes
}
