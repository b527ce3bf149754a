/** The sentence of a refusal, in the words of the feature that gives it, or in ours for those every page knows. */
import type { Language } from '../domain/language.ts'
import type { Refused } from '../domain/result.ts'
import { words } from './words/index.ts'

interface Words {
  has(key: string): boolean
  any(key: string, values?: Readonly<Record<string, unknown>>): string
}

/** `own` are the words of a feature in that language. A code that nobody words is answered as it is: a test finds it first. */
export function refusalIn(own: Words, language: Language): (refusal: Refused) => string {
  const ours = words(language) as unknown as Words
  return ({ code, details }) => {
    const key = `refusal.${code}`
    const worded = [own, ours].find((one) => one.has(key))
    return worded === undefined ? code : worded.any(key, details)
  }
}
