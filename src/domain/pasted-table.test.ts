/** Rows copied from a spreadsheet arrive cell by cell, whatever the cells hold. */
import { expect, test } from 'vitest'
import { tableCells } from './pasted-table.ts'

test('cells are apart by tabs, rows by line ends of any system', () => {
  expect(tableCells('الموسيقى\tMusique\tMusic\r\nفنون العرض\tArts de la scène\tPerforming arts\n')).toEqual([
    ['الموسيقى', 'Musique', 'Music'],
    ['فنون العرض', 'Arts de la scène', 'Performing arts'],
  ])
})

test('a cell of two lines stays one cell, and its quotes are single again', () => {
  expect(tableCells('"une ligne\nune autre\tet ""ceci"""\tfin')).toEqual([['une ligne\nune autre\tet "ceci"', 'fin']])
})

test('a quote that is only a quote is kept', () => {
  expect(tableCells('"Boujloud" vit\t"libre\n12" de haut\tx')).toEqual([
    ['"Boujloud" vit', '"libre'],
    ['12" de haut', 'x'],
  ])
})

test('an empty cell keeps its place, an empty row has none', () => {
  expect(tableCells('a\t\tc\n\n \t \n\tb')).toEqual([
    ['a', '', 'c'],
    ['', 'b'],
  ])
  expect(tableCells('')).toEqual([])
})

test('a long text without end of quote is read in one pass', () => {
  expect(tableCells(`"${'a\t'.repeat(200_000)}`)[0]).toHaveLength(200_001)
  expect(tableCells('"'.repeat(100_001))).toHaveLength(1)
}, 5_000)

test('without a tab, cells may stand between bars, as in a text; a bar in some rows only is a letter', () => {
  expect(tableCells('| الموسيقى | Musique | Music |\n\nكتاب|Livre | Books')).toEqual([
    ['الموسيقى', 'Musique', 'Music'],
    ['كتاب', 'Livre', 'Books'],
  ])
  expect(tableCells('a | b\nc')).toEqual([['a | b'], ['c']])
  expect(tableCells('a | b\tc')).toEqual([['a | b', 'c']])
})
