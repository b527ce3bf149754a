import { describe, expect, test } from 'vitest'
import { collator, formatBytes, formatList, formatMoney, formatNumber, formatOrdinal, formatPercent } from './format.ts'

describe('numbers', () => {
  test('are in Latin digits, in groups of three split by a no-break space, with the decimal sign of the language', () => {
    expect(formatNumber(1234567.5, 'ar')).toBe('1\u00a0234\u00a0567,5')
    expect(formatNumber(1234567.5, 'fr')).toBe('1\u00a0234\u00a0567,5')
    expect(formatNumber(1234567.5, 'en')).toBe('1\u00a0234\u00a0567.5')
    expect(formatNumber(999, 'en')).toBe('999')
    expect(formatNumber(2026n, 'fr')).toBe('2\u00a0026')
  })

  test('keep every digit of a decimal string, and round half away from zero when asked', () => {
    expect(formatNumber('123456789012345678901.25', 'en')).toBe('123\u00a0456\u00a0789\u00a0012\u00a0345\u00a0678\u00a0901.25')
    expect(formatNumber('0.10', 'fr')).toBe('0,10')
    expect(formatNumber('2.345', 'fr', { decimals: 2 })).toBe('2,35')
    expect(formatNumber('1.005', 'en', { decimals: 2 })).toBe('1.01')
    expect(formatNumber(0.1 + 0.2, 'en')).toBe('0.3')
  })

  test('show a true minus, held in its place in Arabic, and never a negative zero', () => {
    expect(formatNumber(-5, 'en')).toBe('\u22125')
    expect(formatNumber(-5, 'ar')).toBe('\u200e\u22125')
    expect(formatNumber('-0.00', 'fr')).toBe('0,00')
    expect(formatNumber(-0.001, 'fr', { decimals: 2 })).toBe('0,00')
  })

  test('refuse text that is no canonical decimal', () => {
    expect(() => formatNumber('1,5', 'fr')).toThrow()
    expect(() => formatNumber('', 'fr')).toThrow()
  })
})

describe('amounts', () => {
  test('are followed by the currency, with hundredths only when there are some or when asked', () => {
    expect(formatMoney('60000.00', 'MAD', 'ar')).toBe('60\u00a0000\u00a0درهم')
    expect(formatMoney('60000', 'MAD', 'fr')).toBe('60\u00a0000\u00a0MAD')
    expect(formatMoney('1250.50', 'MAD', 'en')).toBe('1\u00a0250.50\u00a0MAD')
    expect(formatMoney('1250.5', 'EUR', 'fr')).toBe('1\u00a0250,50\u00a0EUR')
    expect(formatMoney('1250.50', 'EUR', 'ar')).toBe('1\u00a0250,50\u00a0يورو')
    expect(formatMoney('60000', 'MAD', 'fr', { hundredths: 'always' })).toBe('60\u00a0000,00\u00a0MAD')
    expect(formatMoney('5', 'CHF', 'ar')).toBe('5\u00a0CHF')
  })
})

describe('percentages', () => {
  test('stand apart from their sign in French only', () => {
    expect(formatPercent(0.25, 'ar')).toBe('25%')
    expect(formatPercent(0.25, 'fr')).toBe('25\u00a0%')
    expect(formatPercent(0.25, 'en')).toBe('25%')
    expect(formatPercent(0.3333, 'fr', 1)).toBe('33,3\u00a0%')
  })
})

describe('weights of files', () => {
  test('use the units of each language in steps of 1024', () => {
    expect([formatBytes(1, 'en'), formatBytes(812, 'en'), formatBytes(1, 'fr'), formatBytes(0, 'fr')]).toEqual([
      ...['1\u00a0byte', '812\u00a0bytes', '1\u00a0octet', '0\u00a0octet'],
    ])
    expect(formatBytes(2048, 'ar')).toBe('2\u00a0ك.ب')
    expect(formatBytes(10 * 1024 * 1024, 'fr')).toBe('10\u00a0Mo')
    expect(formatBytes(1.5 * 1024 * 1024, 'fr')).toBe('1,5\u00a0Mo')
    expect(formatBytes(1024 * 1024 - 1, 'en')).toBe('1\u00a0MB')
    expect(formatBytes(3 * 1024 ** 3, 'ar')).toBe('3\u00a0ج.ب')
  })
})

describe('lists', () => {
  test('take the conjunction of the language', () => {
    expect(formatList(['Rabat', 'Fès', 'Agadir'], 'fr')).toBe('Rabat, Fès et Agadir')
    expect(formatList(['Rabat', 'Fez', 'Agadir'], 'en')).toBe('Rabat, Fez and Agadir')
    expect(formatList(['الرباط', 'فاس'], 'ar')).toBe('الرباط وفاس')
    expect(formatList(['الرباط', 'فاس', 'أكادير'], 'ar')).toBe('الرباط، وفاس، وأكادير')
    expect(formatList(['فيزا', 'Visa For Music'], 'ar')).toBe('فيزا و\u00a0Visa For Music')
    for (const language of ['ar', 'fr', 'en'] as const) {
      expect(formatList([], language)).toBe('')
      expect(formatList(['x'], language)).toBe('x')
    }
  })

  test('are sorted as people look names up', () => {
    expect(['Zineb', 'édition 10', 'Édition 2', 'amal'].sort(collator('fr').compare)).toEqual(['amal', 'Édition 2', 'édition 10', 'Zineb'])
    expect(['يوسف', 'أمل', 'بدر', 'إلهام'].sort(collator('ar').compare)).toEqual(['إلهام', 'أمل', 'بدر', 'يوسف'])
  })
})

describe('ordinals', () => {
  test('agree with the noun in Arabic up to ninety-nine', () => {
    expect([1, 3, 10, 11, 12, 20, 21, 32, 40].map((n) => formatOrdinal(n, 'ar'))).toEqual([
      ...['الأولى', 'الثالثة', 'العاشرة', 'الحادية عشرة', 'الثانية عشرة'],
      ...['العشرون', 'الحادية والعشرون', 'الثانية والثلاثون', 'الأربعون'],
    ])
    expect([1, 2, 11, 19, 21].map((n) => formatOrdinal(n, 'ar', 'masculine'))).toEqual([
      ...['الأول', 'الثاني', 'الحادي عشر', 'التاسع عشر', 'الحادي والعشرون'],
    ])
  })

  test('are short in French and English', () => {
    expect([formatOrdinal(1, 'fr'), formatOrdinal(1, 'fr', 'masculine'), formatOrdinal(2, 'fr')]).toEqual(['1re', '1er', '2e'])
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101].map((n) => formatOrdinal(n, 'en'))).toEqual([
      ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '101st'],
    ])
  })
})
