/** The facts of an edition as a what-if sees them, and the limits that stand without it. */
import type { Changes } from '../../../domain/what-if.ts'
import { calibrated } from '../calibrated.ts'
import { expandedRules, valuesOf } from '../engine-input.ts'
import type { SelectionFacts } from '../queries/selection-facts.ts'

/** The same facts under other rules and terms; calibrated where these decide and did not before. */
export async function underChanges(facts: SelectionFacts, changes: Changes | null): Promise<SelectionFacts> {
  if (changes === null) return facts
  const { rules, ...terms } = changes
  const changed = { ...facts, terms: { ...facts.terms, ...terms, ...(rules === undefined ? {} : { changed: rules }) } }
  const isNew = terms.scoreBasis === 'calibrated' && facts.terms.scoreBasis !== 'calibrated'
  return isNew ? calibrated(changed) : changed
}

export interface Limits {
  readonly attribute: string
  readonly value: string
  readonly min: number | null
  readonly max: number | null
}

const ATTRIBUTES = ['region', 'strand', 'sector', 'applicant-kind', 'gender'] as const

/** Every value a rule can speak of, with the limits that hold for it now. */
export function limitsOf(facts: SelectionFacts): Limits[] {
  const rules = expandedRules(facts).map(({ rule }) => rule)
  return ATTRIBUTES.flatMap((attribute) =>
    valuesOf(facts.terms, facts.applications, attribute).map((value) => {
      const own = rules.filter((rule) => rule.attribute === attribute && rule.value === value)
      const [least, most] = [own.flatMap(({ min }) => min ?? []), own.flatMap(({ max }) => max ?? [])]
      return { attribute, value, min: least.length === 0 ? null : Math.max(...least), max: most.length === 0 ? null : Math.min(...most) }
    }),
  )
}
