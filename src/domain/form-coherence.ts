/** Whether a form agrees with itself: what its shape alone cannot say. */
import { type EditionFault, fault, repeated } from './edition-fault.ts'
import { WORDS } from './expression/tokens.ts'
import { CORE_QUESTIONS, type FormDefinition, type Question } from './form.ts'
import { expressionFaults } from './form-expressions.ts'
import type { FormCodes } from './form-values.ts'

/** A question and the way to it. */
interface Located {
  readonly question: Question
  readonly steps: readonly PropertyKey[]
}

/** Every question of the form with its path, in order. */
export function locatedQuestions(form: FormDefinition): Located[] {
  return form.sections.flatMap((section, s) => section.questions.map((question, q) => ({ question, steps: ['form', 'sections', s, 'questions', q] })))
}

/** Codes once, groups that exist, core questions there and required, options where they belong, bounds in order, conditions that make sense. */
export function formFaults(form: FormDefinition, known: FormCodes): EditionFault[] {
  const { applicantKinds } = known
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
    ...coreFaults(form, questions),
    ...questions.flatMap((located) => questionFaults(located, applicantKinds)),
    ...expressionFaults(form, known),
  ]
}

/** The programme itself reads these answers, so everyone must be asked them and must answer. */
function coreFaults(form: FormDefinition, questions: readonly Located[]): EditionFault[] {
  return Object.entries(CORE_QUESTIONS).flatMap(([code, kind]) => {
    const found = questions.find(({ question }) => question.code === code)
    if (found === undefined) return [fault(['form', 'sections'], 'core-question-missing', { question: code })]
    const { question, steps } = found
    const conditional =
      question.only !== undefined ||
      question.when !== undefined ||
      form.sections.some((section) => section.when !== undefined && section.questions.includes(question))
    return [
      ...(question.kind === kind ? [] : [fault([...steps, 'kind'], 'core-question-kind', { question: code, expected: kind })]),
      ...(question.required && !conditional
        ? []
        : [fault([...steps, question.required ? 'only' : 'required'], 'core-question-optional', { question: code })]),
    ]
  })
}

function questionFaults({ question, steps }: Located, applicantKinds: readonly string[]): EditionFault[] {
  return [
    ...(WORDS.some((word) => word === question.code) ? [fault([...steps, 'code'], 'reserved-word', { value: question.code })] : []),
    ...listFaults(question, steps),
    ...settingFaults(question, steps),
    ...boundFaults(question, steps),
    ...onlyFaults(question, steps, applicantKinds),
  ]
}

/** Lists of codes, and the kinds that need them. */
const LISTS: Readonly<Record<'options' | 'statements' | 'categories' | 'sources', { readonly needed: readonly Question['kind'][] }>> = {
  options: { needed: ['choice', 'choices', 'likert'] },
  statements: { needed: ['likert'] },
  categories: { needed: ['budget'] },
  sources: { needed: [] },
}

function listFaults(question: Question, steps: readonly PropertyKey[]): EditionFault[] {
  return Object.entries(LISTS).flatMap(([name, { needed }]) => {
    const list = question[name as keyof typeof LISTS]
    if (list === undefined) return needed.includes(question.kind) ? [fault([...steps, name], 'missing')] : []
    return repeated(
      list.map((option) => option.code),
      (place) => [...steps, name, place, 'code'],
    )
  })
}

/** Which settings a kind of question knows. */
const SETTINGS: Readonly<Partial<Record<keyof Question, readonly Question['kind'][]>>> = {
  maxLength: ['line', 'text'],
  maxWords: ['text'],
  minWords: ['text'],
  min: ['integer', 'number', 'money', 'choices'],
  max: ['integer', 'number', 'money', 'choices'],
  decimals: ['number'],
  unit: ['integer', 'number'],
  options: ['choice', 'choices', 'likert'],
  statements: ['likert'],
  minRows: ['people'],
  maxRows: ['people', 'budget'],
  columns: ['people'],
  ages: ['people'],
  categories: ['budget'],
  sources: ['budget'],
  accept: ['file'],
  maxFiles: ['file'],
  maxBytes: ['file'],
  maxSeconds: ['file'],
  withinStrand: ['money', 'budget'],
}

function settingFaults(question: Question, steps: readonly PropertyKey[]): EditionFault[] {
  const foreign = Object.entries(SETTINGS).filter(([name, kinds]) => question[name as keyof Question] !== undefined && !kinds.includes(question.kind))
  return [
    ...foreign.map(([name]) => fault([...steps, name], 'not-for-kind', { kind: question.kind })),
    ...(question.kind === 'file' && question.accept === undefined ? [fault([...steps, 'accept'], 'missing')] : []),
    ...(question.ages !== undefined && question.columns?.includes('birth_date') !== true ? [fault([...steps, 'ages'], 'ages-need-birth-date')] : []),
  ]
}

/** Smallest above largest. */
function boundFaults(question: Question, steps: readonly PropertyKey[]): EditionFault[] {
  const { min, max, minWords, maxWords, minRows, maxRows, ages } = question
  const pairs: readonly [string, number | undefined, number | undefined][] = [
    ['min', min, max],
    ['minWords', minWords, maxWords],
    ['minRows', minRows, maxRows],
    ['ages', ages?.min, ages?.max],
  ]
  return pairs.flatMap(([name, least, most]) =>
    least === undefined || most === undefined || least <= most ? [] : [fault([...steps, name], 'above-maximum', { minimum: least, maximum: most })],
  )
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
