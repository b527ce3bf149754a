/**
 * The scores of the world. Each application has the final score its fate asks for; its readings and interviews are drawn
 * around it with the habits of their readers, and the last one closes the sum, so that severity shows in single grids
 * and never in the list.
 */
import type { WorldApplication } from './applications.ts'
import { CRITERIA, type Criterion, SCENARIO, SCORING, WEIGHTS } from './scenario.ts'
import { itemAt, type Seeded, seeded } from './seeded.ts'

export type Grid = Readonly<Record<Criterion, number>>

export interface Marks {
  /** Points of the mean of the readings, and of the mean of the interviews. */
  readonly reading: number
  readonly interview: number
  /** Whether its two first readers lie further apart than the edition allows, and a third is asked. */
  readonly divergent: boolean
}

/** What an application is worth to its readers and to its panel. */
export function marksOf(one: WorldApplication, divergent: ReadonlySet<string>): Marks {
  const chance = seeded(`${one.key}/marks`)
  const final = finalOf(one, chance)
  const cut = SCENARIO[one.edition].reservePerRegion > 0 ? 64 : 58
  const reading = one.fate === 'read' || one.fate === null ? final : within(final + chance.between(-4, 5), cut, 92)
  return { reading, interview: within(2 * final - reading, 24, 97), divergent: divergent.has(one.key) }
}

/** The final score: bands that do not touch, so that the list is the one that was published. */
function finalOf({ edition, fate, place }: WorldApplication, chance: Seeded): number {
  const rich = SCENARIO[edition].reservePerRegion > 0
  switch (fate) {
    case 'admitted':
      return (rich ? 91 : 85) - place * (rich ? 3 : 4) - chance.between(0, 2)
    case 'reserve':
      return place === 0 ? 71 : 68.5
    case 'interviewed':
      return rich ? chance.between(50, 65) : chance.between(44, 56)
    case 'absent':
      return rich ? chance.between(62, 68) : 58
    default:
      return chance.between(30, rich ? 60 : 54)
  }
}

/** Applications whose readers disagree, as many as the scenario says: files in the middle, about which people may differ. */
export function divergentOf(applications: readonly WorldApplication[]): ReadonlySet<string> {
  const first = applications[0]
  if (first === undefined) return new Set()
  const middling = applications.filter((one) => {
    const { reading } = marksOf(one, new Set())
    return one.fate !== null && one.fate !== 'admitted' && reading >= 46 && reading <= 74
  })
  const keys = seeded(`${first.edition}/divergent`).shuffle(middling.map((one) => one.key))
  return new Set(keys.slice(0, SCENARIO[first.edition].thirdReviews))
}

/** How severe (negative) or kind a reader is, in points. */
export function leaningOf(reader: string): number {
  return seeded(`${reader}/leaning`).between(-5, 5)
}

/** Two first readings of an application by readers in this order, and the third where they lie apart. */
export function readingGrids(one: WorldApplication, marks: Marks, readers: readonly string[]): readonly Grid[] {
  const chance = seeded(`${one.key}/readings`)
  const [first = '', second = '', third] = readers
  const apart = marks.divergent ? 24 + chance.between(0, 4) : within(leaningOf(first) - leaningOf(second) + chance.between(-3, 3), -14, 14)
  const sign = marks.divergent && chance.chance(0.5) ? -1 : 1
  const one1 = gridNear(marks.reading + (sign * apart) / 2, chance)
  const two = gridNear(2 * marks.reading - points(one1), chance)
  if (!marks.divergent || third === undefined) return [one1, two]
  return [one1, two, gridNear(3 * marks.reading - points(one1) - points(two), chance)]
}

/** The grids of an interview panel, in the order of its members. */
export function interviewGrids(one: WorldApplication, marks: Marks, panel: readonly string[]): readonly Grid[] {
  const chance = seeded(`${one.key}/interview`)
  const grids: Grid[] = []
  for (const [at] of panel.entries()) {
    const left = marks.interview * panel.length - grids.reduce((sum, grid) => sum + points(grid), 0)
    const target = at === panel.length - 1 ? left : left / (panel.length - at) + chance.between(-4, 4)
    grids.push(gridNear(target, chance))
  }
  return grids
}

/** Points of 100: weight × step ÷ highest step, added up. */
export function points(grid: Grid): number {
  return CRITERIA.reduce((sum, criterion) => sum + (WEIGHTS[criterion] * grid[criterion]) / SCORING.highest, 0)
}

const GRIDS: readonly { readonly grid: Grid; readonly points: number; readonly spread: number }[] = everyGrid()

function everyGrid() {
  const steps = [1, 2, 3, 4, 5]
  return steps.flatMap((viability) =>
    steps.flatMap((impact) =>
      steps.flatMap((team) =>
        steps.map((need) => {
          const grid = { viability, impact, team, need }
          const all = Object.values(grid)
          return { grid, points: points(grid), spread: Math.max(...all) - Math.min(...all) }
        }),
      ),
    ),
  )
}

/** A grid as near to some points as there is, with steps that lie close together, as those of one file do. */
function gridNear(target: number, chance: Seeded): Grid {
  const nearest = Math.min(...GRIDS.map((one) => Math.abs(one.points - target)))
  const near = GRIDS.filter((one) => Math.abs(one.points - target) === nearest)
  const calm = Math.min(...near.map((one) => one.spread))
  const fit = near.filter((one) => one.spread <= calm + 1)
  return itemAt(fit, chance.between(0, fit.length - 1)).grid
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
