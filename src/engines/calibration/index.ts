/** The calibration engine: quality told from severity, with how sure it is. Pure: plain values in, plain values out. */
export { calibrate } from './calibrate.ts'
export {
  type Advice,
  type CalibratedApplication,
  type CalibratedReviewer,
  type CalibrationInput,
  CalibrationInputError,
  type CalibrationOutput,
  type CriterionInput,
  type CriterionOutcome,
  type Explained,
  type InputFault,
  type OneMore,
  type Outlier,
  type Reliability,
  type ReviewInput,
  type ScaleUse,
  type Warning,
  type WarningCode,
} from './format.ts'
