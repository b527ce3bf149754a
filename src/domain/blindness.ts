/**
 * What a reader does not see of who applied, stage by stage. Every page, file, list and answer of the API that a reader
 * reaches asks this file; nothing else decides it.
 */
import { namesIn } from './expression/expression.ts'
import { readExpression } from './expression/parse.ts'
import type { Answers, FormDefinition, Question } from './form.ts'
import { questionOfName } from './form-values.ts'

/** names: whatever is marked as telling who applies. The others hide their fields whether marked or not. */
export const HIDDEN_CLASSES = ['names', 'contact', 'structure', 'region', 'gender-age', 'pictures'] as const
export type HiddenClass = (typeof HIDDEN_CLASSES)[number]

export interface Hidden {
  readonly hides: readonly HiddenClass[]
  /** Codes of questions hidden besides. */
  readonly hidesQuestions: readonly string[]
}

/** What is hidden, as it is told: gender and age are hidden together and named apart. */
export function hiddenNames({ hides }: Pick<Hidden, 'hides'>) {
  return hides.flatMap((one) => (one === 'gender-age' ? (['gender', 'age'] as const) : [one]))
}

/** What a reader holds back of a file: their stage, and every other stage in which they still owe a review of the same file. */
export function joined(all: readonly Hidden[]): Hidden {
  return {
    hides: HIDDEN_CLASSES.filter((one) => all.some(({ hides }) => hides.includes(one))),
    hidesQuestions: [...new Set(all.flatMap(({ hidesQuestions }) => hidesQuestions))],
  }
}

/** The classes a question belongs to, by its kind, its place in the programme and what a phone fills in by itself. */
export function classesOf(question: Question): readonly HiddenClass[] {
  const { kind, code, autocomplete, accept } = question
  const classes: HiddenClass[] = question.identity === true ? ['names'] : []
  if (kind === 'phone' || kind === 'email' || kind === 'url' || kind === 'cin' || kind === 'rib' || autocomplete === 'street-address')
    classes.push('contact')
  if (kind === 'applicant-kind' || kind === 'ice' || autocomplete === 'organization' || code.startsWith('structure')) classes.push('structure')
  if (kind === 'region' || kind === 'province' || code === 'town' || PLACES.includes(autocomplete ?? '')) classes.push('region')
  if (code === 'gender' || code === 'birth_date' || autocomplete === 'bday' || tellsAges(question)) classes.push('gender-age')
  if (kind === 'file' && accept?.some((family) => family === 'image' || family === 'video') === true) classes.push('pictures')
  return classes
}

const PLACES = ['street-address', 'address-level1', 'address-level2', 'postal-code']

/** A table of people that asks when each was born, or what they are. */
function tellsAges({ kind, columns = [] }: Question): boolean {
  return kind === 'people' && columns.some((column) => column === 'birth_date' || column === 'gender')
}

/** Whether an answer is kept from the reader for what it says. What is for officers alone, and what was agreed with the foundation, nobody else ever reads. */
function isHidden(question: Question, { hides, hidesQuestions }: Hidden): boolean {
  if (question.restricted === true || question.kind === 'consent' || hidesQuestions.includes(question.code)) return true
  return classesOf(question).some((one) => hides.includes(one))
}

/**
 * Codes of the questions a reader sees. A question that is asked only after some answer tells that answer: where the answer
 * is hidden, so is the question, and what hangs on it in its turn.
 */
export function readableIn(form: FormDefinition, hidden: Hidden): ReadonlySet<string> {
  const asked = form.sections.flatMap((section) =>
    section.questions.map((question) => ({ question, reads: [...namesOf(section.when), ...namesOf(question.when)] })),
  )
  const kindHidden =
    hidden.hides.includes('structure') || asked.some(({ question }) => question.kind === 'applicant-kind' && isHidden(question, hidden))
  const shut = new Set(
    asked.filter(({ question }) => isHidden(question, hidden) || (kindHidden && question.only !== undefined)).map(({ question }) => question.code),
  )
  for (let before = -1; before !== shut.size; ) {
    before = shut.size
    for (const { question, reads } of asked) if (reads.some((name) => shut.has(name))) shut.add(question.code)
  }
  return new Set(asked.map(({ question }) => question.code).filter((code) => !shut.has(code)))
}

function namesOf(source: string | undefined): readonly string[] {
  const reading = source === undefined ? null : readExpression(source)
  return reading?.ok === true ? namesIn(reading.expression).map(questionOfName) : []
}

/** What stands about a file beside its answers: each part is shown only where every question it comes from is. */
export interface HeadShown {
  readonly title: boolean
  readonly region: boolean
  readonly sector: boolean
  readonly kind: boolean
}

export function headShown(form: FormDefinition, hidden: Hidden): HeadShown {
  const readable = readableIn(form, hidden)
  const questions = form.sections.flatMap((section) => section.questions)
  const may = (which: (question: Question) => boolean): boolean => questions.filter(which).every(({ code }) => readable.has(code))
  return {
    title: may(({ code }) => code === 'project_title'),
    region: !hidden.hides.includes('region') && may(({ code }) => code === 'region'),
    sector: may(({ code }) => code === 'sector'),
    kind: !hidden.hides.includes('structure') && may(({ kind }) => kind === 'applicant-kind'),
  }
}

/** Kinds whose answers are short enough to be looked for in what else was written. */
const TELLING: readonly Question['kind'][] = ['line', 'phone', 'email', 'url', 'cin', 'rib', 'ice', 'region', 'province']
/** Shorter ones would be found in other words. */
const SHORTEST = 3

/** Hidden answers that a reader could come upon in the answers they see: names, towns, links, as they were given, and places by their names. */
export function secretsOf(
  form: FormDefinition,
  answers: Answers,
  readable: ReadonlySet<string>,
  namesOfPlace: (code: string) => readonly string[],
): readonly string[] {
  const told = form.sections
    .flatMap((section) => section.questions)
    .filter(({ code, kind }) => !readable.has(code) && TELLING.includes(kind))
    .flatMap(({ code, kind }) => {
      const answer = answers[code]
      if (typeof answer !== 'string') return []
      return kind === 'region' || kind === 'province' ? namesOfPlace(answer) : [answer]
    })
  return [...new Set(told.map((one) => one.trim()).filter((one) => one.length >= SHORTEST))].sort((a, b) => b.length - a.length)
}

/** A text with every hidden answer that stands in it as a word of its own put out of sight; Arabic letters that lean on a word may come before it. */
export function withoutSecrets(text: string, secrets: readonly string[], mark: string): string {
  if (text === '' || secrets.length === 0) return text
  const words = secrets.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'))
  return text.replaceAll(
    new RegExp(`(?<![\\p{L}\\p{N}])([وفبكل]{0,2})(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
    (_, before: string) => `${before}${mark}`,
  )
}
