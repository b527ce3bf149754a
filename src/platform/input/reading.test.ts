import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../domain/language.ts'
import { formatDate } from '../time/format.ts'
import { formatMoney } from '../words/format.ts'
import { readEmail, readPhone, readUrl } from './contact.ts'
import { readDate } from './date.ts'
import { readInteger, readMoney, readNumber } from './number.ts'
import type { Reading } from './problem.ts'

/** The value, or the code and details of the problem. */
function outcome<Value>(reading: Reading<Value>): Value | string {
  if (reading.ok) return reading.value
  return [reading.code, ...Object.values(reading.details)].join(' ')
}

describe('a number', () => {
  test.each([
    ['60000', '60000'],
    ['60 000', '60000'],
    ['60\u00a0000', '60000'],
    ['60\u202f000', '60000'],
    ['60.000', '60000'],
    ['60,000', '60000'],
    ['1.234.567', '1234567'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,5', '1234.5'],
    ["1'234", '1234'],
    ['٦٠٠٠٠', '60000'],
    ['١٬٢٣٤٫٥٠', '1234.5'],
    ['۱۲', '12'],
    ['1،5', '1.5'],
    ['007', '7'],
    ['0,5', '0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-3', '-3'],
    ['\u200e\u22123', '-3'],
    ['+3', '3'],
    ['-0', '0'],
  ])('%j is %s', (raw, value) => expect(outcome(readNumber(raw))).toBe(value))

  test.each(['', 'abc', '60 00', '6 0000', '1,2,3', '12.34.56', '1.23,456', '1 234,567', '--5', '5-', '1e5', '0x1f', '½', '0,125', '12345678901234'])(
    '%j is none',
    (raw) => expect(outcome(readNumber(raw))).toBe('number'),
  )

  test('without decimals stays within its bounds', () => {
    expect(outcome(readInteger('12', { min: 1, max: 12 }))).toBe(12)
    expect(outcome(readInteger('13', { min: 1, max: 12 }))).toBe('max 12')
    expect(outcome(readInteger('٠', { min: 1 }))).toBe('min 1')
    expect(outcome(readInteger('1,5'))).toBe('integer')
    expect(outcome(readInteger('3.0'))).toBe(3)
    expect(outcome(readInteger('x'))).toBe('number')
    expect(outcome(readInteger('-0'))).toBe(0)
  })
})

describe('an amount', () => {
  test('is a canonical decimal with two decimals', () => {
    expect(['60000', '60 000', '60.000,5', '0,10', '٧٥٠٠٠', '.5'].map((raw) => outcome(readMoney(raw)))).toEqual([
      ...['60000.00', '60000.00', '60000.50', '0.10', '75000.00', '0.50'],
    ])
  })

  test('may carry the name of its own currency, not of another', () => {
    const named = ['60 000 DH', '60000dhs', '60 000 درهم', 'MAD 60000', '60000 د.م.']
    expect(named.map((raw) => outcome(readMoney(raw, { currency: 'MAD' })))).toEqual(Array(5).fill('60000.00'))
    expect(outcome(readMoney('€ 60.000', { currency: 'EUR' }))).toBe('60000.00')
    expect(outcome(readMoney('60000 €', { currency: 'MAD' }))).toBe('money')
    expect(outcome(readMoney('60000 DH'))).toBe('money')
  })

  test('is within its bounds, to the hundredth, and never negative', () => {
    expect(outcome(readMoney('60000.01', { max: '60000' }))).toBe('max 60000')
    expect(outcome(readMoney('60000.00', { max: '60000' }))).toBe('60000.00')
    expect(outcome(readMoney('9', { min: '10.50' }))).toBe('min 10.5')
    expect(outcome(readMoney('-1'))).toBe('min 0')
    expect(outcome(readMoney('1.2345'))).toBe('money')
    expect(outcome(readMoney('dix'))).toBe('money')
  })

  test('comes back the same from its print in every language', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.constantFrom(...LANGUAGES), (hundredths, language) => {
        const digits = String(hundredths).padStart(3, '0')
        const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(outcome(readMoney(formatMoney(amount, 'MAD', language), { currency: 'MAD' }))).toBe(amount)
        expect(outcome(readMoney(amount))).toBe(amount)
      }),
    )
  })

  test('is read without failing from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readMoney(text, { currency: 'MAD' })
        if (reading.ok) expect(reading.value).toMatch(/^\d{1,13}\.\d\d$/)
      }),
    )
  })
})

describe('a date', () => {
  const boxes = (day: string, month: string, year: string) => outcome(readDate({ day, month, year }))

  test('is read from three boxes, with any digits or the name of a month', () => {
    expect(boxes('14', '6', '2000')).toBe('2000-06-14')
    expect(boxes(' ١٤ ', '٠٦', '۲۰۰۰')).toBe('2000-06-14')
    expect([boxes('1er', 'Août', '2024'), boxes('1', 'غشت', '2024'), boxes('1', 'أغسطس', '2024'), boxes('1', 'august', '2024')]).toEqual(
      Array(4).fill('2024-08-01'),
    )
    expect(boxes('29', '2', '2024')).toBe('2024-02-29')
  })

  test('names the box to look at when it is no date', () => {
    expect(boxes('', '', '')).toBe('required')
    expect([boxes('', '6', '2000'), boxes('32', '6', '2000'), boxes('x', '6', '2000')]).toEqual(Array(3).fill('date day'))
    expect([boxes('14', '', '2000'), boxes('14', '13', '2000')]).toEqual(Array(2).fill('date month'))
    expect([boxes('14', '6', ''), boxes('14', '6', '99'), boxes('14', '6', '1850'), boxes('14', '6', '20000')]).toEqual(Array(4).fill('date year'))
    expect([boxes('29', '2', '2023'), boxes('31', '4', '2024')]).toEqual(Array(2).fill('date whole'))
  })

  test('is read from one line, the day first', () => {
    expect(['2000-06-14', '14/06/2000', '14.6.2000', '14 juin 2000', '١٤ يونيو ٢٠٠٠'].map((raw) => outcome(readDate(raw)))).toEqual(
      Array(5).fill('2000-06-14'),
    )
    expect(['', '14062000', '06/14/2000', 'demain'].map((raw) => outcome(readDate(raw)))).toEqual([
      'required',
      'date whole',
      'date month',
      'date whole',
    ])
  })

  test('comes back the same from its print in every language', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        fc.constantFrom(...LANGUAGES),
        (instant, language) => {
          const day = instant.toISOString().slice(0, 10)
          expect(outcome(readDate(formatDate(day, language, 'long')))).toBe(day)
        },
      ),
    )
  })
})

/** Numbering plan of Morocco, checked with libphonenumber on 23 November 2026. */
const PHONES = [
  ['0612345678', '+212612345678'],
  ['06 12 34 56 78', '+212612345678'],
  ['+212 (0)6 12 34 56 78', '+212612345678'],
  ['00212612345678', '+212612345678'],
  ['٠٦١٢٣٤٥٦٧٨', '+212612345678'],
  ['0522223344', '+212522223344'],
  ['0712345678', '+212712345678'],
  ['\u202a06.12.34.56.78\u202c', '+212612345678'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['061234567', 'phone'],
  ['0412345678', 'phone'],
  ['', 'phone'],
  ['call 0612345678', 'phone'],
] as const

describe('a phone number', () => {
  test.each(PHONES)('%j is %s', (raw, e164) => expect(outcome(readPhone(raw))).toBe(e164))
})

describe('a mail address', () => {
  test.each([
    ['Nadia.R@Example.ORG', 'Nadia.R@example.org'],
    [' \u202anadia@example.org\u202c ', 'nadia@example.org'],
    ['mailto:nadia+kawaliss@mail.example.org.', 'nadia+kawaliss@mail.example.org'],
    ['nadia٢@example.org', 'nadia2@example.org'],
    ['nadia@مثال.إختبار', 'nadia@xn--mgbh0fb.xn--kgbechtv'],
  ])('%j is %s', (raw, address) => expect(outcome(readEmail(raw))).toBe(address))

  const none = ['', 'nadia', 'nadia@', '@example.org', 'nadia@example', 'na dia@example.org', 'a@b@example.org', '.a@example.org', 'a..b@example.org']
  const neither = [
    'a@-x.org',
    'a@1.2.3.4',
    'a@[::1]',
    'نادية@example.org',
    `${'a'.repeat(65)}@example.org`,
    'a@example.org\nbcc: b@example.org',
    'a@exa%6dple.org',
  ]
  test.each([...none, ...neither])('%j is none', (raw) => expect(outcome(readEmail(raw))).toBe('email'))
})

describe('a web address', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['http://Example.org', 'http://example.org/'],
    ['example.org/works', 'https://example.org/works'],
    ['//example.org', 'https://example.org/'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['example.org/كواليس', 'https://example.org/%D9%83%D9%88%D8%A7%D9%84%D9%8A%D8%B3'],
  ])('%j is %s', (raw, url) => expect(outcome(readUrl(raw))).toBe(url))

  const none = [
    '',
    'javascript:alert(1)',
    'JavaScript://example.org/%0aalert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'mailto:a@example.org',
    'localhost',
  ]
  const neither = [
    'http://127.0.0.1/',
    'http://[::1]/',
    'https://user:pass@example.org',
    'not an address',
    'https:\\\\example.org',
    `example.org/${'a'.repeat(2048)}`,
  ]
  test.each([...none, ...neither])('%j is none', (raw) => expect(outcome(readUrl(raw))).toBe('url'))

  test('is never read as anything but http or https, from any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constantFrom('java\tscript:alert(1)', ' \u0001javascript:alert(1)')),
        (text) => {
          const reading = readUrl(text)
          if (reading.ok) expect(reading.value).toMatch(/^https?:\/\/[a-z0-9.-]+/)
        },
      ),
    )
  })
})
