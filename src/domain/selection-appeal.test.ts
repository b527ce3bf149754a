import { expect, test } from 'vitest'
import { effectOfScore } from './selection-appeal.ts'

test('a new score changes nothing below the pass mark, nor where it is no better than the one that was sealed', () => {
  expect(effectOfScore('59.99', '50.00', '60.00')).toEqual({ is: 'below', mark: '60.00' })
  expect(effectOfScore('70.50', '70.500000', '60.00')).toEqual({ is: 'same', before: '70.500000' })
  expect(effectOfScore('70.00', '70.500000', '60.00')).toEqual({ is: 'lower', before: '70.500000' })
  expect(effectOfScore('60.00', '59.000000', '60.00')).toBeNull()
  expect(effectOfScore('80.00', null, '60.00')).toBeNull()
})
