/** The bytes of a file, read a window at a time: a film is asked a few bytes here and there, and never lies in memory. */
import type { FileHandle } from 'node:fs/promises'

const WINDOW = 65_536

export class Bytes {
  readonly size: number
  readonly #file: FileHandle
  #at = 0
  #window: Buffer<ArrayBufferLike> = Buffer.alloc(0)

  constructor(file: FileHandle, size: number) {
    this.#file = file
    this.size = size
  }

  /** These bytes; null when the file ends before. */
  async read(at: number, length: number): Promise<Buffer | null> {
    if (at < 0 || length < 0 || at + length > this.size) return null
    if (at < this.#at || at + length > this.#at + this.#window.length) {
      const window = Buffer.alloc(Math.min(Math.max(length, WINDOW), this.size - at))
      const { bytesRead } = await this.#file.read(window, 0, window.length, at)
      this.#at = at
      this.#window = window.subarray(0, bytesRead)
    }
    const from = at - this.#at
    const found = this.#window.subarray(from, from + length)
    return found.length === length ? found : null
  }
}
