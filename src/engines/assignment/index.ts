/** The assignment engine: who reads what, at the largest total weight. Pure: plain values in, plain values out. */
export { assign } from './assign.ts'
export type { Demand } from './conflict.ts'
export type { AssignmentInput, AssignmentReviewer, AssignmentRule, InputFault } from './input.ts'
export type { AssignmentOutput } from './outcome.ts'
export { AssignmentInputError, isAssignable, solveAssignment } from './solve.ts'
