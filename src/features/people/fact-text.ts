/** A verified value as people write it. */
import { printRib } from '../../domain/identifier.ts'
import type { Language } from '../../domain/language.ts'
import type { Fact } from '../../domain/verification.ts'
import { formatDate, isDate } from '../../platform/time/time.ts'

export function factText(fact: Fact, value: string, language: Language): string {
  if (fact === 'birth-date' && isDate(value)) return formatDate(value, language)
  return fact === 'bank-account' && value.length === 24 ? printRib(value) : value
}
