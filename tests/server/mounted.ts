/** The routes of one feature in a small application: who asks is given, the rest is real (database, forms, pages). */
import { Hono } from 'hono'
import { isLanguage } from '../../src/domain/language.ts'
import type { Viewer } from '../../src/domain/viewer.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { makeLog } from '../../src/platform/log/log.ts'
import type { AppEnv } from '../../src/platform/web/context.ts'

export interface Mounted {
  get(path: string): Promise<Response>
  /** Sends a form; answers the redirect or the page, as it came. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response>
}

export function mounted(db: Database, routes: Hono<AppEnv>, viewer: Viewer, now: Date): Mounted {
  const config = readConfig({ KAWALISS_DEMO: '1', LOG_LEVEL: 'silent' })
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    const first = c.req.path.split('/')[1]
    c.set('services', { db, config, log: makeLog(config), clock: () => now })
    c.set('now', now)
    c.set('organisation', viewer.organisation)
    c.set('language', isLanguage(first) ? first : 'ar')
    c.set('viewer', viewer)
    c.set('client', '127.0.0.1')
    c.set('path', isLanguage(first) ? c.req.path.slice(3) || '/' : c.req.path)
    await next()
  })
  app.route('/:language{(?:ar|fr|en)}', routes)
  return {
    get: async (path) => app.request(path),
    post: async (path, fields) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string)
      return app.request(path, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
    },
  }
}
