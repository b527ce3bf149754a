/** Fields that are chosen, not typed. */
import { type Field, field } from './fields.ts'
import { problem, type Reading, read } from './problem.ts'

function sent(raw: unknown): string[] {
  const list = Array.isArray(raw) ? raw : [raw]
  return list.filter((one): one is string => typeof one === 'string' && one !== '')
}

/** One of the given codes. */
export function choice<const Code extends string, Required extends boolean = true>(
  codes: readonly Code[],
  options: { readonly required?: Required } = {},
): Field<Required extends false ? Code | null : Code> {
  type Answer = Required extends false ? Code | null : Code
  return field((raw): Reading<Answer> => {
    const code = sent(raw).at(-1)
    if (code === undefined) return options.required === false ? read(null as Answer) : problem('required')
    return (codes as readonly string[]).includes(code) ? read(code as Answer) : problem('choice')
  })
}

/** Any of the given codes, each once, in their given order. At least one unless `min` is 0. */
export function choices<const Code extends string>(
  codes: readonly Code[],
  options: { readonly min?: number; readonly max?: number } = {},
): Field<Code[]> {
  const { min = 1, max = codes.length } = options
  return field((raw) => {
    const chosen = new Set(sent(raw))
    const known = codes.filter((code) => chosen.has(code))
    if (known.length !== chosen.size) return problem('choice')
    if (known.length === 0 && min > 0) return problem('required')
    if (known.length < min) return problem('too-few', { min })
    return known.length > max ? problem('too-many', { max }) : read(known)
  })
}

const YES = new Set(['on', 'yes', 'true', '1'])
const NO = new Set(['', 'off', 'no', 'false', '0'])

function isOn(raw: unknown): boolean | null {
  const last = Array.isArray(raw) ? raw.at(-1) : raw
  if (typeof last === 'boolean') return last
  const word = last === undefined || last === null ? '' : String(last)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** A box, ticked or not; not ticked when it was not sent. */
export function flag(): Field<boolean> {
  return field((raw) => {
    const on = isOn(raw)
    return on === null ? problem('choice') : read(on)
  })
}

/** A box that must be ticked. */
export function consent(): Field<true> {
  return field((raw) => (isOn(raw) === true ? read<true>(true) : problem('consent')))
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id of a record, in lower case. */
export function uuid<Required extends boolean = true>(
  options: { readonly required?: Required } = {},
): Field<Required extends false ? string | null : string> {
  type Answer = Required extends false ? string | null : string
  return field((raw): Reading<Answer> => {
    const id = sent(raw).at(-1)?.toLowerCase()
    if (id === undefined) return options.required === false ? read(null as Answer) : problem('required')
    return UUID.test(id) ? read(id as Answer) : problem('choice')
  })
}

/** The version of the record that was shown, from a hidden field; a write that finds another one refuses. */
export function version(): Field<number> {
  return field((raw) => {
    const digits = sent(raw).at(-1)
    if (typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= 0) return read(raw)
    return digits !== undefined && /^\d{1,15}$/.test(digits) ? read(Number(digits)) : problem('choice')
  })
}
