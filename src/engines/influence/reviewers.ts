/** Who would be selected without each reviewer. */
import { calibrate, type ReviewInput } from '../calibration/index.ts'
import { type SelectionInput, solveSelection } from '../selection/index.ts'
import type { InfluenceInput, InfluenceOutput, ReviewerInfluence } from './format.ts'

type Question = InfluenceInput & Required<Pick<InfluenceInput, 'reviews' | 'scale'>>

/** Solves the selection with all reviews, then without those of each reviewer, in the order of their ids: exactly, under every rule. */
export async function withoutEachReviewer(input: Question): Promise<NonNullable<InfluenceOutput['reviewers']>> {
  const all = scoresOf(input, input.reviews)
  const bare = withScores(input.selection, all)
  const { selected } = await solveSelection(bare)
  if (selected === undefined) return { status: 'infeasible' }
  const ids = [...new Set(input.reviews.map(({ reviewer }) => reviewer))].sort()
  const each: ReviewerInfluence[] = []
  for (const id of ids) each.push(await withoutOne(input, id, all, selected))
  return { selected, each }
}

async function withoutOne(input: Question, id: string, all: ReadonlyMap<string, string>, selected: readonly string[]): Promise<ReviewerInfluence> {
  const others = input.reviews.filter(({ reviewer }) => reviewer !== id)
  const scores = scoresOf(input, others)
  const unread = [...all.keys()].filter((application) => !scores.has(application)).sort()
  const now = new Map([...all, ...scores])
  const reviews = input.reviews.length - others.length
  const found = await solveSelection(withScores(input.selection, now))
  if (found.selected === undefined) return { id, reviews, status: 'infeasible', enter: [], leave: [], unread }
  const change = changeOf(selected, found.selected)
  return { id, reviews, status: change.enter.length === 0 ? 'same' : 'other', ...change, unread }
}

/** Who is in the second list and not in the first, and the reverse, by id. */
export function changeOf(before: readonly string[], after: readonly string[]): { readonly enter: string[]; readonly leave: string[] } {
  const [old, now] = [new Set(before), new Set(after)]
  return { enter: after.filter((id) => !old.has(id)).sort(), leave: before.filter((id) => !now.has(id)).sort() }
}

/** Scores by application, with six decimals. */
function scoresOf({ scores, scale }: Question, reviews: readonly ReviewInput[]): Map<string, string> {
  if (reviews.length === 0) return new Map()
  const { applications } = calibrate({ reviews, scale })
  return new Map(applications.map((one) => [one.id, (scores === 'calibrated' ? one.calibrated : one.raw).toFixed(6)]))
}

function withScores(selection: SelectionInput, scores: ReadonlyMap<string, string>): SelectionInput {
  return { ...bareOf(selection), candidates: selection.candidates.map((one) => ({ ...one, score: scores.get(one.id) ?? one.score })) }
}

/** A selection of which only the list is asked. */
export function bareOf({ places, candidates, rules, forced_in, forced_out, tie_break }: SelectionInput): SelectionInput {
  return {
    ...{ places, candidates, rules },
    ...(forced_in === undefined ? {} : { forced_in }),
    ...(forced_out === undefined ? {} : { forced_out }),
    ...(tie_break === undefined ? {} : { tie_break }),
  }
}
