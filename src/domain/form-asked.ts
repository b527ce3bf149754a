/** Which questions of a form are asked of this applicant: by kind of applicant, and by conditions on other answers. */
import { type Expression, namesIn } from './expression/expression.ts'
import { readExpression } from './expression/parse.ts'
import type { Value } from './expression/value.ts'
import { holdsTrue } from './expression/work-out.ts'
import type { Answers, FormDefinition, Question, Section } from './form.ts'
import { type FormFacts, questionOfName, valuesOf } from './form-values.ts'

/** Codes of the questions asked. */
export type Asked = ReadonlySet<string>

/** A question with what it takes for it to be asked. */
interface Condition {
  readonly question: Question
  readonly conditions: readonly Expression[]
  /** Names they read. */
  readonly reads: readonly string[]
}

/** A form is read once: it is kept in memory, and its conditions with it. */
const read = new WeakMap<FormDefinition, ReadonlyMap<string, Condition>>()

function conditionsOf(form: FormDefinition): ReadonlyMap<string, Condition> {
  const known = read.get(form)
  if (known !== undefined) return known
  const conditions = new Map(form.sections.flatMap((section) => section.questions.map((question) => [question.code, conditionOf(section, question)])))
  read.set(form, conditions)
  return conditions
}

/** A condition that cannot be read (none of a form that was checked) never holds. */
function conditionOf(section: Section, question: Question): Condition {
  const conditions = [section.when, question.when].flatMap((source) => (source === undefined ? [] : [expressionOf(source)]))
  return { question, conditions, reads: conditions.flatMap(namesIn) }
}

const NEVER: Expression = { node: 'truth', value: false, from: 0, to: 0 }

function expressionOf(source: string): Expression {
  const reading = readExpression(source)
  return reading.ok ? reading.expression : NEVER
}

/**
 * The questions asked, given canonical answers. One with a condition is asked once its condition is certain; an answer
 * to a question that is not asked counts for nothing. Before the kind of applicant is known, a question for some kinds
 * only is asked.
 */
export function askedIn(form: FormDefinition, answers: Answers, facts: FormFacts): Asked {
  const conditions = conditionsOf(form)
  const kind = typeof answers.applicant_kind === 'string' ? answers.applicant_kind : ''
  const asked = new Map<string, boolean>()
  const isAsked = (code: string): boolean => {
    const known = asked.get(code)
    if (known !== undefined) return known
    const one = conditions.get(code)
    // While it is being worked out it counts as not asked: a condition that leads back to itself never holds.
    asked.set(code, false)
    const outcome =
      one !== undefined && isForKind(one.question, kind) && one.conditions.every((condition) => holdsTrue(condition, seenBy(one)) === true)
    asked.set(code, outcome)
    return outcome
  }
  const seenBy = ({ reads }: Condition): Record<string, Value> => {
    const values: Record<string, Value> = { 'call.age_on': facts.ageOn }
    for (const code of new Set(reads.map(questionOfName))) {
      const question = conditions.get(code)?.question
      if (question !== undefined && isAsked(code)) Object.assign(values, valuesOf(question, answers[code], facts))
    }
    return values
  }
  return new Set([...conditions.keys()].filter(isAsked))
}

function isForKind(question: Question, kind: string): boolean {
  return question.only === undefined || kind === '' || question.only.includes(kind)
}

/** Questions of the section that may be asked or not, depending on the answers to others of the same section. */
export function turnsWithin(section: Section): readonly string[] {
  const own = new Set(section.questions.map((question) => question.code))
  return section.questions
    .filter((question) => question.when !== undefined && namesIn(expressionOf(question.when)).some((name) => own.has(questionOfName(name))))
    .map((question) => question.code)
}

/** Questions of the form that are asked of some applicants only, whatever their kind. */
export function conditionalIn(form: FormDefinition): readonly string[] {
  return [...conditionsOf(form).values()].filter(({ conditions }) => conditions.length > 0).map(({ question }) => question.code)
}

/** A check that did not hold. */
export interface CheckFault {
  readonly question: string
  /** Which of the checks of the question. */
  readonly place: number
}

/** Checks that do not hold, of the questions asked. What is not known yet passes. */
export function failedChecks(form: FormDefinition, answers: Answers, asked: Asked, facts: FormFacts): CheckFault[] {
  const withChecks = form.sections
    .flatMap((section) => section.questions)
    .filter((question) => asked.has(question.code) && question.checks !== undefined)
  if (withChecks.length === 0) return []
  const values: Record<string, Value> = { 'call.age_on': facts.ageOn }
  for (const { question } of conditionsOf(form).values())
    if (asked.has(question.code)) Object.assign(values, valuesOf(question, answers[question.code], facts))
  return withChecks.flatMap(({ code, checks = [] }) =>
    checks.flatMap(({ holds }, place) => (holdsTrue(expressionOf(holds), values) === false ? [{ question: code, place }] : [])),
  )
}
