import { describe, expect, test } from 'vitest'
import type { Answers, FormDefinition, Question } from './form.ts'
import { conditionRings } from './condition-rings.ts'
import { askedIn, failedChecks, turnsWithin } from './form-asked.ts'
import { expressionFaults } from './form-expressions.ts'
import { budgetTotals } from './form-values.ts'

const said = (text: string) => ({ ar: text, fr: text, en: text })
const option = (code: string) => ({ code, name: said(code) })
const question = (code: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code,
  kind,
  label: said(code),
  required: false,
  ...more,
})

function form(...questions: Question[]): FormDefinition {
  return { groups: [{ code: 'all', title: said('all') }], sections: [{ code: 'one', group: 'all', title: said('one'), questions }] }
}

const CODES = { regions: ['oriental'], provinces: [], sectors: ['music'], applicantKinds: ['person', 'cso'], strands: [] }
const FACTS = { ageOn: '2024-03-31' }
const asked = (one: FormDefinition, answers: Answers) => [...askedIn(one, answers, FACTS)]

const HOUSING = form(
  question('applicant_kind', 'applicant-kind'),
  question('has_space', 'yes-no'),
  question('rent', 'money', { when: 'has_space' }),
  question('landlord', 'line', { when: 'rent > 2000' }),
  question('statutes', 'line', { only: ['cso'] }),
)

describe('a question with a condition', () => {
  test('is asked once its condition is certain, and not before', () => {
    expect(asked(HOUSING, {})).toEqual(['applicant_kind', 'has_space', 'statutes'])
    expect(asked(HOUSING, { has_space: 'no' })).not.toContain('rent')
    expect(asked(HOUSING, { has_space: 'yes' })).toContain('rent')
  })

  test('is not asked when what it depends on is not asked, whatever was answered there before', () => {
    expect(asked(HOUSING, { has_space: 'yes', rent: '3000.00' })).toContain('landlord')
    expect(asked(HOUSING, { has_space: 'no', rent: '3000.00' })).not.toContain('landlord')
  })

  test('may stand under a whole topic', () => {
    const whole: FormDefinition = {
      ...HOUSING,
      sections: [...HOUSING.sections, { code: 'two', group: 'all', title: said('two'), when: 'has_space', questions: [question('plan', 'text')] }],
    }
    expect(asked(whole, { has_space: 'yes' })).toContain('plan')
    expect(asked(whole, { has_space: 'no' })).not.toContain('plan')
  })

  test('opens and closes on its own page only when it depends on that page', () => {
    expect(turnsWithin(HOUSING.sections[0] as FormDefinition['sections'][number])).toEqual(['rent', 'landlord'])
  })

  test('that leads back to itself is named with its way, and never asked', () => {
    const ring = form(question('a', 'yes-no', { when: 'b' }), question('b', 'yes-no', { when: 'c = yes' }), question('c', 'yes-no', { when: 'a' }))
    expect(conditionRings(ring).map((links) => links.map((link) => link.question))).toEqual([['a', 'b', 'c']])
    expect(expressionFaults(ring, CODES)).toEqual(
      ['a → b → c', 'b → c → a', 'c → a → b'].map((questions, place) => ({
        code: 'condition-ring',
        path: `$.form.sections[0].questions[${place}].when`,
        details: { questions },
      })),
    )
    expect(asked(ring, { a: 'yes', b: 'yes', c: 'yes' })).toEqual([])
    expect(conditionRings(HOUSING)).toEqual([])
  })

  test('that leads back to itself by the condition of a whole topic, or beside another ring, is named too', () => {
    const rings: FormDefinition = {
      groups: HOUSING.groups,
      sections: [
        {
          code: 'one',
          group: 'all',
          title: said('one'),
          questions: [question('a', 'yes-no', { when: 'b' }), question('self', 'yes-no', { when: 'self' })],
        },
        { code: 'two', group: 'all', title: said('two'), when: 'a', questions: [question('b', 'yes-no'), question('free', 'yes-no')] },
      ],
    }
    expect(expressionFaults(rings, CODES)).toEqual([
      { code: 'condition-ring', path: '$.form.sections[0].questions[0].when', details: { questions: 'a → b', sections: ' → two' } },
      { code: 'condition-ring', path: '$.form.sections[1].when', details: { questions: 'b → a', sections: 'two → ' } },
      { code: 'condition-ring', path: '$.form.sections[0].questions[1].when', details: { questions: 'self' } },
    ])
  })

  test('of a second way round through the same questions is named on each of them', () => {
    const both = form(question('a', 'yes-no', { when: 'b or c' }), question('b', 'yes-no', { when: 'a' }), question('c', 'yes-no', { when: 'b' }))
    const told = new Set(expressionFaults(both, CODES).map(({ path }) => path))
    expect(told).toEqual(new Set([0, 1, 2].map((q) => `$.form.sections[0].questions[${q}].when`)))
  })

  test('of thousands of questions that all wait for the next is found without falling over', () => {
    const codes = Array.from({ length: 3000 }, (_, n) => `q${n}`)
    const long = form(...codes.map((code, n) => question(code, 'yes-no', { when: codes[(n + 1) % codes.length] as string })))
    expect(conditionRings(long).map((links) => links.length)).toEqual([3000])
  })

  test('that cannot be read, or names what is not asked, is a fault with its place', () => {
    const wrong = form(question('has_space', 'yes-no'), question('rent', 'money', { when: 'has_spaces' }), question('x', 'line', { when: 'rent +' }))
    expect(expressionFaults(wrong, CODES)).toMatchObject([
      { path: '$.form.sections[0].questions[1].when', code: 'expression-unknown-name', details: { name: 'has_spaces', at: 1 } },
      { path: '$.form.sections[0].questions[2].when', code: 'expression-value-expected', details: { at: 7 } },
    ])
  })
})

const BUDGET = question('budget', 'budget', {
  categories: [option('equipment'), option('travel-costs')],
  sources: [option('asked'), option('own')],
  checks: [
    { holds: 'budget.from_asked <= 30000', message: said('too much') },
    { holds: 'budget.in_travel_costs <= budget.total * 0.2', message: said('too much travel') },
  ],
})
const TEAM = question('team', 'people', {
  columns: ['birth_date', 'gender'],
  checks: [{ holds: 'greatest(team.age) <= 29 and count(team) >= 2', message: said('ages') }],
})

describe('a check', () => {
  const whole = form(BUDGET, TEAM)
  const failed = (answers: Answers) =>
    failedChecks(whole, answers, askedIn(whole, answers, FACTS), FACTS).map(({ question: code, place }) => `${code} ${place}`)
  const line = (category: string, source: string, amount: string) => ({ label: 'x', category, source, amount })

  test('holds the totals of a budget to a ceiling and to a share', () => {
    expect(failed({ budget: [line('equipment', 'asked', '24000.00'), line('travel-costs', 'asked', '6000.00')] })).toEqual([])
    expect(failed({ budget: [line('equipment', 'asked', '24000.01'), line('travel-costs', 'asked', '6000.00')] })).toEqual(['budget 0'])
    expect(failed({ budget: [line('equipment', 'own', '24000.00'), line('travel-costs', 'own', '6000.01')] })).toEqual(['budget 1'])
  })

  test('counts ages on the day the call says, and lets pass what is not known', () => {
    expect(
      failed({
        team: [
          { name: 'Salma', birth_date: '1994-04-01' },
          { name: 'Anas', birth_date: '2000-01-01' },
        ],
      }),
    ).toEqual([])
    expect(
      failed({
        team: [
          { name: 'Salma', birth_date: '1994-03-31' },
          { name: 'Anas', birth_date: '2000-01-01' },
        ],
      }),
    ).toEqual(['team 0'])
    expect(failed({ team: [{ name: 'Salma' }] })).toEqual(['team 0'])
    expect(failed({ team: [{ name: 'Salma' }, { name: 'Anas' }] })).toEqual([])
    expect(failed({})).toEqual([])
  })
})

test('a budget adds up exactly, line by line', () => {
  const rows = [
    { label: 'a', category: 'equipment', source: 'asked', amount: '0.10' },
    { label: 'b', category: 'equipment', source: 'own', amount: '0.20' },
    { label: 'c', category: 'travel-costs', source: 'own', amount: 'much' },
  ]
  expect(budgetTotals(BUDGET, rows)).toEqual({ total: '0.3', byCategory: { equipment: '0.3' }, bySource: { asked: '0.1', own: '0.2' } })
})
