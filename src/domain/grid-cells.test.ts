import { expect, test } from 'vitest'
import { cellsOf, gridOfCells, mergeCells, provisionalScore } from './grid-cells.ts'

const CRITERIA = [
  { code: 'team', weight: 60 },
  { code: 'need', weight: 40 },
]
const SCALE = { min: 1, max: 5 }
const STANDING = cellsOf(CRITERIA, { team: 3 }, { team: 'Solide' })

test('two devices of a reader that change different cells both keep their change', () => {
  const first = mergeCells(STANDING, { 'score.need': { value: '4', over: [''] } })
  const second = mergeCells(first.cells, { 'comment.team': { value: 'Solide et jeune', over: ['Solide'] } })
  expect([second.parted, gridOfCells(second.cells, SCALE)]).toEqual([[], { scores: { team: 3, need: 4 }, comments: { team: 'Solide et jeune' } }])
})

test('the same cell changed on both keeps what stands and names the cell; a save sent twice is no second version', () => {
  const first = mergeCells(STANDING, { 'comment.team': { value: 'Fragile', over: ['Solide'] } })
  expect(mergeCells(first.cells, { 'comment.team': { value: 'Rodée', over: ['Solide'] } })).toEqual({
    cells: first.cells,
    changed: [],
    long: {},
    parted: ['comment.team'],
  })
  expect(mergeCells(first.cells, { 'comment.team': { value: 'Fragile', over: ['Solide'] } }).parted).toEqual([])
  // The answer to the first save was lost, and one has typed on.
  expect(mergeCells(first.cells, { 'comment.team': { value: 'Fragile mais tenace', over: ['Solide', 'Fragile'] } }).changed).toEqual(['comment.team'])
})

test('a cell of no grid and a step outside the scale are not kept', () => {
  const merged = mergeCells(STANDING, { 'score.other': { value: '4', over: [''] }, 'score.need': { value: '9', over: [''] } })
  expect(gridOfCells(merged.cells, SCALE).scores).toEqual({ team: 3 })
})

test('the provisional score counts the criteria scored so far by their weights', () => {
  expect([
    provisionalScore(CRITERIA, {}, SCALE),
    provisionalScore(CRITERIA, { team: 4 }, SCALE),
    provisionalScore(CRITERIA, { team: 5, need: 0 }, SCALE),
  ]).toEqual([null, 80, 60])
})
