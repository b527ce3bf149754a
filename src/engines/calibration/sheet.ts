/** Reviews as arrays, in the order of their ids: the order of the file changes nothing, not even a rounding. */
import { type Factor, partsOf } from './design.ts'

/** One score by one reviewer, checked and weighted. */
export interface Score {
  readonly application: string
  readonly reviewer: string
  readonly panel: string | null
  readonly score: number
  readonly confidence: number
}

export interface Sheet {
  readonly applications: readonly string[]
  readonly reviewers: readonly string[]
  readonly application: Factor
  readonly reviewer: Factor
  /** Null where panels tell nothing: none are named, or each part of the review graph has one. */
  readonly panel: Factor | null
  /** Parts of the review graph that no review joins, numbered by their first application. */
  readonly parts: Factor
  readonly scores: Float64Array
  readonly weights: Float64Array
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function sheetOf(given: readonly Score[]): Sheet {
  const sorted = [...given].sort((a, b) => byText(a.application, b.application) || byText(a.reviewer, b.reviewer))
  const [applications, application] = levelsOf(sorted.map((one) => one.application))
  const [reviewers, reviewer] = levelsOf(sorted.map((one) => one.reviewer))
  const parts = partsOf(application, reviewer)
  const panel = panelOf(
    sorted.map((one) => one.panel),
    parts,
  )
  const scores = Float64Array.from(sorted, ({ score }) => score)
  const weights = Float64Array.from(sorted, ({ confidence }) => confidence)
  return { applications, reviewers, application, reviewer, panel, parts, scores, weights }
}

function levelsOf(ids: readonly string[]): [string[], Factor] {
  const all = [...new Set(ids)].sort(byText)
  const places = new Map(all.map((id, place) => [id, place]))
  return [all, { levels: all.length, of: Int32Array.from(ids, (id) => places.get(id) as number) }]
}

function panelOf(names: readonly (string | null)[], parts: Factor): Factor | null {
  const within = new Set(names.map((name, review) => JSON.stringify([parts.of[review], name])))
  if (within.size === parts.levels) return null
  const all = [...new Set(names.filter((name) => name !== null))].sort(byText)
  const places = new Map(all.map((name, place) => [name, place]))
  return { levels: all.length, of: Int32Array.from(names, (name) => (name === null ? -1 : (places.get(name) as number))) }
}

/** Reviews of each level. */
export function countsOf({ levels, of }: Factor): Int32Array {
  const counts = new Int32Array(levels)
  for (const level of of) counts[level] = (counts[level] as number) + 1
  return counts
}

/** The plain mean of the scores of each level. */
export function meansOf(factor: Factor, scores: Float64Array): Float64Array {
  const counts = countsOf(factor)
  const sums = new Float64Array(factor.levels)
  for (const [review, level] of factor.of.entries()) sums[level] = (sums[level] as number) + (scores[review] as number)
  return sums.map((sum, level) => sum / (counts[level] as number))
}

/** The part each level of a factor lies in. */
export function partOfEach({ parts }: Sheet, factor: Factor): Int32Array {
  const part = new Int32Array(factor.levels)
  for (const [review, level] of factor.of.entries()) part[level] = parts.of[review] as number
  return part
}
