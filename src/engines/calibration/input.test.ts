import { describe, expect, test } from 'vitest'
import { type CalibrationInput, type CalibrationInputError, calibrate } from './index.ts'

/** Everybody reads everything. */
const table = (rows: readonly (readonly number[])[]): (readonly [string, string, number])[] =>
  rows.flatMap((row, a) => row.map((score, r) => [`a${a}`, `r${r}`, score] as const))

describe('criteria', () => {
  const criteria = [
    { id: 'idea', weight: 3 },
    { id: 'budget', weight: 1, scale: [0, 20] as const },
  ]
  const reviews = table([
    [2, 3, 2],
    [4, 5, 4],
    [3, 3.5, 2],
    [4, 4, 5],
  ]).map(([application, reviewer, idea], place) => ({
    application,
    reviewer,
    scores: { idea, budget: (5 * ((place * 7) % 4)) as number | null },
  }))
  const input: CalibrationInput = { reviews, scale: [1, 5], criteria }

  test('are weighted on one scale, and each is calibrated by itself', () => {
    const output = calibrate(input)
    const totals = reviews.map((one) => ({ ...one, score: 0.75 * one.scores.idea + 0.25 * (1 + ((one.scores.budget as number) / 20) * 4) }))
    const plain = calibrate({ scale: [1, 5], reviews: totals.map(({ scores: _, ...one }) => one) })
    expect({ ...output, criteria: undefined }).toEqual({ ...plain, criteria: undefined })
    const alone = calibrate({ scale: [1, 5], reviews: reviews.map(({ scores, ...one }) => ({ ...one, score: scores.idea })) })
    expect(output.criteria?.map(({ id }) => id)).toEqual(['idea', 'budget'])
    expect(output.criteria?.[0]?.variance).toEqual(alone.variance)
  })

  test('one that is missing lowers nobody, even where it is usually marked high', () => {
    const lacking = (high: number): CalibrationInput => ({
      ...input,
      reviews: reviews.map((one, place) => ({ ...one, scores: { idea: one.scores.idea, budget: place === 5 ? null : high } })),
    })
    const [full, low] = [lacking(20), lacking(0)].map((one) => calibrate(one))
    expect(full?.warnings?.map(({ code }) => code)).toContain('unfinished-reviews')
    for (const [place, one] of (full?.applications ?? []).entries()) expect(one.raw - (low?.applications[place]?.raw as number)).toBeCloseTo(1, 5)
  })
})

test('every fault is named by its path', () => {
  const paths = (input: unknown): string[] => {
    try {
      calibrate(input)
      return []
    } catch (error) {
      return (error as CalibrationInputError).faults.map(({ path }) => path)
    }
  }
  const one = { application: 'a', reviewer: 'r', score: 3 }
  expect(paths(null)).toEqual(['$'])
  expect(paths({ reviews: [], scale: [5, 1] })).toEqual(['$.scale', '$.reviews'])
  expect(paths({ reviews: [one, { ...one, score: 4 }], scale: [1, 5] })).toEqual(['$.reviews[1]'])
  expect(
    paths({
      reviews: [
        { ...one, score: 6, colour: 1 },
        { ...one, reviewer: '', score: Number.NaN },
      ],
      scale: [1, 5],
    }),
  ).toEqual(['$.reviews[0].colour', '$.reviews[0].score', '$.reviews[1].reviewer', '$.reviews[1].score'])
  expect(paths({ reviews: [{ ...one, confidence: 0, panel: 3 }], scale: [1, 5], draws: 10, places: 0, higher_is_better: 'yes' })).toEqual([
    '$.reviews[0].confidence',
    '$.reviews[0].panel',
    '$.higher_is_better',
    '$.seed',
    '$.places',
  ])
  expect(paths({ reviews: [{ ...one, scores: { x: 1 } }], scale: [1, 5] })).toEqual(['$.reviews[0].scores'])
  const scored = { application: 'a', reviewer: 'r', scores: { x: 9, y: 1 } }
  expect(paths({ reviews: [scored], scale: [1, 5], criteria: [{ id: 'x', weight: -1 }] })).toEqual([
    '$.criteria[0].weight',
    '$.reviews[0].scores.x',
    '$.reviews[0].scores.y',
  ])
})
