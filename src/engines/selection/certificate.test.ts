import { describe, expect, test } from 'vitest'
import { pool179 } from '../../../tests/engines/pool.ts'
import { millionths } from './decimal.ts'
import { checkCertificate, inputFaults, type SelectionInput, SelectionInputError, type SelectionOutput, solveSelection } from './index.ts'

const edition: SelectionInput = { ...pool179(), reserve: 8 }

const points = (input: SelectionInput, ids: Iterable<string>): bigint =>
  [...ids].reduce((all, id) => all + (millionths(input.candidates.find((one) => one.id === id)?.score) as bigint), 0n)

describe('a certificate', () => {
  test.each([
    null,
    3,
    'x',
    {},
    { unit: '0', proof: {} },
    { unit: '1', proof: null },
    { unit: '1', proof: { bound: 'no' } },
    { unit: '1', proof: { candidate: 'nobody', selected: {}, left_out: {} } },
  ])('that is none (%j) proves nothing and breaks nothing', async (certificate) => {
    const solved = await solveSelection({ ...edition, explain: false })
    expect(checkCertificate(edition, { ...solved, certificate: certificate as never })).toEqual(['certificate'])
    expect(checkCertificate(edition, { status: 'infeasible', certificate: certificate as never })).toEqual(['certificate'])
  })

  const tampered: readonly [string, (output: SelectionOutput) => SelectionOutput, string][] = [
    ['another total', (output) => ({ ...output, total: '1.000000' }), 'total'],
    ['one fewer', (output) => ({ ...output, selected: (output.selected as string[]).slice(1) }), 'places'],
    ['someone from elsewhere', (output) => ({ ...output, selected: ['nobody', ...(output.selected as string[]).slice(1)] }), 'selected'],
    ['no proof', ({ certificate: _, ...output }) => output, 'certificate'],
    [
      'prices of nothing',
      (output) => ({ ...output, certificate: { unit: '1', proof: { bound: edition.rules.map(() => '0').concat('0') } } }),
      'certificate',
    ],
  ]
  test.each(tampered)('refuses a result with %s', async (_, change, fault) => {
    expect(checkCertificate(edition, change(await solveSelection({ ...edition, explain: false })))).toContain(fault)
  })

  test('refuses a list that is allowed but not the best', async () => {
    const solved = await solveSelection({ ...edition, explain: false })
    const [[out, into] = ['', '']] = Object.entries(solved.substitutes ?? {})
    const worse = (solved.selected as string[]).map((id) => (id === out ? into : id))
    const total = (Number(points(edition, worse)) / 1e6).toFixed(6)
    expect(checkCertificate(edition, { ...solved, selected: worse, total })).toEqual(['certificate'])
  })
})

test('every fault of an input is named by its path', async () => {
  const wrong = {
    places: 0,
    candidates: [
      { id: 'a', score: 3 },
      { id: 'a', score: '1.1234567' },
      { id: 'b', score: '2', attributes: { cost: 'much', tags: [] }, colour: 'red' },
    ],
    rules: [
      { attribute: 'region', value: 'x' },
      { sum: 'cost', max: 3 },
      { exclusive: ['a'] },
      { min: 1 },
      { attribute: 'region', value: 'x', min: 3, max: 2 },
    ],
    forced_in: ['z'],
    tie_break: ['a'],
    reserve: -1,
    seed: 4,
  }
  expect(
    inputFaults(wrong)
      .map((fault) => fault.path)
      .sort(),
  ).toEqual(
    [
      '$.seed',
      '$.places',
      '$.candidates[0].score',
      '$.candidates[1].id',
      '$.candidates[1].score',
      '$.candidates[2].colour',
      '$.candidates[2].attributes.tags',
      '$.rules[0]',
      '$.candidates[0].attributes.cost',
      '$.candidates[1].attributes.cost',
      '$.candidates[2].attributes.cost',
      '$.rules[2].exclusive',
      '$.rules[3]',
      '$.rules[4]',
      '$.forced_in[0]',
      '$.tie_break',
      '$.reserve',
    ].sort(),
  )
  await expect(solveSelection(wrong)).rejects.toBeInstanceOf(SelectionInputError)
})
