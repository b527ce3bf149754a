/** Where files lie: bytes under a generated name. Who may read them, what they are called and what they are is in the database. */

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
}

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

/** Refuses any name that `put` did not generate, so that no name leads out of the store. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new TypeError('not a name of this store')
  return key
}
