/** The processes of a run: each started by us, asked over a line of its own, and ended by us. */
import { type ChildProcess, fork, type ForkOptions } from 'node:child_process'
import { join } from 'node:path'
import type { Used } from './probe.ts'

const PROBE = join(import.meta.dirname, 'probe.ts')
/** How long one is given to end by itself. */
const PATIENCE = 15_000

export interface Child {
  /** Sends a question and answers with the first reply that has this field. Rejects when the process ends instead, or stays silent for `limit` milliseconds. */
  ask<Reply>(question: unknown, field: string, limit?: number): Promise<Reply>
  /** What it has used so far. */
  used(): Promise<Used>
  stop(): Promise<void>
}

const running = new Set<Child>()

/** Starts a script of Node. Its output is ours where it is an error, and is dropped otherwise. */
export function start(script: string, args: readonly string[] = [], options: Pick<ForkOptions, 'env' | 'cwd' | 'execArgv'> = {}): Child {
  // A group of its own: Ctrl-C reaches it through us, once.
  const process_ = fork(script, args, {
    ...options,
    execArgv: [...(options.execArgv ?? []), '--import', PROBE],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  })
  const child: Child = {
    ask: (question, field, limit = 120_000) => ask(process_, question, field, limit),
    used: () => ask(process_, 'used', 'used', 10_000),
    async stop() {
      await end(process_)
      running.delete(child)
    },
  }
  running.add(child)
  return child
}

/** Ends every process that is still there: the servers after those who use them. */
export async function stopAll(): Promise<void> {
  for (const child of [...running].reverse()) await child.stop()
}

function ask<Reply>(process_: ChildProcess, question: unknown, field: string, limit: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const over = (then: () => void): void => {
      clearTimeout(timer)
      process_.off('message', heard)
      process_.off('exit', ended)
      then()
    }
    const heard = (message: unknown): void => {
      const reply = message as Record<string, Reply>
      if (field in reply) over(() => resolve(reply[field] as Reply))
    }
    const ended = (): void => over(() => reject(new Error(`a process ended before it answered "${field}"`)))
    const timer = setTimeout(() => over(() => reject(new Error(`no answer "${field}" within ${limit} ms`))), limit)
    process_.on('message', heard)
    process_.on('exit', ended)
    if (process_.exitCode !== null) ended()
    else if (question !== null) process_.send(question as object)
  })
}

async function end(process_: ChildProcess): Promise<void> {
  if (process_.exitCode !== null || process_.signalCode !== null) return
  const ended = new Promise((resolve) => process_.once('exit', resolve))
  process_.kill('SIGTERM')
  const timer = setTimeout(() => process_.kill('SIGKILL'), PATIENCE)
  await ended
  clearTimeout(timer)
}
