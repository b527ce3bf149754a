/** Whether a form agrees with itself: what its shape alone cannot say. */
import { type EditionFault, fault, repeated } from './edition-fault.ts'
import { CORE_QUESTIONS, type FormDefinition, type Question } from './form.ts'

/** A question and the way to it. */
interface Located {
  readonly question: Question
  readonly steps: readonly PropertyKey[]
}

/** Every question of the form with its path, in order. */
export function locatedQuestions(form: FormDefinition): Located[] {
  return form.sections.flatMap((section, s) => section.questions.map((question, q) => ({ question, steps: ['form', 'sections', s, 'questions', q] })))
}

/** Codes once, groups that exist, core questions there and required, options where they belong, bounds in order. */
export function formFaults(form: FormDefinition, applicantKinds: readonly string[]): EditionFault[] {
  const questions = locatedQuestions(form)
  const groups = new Set(form.groups.map((group) => group.code))
  return [
    ...repeated(
      form.groups.map((group) => group.code),
      (g) => ['form', 'groups', g, 'code'],
    ),
    ...repeated(
      form.sections.map((section) => section.code),
      (s) => ['form', 'sections', s, 'code'],
    ),
    ...form.sections.flatMap((section, s) =>
      groups.has(section.group) ? [] : [fault(['form', 'sections', s, 'group'], 'unknown-group', { value: section.group })],
    ),
    ...repeated(
      questions.map(({ question }) => question.code),
      (q) => [...(questions[q] as Located).steps, 'code'],
    ),
    ...coreFaults(questions),
    ...questions.flatMap((located) => questionFaults(located, applicantKinds)),
  ]
}

/** The programme itself reads these answers, so everyone must be asked them and must answer. */
function coreFaults(questions: readonly Located[]): EditionFault[] {
  return Object.entries(CORE_QUESTIONS).flatMap(([code, kind]) => {
    const found = questions.find(({ question }) => question.code === code)
    if (found === undefined) return [fault(['form', 'sections'], 'core-question-missing', { question: code })]
    const { question, steps } = found
    return [
      ...(question.kind === kind ? [] : [fault([...steps, 'kind'], 'core-question-kind', { question: code, expected: kind })]),
      ...(question.required && question.only === undefined
        ? []
        : [fault([...steps, question.required ? 'only' : 'required'], 'core-question-optional', { question: code })]),
    ]
  })
}

function questionFaults({ question, steps }: Located, applicantKinds: readonly string[]): EditionFault[] {
  return [...optionFaults(question, steps), ...boundFaults(question, steps), ...onlyFaults(question, steps, applicantKinds)]
}

function optionFaults(question: Question, steps: readonly PropertyKey[]): EditionFault[] {
  const chosen = question.kind === 'choice' || question.kind === 'choices'
  if (question.options === undefined) return chosen ? [fault([...steps, 'options'], 'missing')] : []
  if (!chosen) return [fault([...steps, 'options'], 'not-for-kind', { kind: question.kind })]
  return repeated(
    question.options.map((option) => option.code),
    (o) => [...steps, 'options', o, 'code'],
  )
}

/** Which settings a kind of question knows. */
const BOUNDED: Readonly<Record<'maxLength' | 'maxWords' | 'minWords' | 'min' | 'max', readonly Question['kind'][]>> = {
  maxLength: ['line', 'text'],
  maxWords: ['text'],
  minWords: ['text'],
  min: ['integer', 'money', 'choices'],
  max: ['integer', 'money', 'choices'],
}

function boundFaults(question: Question, steps: readonly PropertyKey[]): EditionFault[] {
  const foreign = Object.entries(BOUNDED).filter(
    ([name, kinds]) => question[name as keyof typeof BOUNDED] !== undefined && !kinds.includes(question.kind),
  )
  const faults = foreign.map(([name]) => fault([...steps, name], 'not-for-kind', { kind: question.kind }))
  if (question.min !== undefined && question.max !== undefined && question.min > question.max)
    faults.push(fault([...steps, 'min'], 'above-maximum', { minimum: question.min, maximum: question.max }))
  if (question.minWords !== undefined && question.minWords > (question.maxWords ?? Number.POSITIVE_INFINITY)) {
    faults.push(fault([...steps, 'minWords'], 'above-maximum', { minimum: question.minWords, maximum: question.maxWords as number }))
  }
  return faults
}

function onlyFaults(question: Question, steps: readonly PropertyKey[], applicantKinds: readonly string[]): EditionFault[] {
  const only = question.only ?? []
  return [
    ...only.flatMap((kind, place) =>
      applicantKinds.includes(kind) ? [] : [fault([...steps, 'only', place], 'unknown-applicant-kind', { value: kind })],
    ),
    ...repeated(only, (place) => [...steps, 'only', place]),
  ]
}
