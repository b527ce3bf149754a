/** The figures of a sheet of reasons, each from the sealed record alone. */
import { meanScore } from '../../../domain/review.ts'
import type { SelectionRecord } from '../../../engines/record.ts'
import { givenScore } from '../../../engines/scores.ts'

export interface ReasonFigures {
  /** By score among the candidates; null for who was none. */
  readonly rank: number | null
  readonly candidates: number
  /** The score that decided, and as it was given; points of 100. */
  readonly score: string | null
  readonly given: string | null
  readonly readings: { readonly count: number; readonly mean: string | null }
  readonly interviews: { readonly count: number; readonly mean: string | null }
  readonly steps: Readonly<Record<string, number>>
  /** Why it was no candidate; null for a candidate. */
  readonly why: string | null
  /** Points of margin where it is selected, points that lacked where it is not; null when no list keeps the rules otherwise. */
  readonly points: string | null
  /** The score with which it would have come in, everything else being the same. */
  readonly sufficient: string | null
  /** Places in the rules of the record. */
  readonly rules: readonly number[]
  readonly selected: boolean
}

/** Null for an application the record says nothing of, and for a record that keeps no reviews. */
export function reasonFigures({ input, output, sources }: SelectionRecord, application: string): ReasonFigures | null {
  const own = sources?.applications.find(({ id }) => id === application)
  if (sources === undefined || own === undefined) return null
  const reviews = sources.reviews.filter((one) => one.application === application)
  const scores = (stage: string): string[] => reviews.flatMap((one) => (one.stage === stage ? [one.score] : []))
  const where = (happens: 'reading' | 'interview'): string[] =>
    sources.stages === undefined ? scores(happens) : sources.stages.filter((one) => one.happens === happens).flatMap(({ code }) => scores(code))
  const [readings, interviews] = [where('reading'), where('interview')]
  const given = givenScore(sources, scores)
  const explanations = output.explanations ?? []
  const place = explanations.findIndex(({ id }) => id === application)
  const explained = explanations[place]
  const score = input.candidates.find(({ id }) => id === application)?.score ?? given
  const points = (explained?.selected === true ? explained.margin : explained?.gap) ?? null
  return {
    rank: place < 0 ? null : place + 1,
    candidates: input.candidates.length,
    score,
    given,
    readings: { count: readings.length, mean: meanScore(readings) },
    interviews: { count: interviews.length, mean: meanScore(interviews) },
    steps: own.steps,
    why: own.why ?? null,
    points,
    sufficient: sufficientFor(score, explained?.selected ?? false, points, own.why, sources.passMark),
    rules: explained?.binding_rules ?? [],
    selected: explained?.selected ?? false,
  }
}

function sufficientFor(score: string | null, selected: boolean, points: string | null, why: string | undefined, passMark: string): string | null {
  if (score === null || selected) return null
  if (why === 'below-pass-mark') return passMark
  return points === null ? null : added(score, points)
}

/** Two decimals of at most six places, added exactly. */
function added(one: string, other: string): string {
  const units = (text: string): bigint => {
    const [whole = '0', part = ''] = text.split('.')
    return BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))
  }
  const digits = (units(one) + units(other)).toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}
