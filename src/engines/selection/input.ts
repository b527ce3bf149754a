/** Reads a selection strictly: every fault is named by its JSON path, unknown keys are refused. */
import { millionths } from './decimal.ts'
import type { Attribute, InputFault, SelectionInput } from './format.ts'
import { isTooLarge } from './problem.ts'

type Fault = (path: string, message: string) => void
type Bag = Record<string, unknown>

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isAttribute = (value: unknown): value is Attribute =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

/** Every fault of an input; none means it has the shape of `SelectionInput`. */
export function inputFaults(raw: unknown): InputFault[] {
  const faults: InputFault[] = []
  const fault: Fault = (path, message) => void faults.push({ path, message })
  if (!isBag(raw)) return [{ path: '$', message: 'an object is expected' }]
  known(raw, '$', ['places', 'candidates', 'rules', 'forced_in', 'forced_out', 'tie_break', 'reserve', 'explain', 'stability'], fault)
  if (!isCount(raw.places) || raw.places === 0) fault('$.places', 'a whole number above 0 is expected')
  const ids = candidates(raw.candidates, fault)
  const entries = Array.isArray(raw.candidates) ? raw.candidates.filter(isBag) : []
  rules(raw.rules, ids, entries, fault)
  const inside = listOfIds(raw.forced_in, '$.forced_in', ids, fault)
  const outside = new Set(listOfIds(raw.forced_out, '$.forced_out', ids, fault))
  for (const id of inside) if (outside.has(id)) fault('$.forced_out', `"${id}" is also forced in`)
  tieBreak(raw.tie_break, ids, fault)
  if (raw.reserve !== undefined && !isCount(raw.reserve)) fault('$.reserve', 'a whole number is expected')
  if (raw.explain !== undefined && typeof raw.explain !== 'boolean') fault('$.explain', 'true or false is expected')
  if (raw.stability !== undefined) stability(raw.stability, ids, fault)
  return faults
}

/** The input, once it has no fault. */
export function asSelectionInput(
  raw: unknown,
): { readonly ok: true; readonly input: SelectionInput } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  const faults = inputFaults(raw)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, input: raw as SelectionInput }
}

function known(bag: Bag, path: string, keys: readonly string[], fault: Fault): void {
  for (const key of Object.keys(bag)) if (!keys.includes(key)) fault(`${path}.${key}`, 'this key is not known')
}

function candidates(raw: unknown, fault: Fault): Set<string> {
  const ids = new Set<string>()
  if (!Array.isArray(raw) || raw.length === 0) {
    fault('$.candidates', 'a list of one candidate or more is expected')
    return ids
  }
  raw.forEach((one, place) => {
    const path = `$.candidates[${place}]`
    if (!isBag(one)) return fault(path, 'an object is expected')
    known(one, path, ['id', 'score', 'attributes'], fault)
    if (typeof one.id !== 'string' || one.id === '') fault(`${path}.id`, 'a text is expected')
    else if (ids.has(one.id)) fault(`${path}.id`, `"${one.id}" stands twice`)
    else ids.add(one.id)
    if (typeof one.score !== 'string' || millionths(one.score) === null)
      fault(`${path}.score`, 'a decimal of at most six places is expected, as text')
    attributes(one.attributes, `${path}.attributes`, fault)
  })
  return ids
}

function attributes(raw: unknown, path: string, fault: Fault): void {
  if (raw === undefined) return
  if (!isBag(raw)) return fault(path, 'an object is expected')
  for (const [key, value] of Object.entries(raw))
    if (!isAttribute(value)) fault(`${path}.${key}`, 'a text, a number, true, false or null is expected')
}

function rules(raw: unknown, ids: ReadonlySet<string>, entries: readonly Bag[], fault: Fault): void {
  if (!Array.isArray(raw)) return fault('$.rules', 'a list is expected')
  raw.forEach((one, place) => {
    const path = `$.rules[${place}]`
    if (!isBag(one)) return fault(path, 'an object is expected')
    if ('attribute' in one) countRule(one, path, fault)
    else if ('sum' in one) sumRule(one, path, entries, fault)
    else if ('exclusive' in one) exclusiveRule(one, path, ids, fault)
    else fault(path, 'one of "attribute", "sum" and "exclusive" is expected')
  })
}

function countRule(rule: Bag, path: string, fault: Fault): void {
  known(rule, path, ['attribute', 'value', 'min', 'max'], fault)
  if (typeof rule.attribute !== 'string') fault(`${path}.attribute`, 'a text is expected')
  if (!isAttribute(rule.value)) fault(`${path}.value`, 'a text, a number, true, false or null is expected')
  for (const end of ['min', 'max']) if (rule[end] !== undefined && !isCount(rule[end])) fault(`${path}.${end}`, 'a whole number is expected')
  limits(rule, path, fault)
}

function sumRule(rule: Bag, path: string, entries: readonly Bag[], fault: Fault): void {
  known(rule, path, ['sum', 'min', 'max'], fault)
  for (const end of ['min', 'max'])
    if (rule[end] !== undefined && millionths(rule[end]) === null) fault(`${path}.${end}`, 'a decimal of at most six places is expected')
  limits(rule, path, fault)
  const name = rule.sum
  if (typeof name !== 'string') return fault(`${path}.sum`, 'a text is expected')
  const values = entries.map((one) => millionths(isBag(one.attributes) ? one.attributes[name] : undefined))
  values.forEach((value, place) => {
    if (value === null) fault(`$.candidates[${place}].attributes.${name}`, `a decimal of at most six places is expected: ${path} adds it up`)
  })
  if (isTooLarge(values.filter((value) => value !== null)))
    fault(`${path}.sum`, `the values of all candidates add up to more than can be computed exactly (${Number.MAX_SAFE_INTEGER} of their common unit)`)
}

function exclusiveRule(rule: Bag, path: string, ids: ReadonlySet<string>, fault: Fault): void {
  known(rule, path, ['exclusive'], fault)
  if (listOfIds(rule.exclusive ?? null, `${path}.exclusive`, ids, fault).length < 2) fault(`${path}.exclusive`, 'two ids or more are expected')
}

function limits(rule: Bag, path: string, fault: Fault): void {
  if (rule.min === undefined && rule.max === undefined) return fault(path, '"min" or "max" is expected')
  const [min, max] = [millionths(rule.min), millionths(rule.max)]
  if (min !== null && max !== null && min > max) fault(path, '"min" is above "max"')
}

function listOfIds(raw: unknown, path: string, ids: ReadonlySet<string>, fault: Fault): string[] {
  if (raw === undefined) return []
  if (!Array.isArray(raw)) {
    fault(path, 'a list of ids is expected')
    return []
  }
  const seen = new Set<string>()
  raw.forEach((one, place) => {
    if (typeof one !== 'string' || !ids.has(one)) fault(`${path}[${place}]`, 'no candidate has this id')
    else if (seen.has(one)) fault(`${path}[${place}]`, `"${one}" stands twice`)
    else seen.add(one)
  })
  return raw.filter((one): one is string => typeof one === 'string')
}

function tieBreak(raw: unknown, ids: ReadonlySet<string>, fault: Fault): void {
  if (raw === undefined) return
  if (Array.isArray(raw)) {
    const listed = new Set(listOfIds(raw, '$.tie_break', ids, fault))
    for (const id of ids) if (!listed.has(id)) fault('$.tie_break', `"${id}" is missing from the order`)
    return
  }
  if (!isBag(raw)) return fault('$.tie_break', 'a list of ids or { "seed": … } is expected')
  known(raw, '$.tie_break', ['seed'], fault)
  if (typeof raw.seed !== 'string' || raw.seed === '') fault('$.tie_break.seed', 'a text is expected')
}

const MOST_DRAWS = 100_000

function stability(raw: unknown, ids: ReadonlySet<string>, fault: Fault): void {
  if (!isBag(raw)) return fault('$.stability', 'an object is expected')
  known(raw, '$.stability', ['draws', 'seed', 'standard_errors'], fault)
  if (!isCount(raw.draws) || raw.draws === 0 || raw.draws > MOST_DRAWS)
    fault('$.stability.draws', `a whole number from 1 to ${MOST_DRAWS} is expected`)
  if (typeof raw.seed !== 'string' || raw.seed === '') fault('$.stability.seed', 'a text is expected')
  if (!isBag(raw.standard_errors)) return fault('$.stability.standard_errors', 'an object is expected')
  for (const [id, value] of Object.entries(raw.standard_errors)) {
    if (!ids.has(id)) fault(`$.stability.standard_errors.${id}`, 'no candidate has this id')
    const units = millionths(value)
    if (units === null || units < 0n) fault(`$.stability.standard_errors.${id}`, 'a decimal from 0 of at most six places is expected')
  }
}
