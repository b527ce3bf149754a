/**
 * Work done after the answer: mail, documents, reminders. A job is put in the queue in the transaction of the act that
 * wants it, so that a letter is queued if and only if its decision is stored. graphile-worker runs the queue.
 */
import { Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import { type Database, poolOf, type Trx } from '../database/database.ts'
import { faultOf, type Log } from '../log/log.ts'
import { afterRush } from '../rush.ts'

export interface JobOptions {
  /** Not before this moment. */
  readonly at?: Date
  /** One job with this key at most waits: a later one replaces it. */
  readonly key?: string
  /** Somebody waits for it at a screen, as for the mail that lets them in: it passes before the others, and steps aside for nobody. */
  readonly urgent?: boolean
}

/** How often a job is tried before it is given up: some hours. */
const ATTEMPTS = 12
/** graphile-worker takes the lowest first; 0 is what all others have. */
const URGENT = -10
/** Milliseconds a job waits at most while pages are asked for: in the longest rush the queue still moves, two jobs a second. */
const STEPS_ASIDE = 1000

/**
 * The expression that puts a job in the queue, for a statement that writes the act and its job together: `task` and
 * `payload` are expressions too (text and json). It must be selected from the rows written, so that there is a job if
 * and only if there is an act.
 */
export function addJobSql(task: string, payload: string): string {
  return `graphile_worker.add_job(${task}, ${payload}, max_attempts => ${ATTEMPTS})`
}

/** Puts a job in the queue, in the caller's transaction. `task` is the name of a handler given to `startWorker`; the payload holds ids, never personal data. */
export async function enqueue(trx: Trx, task: string, payload: Readonly<Record<string, unknown>>, options: JobOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, run_at => ${options.at ?? null}::timestamptz, max_attempts => ${ATTEMPTS}, job_key => ${options.key ?? null}, priority => ${options.urgent === true ? URGENT : null}::int)`.execute(
    trx,
  )
}

/** Puts many jobs of one task in the queue with one statement. */
export async function enqueueMany(trx: Trx, task: string, payloads: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  if (payloads.length === 0) return
  await sql`select graphile_worker.add_job(${task}, p::json, max_attempts => ${ATTEMPTS}) from unnest(${payloads.map((payload) => JSON.stringify(payload))}::text[]) as p`.execute(
    trx,
  )
}

/** The tables of the queue, brought to the version of the library. Run with the migrations. */
export async function migrateJobs(db: Database): Promise<void> {
  await runMigrations({ pgPool: poolOf(db), logger: silent })
}

const silent = new Logger(() => () => {})

export type JobHandler = (payload: never, jobId: string) => Promise<void>

export interface Worker {
  /** Whether the queue is being worked. */
  running(): boolean
  stop(): Promise<void>
}

/** Starts the worker of this process: two jobs at a time, which step aside while pages are asked for (rush.ts). A failing job is tried again with growing pauses and logged without its values. */
export async function startWorker(db: Database, log: Log, handlers: Readonly<Record<string, JobHandler>>, crontab = ''): Promise<Worker> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([task, handle]) => [
      task,
      async (payload, { job }) => {
        try {
          if (job.priority >= 0) await afterRush(STEPS_ASIDE)
          await handle(payload as never, job.id)
        } catch (error) {
          log.error({ job: job.id, task, attempt: job.attempts, fault: faultOf(error) }, 'a job failed')
          throw error
        }
      },
    ]),
  )
  const runner: Runner = await run({
    pgPool: poolOf(db),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    crontab,
    logger: silent,
  })
  let running = true
  runner.promise.then(
    () => (running = false),
    () => (running = false),
  )
  return {
    running: () => running,
    async stop() {
      if (running) await runner.stop()
      running = false
    },
  }
}
