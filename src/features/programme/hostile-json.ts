/** What JSON may hold and no honest file does, found before anything else looks at it, without recursion. */
import { type EditionFault, fault } from '../../domain/edition-fault.ts'

const DEEPEST = 24
const MOST_VALUES = 200_000
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

interface Visit {
  readonly value: unknown
  readonly steps: readonly PropertyKey[]
}

/** Keys that reach a prototype, nesting deeper than any edition, numbers beyond all bounds, more values than a file can mean. */
export function hostileParts(root: unknown): EditionFault[] {
  const faults: EditionFault[] = []
  const ahead: Visit[] = [{ value: root, steps: [] }]
  for (let seen = 0; ahead.length > 0; seen++) {
    if (seen > MOST_VALUES) return [...faults, fault([], 'too-many-values', { maximum: MOST_VALUES })]
    const { value, steps } = ahead.pop() as Visit
    if (typeof value === 'number' && !Number.isFinite(value)) faults.push(fault(steps, 'too-large', { maximum: Number.MAX_SAFE_INTEGER }))
    if (value === null || typeof value !== 'object') continue
    if (steps.length >= DEEPEST) {
      faults.push(fault(steps.slice(0, 6), 'too-deep', { maximum: DEEPEST }))
      continue
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN.has(key)) faults.push(fault([...steps, key], 'unknown-key'))
      else ahead.push({ value: (value as Record<string, unknown>)[key], steps: [...steps, Array.isArray(value) ? Number(key) : key] })
    }
  }
  return faults
}
