/** Trying the rules of an edition on a pool before its call opens. */
import { mayWriteEdition } from './edition.ts'
import { mayPlanSelection } from './selection.ts'
import type { Place, Viewer } from './viewer.ts'

/** Draws of a rehearsal. */
export const REHEARSAL_DRAWS = 200
/** Candidates made up at the most: enough for any call seen, and an answer within a minute. */
export const LARGEST_POOL = 2000

/** What a rehearsal is tried on: who applied to an earlier edition, or so many candidates of each region, sector, kind and gender. */
export type PoolChoice =
  | { readonly edition: string }
  | {
      readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
      readonly mean: number
      readonly deviation: number
    }

export function mayRehearse(viewer: Viewer, place: Place): boolean {
  return mayPlanSelection(viewer, place) || mayWriteEdition(viewer, place.programme, place.edition)
}

/** Candidates a place that the form of a made-up pool proposes. */
export const REHEARSAL_SIZE = 8
