/** How far an edition is written in each language. */
import { isTrilingual } from './edition-difference.ts'
import { pathOf } from './edition-fault.ts'
import type { Language, Trilingual } from './language.ts'

export interface Completeness {
  readonly total: number
  readonly written: number
  /** Paths of the texts that are empty in this language, in the order of the file. */
  readonly missing: readonly string[]
}

/** For each language, how many of the texts of an edition (or of any part of it) are written in it. */
export function completeness(content: unknown): Readonly<Record<Language, Completeness>> {
  const texts = textsIn(content, [])
  const of = (language: Language): Completeness => {
    const missing = texts.filter(({ text }) => text[language].trim() === '').map(({ steps }) => pathOf(steps))
    return { total: texts.length, written: texts.length - missing.length, missing }
  }
  return { ar: of('ar'), fr: of('fr'), en: of('en') }
}

interface Found {
  readonly text: Trilingual
  readonly steps: readonly PropertyKey[]
}

function textsIn(value: unknown, steps: readonly PropertyKey[]): Found[] {
  if (value === null || typeof value !== 'object') return []
  if (isTrilingual(value)) return [{ text: value, steps }]
  if (Array.isArray(value)) return value.flatMap((one, place) => textsIn(one, [...steps, place]))
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...steps, key]))
}
