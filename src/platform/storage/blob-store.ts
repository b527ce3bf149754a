/** Where files lie: bytes under a generated name. Who may read them, what they are called and what they are is in the database. */
import { randomBytes } from 'node:crypto'

/** Bytes to store, whole or as they arrive. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>

export interface StoredBlob {
  /** Generated name: 32 hexadecimal digits that say nothing of the content. */
  readonly key: string
  readonly bytes: number
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string
}

export interface PutOptions {
  /** Beyond so many bytes the content is refused with `BlobTooLarge`, counted while it arrives, and nothing is kept. */
  readonly limit?: number
}

export interface Range {
  /** First byte, from 0. */
  readonly start: number
  /** Last byte, included. */
  readonly end: number
}

export interface BlobStore {
  /** Stores content under a new name. Once it resolves, the content survives a power cut. */
  put(content: Content, options?: PutOptions): Promise<StoredBlob>
  /** The content, or a range of it, as a stream; null when there is none under that name. */
  get(key: string, range?: Range): Promise<ReadableStream<Uint8Array> | null>
  /** Size in bytes; null when there is none under that name. */
  stat(key: string): Promise<{ readonly bytes: number } | null>
  /** Removes the content; whether there was any. */
  delete(key: string): Promise<boolean>
  /** Removes what was cut off before it was whole, older than a day at `now`. Answers how many. */
  sweep(now: Date): Promise<number>
}

/** How long what is not whole may wait for the rest of it. */
export const UNFINISHED_FOR = 24 * 60 * 60 * 1000

/** The content went beyond the limit given to `put`. */
export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge'
  readonly limit: number
  constructor(limit: number) {
    super(`more than ${limit} bytes`)
    this.limit = limit
  }
}

const KEY = /^[0-9a-f]{32}$/

/** The store did not answer, or said that it cannot now: the same content may be kept later. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway'
  readonly code = 'STORE_AWAY'
}

/** A name that no content has yet. */
export function newKey(): string {
  return randomBytes(16).toString('hex')
}

/** Refuses any name that `put` did not generate, so that no name leads out of the store. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new TypeError('not a name of this store')
  return key
}
