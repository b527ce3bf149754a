/** Printing a text whose figures are tokens: pieces of text and of figures, each figure with what it prints here. */
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Language } from '../../domain/language.ts'
import { formatMoney, formatNumber } from '../../platform/words/format.ts'
import type { Unit } from './indicators/indicator.ts'
import type { FigureValue } from './views.ts'
import { ARGUMENT, LITERAL, PLURAL, POUND, readText, referenceOfName } from './text.ts'

/** A value to print: a canonical decimal. `currency` is read when it is money. */
export interface PrintedFigure {
  readonly value: string
  readonly unit: Unit
  readonly currency: string
}

/** Figures of a publication, ready to be printed. */
export function printedOf(figures: readonly FigureValue[]): ReadonlyMap<string, PrintedFigure> {
  return new Map(figures.map(({ reference, value, unit, edition }) => [reference, { value, unit, currency: edition.currency }]))
}

export interface Piece {
  readonly text: string
  /** The figure this piece prints; null for plain text. */
  readonly reference: string | null
}

/** A value as the reader sees it: `18`, `501 000 MAD`. */
export function writeValue({ value, unit, currency }: PrintedFigure, language: Language): string {
  return unit === 'money' ? formatMoney(value, currency, language) : formatNumber(value, language)
}

/** A paragraph in pieces. A figure that is not known prints its reference: a text with faults can still be looked at. */
export function printText(source: string, language: Language, figures: ReadonlyMap<string, PrintedFigure>): Piece[] {
  const { elements, faults } = readText(source, language)
  if (faults.some(({ code }) => code === 'bad-syntax')) return [{ text: source, reference: null }]
  return joined(elements.flatMap((element) => print(element, language, figures, null)))
}

/** The same as one text. */
export function printPlain(source: string, language: Language, figures: ReadonlyMap<string, PrintedFigure>): string {
  return printText(source, language, figures)
    .map(({ text }) => text)
    .join('')
}

const rules = new Map<Language, Intl.PluralRules>()

function formOf(value: string, language: Language): string {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known.select(Number(value))
}

/** `counted` is the figure of the plural around, which `#` prints. */
function print(
  element: MessageFormatElement,
  language: Language,
  figures: ReadonlyMap<string, PrintedFigure>,
  counted: { reference: string; value: string } | null,
): Piece[] {
  if (element.type === LITERAL) return [{ text: element.value, reference: null }]
  if (element.type === POUND) {
    const figure = counted === null ? undefined : figures.get(counted.reference)
    if (counted === null || figure === undefined) return [{ text: '#', reference: counted?.reference ?? null }]
    return [{ text: writeValue({ ...figure, value: counted.value }, language), reference: counted.reference }]
  }
  if (element.type !== ARGUMENT && element.type !== PLURAL) return []
  const reference = referenceOfName(element.value)
  const figure = figures.get(reference)
  if (element.type === ARGUMENT) return [{ text: figure === undefined ? reference : writeValue(figure, language), reference }]
  const value = figure?.value ?? '0'
  const option = element.options[`=${Number(value)}`] ?? element.options[formOf(value, language)] ?? element.options.other
  if (figure === undefined || option === undefined) return [{ text: reference, reference }]
  const pieces = option.value.flatMap((one) => print(one, language, figures, { reference, value }))
  // «جولتان» prints no digit: the words themselves are then the figure.
  return pieces.some((piece) => piece.reference === reference) ? pieces : [{ text: pieces.map(({ text }) => text).join(''), reference }]
}

/** Neighbouring pieces of plain text as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (piece.reference === null && last?.reference === null) found[found.length - 1] = { text: last.text + piece.text, reference: null }
    else found.push(piece)
  }
  return found
}
