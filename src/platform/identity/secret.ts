/** Secrets a person carries: session tokens, mailed links and codes. Only their SHA-256 is ever stored. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits, as text for an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Eight digits in two groups, easy to read from a phone and type on another: 26 bits, tried few times and for a short while only. */
export function newCode(): string {
  return String(randomInt(0, 100_000_000)).padStart(8, '0')
}

export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest()
}

/** Compares in constant time. */
export function sameSecret(secret: string, hash: Buffer): boolean {
  const own = secretHash(secret)
  return own.length === hash.length && timingSafeEqual(own, hash)
}
