import { createHash } from 'node:crypto'

/**
 * The stable UUID of a record of the demo world, from its readable key ('e2-app-017'): SHA-256 of the key with the
 * version (8, "custom", RFC 9562) and variant bits set. The same key gives the same id on every machine and in every run.
 */
export function idOf(key: string): string {
  const bytes = createHash('sha256').update(`kawaliss demo world ${key}`).digest()
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** Two or three digits with leading zeros, for keys that sort as they count. */
export function padded(number: number, digits = 3): string {
  return String(number).padStart(digits, '0')
}
