import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, exceeds, hundredths, minus, partsOf, sumOf } from './money.ts'

const count = fc.bigInt({ min: 0n, max: 99_999_999_999_999n })
/** Percentages in hundredths of a percent that add up to 100. */
const shares = fc
  .array(fc.integer({ min: 1, max: 9999 }), { minLength: 0, maxLength: 8 })
  .map((cuts) => [...new Set([0, ...cuts, 10_000])].sort((a, b) => a - b))
  .map((cuts) => cuts.slice(1).map((cut, place) => amountOf(BigInt(cut - (cuts[place] as number)))))

test('an amount is read and written without losing a hundredth', () => {
  fc.assert(fc.property(count, (n) => hundredths(amountOf(n)) === n && hundredths(amountOf(-n)) === -n))
  expect([amountOf(5n), amountOf(0n), amountOf(-5n), hundredths('30000.5'), hundredths('7')]).toEqual(['0.05', '0.00', '-0.05', 3000050n, 700n])
})

test('the parts of any amount, odd ones too, add up to it exactly, and none is a whole hundredth off its share', () => {
  fc.assert(
    fc.property(count, shares, (n, percentages) => {
      const parts = partsOf(amountOf(n), percentages)
      expect(sumOf(parts)).toBe(amountOf(n))
      parts.forEach((part, place) => {
        const off = hundredths(part) * 10000n - n * hundredths(percentages[place] as string)
        expect(off > -10000n && off < 10000n).toBe(true)
      })
    }),
  )
})

test('70 and 30 per cent of 30 000 are 21 000 and 9 000; of 0.01 the odd hundredth goes to the greater share', () => {
  expect(partsOf('30000.00', ['70', '30'])).toEqual(['21000.00', '9000.00'])
  expect(partsOf('29999.99', ['70', '30'])).toEqual(['20999.99', '9000.00'])
  expect(partsOf('0.01', ['70', '30'])).toEqual(['0.01', '0.00'])
  expect(partsOf('100.00', ['33.33', '33.33', '33.34'])).toEqual(['33.33', '33.33', '33.34'])
})

test('sums that binary fractions get wrong are right', () => {
  expect([sumOf(['0.10', '0.20']), minus('0.30', '0.10'), sumOf([])]).toEqual(['0.30', '0.20', '0.00'])
  expect([exceeds('30000.01', '30000'), exceeds('30000.00', '30000')]).toEqual([true, false])
})

test('what is no decimal is a mistake of the program', () => {
  for (const text of ['1e9', '', '1.234', '١٢', ' 1', 'NaN']) expect(() => hundredths(text)).toThrow('at most two decimals')
  expect(() => partsOf('10.00', ['70', '20'])).toThrow('add up to 100')
})
