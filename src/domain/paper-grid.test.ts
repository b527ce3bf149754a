import { expect, test } from 'vitest'
import { type PaperGrid, paperCode, readPaper } from './paper-grid.ts'

const id = (digit: string): string => `${digit.repeat(8)}-0000-7000-8000-000000000000`
const grid = (digit: string, more: Partial<PaperGrid> = {}): PaperGrid => ({
  assignment: id(digit),
  number: `KW-${digit}`,
  version: 2,
  state: 'open',
  criteria: [
    { code: 'team', weight: 60 },
    { code: 'need', weight: 40 },
  ],
  scale: { min: 1, max: 5 },
  asks: (step) => step === 1 || step === 5,
  scores: { team: 3 },
  comments: {},
  ...more,
})
const line = (row: number, digit: string, criterion: string, step: string, comment = '', version = 2) => ({
  row,
  code: paperCode(id(digit), criterion, version),
  step,
  comment,
})

test('a workbook brings in what it says, and tells which grids are whole', () => {
  const read = readPaper([line(2, '1', 'team', '3'), line(3, '1', 'need', '5', 'Besoin net'), line(4, '2', 'team', '4')], [grid('1'), grid('2')])
  expect(read.faults).toEqual([])
  expect(read.grids.map(({ number, changed, whole, scores }) => [number, changed, whole, scores])).toEqual([
    ['KW-1', 1, true, { team: 3, need: 5 }],
    ['KW-2', 1, false, { team: 4 }],
  ])
})

test('every fault is named by its cell: a foreign line, one said twice, a step off the scale, a comment that lacks; a file handed in, closed or changed since is set aside by its number', () => {
  const read = readPaper(
    [
      line(2, '9', 'team', '3'),
      line(3, '1', 'team', '4'),
      line(4, '1', 'team', '4'),
      line(5, '1', 'need', '6'),
      line(6, '2', 'team', '5'),
      line(7, '3', 'team', '4'),
      line(8, '3', 'need', ''),
      line(9, '4', 'need', '2'),
      line(10, '5', 'team', '3', 'Tard', 1),
      line(11, '5', 'need', '', '', 1),
    ],
    [grid('1'), grid('2'), grid('3', { state: 'done' }), grid('4', { state: 'closed' }), grid('5')],
  )
  expect(read.faults.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['G2 unknown', 'G4 twice', 'E5 outside', 'F6 uncommented'])
  expect(read.aside).toEqual([
    { number: 'KW-3', why: 'done' },
    { number: 'KW-4', why: 'closed' },
    { number: 'KW-5', why: 'changed' },
  ])
  expect(read.grids.map(({ number }) => number)).toEqual(['KW-1', 'KW-2'])
})
