import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../canonical.ts'
import type { SelectionInput } from '../selection/index.ts'
import { drawLots, type InfluenceInput, type InfluenceInputError, influence, LotteryInputError } from './index.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
/** Three of six, at most two of the first four. */
const selection: SelectionInput = {
  places: 3,
  candidates: IDS.map((id, place) => ({ id, score: '0', attributes: { region: place < 4 ? 'x' : 'y' } })),
  rules: [{ attribute: 'region', value: 'x', max: 2 }],
}

/** Totals of the best list, and of one list, by trying all; candidates are named by their place. */
function bestOf(points: readonly number[]): { readonly total: number; readonly lists: string[] } {
  const lists = IDS.flatMap((_, i) => IDS.slice(i + 1).flatMap((_one, j) => IDS.slice(i + j + 2).map((_two, k) => [i, i + 1 + j, i + j + 2 + k])))
  const allowed = lists.filter((list) => list.filter((place) => place < 4).length <= 2)
  const totals = allowed.map((list) => list.reduce((sum, place) => sum + (points[place] as number), 0))
  const total = Math.max(...totals)
  return { total, lists: allowed.filter((_, k) => (totals[k] as number) > total - 1e-9).map((list) => list.map((place) => IDS[place]).join('')) }
}
const named = (ids: readonly string[]): string => [...ids].sort().join('')
const after = (selected: readonly string[], { enter, leave }: { readonly enter: readonly string[]; readonly leave: readonly string[] }): string =>
  named([...selected.filter((id) => !leave.includes(id)), ...enter])

describe('without a reviewer', () => {
  const cell = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null, freq: 3 })
  const sheet = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), cell, cell), { minLength: 6, maxLength: 6 })

  test('the list is the one that trying everything finds from the scores of the others', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async (rows) => {
        const reviews = rows.flatMap((row, a) =>
          row.flatMap((score, r) => (score === null ? [] : [{ application: IDS[a] as string, reviewer: `r${r}`, score }])),
        )
        const mean = (scores: readonly (number | null)[]): number | null => {
          const given = scores.filter((one) => one !== null)
          return given.length === 0 ? null : Math.round((given.reduce((sum, one) => sum + one, 0) / given.length) * 1e6) / 1e6
        }
        const all = rows.map((row) => mean(row) as number)
        const { reviewers } = await influence({ selection, reviews, scale: [1, 9] })
        if (reviewers === undefined || 'status' in reviewers) throw new Error('a list exists')
        expect(bestOf(all).lists).toContain(named(reviewers.selected))
        for (const one of reviewers.each) {
          const without = rows.map((row, a) => mean(row.with(Number(one.id.slice(1)), null)) ?? (all[a] as number))
          expect(bestOf(without).lists).toContain(after(reviewers.selected, one))
          expect(one.unread).toEqual(IDS.filter((_, a) => mean((rows[a] as readonly (number | null)[]).with(Number(one.id.slice(1)), null)) === null))
        }
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  test('calibrated scores may change the list where plain means do not', async () => {
    const rows = [
      [9, 5, null],
      [8, null, 3],
      [null, 4, 4],
      [6, 2, 1],
      [5, 1, 2],
      [null, 3, 2],
    ]
    const reviews = rows.flatMap((row, a) =>
      row.flatMap((score, r) => (score === null ? [] : [{ application: IDS[a] as string, reviewer: `r${r}`, score }])),
    )
    const of = async (scores: 'raw' | 'calibrated') => (await influence({ selection, reviews, scale: [1, 9], scores })).reviewers
    const [raw, calibrated] = [await of('raw'), await of('calibrated')]
    if (raw === undefined || calibrated === undefined || 'status' in raw || 'status' in calibrated) throw new Error('a list exists')
    // c and f were read by the two strict reviewers only.
    expect([named(raw.selected), named(calibrated.selected)]).toEqual(['abe', 'acf'])
  })
})

describe('a weight', () => {
  const scores = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 6,
    maxLength: 6,
  })
  const weights = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))

  test('may move within its range without another list being better, and not a thousandth beyond', async () => {
    await fc.assert(
      fc.asyncProperty(scores, weights, async (rows, own) => {
        const criteria = own.map((weight, k) => ({ id: `k${k}`, weight }))
        const values = Object.fromEntries(IDS.map((id, a) => [id, Object.fromEntries((rows[a] as number[]).map((one, k) => [`k${k}`, one]))]))
        const { weights: found } = await influence({ selection, criteria, values })
        if (found === undefined || 'status' in found) throw new Error('a list exists')
        const all = own.reduce((sum, one) => sum + one, 0)
        for (const [k, one] of found.each.entries()) {
          const pointsAt = (share: number): number[] =>
            rows.map((row) =>
              row.reduce((sum, score, c) => sum + score * (c === k ? share : ((1 - share) * (own[c] as number)) / (all - (own[k] as number))), 0),
            )
          const isBest = (share: number): boolean => bestOf(pointsAt(share)).lists.includes(named(found.selected))
          expect(Number(one.from) <= Number(one.share) + 1e-6 && Number(one.share) <= Number(one.to) + 1e-6).toBe(true)
          // Where the list is the best at the weight of now alone, that weight is written with six decimals: here it is exact.
          const exact = (share: string): number => (share === one.share ? (own[k] as number) / all : Number(share))
          for (const share of [one.from, one.to, one.share]) expect(isBest(exact(share))).toBe(true)
          for (const beyond of [one.below, one.above])
            if (beyond !== null) {
              expect(isBest(Number(beyond.share))).toBe(false)
              expect(bestOf(pointsAt(Number(beyond.share))).lists).toContain(after(found.selected, beyond))
            }
        }
      }),
      { numRuns: 25, seed: 2 },
    )
  })
})

describe('a lottery', () => {
  const input = {
    places: 3,
    margin: '0.5',
    seed: 'kept until June',
    candidates: ['9', '8.2', '8', '7.6', '7.5', '7.4'].map((score, k) => ({ id: IDS[k] as string, score })),
  }

  test('draws only among those within the margin of the last place, each as probable as the other', () => {
    const { certain, out, drawn, open, probability, line, selected, commitment } = drawLots(input)
    expect([certain, out, open, probability, line]).toEqual([['a'], ['f'], 2, '2/4', '8.000000'])
    expect(commitment).toBe(sha256(input.seed))
    // Whoever has the seed draws again by hand: SHA-256 of "seed:id", the smallest first.
    const order = ['b', 'c', 'd', 'e'].sort((one, other) => (sha256(`${input.seed}:${one}`) < sha256(`${input.seed}:${other}`) ? -1 : 1))
    expect(drawn.map(({ id }) => id)).toEqual(order)
    expect(selected).toEqual(['a', ...order.slice(0, 2)])
    expect(drawLots({ ...input, candidates: [...input.candidates].reverse() })).toEqual(drawLots(input))
  })

  test('is fair over seeds: each of four for two places is drawn half of the time', () => {
    const times = new Map<string, number>()
    for (let round = 0; round < 2000; round++)
      for (const id of drawLots({ ...input, seed: `round ${round}` }).selected) times.set(id, (times.get(id) ?? 0) + 1)
    expect(times.get('a')).toBe(2000)
    for (const id of ['b', 'c', 'd', 'e']) expect(Math.abs((times.get(id) as number) - 1000)).toBeLessThan(90)
  })

  test('draws nobody where there is a place for all', () => {
    expect(drawLots({ ...input, places: 6 }).drawn).toEqual([])
    expect(drawLots({ ...input, places: 9 }).selected).toHaveLength(6)
  })
})

test('every fault is named by its path', async () => {
  const paths = async (input: unknown): Promise<string[]> =>
    influence(input).then(
      () => [],
      (error: InfluenceInputError) => error.faults.map(({ path }) => path),
    )
  expect(await paths(7)).toEqual(['$'])
  expect(await paths({ selection, colour: 1 })).toEqual(['$.colour', '$'])
  const review = { application: 'z', reviewer: 'r', score: 3 }
  expect(await paths({ selection: { ...selection, places: 0 }, reviews: [review], scale: [1, 2] })).toEqual([
    '$.selection.places',
    '$.reviews[0].score',
    '$.reviews[0].application',
  ])
  const wrong: Partial<InfluenceInput> = {
    selection,
    criteria: [
      { id: 'k', weight: 0 },
      { id: 'k', weight: 1 },
    ],
    values: { z: {} },
  }
  expect((await paths(wrong)).slice(0, 4)).toEqual(['$.criteria[0].weight', '$.criteria[1].id', '$.values.z', '$.values.a'])
  expect(() => drawLots({ places: 0, candidates: [], margin: -1, seed: '' })).toThrow(LotteryInputError)
})
