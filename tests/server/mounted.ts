/** The routes of one feature asked by one person at one moment, as a browser without script asks (feature-app.ts). */
import type { Hono } from 'hono'
import type { Viewer } from '../../src/domain/viewer.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { AppEnv } from '../../src/platform/web/context.ts'
import { type Fields, featureApp } from './feature-app.ts'

export interface Mounted {
  get(path: string): Promise<Response>
  /** Sends a form; answers the redirect or the page, as it came. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>
}

export function mounted(db: Database, routes: Hono<AppEnv>, viewer: Viewer, now: Date): Mounted {
  const app = featureApp(
    () => db,
    () => viewer.organisation,
    routes,
  )
  return {
    get: (path) => app.ask('GET', path, { viewer, now }),
    post: (path, fields, headers) => app.ask('POST', path, { viewer, now }, fields, headers),
  }
}
