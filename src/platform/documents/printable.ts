/**
 * Makes any data printable: text that people typed may hold halves of characters, control characters, writing-direction
 * overrides and characters that no font has. None of them may break a document or change the order of what stands beside.
 */
import { readFileSync } from 'node:fs'
import { contained } from '../isolate.ts'
import { coverageOf } from './coverage.ts'
import { faces } from './place.ts'

const REPLACEMENT = '\ufffd'
/** Controls, byte order mark, interlinear marks. */
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb]/g
const UNPRINTED = /^\p{Default_Ignorable_Code_Point}$/u
const FORBIDDEN = /^[\p{Co}\p{Noncharacter_Code_Point}]$/u

let covered: Set<number> | undefined

function coverage(): Set<number> {
  if (covered === undefined) {
    covered = new Set<number>([0x0a])
    for (const face of faces) for (const point of coverageOf(readFileSync(face))) covered.add(point)
  }
  return covered
}

/**
 * Text as a document can print it: whole characters, one kind of line break, balanced isolates, no overrides.
 * A character that no font of ours has becomes U+FFFD: a reader sees that something stood there.
 */
export function printableText(text: string): string {
  const known = coverage()
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNWANTED, '')
  let printed = ''
  for (const character of contained(plain)) {
    const point = character.codePointAt(0) as number
    if (known.has(point) && !FORBIDDEN.test(character)) printed += character
    else if (!UNPRINTED.test(character)) printed += REPLACEMENT
    else if (point >= 0x2066 && point <= 0x2069) printed += character
  }
  return printed
}

/** Data and the files it holds: every `bytes` is taken out, and its holder gets the name under which the file will be found. */
export interface Printable {
  readonly data: unknown
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Walks plain data (objects, arrays, strings, numbers, booleans, null), cleans each string and takes the pictures out. */
export function printable(data: unknown): Printable {
  const files = new Map<string, Uint8Array>()
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return printableText(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([, held]) => held !== undefined)
    const copy: Record<string, unknown> = {}
    for (const [key, held] of entries) {
      if (held instanceof Uint8Array) {
        copy.name = `picture-${files.size + 1}`
        files.set(copy.name as string, held)
      } else copy[key] = walk(held)
    }
    return copy
  }
  return { data: walk(data), files }
}
