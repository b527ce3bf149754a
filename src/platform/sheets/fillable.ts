/** A workbook that people fill in and send back: what is printed is locked, only some columns are open. Text is text; nothing is a formula. */
import { plainText } from './sheet.ts'
import { sheetNames, shortened } from './xlsx.ts'
import { zipParts } from './zip.ts'

export interface FillableColumn {
  readonly label: string
  readonly width: number
  /** May be written in. */
  readonly open?: boolean
}

export interface FillableSheet {
  readonly name: string
  readonly columns: readonly FillableColumn[]
  /** A number is a figure, a text a text; null is empty. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Whole numbers a column takes, by rows (the first after the labels is 2). */
  readonly whole?: readonly { readonly column: string; readonly from: number; readonly to: number; readonly min: number; readonly max: number }[]
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Styles by their place: locked text, label, open cell. */
const STYLE = { locked: 0, label: 1, open: 2 } as const
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF4D6"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fillId="2" applyFill="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf></cellXfs></styleSheet>`

/** The file. Protection is against slips, not against people: it has no password. */
export async function writeFillable(sheets: readonly FillableSheet[], rtl: boolean): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const all = names.map((name, at) => ({ name, id: at + 1, file: `worksheets/sheet${at + 1}.xml` }))
  const overrides = all.map(({ file }) => `<Override PartName="/xl/${file}" ContentType="${KIND}.worksheet+xml"/>`).join('')
  const links = all.map(({ id, file }) => `<Relationship Id="r${id}" Type="${OFFICE}/worksheet" Target="${file}"/>`).join('')
  const listed = all.map(({ name, id }) => `<sheet name="${escaped(name)}" sheetId="${id}" r:id="r${id}"/>`).join('')
  const part = (name: string, text: string) => ({ name, text: [HEAD + text] })
  const parts = zipParts([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${overrides}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>`),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${links}<Relationship Id="r${all.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    { name: 'xl/styles.xml', text: [STYLES] },
    ...sheets.map((sheet, at) => part(`xl/${all[at]?.file}`, sheetXml(sheet, rtl))),
  ])
  const pieces: Uint8Array[] = []
  for await (const piece of parts) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

function sheetXml({ columns, rows, whole = [] }: FillableSheet, rtl: boolean): string {
  const view = `<sheetViews><sheetView workbookViewId="0"${rtl ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  const labels = columns.map(({ label }, at) => cell(label, `${letter(at)}1`, STYLE.label)).join('')
  const lines = rows.map((row, line) => {
    const cells = columns.map(({ open }, at) => cell(row[at] ?? null, `${letter(at)}${line + 2}`, open ? STYLE.open : STYLE.locked))
    return `<row r="${line + 2}">${cells.join('')}</row>`
  })
  const limits = whole.map(
    ({ column, from, to, min, max }) =>
      `<dataValidation type="whole" operator="between" allowBlank="1" showErrorMessage="1" sqref="${column}${from}:${column}${to}"><formula1>${min}</formula1><formula2>${max}</formula2></dataValidation>`,
  )
  const limited = limits.length === 0 ? '' : `<dataValidations count="${limits.length}">${limits.join('')}</dataValidations>`
  return `<worksheet xmlns="${MAIN}">${view}<cols>${widths}</cols><sheetData><row r="1">${labels}</row>${lines.join('')}</sheetData><sheetProtection sheet="1" formatColumns="0" formatRows="0"/>${limited}</worksheet>`
}

/** Columns of a workbook to fill in: 26 at most. */
const letter = (at: number): string => String.fromCharCode(65 + at)

function cell(value: string | number | null, at: string, style: number): string {
  if (value === null || value === '') return `<c r="${at}" s="${style}"/>`
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(shortened(plainText(value)))}</t></is></c>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
