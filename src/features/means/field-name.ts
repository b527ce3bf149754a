/** Several forms of one page hold a field of the same name: each carries the id of its record, so that labels and faults find their own. */
import type { Body } from '../../platform/input/form.ts'

export function fieldName(name: string, id: string): string {
  return `${name}-${id}`
}

/** The fields of the form of one record, under their plain names. */
export function fieldsOf(body: Body, id: string): Body {
  const own: [string, Body[string]][] = Object.entries(body).map(([name, value]) => [name.replace(`-${id}`, ''), value])
  return Object.fromEntries(own)
}

/** The three boxes of a date, as they were typed. */
export function boxesOf(values: Readonly<Record<string, string>>, name: string): { day: string; month: string; year: string } {
  return { day: values[`${name}.day`] ?? '', month: values[`${name}.month`] ?? '', year: values[`${name}.year`] ?? '' }
}
