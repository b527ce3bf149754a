/** The question under which weights a list stays, made of a simulation and of what its applications have of each criterion. */
import type { InfluenceInput } from '../../../engines/influence/index.ts'
import type { SelectionInput } from '../../../engines/selection/index.ts'

/**
 * Null where there is nothing to weigh: fewer than two criteria. What of a score comes from no weighed criterion
 * (calibration, a vote, a grid with weights of its own) stays with its application whatever the weights: it is put on
 * every criterion alike, so that under the weights of the edition each total is the score that decided.
 */
export function weightQuestion(
  selection: SelectionInput,
  criteria: readonly { readonly code: string; readonly weight: number }[],
  values: ReadonlyMap<string, Readonly<Record<string, number>>>,
): InfluenceInput | null {
  if (criteria.length < 2) return null
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const scores = new Map(selection.candidates.map(({ id, score }) => [id, Number(score)]))
  const of = (id: string): Record<string, string> => {
    const own = criteria.map(({ code }) => values.get(id)?.[code] ?? 0)
    const weighed = criteria.reduce((sum, { weight }, place) => sum + (weight * (own[place] as number)) / whole, 0)
    return Object.fromEntries(criteria.map(({ code }, place) => [code, ((own[place] as number) + (scores.get(id) ?? 0) - weighed).toFixed(6)]))
  }
  return {
    selection,
    criteria: criteria.map(({ code, weight }) => ({ id: code, weight })),
    values: Object.fromEntries(selection.candidates.map(({ id }) => [id, of(id)])),
  }
}
