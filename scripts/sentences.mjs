// What every sentence of a words file must respect. Each check answers complaints in plain English; an empty list is approval.
import { parse } from '@formatjs/icu-messageformat-parser'

/** Categories a plural must name: all six in Arabic, where each changes the noun; CLDR's rare French `many` (a million) is optional. */
const CARDINALS = { ar: ['zero', 'one', 'two', 'few', 'many', 'other'], fr: ['one', 'other'], en: ['one', 'other'] }
const ORDINALS = { ar: ['other'], fr: ['one', 'other'], en: ['one', 'two', 'few', 'other'] }
const OPTIONAL = { ar: [], fr: ['many'], en: [] }

/** The types of elements the parser answers (its enum TYPE). */
const LITERAL = 0
const ARGUMENT = 1
const NUMBER = 2
const DATE = 3
const TIME = 4
const SELECT = 5
const PLURAL = 6
const TAG = 8

/** Complaints about one sentence as it is written: its characters, not its arguments. */
export function spelling(sentence, language) {
  const complaints = language === 'fr' ? frenchSpaces(sentence) : []
  if (sentence.trim() === '') return ['is empty']
  if (sentence !== sentence.trim()) complaints.push('starts or ends with a space')
  if (/ {2}/.test(sentence)) complaints.push('has two spaces in a row')
  if (/[\t\r\n]/.test(sentence)) complaints.push('has a line break or a tab')
  if (/[\u0660-\u0669\u06f0-\u06f9]/.test(sentence)) complaints.push('has Arabic-Indic digits: write Latin ones')
  if (/[!\uff01]/.test(sentence)) complaints.push('has an exclamation mark')
  if (/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u200b\ufeff]/.test(sentence)) complaints.push('has an invisible direction or width mark')
  if (/'(?![{}<>#])/.test(sentence.replace(/'[{}<>#][^']*'/g, ''))) complaints.push("has a straight apostrophe ('): write ’, for ' is ICU's quote")
  if (sentence !== sentence.normalize('NFC')) complaints.push('is not in NFC')
  return complaints
}

/** French sets a space before its high signs. One that may break, or the one missing, leaves a colon alone at the start of a line. */
function frenchSpaces(sentence) {
  const complaints = []
  if (/[ \u202f][:»]|\}(?:»|:(?=\s|$))|«(?!\u00a0)/u.test(sentence)) complaints.push('needs a no-break space (U+00A0) before : and inside « »')
  if (/[ \u00a0][;?]|[\p{L}\d}][;?]/u.test(sentence)) complaints.push('needs a narrow no-break space (U+202F) before ; and ?')
  return complaints
}

/**
 * Reads one sentence: its complaints, and its arguments as a map from name to kind
 * (`number` counted, `choice` chosen by, `text` printed, `tag`).
 */
export function read(sentence, language) {
  const found = { complaints: spelling(sentence, language), arguments: new Map() }
  let ast
  try {
    ast = parse(sentence)
  } catch (error) {
    return { ...found, complaints: [...found.complaints, `is no ICU message: ${error.message}`] }
  }
  walk(ast, language, found, 'no')
  return found
}

/** A name counted anywhere is a number; one that is chosen by and printed is text. */
const STRENGTH = { choice: 0, text: 1, number: 2, tag: 3 }

function note(found, name, kind) {
  const known = found.arguments.get(name)
  if ((kind === 'tag') !== (known === 'tag') && known !== undefined) found.complaints.push(`uses ${name} both as a tag and as an argument`)
  if (known === undefined || STRENGTH[kind] > STRENGTH[known]) found.arguments.set(name, kind)
}

/** `counting`: whether # stands for a number here: `no`, `yes`, or `lost` because a select came between. */
function walk(ast, language, found, counting) {
  for (const element of ast) {
    if (element.type === ARGUMENT) note(found, element.value, 'text')
    if (element.type === NUMBER) {
      note(found, element.value, 'number')
      if (element.style !== undefined && element.style !== null)
        found.complaints.push(`gives {${element.value}} a number style: format it with platform/words/format.ts`)
    }
    if (element.type === DATE || element.type === TIME) found.complaints.push(`formats {${element.value}} as a date: use platform/time/format.ts`)
    if (element.type === LITERAL && counting === 'lost' && element.value.includes('#')) {
      found.complaints.push('has # inside a select inside a plural, where it is no number: write {n}')
    }
    if (element.type === TAG) {
      note(found, element.value, 'tag')
      walk(element.children, language, found, counting)
    }
    if (element.type === PLURAL) plural(element, language, found)
    if (element.type === SELECT) {
      note(found, element.value, 'choice')
      for (const option of Object.values(element.options)) walk(option.value, language, found, counting === 'no' ? 'no' : 'lost')
    }
  }
}

function plural(element, language, found) {
  note(found, element.value, 'number')
  const ordinal = element.pluralType === 'ordinal'
  const wanted = (ordinal ? ORDINALS : CARDINALS)[language]
  const given = Object.keys(element.options).filter((name) => !name.startsWith('='))
  const missing = wanted.filter((name) => !given.includes(name))
  const foreign = given.filter((name) => !wanted.includes(name) && !OPTIONAL[language].includes(name))
  if (missing.length > 0) found.complaints.push(`lacks ${missing.join(', ')} in the plural of ${element.value}`)
  if (foreign.length > 0) found.complaints.push(`has ${foreign.join(', ')} in the plural of ${element.value}, which this language does not know`)
  for (const option of Object.values(element.options)) walk(option.value, language, found, 'yes')
}
