import { expect, test } from 'vitest'
import { LIKE_TEXTS, runsLikeness, runsOf, sampleOf, SHARED_SAMPLES } from './text-likeness.ts'

const textLikeness = (one: string, other: string): number => runsLikeness(runsOf(one), runsOf(other))

const words = (from: number, count: number): string => Array.from({ length: count }, (_, place) => `mot${from + place}`).join(' ')
const shared = (one: string, other: string): number => sampleOf(one).filter((run) => sampleOf(other).includes(run)).length

test('the same text is the same however its letters, accents and marks are written', () => {
  const arabic = 'نعلم الحرف لأطفال الحي ونعرض أعمالهم في سوق المدينة '.repeat(8)
  expect(textLikeness(arabic, arabic.replaceAll('أ', 'ا').replaceAll('ة', 'ه'))).toBe(1)
  const french = `Un théâtre d’ombres, ${words(1, 80)}`
  expect(textLikeness(french, french.toUpperCase().replace('Â', 'A'))).toBe(1)
})

test('the measure is the share of the runs of three words that both hold', () => {
  // 80 words: 78 runs each. 60 words in common: 58 runs, of 78 + 78 - 58.
  expect(textLikeness(words(1, 80), `${words(1, 60)} ${words(100, 20)}`)).toBeCloseTo(58 / 98, 10)
  expect(textLikeness(words(1, 80), words(100, 80))).toBe(0)
})

test('a short text tells nothing', () => {
  expect([textLikeness(words(1, 59), words(1, 59)), sampleOf(words(1, 59))]).toEqual([0, []])
})

test('texts that share most of their words are found by their samples, and strangers are not', () => {
  let missed = 0
  for (let place = 0; place < 200; place++) {
    const one = words(place * 1000, 80 + place)
    const other = `${words(place * 1000, 65 + place)} ${words(place * 1000 + 500, 15)}`
    if (textLikeness(one, other) >= LIKE_TEXTS && shared(one, other) < SHARED_SAMPLES) missed += 1
    expect(shared(one, words(place * 1000 + 500, 90))).toBe(0)
  }
  expect(missed).toBe(0)
})
