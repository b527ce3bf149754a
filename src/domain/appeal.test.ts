import { expect, test } from 'vitest'
import { answerAppeal, type AppealFacts, lastDayOfAppeal, lodgeAppeal, mayWriteEligibilityLetters, setAppealTerm } from './appeal.ts'
import { ok, refused } from './result.ts'

const UNTIL = new Date('2024-04-18T22:59:00Z')
const BEFORE = new Date('2024-04-18T22:59:00Z')
const facts = (more: Partial<AppealFacts> = {}): AppealFacts => ({
  membership: 'holder',
  ineligible: true,
  withdrawn: false,
  until: UNTIL,
  lodgedAt: null,
  ...more,
})
const input = { text: 'J’ai vingt-neuf ans.' }

test('the holder appeals once, to the last moment of the term and no later', () => {
  expect(lodgeAppeal(facts(), input, BEFORE)).toEqual(ok(null))
  expect(lodgeAppeal(facts(), input, new Date(UNTIL.getTime() + 1))).toEqual(refused('appeal/too-late', { until: UNTIL.toISOString() }))
  expect(lodgeAppeal(facts({ lodgedAt: BEFORE }), input, BEFORE)).toEqual(refused('appeal/already-lodged'))
  for (const membership of ['member', null] as const) expect(lodgeAppeal(facts({ membership }), input, BEFORE)).toEqual(refused('appeal/not-holder'))
})

test('there is nothing to appeal against an eligible decision, one without a term, or once the application is withdrawn', () => {
  for (const none of [{ ineligible: false }, { until: null }])
    expect(lodgeAppeal(facts(none), input, BEFORE)).toEqual(refused('appeal/nothing-to-appeal'))
  expect(lodgeAppeal(facts({ withdrawn: true }), input, BEFORE)).toEqual(refused('appeal/withdrawn'))
  expect(lodgeAppeal(facts(), { text: ' \n' }, BEFORE)).toEqual(refused('appeal/text-missing'))
})

test('an appeal is answered once, with a reason, by somebody else than who ever declared the application not eligible', () => {
  const asked = { declaredBy: ['nadia', 'karim'], answeredAt: null, withdrawn: false, replaced: false }
  expect(answerAppeal(asked, { by: 'youssef', answer: 'x' })).toEqual(ok(null))
  expect(answerAppeal(asked, { by: 'nadia', answer: 'x' })).toEqual(refused('appeal/same-person'))
  expect(answerAppeal(asked, { by: 'karim', answer: 'x' })).toEqual(refused('appeal/same-person'))
  expect(answerAppeal(asked, { by: 'youssef', answer: ' ' })).toEqual(refused('appeal/answer-missing'))
  expect(answerAppeal({ ...asked, withdrawn: true }, { by: 'youssef', answer: 'x' })).toEqual(refused('appeal/withdrawn'))
  expect(answerAppeal({ ...asked, replaced: true }, { by: 'youssef', answer: 'x' })).toEqual(refused('appeal/decided-since'))
  expect(answerAppeal({ ...asked, answeredAt: BEFORE }, { by: 'youssef', answer: 'x' })).toEqual(refused('appeal/already-answered'))
})

test('the term is counted from the day after the letter left, over the end of a month', () => {
  expect([lastDayOfAppeal('2024-04-08', 10), lastDayOfAppeal('2024-02-25', 10)]).toEqual(['2024-04-18', '2024-03-06'])
})

test('the term of an edition is set in whole days, until its first letter is written', () => {
  expect(setAppealTerm({ written: false, promised: null }, 15)).toEqual(ok(null))
  for (const days of [0, 366, 2.5, Number.NaN])
    expect(setAppealTerm({ written: false, promised: null }, days)).toEqual(refused('appeal/term-out-of-range', { min: 1, max: 365 }))
  expect(setAppealTerm({ written: true, promised: null }, 15)).toEqual(refused('appeal/term-in-use'))
})

test('letters of a whole edition are no regional matter', () => {
  const place = { programme: 'p', edition: 'e' }
  const viewer = (region: string | null) => ({
    organisation: 'o',
    person: null,
    grants: [{ role: 'officer' as const, programme: 'p', edition: 'e', region }],
  })
  expect([mayWriteEligibilityLetters(viewer(null), place), mayWriteEligibilityLetters(viewer('fes'), { ...place, region: 'fes' })]).toEqual([
    true,
    false,
  ])
})
