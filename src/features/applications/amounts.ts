/** What the two amounts that forms of Kawaliss ask say together: a project costs something, and asks for no more than it costs. */
import type { Answers } from '../../domain/form.ts'
import type { Asked } from '../../domain/form-asked.ts'
import { MONEY } from './answer-text.ts'
import type { AnswerFault } from './answers.ts'

const TOTAL = 'budget_total'
const REQUESTED = 'funding_requested'

/** Faults of the amounts of a form that asks them by these codes; a form may leave out either. */
export function amountFaults(answers: Answers, asked: Asked): AnswerFault[] {
  const amount = (code: string): number | null => {
    const answer = asked.has(code) ? answers[code] : undefined
    return typeof answer === 'string' && MONEY.test(answer) ? Number(answer) : null
  }
  const [total, requested] = [amount(TOTAL), amount(REQUESTED)]
  const none = [TOTAL, REQUESTED].filter((code) => amount(code) === 0)
  if (none.length > 0) return none.map((question) => ({ question, code: 'no-amount', details: {} }))
  const isTooMuch = total !== null && requested !== null && requested > total
  return isTooMuch ? [{ question: REQUESTED, code: 'more-than-total', details: {} }] : []
}
