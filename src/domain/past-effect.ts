/** What a condition or a rule would have done in an earlier edition: how many of what was sent then, never fewer than can be told without naming anybody. */
import { codesOf } from './edition-coherence.ts'
import type { EditionFile, EligibilityRule } from './edition.ts'
import { checkEligibility, factsOfAnswers } from './eligibility.ts'
import { namesIn } from './expression/expression.ts'
import { checkExpression } from './expression/kinds.ts'
import { readExpression } from './expression/parse.ts'
import type { Value } from './expression/value.ts'
import { holdsTrue } from './expression/work-out.ts'
import type { Answers, FormDefinition, Question } from './form.ts'
import { FACT_NAMES, formNames, questionOfName, valuesOf } from './form-values.ts'

/** Fewer than that would point at people. */
export const FEWEST_SHOWN = 5

/** One application that was sent: its answers, and the day its ages were counted on. */
export interface PastAnswers {
  readonly answers: Answers
  readonly ageOn: string
}

/** `few`: fewer than can be told were concerned; `nearly-all`: fewer than that were not. */
export type PastEffect =
  | { readonly is: 'counted'; readonly count: number; readonly of: number }
  | { readonly is: 'few' | 'nearly-all'; readonly least: number; readonly of: number }
  | { readonly is: 'none'; readonly of: number }

/** Null where too few were sent for any figure. */
export function effectOf(count: number, of: number): PastEffect | null {
  if (of < FEWEST_SHOWN) return null
  if (count === 0) return { is: 'none', of }
  if (count < FEWEST_SHOWN) return { is: 'few', least: FEWEST_SHOWN, of }
  if (count < of && of - count < FEWEST_SHOWN) return { is: 'nearly-all', least: FEWEST_SHOWN, of }
  return { is: 'counted', count, of }
}

type PastEdition = Pick<EditionFile, 'form' | 'regions' | 'sectors' | 'applicantKinds' | 'strands'>

/** How often a condition can be worked out over the answers of an earlier form, and holds; null where that form does not ask what it reads. */
export interface PastCondition {
  /** Questions it reads. */
  readonly questions: readonly string[]
  holds(sent: PastAnswers): boolean
}

export function pastCondition(source: string, earlier: PastEdition): PastCondition | null {
  const reading = readExpression(source)
  if (!reading.ok) return null
  if (checkExpression(reading.expression, formNames(earlier.form, codesOf(earlier)), 'truth').faults.length > 0) return null
  const questions = questionsIn(earlier.form, [
    ...new Set(
      namesIn(reading.expression)
        .filter((name) => !FACT_NAMES.includes(name))
        .map(questionOfName),
    ),
  ])
  if (questions === null || questions.length === 0) return null
  return {
    questions: questions.map(({ code }) => code),
    holds({ answers, ageOn }) {
      const values: Record<string, Value> = { 'call.age_on': ageOn }
      for (const question of questions) Object.assign(values, valuesOf(question, answers[question.code], { ageOn }))
      return holdsTrue(reading.expression, values) === true
    },
  }
}

/** The questions of these codes; null where one of them is not asked. */
function questionsIn(form: FormDefinition, codes: readonly string[]): readonly Question[] | null {
  const all = form.sections.flatMap((section) => section.questions)
  const found = codes.flatMap((code) => all.find((question) => question.code === code) ?? [])
  return found.length === codes.length ? found : null
}

/** Questions that rules of a kind read of their own. */
const READ_BY: Readonly<Partial<Record<EligibilityRule['kind'], string>>> = {
  age: 'birth_date',
  region: 'region',
  'applicant-kind': 'applicant_kind',
  sector: 'sector',
}

/** When a rule of eligibility, as it is written now, would not have been met by what was sent to an earlier edition. Likenesses are not looked for again. */
export function pastRule(
  rule: EligibilityRule,
  now: Pick<EditionFile, 'regions' | 'sectors' | 'applicantKinds'>,
  earlier: FormDefinition,
): PastCondition | null {
  if (rule.kind === 'duplicate') return null
  const own = READ_BY[rule.kind]
  const named = 'question' in rule.parameters ? [rule.parameters.question] : 'questions' in rule.parameters ? rule.parameters.questions : []
  const questions = [...(own === undefined ? [] : [own]), ...named]
  if (questions.length === 0 || questionsIn(earlier, questions) === null) return null
  const context = { regions: now.regions, applicantKinds: now.applicantKinds, sectors: now.sectors }
  return {
    questions,
    holds: ({ answers, ageOn }) => checkEligibility([rule], factsOfAnswers(answers), { ...context, ageOn })[0]?.verdict === 'not-met',
  }
}
