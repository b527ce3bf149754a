/** The form of a sealed record, key by key: what is missing, what is of another kind, and every key that is not known. */
import { fault, type RecordFault } from './fault.ts'

type Say = (path: string, message: string) => void
type Check = (value: unknown, path: string, say: Say) => void
type Bag = Record<string, unknown>

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A check of one value: whether it is what is expected, and how to say what is. */
const is =
  (expected: string, holds: (value: unknown) => boolean): Check =>
  (value, path, say) => {
    if (!holds(value)) say(path, `${expected} is expected`)
  }

const matching =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value)

/** The moment as it is written: what reads as another text is no moment (31 February, "tomorrow", a day alone). */
function isMoment(value: unknown): boolean {
  const at = typeof value === 'string' ? new Date(value) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString() === value
}

const text = is('a text', (value) => typeof value === 'string' && value !== '')
const moment = is('a moment like 2024-04-29T10:00:00.000Z', isMoment)
const hash = is('a SHA-256 in 64 hexadecimal digits', matching(/^[0-9a-f]{64}$/))
const count = is('a whole number above 0', (value) => Number.isSafeInteger(value) && Number(value) > 0)
const points = is('points of 100, a decimal as text,', (value) => matching(/^\d{1,3}(\.\d{1,6})?$/)(value) && Number(value) <= 100)
const share = is('a share from 0 to 1, a decimal as text,', (value) => matching(/^[01](\.\d{1,3})?$/)(value) && Number(value) <= 1)
const step = is('a number from 0', (value) => typeof value === 'number' && value >= 0)
const flag = is('true or false', (value) => typeof value === 'boolean')
const weight = is('a whole number from 1 to 100', (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 100)
const anything: Check = () => {}
const oneOf = (...values: readonly string[]): Check =>
  is(`one of ${values.map((one) => `"${one}"`).join(', ')}`, (value) => values.includes(String(value)))
const orNull =
  (check: Check): Check =>
  (value, path, say) => {
    if (value !== null) check(value, path, say)
  }

const listOf =
  (check: Check): Check =>
  (value, path, say) => {
    if (!Array.isArray(value)) return say(path, 'a list is expected')
    for (const [place, one] of value.entries()) check(one, `${path}[${place}]`, say)
  }

const mapOf =
  (check: Check): Check =>
  (value, path, say) => {
    if (!isBag(value)) return say(path, 'an object is expected')
    for (const [key, one] of Object.entries(value)) check(one, `${path}.${key}`, say)
  }

const bag =
  (must: Readonly<Record<string, Check>>, may: Readonly<Record<string, Check>> = {}): Check =>
  (value, path, say) => {
    if (!isBag(value)) return say(path, 'an object is expected')
    for (const key of Object.keys(value)) if (!Object.hasOwn(must, key) && !Object.hasOwn(may, key)) say(`${path}.${key}`, 'this key is not known')
    for (const [key, check] of Object.entries(must))
      if (Object.hasOwn(value, key)) check(value[key], `${path}.${key}`, say)
      else say(`${path}.${key}`, 'is missing')
    for (const [key, check] of Object.entries(may)) if (Object.hasOwn(value, key)) check(value[key], `${path}.${key}`, say)
  }

const review = { application: text, reviewer: text, stage: text }
const sources = bag(
  {
    scoreBasis: oneOf('raw', 'calibrated'),
    interviewWeight: share,
    passMark: points,
    scaleMax: count,
    criteria: listOf(bag({ code: text, weight })),
    reviews: listOf(bag({ ...review, score: points })),
    applications: listOf(
      bag(
        { id: text, steps: mapOf(step) },
        {
          why: oneOf('unread', 'not-interviewed', 'below-pass-mark'),
          region: text,
          invited: flag,
          stop: bag({ mean: orNull(points), mark: orNull(points) }),
        },
      ),
    ),
  },
  {
    errorsFrom: oneOf('reviews'),
    stages: listOf(bag({ code: text, happens: oneOf('reading', 'interview'), share, scored: flag })),
    changed: listOf(bag({ ...review, before: orNull(points), after: orNull(points) })),
  },
)

/** A proof may be deep: it is walked without recursion. Whether it proves anything is asked elsewhere. */
const certificate: Check = (value, path, say) => {
  bag({ unit: text, proof: anything })(value, path, say)
  const waiting: [unknown, string][] = [[isBag(value) ? value.proof : null, `${path}.proof`]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [proof, at] = next
    if (!isBag(proof)) say(at, 'an object is expected')
    else if ('candidate' in proof) {
      bag({ candidate: text, selected: anything, left_out: anything })(proof, at, say)
      waiting.push([proof.selected, `${at}.selected`], [proof.left_out, `${at}.left_out`])
    } else if ('rest' in proof) {
      bag({ prices: listOf(text), rest: anything })(proof, at, say)
      waiting.push([proof.rest, `${at}.rest`])
    } else bag({ ['bound' in proof ? 'bound' : 'none']: listOf(text) })(proof, at, say)
  }
}

/** What else an output says is compared with solving again, key by key. */
const output: Check = (value, path, say) => {
  if (!isBag(value)) return say(path, 'an object is expected')
  if (value.certificate !== undefined) certificate(value.certificate, `${path}.certificate`, say)
}

const record = bag(
  {
    format: text,
    edition: bag({ id: text, slug: text, programme: text }),
    // The engine names the faults of its own input.
    input: anything,
    output,
    fingerprint: hash,
    plan: count,
    sealedAt: moment,
    sealedBy: text,
  },
  { sources, appeal: bag({ seal: hash, application: text, score: points }) },
)

/** Every fault in the form of what was read; none means it has the shape of a `SelectionRecord`, its input apart. */
export function shapeFaults(value: unknown): RecordFault[] {
  const faults: RecordFault[] = []
  record(value, '$', (path, message) => void faults.push(fault('format', path, message)))
  return faults
}
