import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { EditionFile } from './edition.ts'
import { effectOf, pastCondition, pastRule } from './past-effect.ts'

const file = JSON.parse(readFileSync(new URL('../../editions/kawaliss-2024.json', import.meta.url), 'utf8')) as EditionFile
const sent = (answers: Record<string, string>) => ({ answers, ageOn: '2024-03-31' })

describe('what a condition would have concerned', () => {
  test('is worked out over the answers of the earlier form', () => {
    const condition = pastCondition('applicant_kind = "cso" and past_support = no', file)
    expect(condition?.questions).toEqual(['applicant_kind', 'past_support'])
    const holds = (kind: string, past: string) => condition?.holds(sent({ applicant_kind: kind, past_support: past }))
    expect([holds('cso', 'no'), holds('cso', 'yes'), holds('person', 'no'), condition?.holds(sent({}))]).toEqual([true, false, false, false])
  })

  test('cannot be said of questions or options that the earlier form did not have, nor of what cannot be read', () => {
    for (const source of ['colour = "red"', 'applicant_kind = "company"', 'applicant_kind =', 'yes'])
      expect(pastCondition(source, file), source).toBeNull()
  })
})

describe('what a rule would have refused', () => {
  const [age, region] = file.eligibilityRules
  test('is counted with the settings of today, on the day ages were counted then', () => {
    if (age?.kind !== 'age' || region?.kind !== 'region') throw new Error('the reference rules have changed')
    const older = pastRule({ ...age, parameters: { min: 18, max: 35 } }, file, file.form)
    const born = (birth_date: string) => older?.holds(sent({ birth_date }))
    expect([born('1989-03-31'), born('1988-03-31'), born('2006-04-01'), older?.holds(sent({}))]).toEqual([false, true, true, false])
    const fewer = pastRule(region, { ...file, regions: file.regions.slice(1) }, file.form)
    expect([fewer?.holds(sent({ region: 'FM' })), fewer?.holds(sent({ region: 'OR' }))]).toEqual([true, false])
  })

  test('cannot be said of likenesses, nor of questions that were not asked', () => {
    const duplicate = file.eligibilityRules.find(({ kind }) => kind === 'duplicate')
    if (duplicate === undefined) throw new Error('the reference rules have changed')
    expect(pastRule(duplicate, file, file.form)).toBeNull()
    expect(pastRule({ ...duplicate, kind: 'declared', parameters: { question: 'colour', not: 'red' } }, file, file.form)).toBeNull()
  })
})

test('fewer than five are never told apart, on either side, and of fewer than five nothing is said', () => {
  expect([0, 1, 4, 5, 147, 148, 151, 152].map((count) => effectOf(count, 152)?.is)).toEqual([
    'none',
    'few',
    'few',
    'counted',
    'counted',
    'nearly-all',
    'nearly-all',
    'counted',
  ])
  expect(effectOf(41, 152)).toEqual({ is: 'counted', count: 41, of: 152 })
  expect(effectOf(2, 4)).toBeNull()
})
