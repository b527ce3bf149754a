/** For those who watch: `/healthz` says the process answers, `/readyz` that it can serve. Neither says more than a word a part. */
import { Hono } from 'hono'
import { poolOf } from '../platform/database/database.ts'
import { migrationState } from '../platform/database/migrate.ts'
import { migrationsFolder } from '../platform/root.ts'
import type { AppEnv, Services } from '../platform/web/context.ts'

export interface Readiness {
  /** Whether the queue is being worked. */
  readonly worker: () => boolean
  /** Asked to stop: balancers should send nothing more. */
  readonly stopping: () => boolean
}

export function healthRoutes(services: Services, ready: Readiness): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/healthz', (c) => c.json({ process: 'up' }, 200, { 'Cache-Control': 'no-store' }))
  routes.get('/readyz', async (c) => {
    const database = await poolOf(services.db)
      .query('select 1')
      .then(
        () => true,
        () => false,
      )
    const migrations = database && (await migrationState(poolOf(services.db), migrationsFolder)).pending.length === 0
    const parts = { database, migrations, worker: ready.worker(), accepting: !ready.stopping() }
    return c.json(parts, Object.values(parts).every(Boolean) ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  return routes
}
