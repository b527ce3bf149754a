/** Selections far larger than an edition's, under 22 crossing rules, by the engine in its thread. */
import { checkCertificate, type Rule, type SelectionInput } from '../src/engines/selection/index.ts'
import { askThread } from '../src/engines/run.ts'
import { drawn, PROGRAM } from './selection.ts'
import { figure, type Finding, median, type Pace, under } from './rounds.ts'

const REGIONS = Array.from({ length: 12 }, (_, place) => `region-${place + 1}`)
const SECTORS = ['music', 'theatre', 'craft', 'cinema', 'design', 'games']

/** Twelve regions of uneven size, six sectors, women, rural places, ages and a budget: all of them cross. */
function rulesFor(places: number): Rule[] {
  const between = (attribute: string, values: readonly string[], least: number, most: number): Rule[] =>
    values.map((value) => ({ attribute, value, min: Math.floor(places * least), max: Math.ceil(places * most) }))
  return [
    ...between('region', REGIONS, 1 / 24, 1 / 6),
    ...between('sector', SECTORS, 1 / 12, 1 / 4),
    { attribute: 'woman_led', value: true, min: Math.ceil(places / 2) },
    { attribute: 'rural', value: true, min: Math.ceil(places / 4) },
    { attribute: 'age', value: '18-23', min: Math.floor(places / 3) },
    { sum: 'cost', max: places * 45_000 },
  ]
}

function inputOf(count: number, places: number, seed: number): SelectionInput {
  const draw = drawn(seed)
  const oneOf = (all: readonly string[], lean = 1): string => all[Math.floor(draw() ** lean * all.length)] as string
  const candidates = Array.from({ length: count }, (_, place) => ({
    id: `c${place}`,
    score: (40 + (50 * (draw() + draw() + draw())) / 3).toFixed(2),
    attributes: {
      ...{ region: oneOf(REGIONS, 1.5), sector: oneOf(SECTORS), age: draw() < 0.5 ? '18-23' : '24-29' },
      ...{ woman_led: draw() < 0.35, rural: draw() < 0.2, cost: 1000 * Math.round(20 + 60 * draw()) },
    },
  }))
  return { places, candidates, rules: rulesFor(places), tie_break: { seed: String(seed) }, reserve: 8 }
}

async function timed(input: SelectionInput): Promise<number> {
  const began = performance.now()
  const output = await askThread(PROGRAM, 'selection', input)
  const time = performance.now() - began
  const faults = checkCertificate(input, output)
  if (output.status !== 'optimal' || faults.length > 0) throw new Error(`The selection does not hold: ${[output.status, ...faults].join(', ')}.`)
  return time
}

export async function largeSelection({ pace }: { readonly pace: Pace }): Promise<Finding[]> {
  const cases = [
    { count: 10_000, places: 24, most: 5000, rounds: pace.rounds, draws: 0 },
    { count: 10_000, places: 500, most: 10_000, rounds: pace.rounds, draws: 0 },
    { count: 1000, places: 24, most: 20_000, rounds: 1, draws: 1000 },
  ]
  const findings: Finding[] = []
  for (const { count, places, most, rounds, draws } of cases) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const input = inputOf(count, places, 31 + round)
      const standard_errors = Object.fromEntries(input.candidates.map(({ id }) => [id, 2.5]))
      times.push(await timed(draws === 0 ? input : { ...input, stability: { draws, seed: 'bench', standard_errors } }))
    }
    findings.push({
      what: `selection of ${places} of ${figure(count)} under 22 crossing rules, unique and certified${draws === 0 ? '' : `, with probabilities by ${figure(draws)} draws`}: median, slowest of ${rounds}`,
      found: `${figure(median(times))} ms, ${figure(Math.max(...times))} ms`,
      ...under(Math.max(...times), most, 'ms'),
    })
  }
  return findings
}
