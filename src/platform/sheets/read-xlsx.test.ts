import { expect, test } from 'vitest'
import { writeFillable } from './fillable.ts'
import { readXlsx } from './read-xlsx.ts'
import { writeXlsx } from './xlsx.ts'

const TEXTS = ['شبكة القراءة', '=1+1', 'a < b & "c"', 'deux\nlignes', 'é𝄞']

test('what is written is read again, text for text and figure for figure, from our workbooks and from those of a spreadsheet', async () => {
  const rows = TEXTS.map((text, at) => [text, at + 1, null])
  const columns = [
    { label: 'Texte', width: 20 },
    { label: 'Note', width: 8, open: true },
    { label: 'Vide', width: 8, open: true },
  ]
  const ours = readXlsx(await writeFillable([{ name: 'Grille:1', columns, rows }], true))
  const cells = Object.fromEntries(
    TEXTS.flatMap((text, at) => [
      [`A${at + 2}`, text],
      [`B${at + 2}`, String(at + 1)],
    ]),
  )
  expect([ours?.[0]?.name, Object.fromEntries(ours?.[0]?.cells ?? [])]).toEqual(['Grille 1', { A1: 'Texte', B1: 'Note', C1: 'Vide', ...cells }])
  const kinds = [{ label: 'Texte' }, { label: 'Note', kind: 'number' as const }]
  const shared = readXlsx(await writeXlsx({ sheets: [{ name: 'S', columns: kinds, rows: rows.map(([text, n]) => [text as string, n as number]) }] }))
  expect(Object.fromEntries(shared?.[0]?.cells ?? [])).toEqual({ A1: 'Texte', B1: 'Note', ...cells })
})

test('what is no workbook, is cut, or unpacks to more than anybody fills in, is none', async () => {
  const book = await writeFillable([{ name: 'S', columns: [{ label: 'x', width: 8 }], rows: [] }], false)
  const bomb = await writeFillable(
    [{ name: 'S', columns: [{ label: 'x', width: 8 }], rows: Array.from({ length: 700 }, () => ['0'.repeat(32_000)]) }],
    false,
  )
  expect([new Uint8Array(), new TextEncoder().encode('PK no'), book.slice(0, 200), book.slice(100), bomb].map(readXlsx)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
