/** What a list says of every eligible application: the rows of `decision`. */
import type { Explanation, SelectionOutput } from '../../engines/selection/index.ts'
import { expandedRules, standings } from './engine-input.ts'
import { type Invitation, invitationOf, type Stop } from './invitation.ts'
import type { SelectionFacts } from './queries/selection-facts.ts'

/** Why, in codes and numbers; pages and letters put it in words. */
export interface DecisionExplanation {
  /** Why it was no candidate; absent for a candidate. */
  readonly why?: 'unread' | 'not-interviewed' | 'below-pass-mark'
  /** Where no interview was held: who was invited, and with what. Absent in decisions before this was kept. */
  readonly invitation?: Invitation
  /** Where a stage kept it out. */
  readonly stop?: Stop
  /** Points: what the list would lose without the project. */
  readonly margin?: string | null
  /** Points that lacked. */
  readonly gap?: string | null
  /** Codes of the rules of the edition that kept a project from a place score alone would have given, or the reverse. */
  readonly rules?: readonly string[]
  /** Share of the draws in which it is selected. */
  readonly probability?: number
  /** Mean step by criterion. */
  readonly steps: Readonly<Record<string, number>>
}

export interface DecisionRow {
  readonly application: string
  readonly outcome: 'selected' | 'reserve' | 'not-selected'
  readonly region: string
  /** By score over the edition, then by the order between equals; those without a score come last, by number. */
  readonly rank: number
  readonly reserve_rank: number | null
  readonly score: string | null
  readonly explanation: DecisionExplanation
}

/** A decision for every eligible application that was not withdrawn, in the order of their ranks. */
export function decisionsOf(facts: SelectionFacts, output: SelectionOutput): DecisionRow[] {
  const all = standings(facts)
  const explained = new Map((output.explanations ?? []).map((one, place) => [one.id, { ...one, place }]))
  const selected = new Set(output.selected)
  const rules = expandedRules(facts)
  const scored = (id: string): number => Number(all.get(id)?.score ?? -1)
  const present = facts.applications.filter((one) => !one.withdrawn)
  const after = Number.MAX_SAFE_INTEGER
  const ordered = [...present].sort(
    (a, b) =>
      (explained.get(a.application)?.place ?? after) - (explained.get(b.application)?.place ?? after) ||
      scored(b.application) - scored(a.application) ||
      (a.number < b.number ? -1 : 1),
  )
  const reserve = reserveRanks(output, new Map(present.map((one) => [one.application, one.region])))
  return ordered.map((file, place) => {
    const { application, region, steps } = file
    const at = all.get(application)
    const one = explained.get(application)
    const why = at === undefined || at.candidate || at.why === 'withdrawn' ? {} : { why: at.why }
    return {
      application,
      outcome: selected.has(application) ? 'selected' : reserve.has(application) ? 'reserve' : 'not-selected',
      region,
      rank: place + 1,
      reserve_rank: reserve.get(application) ?? null,
      score: at?.score ?? null,
      explanation: {
        ...why,
        ...(why.why === 'not-interviewed' ? { invitation: invitationOf(present, file) } : {}),
        ...(why.why === 'below-pass-mark' && file.stop ? { stop: file.stop } : {}),
        ...(one === undefined
          ? {}
          : explanationOf(
              one,
              rules.map(({ of }) => of?.code ?? null),
              output,
            )),
        steps,
      },
    }
  })
}

function explanationOf(one: Explanation, codes: readonly (string | null)[], output: SelectionOutput): Omit<DecisionExplanation, 'steps'> {
  const rules = [...new Set(one.binding_rules.flatMap((index) => codes[index] ?? []))]
  const probability = output.probability?.[one.id]
  return {
    ...(one.selected ? { margin: one.margin ?? null } : { gap: one.gap ?? null }),
    rules,
    ...(probability === undefined ? {} : { probability }),
  }
}

/** First, second… of the reserve within each region, in the order of the list. */
function reserveRanks(output: SelectionOutput, regions: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>()
  const ranks = new Map<string, number>()
  for (const id of output.reserve ?? []) {
    const region = regions.get(id) ?? ''
    counts.set(region, (counts.get(region) ?? 0) + 1)
    ranks.set(id, counts.get(region) as number)
  }
  return ranks
}
