/** CSV after RFC 4180, in UTF-8 with the byte order mark without which Excel misreads Arabic and accents. */
import { type Cell, type Column, day, decimal, plainText, type Sheet, wall } from './sheet.ts'

const MARK = '\ufeff'
/** Spreadsheets take a cell that begins so for a formula; full-width and small forms too, hence the comparison in NFKC. */
const FORMULA = /^[=+\-@\t\r\n\0]/
/** Every separator that some spreadsheet somewhere takes for the end of a cell. */
const SEPARATING = /[",;\t\r\n]/

/** Text that no spreadsheet runs: one that could be a formula gets an apostrophe before it (ASVS 1.2.10); phone numbers in +212 do too. */
export function inertText(text: string): string {
  const plain = plainText(text)
  return FORMULA.test(text) || FORMULA.test(plain.slice(0, 2).normalize('NFKC')) ? `'${plain}` : plain
}

function quoted(text: string): string {
  return SEPARATING.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function field(cell: Cell | undefined, column: Column, zone: string): string {
  if (cell === null || cell === undefined) return ''
  switch (column.kind ?? 'text') {
    case 'number':
    case 'money':
      return decimal(cell)
    case 'day':
      return day(cell)
    case 'instant':
      return wall(cell, zone).toString({ smallestUnit: 'second', timeZoneName: 'never' })
    case 'truth':
      return String(cell === true)
    default:
      return quoted(inertText(String(cell)))
  }
}

/**
 * The file of one sheet, its labels in the first line. Figures have a point and no grouping, days are ISO, instants
 * ISO with the offset of the zone: a file for programs as much as for people.
 */
export function writeCsv(sheet: Pick<Sheet, 'columns' | 'rows'>, zone = 'UTC'): Uint8Array {
  const lines = sheet.rows.map((row) => line(sheet.columns, row, zone))
  return new TextEncoder().encode(`${MARK}${[labels(sheet.columns), ...lines].join('')}`)
}

/** The same in parts, for a sheet too long to be held. */
export async function* csvParts(
  columns: readonly Column[],
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
  zone: string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(MARK + labels(columns))
  for await (const some of rows) yield encoder.encode(some.map((row) => line(columns, row, zone)).join(''))
}

function labels(columns: readonly Column[]): string {
  return `${columns.map(({ label }) => quoted(inertText(label))).join(',')}\r\n`
}

function line(columns: readonly Column[], row: readonly Cell[], zone: string): string {
  return `${columns.map((column, at) => field(row[at], column, zone)).join(',')}\r\n`
}
