import { createHash } from 'node:crypto'

/**
 * The stable UUID (version 8, "custom", RFC 9562) of a record of the demo world, from its readable key ('e2-app-017').
 * The same key gives the same id on every machine and in every run.
 */
export function idOf(key: string): string {
  const hex = createHash('sha256').update(`kawaliss-demo:${key}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/** Two or three digits with leading zeros, for keys that sort as they count. */
export function padded(number: number, digits = 3): string {
  return String(number).padStart(digits, '0')
}
