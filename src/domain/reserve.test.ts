import { expect, test } from 'vitest'
import { nextInLine } from './reserve.ts'

const person = (application: string, region: string, woman: boolean) => ({ application, region, attributes: { region, woman } })
const rules = [
  { attribute: 'region', value: 'fes', min: 2, max: 2 },
  { attribute: 'region', value: 'ori', min: 2, max: 2 },
  { attribute: 'woman', value: true, min: 2 },
]
/** One woman of Fès left: three of four places are held. */
const members = [person('f1', 'fes', false), person('o1', 'ori', true), person('o2', 'ori', false)]
const called = (line: ReturnType<typeof person>[], held = members) =>
  nextInLine(line, held, rules, 4).map(({ application, next, passedFor }) => [application, next, ...passedFor])

test('the first in line is passed over when a rule could no longer be kept with them, and the rule is named', () => {
  expect(called([person('f2', 'fes', false), person('f3', 'fes', true), person('f4', 'fes', true)])).toEqual([
    ['f2', false, 2],
    ['f3', true],
    ['f4', false],
  ])
})

test('where an empty place would keep the rule no better, the first in line is called all the same', () => {
  expect(called([person('f2', 'fes', false), person('f3', 'fes', false)])).toEqual([
    ['f2', true],
    ['f3', false, 2],
  ])
})

test('a limit from above is never broken: nobody of a full region is called', () => {
  expect(called([person('o3', 'ori', true), person('f2', 'fes', true)])).toEqual([
    ['o3', false, 0, 1],
    ['f2', true],
  ])
})

test('while another place is free, a rule that it can still meet passes nobody over', () => {
  expect(called([person('f2', 'fes', false)], [person('f1', 'fes', false), person('o1', 'ori', true)])).toEqual([['f2', true]])
})
