import { expect, test } from 'vitest'
import { mayChoose, mayOpenRound, mayShowRound, type RoundFacts, type SampleMarks, tendencyOf } from './sample.ts'
import { ok, refused } from './result.ts'

const FACTS: RoundFacts = { mode: 'score', happens: 'reading', samples: 2, openedAt: null, shownAt: null, begun: false, sealed: false }
const AT = new Date('2024-04-02T09:00:00Z')

test('two to four samples are chosen before anybody has handed in a review, and stay what they are once readers have them', () => {
  expect([mayChoose(FACTS), mayChoose({ ...FACTS, samples: 4 }), mayOpenRound({ ...FACTS, samples: 1 }), mayOpenRound(FACTS)]).toEqual([
    ok(null),
    refused('sample/enough', { max: 4 }),
    refused('sample/too-few', { min: 2 }),
    ok(null),
  ])
  expect([mayChoose({ ...FACTS, openedAt: AT }), mayChoose({ ...FACTS, begun: true }), mayChoose({ ...FACTS, sealed: true })]).toEqual([
    refused('sample/opened'),
    refused('sample/reading-begun'),
    refused('sample/sealed'),
  ])
  expect([mayChoose({ ...FACTS, mode: 'vote' }), mayChoose({ ...FACTS, happens: 'interview' })]).toEqual([
    refused('sample/not-this-stage'),
    refused('sample/not-this-stage'),
  ])
  expect([mayShowRound(FACTS, { note: '', handedIn: 3 }), mayShowRound({ ...FACTS, openedAt: AT }, { note: '', handedIn: 0 })]).toEqual([
    refused('sample/not-opened'),
    refused('sample/none-handed-in'),
  ])
})

const marks = (reviewer: string, ...all: readonly number[]): SampleMarks[] =>
  all.map((step, place) => ({ sample: `s${place}`, reviewer, scores: { team: step }, points: step * 20 }))

test('a reader is called severe or lenient only when they lie on one side of the others in every sample, by half a step on average', () => {
  const all = [...marks('strict', 2, 1, 3), ...marks('mild', 5, 4, 5), ...marks('one', 3, 3, 4), ...marks('two', 4, 2, 4)]
  const reads = (reviewer: string) => tendencyOf(reviewer, all, ['team'], { min: 0, max: 5 })
  expect(['strict', 'mild', 'one', 'two'].map((one) => reads(one).reads)).toEqual(['severe', 'lenient', 'as-others', 'as-others'])
  expect(reads('strict').points).toBeCloseTo(-((4 - 2 + 3 - 1 + 13 / 3 - 3) / 3) * 20, 6)
  expect(reads('strict').steps.team).toBeCloseTo((reads('strict').points ?? 0) / 20, 6)
})

test('of one sample alone, or of samples nobody else has marked, nothing is said', () => {
  const scale = { min: 0, max: 5 }
  expect(tendencyOf('a', [...marks('a', 1), ...marks('b', 5)], ['team'], scale)).toMatchObject({ shared: 1, points: -80, reads: null })
  expect(tendencyOf('a', marks('a', 1, 2), ['team'], scale)).toEqual({ shared: 0, points: null, steps: {}, reads: null })
})
