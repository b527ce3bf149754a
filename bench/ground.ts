/** The ground of a run: a data folder of its own in a temporary place, the demo world in it, and Kawaliss on it as operators run it. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { closeDatabase, type ConnectionOptions, type Database, openDatabase } from '../src/platform/database/database.ts'
import { type EmbeddedServer, startEmbedded } from '../src/platform/database/embedded.ts'
import { type Child, start } from './child.ts'
import type { Used } from './probe.ts'
import type { Pace } from './rounds.ts'

const ROOT = join(import.meta.dirname, '..')
const KAWALISS = join(ROOT, 'bin', 'kawaliss')
/** The options of Node that bin/kawaliss asks for in its first line: so it is started by `npm start` and by every service. */
const NODE_OPTIONS = readFileSync(KAWALISS, 'utf8').split('\n')[0]?.match(/--\S+/g) ?? []
/** Longest a start may take before the run is given up. */
const START_LIMIT = 60_000

export interface Ground {
  readonly pace: Pace
  readonly origin: string
  readonly connection: ConnectionOptions
  readonly db: Database
  /** What to add to the time of this machine to have that of the demo, in milliseconds. */
  readonly shift: number
  /** What the server has used; the most memory it was ever seen to hold is kept. */
  used(): Promise<Used>
  readonly mostMemory: number
  /** Stops the server, starts it again, with these settings besides its own, and answers the milliseconds until it was ready. */
  restart(settings?: Readonly<Record<string, string>>): Promise<number>
  stop(): Promise<void>
}

/** Makes the data folder, loads the demo at the stage in which the call of 2024 is open, and starts the server. */
export async function openGround(pace: Pace): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'kawaliss-bench-'))
  const port = await freePort()
  const env = { ...process.env, KAWALISS_DATA: join(folder, 'data'), PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error', KAWALISS_DEMO: '1' }
  for (const name of ['DATABASE_URL', 'ORIGIN', 'NODE_ENV', 'NODE_OPTIONS', 'SMTP_URL']) delete (env as NodeJS.ProcessEnv)[name]
  const loaded = spawnSync(process.execPath, [KAWALISS, 'demo', '--stage', 'call'], { env, encoding: 'utf8', timeout: 180_000 })
  if (loaded.status !== 0) throw new Error(`The demo was not loaded.\n${loaded.stderr}`)
  const ground = new OneServer(pace, port, env, folder)
  await ground.restart()
  return ground
}

class OneServer implements Ground {
  readonly pace: Pace
  readonly origin: string
  shift = 0
  mostMemory = 0
  private readonly port: number
  private readonly env: NodeJS.ProcessEnv
  private readonly folder: string
  private server: Child | null = null
  private attached: { readonly embedded: EmbeddedServer; readonly db: Database } | null = null

  constructor(pace: Pace, port: number, env: NodeJS.ProcessEnv, folder: string) {
    this.pace = pace
    this.port = port
    this.env = env
    this.folder = folder
    this.origin = `http://127.0.0.1:${port}`
  }

  get connection(): ConnectionOptions {
    return this.whole.embedded.connection
  }

  get db(): Database {
    return this.whole.db
  }

  private get whole() {
    if (this.attached === null) throw new Error('The server has not been started.')
    return this.attached
  }

  async used(): Promise<Used> {
    if (this.server === null) throw new Error('The server has not been started.')
    const used = await this.server.used()
    this.mostMemory = Math.max(this.mostMemory, used.rss)
    return used
  }

  async restart(settings: Readonly<Record<string, string>> = {}): Promise<number> {
    await this.halt()
    const began = performance.now()
    this.server = start(KAWALISS, ['up'], { env: { ...this.env, ...settings }, cwd: ROOT, execArgv: NODE_OPTIONS })
    await this.ready()
    const took = performance.now() - began
    const embedded = await startEmbedded({ folder: join(this.folder, 'data') })
    const db = openDatabase(embedded.connection, 4)
    this.attached = { embedded, db }
    const world = await db.selectFrom('demo_world').select(['clock_at', 'loaded_at']).executeTakeFirstOrThrow()
    this.shift = world.clock_at.getTime() - world.loaded_at.getTime()
    return took
  }

  private async ready(): Promise<void> {
    const until = performance.now() + START_LIMIT
    while (performance.now() < until) {
      const answer = await fetch(`${this.origin}/readyz`).catch(() => null)
      await answer?.arrayBuffer()
      if (answer?.status === 200) return
      await pause(5)
    }
    throw new Error(`Kawaliss was not ready on port ${this.port} within ${START_LIMIT / 1000} s.`)
  }

  private async halt(): Promise<void> {
    if (this.attached !== null) await closeDatabase(this.attached.db)
    await this.server?.stop()
    // Does nothing while another holds the folder; ends the database when the server was killed instead of stopping.
    await this.attached?.embedded.stop()
    this.attached = null
    this.server = null
  }

  async stop(): Promise<void> {
    await this.halt()
    await rm(this.folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
