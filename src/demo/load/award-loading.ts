/** What every row of an award is made from. */
import type { WorldAward } from '../world/means/award.ts'

export interface BudgetLine {
  readonly id: string
  readonly code: string
  readonly currency: string
}

/** An award in the database: its edition, its line, the references of its payments, and how far the clock has come. */
export interface AwardLoading {
  readonly award: WorldAward
  readonly edition: string
  readonly line: BudgetLine
  readonly references: ReadonlyMap<string, string>
  readonly until: Date
}

export function hasCome(at: string, until: Date): boolean {
  return new Date(at) <= until
}
