/**
 * Reading a text whose figures are tokens: `{F-013}` prints the figure, `{F-013, plural, one {# projet} other {# projets}}`
 * agrees with it (`#` prints it). ICU messages without anything else: what is printed is text and figures.
 */
import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser'
import type { CommuniqueText, TextFault } from '../../domain/communique.ts'
import { isReference } from '../../domain/figure.ts'
import type { Language } from '../../domain/language.ts'

/** Types of elements the parser answers (its enum TYPE). */
export const LITERAL = 0
export const ARGUMENT = 1
export const PLURAL = 6
export const POUND = 7

/** Forms a plural must have. French has a rare `many` (a million), which one may leave out. */
const FORMS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  fr: ['one', 'other'],
  en: ['one', 'other'],
}

type Found = Pick<TextFault, 'code' | 'position' | 'about'>

export interface TextReading {
  readonly elements: readonly MessageFormatElement[]
  /** References in the order in which they first stand. */
  readonly references: readonly string[]
  readonly faults: readonly Found[]
}

/** A dash is no letter of an ICU name: an underscore of the same length stands for it, so that positions stay. */
const TOKEN = /(\{\s*F)-(\d{3,4}\s*[,}])/g

/** The reference of a name of the parsed text: 'F_013' is 'F-013'. */
export function referenceOfName(name: string): string {
  return name.replace('_', '-')
}

/** Reads one paragraph. A text that cannot be parsed has one fault and no elements. */
export function readText(source: string, language: Language): TextReading {
  const references = new Set<string>()
  const faults: Found[] = []
  try {
    const elements = parse(source.replace(TOKEN, '$1_$2'), { ignoreTag: true, captureLocation: true, requiresOtherClause: false })
    walk(elements, language, references, faults)
    return { elements, references: [...references], faults }
  } catch (error) {
    return { elements: [], references: [], faults: [{ code: 'bad-syntax', position: placeOf(error), about: '' }] }
  }
}

/** Where the parser stopped, counted from 1. */
function placeOf(error: unknown): number {
  const { location } = error as { location?: { start?: { offset?: number } } }
  return (location?.start?.offset ?? 0) + 1
}

const position = (element: MessageFormatElement): number => (element.location?.start.offset ?? 0) + 1

function walk(elements: readonly MessageFormatElement[], language: Language, references: Set<string>, faults: Found[]): void {
  for (const element of elements) {
    if (element.type === LITERAL || element.type === POUND) continue
    const reference = 'value' in element ? referenceOfName(String(element.value)) : ''
    if ((element.type !== ARGUMENT && element.type !== PLURAL) || !isReference(reference)) {
      faults.push({ code: 'not-a-figure', position: position(element), about: reference.slice(0, 40) })
      continue
    }
    references.add(reference)
    if (element.type !== PLURAL) continue
    const options = Object.keys(element.options)
    const foreign = options.filter((form) => !/^(?:zero|one|two|few|many|other|=\d+)$/.test(form))
    // An offset or an ordinal would print something else than the figure.
    if (foreign.length > 0 || element.offset !== 0 || element.pluralType !== 'cardinal')
      faults.push({ code: 'bad-syntax', position: position(element), about: '' })
    const missing = FORMS[language].filter((form) => !options.includes(form))
    if (missing.length > 0) faults.push({ code: 'missing-plural', position: position(element), about: missing.join(', ') })
    for (const option of Object.values(element.options)) walk(option.value, language, references, faults)
  }
}

/**
 * A straight apostrophe is a quote to ICU and would swallow the token after it: it becomes the one that is printed. In
 * French the space inside guillemets and before : ; ? and ! never breaks.
 */
export function typeset(source: string, language: Language): string {
  const quoted = source.replaceAll("'", '’')
  return language === 'fr' ? quoted.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0') : quoted
}

export function typesetAll({ title, body }: CommuniqueText): CommuniqueText {
  const each = <Value>(of: (language: Language) => Value) => ({ ar: of('ar'), fr: of('fr'), en: of('en') })
  return { title: each((one) => typeset(title[one], one)), body: each((one) => body[one].map((line) => typeset(line, one))) }
}
