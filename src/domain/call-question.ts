/** Questions about a call: who may ask, who answers, and what the public reads of it. */
import { type CallTimes, callState } from './call.ts'
import type { Trilingual } from './language.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Viewer } from './viewer.ts'

/** From one address in an hour, and from all of them together: a call of some thousand applicants asks far less. */
export const QUESTIONS_AN_HOUR = { address: 5, all: 200 } as const
export const LONGEST_QUESTION = 1500
export const LONGEST_ANSWER = 2000

/** Anybody may ask, from the day a call is public until it has closed. */
export function mayAsk(call: CallTimes, asked: { readonly address: number; readonly all: number }, now: Date): Result<null> {
  const state = callState(call, now)
  if (state === 'prepared') return refused('call/unknown')
  if (state === 'closed') return refused('call-question/closed')
  if (asked.address >= QUESTIONS_AN_HOUR.address || asked.all >= QUESTIONS_AN_HOUR.all) return refused('call-question/too-many')
  return ok(null)
}

/** Officers of the edition read questions and answer them. */
export function mayAnswer(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

/** A question and its answer as the public reads them. */
export interface PublishedAnswer {
  readonly question: Trilingual
  readonly answer: Trilingual
}

export interface Answering {
  /** What is mailed to who asked, in their language. */
  readonly answer: string
  /** What everybody reads; null to answer its writer alone. */
  readonly published: PublishedAnswer | null
}

/** A question is answered once; what everybody reads is whole in three languages. */
export function answerQuestion(facts: { readonly answered: boolean }, { answer, published }: Answering): Result<null> {
  if (facts.answered) return refused('call-question/already-answered')
  if (answer.trim() === '') return refused('call-question/answer-missing')
  const texts = published === null ? [] : [...Object.values(published.question), ...Object.values(published.answer)]
  return texts.some((text) => text.trim() === '') ? refused('call-question/languages-missing') : ok(null)
}
