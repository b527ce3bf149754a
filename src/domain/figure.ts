/** Figures: numbers the programme may print, each with a reference that leads to its definition and its records. */
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Role, STAFF, type Viewer } from './viewer.ts'

/** Totals of a whole edition are for those who hold a role in all of it: a grant in one region does not open them. */
export function maySeeFigures(viewer: Viewer, place: Place): boolean {
  return holds(viewer, STAFF, place)
}

const DEFINERS: readonly Role[] = [...OFFICERS, 'communication']
export function mayDefineFigures(viewer: Viewer, place: Place): boolean {
  return holds(viewer, DEFINERS, place)
}

const REFERENCE = /^F-(\d{3,4})$/

export function isReference(text: string): boolean {
  return REFERENCE.test(text)
}

/** The place of a reference in their order: 13 for 'F-013'; 0 for what is none. */
export function referenceNumber(reference: string): number {
  return Number(REFERENCE.exec(reference)?.[1] ?? 0)
}

/** 'F-013' for 13. An organisation has at most 9 999 of them. */
export function referenceOf(number: number): string {
  return `F-${String(number).padStart(3, '0')}`
}

export const MOST_FIGURES = 9_999

export interface DefineFacts {
  /** Parameters given that the indicator does not take. */
  readonly foreign: readonly string[]
  /** Parameters whose value is not one of the edition. */
  readonly unknown: readonly string[]
  readonly exists: boolean
  readonly next: number
}

/** A figure is one indicator with parameters of its edition, defined once. */
export function defineFigure(facts: DefineFacts): Result<null> {
  if (facts.foreign.length > 0) return refused('figure/not-split-so')
  if (facts.unknown.length > 0) return refused('figure/unknown-parameter')
  if (facts.exists) return refused('figure/exists')
  return facts.next > MOST_FIGURES ? refused('figure/too-many') : ok(null)
}
