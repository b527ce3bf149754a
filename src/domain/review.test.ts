import { describe, expect, test } from 'vitest'
import { ok, refused } from './result.ts'
import { compositeScore, diverges, finalScore, gapsOf, meanScore, passes, type ReviewFacts, spread, submitReview } from './review.ts'

const CRITERIA = [
  { code: 'viability', weight: 30 },
  { code: 'impact', weight: 25 },
  { code: 'team', weight: 25 },
  { code: 'need', weight: 20 },
]
const SCALE = { min: 1, max: 5 }
const GRID = { viability: 3, impact: 5, team: 4, need: 2 }

describe('the score of a grid', () => {
  test('is the sum of weight times step over the highest step, in points of 100', () => {
    expect(compositeScore(CRITERIA, GRID, SCALE)).toBe('71.00')
    expect(compositeScore(CRITERIA, { viability: 5, impact: 5, team: 5, need: 5 }, SCALE)).toBe('100.00')
    expect(compositeScore(CRITERIA, { viability: 1, impact: 1, team: 1, need: 1 }, SCALE)).toBe('20.00')
  })

  test('is rounded once, half up, on scales that do not divide', () => {
    expect(compositeScore([{ code: 'a', weight: 100 }], { a: 2 }, { min: 0, max: 3 })).toBe('66.67')
    expect(compositeScore([{ code: 'a', weight: 100 }], { a: 1 }, { min: 0, max: 3 })).toBe('33.33')
    expect(
      compositeScore(
        [
          { code: 'a', weight: 1 },
          { code: 'b', weight: 99 },
        ],
        { a: 1, b: 0 },
        { min: 0, max: 8 },
      ),
    ).toBe('0.13')
  })

  test('is not there while a criterion has no step', () => {
    expect(compositeScore(CRITERIA, { viability: 3 }, SCALE)).toBeNull()
  })
})

describe('a grid', () => {
  test('lacks steps, and comments on the two ends of the scale', () => {
    expect(gapsOf(CRITERIA, { viability: 1, impact: 5, team: 4 }, { impact: 'fort' }, SCALE)).toEqual([
      { criterion: 'viability', lacks: 'comment' },
      { criterion: 'need', lacks: 'score' },
    ])
    expect(gapsOf(CRITERIA, { ...GRID, need: 6 }, { impact: 'x' }, SCALE)).toEqual([{ criterion: 'need', lacks: 'score' }])
    expect(gapsOf(CRITERIA, GRID, { impact: '  ' }, SCALE)).toEqual([{ criterion: 'impact', lacks: 'comment' }])
  })

  test('is handed in whole, once, by a reader without a conflict, on the version they saw', () => {
    const facts: ReviewFacts = { version: 3, submittedAt: null, endedAt: null, withdrawn: false, sealedAt: null }
    const whole = { criteria: CRITERIA, scale: SCALE, scores: GRID, comments: { impact: 'x' }, version: 3, unrelated: true }
    const at = new Date('2024-04-20T10:00:00Z')
    expect(submitReview(facts, whole)).toEqual(ok({ score: '71.00' }))
    expect(submitReview(facts, { ...whole, version: 2 })).toEqual(refused('review/stale'))
    expect(submitReview(facts, { ...whole, comments: {} })).toEqual(refused('review/incomplete', { count: 1, criteria: ['impact'] }))
    expect(submitReview(facts, { ...whole, unrelated: false })).toEqual(refused('review/undeclared'))
    expect(submitReview({ ...facts, submittedAt: at }, whole)).toEqual(refused('review/submitted'))
    expect(submitReview({ ...facts, endedAt: at }, whole)).toEqual(refused('review/assignment-ended'))
    expect(submitReview({ ...facts, withdrawn: true }, whole)).toEqual(refused('review/application-withdrawn'))
    expect(submitReview({ ...facts, sealedAt: at }, whole)).toEqual(refused('review/selection-sealed'))
  })
})

describe('several readings', () => {
  test('diverge when further apart than the edition allows, not when exactly as far', () => {
    expect(spread(['71.00', '50.50', '60.00'])).toBe('20.50')
    expect(diverges(['70.00', '50.00'], '20.00')).toBe(false)
    expect(diverges(['70.01', '50.00'], '20.00')).toBe(true)
    expect(diverges(['70.00'], '20.00')).toBe(false)
  })

  test('and the interview make the final score, rounded once', () => {
    expect(meanScore(['70.00', '70.01', '70.01'])).toBe('70.006667')
    expect(finalScore({ readings: ['70.00', '60.00'], interviews: ['80.00'], interviewWeight: '0.500' })).toBe('72.500000')
    expect(finalScore({ readings: ['70.00', '70.00', '71.00'], interviews: ['80.00', '81.00'], interviewWeight: '0.250' })).toBe('72.875000')
    expect(finalScore({ readings: ['70.00'], interviews: [], interviewWeight: '0.500' })).toBeNull()
    expect(finalScore({ readings: ['70.00'], interviews: [], interviewWeight: '0.000' })).toBe('70.000000')
    expect(finalScore({ readings: [], interviews: ['70.00'], interviewWeight: '0.500' })).toBeNull()
  })

  test('pass at the mark itself', () => {
    expect([passes('60.000000', '60.00'), passes('59.999999', '60.00')]).toEqual([true, false])
  })
})
