/**
 * A draw among those whose scores the reviews cannot tell apart, for programmes that want one. Whoever is more than the
 * margin above the last place is in, whoever is more than it below is out; between them each has the same probability.
 * The draw is a rule anybody can follow with any tool that makes SHA-256: "seed:id", the smallest first.
 */
import { sha256 } from '../canonical.ts'
import { decimalOf, millionths } from '../selection/decimal.ts'
import type { InputFault } from './format.ts'

export interface LotteryInput {
  readonly places: number
  /** Of one group of places (a region, say). Scores are decimals of at most six places, as text. */
  readonly candidates: readonly { readonly id: string; readonly score: string }[]
  /** How far from the last place scores still count as equal: a decimal. */
  readonly margin: string
  /** Kept to oneself until the scores are closed; its hash is published before. */
  readonly seed: string
}

export interface LotteryOutput {
  /** SHA-256 of the seed. */
  readonly commitment: string
  /** The score of the last place. */
  readonly line: string
  readonly certain: readonly string[]
  readonly out: readonly string[]
  /** Near the line, in the order of the draw; the first `open` are in. */
  readonly drawn: readonly { readonly id: string; readonly hash: string; readonly selected: boolean }[]
  readonly open: number
  /** Of each who is drawn: "3/7". */
  readonly probability: string
  readonly selected: readonly string[]
}

/** Thrown for an input that is wrong: one fault a line, each with its JSON path. */
export class LotteryInputError extends Error {
  readonly faults: readonly InputFault[]
  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.faults = faults
  }
}

/** Draws; the same input gives the same output, whatever the order of the candidates. Throws `LotteryInputError`. */
export function drawLots(raw: LotteryInput | unknown): LotteryOutput {
  const faults = faultsOf(raw)
  if (faults.length > 0) throw new LotteryInputError(faults)
  const { places, candidates, margin, seed } = raw as LotteryInput
  const scored = candidates.map(({ id, score }) => ({ id, score: millionths(score) as bigint }))
  scored.sort((a, b) => (a.score === b.score ? (a.id < b.id ? -1 : 1) : a.score > b.score ? -1 : 1))
  const line = (scored[Math.min(places, scored.length) - 1] as { score: bigint }).score
  const wide = millionths(margin) as bigint
  const isEveryoneIn = places >= scored.length
  const certain = scored.filter(({ score }) => isEveryoneIn || score > line + wide)
  const near = scored.filter(({ score }) => !isEveryoneIn && score <= line + wide && score >= line - wide)
  const out = scored.filter(({ score }) => !isEveryoneIn && score < line - wide)
  const open = Math.min(places, scored.length) - certain.length
  const order = near.map(({ id }) => ({ id, hash: sha256(`${seed}:${id}`) })).sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const drawn = order.map((one, place) => ({ ...one, selected: place < open }))
  const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id)
  return {
    ...{ commitment: sha256(seed), line: decimalOf(line), certain: ids(certain), out: ids(out), drawn, open },
    probability: near.length === 0 ? '0/0' : `${open}/${near.length}`,
    selected: [...ids(certain), ...ids(drawn.filter(({ selected }) => selected))],
  }
}

function faultsOf(raw: unknown): InputFault[] {
  const faults: InputFault[] = []
  const fault = (path: string, message: string): void => void faults.push({ path, message })
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return [{ path: '$', message: 'an object is expected' }]
  const { places, candidates, margin, seed, ...others } = raw as Record<string, unknown>
  for (const key of Object.keys(others)) fault(`$.${key}`, 'this key is not known')
  if (typeof places !== 'number' || !Number.isSafeInteger(places) || places < 1) fault('$.places', 'a whole number above 0 is expected')
  const wide = typeof margin === 'string' ? millionths(margin) : null
  if (wide === null || wide < 0n) fault('$.margin', 'a decimal from 0 of at most six places is expected, as text')
  if (typeof seed !== 'string' || seed === '') fault('$.seed', 'a text is expected')
  if (!Array.isArray(candidates) || candidates.length === 0) fault('$.candidates', 'a list of one candidate or more is expected')
  else candidateFaults(candidates, fault)
  return faults
}

function candidateFaults(candidates: readonly unknown[], fault: (path: string, message: string) => void): void {
  const seen = new Set<string>()
  candidates.forEach((one, place) => {
    const path = `$.candidates[${place}]`
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return fault(path, 'an object is expected')
    const { id, score, ...others } = one as Record<string, unknown>
    for (const key of Object.keys(others)) fault(`${path}.${key}`, 'this key is not known')
    if (typeof id !== 'string' || id === '') fault(`${path}.id`, 'a text is expected')
    else if (seen.has(id)) fault(`${path}.id`, `"${id}" stands twice`)
    else seen.add(id)
    if (typeof score !== 'string' || millionths(score) === null) fault(`${path}.score`, 'a decimal of at most six places is expected, as text')
  })
}
