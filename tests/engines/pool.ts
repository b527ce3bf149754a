/** The pool of 179 candidates that the tests of the engine share. */
import type { Rule, SelectionInput } from '../../src/engines/selection/index.ts'

/** Hundredths as a score. */
export const score = (hundredths: number): string => (hundredths / 100).toFixed(6)

/** 179 candidates as an edition has them, with scores that tie. */
export function pool179(): SelectionInput {
  const regions = ['tta', 'fes', 'sou', 'ori']
  const sectors = ['music', 'crafts', 'books', 'stage', 'film', 'games', 'design', 'heritage', 'fashion']
  const candidates = Array.from({ length: 179 }, (_, place) => {
    const draw = (place * 7919 + 104_729) % 1009
    const attributes = {
      region: regions[draw % 4] as string,
      sector: sectors[(draw >> 2) % (draw % 3 === 0 ? 9 : 4)] as string,
      gender: draw % 5 < 2 ? 'woman' : 'man',
      kind: draw % 11 < 2 ? 'cso' : 'person',
    }
    return { id: `KW-${String(place + 1).padStart(4, '0')}`, score: score(4000 + ((draw * 37) % 120) * 50), attributes }
  })
  const rules: Rule[] = [
    ...regions.map((value) => ({ attribute: 'region', value, min: 6, max: 6 })),
    { attribute: 'gender', value: 'woman', min: 9 },
    { attribute: 'kind', value: 'cso', min: 5 },
    ...sectors.map((value) => ({ attribute: 'sector', value, max: 4 })),
  ]
  return { places: 24, candidates, rules, tie_break: { seed: '2024' } }
}
