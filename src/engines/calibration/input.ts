/** Reads a calibration strictly: every fault is named by its JSON path, unknown keys are refused. */
import type { CalibrationInput, InputFault } from './format.ts'

type Fault = (path: string, message: string) => void
type Bag = Record<string, unknown>

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isId = (value: unknown): value is string => typeof value === 'string' && value !== ''

const KEYS = ['reviews', 'scale', 'higher_is_better', 'draws', 'seed', 'criteria', 'places', 'explain']
const REVIEW_KEYS = ['application', 'reviewer', 'score', 'scores', 'confidence', 'panel']
const MOST_DRAWS = 100_000
/** Scores and scales beyond this are no scores; squares of what is allowed stay exact enough. */
const FARTHEST = 1e9
const MOST_CONFIDENCE = 1e6

/** Every fault of an input; none means it has the shape of `CalibrationInput`. */
export function inputFaults(raw: unknown): InputFault[] {
  const faults: InputFault[] = []
  const fault: Fault = (path, message) => void faults.push({ path, message })
  if (!isBag(raw)) return [{ path: '$', message: 'an object is expected' }]
  known(raw, '$', KEYS, fault)
  const scale = readScale(raw.scale, '$.scale', fault)
  const criteria = readCriteria(raw.criteria, scale, fault)
  readReviews(raw.reviews, scale, criteria, fault)
  for (const key of ['higher_is_better', 'explain'])
    if (raw[key] !== undefined && typeof raw[key] !== 'boolean') fault(`$.${key}`, 'true or false is expected')
  if (raw.draws !== undefined && (!isCount(raw.draws) || raw.draws > MOST_DRAWS))
    fault('$.draws', `a whole number from 0 to ${MOST_DRAWS} is expected`)
  if (raw.seed !== undefined && raw.seed !== null && typeof raw.seed !== 'string') fault('$.seed', 'a text is expected')
  if (isCount(raw.draws) && raw.draws > 0 && !isId(raw.seed)) fault('$.seed', 'a text is expected: ranks are drawn from it')
  if (raw.places !== undefined && (!isCount(raw.places) || raw.places === 0)) fault('$.places', 'a whole number above 0 is expected')
  return faults
}

/** The input, once it has no fault. */
export function asCalibrationInput(
  raw: unknown,
): { readonly ok: true; readonly input: CalibrationInput } | { readonly ok: false; readonly faults: readonly InputFault[] } {
  const faults = inputFaults(raw)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, input: raw as CalibrationInput }
}

function known(bag: Bag, path: string, keys: readonly string[], fault: Fault): void {
  for (const key of Object.keys(bag)) if (!keys.includes(key)) fault(`${path}.${key}`, 'this key is not known')
}

type Scale = readonly [number, number] | null

function readScale(raw: unknown, path: string, fault: Fault): Scale {
  const isPair = Array.isArray(raw) && raw.length === 2 && raw.every((end) => isNumber(end) && Math.abs(end) <= FARTHEST)
  if (isPair && raw[0] < raw[1]) return raw as unknown as Scale
  fault(path, 'two numbers, the lowest score and then the highest, are expected')
  return null
}

/** The scale of each criterion. */
function readCriteria(raw: unknown, scale: Scale, fault: Fault): ReadonlyMap<string, Scale> {
  const scales = new Map<string, Scale>()
  if (raw === undefined) return scales
  if (!Array.isArray(raw) || raw.length === 0) {
    fault('$.criteria', 'a list of one criterion or more is expected')
    return scales
  }
  raw.forEach((one, place) => {
    const path = `$.criteria[${place}]`
    if (!isBag(one)) return fault(path, 'an object is expected')
    known(one, path, ['id', 'weight', 'scale'], fault)
    if (!isNumber(one.weight) || one.weight <= 0 || one.weight > FARTHEST) fault(`${path}.weight`, 'a number above 0 is expected')
    const own = one.scale === undefined ? scale : readScale(one.scale, `${path}.scale`, fault)
    if (!isId(one.id)) fault(`${path}.id`, 'a text is expected')
    else if (scales.has(one.id)) fault(`${path}.id`, `"${one.id}" stands twice`)
    else scales.set(one.id, own)
  })
  return scales
}

function readReviews(raw: unknown, scale: Scale, criteria: ReadonlyMap<string, Scale>, fault: Fault): void {
  if (!Array.isArray(raw) || raw.length === 0) return fault('$.reviews', 'a list of one review or more is expected')
  const seen = new Map<string, number>()
  raw.forEach((one, place) => {
    const path = `$.reviews[${place}]`
    if (!isBag(one)) return fault(path, 'an object is expected')
    known(one, path, REVIEW_KEYS, fault)
    for (const key of ['application', 'reviewer']) if (!isId(one[key])) fault(`${path}.${key}`, 'an id is a text that is not empty')
    readPair(one, place, path, seen, fault)
    if (one.confidence !== undefined && !(isNumber(one.confidence) && one.confidence >= 1 / MOST_CONFIDENCE && one.confidence <= MOST_CONFIDENCE))
      fault(`${path}.confidence`, 'a number above 0 is expected')
    if (one.panel !== undefined && one.panel !== null && !isId(one.panel)) fault(`${path}.panel`, 'a text or null is expected')
    readScores(one, scale, criteria, path, fault)
  })
}

function readPair(one: Bag, place: number, path: string, seen: Map<string, number>, fault: Fault): void {
  if (!isId(one.application) || !isId(one.reviewer)) return
  const pair = JSON.stringify([one.application, one.reviewer])
  const before = seen.get(pair)
  if (before === undefined) seen.set(pair, place)
  else fault(path, `"${one.reviewer}" has reviewed "${one.application}" already, in $.reviews[${before}]`)
}

function readScores(one: Bag, scale: Scale, criteria: ReadonlyMap<string, Scale>, path: string, fault: Fault): void {
  if (criteria.size === 0) {
    if (one.scores !== undefined) fault(`${path}.scores`, 'there are no $.criteria to score')
    return within(one.score, scale, `${path}.score`, fault)
  }
  if (one.score !== undefined && one.score !== null) fault(`${path}.score`, 'where there are $.criteria, the score is computed from "scores"')
  if (!isBag(one.scores)) return fault(`${path}.scores`, 'an object with a score for each criterion is expected')
  let given = 0
  for (const [id, score] of Object.entries(one.scores)) {
    if (!criteria.has(id)) fault(`${path}.scores.${id}`, 'is no criterion')
    else if (score !== null) {
      given++
      within(score, criteria.get(id) ?? null, `${path}.scores.${id}`, fault)
    }
  }
  if (given === 0) fault(`${path}.scores`, 'one score or more is expected')
}

function within(raw: unknown, scale: Scale, path: string, fault: Fault): void {
  if (!isNumber(raw)) fault(path, 'a number is expected')
  else if (scale !== null && (raw < scale[0] || raw > scale[1])) fault(path, `a number from ${scale[0]} to ${scale[1]} is expected`)
}
