/** The selection made again with the score of one file alone changed: what the jury would have listed. */
import type { SelectionRecord } from '../../../engines/record.ts'
import { runEngine } from '../../../engines/run.ts'
import type { SelectionInput } from '../../../engines/selection/index.ts'
import { passes } from '../../../domain/review.ts'
import { candidateOf, fillable, fingerprintOf } from '../engine-input.ts'
import type { SelectionFacts } from '../queries/selection-facts.ts'

export interface Reread {
  /** As the sealed record it is against, with what was changed. */
  readonly record: SelectionRecord
  readonly selected: boolean
}

/**
 * From a sealed record and a new score (points of 100): null when the score is below the pass mark, where no list can
 * hold the file. Everybody else keeps their score, the rules are those that were sealed.
 */
export async function reread(
  sealed: SelectionRecord,
  hash: string,
  facts: SelectionFacts,
  application: string,
  score: string,
): Promise<Reread | null> {
  const own = facts.applications.find((one) => one.application === application)
  const exact = Number(score).toFixed(6)
  if (own === undefined || !passes(exact, sealed.sources?.passMark ?? facts.terms.passMark)) return null
  const changed = { ...candidateOf(own, facts.terms), score: exact }
  const isCandidate = sealed.input.candidates.some(({ id }) => id === application)
  const candidates = isCandidate
    ? sealed.input.candidates.map((one) => (one.id === application ? { ...one, score: exact } : one))
    : [...sealed.input.candidates, changed]
  const { stability: _, ...rest } = sealed.input
  const counts = rest.rules.filter((rule) => 'attribute' in rule)
  const input: SelectionInput = { ...rest, candidates, places: isCandidate ? rest.places : fillable(facts.terms.places, candidates, counts) }
  const output = await runEngine('selection', input)
  const record = { ...sealed, input, output, fingerprint: fingerprintOf(input), appeal: { seal: hash, application, score: exact } }
  return { record, selected: (output.selected ?? []).includes(application) }
}
