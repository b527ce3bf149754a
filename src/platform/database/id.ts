/** Ids are made in the app: UUID version 7 (RFC 9562), so that rows written together lie together. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, randomBytes } from 'node:crypto'

const drawn = new AsyncLocalStorage<() => Buffer>()

/** Runs work whose new ids are drawn from a seed instead of at random: the same work then writes the same ids on every machine. For the demo world and tests only. */
export function withSeededIds<Value>(seed: string, work: () => Promise<Value>): Promise<Value> {
  let count = 0
  return drawn.run(
    () =>
      createHash('sha256')
        .update(`${seed}:${(count += 1)}`)
        .digest()
        .subarray(0, 16),
    work,
  )
}

/** A new id. Its first 48 bits are the milliseconds of `at`; the rest is random: an id is not a secret, but cannot be guessed either. */
export function newId(at: Date = new Date()): string {
  const bytes = drawn.getStore()?.() ?? randomBytes(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text from an address has the form of an id; anything else is answered as "not found" without asking the database. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
