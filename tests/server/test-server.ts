/** The real application on a loopback port, over the database of a test file. */
import { serve } from '@hono/node-server'
import { afterAll, beforeAll } from 'vitest'
import { jobs, makeApp } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/platform/config.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { startWorker, type Worker } from '../../src/platform/jobs/jobs.ts'
import { makeLog } from '../../src/platform/log/log.ts'
import { loadAssets } from '../../src/platform/web/assets.ts'
import type { Services } from '../../src/platform/web/context.ts'

export interface TestServer {
  readonly origin: string
  readonly services: Services
  /** Moves the clock of the server; null lets it run. */
  setClock(at: Date | null): void
  /** Requests whose head has been read, whether or not the rest has come. */
  readonly heads: number
}

/** Starts before the tests of the file and stops after them. `settings` are environment variables on top of a demo configuration. */
export function testServer(held: { readonly db: Database }, settings: Readonly<Record<string, string>> = {}): TestServer {
  const state: { origin: string; clock: Date | null; heads: number; services?: Services; worker?: Worker; stop?: () => Promise<void> } = {
    origin: '',
    clock: null,
    heads: 0,
  }
  beforeAll(async () => {
    const port = await freePort()
    const config: Config = readConfig({ PORT: String(port), KAWALISS_DEMO: '1', LOG_LEVEL: 'silent', ...settings })
    const services: Services = { db: held.db, config, log: makeLog(config), clock: () => state.clock ?? new Date() }
    state.services = services
    state.worker = await startWorker(held.db, services.log, jobs(services))
    const app = makeApp({ services, assets: await loadAssets(), ready: { worker: () => true, stopping: () => false } })
    // A test that waits for others must not find the connection it kept closed under its hands.
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port, serverOptions: { keepAliveTimeout: 120_000 } })
    server.prependListener('request', () => (state.heads += 1))
    state.origin = `http://127.0.0.1:${port}`
    state.stop = () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // What a test left open, an upload without end, would be waited for as long as a connection is kept.
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
  })
  afterAll(async () => {
    await state.worker?.stop()
    await state.stop?.()
  })
  return {
    get origin() {
      return state.origin
    },
    get services() {
      if (state.services === undefined) throw new Error('The test server starts before the first test.')
      return state.services
    },
    get heads() {
      return state.heads
    },
    setClock(at) {
      state.clock = at
    },
  }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
