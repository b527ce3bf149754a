/** The options of a plan as an address or a form says them: `ask` once for each wish, and `limit`. */
import { LIMITS, type PlanOptions } from '../../domain/assignment.ts'

/** What is asked of a plan: under which options, and for which stage (the first that is read, unless said). */
export interface PlanAsk {
  readonly options?: PlanOptions | undefined
  readonly stage?: string | undefined
}

/** In the order they are offered. */
export const WISHES_OF_PLAN = ['outside', 'connected', 'worst'] as const

/** What is not known is not asked for. */
export function readOptions(ask: readonly string[], limit: string | undefined): PlanOptions {
  return {
    outside: ask.includes('outside'),
    connected: ask.includes('connected'),
    worstFirst: ask.includes('worst'),
    limit: LIMITS.find((one) => one === limit) ?? null,
  }
}

/** The wishes that are asked for. */
export function wishesIn({ outside, connected, worstFirst }: PlanOptions): (typeof WISHES_OF_PLAN)[number][] {
  const wanted = { outside, connected, worst: worstFirst }
  return WISHES_OF_PLAN.filter((name) => wanted[name])
}

/** The same as fields of a form. */
export function optionFields(options: PlanOptions): readonly (readonly [name: string, value: string])[] {
  return [...wishesIn(options).map((wish) => ['ask', wish] as const), ...(options.limit === null ? [] : [['limit', options.limit] as const])]
}

/** As the query of an address, with its question mark; '' for none. `stage` where the plan is of another than the first. */
export function optionQuery(options: PlanOptions, stage?: string): string {
  const fields = optionFields(options).map(([name, value]) => [name, value])
  const query = new URLSearchParams(stage === undefined ? fields : [...fields, ['stage', stage]]).toString()
  return query === '' ? '' : `?${query}`
}
