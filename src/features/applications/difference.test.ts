import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from './difference.ts'

const marked = (pieces: readonly { text: string; differs: boolean }[]) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

test('what is in one text alone is marked, words at a time', () => {
  const [one, other] = differenceOf('نعرضها ليلاً في ساحات القرى حول تازة', 'نعرضها ليلاً في المدارس حول تازة')
  expect(marked(one)).toBe('نعرضها ليلاً في [ساحات القرى] حول تازة')
  expect(marked(other)).toBe('نعرضها ليلاً في [المدارس] حول تازة')
  expect(marked(differenceOf('a b', 'a b')[0])).toBe('a b')
  expect(differenceOf('', 'a').map(marked)).toEqual(['', '[a]'])
})

test('no word of either text is lost, whatever they are', () => {
  const text = fc.array(fc.constantFrom('دار', 'الظل', 'a', 'b', '\n', '  '), { maxLength: 30 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [a, b] = differenceOf(one, other)
      expect([a, b].map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual([one, other])
    }),
  )
})

test('two texts of twenty thousand characters are compared at once', () => {
  const began = performance.now()
  const words = (seed: number) =>
    Array.from({ length: 6600 }, (_, n) => `m${(n * seed) % 97}`)
      .join(' ')
      .slice(0, 20_000)
  differenceOf(words(31), words(57))
  expect(performance.now() - began).toBeLessThan(500)
})
