/**
 * The PostgreSQL that comes with Kawaliss: a real server, its files in the data folder, reached by a Unix socket in a
 * folder only its account may enter, never by the network. It is a process of its own: when Kawaliss is killed it
 * lives on, and the next Kawaliss finds it and goes on with it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, reaches, serverAccount } from './embedded-account.ts'
import { binariesFolder, binariesVersion, serverEnvironment } from './embedded-binaries.ts'
import { checkMajorVersion, DATABASE, HERE, makeCluster, makeDatabase, OWNER, onServer, SUPERUSER } from './embedded-cluster.ts'
import { holdsDataFolder, isAloneOn, type Lock, lockDataFolder, lockFile, makeDataFolder } from './embedded-lock.ts'
import { makeSocketFolder, openLog, outsideFolder, type Place, placeOf, reachableBinaries, removeOutside } from './embedded-place.ts'
import { ask, disarmPidFile, isServerOf, livePostmaster, type Postmaster } from './embedded-postmaster.ts'

export { DataFolderBusy, type Lock, lockDataFolder } from './embedded-lock.ts'

export interface EmbeddedServer {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** `18.4` */
  readonly version: string
  /** Whether the server was running already: left by a killed Kawaliss, or in use by another process. */
  readonly attached: boolean
  /**
   * Stops the server and waits until its processes are gone; open connections are cut. Does nothing when another
   * process holds the data folder: the server is then left to it.
   */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The data folder; made when missing. */
  readonly folder: string
  /** Hears of steps that take time. */
  readonly log?: (line: string) => void
}

/** Ten minutes: another process may be recovering a large database. */
const TURN = 600_000

/**
 * Starts the server, or joins the one that runs; makes the database on first start (about a second). Throws, saying
 * what to do, when this machine has no binaries, the files are of another version, or the server does not start (with
 * the end of its log). To be alone on the data folder, take `lockDataFolder` first.
 */
export async function startEmbedded({ folder, log = () => {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  await makeDataFolder(folder)
  const place = await placeOf(folder)
  return inTurn(place, async () => {
    const running = await settled(place, log)
    const postmaster = running ?? (await startOrClear(folder, place, log))
    await makeDatabase(postmaster)
    const version = await onServer(
      postmaster,
      DATABASE,
      async (client) => (await client.query('show server_version')).rows[0] as { server_version: string },
    )
    const unwatch = stopOnExit(folder, place, postmaster)
    return {
      connection: { host: postmaster.socket, port: postmaster.port, user: OWNER, database: DATABASE },
      version: version.server_version,
      attached: running !== null,
      async stop() {
        await inTurn(place, () => stopUnlessShared(folder, place, log))
        unwatch()
      },
    }
  })
}

async function inTurn<Value>(place: Place, work: () => Promise<Value>): Promise<Value> {
  const turn = await lockFile(place.turn, TURN)
  if (turn === null) throw new Error('Another process has been starting or stopping the database for ten minutes.')
  try {
    return await work()
  } finally {
    await turn.release()
  }
}

/** The server that runs and answers; null once none runs. Waits while one recovers or stops; ends one whose socket was swept away. */
async function settled(place: Place, log: (line: string) => void): Promise<Postmaster | null> {
  const tick = ticker(log, 'Waiting for the running database')
  for (let silences = 0; ; ) {
    const postmaster = await livePostmaster(place.cluster)
    if (postmaster === null) return null
    const answer = await ask(postmaster, SUPERUSER)
    if (answer === 'ready') return postmaster
    if (answer === 'silent' && postmaster.status === 'ready' && ++silences > 50) await shutDown(place, log)
    await pause(40)
    tick()
  }
}

/** A start that fails leaves nothing outside the data folder. */
async function startOrClear(folder: string, place: Place, log: (line: string) => void): Promise<Postmaster> {
  try {
    return await start(folder, place, log)
  } catch (error) {
    await removeOutside(place)
    throw error
  }
}

async function start(folder: string, place: Place, log: (line: string) => void): Promise<Postmaster> {
  const account = serverAccount(folder, place.cluster)
  await removeOutside(place)
  const outside = outsideFolder(place, account)
  const binaries = await reachableBinaries(binariesFolder(), account, outside)
  const version = binariesVersion(binaries, account)
  if (account !== null && process.platform !== 'linux' && !reaches(account, folder)) {
    throw new Error(
      `The database may not run as root, and no other account can enter ${folder}. Start Kawaliss as an ordinary user, or choose another KAWALISS_DATA.`,
    )
  }
  await makeCluster(place.cluster, binaries, account)
  await checkMajorVersion(place.cluster, version)
  const socket = await makeSocketFolder(place, account, outside)
  return launch(place, binaries, account, socket, log)
}

const SHARED_MEMORY_HELD = 'still in use'

async function launch(place: Place, binaries: string, account: Account | null, socket: string, log: (line: string) => void): Promise<Postmaster> {
  const tick = ticker(log, 'The database is recovering')
  for (let attempt = 1; ; attempt++) {
    await disarmPidFile(place.cluster)
    const output = await openLog(place)
    const { size: before } = await output.stat()
    const options = [
      '-D',
      reaches(account, place.cluster) ? place.cluster : HERE,
      '-k',
      socket,
      '-c',
      'listen_addresses=',
      '-c',
      'logging_collector=off',
    ]
    const child = spawn(join(binaries, 'bin', 'postgres'), options, {
      ...account,
      cwd: place.cluster,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    })
    const failed = new Promise<never>((_resolve, reject) => child.once('error', reject))
    failed.catch(() => {})
    await output.close()
    const postmaster = await Promise.race([failed, answering(place, child, tick)])
    child.unref()
    if (postmaster !== null) return postmaster
    const said = (await readFile(place.log)).subarray(before).toString('utf8').trim()
    // The last children of a killed server need a moment to notice and go.
    if (!said.includes(SHARED_MEMORY_HELD) || attempt > 100)
      throw new Error(`The database did not start. The end of ${place.log}:\n${said.split('\n').slice(-12).join('\n')}`)
    await pause(100)
  }
}

/** Waits, as long as recovery takes, until the new server answers; null when it ended instead. */
async function answering(place: Place, child: ChildProcess, tick: () => void): Promise<Postmaster | null> {
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = await livePostmaster(place.cluster)
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready' && (await ask(postmaster, SUPERUSER)) === 'ready') return postmaster
    await pause(15)
    tick()
  }
  return null
}

async function stopUnlessShared(folder: string, place: Place, log: (line: string) => void): Promise<void> {
  let lock: Lock | null = null
  if (!holdsDataFolder(folder)) {
    lock = await lockDataFolder(folder).catch(() => null)
    if (lock === null) return
  }
  try {
    await shutDown(place, log)
    await removeOutside(place)
  } finally {
    await lock?.release()
  }
}

/** Asks the server to stop when this process, being alone on the data folder, ends without `stop`: an error nobody caught, Ctrl-C while starting. */
function stopOnExit(folder: string, place: Place, postmaster: Postmaster): () => void {
  const leave = () => {
    if (isServerOf(place.cluster, postmaster.pid) && isAloneOn(folder)) process.kill(postmaster.pid, 'SIGINT')
  }
  process.once('exit', leave)
  return () => process.off('exit', leave)
}

/** PostgreSQL's fast shutdown: connections are cut, everything is written, the files are closed clean. */
async function shutDown(place: Place, log: (line: string) => void): Promise<void> {
  const postmaster = await livePostmaster(place.cluster)
  if (postmaster === null) return
  const tick = ticker(log, 'The database is writing its last pages')
  try {
    process.kill(postmaster.pid, 'SIGINT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
  while (isServerOf(place.cluster, postmaster.pid)) {
    await pause(10)
    tick()
  }
}

/** Says a line with the seconds passed, every five of them. */
function ticker(log: (line: string) => void, what: string): () => void {
  const began = performance.now()
  let told = 0
  return () => {
    const seconds = Math.floor((performance.now() - began) / 5000) * 5
    if (seconds > told) log(`${what} (${seconds} s)`)
    told = seconds
  }
}
