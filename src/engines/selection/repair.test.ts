import { expect, test } from 'vitest'
import { uniform } from '../chance.ts'
import type { CountRule, SelectionInput } from './index.ts'
import { solveSelection } from './index.ts'

type Pool = Omit<SelectionInput, 'rules'> & { readonly rules: readonly CountRule[] }

/** Small pools whose rules often contradict each other. */
function pool(seed: string): Pool {
  const next = uniform(seed)
  const upTo = (most: number): number => next() % (most + 1)
  const candidates = Array.from({ length: 7 }, (_, place) => ({
    id: `c${place}`,
    score: String(50 + upTo(40)),
    attributes: { region: `r${upTo(2)}`, woman: upTo(1) === 1 },
  }))
  const [least, women] = [1 + upTo(2), 1 + upTo(3)]
  const rules: CountRule[] = [
    { attribute: 'region', value: 'r0', min: least, max: least },
    { attribute: 'region', value: 'r1', min: 1, max: 2 },
    { attribute: 'woman', value: true, min: women },
    { attribute: 'woman', value: false, min: 2, max: 2 },
  ]
  return { places: 4, candidates, rules, explain: true }
}

/** By how many heads a set breaks the places and the rules. */
function broken({ places, candidates, rules }: Pool, chosen: ReadonlySet<number>): number {
  const counts = rules.map(
    ({ attribute, value }) => candidates.filter((one, place) => chosen.has(place) && one.attributes?.[attribute] === value).length,
  )
  const beyond = rules.map(({ min = 0, max = 99 }, place) => Math.max(0, min - (counts[place] as number), (counts[place] as number) - max))
  return beyond.reduce((sum, one) => sum + one, Math.abs(chosen.size - places))
}

test('where no list is allowed, the repair changes limits by as few heads as any could, and under it there is a list', async () => {
  let seen = 0
  for (let seed = 0; seed < 60; seed++) {
    const input = pool(`repair ${seed}`)
    const { status, repair = [] } = await solveSelection(input)
    if (status === 'optimal') {
      expect(repair).toEqual([])
      continue
    }
    seen++
    let places = input.places
    const rules = [...input.rules]
    let moved = 0
    for (const one of repair) {
      if ('places' in one) {
        moved += Math.abs(one.places - places)
        places = one.places
      } else {
        const rule = rules[one.rule] as CountRule
        moved += Math.abs(Number(one.min ?? one.max) - Number(one.min === undefined ? rule.max : rule.min))
        rules[one.rule] = { ...rule, ...(one as Partial<CountRule>) }
      }
    }
    const least = Math.min(
      ...Array.from({ length: 2 ** input.candidates.length }, (_, mask) =>
        broken(input, new Set(input.candidates.flatMap((__, place) => ((mask >> place) & 1 ? [place] : [])))),
      ),
    )
    expect([seed, moved]).toEqual([seed, least])
    const written = rules.map(({ attribute, value, min, max }) => ({
      attribute,
      value,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    }))
    expect([seed, (await solveSelection({ ...input, places, rules: written })).status]).toEqual([seed, 'optimal'])
  }
  expect(seen).toBeGreaterThan(10)
})
