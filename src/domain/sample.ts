/** Sample files: read by every reviewer of a stage before it begins, with its grid, to see how each uses the scale. They never count. */
import { ok, type Result, refused } from './result.ts'
import type { Happening, Mode } from './review-stage.ts'
import type { Scale, Scores } from './review.ts'

/** One alone tells nothing of a reader; more than four is a day's work that serves no applicant. */
export const FEWEST_SAMPLES = 2
export const MOST_SAMPLES = 4
export const LONGEST_SAMPLE_NOTE = 4000

export interface RoundFacts {
  readonly mode: Mode
  readonly happens: Happening
  /** Chosen so far. */
  readonly samples: number
  readonly openedAt: Date | null
  readonly shownAt: Date | null
  /** Whether a review of this stage was handed in. */
  readonly begun: boolean
  readonly sealed: boolean
}

/** Whether a stage can have samples: files that are read and marked by criteria. A vote and an order say nothing of how a scale is used, and nobody meets an applicant of the past. */
export function takesSamples({ mode, happens }: Pick<RoundFacts, 'mode' | 'happens'>): boolean {
  return happens === 'reading' && (mode === 'score' || mode === 'pass-fail')
}

/** Samples are chosen, and taken away again, until they are given to the readers. */
function mayPrepare(facts: RoundFacts): Result<null> {
  if (!takesSamples(facts)) return refused('sample/not-this-stage')
  if (facts.sealed) return refused('sample/sealed')
  if (facts.openedAt !== null) return refused('sample/opened')
  return facts.begun ? refused('sample/reading-begun') : ok(null)
}

export function mayChoose(facts: RoundFacts): Result<null> {
  const may = mayPrepare(facts)
  if (!may.ok) return may
  return facts.samples >= MOST_SAMPLES ? refused('sample/enough', { max: MOST_SAMPLES }) : ok(null)
}

export const mayRemove = mayPrepare

/** Whether the samples may be given to the readers. */
export function mayOpenRound(facts: RoundFacts): Result<null> {
  const may = mayPrepare(facts)
  if (!may.ok) return may
  return facts.samples < FEWEST_SAMPLES ? refused('sample/too-few', { min: FEWEST_SAMPLES }) : ok(null)
}

/** Whether what was marked may be shown to the readers, with a note; the note may be written anew later. */
export function mayShowRound(facts: RoundFacts, { note, handedIn }: { readonly note: string; readonly handedIn: number }): Result<null> {
  if (facts.openedAt === null) return refused('sample/not-opened')
  if (handedIn === 0) return refused('sample/none-handed-in')
  return note.length > LONGEST_SAMPLE_NOTE ? refused('sample/note-too-long', { max: LONGEST_SAMPLE_NOTE }) : ok(null)
}

/** A sample handed in. */
export interface SampleMarks {
  readonly sample: string
  readonly reviewer: string
  readonly scores: Scores
  /** Points of 100. */
  readonly points: number
}

export interface MarkFigures {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** Mean, lowest and highest; null where nobody marked. */
export function figuresOf(marks: readonly number[]): MarkFigures | null {
  if (marks.length === 0) return null
  return { mean: mean(marks), low: Math.min(...marks), high: Math.max(...marks) }
}

/** How a reader marks beside the others, on average over the samples they share. */
export interface Tendency {
  /** Samples that somebody else marked too. */
  readonly shared: number
  /** Points of 100 above the others; below 0: stricter. Null where nothing is shared. */
  readonly points: number | null
  /** The same by criterion, in steps of the scale. */
  readonly steps: Readonly<Record<string, number>>
  /** Null while it cannot be told. */
  readonly reads: 'severe' | 'lenient' | 'as-others' | null
}

/**
 * Compares a reader with the mean of the others, sample by sample. They are called severe or lenient only when they lie on
 * the same side in every sample, two at least, and by half a step of the scale on average: two to four files tell no more.
 */
export function tendencyOf(reviewer: string, all: readonly SampleMarks[], criteria: readonly string[], scale: Scale): Tendency {
  const apart = (of: (one: SampleMarks) => number | undefined): number[] =>
    all
      .filter((one) => one.reviewer === reviewer)
      .flatMap((own) => {
        const others = all.filter((one) => one.sample === own.sample && one.reviewer !== reviewer).flatMap((one) => of(one) ?? [])
        const mark = of(own)
        return mark === undefined || others.length === 0 ? [] : [mark - mean(others)]
      })
  const points = apart((one) => one.points)
  const average = points.length === 0 ? null : mean(points)
  const steps = criteria.flatMap((code) => {
    const found = apart((one) => one.scores[code])
    return found.length === 0 ? [] : [[code, mean(found)] as const]
  })
  return { shared: points.length, points: average, steps: Object.fromEntries(steps), reads: readingOf(points, average, 50 / scale.max) }
}

function readingOf(points: readonly number[], average: number | null, halfStep: number): Tendency['reads'] {
  if (average === null || points.length < FEWEST_SAMPLES) return null
  if (points.every((one) => one < 0) && average <= -halfStep) return 'severe'
  return points.every((one) => one > 0) && average >= halfStep ? 'lenient' : 'as-others'
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
