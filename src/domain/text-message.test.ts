import { expect, test } from 'vitest'
import { isQuiet, phoneText, textLength } from './text-message.ts'

const measure = (text: string) => {
  const { alphabet, units, segments } = textLength(text)
  return [alphabet, units, segments]
}

test('a message in the basic alphabet holds 160 characters, or 153 in each of several pieces', () => {
  expect([measure(''), measure('a'.repeat(160)), measure('a'.repeat(161)), measure('a'.repeat(306)), measure('a'.repeat(307))]).toEqual([
    ['gsm-7', 0, 0],
    ['gsm-7', 160, 1],
    ['gsm-7', 161, 2],
    ['gsm-7', 306, 2],
    ['gsm-7', 307, 3],
  ])
})

test('é, è, à and ù are in the basic alphabet; ç, ê and a curly apostrophe are not, and make the whole message dearer', () => {
  expect(measure('éèàù')).toEqual(['gsm-7', 4, 1])
  expect(['ç', 'ê', '’'].map((sign) => measure(sign)[0])).toEqual(['ucs-2', 'ucs-2', 'ucs-2'])
})

test('Arabic holds 70 characters, or 67 in each of several pieces', () => {
  expect([measure('م'.repeat(70)), measure('م'.repeat(71)), measure('م'.repeat(134)), measure('م'.repeat(135))]).toEqual([
    ['ucs-2', 70, 1],
    ['ucs-2', 71, 2],
    ['ucs-2', 134, 2],
    ['ucs-2', 135, 3],
  ])
})

test('a brace counts twice and an emoji too, and neither is cut in two between pieces', () => {
  expect([measure('{'.repeat(80)), measure('{'.repeat(81)), measure('{'.repeat(153))]).toEqual([
    ['gsm-7', 160, 1],
    ['gsm-7', 162, 2],
    // Seventy-six to a piece, not seventy-six and a half.
    ['gsm-7', 306, 3],
  ])
  expect(measure('😀'.repeat(67))).toEqual(['ucs-2', 134, 3])
})

test('the apostrophes, quotes and spaces of print become those of a phone, and the words stay', () => {
  expect(phoneText('L’appel «\u00a0Kawaliss\u00a0» ferme à 23\u00a0h\u00a059\u202f: n’attendez pas…')).toBe(
    'L\'appel "Kawaliss" ferme à 23 h 59 : n\'attendez pas...',
  )
})

test('a phone is left in peace from nine in the evening to eight in the morning', () => {
  expect(Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !isQuiet(hour))).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
})
