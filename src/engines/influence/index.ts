/** What a selection hangs on: reviewers, weights, and a draw among those it cannot tell apart. Pure: plain values in, plain values out. */
import { type InfluenceInput, InfluenceInputError, type InfluenceOutput } from './format.ts'
import { asInfluenceInput } from './input.ts'
import { withoutEachReviewer } from './reviewers.ts'
import { weightRanges } from './weights.ts'

export type { Beyond, InfluenceInput, InfluenceOutput, ReviewerInfluence, WeightInfluence } from './format.ts'
export { InfluenceInputError } from './format.ts'
export { SOLVES } from './weights.ts'
export { drawLots, type LotteryInput, LotteryInputError, type LotteryOutput } from './lottery.ts'

/** Makes the selection again without each reviewer, and under other weights, as far as the input holds what it takes; `told` hears how far the weights are. Rejects with `InfluenceInputError` for a wrong one. */
export async function influence(raw: InfluenceInput | unknown, told?: Parameters<typeof weightRanges>[1]): Promise<InfluenceOutput> {
  const reading = asInfluenceInput(raw)
  if (!reading.ok) throw new InfluenceInputError(reading.faults)
  const { reviews, scale, criteria, values } = reading.input
  return {
    ...(reviews === undefined || scale === undefined ? {} : { reviewers: await withoutEachReviewer({ ...reading.input, reviews, scale }) }),
    ...(criteria === undefined || values === undefined ? {} : { weights: await weightRanges({ ...reading.input, criteria, values }, told) }),
  }
}
