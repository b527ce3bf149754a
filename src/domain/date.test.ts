import { describe, expect, test } from 'vitest'
import { addDays, ageOn, daysBetween, isDate } from './date.ts'

describe('a date', () => {
  test('is a day that exists', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31', '0099-01-01'].map(isDate)).toEqual([true, true, true, true])
    expect(['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '2024-1-1', '', ' 2024-01-01'].map(isDate)).toEqual(
      Array(9).fill(false),
    )
  })

  test('lies some days from another', () => {
    expect(daysBetween('2026-11-23', '2026-12-13')).toBe(20)
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
    expect(daysBetween('2024-03-09', '2024-03-11'), 'across a change of the clock').toBe(2)
    expect(addDays('2023-12-31', 60)).toBe('2024-02-29')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  })

  test('gives an age in whole years, the birthday included', () => {
    expect(ageOn('2000-06-14', '2024-03-31')).toBe(23)
    expect(ageOn('2006-03-31', '2024-03-31')).toBe(18)
    expect(ageOn('2006-04-01', '2024-03-31')).toBe(17)
    expect(ageOn('2004-02-29', '2022-02-28')).toBe(17)
    expect(ageOn('2004-02-29', '2022-03-01')).toBe(18)
    expect(ageOn('2004-02-29', '2024-02-29')).toBe(20)
  })

  test('is never guessed from another text', () => {
    expect(() => ageOn('14/06/2000', '2024-03-31')).toThrow()
    expect(() => daysBetween('2024-02-30', '2024-03-31')).toThrow()
  })
})
