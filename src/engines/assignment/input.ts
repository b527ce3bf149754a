/** What the assignment engine takes, read strictly: one message a fault, each naming its JSON path. */

export interface AssignmentReviewer {
  readonly id: string
  readonly min_load: number
  readonly max_load: number
}

/** As it stands in a file; see `readInput`. */
export interface AssignmentInput {
  /** Reviewers for each application: one number for all, or by id. */
  readonly demand: number | Readonly<Record<string, number>>
  /** Ids, in the recorded order. */
  readonly applications: readonly string[]
  readonly reviewers: readonly (AssignmentReviewer & { readonly attributes?: Readonly<Record<string, unknown>> })[]
  /** A row an application, a column a reviewer; or triples [application, reviewer, weight], a pair without one not being allowed. Up to 6 decimals. */
  readonly weights: readonly (readonly number[])[] | readonly (readonly [string, string, number])[]
  readonly conflicts?: readonly (readonly [string, string])[]
  readonly forced?: readonly (readonly [string, string])[]
  readonly objective?: 'total'
}

/** The same, with places instead of ids. */
export interface Problem {
  readonly applications: readonly string[]
  readonly reviewers: readonly AssignmentReviewer[]
  readonly demand: readonly number[]
  /** Millionths, by application and reviewer; null where the pair is not allowed. */
  readonly weights: readonly (readonly (number | null)[])[]
  readonly forced: readonly (readonly [application: number, reviewer: number])[]
}

export interface InputFault {
  readonly path: string
  readonly message: string
}

const KNOWN = new Set(['demand', 'applications', 'reviewers', 'weights', 'conflicts', 'forced', 'rules', 'objective', 'probability_limit', 'seed'])
const REVIEWER_KEYS = new Set(['id', 'min_load', 'max_load', 'attributes'])
const MILLION = 1_000_000

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** Reads an input; answers every fault found in it. */
export function readInput(
  raw: unknown,
): { readonly ok: true; readonly problem: Problem } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  if (!isObject(raw)) return { ok: false, faults: [{ path: '$', message: 'an object is expected' }] }
  const faults: InputFault[] = []
  const fault = (path: string, message: string): void => void faults.push({ path, message })
  refuseOthers(raw, fault)
  const applications = readIds(raw.applications, '$.applications', fault)
  const reviewers = readReviewers(raw.reviewers, fault)
  const places = { application: placesOf(applications), reviewer: placesOf(reviewers.map((one) => one.id)) }
  const demand = readDemand(raw.demand, applications, places.application, fault)
  const weights = readWeights(raw.weights, applications.length, reviewers.length, places, fault)
  for (const [application, reviewer] of readPairs(raw.conflicts, '$.conflicts', places, fault))
    (weights[application] as (number | null)[])[reviewer] = null
  const forced = readPairs(raw.forced, '$.forced', places, fault)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, problem: { applications, reviewers, demand, weights, forced } }
}

type Fault = (path: string, message: string) => void
interface Places {
  readonly application: ReadonlyMap<string, number>
  readonly reviewer: ReadonlyMap<string, number>
}

/** What this engine does not solve is refused by name, never ignored. */
function refuseOthers(raw: Record<string, unknown>, fault: Fault): void {
  for (const key of Object.keys(raw)) if (!KNOWN.has(key)) fault(`$.${key}`, 'unknown key')
  if (raw.objective !== undefined && raw.objective !== 'total') fault('$.objective', 'only the objective "total" is solved')
  if (raw.rules !== undefined && !(Array.isArray(raw.rules) && raw.rules.length === 0))
    fault('$.rules', 'rules on attributes are not solved: leave them out')
  if (raw.probability_limit !== undefined && raw.probability_limit !== null)
    fault('$.probability_limit', 'randomised assignment is not solved: leave it out or null')
  if (raw.seed !== undefined && raw.seed !== null) fault('$.seed', 'there is no chance in this assignment: leave the seed out')
}

function readIds(raw: unknown, path: string, fault: Fault): string[] {
  if (!Array.isArray(raw)) {
    fault(path, 'a list of ids is expected')
    return []
  }
  const seen = new Set<string>()
  raw.forEach((id, place) => {
    if (typeof id !== 'string' || id === '') fault(`${path}[${place}]`, 'an id is a text that is not empty')
    else if (seen.has(id)) fault(`${path}[${place}]`, `"${id}" stands twice`)
    else seen.add(id)
  })
  return raw.map(String)
}

function readReviewers(raw: unknown, fault: Fault): AssignmentReviewer[] {
  if (!Array.isArray(raw)) {
    fault('$.reviewers', 'a list of reviewers is expected')
    return []
  }
  readIds(
    raw.map((one) => (isObject(one) ? one.id : undefined)),
    '$.reviewers',
    fault,
  )
  return raw.map((one, place) => {
    const path = `$.reviewers[${place}]`
    if (!isObject(one)) {
      fault(path, 'an object is expected')
      return { id: '', min_load: 0, max_load: 0 }
    }
    for (const key of Object.keys(one)) if (!REVIEWER_KEYS.has(key)) fault(`${path}.${key}`, 'unknown key')
    const min = one.min_load ?? 0
    if (!isCount(min)) fault(`${path}.min_load`, 'a whole number from 0 is expected')
    if (!isCount(one.max_load)) fault(`${path}.max_load`, 'a whole number from 0 is expected')
    else if (isCount(min) && min > one.max_load) fault(`${path}.min_load`, 'is more than max_load')
    return { id: String(one.id), min_load: Number(min), max_load: Number(one.max_load) }
  })
}

const placesOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, place) => [id, place]))

function readDemand(raw: unknown, applications: readonly string[], places: ReadonlyMap<string, number>, fault: Fault): number[] {
  if (isCount(raw)) return applications.map(() => raw)
  if (!isObject(raw)) {
    fault('$.demand', 'a whole number from 0, or one for each application, is expected')
    return applications.map(() => 0)
  }
  for (const key of Object.keys(raw)) if (!places.has(key)) fault(`$.demand.${key}`, 'is no application')
  return applications.map((id) => {
    const one = raw[id]
    if (isCount(one)) return one
    fault(`$.demand.${id}`, 'a whole number from 0 is expected')
    return 0
  })
}

function readWeights(raw: unknown, rows: number, columns: number, places: Places, fault: Fault): (number | null)[][] {
  const weights = Array.from({ length: rows }, () => new Array<number | null>(columns).fill(null))
  if (!Array.isArray(raw)) fault('$.weights', 'a list of rows or of triples is expected')
  else if (raw.length > 0 && raw.every((one) => Array.isArray(one) && one.length === 3 && typeof one[0] === 'string'))
    readTriples(raw as unknown[][], weights, places, fault)
  else if (raw.length !== rows) fault('$.weights', `${rows} rows are expected, one for each application`)
  else for (const [place, row] of raw.entries()) readRow(row, place, weights[place] as (number | null)[], fault)
  return weights
}

function readTriples(raw: readonly (readonly unknown[])[], weights: (number | null)[][], places: Places, fault: Fault): void {
  for (const [place, [application, reviewer, weight]] of raw.entries()) {
    const [row, column] = [places.application.get(application as string), places.reviewer.get(reviewer as string)]
    if (row === undefined) fault(`$.weights[${place}][0]`, 'is no application')
    else if (column === undefined) fault(`$.weights[${place}][1]`, 'is no reviewer')
    else (weights[row] as (number | null)[])[column] = readWeight(weight, `$.weights[${place}][2]`, fault)
  }
}

function readRow(raw: unknown, place: number, into: (number | null)[], fault: Fault): void {
  if (!Array.isArray(raw) || raw.length !== into.length) fault(`$.weights[${place}]`, `${into.length} weights are expected, one for each reviewer`)
  else for (const [column, weight] of raw.entries()) into[column] = readWeight(weight, `$.weights[${place}][${column}]`, fault)
}

function readWeight(raw: unknown, path: string, fault: Fault): number {
  const millionths = typeof raw === 'number' ? Math.round(raw * MILLION) : Number.NaN
  if (!Number.isSafeInteger(millionths) || Math.abs(millionths) > 1e12 || Math.abs((raw as number) * MILLION - millionths) > 1e-3) {
    fault(path, 'a number between -1000000 and 1000000 with 6 decimals at most is expected')
    return 0
  }
  return millionths
}

function readPairs(raw: unknown, path: string, places: Places, fault: Fault): [number, number][] {
  if (raw === undefined) return []
  if (!Array.isArray(raw)) {
    fault(path, 'a list of pairs is expected')
    return []
  }
  return raw.flatMap((pair, place): [number, number][] => {
    const [application, reviewer] = Array.isArray(pair) && pair.length === 2 ? [places.application.get(pair[0]), places.reviewer.get(pair[1])] : []
    if (application !== undefined && reviewer !== undefined) return [[application, reviewer]]
    fault(`${path}[${place}]`, 'a pair [application, reviewer] of known ids is expected')
    return []
  })
}
