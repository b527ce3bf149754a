/** Reads the question strictly: every fault is named by its JSON path, unknown keys are refused. */
import { inputFaults as calibrationFaults } from '../calibration/input.ts'
import { inputFaults as selectionFaults } from '../selection/index.ts'
import { millionths } from '../selection/decimal.ts'
import type { InfluenceInput, InputFault } from './format.ts'

type Fault = (path: string, message: string) => void
type Bag = Record<string, unknown>

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
const KEYS = ['selection', 'reviews', 'scale', 'scores', 'criteria', 'values']

/** Every fault of an input; none means it has the shape of `InfluenceInput`. */
export function inputFaults(raw: unknown): InputFault[] {
  const faults: InputFault[] = []
  const fault: Fault = (path, message) => void faults.push({ path, message })
  if (!isBag(raw)) return [{ path: '$', message: 'an object is expected' }]
  for (const key of Object.keys(raw)) if (!KEYS.includes(key)) fault(`$.${key}`, 'this key is not known')
  for (const { path, message } of selectionFaults(raw.selection)) fault(`$.selection${path.slice(1)}`, message)
  if (raw.reviews === undefined && raw.criteria === undefined)
    fault('$', '"reviews" or "criteria" is expected: there is nothing to leave out or to weigh')
  const ids = idsOf(raw.selection)
  readReviews(raw, ids, fault)
  readCriteria(raw, ids, fault)
  return faults
}

/** The input, once it has no fault. */
export function asInfluenceInput(
  raw: unknown,
): { readonly ok: true; readonly input: InfluenceInput } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  const faults = inputFaults(raw)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, input: raw as InfluenceInput }
}

function idsOf(selection: unknown): Set<string> {
  const candidates = isBag(selection) && Array.isArray(selection.candidates) ? selection.candidates : []
  return new Set(candidates.flatMap((one) => (isBag(one) && typeof one.id === 'string' ? [one.id] : [])))
}

function readReviews({ reviews, scale, scores }: Bag, ids: ReadonlySet<string>, fault: Fault): void {
  if (scores !== undefined && scores !== 'raw' && scores !== 'calibrated') fault('$.scores', '"raw" or "calibrated" is expected')
  if (reviews === undefined) {
    for (const [key, value] of Object.entries({ scale, scores }))
      if (value !== undefined) fault(`$.${key}`, 'says how to read $.reviews, which are missing')
    return
  }
  for (const { path, message } of calibrationFaults({ reviews, scale })) fault(path, message)
  if (!Array.isArray(reviews)) return
  reviews.forEach((one, place) => {
    if (isBag(one) && typeof one.application === 'string' && one.application !== '' && !ids.has(one.application))
      fault(`$.reviews[${place}].application`, 'no candidate has this id')
  })
}

function readCriteria({ criteria, values }: Bag, ids: ReadonlySet<string>, fault: Fault): void {
  if (criteria === undefined) {
    if (values !== undefined) fault('$.values', 'are of $.criteria, which are missing')
    return
  }
  if (!Array.isArray(criteria) || criteria.length < 2) return fault('$.criteria', 'a list of two criteria or more is expected')
  const names = new Set<string>()
  criteria.forEach((one, place) => {
    const path = `$.criteria[${place}]`
    if (!isBag(one)) return fault(path, 'an object is expected')
    for (const key of Object.keys(one)) if (key !== 'id' && key !== 'weight') fault(`${path}.${key}`, 'this key is not known')
    const weight = millionths(one.weight)
    if (weight === null || weight <= 0n) fault(`${path}.weight`, 'a decimal above 0 of at most six places is expected')
    if (typeof one.id !== 'string' || one.id === '') fault(`${path}.id`, 'a text is expected')
    else if (names.has(one.id)) fault(`${path}.id`, `"${one.id}" stands twice`)
    else names.add(one.id)
  })
  readValues(values, ids, names, fault)
}

function readValues(values: unknown, ids: ReadonlySet<string>, names: ReadonlySet<string>, fault: Fault): void {
  if (!isBag(values)) return fault('$.values', 'an object with the scores of each candidate is expected')
  for (const id of Object.keys(values)) if (!ids.has(id)) fault(`$.values.${id}`, 'no candidate has this id')
  for (const id of ids) {
    const own = Object.hasOwn(values, id) ? values[id] : undefined
    if (!isBag(own)) fault(`$.values.${id}`, 'an object with a score for each criterion is expected')
    else
      for (const name of names)
        if (millionths(Object.hasOwn(own, name) ? own[name] : undefined) === null)
          fault(`$.values.${id}.${name}`, 'a decimal of at most six places is expected')
  }
}
