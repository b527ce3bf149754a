/**
 * The typesetter works in a process of its own, one document at a time: a document of many pages takes half a second
 * that no request should wait for, and one that does not end can be killed without harm to the server. (A thread would
 * not do: nothing stops native code inside a thread.)
 */
import { type ChildProcess, fork } from 'node:child_process'
import { program } from './place.ts'

export interface Job {
  readonly template: { readonly file: string } | { readonly source: string }
  /** JSON. */
  readonly data: string
  readonly language: string
  /** Creation time written in the file, in seconds since 1970. */
  readonly seconds: number
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type Answer = { readonly bytes: Uint8Array } | { readonly fault: string }

/** A document could not be made. The message speaks of the template, never of the data. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}

/** Milliseconds a document may take: some thousand pages. */
const LIMIT = 20_000

let typesetter: ChildProcess | undefined
let last: Promise<unknown> = Promise.resolve()

/** Starts the process. What native code prints when it fails could quote a document: it is not kept. */
function start(): ChildProcess {
  const started = fork(program, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  started.once('exit', () => {
    if (typesetter === started) typesetter = undefined
  })
  started.on('error', () => {})
  return started
}

/** While a document is awaited the parent stays; an idle typesetter does not hold it from ending. */
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

function run(job: Job, limit: number): Promise<Uint8Array> {
  typesetter ??= start()
  const running = typesetter
  keepAwake(running, true)
  return new Promise<Uint8Array>((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer)
      running.off('message', answered)
      running.off('exit', ended)
      keepAwake(running, false)
    }
    const stop = (message: string): void => {
      finish()
      if (typesetter === running) typesetter = undefined
      running.kill('SIGKILL')
      reject(new DocumentError(message))
    }
    const answered = (answer: unknown): void => {
      finish()
      const { bytes, fault } = answer as { bytes?: Uint8Array; fault?: string }
      if (bytes === undefined) reject(new DocumentError(fault))
      else resolve(new Uint8Array(bytes))
    }
    const ended = (): void => stop('the typesetter ended before its document')
    const timer = setTimeout(() => stop(`typesetting took more than ${limit / 1000} seconds and was stopped`), limit)
    running.once('message', answered)
    running.once('exit', ended)
    running.send(job, (error) => {
      if (error !== null) stop('the typesetter could not be reached')
    })
  })
}

/** Prints one document after those asked for before it. Rejects with `DocumentError`. */
export function typeset(job: Job, limit = LIMIT): Promise<Uint8Array> {
  const printed = last.then(() => run(job, limit))
  last = printed.catch(() => {})
  return printed
}
