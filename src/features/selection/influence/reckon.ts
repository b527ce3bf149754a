/** What a simulation hangs on, reckoned in threads of their own: each reviewer taken out, then each weight moved. */
import type { Changes } from '../../../domain/what-if.ts'
import { type InfluenceOutput, SOLVES } from '../../../engines/influence/index.ts'
import { EngineError, runEngine } from '../../../engines/run.ts'
import type { SelectionInput } from '../../../engines/selection/index.ts'
import type { WithoutReviewersOutput } from '../../../engines/without-reviewers.ts'
import type { Database } from '../../../platform/database/database.ts'
import { candidateOf } from '../engine-input.ts'
import { criterionValues } from '../queries/criterion-values.ts'
import { selectionFacts } from '../queries/selection-facts.ts'
import { scoreSources } from '../score-sources.ts'
import { LONGEST_RUN, watched } from '../watched.ts'
import { underChanges } from '../what-if/under-changes.ts'
import { weightQuestion } from './weight-question.ts'

/** What is kept; weights are missing where there is nothing to weigh, and of what was reckoned before they were asked. */
export interface Influence extends WithoutReviewersOutput {
  readonly weights?: NonNullable<InfluenceOutput['weights']>
}

/** Null for a simulation that is gone, and once `headway`, told of steps done, answers that nobody waits any more. */
export async function reckonInfluence(
  db: Database,
  organisation: string,
  plan: string,
  headway: (done: number, of: number) => Promise<boolean>,
): Promise<Influence | null> {
  const row = await db
    .selectFrom('selection_plan')
    .select(['edition', 'input', 'changes'])
    .where('organisation', '=', organisation)
    .where('id', '=', plan)
    .executeTakeFirst()
  const facts = row === undefined ? null : await selectionFacts(db, organisation, row.edition)
  if (row === undefined || facts === null) return null
  const [shown, values] = await Promise.all([underChanges(facts, row.changes as Changes | null), criterionValues(db, organisation, row.edition)])
  const selection = row.input as SelectionInput
  const sources = scoreSources(shown)
  const pool = shown.applications.filter((one) => !one.withdrawn).map((one) => candidateOf(one, shown.terms))
  const question = weightQuestion(selection, shown.terms.criteria, values)
  const reviewers = new Set(sources.reviews.map((one) => one.reviewer)).size
  const watch = watched(headway, reviewers + (question?.criteria?.length ?? 0) * SOLVES)
  try {
    await watch.at(0)({ done: 0 })
    const without = await runEngine(
      'without-reviewers',
      { selection, pool, sources },
      { limit: LONGEST_RUN, signal: watch.signal, told: watch.at(0) },
    )
    if (question === null) return without
    const { weights } = await runEngine('influence', question, { limit: LONGEST_RUN, signal: watch.signal, told: watch.at(reviewers) })
    return { ...without, ...(weights === undefined ? {} : { weights }) }
  } catch (error) {
    if (watch.signal.aborted && error instanceof EngineError) return null
    throw error
  }
}
