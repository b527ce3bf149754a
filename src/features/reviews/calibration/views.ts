/** What the page of calibration shows. */

/** Quality told from severity. Scores and severities are points of 100. */
export interface CalibrationView {
  /** Handed in. */
  readonly readings: number
  /** Whether severity differs more than chance explains; `no-answer` where the readings cannot tell. */
  readonly advice: 'calibrate' | 'not-needed' | 'no-answer'
  /** How often chance alone would give differences as large: 0 to 1. */
  readonly chance: number | null
  readonly warnings: readonly string[]
  /** Groups of files that no reader joins. */
  readonly parts: number
  /** Of the differences between scores, what each explains: shares of 1. */
  readonly shares: { readonly application: number; readonly reviewer: number; readonly residual: number } | null
  /** Of the mean of so many readings, 0 to 1; how many readings 0.8 would take. */
  readonly reliability: { readonly now: number; readonly readings: number; readonly needed: number | null } | null
  /** The strictest first. */
  readonly readers: readonly {
    readonly reviewer: string
    readonly name: string
    readonly readings: number
    /** Below 0: stricter than the others. */
    readonly severity: number
    readonly error: number | null
    /** Farther from the others than what is uncertain of it. */
    readonly apart: boolean
  }[]
  /** The best first, by calibrated score. */
  readonly files: readonly {
    readonly application: string
    readonly number: string
    readonly title: string
    readonly region: string
    readonly readings: number
    readonly raw: number
    readonly calibrated: number
    readonly error: number | null
    readonly rank: number
    readonly moved: number
  }[]
}
