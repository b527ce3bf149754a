/** Two simulations beside each other: who comes in, who goes out, which limits changed, what each rule gives. */
import type { LineView, PlanView, QuotaView } from '../views.ts'

export interface RuleBeside {
  readonly name: string
  readonly one: QuotaView | null
  readonly other: QuotaView | null
}

export interface LineBeside {
  readonly number: string
  readonly title: string
  readonly region: LineView['region']
  readonly one: LineView | null
  readonly other: LineView | null
}

export interface Comparison {
  readonly one: PlanView
  readonly other: PlanView
  /** Selected by the other and not by the one; and the reverse. */
  readonly enter: readonly LineBeside[]
  readonly leave: readonly LineBeside[]
  readonly stay: number
  readonly rules: readonly RuleBeside[]
}

/** `one` is what `other` is measured against. */
export function compared(one: PlanView, other: PlanView): Comparison {
  const [first, second] = [byNumber(one), byNumber(other)]
  const inside = (plan: Map<string, LineView>, number: string): boolean => plan.get(number)?.outcome === 'selected'
  const beside = (number: string): LineBeside => {
    const [a, b] = [first.get(number) ?? null, second.get(number) ?? null]
    const { title, region } = (b ?? a) as LineView
    return { number, title, region, one: a, other: b }
  }
  const selected = [...new Set([...first.keys(), ...second.keys()])]
  return {
    one,
    other,
    enter: selected.filter((number) => inside(second, number) && !inside(first, number)).map(beside),
    leave: selected.filter((number) => inside(first, number) && !inside(second, number)).map(beside),
    stay: selected.filter((number) => inside(first, number) && inside(second, number)).length,
    rules: rulesBeside(one.quotas, other.quotas),
  }
}

function byNumber(plan: PlanView): Map<string, LineView> {
  return new Map(plan.lines.map((line) => [line.number, line]))
}

const keyOf = ({ attribute, value }: QuotaView): string => `${attribute} ${value}`

/** Rules of one value stand beside each other, whatever they are called. */
function rulesBeside(one: readonly QuotaView[], other: readonly QuotaView[]): RuleBeside[] {
  const keys = [...new Set([...one, ...other].map(keyOf))]
  return keys.flatMap((key) => {
    const [mine, theirs] = [one.filter((rule) => keyOf(rule) === key), other.filter((rule) => keyOf(rule) === key)]
    return Array.from({ length: Math.max(mine.length, theirs.length) }, (_, place) => {
      const [a, b] = [mine[place] ?? null, theirs[place] ?? null]
      return { name: ((a ?? b) as QuotaView).name, one: a, other: b }
    })
  })
}
