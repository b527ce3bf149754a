import { describe, expect, test } from 'vitest'
import type { EligibilityRule, EligibilityTerms } from './edition.ts'
import {
  checkEligibility,
  type EligibilityContext,
  type EligibilityFacts,
  factsOfAnswers,
  overall,
  quickRules,
  type RuleCheck,
} from './eligibility.ts'

const said = { ar: 'نص', fr: 'texte', en: 'text' }
const rule = (code: string, terms: EligibilityTerms): EligibilityRule => ({ ...terms, code, name: said, reason: said })
const rules = [
  rule('age', { kind: 'age', parameters: { min: 18, max: 29 } }),
  rule('region', { kind: 'region', parameters: {} }),
  rule('who', { kind: 'applicant-kind', parameters: {} }),
  rule('field', { kind: 'sector', parameters: {} }),
  rule('pure', { kind: 'declared', parameters: { question: 'pure_creation', not: 'yes' } }),
  rule('whole', { kind: 'complete', parameters: { questions: ['what', 'need'] } }),
  rule('twin', { kind: 'duplicate', parameters: {} }),
  rule('past', { kind: 'past-beneficiary', parameters: { question: 'past_support' } }),
]
const context: EligibilityContext = {
  ageOn: '2024-03-31',
  regions: [
    { code: 'FM', iso: 'MA-03' },
    { code: 'OR', iso: 'MA-02' },
  ],
  applicantKinds: [{ code: 'person' }, { code: 'cso' }],
  sectors: [{ code: 'music' }],
}
const check = (facts: EligibilityFacts, code: string, on = context.ageOn): RuleCheck =>
  checkEligibility(rules, facts, { ...context, ageOn: on }).find((one) => one.rule === code) as RuleCheck
const ages = (on: string, ...births: string[]) =>
  births.map((birthDate) => [check({ birthDate }, 'age', on).code, check({ birthDate }, 'age', on).details.age])

describe('age is counted on the day the call names', () => {
  test('from the 18th birthday, that day included', () => {
    expect(ages('2024-03-31', '2006-03-31', '2006-04-01')).toEqual([
      ['age/within', 18],
      ['age/under', 17],
    ])
  })

  test('up to 29 years and 364 days; the 30th birthday is too late', () => {
    expect(ages('2024-03-31', '1994-04-01', '1994-03-31', '1994-03-30')).toEqual([
      ['age/within', 29],
      ['age/over', 30],
      ['age/over', 30],
    ])
  })

  test('for those born on 29 February, with 1 March in a common year and 29 February in a leap year', () => {
    expect(ages('2022-02-28', '2004-02-29')).toEqual([['age/under', 17]])
    expect(ages('2022-03-01', '2004-02-29')).toEqual([['age/within', 18]])
    expect(ages('2026-02-28', '1996-02-29')).toEqual([['age/within', 29]])
    expect(ages('2026-03-01', '1996-02-29')).toEqual([['age/over', 30]])
    expect(ages('2024-02-29', '1996-02-29', '1994-02-28')).toEqual([
      ['age/within', 28],
      ['age/over', 30],
    ])
  })

  test('never from a date that does not exist, and never below zero', () => {
    expect(check({ birthDate: '2001-02-30' }, 'age')).toMatchObject({ verdict: 'unclear', code: 'age/unknown' })
    expect(check({ birthDate: '2030-01-01' }, 'age')).toMatchObject({ verdict: 'not-met', code: 'age/under', details: { age: 0 } })
  })
})

describe('each other rule', () => {
  test('takes a region by either of its codes and names the one outside', () => {
    expect(check({ region: 'MA-03' }, 'region')).toMatchObject({ verdict: 'met', details: { region: 'MA-03' } })
    expect(check({ region: 'OR' }, 'region')).toMatchObject({ verdict: 'met', details: { region: 'MA-02' } })
    expect(check({ region: 'MA-06' }, 'region')).toMatchObject({ verdict: 'not-met', code: 'region/outside', details: { region: 'MA-06' } })
  })

  test('is met or not by what is given', () => {
    expect([check({ applicantKind: 'cso' }, 'who').verdict, check({ applicantKind: 'company' }, 'who').verdict]).toEqual(['met', 'not-met'])
    expect([check({ sector: 'music' }, 'field').verdict, check({ sector: 'finance' }, 'field').verdict]).toEqual(['met', 'not-met'])
    expect([check({ answers: { pure_creation: 'no' } }, 'pure').verdict, check({ answers: { pure_creation: 'yes' } }, 'pure').verdict]).toEqual([
      'met',
      'not-met',
    ])
    expect(check({ answers: { what: 'x', need: '  ' } }, 'whole')).toMatchObject({ verdict: 'not-met', details: { questions: ['need'], count: 1 } })
    expect(check({ answers: { what: 'x', need: 'y' } }, 'whole').verdict).toBe('met')
  })

  test('trusts the records of the programme before what is declared', () => {
    expect(check({ pastBeneficiary: true, answers: { past_support: 'no' } }, 'past').verdict).toBe('not-met')
    expect(check({ pastBeneficiary: false, answers: { past_support: 'yes' } }, 'past').verdict).toBe('not-met')
    expect(check({ answers: { past_support: 'no' } }, 'past').verdict).toBe('met')
    expect(check({ pastBeneficiary: false }, 'past').verdict).toBe('met')
  })

  test('leaves a likeness to a person', () => {
    expect(check({ likeness: [] }, 'twin').verdict).toBe('met')
    expect(check({ likeness: ['KW-2024-0001'] }, 'twin')).toMatchObject({ verdict: 'unclear', code: 'duplicate/suspected', details: { count: 1 } })
  })
})

describe('what is not known', () => {
  test('makes a rule unclear and never unmet, except a file that must be complete', () => {
    expect(checkEligibility(rules, {}, context).map((one) => one.verdict)).toEqual([
      'unclear',
      'unclear',
      'unclear',
      'unclear',
      'unclear',
      'not-met',
      'unclear',
      'unclear',
    ])
  })

  test('weighs more than what is met and less than what is not', () => {
    const of = (facts: EligibilityFacts) => overall(checkEligibility(quickRules(rules), facts, context))
    const whole = factsOfAnswers({
      birth_date: '2001-06-14',
      region: 'MA-02',
      applicant_kind: 'person',
      sector: 'music',
      pure_creation: 'no',
      past_support: 'no',
    })
    expect(of(whole)).toBe('met')
    expect(of({ ...whole, sector: '' })).toBe('unclear')
    expect(of({ ...whole, sector: '', region: 'MA-06' })).toBe('not-met')
    expect(overall([])).toBe('met')
  })
})

test('the facts of a form are its answers, empty ones left out', () => {
  const answers = { birth_date: '2001-06-14', region: '', sector: 'music', link: ['a'] }
  expect(factsOfAnswers(answers)).toEqual({ birthDate: '2001-06-14', sector: 'music', answers })
})
