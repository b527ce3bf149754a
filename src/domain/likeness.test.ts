import { describe, expect, test } from 'vitest'
import { type LikenessSubject, likelyPairs, judgePair, raisesDoubt, standsAgainst, type Traits } from './likeness.ts'
import { ok, refused } from './result.ts'

let made = 0
const subject = (more: Partial<Traits> = {}, born: string | null = null): LikenessSubject => {
  made += 1
  const application = `a${String(made).padStart(6, '0')}`
  return { application, holder: `person-${made}`, born, traits: { phone: [], email: [], cin: [], names: [], title: '', texts: [], ...more } }
}
const pairsOf = (...subjects: LikenessSubject[]) =>
  likelyPairs(subjects).map(({ one, other, traits }) => [
    subjects.findIndex((s) => s.application === one),
    subjects.findIndex((s) => s.application === other),
    [...traits],
  ])

describe('likely pairs', () => {
  test('share a phone, an address, a card, a title, or a name in another script', () => {
    expect(pairsOf(subject({ phone: ['+212611111111'] }), subject({ phone: ['+212611111111'] }), subject({ phone: ['+212622222222'] }))).toEqual([
      [0, 1, ['phone']],
    ])
    expect(pairsOf(subject({ names: ['محمد العلوي'] }), subject({ names: ['Mohamed El Alaoui'] }), subject({ names: ['Mohamed Alami'] }))).toEqual([
      [0, 1, ['name']],
    ])
    expect(pairsOf(subject({ title: 'dar dhell', cin: ['ab1'] }, '2000-01-01'), subject({ title: 'dar dhell', cin: ['ab1'] }, '2000-01-01'))).toEqual(
      [[0, 1, ['cin', 'title', 'birth-date']]],
    )
  })

  test('are not made of a birth date alone, nor of names that only look up alike', () => {
    expect(pairsOf(subject({}, '2000-01-01'), subject({}, '2000-01-01'))).toEqual([])
    expect(pairsOf(subject({ names: ['Hassan Idrissi'] }), subject({ names: ['Hussein Idrissi'] }))).toEqual([])
  })

  test('are linked in a row where hundreds share one thing: work stays small, and nobody is lost', () => {
    const crowd = Array.from({ length: 500 }, () => subject({ phone: ['+212600000000'] }))
    expect(likelyPairs(crowd).length).toBe(499)
  })

  test('of one text are those with two runs of their samples in common', () => {
    const text = (sample: number[]) => [{ question: 'summary', sample }]
    expect(likelyPairs([subject({ texts: text([1, 2, 3]) }), subject({ texts: text([2, 3, 9]) })]).map((one) => one.texts)).toEqual([
      [{ one: 'summary', other: 'summary' }],
    ])
    expect(likelyPairs([subject({ texts: text([1, 2, 3]) }), subject({ texts: text([3, 8, 9]) })])).toEqual([])
  })
})

describe('a doubt', () => {
  const name = new Set(['name', 'birth-date'] as const)
  test('is raised by a name unless the birth dates speak against it', () => {
    const born = (one: string | null, other: string | null) => raisesDoubt(name, { one, other })
    expect([born('1998-02-09', '1998-02-09'), born('1998-02-09', null), born('1998-02-09', '1989-02-09'), born('1998-02-09', '1998-09-02')]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(born('1998-02-09', '2001-07-09')).toBe(false)
    expect(raisesDoubt(new Set(['name', 'phone']), { one: '1998-02-09', other: '2001-07-09' })).toBe(true)
  })

  test('stands until the two are known to be different, and never against the one that is kept', () => {
    expect(['one', 'other'].map((application) => standsAgainst(application, null))).toEqual([true, true])
    expect(['one', 'other'].map((application) => standsAgainst(application, { same: false, kept: null }))).toEqual([false, false])
    expect(['one', 'other'].map((application) => standsAgainst(application, { same: true, kept: 'one' }))).toEqual([false, true])
  })
})

test('a verdict on a pair has its reason, and says which of two in one edition goes on', () => {
  const facts = { together: true, one: 'one', other: 'other' }
  expect(judgePair(facts, { same: true, kept: 'one', reason: ' ' })).toEqual(refused('likeness/verdict-unreasoned'))
  expect(judgePair(facts, { same: true, kept: null, reason: 'x' })).toEqual(refused('likeness/kept-missing'))
  expect(judgePair(facts, { same: true, kept: 'third', reason: 'x' })).toEqual(refused('likeness/kept-missing'))
  expect(judgePair(facts, { same: true, kept: 'other', reason: 'x' })).toEqual(ok({ same: true, kept: 'other' }))
  expect(judgePair(facts, { same: false, kept: 'other', reason: 'x' })).toEqual(ok({ same: false, kept: null }))
  expect(judgePair({ ...facts, together: false }, { same: true, kept: 'one', reason: 'x' })).toEqual(ok({ same: true, kept: null }))
})
