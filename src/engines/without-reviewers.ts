/** The selection made again without each reviewer in turn: what the list owes to one person. Pure: plain values in, plain values out. */
import { passes } from '../domain/review.ts'
import { type ScoreSources, scoresFrom } from './scores.ts'
import { type Candidate, type SelectionInput, solveSelection } from './selection/index.ts'

export interface WithoutReviewersInput {
  readonly selection: SelectionInput
  /** What rules look at, of every application that could be a candidate. */
  readonly pool: readonly Pick<Candidate, 'id' | 'attributes'>[]
  readonly sources: ScoreSources
}

export interface WithoutReviewer {
  readonly reviewer: string
  readonly reviews: number
  readonly status: 'same' | 'other' | 'infeasible'
  readonly enter: readonly string[]
  readonly leave: readonly string[]
  /** Seen by nobody else in a stage that counts: they keep their score. */
  readonly kept: readonly string[]
}

export interface WithoutReviewersOutput {
  readonly each: readonly WithoutReviewer[]
}

/** In the order of the reviewers' ids. `told` is called with how many are done. */
export async function withoutReviewers(
  { selection, pool, sources }: WithoutReviewersInput,
  told: (part: 'draws', done: number, of: number) => void = () => {},
): Promise<WithoutReviewersOutput> {
  const { reserve: _, explain: __, stability: ___, ...base } = selection
  const before = new Set((await solveSelection(base)).selected ?? [])
  const scores = new Map(selection.candidates.map(({ id, score }) => [id, score]))
  const reviewers = [...new Set(sources.reviews.map((one) => one.reviewer))].sort()
  const each: WithoutReviewer[] = []
  for (const [done, reviewer] of reviewers.entries()) {
    told('draws', done, reviewers.length)
    const own = sources.reviews.filter((one) => one.reviewer === reviewer)
    const now = await scoresFrom({ ...sources, reviews: sources.reviews.filter((one) => one.reviewer !== reviewer) })
    const kept = [...new Set(own.map((one) => one.application))].filter((id) => !now.has(id) && scores.has(id))
    const candidates = pool.flatMap((one) => {
      const score = now.get(one.id) ?? scores.get(one.id)
      return score !== undefined && passes(score, sources.passMark) ? [{ ...one, score }] : []
    })
    const { status, selected = [] } = await solveSelection({ ...base, candidates })
    const after = new Set(selected)
    const enter = selected.filter((id) => !before.has(id))
    const leave = status === 'optimal' ? [...before].filter((id) => !after.has(id)) : []
    each.push({ reviewer, reviews: own.length, status: status === 'infeasible' ? status : enter.length === 0 ? 'same' : 'other', enter, leave, kept })
  }
  return { each }
}
