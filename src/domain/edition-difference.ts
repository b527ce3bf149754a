/** What differs between two versions of an edition, field by field: what a person is shown before a change is made. */
import { LANGUAGES, type Trilingual } from './language.ts'

export interface Difference {
  /** Steps to the value: in the later version, or in the earlier one for what was taken out. */
  readonly steps: readonly PropertyKey[]
  /** moved: the same item of a list at another place. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /** Undefined for what was added. */
  readonly before?: unknown
  /** Undefined for what was taken out. */
  readonly after?: unknown
}

/**
 * Every difference, in the order of the later version. Items of lists are the same when their code is; where items have
 * no code, when they stand at the same place. A text in three languages is one value.
 */
export function differences(before: unknown, after: unknown, steps: readonly PropertyKey[] = []): Difference[] {
  if (isSame(before, after)) return []
  if (before === undefined) return [{ steps, kind: 'added', after }]
  if (after === undefined) return [{ steps, kind: 'removed', before }]
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, steps)
  if (isGroup(before) && isGroup(after))
    return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) => differences(before[key], after[key], [...steps, key]))
  return [{ steps, kind: 'changed', before, after }]
}

/** A value somebody wrote, and the steps to it. A text in three languages is one value, and so is a list of codes. */
export interface Written {
  readonly steps: readonly PropertyKey[]
  readonly value: unknown
}

/** Everything that is written, in the order of the document; what says nothing is left out. */
export function writtenValues(value: unknown, steps: readonly PropertyKey[] = []): readonly Written[] {
  if (value === undefined || value === null || value === '' || value === false) return []
  if (isTrilingual(value)) return LANGUAGES.some((language) => value[language] !== '') ? [{ steps, value }] : []
  if (Array.isArray(value)) {
    if (value.some((item) => typeof item === 'object')) return value.flatMap((item, place) => writtenValues(item, [...steps, place]))
    return value.length === 0 ? [] : [{ steps, value }]
  }
  if (isGroup(value)) return Object.entries(value).flatMap(([key, inner]) => writtenValues(inner, [...steps, key]))
  return [{ steps, value }]
}

function listDifferences(before: readonly unknown[], after: readonly unknown[], steps: readonly PropertyKey[]): Difference[] {
  if (![...before, ...after].every((item) => codeOf(item) !== undefined))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, place) =>
      differences(before[place], after[place], [...steps, place]),
    ).flat()
  const places = new Map(before.map((item, place) => [codeOf(item), place]))
  const kept = new Set(after.map(codeOf))
  const order = after.map(codeOf).filter((code) => places.has(code))
  const orderBefore = before.map(codeOf).filter((code) => kept.has(code))
  const inOrder = new Set(longestInOrder(order.map((code) => orderBefore.indexOf(code))).map((place) => orderBefore[place]))
  const changed = after.flatMap((item, place): Difference[] => {
    const from = places.get(codeOf(item))
    if (from === undefined) return [{ steps: [...steps, place], kind: 'added', after: item }]
    const moved: Difference[] = inOrder.has(codeOf(item)) ? [] : [{ steps: [...steps, place], kind: 'moved', before: from, after: place }]
    return [...moved, ...differences(before[from], item, [...steps, place])]
  })
  const removed = before.flatMap((item, place): Difference[] =>
    kept.has(codeOf(item)) ? [] : [{ steps: [...steps, place], kind: 'removed', before: item }],
  )
  return [...changed, ...removed]
}

/** The longest run of numbers that only rises, so that as few items as possible are said to have moved. */
function longestInOrder(numbers: readonly number[]): readonly number[] {
  const best: number[][] = []
  for (const [place, number] of numbers.entries()) {
    const before = best.filter((_, other) => (numbers[other] as number) < number).sort((a, b) => b.length - a.length)[0] ?? []
    best[place] = [...before, number]
  }
  return best.sort((a, b) => b.length - a.length)[0] ?? []
}

function codeOf(item: unknown): string | undefined {
  const code = typeof item === 'object' && item !== null ? (item as { code?: unknown }).code : undefined
  return typeof code === 'string' && code !== '' ? code : undefined
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isTrilingual(value)
}

export function isTrilingual(value: unknown): value is Trilingual {
  return typeof value === 'object' && value !== null && LANGUAGES.every((language) => typeof (value as Partial<Trilingual>)[language] === 'string')
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
}
