/** What the assignment engine takes, read strictly: one message a fault, each naming its JSON path. */
import type { Group } from './groups.ts'

export interface AssignmentReviewer {
  readonly id: string
  readonly min_load: number
  readonly max_load: number
}

/** What every application asks of its readers: of each value of the attribute, or of one value alone. */
export interface AssignmentRule {
  readonly attribute: string
  readonly value?: AttributeValue
  readonly at_most?: number
  readonly at_least?: number
  /** Ids of the applications it speaks of; all when absent. */
  readonly applications?: readonly string[]
}

export type AttributeValue = string | number | boolean | null

/** As it stands in a file; see `readInput`. */
export interface AssignmentInput {
  /** Reviewers for each application: one number for all, or by id. */
  readonly demand: number | Readonly<Record<string, number>>
  /** Ids, in the recorded order. */
  readonly applications: readonly string[]
  readonly reviewers: readonly (AssignmentReviewer & { readonly attributes?: Readonly<Record<string, AttributeValue>> })[]
  /** A row an application, a column a reviewer; or triples [application, reviewer, weight], a pair without one not being allowed. Up to 6 decimals. */
  readonly weights: readonly (readonly number[])[] | readonly (readonly [string, string, number])[]
  readonly conflicts?: readonly (readonly [string, string])[]
  readonly forced?: readonly (readonly [string, string])[]
  readonly rules?: readonly AssignmentRule[]
  /** worst-off-first: the largest least sum of weights an application has, then the largest total. */
  readonly objective?: 'total' | 'worst-off-first'
  /** No pair is more probable than this; needs a seed. */
  readonly probability_limit?: number | null
  readonly seed?: string | null
}

/** The same, with places instead of ids. */
export interface Problem {
  readonly applications: readonly string[]
  readonly reviewers: readonly AssignmentReviewer[]
  readonly demand: readonly number[]
  /** Millionths, by application, then reviewer; NaN where the pair is not allowed. */
  readonly weights: Float64Array
  readonly forced: readonly (readonly [application: number, reviewer: number])[]
  /** For each rule, the groups of reviewers it speaks of. */
  readonly rules: readonly { readonly rule: AssignmentRule; readonly groups: readonly Group[] }[]
  readonly objective: 'total' | 'worst-off-first'
  /** Millionths. */
  readonly limit: number | null
  readonly seed: string
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
  for (const key of Object.keys(raw)) if (!KNOWN.has(key)) fault(`$.${key}`, 'unknown key')
  const applications = readIds(raw.applications, '$.applications', fault)
  const reviewers = readReviewers(raw.reviewers, fault)
  const places = { application: placesOf(applications), reviewer: placesOf(reviewers.map((one) => one.id)) }
  const demand = readDemand(raw.demand, applications, places.application, fault)
  const weights = readWeights(raw.weights, applications.length, reviewers.length, places, fault)
  for (const [application, reviewer] of readPairs(raw.conflicts, '$.conflicts', places, fault))
    weights[application * reviewers.length + reviewer] = Number.NaN
  const forced = readPairs(raw.forced, '$.forced', places, fault)
  const rules = readRules(raw.rules, Array.isArray(raw.reviewers) ? raw.reviewers : [], places.application, fault)
  const objective = raw.objective ?? 'total'
  if (objective !== 'total' && objective !== 'worst-off-first') fault('$.objective', '"total" or "worst-off-first" is expected')
  const { limit, seed } = readChance(raw, fault)
  if (faults.length > 0) return { ok: false, faults }
  const aim = objective as Problem['objective']
  return { ok: true, problem: { applications, reviewers, demand, weights, forced, rules, objective: aim, limit, seed } }
}

type Fault = (path: string, message: string) => void
interface Places {
  readonly application: ReadonlyMap<string, number>
  readonly reviewer: ReadonlyMap<string, number>
}

/** The limit of a randomised assignment, in millionths, and its seed. */
function readChance(raw: Record<string, unknown>, fault: Fault): { limit: number | null; seed: string } {
  const { probability_limit: limit, seed } = raw
  const isSeed = typeof seed === 'string' && seed !== ''
  if (seed !== undefined && seed !== null && !isSeed) fault('$.seed', 'a text that is not empty is expected')
  if (limit === undefined || limit === null) return { limit: null, seed: '' }
  const units = typeof limit === 'number' ? Math.round(limit * MILLION) : Number.NaN
  if (!(units > 0 && units <= MILLION && Math.abs((limit as number) * MILLION - units) < 1e-3))
    fault('$.probability_limit', 'a number above 0, of 1 at most, with 6 decimals at most is expected')
  if (!isSeed) fault('$.seed', 'a text is expected: a randomised assignment is drawn from it')
  if (raw.objective === 'worst-off-first') fault('$.objective', 'a randomised assignment has the objective "total"')
  return { limit: units, seed: String(seed) }
}

const RULE_KEYS = new Set(['attribute', 'value', 'at_most', 'at_least', 'applications'])
const isValue = (value: unknown): value is AttributeValue =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

function readRules(raw: unknown, reviewers: readonly unknown[], places: ReadonlyMap<string, number>, fault: Fault): Problem['rules'] {
  if (raw === undefined) return []
  if (!Array.isArray(raw)) {
    fault('$.rules', 'a list is expected')
    return []
  }
  const values = reviewers.map((one) => (isObject(one) && isObject(one.attributes) ? one.attributes : {}))
  return raw.flatMap((one, place) => {
    const rule = readRule(one, `$.rules[${place}]`, places, fault)
    return rule === null ? [] : [{ rule, groups: groupsOf(rule, values, places) }]
  })
}

function readRule(raw: unknown, path: string, places: ReadonlyMap<string, number>, fault: Fault): AssignmentRule | null {
  if (!isObject(raw)) {
    fault(path, 'an object is expected')
    return null
  }
  for (const key of Object.keys(raw)) if (!RULE_KEYS.has(key)) fault(`${path}.${key}`, 'unknown key')
  if (typeof raw.attribute !== 'string' || raw.attribute === '') fault(`${path}.attribute`, 'the name of an attribute is expected')
  if (raw.value !== undefined && !isValue(raw.value)) fault(`${path}.value`, 'a text, a number, true, false or null is expected')
  if (raw.at_most === undefined && raw.at_least === undefined) fault(path, 'at_most or at_least is expected')
  for (const bound of ['at_most', 'at_least'])
    if (raw[bound] !== undefined && !isCount(raw[bound])) fault(`${path}.${bound}`, 'a whole number from 0 is expected')
  if (raw.applications !== undefined && !Array.isArray(raw.applications)) fault(`${path}.applications`, 'a list of ids is expected')
  else
    for (const [place, id] of ((raw.applications ?? []) as unknown[]).entries())
      if (!places.has(id as string)) fault(`${path}.applications[${place}]`, 'is no application')
  if (isCount(raw.at_most) && isCount(raw.at_least) && raw.at_least > raw.at_most) fault(`${path}.at_least`, 'is more than at_most')
  return raw as unknown as AssignmentRule
}

/** Without a value, a rule speaks of every value the reviewers have; who has none is in no group. */
function groupsOf(rule: AssignmentRule, attributes: readonly Record<string, unknown>[], places: ReadonlyMap<string, number>): Group[] {
  const held = attributes.map((all) => (Object.hasOwn(all, rule.attribute) ? all[rule.attribute] : undefined))
  const values = rule.value === undefined ? [...new Set(held.filter((value) => value !== undefined))] : [rule.value]
  const [least, most] = [rule.at_least ?? 0, rule.at_most ?? Number.MAX_SAFE_INTEGER]
  const only = Array.isArray(rule.applications) ? { only: new Set(rule.applications.flatMap((id) => places.get(id) ?? [])) } : {}
  return values.map((value) => ({ members: new Set(held.flatMap((one, place) => (one === value ? [place] : []))), least, most, ...only }))
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

function readWeights(raw: unknown, rows: number, columns: number, places: Places, fault: Fault): Float64Array {
  const weights = new Float64Array(rows * columns).fill(Number.NaN)
  if (!Array.isArray(raw)) fault('$.weights', 'a list of rows or of triples is expected')
  else if (raw.length > 0 && raw.every((one) => Array.isArray(one) && one.length === 3 && typeof one[0] === 'string'))
    readTriples(raw as unknown[][], weights, places, fault)
  else if (raw.length !== rows) fault('$.weights', `${rows} rows are expected, one for each application`)
  else for (const [place, row] of raw.entries()) readRow(row, place, weights.subarray(place * columns, (place + 1) * columns), fault)
  return weights
}

function readTriples(raw: readonly (readonly unknown[])[], weights: Float64Array, places: Places, fault: Fault): void {
  for (const [place, [application, reviewer, weight]] of raw.entries()) {
    const [row, column] = [places.application.get(application as string), places.reviewer.get(reviewer as string)]
    if (row === undefined) fault(`$.weights[${place}][0]`, 'is no application')
    else if (column === undefined) fault(`$.weights[${place}][1]`, 'is no reviewer')
    else weights[row * places.reviewer.size + column] = readWeight(weight, `$.weights[${place}][2]`, fault)
  }
}

function readRow(raw: unknown, place: number, into: Float64Array, fault: Fault): void {
  if (!Array.isArray(raw) || raw.length !== into.length)
    return fault(`$.weights[${place}]`, `${into.length} weights are expected, one for each reviewer`)
  for (let column = 0; column < raw.length; column++) {
    const weight = raw[column]
    // The path is put together only for what is wrong: there may be millions.
    into[column] = isWeight(weight) ? Math.round(weight * MILLION) : readWeight(weight, `$.weights[${place}][${column}]`, fault)
  }
}

function isWeight(raw: unknown): raw is number {
  const millionths = typeof raw === 'number' ? Math.round(raw * MILLION) : Number.NaN
  return Math.abs(millionths) <= 1e12 && Math.abs((raw as number) * MILLION - millionths) <= 1e-3
}

function readWeight(raw: unknown, path: string, fault: Fault): number {
  if (isWeight(raw)) return Math.round(raw * MILLION)
  fault(path, 'a number between -1000000 and 1000000 with 6 decimals at most is expected')
  return 0
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
