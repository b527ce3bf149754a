import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { together, togetherIn } from './together.ts'

test('questions of one moment are asked with one statement, and each gets its own answer', async () => {
  const asked: (readonly number[])[] = []
  const double = together(async (all: readonly number[]) => {
    asked.push(all)
    await pause(5)
    return all.map((one) => 2 * one)
  })
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  expect(asked).toEqual([[1, 2, 3]])
})

test('who asks while a statement is on its way waits for the next one, never for an answer begun before', async () => {
  let value = 'before'
  const asked: number[] = []
  const read = together(async (all: readonly number[]) => {
    asked.push(all.length)
    const seen = value
    await pause(20)
    return all.map(() => seen)
  })
  const first = read(1)
  await pause(5)
  value = 'after'
  expect(await Promise.all([first, read(2), read(3)])).toEqual(['before', 'after', 'after'])
  expect(asked).toEqual([1, 2])
})

test('a statement that fails fails for all who share it, and for nobody after', async () => {
  let tries = 0
  const ask = together(async (all: readonly number[]) => {
    if (++tries === 1) throw new Error('away')
    return all
  })
  const outcomes = await Promise.allSettled([ask(1), ask(2)])
  expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected'])
  expect(await ask(3)).toBe(3)
})

test('a hundred at most share a statement', async () => {
  const sizes: number[] = []
  const ask = together(async (all: readonly number[]) => {
    sizes.push(all.length)
    return all
  })
  await Promise.all(Array.from({ length: 250 }, (_, one) => ask(one)))
  expect(sizes).toEqual([100, 100, 50])
})

test('questions to different databases are asked apart', async () => {
  const asked: unknown[] = []
  const ask = togetherIn(async (place: { readonly name: string }, all: readonly number[]) => {
    asked.push([place.name, all])
    return all.map((one) => `${place.name} ${one}`)
  })
  const [one, other] = [{ name: 'one' }, { name: 'other' }]
  expect(await Promise.all([ask(one, 1), ask(other, 2), ask(one, 3)])).toEqual(['one 1', 'other 2', 'one 3'])
  expect(asked).toEqual([
    ['one', [1, 3]],
    ['other', [2]],
  ])
})
