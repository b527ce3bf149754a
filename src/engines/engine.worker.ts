/** The thread an engine runs in: one question, one answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { assign } from './assignment/index.ts'
import { calibrate } from './calibration/index.ts'
import { influence } from './influence/index.ts'
import { type RehearsalInput, rehearse } from './rehearsal/index.ts'
import type { EngineAnswer, Engines } from './run.ts'
import { type Progress, solveSelection } from './selection/index.ts'
import { type WithoutReviewersInput, withoutReviewers } from './without-reviewers.ts'

const ENGINES: { readonly [Name in keyof Engines]: (input: unknown, told: Progress) => unknown } = {
  assignment: assign,
  calibration: calibrate,
  selection: solveSelection,
  rehearsal: (input, told) => rehearse(input as RehearsalInput, told),
  influence: (input, told) => influence(input, told),
  'without-reviewers': (input, told) => withoutReviewers(input as WithoutReviewersInput, told),
}

/** Milliseconds between two messages of how far the engine is. */
const PAUSE = 250

function progress(): Progress {
  let last = 0
  return (part, done, of) => {
    if (performance.now() - last < PAUSE) return
    last = performance.now()
    parentPort?.postMessage({ progress: { part, done, of } } satisfies EngineAnswer)
  }
}

async function answer(): Promise<EngineAnswer> {
  const { name, input } = workerData as { name: keyof Engines; input: unknown }
  try {
    return { output: await ENGINES[name](input, progress()) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(await answer())
