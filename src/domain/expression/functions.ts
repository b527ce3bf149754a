/** The functions of the expression language: what each takes, what it gives, and how it is worked out. */
import { ageOn, daysBetween } from '../date.ts'
import { countCharacters, countWords } from '../length.ts'
import { type Decimal, roundTo, wholeDecimal } from './decimal.ts'
import type { Kind, SingleKind } from './expression.ts'
import type { SingleValue, Value } from './value.ts'

/** What may stand in a place. `same`: as the place before it of that mark. */
export type Taken = 'any' | 'number' | 'text' | 'day' | 'truth' | 'same' | 'several' | 'number-column' | 'ordered-column'

export interface ExpressionFunction {
  /** One for each place; the last may repeat. */
  readonly takes: readonly Taken[]
  readonly repeats?: true
  readonly gives: (given: readonly Kind[]) => Kind
  /** Works on unknown values too; others are unknown as soon as one of their arguments is. */
  readonly seesUnknown?: true
  readonly work: (given: readonly Value[]) => Value
}

const NUMBER: Kind = { is: 'number' }
const TRUTH: Kind = { is: 'truth' }

const columnOf = (kind: Kind | undefined): SingleKind => (kind?.is === 'column' ? kind.of : { is: 'number' })
const cells = (value: Value | undefined): SingleValue[] => ((value ?? []) as readonly SingleValue[]).filter((cell) => cell !== null)

function furthest(cellsOf: readonly SingleValue[], sign: 1 | -1): SingleValue {
  return cellsOf.reduce<SingleValue>(
    (best, cell) => (best === null || (sign === 1 ? (cell as bigint) > (best as bigint) : (cell as bigint) < (best as bigint)) ? cell : best),
    null,
  )
}

export const FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  answered: {
    takes: ['any'],
    gives: () => TRUTH,
    seesUnknown: true,
    work: ([value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  },
  /** The first that is known. */
  first: {
    takes: ['any', 'same'],
    repeats: true,
    gives: ([kind]) => kind as Kind,
    seesUnknown: true,
    work: (given) => given.find((value) => value !== null) ?? null,
  },
  if: {
    takes: ['truth', 'any', 'same'],
    gives: ([, kind]) => kind as Kind,
    seesUnknown: true,
    work: ([truth, then, other]) => (truth === null ? null : ((truth === true ? then : other) ?? null)),
  },
  /** Codes chosen, lines of a table, cells of a column that are filled in. */
  count: { takes: ['several'], gives: () => NUMBER, work: ([value]) => wholeDecimal(cells(value).length) },
  sum: { takes: ['number-column'], gives: () => NUMBER, work: ([value]) => (cells(value) as Decimal[]).reduce((sum, one) => sum + one, 0n) },
  least: { takes: ['ordered-column'], gives: ([kind]) => columnOf(kind), work: ([value]) => furthest(cells(value), -1) },
  greatest: { takes: ['ordered-column'], gives: ([kind]) => columnOf(kind), work: ([value]) => furthest(cells(value), 1) },
  min: { takes: ['number'], repeats: true, gives: () => NUMBER, work: (given) => furthest(given as SingleValue[], -1) },
  max: { takes: ['number'], repeats: true, gives: () => NUMBER, work: (given) => furthest(given as SingleValue[], 1) },
  /** To so many decimals, half away from zero. */
  round: {
    takes: ['number', 'number'],
    gives: () => NUMBER,
    work: ([value, places]) => roundTo(value as Decimal, Number((places as Decimal) / wholeDecimal(1))),
  },
  words: { takes: ['text'], gives: () => NUMBER, work: ([text]) => wholeDecimal(countWords(text as string)) },
  characters: { takes: ['text'], gives: () => NUMBER, work: ([text]) => wholeDecimal(countCharacters(text as string)) },
  /** Whole years from a birth date to a day. */
  age: { takes: ['day', 'day'], gives: () => NUMBER, work: ([birth, on]) => wholeDecimal(ageOn(birth as string, on as string)) },
  /** Days from one day to another. */
  days: { takes: ['day', 'day'], gives: () => NUMBER, work: ([from, to]) => wholeDecimal(daysBetween(from as string, to as string)) },
}
