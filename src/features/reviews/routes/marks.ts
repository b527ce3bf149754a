/** A grid as a form sends it; what is not a step or a criterion is dropped by the command. */
import type { Comments, Scores } from '../../../domain/review.ts'
import { type Body, cleanText } from '../../../platform/input/form.ts'
import { fieldText } from '../../../platform/web/form.ts'

export interface Marks {
  /** -1 where none was sent that could be one. */
  readonly version: number
  readonly scores: Scores
  readonly comments: Comments
}

export function readMarks(body: Body, criteria: readonly { readonly code: string }[]): Marks {
  const scores: Record<string, number> = {}
  const comments: Record<string, string> = {}
  for (const { code } of criteria) {
    const step = fieldText(body, `score.${code}`)
    if (/^-?\d{1,3}$/.test(step)) scores[code] = Number(step)
    const comment = cleanText(fieldText(body, `comment.${code}`))
    if (comment !== '') comments[code] = comment
  }
  const version = fieldText(body, 'version')
  return { version: /^\d{1,9}$/.test(version) ? Number(version) : -1, scores, comments }
}
