/** A fault of an edition in a sentence: kinds, types and dates as people read them, never as a program keeps them. */
import type { EditionFault } from '../../../domain/edition-fault.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatWall, isDate } from '../../../platform/time/time.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import { words as programmeWords } from '../words/index.ts'
import { words as editorWords } from './words/index.ts'

type Said = Pick<EditionFault, 'code' | 'details'> & Partial<Pick<EditionFault, 'path'>>

/** What a sentence may take from the edition itself: the wording of its questions, its year. */
type Around = Pick<EditionDocument, 'form'> & { readonly edition: Pick<EditionDocument['edition'], 'year'> }

/** An example of a year where the edition has none yet. */
const SOME_YEAR = 2025

/**
 * The sentence; of a value that is not well written, what it should look like, and of one that stands in a field with a
 * sentence of its own (a language, a list of answers), that sentence. Questions are told by their wording, not their code.
 */
export function faultText({ path = '', code, details }: Said, language: Language, around?: Around): string {
  const t = programmeWords(language)
  const keys = [`fault.${code}-${details.form}`, `fault.${code}-${/\.(\w+)$/.exec(path)?.[1]}`]
  const key = keys.find((one) => t.has(one)) ?? `fault.${code}`
  const read = Object.entries(details).map(([name, value]) => [name, readable({ code, details }, name, value, language)])
  const year = String(around?.edition.year ?? SOME_YEAR)
  const ring = code === 'condition-ring' && around !== undefined ? { questions: ringText(String(details.questions), around, language) } : {}
  return t.any(key, { year, ...Object.fromEntries(read), ...ring })
}

/** 'team_size → link' with the wording of each question. */
function ringText(codes: string, { form }: Around, language: Language): string {
  const says = (code: string): string => {
    const question = form.sections.flatMap((section) => section.questions).find((one) => one.code === code)
    return programmeWords(language)('fault.quoted', { text: (question && inLanguage(question.label, language).text) || code })
  }
  return codes
    .split(' → ')
    .map(says)
    .join(language === 'ar' ? ' ← ' : ' → ')
}

const MONEY = new Set(['ceiling', 'envelope', 'seed', 'limit'])

/** Which words tell what a detail names. */
const NAMED: Readonly<Record<string, 'type' | 'kind' | 'attribute' | 'value-kind' | 'mode'>> = {
  'type expected': 'type',
  'not-for-kind kind': 'kind',
  'not-for-mode mode': 'mode',
  'core-question-kind expected': 'kind',
  'unknown-value attribute': 'attribute',
  'quota-minimums attribute': 'attribute',
  'quota-maximums attribute': 'attribute',
  'quotas-cross attribute': 'attribute',
  'quotas-cross other': 'attribute',
  'expression-kind-expected found': 'value-kind',
  'expression-kind-expected wanted': 'value-kind',
  'expression-not-comparable one': 'value-kind',
  'expression-not-comparable other': 'value-kind',
  'expression-no-order found': 'value-kind',
}

function readable({ code, details }: Said, name: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value
  const list = NAMED[`${code} ${name}`]
  if (list !== undefined) {
    const t = editorWords(language)
    return t.has(`${list}.${value}`) ? t.any(`${list}.${value}`) : value
  }
  if (MONEY.has(name)) return formatMoney(value, String(details.currency ?? ''), language)
  return dated(value, language)
}

/** A day or a wall time in words; anything else as it is. */
export function dated(value: string, language: Language): string {
  if (isDate(value)) return formatDate(value, language, 'long')
  return /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && isDate(value.slice(0, 10)) ? formatWall(value, language, 'long') : value
}
