/** One process: opens the database, serves pages and the API, works the queue, and stops cleanly. */
import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { createAdaptorServer } from '@hono/node-server'
import { jobs, makeApp, nightly } from './app.ts'
import { keepPromises } from './features/calls/index.ts'
import type { Config } from './platform/config.ts'
import { closeDatabase, type Database, openDatabase, poolOf } from './platform/database/database.ts'
import { DataFolderBusy, type EmbeddedServer, lockDataFolder, startEmbedded } from './platform/database/embedded.ts'
import { migrate } from './platform/database/migrate.ts'
import { migrateJobs, startWorker, type Worker } from './platform/jobs/jobs.ts'
import { faultOf, type Log, makeLog } from './platform/log/log.ts'
import { migrationsFolder } from './platform/root.ts'
import { watchArrivals } from './platform/web/arrivals.ts'
import { loadAssets } from './platform/web/assets.ts'

const OLDEST_POSTGRES = 15

/**
 * What the server holds on to is some 50 MB; V8 would let the garbage beside it grow to several times that on a machine
 * with much memory. Told to collect once a fifth has been added, it keeps its promise of 250 MB under load, for a few hundredths more time.
 */
const HEAP = '--heap-growing-percent=20'

/** Runs until it is asked to stop. Prints where it listens. Throws when it cannot start, saying what to do. */
export async function run(config: Config, say: (line: string) => void = console.log): Promise<void> {
  setFlagsFromString(HEAP)
  const log = makeLog(config)
  const opened = await open(config, say)
  const { db } = opened
  let time: Awaited<ReturnType<typeof openDemo>> = null
  try {
    await migrate(poolOf(db), migrationsFolder, (name) => say(`  migration ${name}`))
    await migrateJobs(db)
    await keepPromises(db, new Date())
    time = config.demo ? await openDemo(db, log, config.origin, say) : null
  } catch (error) {
    await opened.close()
    throw error
  }
  const state: { worker: Worker | null; stopping: boolean } = { worker: null, stopping: false }
  const clock = () => new Date(Date.now() + (time?.shift ?? 0))
  const services = { db, config, log, clock, arrivals: watchArrivals(), ...(time === null ? {} : { demoTime: time }) }
  const app = makeApp({
    services,
    assets: await loadAssets(),
    ready: { worker: () => state.worker?.running() ?? false, stopping: () => state.stopping },
  })
  state.worker = await startWorker(db, log, jobs(services), nightly)

  // Longer than proxies keep a connection (60 s): the one that closes it must be they, or a request is lost on the way.
  const serverOptions = { keepAliveTimeout: 65_000 }
  const server = createAdaptorServer({ fetch: app.fetch, createServer, serverOptions })
  server.listen({ host: config.host, port: config.port, backlog: BACKLOG })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Something already listens on ${config.host}:${config.port}. Stop it, or choose another PORT.`)
          : error,
      ),
    )
  }).catch(async (error) => {
    await state.worker?.stop()
    await opened.close()
    throw error
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  say(`\nKawaliss listens on ${config.origin.endsWith(`:${config.port}`) ? config.origin.replace(/:\d+$/, `:${port}`) : config.origin}`)
  if (config.demo)
    say(`Demo: enter as any of the cast at ${config.origin.replace(/:\d+$/, `:${port}`)}/ar/demo (mails are shown at /ar/demo/mailbox)`)
  say('Ctrl-C stops it.\n')

  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name))
  })
  state.stopping = true
  say(`\nStopping (${signal}): answers under way are finished, nothing new is taken.`)
  try {
    await closeServer(server)
    await state.worker.stop()
  } catch (error) {
    log.error({ fault: faultOf(error) }, 'stopping')
  } finally {
    await opened.close()
  }
}

/** Connections that may wait to be taken: in the last minute of a call thousands knock at once, and one turned away tries again a second later. */
const BACKLOG = 4096
/** How long answers under way may take once asked to stop. */
const PATIENCE = 8000

async function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE)
  await closed
  clearTimeout(patience)
}

interface Opened {
  readonly db: Database
  close(): Promise<void>
}

async function open(config: Config, say: (line: string) => void): Promise<Opened> {
  if (config.databaseUrl !== null) {
    const db = openDatabase({ connectionString: config.databaseUrl }, config.poolSize)
    await checkVersion(db)
    return { db, close: () => closeDatabase(db) }
  }
  const lock = await lockDataFolder(config.dataFolder)
  let server: EmbeddedServer
  try {
    server = await startEmbedded({ folder: config.dataFolder, log: say })
  } catch (error) {
    await lock.release()
    throw error
  }
  const db = openDatabase(server.connection, config.poolSize)
  return {
    db,
    async close() {
      await closeDatabase(db)
      await server.stop()
      await lock.release()
    },
  }
}

async function checkVersion(db: Database): Promise<void> {
  const { rows } = await poolOf(db).query<{ server_version_num: string }>('show server_version_num')
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  if (major < OLDEST_POSTGRES) {
    await closeDatabase(db)
    throw new Error(`DATABASE_URL leads to PostgreSQL ${major}; Kawaliss needs ${OLDEST_POSTGRES} or newer.`)
  }
}

/** On first start of a demo the named world is loaded, so that there is something to see. Answers its time: the world has its own. */
async function openDemo(db: Database, log: Log, origin: string, say: (line: string) => void) {
  const { clearWorld, demoState, loadWorld } = await import('./demo/load.ts')
  const { openDemoTime } = await import('./demo/time.ts')
  const state = await demoState(db)
  if (state.is === 'cut') await clearWorld(db)
  if (state.is === 'cut' || state.is === 'empty') {
    say('Loading the demo world.')
    await loadWorld(db, { stage: 'call', now: new Date(), origin, say })
  }
  return openDemoTime(db, log, origin)
}

export { DataFolderBusy }
