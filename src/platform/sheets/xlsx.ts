/** XLSX: text stays text, figures are figures, days are days; nothing is ever a formula. */
import write, { type CellObject } from 'write-excel-file/node'
import { type Cell, type Column, day, decimal, plainText, type Sheet, wall } from './sheet.ts'

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Columns run from right to left: for Arabic. */
  readonly rtl?: boolean
  /** Zone whose clocks instants are shown by: a sheet knows no zones. */
  readonly zone?: string
}

/** Limits of the format (ECMA-376, part 1, and Excel's own): beyond them the file is called damaged. */
const LONGEST_TEXT = 32_767
const MOST_ROWS = 1_048_575
const LONGEST_NAME = 31

const DATE = 'yyyy-mm-dd'
const MOMENT = 'yyyy-mm-dd hh:mm:ss'

/** Cells stand in a sheet as if in UTC: the day or wall time that is to be read. */
function dated(iso: string): Date {
  return new Date(`${iso}Z`)
}

function object(cell: Cell | undefined, column: Column, zone: string): CellObject | null {
  if (cell === null || cell === undefined) return null
  switch (column.kind ?? 'text') {
    case 'number':
      return { type: Number, value: Number(decimal(cell)) }
    case 'money':
      return { type: Number, value: Number(decimal(cell)), format: '#,##0.00' }
    case 'day':
      return { type: Date, value: dated(`${day(cell)}T00:00:00`), format: DATE }
    case 'instant':
      return { type: Date, value: dated(wall(cell, zone).toPlainDateTime().toString({ smallestUnit: 'second' })), format: MOMENT }
    case 'truth':
      return { type: Boolean, value: cell === true }
    default:
      return { type: String, value: shortened(plainText(String(cell))) }
  }
}

/** A text as long as a cell may hold. */
export function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…` : text
}

/** As wide as its longest cell among the first hundred, within what a screen holds. */
function width(sheet: Sheet, at: number): number {
  const column = sheet.columns[at] as Column
  if (column.kind === 'instant') return 20
  const lengths = sheet.rows.slice(0, 100).map((row) => String(row[at] ?? '').length)
  return Math.min(50, Math.max(8, column.label.length, ...lengths) + 2)
}

/** Names as the format allows them: 31 characters, none of []/\:*?, no apostrophe at an end, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, at) => {
    const plain =
      plainText(name)
        .replace(/[[\]/\\:*?\r\n\t]+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || String(at + 1)
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` (${number})`
      const candidate =
        plain
          .slice(0, LONGEST_NAME - end.length)
          .toWellFormed()
          .trim() + end
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

/** The file of a workbook. Labels are bold and stay in sight. Throws when a sheet has more rows than the format holds, or a cell is not of its column's kind. */
export async function writeXlsx({ sheets, rtl = false, zone = 'UTC' }: Workbook): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const written = sheets.map((sheet, index) => {
    if (sheet.rows.length > MOST_ROWS) throw new RangeError(`a sheet holds ${MOST_ROWS} rows at most`)
    const labels: CellObject[] = sheet.columns.map(({ label }) => ({ type: String, value: shortened(plainText(label)), fontWeight: 'bold' }))
    return {
      sheet: names[index] as string,
      data: [labels, ...sheet.rows.map((row) => sheet.columns.map((column, at) => object(row[at], column, zone)))],
      columns: sheet.columns.map((_, at) => ({ width: width(sheet, at) })),
      stickyRowsCount: 1,
      rightToLeft: rtl,
    }
  })
  return new Uint8Array(await write(written).toBuffer())
}
