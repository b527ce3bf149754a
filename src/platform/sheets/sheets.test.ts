import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inertText, writeCsv } from './csv.ts'
import type { Sheet } from './sheet.ts'
import { sheetNames, writeXlsx } from './xlsx.ts'

/** The files inside a zip, found by its central directory (APPNOTE 4.3.12). */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const files = new Map<string, string>()
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + size)
    files.set(zip.toString('utf8', at + 46, at + 46 + name), (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return files
}

const unescaped = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')

/** Cells of a sheet as [kind, value], the kind as the file states it: s text, n figure, b truth. */
async function cells(sheet: Sheet, options: { rtl?: boolean; zone?: string } = {}) {
  const files = unzip(await writeXlsx({ sheets: [sheet], ...options }))
  const texts = [...(files.get('xl/sharedStrings.xml') as string).matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>|<t\/>/g)].map(([, text]) =>
    unescaped(text ?? ''),
  )
  const xml = files.get('xl/worksheets/sheet1.xml') as string
  const found = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, , attributes, inside]) => {
    const kind = attributes?.match(/ t="(\w+)"/)?.[1] ?? 'n'
    const value = inside?.match(/<v>([\s\S]*?)<\/v>/)?.[1] ?? ''
    return [kind, kind === 's' ? texts[Number(value)] : value]
  })
  return { xml, found, files }
}

const text = (...values: string[]): Sheet => ({ name: 'A', columns: [{ label: 'Nom' }], rows: values.map((value) => [value]) })

const DANGEROUS = [
  "=cmd|' /C calc'!A0",
  '+212600000000',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '\u0001=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A',
  '﹦1',
]

test.each(DANGEROUS)('a text that a spreadsheet could run is text in XLSX and inert in CSV: %j', async (value) => {
  const { found, xml } = await cells(text(value))
  expect(found[1]?.[0]).toBe('s')
  expect(xml).not.toMatch(/<f[ >]|<f\/>/)
  expect(inertText(value)).toMatch(/^'/)
  const [, line] = new TextDecoder().decode(writeCsv(text(value))).split('\r\n')
  expect(line).toMatch(/^"?'/)
})

test.each(['Salma', 'دار الظل', '0600-000000', 'a=b', '100 %', '', "l'été"])('a text that nothing could run is left as it is: %s', (value) => {
  expect(inertText(value)).toBe(value)
})

test('a phone in XLSX keeps its plus and is no figure', async () => {
  expect((await cells(text('+212600000000', '0600'))).found).toEqual([
    ['s', 'Nom'],
    ['s', '+212600000000'],
    ['s', '0600'],
  ])
})

const kinds: Sheet = {
  name: 'Versements',
  columns: [
    { label: 'Projet' },
    { label: 'Part', kind: 'number' },
    { label: 'Montant', kind: 'money' },
    { label: 'Jour', kind: 'day' },
    { label: 'Reçu', kind: 'instant' },
    { label: 'Payé', kind: 'truth' },
  ],
  rows: [
    ['دار الظل, "x"', 0.5, '12000.50', '2024-03-31', new Date('2024-05-06T17:20:05Z'), true],
    [null, -3, null, null, null, false],
  ],
}

test('figures are figures, days are days, instants show the clock of the zone, empty is empty', async () => {
  const { found } = await cells(kinds, { zone: '+01:00' })
  expect(found.slice(6, 12)).toEqual([
    ['s', 'دار الظل, "x"'],
    ['n', '0.5'],
    ['n', '12000.5'],
    ['n', '45382'],
    ['n', String(45418 + (18 * 3600 + 20 * 60 + 5) / 86400)],
    ['b', '1'],
  ])
  expect(found.slice(12).filter(([, value]) => value !== '')).toEqual([
    ['n', '-3'],
    ['b', '0'],
  ])
})

test('CSV is RFC 4180 in UTF-8 with its mark, in data forms that any program reads', () => {
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(kinds, '+01:00'))).toBe(
    '\ufeffProjet,Part,Montant,Jour,Reçu,Payé\r\n"دار الظل, ""x""",0.5,12000.50,2024-03-31,2024-05-06T18:20:05+01:00,true\r\n,-3,,,,false\r\n',
  )
})

test('a text with a separator of any country or a line break is one field', () => {
  const file = new TextDecoder().decode(writeCsv(text('a;=1', 'b\tc', 'd\r\ne', 'f"g')))
  expect(file).toBe('Nom\r\n"a;=1"\r\n"b\tc"\r\n"d\r\ne"\r\n"f""g"\r\n')
})

test('a word never passes for a figure or a day', async () => {
  const sheet = (kind: 'number' | 'day' | 'instant', value: string): Sheet => ({ name: 'A', columns: [{ label: 'A', kind }], rows: [[value]] })
  for (const [kind, value] of [
    ['number', '=1'],
    ['number', '1e3'],
    ['number', '1,5'],
    ['day', '31/03/2024'],
    ['day', '2024-02-30'],
    ['instant', '2024'],
  ] as const) {
    expect(() => writeCsv(sheet(kind, value))).toThrow()
    await expect(writeXlsx({ sheets: [sheet(kind, value)] })).rejects.toThrow()
  }
})

test('Arabic sheets run from right to left, labels stay in sight, figures of a column line up', async () => {
  const { xml } = await cells(kinds, { rtl: true })
  expect(xml).toMatch(/<sheetView [^>]*rightToLeft="1"/)
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect((await cells(kinds)).xml).not.toContain('rightToLeft')
})

test('names of sheets are made valid and distinct', () => {
  expect(sheetNames(['a/b:c', 'A B C', "'x'", '', 'ج'.repeat(40), 'ج'.repeat(40)])).toEqual([
    'a b c',
    'A B C (2)',
    'x',
    '4',
    'ج'.repeat(31),
    `${'ج'.repeat(27)} (2)`,
  ])
})

test('a text too long for a cell is cut within it, and half characters do not damage the file', async () => {
  const { found } = await cells(text('x'.repeat(40_000), 'a\ud83cb', 'c\u0007d <&> e\ufffe'))
  expect(found[1]?.[1]).toBe(`${'x'.repeat(32_766)}…`)
  expect(found.slice(2).map(([, value]) => value)).toEqual(['ab', 'cd <&> e'])
})
