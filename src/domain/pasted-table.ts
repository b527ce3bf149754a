/**
 * Rows of a table as they are copied from a spreadsheet or a document: cells apart by tabs, rows by line ends. A cell
 * that holds a tab or a line end stands in quotes, a quote within it is doubled (what spreadsheets put on the
 * clipboard); a quote that opens a cell and does not end it is a letter like another.
 */
const QUOTED = /"((?:[^"]|"")*)"[ ]*(?=\t|\n|$)/y
const PLAIN = /[^\t\n]*/y

/**
 * The cells of every row, each without the space around it. Rows without a text are left out. Where there is no tab at
 * all (a keyboard of a phone has none) and every row has bars, cells are what stands between the bars.
 */
export function tableCells(text: string): readonly (readonly string[])[] {
  const source = text.replace(/\r\n?/g, '\n')
  return source.includes('\t') ? tabbedCells(source) : barredCells(source)
}

/** `| one | two |` or `one | two`; without bars in every row, each row is one cell. */
function barredCells(source: string): readonly (readonly string[])[] {
  const rows = source
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
  if (!rows.every((row) => row.includes('|'))) return tabbedCells(source)
  return rows.map((row) =>
    row
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split('|')
      .map((cell) => cell.trim()),
  )
}

function tabbedCells(source: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const quoted = matchAt(QUOTED, source, at)
    const found = quoted ?? matchAt(PLAIN, source, at)
    rows.at(-1)?.push((quoted === null ? (found?.[0] ?? '') : (quoted[1] ?? '').replaceAll('""', '"')).trim())
    at += found?.[0].length ?? 0
    if (at >= source.length) break
    if (source[at] === '\n') rows.push([])
    at += 1
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}
