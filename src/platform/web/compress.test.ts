import { expect, test } from 'vitest'
import { namesGzip } from './compress.ts'

test.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8, *;q=0.1', 'GZIP', 'gzip;q=0.001'])('"%s" takes gzip', (accepted) => {
  expect(namesGzip(accepted)).toBe(true)
})

test.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])('"%s" does not', (accepted) => {
  expect(namesGzip(accepted)).toBe(false)
})
