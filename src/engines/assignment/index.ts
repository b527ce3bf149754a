/** The assignment engine: who reads what, at the largest total weight. Pure: plain values in, plain values out. */
export type { AssignmentInput, AssignmentReviewer, InputFault } from './input.ts'
export { AssignmentInputError, type AssignmentOutput, type Demand, solveAssignment } from './solve.ts'
