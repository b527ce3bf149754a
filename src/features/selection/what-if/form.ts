/** The form of a what-if: what differs from the edition is what it changes. */
import { z } from 'zod'
import type { Changes, RuleChange } from '../../../domain/what-if.ts'
import { LONGEST_NOTE } from '../../../domain/what-if.ts'
import { type Body, choice, decimal, type FieldError, integer, line, money, type Parsed, parse } from '../../../platform/input/form.ts'
import { fieldText } from '../../../platform/web/form.ts'
import type { SelectionFacts } from '../queries/selection-facts.ts'
import { type Limits, limitsOf } from './under-changes.ts'

export const limitField = (end: 'min' | 'max', { attribute, value }: Pick<Limits, 'attribute' | 'value'>): string => `${end}.${attribute}.${value}`

/** What the fields hold when nobody typed yet: the edition, with the changes of an earlier simulation put in. */
export function whatIfFields(facts: SelectionFacts, changes: Changes | null): Record<string, string> {
  const { terms } = facts
  const shown = (limit: number | null): string => (limit === null ? '' : String(limit))
  const limits = limitsOf(facts).flatMap((one) => {
    const now = changes?.rules?.find(({ attribute, value }) => attribute === one.attribute && value === one.value) ?? one
    return [
      [limitField('min', one), shown(now.min)],
      [limitField('max', one), shown(now.max)],
    ]
  })
  return {
    places: String(changes?.places ?? terms.places),
    // As it would be typed: 60, not 60.00.
    passMark: String(Number(changes?.passMark ?? terms.passMark)),
    scoreBasis: changes?.scoreBasis ?? terms.scoreBasis ?? 'raw',
    budget: changes?.budget ?? '',
    note: '',
    ...(Object.fromEntries(limits) as Record<string, string>),
  }
}

/** The changes that a sent form makes, or its faults by field. */
export function readWhatIf(body: Body, facts: SelectionFacts): Parsed<{ changes: Changes; note: string }> {
  const limits = limitsOf(facts)
  const whole = z.object({
    places: integer({ min: 1, max: 10_000 }),
    passMark: decimal({ decimals: 2 }),
    scoreBasis: choice(['raw', 'calibrated']),
    budget: money({ required: false }),
    note: line({ max: LONGEST_NOTE, required: false }),
    ...Object.fromEntries(
      limits.flatMap((one) => (['min', 'max'] as const).map((end) => [limitField(end, one), integer({ min: 0, max: 10_000, required: false })])),
    ),
  })
  const form = parse(whole, body)
  if (!form.ok) return form
  const value = form.value as Typed & Readonly<Record<string, unknown>>
  const crossed = [...markFaults(value.passMark), ...crossedLimits(limits, value)]
  return crossed.length > 0
    ? { ok: false, errors: crossed, values: body }
    : { ok: true, value: { changes: changesOf(facts, limits, value), note: value.note ?? '' } }
}

interface Typed {
  readonly places: number
  readonly passMark: string
  readonly scoreBasis: 'raw' | 'calibrated'
  readonly budget: string | null
  readonly note: string | null
}

function limitOf(value: Readonly<Record<string, unknown>>, end: 'min' | 'max', one: Limits): number | null {
  const typed = value[limitField(end, one)]
  return typeof typed === 'number' ? typed : null
}

function markFaults(mark: string): FieldError[] {
  if (Number(mark) < 0) return [{ field: 'passMark', code: 'min', details: { min: 0 } }]
  return Number(mark) > 100 ? [{ field: 'passMark', code: 'max', details: { max: 100 } }] : []
}

function crossedLimits(limits: readonly Limits[], value: Readonly<Record<string, unknown>>): FieldError[] {
  return limits.flatMap((one): FieldError[] => {
    const [min, max] = [limitOf(value, 'min', one), limitOf(value, 'max', one)]
    return min !== null && max !== null && min > max ? [{ field: limitField('max', one), code: 'min', details: { min } }] : []
  })
}

function changesOf({ terms }: SelectionFacts, limits: readonly Limits[], value: Typed & Readonly<Record<string, unknown>>): Changes {
  const rules = limits.flatMap((one): RuleChange[] => {
    const [min, max] = [limitOf(value, 'min', one), limitOf(value, 'max', one)]
    return min === one.min && max === one.max ? [] : [{ attribute: one.attribute, value: one.value, min, max }]
  })
  return {
    ...(value.places === terms.places ? {} : { places: value.places }),
    ...(Number(value.passMark) === Number(terms.passMark) ? {} : { passMark: Number(value.passMark).toFixed(2) }),
    ...(value.scoreBasis === (terms.scoreBasis ?? 'raw') ? {} : { scoreBasis: value.scoreBasis }),
    ...(value.budget === null || value.budget === '' ? {} : { budget: value.budget }),
    ...(rules.length === 0 ? {} : { rules }),
  }
}

/** Every field of the form as it was sent. */
export function sentFields(body: Body, facts: SelectionFacts): Record<string, string> {
  return Object.fromEntries(Object.keys(whatIfFields(facts, null)).map((name) => [name, fieldText(body, name)]))
}
