/** The selection engine: the best list under every rule at once, proved. Pure: plain values in, plain values out. */
export { type CertificateFault, checkCertificate } from './certificate.ts'
export {
  type Candidate,
  type Certificate,
  type Conflicting,
  type CountRule,
  type Explanation,
  type InputFault,
  type Repaired,
  type Rule,
  type RuleOutcome,
  type SelectionInput,
  SelectionInputError,
  type SelectionOutput,
} from './format.ts'
export { inputFaults } from './input.ts'
export { type Progress, solveSelection } from './solve.ts'
