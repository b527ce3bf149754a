/** The thread an engine runs in: one question, one answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { solveAssignment } from './assignment/index.ts'
import type { EngineAnswer, Engines } from './run.ts'
import { solveSelection } from './selection/index.ts'

const ENGINES: { readonly [Name in keyof Engines]: (input: unknown) => unknown } = { assignment: solveAssignment, selection: solveSelection }

async function answer(): Promise<EngineAnswer> {
  const { name, input } = workerData as { name: keyof Engines; input: unknown }
  try {
    return { output: await ENGINES[name](input) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(await answer())
