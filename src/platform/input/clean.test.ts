import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, latinDigits } from './clean.ts'

/** Any string at all: every code unit, lone surrogates and all the invisible ones often. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(...' \n\r\t\u00a0\u200b\u200c\u200d\u200e\u202e\u0301\u0651e\u0627\ud83d\ufeff'),
    ),
  )
  .map((units) => units.join(''))

describe('a cleaned text', () => {
  test('is in NFC, with line feeds, without spaces around it or at the end of its lines', () => {
    expect(cleanText('  e\u0301te\u0301 \r\n\r\nfin\u00a0\rla  \u2028 ')).toBe('été\n\nfin\nla')
  })

  test('has no control, no direction mark, no zero-width space, and no lone half of a character', () => {
    expect(cleanText('a\u0000b\u0007c\u009fd\u202eevil\u202c\u2066x\u2069\u200e\u200f\u061c\u200b\ufeff\u2060\u00ad')).toBe('abcdevilx')
    expect(cleanText('a\ud800b')).toBe('a\ufffdb')
    expect(cleanText('one\u000btwo\u000cthree\u0085four')).toBe('one\ntwo\nthree\nfour')
    expect(cleanText('a\tb')).toBe('a\tb')
  })

  test('keeps joiners where they shape a word or an emoji, and nowhere else', () => {
    expect(cleanText('می\u200cخواهم')).toBe('می\u200cخواهم')
    expect(cleanText('👩\u200d🎤')).toBe('👩\u200d🎤')
    expect(cleanText('\u200da \u200c b\u200d\u200d c\u200d')).toBe('a  b c')
    expect(cleanText(' \u200d ')).toBe('')
  })

  test('is the same when cleaned again, whatever was typed, and never fails', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [clean, line] = [cleanText(text), cleanLine(text)]
        expect(cleanText(clean)).toBe(clean)
        expect(cleanLine(line)).toBe(line)
        expect(clean).toBe(clean.normalize('NFC').trim())
        expect(clean.isWellFormed()).toBe(true)
        expect(line).not.toMatch(/[\n\t]| {2}/)
      }),
      { numRuns: 1000 },
    )
  })

  test('of a million spaces or joiners is ready at once', () => {
    const began = performance.now()
    for (const filler of [' ', '\u200d', '\n', '\u202e', ' \u200d']) cleanText(`x${filler.repeat(1_000_000)}x`)
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('a cleaned line', () => {
  test('has one space where there were breaks, tabs and spaces', () => {
    expect(cleanLine('  دار \n الشباب\t\tفاس  ')).toBe('دار الشباب فاس')
  })
})

describe('digits', () => {
  test('become Latin, Arabic-Indic and Persian alike', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789 ٪')).toBe('0123456789 0123456789 0123456789 ٪')
  })
})
