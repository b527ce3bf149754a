/**
 * For which weight of each criterion the list stays the best. As one weight grows and the others keep their proportions,
 * the total of every list is a straight line: the weights at which one of them is the best are an interval, whose ends
 * are found by halving, each question being solved exactly, in integers, under every rule.
 */
import { decimalOf, millionths } from '../selection/decimal.ts'
import { type SelectionInput, solveSelection } from '../selection/index.ts'
import { type Beyond, type InfluenceInput, InfluenceInputError, type InfluenceOutput, type WeightInfluence } from './format.ts'
import { bareOf, changeOf } from './reviewers.ts'

type Question = InfluenceInput & Required<Pick<InfluenceInput, 'criteria' | 'values'>>

/** Shares of the weight are tried in thousandths. */
export const STEPS = 1000

/** The largest total of a candidate that selection adds up. */
const MOST = 10n ** 21n - 1n

interface Scores {
  readonly selection: SelectionInput
  /** Whole numbers by criterion, then candidate, without what they have in common. */
  readonly columns: readonly (readonly bigint[])[]
  readonly weights: readonly bigint[]
}

/** About as many selections as the range of one weight takes: what is told of how far it is counts so many a criterion. */
export const SOLVES = 24

/** The range of each weight, in the order of the criteria. `told` is called with how many of the selections are made. */
export async function weightRanges(
  input: Question,
  told: (part: 'draws', done: number, of: number) => void = () => {},
): Promise<NonNullable<InfluenceOutput['weights']>> {
  const scores = readScores(input)
  const { selected } = await solveSelection(weighted(scores, scores.weights))
  if (selected === undefined) return { status: 'infeasible' }
  const each: WeightInfluence[] = []
  for (const [place, { id }] of input.criteria.entries()) {
    const solved = (count: number): void => told('draws', place * SOLVES + Math.min(count, SOLVES), input.criteria.length * SOLVES)
    each.push({ id, ...(await rangeOf(scores, place, selected, solved)) })
  }
  return { selected, resolution: shareText(1), each }
}

function readScores({ selection, criteria, values }: Question): Scores {
  const weights = withoutCommon(criteria.map(({ weight }) => millionths(weight) as bigint))
  const flat = criteria.flatMap(({ id }) => selection.candidates.map((one) => millionths(values[one.id]?.[id]) as bigint))
  const whole = withoutCommon(flat)
  const count = selection.candidates.length
  return { selection: bareOf(selection), weights, columns: criteria.map((_, place) => whole.slice(place * count, (place + 1) * count)) }
}

/** The selection under weights: totals in units that all lists share. */
function weighted({ selection, columns }: Scores, weights: readonly bigint[]): SelectionInput {
  const candidates = selection.candidates.map((one, candidate) => {
    const score = columns.reduce((sum, column, place) => sum + (weights[place] as bigint) * (column[candidate] as bigint), 0n)
    if (score > MOST || score < -MOST)
      throw new InfluenceInputError([{ path: '$.criteria', message: 'weights and scores have too many digits to be added up exactly' }])
    return { ...one, score: decimalOf(score) }
  })
  return { ...selection, candidates }
}

/** Weights under which one criterion has `step` thousandths of the whole. */
function weightsAt({ weights }: Scores, place: number, step: number): readonly bigint[] {
  const others = weights.reduce((sum, one, k) => (k === place ? sum : sum + one), 0n)
  return withoutCommon(weights.map((one, k) => (k === place ? BigInt(step) * others : BigInt(STEPS - step) * one)))
}

async function rangeOf(
  scores: Scores,
  place: number,
  selected: readonly string[],
  solved: (count: number) => void,
): Promise<Omit<WeightInfluence, 'id'>> {
  const all = scores.weights.reduce((sum, one) => sum + one, 0n)
  const share = Number(scores.weights[place]) / Number(all)
  const changes = new Map<number, Beyond | null>()
  const holds = async (step: number): Promise<boolean> => {
    const found = changes.get(step)
    const change = found === undefined ? await changeAt(scores, place, step, selected) : found
    changes.set(step, change)
    solved(changes.size)
    return change === null
  }
  const [under, over] = [Math.floor(share * STEPS + 1e-9), Math.ceil(share * STEPS - 1e-9)]
  const from = await lastThatHolds(under, 0, holds)
  const to = await lastThatHolds(over, STEPS, holds)
  const beyond = (step: number): Beyond | null => changes.get(step) ?? null
  const [first, last] = [from ?? share * STEPS, to ?? share * STEPS]
  return {
    share: share.toFixed(6),
    from: shareText(first),
    to: shareText(last),
    below: first <= 0 ? null : beyond(from === null ? under : from - 1),
    above: last >= STEPS ? null : beyond(to === null ? over : to + 1),
  }
}

/** The farthest step towards `end` at which the list is still the best; null when it is not even at the nearest. */
async function lastThatHolds(near: number, end: number, holds: (step: number) => Promise<boolean>): Promise<number | null> {
  if (!(await holds(near))) return null
  if (near === end || (await holds(end))) return end
  let [inside, outside] = [near, end]
  while (Math.abs(outside - inside) > 1) {
    const middle = (inside + outside) >> 1
    if (await holds(middle)) inside = middle
    else outside = middle
  }
  return inside
}

/** What changes at a step; null when no list has a larger total than the one selected. */
async function changeAt(scores: Scores, place: number, step: number, selected: readonly string[]): Promise<Beyond | null> {
  const input = weighted(scores, weightsAt(scores, place, step))
  const found = await solveSelection(input)
  const mine = new Set(selected)
  const total = input.candidates.reduce((sum, one) => (mine.has(one.id) ? sum + (millionths(one.score) as bigint) : sum), 0n)
  if (found.selected === undefined || total >= (millionths(found.total) as bigint)) return null
  return { share: shareText(step), ...changeOf(selected, found.selected) }
}

const shareText = (step: number): string => (step / STEPS).toFixed(step % 1 === 0 ? 3 : 6)

/** Divided by what all have in common: the order of totals stays, the numbers stay small. */
function withoutCommon(all: readonly bigint[]): bigint[] {
  const common = all.reduce((one, other) => {
    let [a, b] = [one, other < 0n ? -other : other]
    while (b !== 0n) [a, b] = [b, a % b]
    return a
  }, 0n)
  return all.map((one) => (common === 0n ? one : one / common))
}
