/** Conditions that can never be so, in the simple cases people write: two answers of one choice at once, numbers out of bounds. */
import { type EditionFault, fault } from './edition-fault.ts'
import type { Expression } from './expression/expression.ts'
import { readExpression } from './expression/parse.ts'
import type { FormDefinition, Question } from './form.ts'
import { locatedQuestions } from './form-coherence.ts'

/** What a name must be for everything said so far: one answer, and between which numbers. */
interface Said {
  readonly answers: ReadonlySet<string>
  readonly least: number
  readonly most: number
  /** Whether the bound itself is left out. */
  readonly above: boolean
  readonly below: boolean
}

type Bounds = (name: string) => Pick<Said, 'least' | 'most'>

/** A point for each condition of the form that can never be so. It stops nothing. */
export function neverAskedAdvice(form: FormDefinition): EditionFault[] {
  const questions = locatedQuestions(form)
  const bounds = boundsOf(questions.map(({ question }) => question))
  const sections = form.sections.map(({ when }, place) => ({ when, steps: ['form', 'sections', place] as readonly PropertyKey[] }))
  return [...sections, ...questions.map(({ question, steps }) => ({ when: question.when, steps }))].flatMap(({ when, steps }) => {
    const reading = when === undefined ? null : readExpression(when)
    return reading?.ok === true && isNeverTrue(reading.expression, bounds) ? [fault([...steps, 'when'], 'condition-never')] : []
  })
}

const NUMBERS: ReadonlySet<Question['kind']> = new Set(['integer', 'number', 'money'])

function boundsOf(questions: readonly Question[]): Bounds {
  const known = new Map(questions.filter(({ kind }) => NUMBERS.has(kind)).map((question) => [question.code, question]))
  return (name) => ({ least: known.get(name)?.min ?? Number.NEGATIVE_INFINITY, most: known.get(name)?.max ?? Number.POSITIVE_INFINITY })
}

function isNeverTrue(expression: Expression, bounds: Bounds): boolean {
  if (expression.node === 'or') return expression.all.every((one) => isNeverTrue(one, bounds))
  const said = new Map<string, Said>()
  for (const one of partsOf(expression)) {
    if (one.node === 'or' && isNeverTrue(one, bounds)) return true
    const fact = factOf(one)
    if (fact === null) continue
    const before = said.get(fact.name) ?? { answers: new Set(), ...bounds(fact.name), above: false, below: false }
    said.set(fact.name, narrowed(before, fact))
  }
  return [...said.values()].some(isImpossible)
}

/** What must all be so, however it is put in brackets. */
function partsOf(expression: Expression): readonly Expression[] {
  return expression.node === 'and' ? expression.all.flatMap(partsOf) : [expression]
}

interface Fact {
  readonly name: string
  readonly by: '=' | '<' | '<=' | '>' | '>='
  readonly value: string | number
}

function factOf(expression: Expression): Fact | null {
  if (expression.node === 'name') return { name: expression.name, by: '=', value: 'yes' }
  if (expression.node === 'not' && expression.of.node === 'name') return { name: expression.of.name, by: '=', value: 'no' }
  if (expression.node !== 'compare' || expression.left.node !== 'name' || expression.by === '!=') return null
  const { left, by, right } = expression
  if (right.node === 'number') return { name: left.name, by, value: Number(right.text) }
  if (by !== '=') return null
  if (right.node === 'truth') return { name: left.name, by, value: right.value ? 'yes' : 'no' }
  return right.node === 'text' ? { name: left.name, by, value: right.text } : null
}

function narrowed(before: Said, { by, value }: Fact): Said {
  if (typeof value === 'string') return { ...before, answers: new Set([...before.answers, value]) }
  const raised = by === '=' || by === '>' || by === '>='
  const lowered = by === '=' || by === '<' || by === '<='
  return {
    answers: before.answers,
    ...(raised && value >= before.least
      ? { least: value, above: by === '>' || (value === before.least && before.above) }
      : { least: before.least, above: before.above }),
    ...(lowered && value <= before.most
      ? { most: value, below: by === '<' || (value === before.most && before.below) }
      : { most: before.most, below: before.below }),
  }
}

function isImpossible({ answers, least, most, above, below }: Said): boolean {
  return answers.size > 1 || least > most || (least === most && (above || below))
}
