/** Conditions of a form in words, for whoever reads it before answering. */
import type { EditionFile } from '../../domain/edition.ts'
import type { Language } from '../../domain/language.ts'
import { calledIn } from './editor/condition.ts'
import { explained } from './editor/explain.ts'

/** Says the conditions of the form of this edition, its questions and options by their names. Null for one that cannot be read. */
export function conditionsIn(content: Omit<EditionFile, 'budgetLines'>, language: Language): (condition: string) => string | null {
  const called = calledIn({ ...content, budgetLines: [] }, language)
  return (condition) => explained(condition, called, language)
}
