/** The routes of one feature under the real handlers of faults, asked without a network: who asks and what time it is are set by the test. */
import { Hono } from 'hono'
import { answerFault, answerNotFound } from '../../src/app/faults.tsx'
import { isLanguage } from '../../src/domain/language.ts'
import { type Viewer, visitor } from '../../src/domain/viewer.ts'
import { publicFrame } from '../../src/features/programme/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { makeLog } from '../../src/platform/log/log.ts'
import { type AppContext, type AppEnv, request } from '../../src/platform/web/context.ts'

export interface FeatureApp {
  /** Asks as `viewer` at `now`; form fields are sent as a browser without script sends them. */
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, who: Who, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>
}

export interface Who {
  /** Null for a visitor who has not signed in. */
  readonly viewer: Viewer | null
  readonly now: Date
}

/** Bytes and texts are sent as they are. */
export type Fields = Readonly<Record<string, string | readonly string[]>> | string | Uint8Array<ArrayBuffer>

/** The frame of public pages, as the application makes it. */
export function frameOf(c: AppContext) {
  const { db, organisation, viewer, language, path } = request(c)
  return publicFrame(db, { organisation, viewer, language, path })
}

/** `routes` relative to `/:language`, for the organisation given. */
export function featureApp(db: () => Database, organisation: () => string, routes: Hono<AppEnv>): FeatureApp {
  const config = readConfig({ ORIGIN: 'https://kawaliss.example', LOG_LEVEL: 'silent', KAWALISS_DEMO: '0' })
  const log = makeLog(config)
  const app = new Hono<AppEnv>()
  app.onError(answerFault)
  app.notFound(answerNotFound)
  app.use(async (c, next) => {
    const first = c.req.path.split('/')[1]
    const { who } = c.env as unknown as { who: Who }
    c.set('services', { db: db(), config, log, clock: () => who.now })
    c.set('now', who.now)
    c.set('organisation', organisation())
    c.set('language', isLanguage(first) ? first : 'ar')
    c.set('viewer', who.viewer ?? visitor(organisation()))
    c.set('client', 'test')
    c.set('path', c.req.path.slice(3) || '/')
    await next()
  })
  app.route('/:language{(?:ar|fr|en)}', routes)
  return {
    async ask(method, path, who, fields, more = {}) {
      const body = fields === undefined ? undefined : typeof fields === 'string' || fields instanceof Uint8Array ? fields : encoded(fields)
      const headers = {
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...more,
      }
      return app.request(path, { method, headers, ...(body === undefined ? {} : { body }) }, { who } as never)
    },
  }
}

function encoded(fields: Exclude<Fields, string | Uint8Array<ArrayBuffer>>): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  return body.toString()
}
