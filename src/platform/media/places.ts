/**
 * Where a film or a sound was made, as phones write it beside it: Android in `©xyz` (QuickTime user data) and `loci`
 * (3GPP TS 26.244, 8.8), iPhones under a key of their own, editors in XMP. Found, and blanked where the content is handed
 * on: nothing else moves, so that it plays as before.
 */
import { open } from 'node:fs/promises'
import { Bytes } from './bytes.ts'

export interface Span {
  readonly at: number
  readonly length: number
}

const BOXED = /^(?:video\/(?:mp4|quicktime|3gpp)|audio\/mp4)$/
const OPENED = new Set(['moov', 'trak', 'udta', 'mdia', 'meta', 'ilst'])
const XMP = 'be7acfcb97a942e89c71999491e3afac'
/** A table of contents is held whole: of hours of film it is some megabytes. */
const MOST_HELD = 32_000_000
const MOST_BOXES = 200_000

/** The bytes that tell a place; none for a type that has no boxes. */
export async function placesIn(path: string, mediaType: string): Promise<Span[]> {
  if (!BOXED.test(mediaType)) return []
  const file = await open(path)
  try {
    const bytes = new Bytes(file, (await file.stat()).size)
    const spans: Span[] = []
    let at = 0
    for (let boxes = 0; boxes < MOST_BOXES; boxes++) {
      const head = await bytes.read(at, 16)
      if (head === null) break
      const size = head.readUInt32BE(0)
      const length = size === 1 ? Number(head.readBigUInt64BE(8)) : size === 0 ? bytes.size - at : size
      if (length < 8) break
      const name = head.toString('latin1', 4, 8)
      if (['moov', 'meta', 'udta', 'uuid'].includes(name) && length <= MOST_HELD) {
        const whole = await bytes.read(at, Math.min(length, bytes.size - at))
        if (whole !== null) spans.push(...placesOf(whole, at))
      }
      at += length
    }
    return spans
  } finally {
    await file.close()
  }
}

/** In the boxes of `held`, which begins at `base` in the file. */
function placesOf(held: Buffer, base: number, keys: readonly string[] = []): Span[] {
  const spans: Span[] = []
  let known = keys
  for (let at = 0; at + 8 <= held.length; ) {
    const size = held.readUInt32BE(at)
    const length = size === 0 ? held.length - at : size
    if (length < 8 || at + length > held.length) break
    const name = held.toString('latin1', at + 4, at + 8)
    const body = held.subarray(at + 8, at + length)
    const here = { at: base + at + 8, length: length - 8 }
    if (name === 'keys') known = keysIn(body)
    if (tellsPlace(name, body, held.readUInt32BE(at + 4), known)) spans.push(here)
    else if (OPENED.has(name)) {
      // In MP4 `meta` has a version before its boxes, in QuickTime it has none.
      const versioned = name === 'meta' && body.length >= 8 && body.readUInt32BE(0) === 0 ? 4 : 0
      spans.push(...placesOf(body.subarray(versioned), here.at + versioned, known))
    }
    at += length
  }
  return spans
}

function tellsPlace(name: string, body: Buffer, item: number, keys: readonly string[]): boolean {
  if (name === '\u00a9xyz' || name === 'loci' || name === 'XMP_') return true
  if (name === 'uuid') return body.toString('hex', 0, 16) === XMP
  return /location|gps/i.test(keys[item - 1] ?? '')
}

/** Names of what stands in `ilst`, which has their ranks for names (QuickTime File Format, metadata). */
function keysIn(body: Buffer): string[] {
  const names: string[] = []
  for (let at = 8; at + 8 <= body.length; ) {
    const length = body.readUInt32BE(at)
    if (length < 8 || at + length > body.length) break
    names.push(body.toString('latin1', at + 8, at + length))
    at += length
  }
  return names
}

/** The content with these bytes as zeros. */
export async function* blanked(content: AsyncIterable<Uint8Array>, spans: readonly Span[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const piece of content) {
    const copy = new Uint8Array(piece)
    for (const span of spans) copy.fill(0, Math.max(0, span.at - at), Math.max(0, span.at + span.length - at))
    at += copy.length
    yield copy
  }
}
