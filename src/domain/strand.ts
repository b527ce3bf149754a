/** What a strand allows: the amounts that are asked, held against its ceiling. */
import { decimalOf } from './expression/decimal.ts'
import type { Answers, FormDefinition, Question } from './form.ts'
import { budgetTotals } from './form-values.ts'

interface Ceilinged {
  readonly code: string
  readonly ceiling: string | null
}

/** The question of a form that asks for the strand; undefined where it asks for none. */
export function strandQuestion(form: FormDefinition): Question | undefined {
  return form.sections.flatMap((section) => section.questions).find(({ kind }) => kind === 'strand')
}

/** The strand that was chosen; undefined before it is. */
export function chosenStrand<Strand extends Ceilinged>(form: FormDefinition, answers: Answers, strands: readonly Strand[]): Strand | undefined {
  const question = strandQuestion(form)
  return question === undefined ? undefined : strands.find(({ code }) => code === answers[question.code])
}

/** Questions whose amount is above the ceiling of the strand that was chosen. `answers` are canonical; what is not known yet is above nothing. */
export function aboveStrand(form: FormDefinition, answers: Answers, asked: ReadonlySet<string>, strands: readonly Ceilinged[]): readonly Question[] {
  const ceiling = chosenStrand(form, answers, strands)?.ceiling ?? null
  const most = ceiling === null ? null : decimalOf(ceiling)
  if (most === null) return []
  return form.sections
    .flatMap((section) => section.questions)
    .filter((question) => question.withinStrand === true && asked.has(question.code))
    .filter((question) => (amountOf(question, answers) ?? 0n) > most)
}

function amountOf(question: Question, answers: Answers): bigint | null {
  const answer = answers[question.code]
  if (question.kind === 'budget') return decimalOf(budgetTotals(question, answer).total)
  return typeof answer === 'string' ? decimalOf(answer) : null
}
