import { expect, test } from 'vitest'
import { type HIDDEN_CLASSES, readableIn, secretsOf, withoutSecrets } from './blindness.ts'
import type { FormDefinition, Question } from './form.ts'
import { finalOf, finalScore } from './review.ts'
import { gridOf, outcomeOf, placePoints } from './review-stage.ts'

const said = (text: string) => ({ ar: text, fr: text, en: text })
const vote = { mode: 'vote', divergence: null, passMark: null, quorum: 3, majority: 'two-thirds' } as const
const cast = (...points: (string | null)[]) => points.map((one) => ({ handedIn: true, points: one }))

test('a vote is carried with its quorum and its majority; who abstains counts for the quorum alone', () => {
  expect(outcomeOf(vote, cast('100.00', '100.00', null)).passes).toBe(true)
  expect(outcomeOf(vote, cast('100.00', '100.00', '0.00')).passes).toBe(true)
  expect(outcomeOf(vote, cast('100.00', '0.00', null)).passes).toBe(false)
  expect(outcomeOf(vote, cast('100.00', '100.00')).passes).toBe(false)
  expect(outcomeOf({ ...vote, majority: 'simple' }, cast('100.00', '0.00', null)).passes).toBe(false)
  expect(outcomeOf({ ...vote, majority: 'unanimous' }, cast('100.00', null, null)).passes).toBe(true)
  expect(outcomeOf(vote, cast(null, null, null))).toMatchObject({ mean: null, passes: false })
  expect(outcomeOf(vote, [...cast('100.00', '100.00'), { handedIn: false, points: null }]).passes).toBeNull()
})

test('of an order the first has all points, the last none, and one alone all', () => {
  expect([1, 2, 3, 4].map((place) => placePoints(place, 4))).toEqual(['100.00', '66.67', '33.33', '0.00'])
  expect(placePoints(1, 1)).toBe('100.00')
})

test('readings and an interview as stages give the final score they always gave, to the last digit', () => {
  const [readings, interviews] = [
    ['70.00', '70.00', '71.00'],
    ['80.00', '81.00'],
  ]
  for (const weight of ['0.250', '0.500', '0.333'])
    expect(
      finalOf([
        { share: String((1000 - Math.round(Number(weight) * 1000)) / 1000), scores: readings },
        { share: weight, scores: interviews },
      ]),
    ).toBe(finalScore({ readings, interviews, interviewWeight: weight }))
  expect(
    finalOf([
      { share: '1', scores: readings },
      { share: '0', scores: [] },
    ]),
  ).toBe('70.333333')
  expect(
    finalOf([
      { share: '0.5', scores: readings },
      { share: '0.5', scores: [] },
    ]),
  ).toBeNull()
})

test('a stage asks the criteria it names, with its weights, and has its own steps where it says so', () => {
  const criteria = ['a', 'b', 'c'].map((code, place) => ({
    code,
    name: said(code),
    question: said('?'),
    weight: [50, 30, 20][place] as number,
    anchors: [said('one'), said('two')],
  }))
  const scale = { min: 1, max: 2 }
  const weights = (grid: ReturnType<typeof gridOf>) => grid.criteria.map(({ code, weight }) => [code, weight])
  expect(weights(gridOf({ mode: 'score', comments: 'ends' }, criteria, scale))).toEqual([
    ['a', 50],
    ['b', 30],
    ['c', 20],
  ])
  const met = gridOf({ mode: 'pass-fail', comments: 'ends', weights: { c: 60, a: 40 } }, criteria, scale)
  expect([weights(met), met.scale]).toEqual([
    [
      ['a', 40],
      ['c', 60],
    ],
    { min: 0, max: 1 },
  ])
  expect(gridOf({ mode: 'vote', comments: 'ends' }, criteria, scale)).toMatchObject({ criteria: [{ code: 'vote' }], scale: { min: -1, max: 1 } })
})

const question = (code: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code,
  kind,
  label: said(code),
  required: false,
  ...more,
})
const FORM: FormDefinition = {
  groups: [{ code: 'all', title: said('all') }],
  sections: [
    {
      code: 'one',
      group: 'all',
      title: said('one'),
      questions: [
        question('holder_name', 'line', { identity: true }),
        question('applicant_kind', 'applicant-kind'),
        question('town', 'line'),
        question('studio', 'line', { when: 'town = "Fès"' }),
        question('rent', 'money', { when: 'answered(studio)' }),
        question('members', 'integer', { only: ['cso'] }),
        question('pitch', 'text'),
      ],
    },
  ],
}

test('a question that is asked only after a hidden answer is hidden with it, and so is what hangs on it', () => {
  const read = (hides: readonly (typeof HIDDEN_CLASSES)[number][], hidesQuestions: string[] = []) => [...readableIn(FORM, { hides, hidesQuestions })]
  expect(read([])).toEqual(['holder_name', 'applicant_kind', 'town', 'studio', 'rent', 'members', 'pitch'])
  expect(read(['region'])).toEqual(['holder_name', 'applicant_kind', 'members', 'pitch'])
  expect(read(['structure'])).toEqual(['holder_name', 'town', 'studio', 'rent', 'pitch'])
  expect(read(['names'], ['studio'])).toEqual(['applicant_kind', 'town', 'members', 'pitch'])
})

test('a hidden answer written again elsewhere is masked there, as a word of its own, in both scripts', () => {
  const answers = { holder_name: 'Amina El Fassi', town: 'فاس', pitch: '' }
  const secrets = secretsOf(FORM, answers, readableIn(FORM, { hides: ['names', 'region'], hidesQuestions: [] }), () => [])
  expect(withoutSecrets('Moi, amina  el fassi, je tisse. Les Fassis non.', secrets, '[…]')).toBe('Moi, […], je tisse. Les Fassis non.')
  expect(withoutSecrets('نعمل بفاس وفي فاسد', secrets, '[…]')).toBe('نعمل ب[…] وفي فاسد')
})
