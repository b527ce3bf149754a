/**
 * Work of native code in a process of its own, one piece at a time: half a second of it keeps no request waiting, what
 * does not end can be killed without harm to the server, and the memory it took goes with it. (A thread would not do:
 * nothing stops native code inside a thread.)
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/** What came of a piece of work. */
export type Answer<Value> = { readonly value: Value } | { readonly fault: string }

/** Why a piece of work has no value: it is at fault itself, it took too long or too much memory, or the process was lost and another may do it. */
export type Why = 'fault' | 'too-long' | 'too-much' | 'lost'

export class ApartError extends Error {
  override readonly name = 'ApartError'
  readonly why: Why
  constructor(why: Why, message: string) {
    super(message)
    this.why = why
  }
}

/** Below the server, which answers people first when many come at once. */
const PRIORITY = 5

export interface Limits {
  /** Milliseconds without work after which the process ends, until there is some again. */
  readonly rest?: number
  /** Bytes of memory it may hold, where the system tells (Linux): a few hundred bytes of what a stranger gave can ask for gigabytes. */
  readonly memory?: number
}

/** Milliseconds between two looks at its memory: a process takes some hundred megabytes meanwhile at most. */
const LOOK = 100

export class Apart<Job extends object, Value> {
  readonly #program: string
  readonly #rest: number
  readonly #memory: number
  #process: ChildProcess | undefined
  #last: Promise<unknown> = Promise.resolve()
  #awaited = 0
  #idle: NodeJS.Timeout | undefined

  /** `program` calls `answerJobs`. */
  constructor(program: string, { rest = Number.POSITIVE_INFINITY, memory = Number.POSITIVE_INFINITY }: Limits = {}) {
    this.#program = program
    this.#rest = rest
    this.#memory = memory
  }

  /** Whether what is asked for now would be begun at once. */
  get free(): boolean {
    return this.#awaited === 0
  }

  /** Has a piece done, after those asked for before it, in at most `limit` milliseconds. Rejects with `ApartError`. */
  ask(job: Job, limit: number): Promise<Value> {
    this.#awaited += 1
    clearTimeout(this.#idle)
    const done = this.#last.then(() => this.#run(job, limit)).finally(() => this.#over())
    this.#last = done.catch(() => {})
    return done
  }

  #over(): void {
    this.#awaited -= 1
    if (this.#awaited > 0 || this.#rest === Number.POSITIVE_INFINITY) return
    this.#idle = setTimeout(() => this.#process?.kill('SIGKILL'), this.#rest)
    this.#idle.unref()
  }

  #run(job: Job, limit: number): Promise<Value> {
    this.#process ??= this.#start()
    const running = this.#process
    keepAwake(running, true)
    return new Promise<Value>((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(timer)
        clearInterval(looking)
        running.off('message', answered)
        running.off('exit', ended)
        keepAwake(running, false)
      }
      const stop = (why: Why, message: string): void => {
        finish()
        if (this.#process === running) this.#process = undefined
        running.kill('SIGKILL')
        reject(new ApartError(why, message))
      }
      const answered = (message: unknown): void => {
        finish()
        const answer = message as Answer<Value>
        if ('value' in answer) resolve(answer.value)
        else reject(new ApartError('fault', answer.fault))
      }
      const ended = (): void => stop('lost', 'the process ended before its work')
      const looking = setInterval(() => {
        if (memoryOf(running) > this.#memory) stop('too-much', `it took more than ${this.#memory / 1_000_000} MB and was stopped`)
      }, LOOK)
      if (this.#memory === Number.POSITIVE_INFINITY) clearInterval(looking)
      const timer = setTimeout(() => stop('too-long', `it took more than ${limit / 1000} seconds and was stopped`), limit)
      running.once('message', answered)
      running.once('exit', ended)
      running.send(job, (error) => {
        if (error !== null) stop('lost', 'the process could not be reached')
      })
    })
  }

  /** What native code prints when it fails could quote what it works on: it is not kept. */
  #start(): ChildProcess {
    const started = fork(this.#program, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    started.once('exit', () => {
      if (this.#process === started) this.#process = undefined
    })
    started.on('error', () => {})
    // Where a system does not let a process step back, it works as all others do.
    try {
      if (started.pid !== undefined) setPriority(started.pid, PRIORITY)
    } catch {}
    return started
  }
}

/** Bytes it holds (proc(5)); 0 where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** While work is awaited the parent stays; an idle process does not hold it from ending. */
function keepAwake(running: ChildProcess, awake: boolean): void {
  const channel = running.channel as { ref(): void; unref(): void } | null | undefined
  if (awake) {
    running.ref()
    channel?.ref()
  } else {
    running.unref()
    channel?.unref()
  }
}
