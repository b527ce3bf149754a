/**
 * Runs an engine in a thread of its own, so that the server answers meanwhile. A thread serves one question and ends:
 * a solver that gives up (its memory is limited) harms nobody else.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AssignmentInput, AssignmentOutput } from './assignment/index.ts'
import type { SelectionInput, SelectionOutput } from './selection/index.ts'

/** The engines, what each takes and answers. */
export interface Engines {
  assignment: { input: AssignmentInput; output: AssignmentOutput }
  selection: { input: SelectionInput; output: SelectionOutput }
}

export type EngineAnswer = { readonly output: unknown } | { readonly fault: string }

/** An engine could not answer: its input is wrong (one fault a line), it took too long, or its thread ended. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
}

const LIMIT = 120_000

/** Built, the thread is a file beside this one's bundle; from source it is the TypeScript itself. */
function program(): URL {
  const built = new URL('./engine.worker.mjs', import.meta.url)
  return existsSync(fileURLToPath(built)) ? built : new URL('./engine.worker.ts', import.meta.url)
}

/** Asks an engine. Rejects with `EngineError`, after two minutes at the latest. */
export function runEngine<Name extends keyof Engines>(
  name: Name,
  input: Engines[Name]['input'],
  limit: number = LIMIT,
): Promise<Engines[Name]['output']> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program(), { workerData: { name, input }, execArgv: [] })
    const timer = setTimeout(() => finish(() => reject(new EngineError(`the ${name} engine did not answer in time`))), limit)
    let finished = false
    const finish = (then: () => void): void => {
      if (finished) return
      finished = true
      clearTimeout(timer)
      void thread.terminate()
      then()
    }
    thread.once('message', (answer: EngineAnswer) =>
      finish(() => ('fault' in answer ? reject(new EngineError(answer.fault)) : resolve(answer.output as Engines[Name]['output']))),
    )
    thread.once('error', (error) => finish(() => reject(new EngineError(error instanceof Error ? error.message : String(error)))))
    thread.once('exit', () => finish(() => reject(new EngineError(`the ${name} engine ended without an answer`))))
  })
}
