/** A table to take away, whether as XLSX or CSV. Its cells are values; each column says of what kind. */

/** A cell; null is empty. What each kind takes is said at `Column`. */
export type Cell = string | number | boolean | Date | null

export interface Column {
  readonly label: string
  /**
   * text (a string, the default); number (a number, or a decimal as text); money (the same, two decimals);
   * day ('YYYY-MM-DD'); instant (a Date, shown as wall time of the workbook's zone); truth (a boolean).
   */
  readonly kind?: 'text' | 'number' | 'money' | 'day' | 'instant' | 'truth'
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  /** As many cells as columns. */
  readonly rows: readonly (readonly Cell[])[]
}

const DECIMAL = /^-?\d+(\.\d+)?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** XML and spreadsheets hold no other controls than these: tab, line feed, carriage return. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** Text without the characters that no file may hold. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '')
}

/** A decimal as it is written everywhere in data: digits, a point. Throws on anything else, so that a word never passes for a figure. */
export function decimal(cell: Cell): string {
  if (typeof cell === 'number' && Number.isFinite(cell)) {
    const text = String(cell)
    return DECIMAL.test(text) ? text : cell.toFixed(20).replace(/\.?0+$/, '')
  }
  if (typeof cell === 'string' && DECIMAL.test(cell)) return cell
  throw new TypeError('a figure is a finite number or a decimal as text')
}

/** A day as 'YYYY-MM-DD'. Throws on anything else. */
export function day(cell: Cell): string {
  if (typeof cell === 'string' && DAY.test(cell)) return Temporal.PlainDate.from(cell).toString()
  throw new TypeError("a day is 'YYYY-MM-DD'")
}

/** An instant at the clocks of a zone. Throws when the cell is no Date. */
export function wall(cell: Cell, zone: string): Temporal.ZonedDateTime {
  if (cell instanceof Date) return Temporal.Instant.fromEpochMilliseconds(cell.getTime()).toZonedDateTimeISO(zone)
  throw new TypeError('an instant is a Date')
}
