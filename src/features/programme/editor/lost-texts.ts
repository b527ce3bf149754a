/** What a form held that a draft did not take any more: found again in what was sent, so that nothing typed is lost. */
import { isLanguage, type Language } from '../../../domain/language.ts'
import { type Body, cleanText } from '../../../platform/input/form.ts'
import { ROWS_SUFFIX } from './pasted-rows.ts'

export interface LostText {
  /** Null for what is in no language: rows of a table, an expression. */
  readonly language: Language | null
  readonly text: string
}

/** Fields besides the texts in three languages that somebody writes at length. */
const LONG = [ROWS_SUFFIX, '.when', '.holds']

/** The texts that were sent and stand nowhere in the document, in the order of the form. */
export function lostTexts(body: Body, document: unknown): readonly LostText[] {
  const kept = new Set(textsIn(document))
  return Object.entries(body).flatMap(([name, sent]): readonly LostText[] => {
    const language = name.slice(name.lastIndexOf('.') + 1)
    const text = typeof sent === 'string' ? cleanText(sent) : ''
    if (text === '' || kept.has(text)) return []
    if (isLanguage(language)) return [{ language, text }]
    return LONG.some((suffix) => name.endsWith(suffix)) ? [{ language: null, text }] : []
  })
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
