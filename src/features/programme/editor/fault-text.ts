/** A fault of an edition in a sentence: kinds, types and dates as people read them, never as a program keeps them. */
import type { EditionFault } from '../../../domain/edition-fault.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { questionOf } from '../../../domain/form-edit.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatWall, isDate } from '../../../platform/time/time.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import { words as programmeWords } from '../words/index.ts'
import { calledIn } from './condition.ts'
import { ringText } from './ring-text.ts'
import { words as editorWords } from './words/index.ts'

type Said = Pick<EditionFault, 'code' | 'details'> & Partial<Pick<EditionFault, 'path'>> & { readonly missing?: boolean }

/** An example of a year where the edition has none yet. */
const SOME_YEAR = 2025

/**
 * The sentence; of a value that is not well written, what it should look like, and of one that stands in a field with a
 * sentence of its own (a language, a list of answers), that sentence. What is not written yet is asked for, not called
 * wrong. Over a draft (`around`), questions and answers are told by their wording, not their code.
 */
export function faultText(said: Said, language: Language, around?: EditionDocument): string {
  const { path = '', code, details } = said
  if (code === 'condition-ring') return ringText(details, language, around)
  const t = programmeWords(language)
  const key = keysOf(said, around).find((one) => t.has(one)) ?? `fault.${code}`
  const read = Object.entries(details).map(([name, value]) => [name, readable({ path, code, details }, name, value, language)])
  const year = String(around?.edition.year ?? SOME_YEAR)
  return t.any(key, { year, ...Object.fromEntries(read), ...namedAround(said, language, around) })
}

/** The keys that may tell it, the most telling first. */
function keysOf({ path = '', code, details, missing }: Said, around: EditionDocument | undefined): readonly string[] {
  const shaped = details.form === undefined ? code : `${code}-${details.form}`
  const field = `${code}-${/\.(\w+)$/.exec(path)?.[1]}`
  const of = details.name === undefined ? [] : [`${code}-of`]
  // A draft holds numbers as the editor reads them: their form is not the writer's doing.
  const written = around === undefined ? [] : [`written-${shaped}`]
  const unwritten = missing === true ? [`unwritten-${field}`, `unwritten-${shaped}`] : []
  return [...unwritten, ...written, ...of, shaped, field].filter((one) => one !== code).map((one) => `fault.${one}`)
}

/** What the edition itself calls the questions and answers a fault names. */
function namedAround({ code, details }: Said, language: Language, around: EditionDocument | undefined): Readonly<Record<string, string>> {
  const t = programmeWords(language)
  const quoted = (text: string): string => t('fault.quoted', { text })
  if (code === 'expression-unknown-code' && details.name !== undefined) {
    const name = String(details.name)
    const called = around === undefined ? null : calledIn(around, language)
    const codes = answersNamed(String(details.codes).split(', '), (one) => called?.codeOf(name, one) ?? one)
    return {
      name: quoted(called?.nameOf(name) ?? name),
      codes: codes.join(language === 'ar' ? '، ' : ', '),
    }
  }
  if (details.question === undefined) return {}
  const asked = String(details.question)
  return { question: quoted(questionName(asked, language, around)), code: asked }
}

/** What answers are called; those that stand under another code as well are not named by it. */
function answersNamed(codes: readonly string[], nameOf: (code: string) => string): readonly string[] {
  const named = codes.filter((code) => nameOf(code) !== code).map(nameOf)
  return named.length === 0 ? codes : [...new Set(named)]
}

/** The wording of a question; of one that every form asks, the usual one where this form has none. */
function questionName(code: string, language: Language, around: EditionDocument | undefined): string {
  const question = around === undefined ? undefined : questionOf(around.form, code)
  const label = question === undefined ? '' : inLanguage(question.label, language).text
  if (label !== '') return label
  const t = editorWords(language)
  return t.has(`first.${code}`) ? t.any(`first.${code}`) : code
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

function readable({ path = '', code, details }: Said, name: string, value: string | number, language: Language): string | number {
  // A year is no quantity: its thousands are not set apart.
  if (typeof value === 'number') return path.endsWith('.year') ? String(value) : value
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
