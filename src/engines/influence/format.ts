/** The shape of the question what a selection hangs on, as it stands in files. */
import type { ReviewInput } from '../calibration/index.ts'
import type { SelectionInput } from '../selection/index.ts'

export interface InfluenceInput {
  /** Places, candidates and rules. What it says of reserve, reasons and probabilities is not asked again. */
  readonly selection: SelectionInput
  /** With reviews: the selection is made again without each reviewer. Applications are candidates, by their ids. */
  readonly reviews?: readonly ReviewInput[]
  /** The scale of the reviews. */
  readonly scale?: readonly [number, number]
  /** What a candidate's reviews become: their mean, or the calibrated score. */
  readonly scores?: 'raw' | 'calibrated'
  /** With criteria: for which weight of each the list stays as it is. */
  readonly criteria?: readonly { readonly id: string; readonly weight: number | string }[]
  /** Of each candidate, by criterion: decimals of six places at most. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, number | string>>>>
}

export interface ReviewerInfluence {
  readonly id: string
  readonly reviews: number
  /** Without this reviewer: whether a list exists, who comes in, who goes out. */
  readonly status: 'same' | 'other' | 'infeasible'
  readonly enter: readonly string[]
  readonly leave: readonly string[]
  /** Read by nobody else: they keep their score. */
  readonly unread: readonly string[]
}

/** Beyond one end of a range: the next weight on the grid, and what it changes. */
export interface Beyond {
  readonly share: string
  readonly enter: readonly string[]
  readonly leave: readonly string[]
}

export interface WeightInfluence {
  readonly id: string
  /** Share of the weight, now and at the ends of the range in which the list stays the best; the other criteria keep their proportions. */
  readonly share: string
  readonly from: string
  readonly to: string
  /** Null where the range ends with all or nothing. */
  readonly below: Beyond | null
  readonly above: Beyond | null
}

export interface InfluenceOutput {
  /** By mean or calibrated score of all reviews. */
  readonly reviewers?: { readonly selected: readonly string[]; readonly each: readonly ReviewerInfluence[] } | { readonly status: 'infeasible' }
  readonly weights?:
    | { readonly selected: readonly string[]; readonly resolution: string; readonly each: readonly WeightInfluence[] }
    | { readonly status: 'infeasible' }
}

export interface InputFault {
  readonly path: string
  readonly message: string
}

/** Thrown for an input that is wrong: one fault a line, each with its JSON path. */
export class InfluenceInputError extends Error {
  readonly faults: readonly InputFault[]
  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.faults = faults
  }
}
