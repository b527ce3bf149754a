/** What is said of appeals, on pages and over the API. */
import type { Language } from '../../../domain/language.ts'
import type { Refused } from '../../../domain/result.ts'
import { appealSentence } from '../../eligibility/index.ts'
import { words } from '../words/index.ts'

/** Characters of an appeal, of its answer, and of a word about that answer. */
export const LONGEST_APPEAL = 5000

/** A refusal in the words of appeals, or of the selection where it is its own. */
export function appealOr(refusal: Refused, language: Language, zone: string): string {
  const [key, own] = [`refusal.${refusal.code}`, words(language)]
  return own.has(key) ? own.any(key, refusal.details) : appealSentence(refusal, language, zone)
}
