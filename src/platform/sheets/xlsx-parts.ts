/** XLSX written while the rows of its sheets are read, one sheet after the other: for lists too long to be held. The same rules as `writeXlsx`: text is text, nothing is a formula. */
import { type Cell, type Column, day, decimal, plainText, wall } from './sheet.ts'
import { sheetNames, shortened } from './xlsx.ts'
import { zipParts } from './zip.ts'

export interface LongSheet {
  readonly name: string
  readonly columns: readonly Column[]
  /** Some rows at a time. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>
}

export interface LongWorkbook {
  /** At least one. */
  readonly sheets: readonly LongSheet[]
  readonly rtl: boolean
  readonly zone: string
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** Styles by their place in `styles.xml`. */
const STYLE = { plain: 0, label: 1, day: 2, instant: 3, money: 4 } as const
/** The day that spreadsheets count from. */
const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

export function xlsxParts({ sheets, rtl, zone }: LongWorkbook): AsyncGenerator<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const files = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`)
  return zipParts([
    { name: '[Content_Types].xml', text: [types(files)] },
    { name: '_rels/.rels', text: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', text: [workbook(names)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [relations([...files.map((file) => ['worksheet', file] as const), ['styles', 'styles.xml']])],
    },
    { name: 'xl/styles.xml', text: [STYLES] },
    ...sheets.map((sheet, at) => ({ name: `xl/${files[at]}`, text: rows(sheet, rtl, zone) })),
  ])
}

function types(sheets: readonly string[]): string {
  const parts = [['/xl/workbook.xml', 'sheet.main'], ...sheets.map((file) => [`/xl/${file}`, 'worksheet']), ['/xl/styles.xml', 'styles']]
  const overrides = parts.map(
    ([part, kind]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm:ss"/><numFmt numFmtId="166" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>${[164, 165, 166].map((id) => `<xf xfId="0" numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`

function relations(all: readonly (readonly [kind: string, target: string])[]): string {
  const one = all.map(([kind, target], at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${one.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

async function* rows({ columns, rows: all }: LongSheet, rtl: boolean, zone: string): AsyncGenerator<string> {
  const widths = columns.map(({ label, kind }, at) => {
    const width = kind === 'instant' ? 20 : Math.min(50, Math.max(14, label.length + 2))
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
  })
  const view = `<sheetView${rtl ? ' rightToLeft="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>`
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${widths.join('')}</cols><sheetData>`
  const letters = columns.map((_, at) => columnLetters(at))
  yield `<row r="1">${columns.map(({ label }, at) => text(`${letters[at]}1`, label, STYLE.label)).join('')}</row>`
  let number = 1
  for await (const some of all) {
    yield some
      .map((row) => {
        number += 1
        return `<row r="${number}">${columns.map((column, at) => cell(`${letters[at]}${number}`, row[at] ?? null, column, zone)).join('')}</row>`
      })
      .join('')
  }
  yield '</sheetData></worksheet>'
}

/** A, B … Z, AA. */
function columnLetters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26)
}

function cell(at: string, value: Cell, column: Column, zone: string): string {
  if (value === null || value === '') return ''
  const figure = (number: string, style: number): string => `<c r="${at}"${style === STYLE.plain ? '' : ` s="${style}"`}><v>${number}</v></c>`
  switch (column.kind ?? 'text') {
    case 'number':
      return figure(decimal(value), STYLE.plain)
    case 'money':
      return figure(decimal(value), STYLE.money)
    case 'day':
      return figure(String((Date.parse(`${day(value)}T00:00:00Z`) - EPOCH) / DAY), STYLE.day)
    case 'instant':
      return figure(String((Date.parse(`${wall(value, zone).toPlainDateTime().toString({ smallestUnit: 'second' })}Z`) - EPOCH) / DAY), STYLE.instant)
    case 'truth':
      return `<c r="${at}" t="b"><v>${value === true ? 1 : 0}</v></c>`
    default:
      return text(at, String(value), STYLE.plain)
  }
}

function text(at: string, value: string, style: number): string {
  return `<c r="${at}" t="inlineStr"${style === STYLE.plain ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(shortened(plainText(value)))}</t></is></c>`
}

/** `_x0041_` would be read as A: its underscore is written as such a code itself. */
function escaped(value: string): string {
  return value
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
