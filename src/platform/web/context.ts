/** What every request carries: the services of the process and, once the middleware has run, who asks and in which language. */
import type { Context } from 'hono'
import type { Language } from '../../domain/language.ts'
import { isSignedIn, type SignedIn, type Viewer } from '../../domain/viewer.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log/log.ts'
import type { Arrivals } from './arrivals.ts'

/** The demo has its own time: where it stands, and moving it. Answers while it moves are put off. */
export interface DemoTime {
  readonly stages: readonly string[]
  readonly stage: string
  readonly moving: boolean
  /** Begins to move; does nothing while it is moving already. */
  moveTo(stage: string): void
}

export interface Services {
  readonly db: Database
  readonly config: Config
  readonly log: Log
  /** The clock: `now` is read once a request, when its head arrived, and handed down. */
  readonly clock: () => Date
  /** How long what is read now may have waited; without it, nothing is taken to have waited. */
  readonly arrivals?: Arrivals
  /** In a demo only. */
  readonly demoTime?: DemoTime
}

export interface AppEnv {
  Variables: {
    services: Services
    now: Date
    organisation: string
    language: Language
    viewer: Viewer
    /** Sentences of the house in the language asked for, for what has no words of its own: 'api/no-token'. */
    says: (key: string, details?: Readonly<Record<string, string | number>>) => string
    /** Network address of the client, for rate limits only; never stored with a person. */
    client: string
    /** Path without the language prefix, with its query: the same page in another language is `/ar${path}`. */
    path: string
  }
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
}

export type AppContext = Context<AppEnv>

/** What a route needs from its request, read in one line. */
export function request(c: AppContext) {
  // Hono makes the whole of `var` anew each time it is read.
  const { services, now, organisation, language, viewer, path } = c.var
  return { db: services.db, config: services.config, now, organisation, language, viewer, path }
}

/** Thrown by `signedIn` and caught by the app: the visitor is sent to sign in and comes back to the same address. */
export class SignInNeeded extends Error {}

/** The viewer as somebody; a visitor is sent to sign in first. For a form sent after a session ended, the values come back too (see sign-in). */
export function signedIn(c: AppContext): SignedIn {
  if (!isSignedIn(c.var.viewer)) throw new SignInNeeded('sign in first')
  return c.var.viewer
}
