/** Reads one field of the editor from what was sent. What is empty is taken as empty: an edition is written bit by bit. */
import { LANGUAGES, type Trilingual } from '../../../domain/language.ts'
import type { FieldFault } from '../../../design/form/errors.ts'
import { type Body, cleanLine, cleanText, readClock, readDate } from '../../../platform/input/form.ts'
import { readInteger, readNumber } from '../../../platform/input/number.ts'
import { readPhone } from '../../../platform/input/contact.ts'
import { fieldText } from '../../../platform/web/form.ts'
import type { FieldSpec } from './field.ts'

/** What was sent can be kept as `value`; else `fault` says why not, and what was typed stays on the page only. */
export type FieldReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: FieldFault }

const kept = (value: unknown): FieldReading => ({ ok: true, value })

function faulty(field: string, code: string, details: FieldFault['details'] = {}): FieldReading {
  return { ok: false, fault: { field, code, details } }
}

/** Whether the form held the field at all: a box that is not ticked sends nothing, so it is announced by `<name>.shown`. */
export function wasSent(spec: FieldSpec, name: string, body: Body): boolean {
  const suffix = { trilingual: '.ar', day: '.day', wall: '.day', flag: '.shown', several: '.shown' }[spec.kind as string] ?? ''
  return body[`${name}${suffix}`] !== undefined
}

/** The value of a field in the document, read from the fields of that name. */
export function readField(spec: FieldSpec, name: string, body: Body): FieldReading {
  const typed = fieldText(body, name)
  const line = cleanLine(typed)
  switch (spec.kind) {
    case 'trilingual':
      return readTexts(spec.long === true, name, body)
    case 'line':
      return kept(line === '' && spec.nullable === true ? null : spec.form === 'currency' ? line.toUpperCase() : line)
    case 'integer':
      return readNumberOf(line, name, (text) => readInteger(text, {}))
    case 'decimal':
      return line === '' ? kept(spec.nullable === true ? null : '') : readNumberOf(line, name, (text) => readNumber(text, { decimals: spec.places }))
    case 'day':
    case 'wall':
      if (spec.none === true && fieldText(body, `${name}.none`) === 'yes') return kept(null)
      return spec.kind === 'day' ? readDay(name, body) : readWall(name, body)
    case 'phone': {
      const phone = line === '' ? null : readPhone(line)
      if (phone === null) return kept('')
      return phone.ok ? kept(phone.value) : faulty(name, phone.code, phone.details)
    }
    case 'flag':
      return kept(typed === 'yes')
    case 'one':
      return kept(isOpen(spec, line) ? line : spec.nullable === true ? null : '')
    case 'several': {
      const sent = body[name]
      const chosen = sent === undefined ? [] : typeof sent === 'string' ? [sent] : sent
      return kept(chosen.map(cleanLine).filter((one) => isOpen(spec, one)))
    }
  }
}

/** Whether a choice may be kept: something was chosen, and of what the format offers. */
function isOpen({ closed, options }: Extract<FieldSpec, { kind: 'one' | 'several' }>, chosen: string): boolean {
  return chosen !== '' && (closed !== true || options.some(({ value }) => value === chosen))
}

function readTexts(long: boolean, name: string, body: Body): FieldReading {
  const clean = long ? cleanText : cleanLine
  return kept(Object.fromEntries(LANGUAGES.map((language) => [language, clean(fieldText(body, `${name}.${language}`))])) as unknown as Trilingual)
}

type NumberReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly details: FieldFault['details'] }

function readNumberOf(line: string, name: string, reader: (text: string) => NumberReading): FieldReading {
  if (line === '') return kept(null)
  const reading = reader(line)
  return reading.ok ? kept(reading.value) : faulty(name, reading.code, reading.details)
}

function readDay(name: string, body: Body): FieldReading {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => fieldText(body, `${name}.${part}`)) as [string, string, string]
  const reading = readDate({ day, month, year })
  if (reading.ok) return kept(reading.value)
  return reading.code === 'required' ? kept('') : faulty(name, reading.code, reading.details)
}

/** A day and a time of day as it will be shown there: 'YYYY-MM-DDTHH:MM'. */
function readWall(name: string, body: Body): FieldReading {
  const day = readDay(name, body)
  const typed = cleanLine(fieldText(body, `${name}.time`))
  const time = readClock(typed)
  if (!day.ok) return day
  if (day.value === '' && typed === '') return kept('')
  if (day.value === '') return faulty(name, 'date', { part: 'whole' })
  return time === null ? faulty(name, 'time') : kept(`${day.value}T${time}`)
}
