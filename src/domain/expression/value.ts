/** Values while an expression is worked out. Null is unknown: not answered yet, or not to be had (a division by nought). */
import type { Decimal } from './decimal.ts'

export type SingleValue = Decimal | string | boolean | null
export type Row = Readonly<Record<string, SingleValue>>
/** A list of strings is several codes; of rows, a table; of single values, a column. */
export type Value = SingleValue | readonly string[] | readonly Row[] | readonly SingleValue[]

/** What each name holds; a name left out is unknown. */
export type Values = Readonly<Record<string, Value>>
