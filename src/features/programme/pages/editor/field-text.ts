/** The texts of a field: as its boxes show them, and as one line for people who only read. */
import { inLanguage, type Language, type Trilingual } from '../../../../domain/language.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import { dated } from '../../editor/fault-text.ts'
import type { FieldSpec } from '../../editor/field.ts'
import { words } from '../../editor/words/index.ts'
import type { Sent } from './field.tsx'

/** The text of each box of a field: what was sent when it comes back, else what the document holds. */
export function fieldTexts(spec: FieldSpec, name: string, value: unknown, sent: Sent): (box: string) => string {
  return (box) => {
    if (sent !== null) {
      const came = sent[box === '' ? name : `${name}.${box}`]
      return typeof came === 'string' ? came : (came?.at(-1) ?? '')
    }
    return boxText(spec, value, box)
  }
}

function boxText(spec: FieldSpec, value: unknown, box: string): string {
  switch (spec.kind) {
    case 'trilingual':
      return (value as Partial<Record<string, string>> | undefined)?.[box] ?? ''
    case 'day':
    case 'wall':
      if (box === 'none') return value === null ? 'yes' : ''
      return dateBox(typeof value === 'string' ? value : '', box)
    case 'flag':
      return value === true ? 'yes' : ''
    default:
      return value === null || value === undefined ? '' : String(value)
  }
}

const BOX = { year: [0, 4], month: [5, 7], day: [8, 10], time: [11, 16] } as const

/** Days and months without the zero in front, as they are written by hand. */
function dateBox(value: string, box: string): string {
  const [from, to] = BOX[box as keyof typeof BOX]
  const part = value.slice(from, to)
  return box === 'day' || box === 'month' ? part.replace(/^0/, '') : part
}

/** The whole value in one line of the reader's language. */
export function valueText(spec: FieldSpec, value: unknown, language: Language): string {
  const t = words(language)
  if (value === null && (spec.kind === 'day' || spec.kind === 'wall') && spec.none === true) return t.any(`none.${spec.label}`)
  if (value === null || value === undefined || value === '') return '–'
  switch (spec.kind) {
    case 'trilingual':
      return inLanguage(value as Trilingual, language).text
    case 'flag':
      return t(value === true ? 'answer.yes' : 'answer.no')
    case 'one':
      return spec.options.find((option) => option.value === value)?.name ?? String(value)
    case 'several':
      return (value as readonly string[]).map((code) => spec.options.find((option) => option.value === code)?.name ?? code).join(', ')
    case 'day':
    case 'wall':
      return dated(String(value), language)
    case 'integer':
    case 'decimal':
      return numberText(String(value), spec, language)
    default:
      return String(value)
  }
}

/** A figure with what it counts; a year and a number of an edition are no quantities, so small ones are not grouped. */
function numberText(value: string, spec: Extract<FieldSpec, { kind: 'integer' | 'decimal' }>, language: Language): string {
  const plain = spec.kind === 'integer' && (spec.max <= 9999 || !/^\d+$/.test(value))
  const figure = plain || !/^\d+(?:\.\d+)?$/.test(value) ? value : formatNumber(value, language)
  return spec.unit === undefined ? figure : `${figure}\u00a0${spec.unit}`
}
