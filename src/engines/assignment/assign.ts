/** The whole engine: flows by themselves, everything else by the integer program. */
import { solver } from '../solver.ts'
import type { AssignmentInput } from './input.ts'
import { solveProgram } from './program.ts'
import type { AssignmentOutput } from './outcome.ts'
import { isFlow, readProblem, solveFlow } from './solve.ts'

/** Solves any input; the same input gives the same output. Rejects with `AssignmentInputError` for a wrong one. */
export async function assign(input: AssignmentInput | unknown): Promise<AssignmentOutput> {
  const problem = readProblem(input)
  return isFlow(problem) ? solveFlow(problem) : solveProgram(await solver(), problem)
}
