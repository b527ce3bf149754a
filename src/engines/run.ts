/**
 * Runs an engine in a thread of its own, so that the server answers meanwhile. A thread serves one question and ends:
 * a solver that gives up (its memory is limited) harms nobody else.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AssignmentInput, AssignmentOutput } from './assignment/index.ts'
import type { CalibrationInput, CalibrationOutput } from './calibration/index.ts'
import type { InfluenceInput, InfluenceOutput } from './influence/index.ts'
import { keepSolver } from './kept-solver.ts'
import type { RehearsalInput, RehearsalOutput } from './rehearsal/index.ts'
import type { Progress, SelectionInput, SelectionOutput } from './selection/index.ts'
import type { WithoutReviewersInput, WithoutReviewersOutput } from './without-reviewers.ts'

/** The engines, what each takes and answers. */
export interface Engines {
  assignment: { input: AssignmentInput; output: AssignmentOutput }
  calibration: { input: CalibrationInput; output: CalibrationOutput }
  selection: { input: SelectionInput; output: SelectionOutput }
  rehearsal: { input: RehearsalInput; output: RehearsalOutput }
  influence: { input: InfluenceInput; output: InfluenceOutput }
  'without-reviewers': { input: WithoutReviewersInput; output: WithoutReviewersOutput }
}

/** How far an engine is: so many of so many explanations, or draws. */
export interface Headway {
  readonly part: Parameters<Progress>[0]
  readonly done: number
  readonly of: number
}

export type EngineAnswer = { readonly output: unknown } | { readonly fault: string } | { readonly progress: Headway }

/** How long it may take, in milliseconds, who is told how far it is, and what makes it give up. */
export interface Waiting {
  readonly limit?: number
  readonly told?: (headway: Headway) => void
  readonly signal?: AbortSignal
}

/** An engine could not answer: its input is wrong (one fault a line), it took too long, was given up, or its thread ended. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
}

const LIMIT = 120_000

/** Built, the thread is a file beside this one's bundle; from source it is the TypeScript itself. */
function builtProgram(): URL {
  const built = new URL('./engine.worker.mjs', import.meta.url)
  return existsSync(fileURLToPath(built)) ? built : new URL('./engine.worker.ts', import.meta.url)
}

/** Asks an engine. Rejects with `EngineError`, after two minutes at the latest unless another limit is named. */
export function runEngine<Name extends keyof Engines>(
  name: Name,
  input: Engines[Name]['input'],
  waiting: Waiting = {},
): Promise<Engines[Name]['output']> {
  return askThread(builtProgram(), name, input, waiting)
}

/** The same of a program of the caller's choice: the measures ask the one that was built. */
export function askThread<Name extends keyof Engines>(
  program: URL,
  name: Name,
  input: Engines[Name]['input'],
  { limit = LIMIT, told = () => {}, signal }: Waiting = {},
): Promise<Engines[Name]['output']> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: { name, input }, execArgv: [] })
    const timer = setTimeout(() => finish(() => reject(new EngineError(`the ${name} engine did not answer in time`))), limit)
    let finished = false
    let answered = false
    const givenUp = (): void => finish(() => reject(new EngineError(`the ${name} engine was given up`)))
    const finish = (then: () => void): void => {
      if (finished) return
      finished = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', givenUp)
      then()
      void end()
    }
    const end = async (): Promise<void> => {
      if (answered && name === 'selection') await keepSolver()
      await thread.terminate()
    }
    if (signal?.aborted) givenUp()
    signal?.addEventListener('abort', givenUp)
    thread.on('message', (answer: EngineAnswer) => {
      if ('progress' in answer) return told(answer.progress)
      answered = true
      finish(() => ('fault' in answer ? reject(new EngineError(answer.fault)) : resolve(answer.output as Engines[Name]['output'])))
    })
    thread.once('error', (error) => finish(() => reject(new EngineError(error instanceof Error ? error.message : String(error)))))
    thread.once('exit', () => finish(() => reject(new EngineError(`the ${name} engine ended without an answer`))))
  })
}
