/** The selection of 24 of 179 under every rule of the edition of 2024, by the engine in its thread, as the desk asks it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { askThread } from '../src/engines/run.ts'
import { engineInput } from '../src/features/selection/engine-input.ts'
import type { ApplicationFacts, EditionTerms, SelectionFacts } from '../src/features/selection/queries/selection-facts.ts'
import { figure, type Finding, median, type Pace, under } from './rounds.ts'

const POOL = 179
const PLACES = 24
const SHARE_OF_WOMEN = 0.45
const KINDS = ['person', 'person', 'person', 'team', 'team', 'cso']

interface EditionFile {
  readonly edition: { readonly passMark: string; readonly interviewWeight: string; readonly reservePerRegion: number; readonly places: number }
  readonly regions: EditionTerms['regions']
  readonly sectors: EditionTerms['sectors']
  readonly applicantKinds: EditionTerms['kinds']
  readonly criteria: EditionTerms['criteria']
  readonly selectionRules: EditionTerms['rules']
}

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function termsOf(file: EditionFile): EditionTerms {
  const { edition, regions, sectors, applicantKinds: kinds, criteria, selectionRules: rules } = file
  return {
    ...{
      edition: '00000000-0000-7000-8000-000000002024',
      slug: '2024',
      programme: '',
      programmeSlug: 'kawaliss',
      scaleMax: 5,
      seedCeiling: '30000',
      currency: 'MAD',
    },
    ...{ places: edition.places, reservePerRegion: edition.reservePerRegion, passMark: edition.passMark, interviewWeight: edition.interviewWeight },
    ...{ regions, sectors, kinds, strands: [], criteria, rules },
  }
}

/** A pool as an edition has one: scores between 60 and 95 with ties among them, sectors unevenly chosen. */
function poolOf(terms: EditionTerms, seed: number): SelectionFacts {
  const draw = drawn(seed)
  const oneOf = <One>(all: readonly One[], lean = 1): One => all[Math.floor(draw() ** lean * all.length)] as One
  const score = (): string => (60 + Math.floor((draw() + draw()) * 17.5) + (draw() < 0.5 ? 0 : 0.5)).toFixed(2)
  const applications = Array.from(
    { length: POOL },
    (_, place): ApplicationFacts => ({
      application: `KW-2024-${String(place + 1).padStart(4, '0')}`,
      number: `KW-2024-${String(place + 1).padStart(4, '0')}`,
      title: '',
      region: oneOf(terms.regions).code,
      sector: oneOf(terms.sectors, 1.6).code,
      kind: oneOf(KINDS),
      strand: null,
      gender: draw() < SHARE_OF_WOMEN ? 'woman' : 'man',
      withdrawn: false,
      attended: true,
      readings: [score(), score()],
      interviews: [score(), score()],
      steps: {},
    }),
  )
  return { terms, applications, given: [], reviews: { readings: 2 * POOL, interviews: 2 * POOL, awaited: 0 } }
}

/** The thread as it was built. */
export const PROGRAM = pathToFileURL(join(import.meta.dirname, '..', 'dist', 'engine.worker.mjs'))

export async function selection({ pace }: { readonly pace: Pace }): Promise<Finding[]> {
  const file = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'editions', 'kawaliss-2024.json'), 'utf8')) as EditionFile
  const terms = termsOf(file)
  const times: number[] = []
  let rules = 0
  for (let round = 0; round < Math.max(6, pace.rounds); round++) {
    const input = engineInput(poolOf(terms, 2024 + round))
    if (input === null) throw new Error('The pool holds no candidate.')
    const began = performance.now()
    const output = await askThread(PROGRAM, 'selection', input)
    times.push(performance.now() - began)
    if (output.status !== 'optimal' || output.selected?.length !== PLACES) throw new Error(`Pool ${round} was not solved: ${output.status}.`)
    rules = input.rules?.length ?? 0
  }
  const [first = 0, ...next] = times
  return [
    {
      what: `selection of ${PLACES} of ${POOL} under ${rules} rules, with reserve, reasons and probabilities: the first of a process, the slowest of the ${next.length} after it`,
      found: `${figure(first)} ms, ${figure(Math.max(...next))} ms (median of these ${figure(median(next))} ms)`,
      ...under(Math.max(...times), 1000, 'ms'),
    },
  ]
}
