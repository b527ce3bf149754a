/** Who may read what, and how gladly the programme sees it: what the assignment engine is given. */

export interface AssignableApplication {
  readonly id: string
  readonly region: string
  readonly language: string
  readonly sector: string
}

export interface AssignableReviewer {
  readonly id: string
  readonly languages: readonly string[]
  /** Sectors they know; empty: any. */
  readonly sectors: readonly string[]
  /** Region they come from; null: none of the edition's. */
  readonly region: string | null
  readonly minLoad: number
  readonly maxLoad: number
}

/** A reader from outside the region of an application, who has no neighbours in it. */
const FROM_OUTSIDE = 1
/** A reader who knows the sector. */
const KNOWS_SECTOR = 0.5

/** Null when the reviewer does not read the language of the application; else how well the two suit each other, from 0 to 1.5. */
export function pairWeight(application: AssignableApplication, reviewer: AssignableReviewer): number | null {
  if (!reviewer.languages.includes(application.language)) return null
  const outside = reviewer.region === application.region ? 0 : FROM_OUTSIDE
  return outside + (reviewer.sectors.includes(application.sector) ? KNOWS_SECTOR : 0)
}
