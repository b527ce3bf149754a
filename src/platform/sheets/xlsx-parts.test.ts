import { expect, test } from 'vitest'
import { partsOf } from '../../../tests/server/zip-parts.ts'
import { csvParts, writeCsv } from './csv.ts'
import type { Cell, Column } from './sheet.ts'
import { xlsxParts } from './xlsx-parts.ts'

const COLUMNS: readonly Column[] = [
  { label: 'Nom' },
  { label: 'Part', kind: 'number' },
  { label: 'Jour', kind: 'day' },
  { label: 'Reçu', kind: 'instant' },
  { label: 'Payé', kind: 'truth' },
]
const ROWS: readonly (readonly Cell[])[] = [
  ['=1+1 & <b> _x0041_ \u0007', '12.5', '2024-03-31', new Date('2024-05-06T17:20:05Z'), true],
  ['دار\nالظل', null, null, null, false],
]

async function* some(rows = ROWS): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (const row of rows) yield [row]
}

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

test('a sheet written in parts is a whole workbook: text is text, figures are figures, days are days', async () => {
  const zip = await whole(xlsxParts({ sheets: [{ name: 'A/B', columns: COLUMNS, rows: some() }], rtl: true, zone: '+01:00' }))
  const parts = partsOf(zip)
  expect([...parts.keys()]).toContain('[Content_Types].xml')
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="A B"')
  const sheet = parts.get('xl/worksheets/sheet1.xml') as string
  expect(sheet).toContain('rightToLeft="1"')
  expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt; _x005F_x0041_ </t></is></c>')
  expect(sheet).toContain(
    `<c r="B2"><v>12.5</v></c><c r="C2" s="2"><v>45382</v></c><c r="D2" s="3"><v>${45418 + (18 * 3600 + 20 * 60 + 5) / 86400}</v>`,
  )
  expect(sheet).toContain('<row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve">دار\nالظل</t></is></c><c r="E3" t="b"><v>0</v></c></row>')
  expect(sheet).not.toContain('<f')
})

test('several sheets stand in one workbook, each under its name and with its own rows', async () => {
  const sheets = ['Budget', 'Budget'].map((name, at) => ({ name, columns: [{ label: 'Poste' }], rows: some([[`ligne ${at + 1}`]]) }))
  const parts = partsOf(await whole(xlsxParts({ sheets, rtl: false, zone: 'UTC' })))
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="Budget" sheetId="1" r:id="r1"/><sheet name="Budget (2)" sheetId="2" r:id="r2"/>')
  for (const at of [1, 2]) {
    expect(parts.get('[Content_Types].xml')).toContain(`/xl/worksheets/sheet${at}.xml`)
    expect(parts.get('xl/_rels/workbook.xml.rels')).toMatch(new RegExp(`Id="r${at}"[^>]*worksheets/sheet${at}\\.xml`))
    expect(parts.get(`xl/worksheets/sheet${at}.xml`)).toContain(`ligne ${at}`)
  }
})

test('rows are read as they are sent: a reader who stops has the rest neither read nor held', async () => {
  let read = 0
  async function* endless(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for (;;) {
      read += 1
      yield Array.from({ length: 50 }, (_, n) => [`${read} ${n} ${Math.random()}`])
    }
  }
  let bytes = 0
  for await (const part of xlsxParts({ sheets: [{ name: 'A', columns: [{ label: 'Nom' }], rows: endless() }], rtl: false, zone: 'UTC' })) {
    bytes += part.length
    if (bytes > 200_000) break
  }
  const after = read
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(read - after).toBeLessThan(5)
})

test('a failure while rows are read ends the file as a failure, not as a shorter list', async () => {
  async function* broken(): AsyncGenerator<readonly (readonly Cell[])[]> {
    yield [['x']]
    throw new Error('the database went away')
  }
  await expect(whole(xlsxParts({ sheets: [{ name: 'A', columns: [{ label: 'Nom' }], rows: broken() }], rtl: false, zone: 'UTC' }))).rejects.toThrow(
    'went away',
  )
})

test('CSV in parts is the same file as in one', async () => {
  const parts = await whole(csvParts(COLUMNS, some(), '+01:00'))
  expect(parts.equals(writeCsv({ columns: COLUMNS, rows: ROWS }, '+01:00'))).toBe(true)
})
