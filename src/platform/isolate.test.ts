import { expect, test } from 'vitest'
import { contained, isolated, readsFromRight, setApart } from './isolate.ts'

test.each([
  ['+212 600-000000', 'ar', '\u2066+212 600-000000\u2069'],
  ['KW-2024-0187', 'ar', '\u2066KW-2024-0187\u2069'],
  ['دار الظل', 'ar', 'دار الظل'],
  ['23:59، الأحد', 'ar', '23:59، الأحد'],
  ['KW-2024-0187', 'fr', 'KW-2024-0187'],
  ['دار الظل', 'fr', '\u2068دار الظل\u2069'],
  ['', 'ar', ''],
] as const)('%s in a sentence in %s is isolated only where its direction differs', (value, language, marked) => {
  expect(isolated(value, language)).toBe(marked)
})

test('a value can neither end the isolate it stands in, nor open one over what follows, nor turn the text around', () => {
  expect(isolated('KW\u2069\u202e1', 'ar')).toBe('\u2066KW1\u2069')
  expect(contained('\u2067a')).toBe('\u2067a\u2069')
  expect(contained('a \u2066b\u2069 c')).toBe('a \u2066b\u2069 c')
})

test('a value is set apart whatever its direction, and cannot end that', () => {
  expect(['ملف.pdf', 'plan.pdf\u2069'].map(setApart)).toEqual(['\u2068ملف.pdf\u2069', '\u2068plan.pdf\u2069'])
})

test('the direction of text is that of its first letter, and left to right without one', () => {
  expect(['12 درهم', 'Dar دار', '12:30', 'ⵣ'].map(readsFromRight)).toEqual([true, false, false, false])
})
