/** A draft begun on one version of a form goes on with another: what changed, which answers stay, which are no longer asked. */
import { differences } from './edition-difference.ts'
import type { Answer, Answers, FormDefinition, Question, QuestionKind } from './form.ts'

export interface FormChange {
  /** Questions asked now that were not, those asked no longer, and those that ask something else: codes, in the order of their forms. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
  /** Sections of the new form in which any of it happened, or whose own words changed. */
  readonly sections: readonly string[]
}

/** The same code asked in another kind is another question. */
export function formChange(before: FormDefinition, after: FormDefinition): FormChange {
  const [was, is] = [questionsOf(before), questionsOf(after)]
  const isSame = (code: string): boolean => was.get(code)?.kind === is.get(code)?.kind
  const added = [...is.keys()].filter((code) => !isSame(code))
  const removed = [...was.keys()].filter((code) => !isSame(code))
  const changed = [...is.keys()].filter((code) => isSame(code) && differences(was.get(code), is.get(code)).length > 0)
  const touched = new Set([...added, ...changed])
  const sections = after.sections.filter((section) => {
    const past = before.sections.find(({ code }) => code === section.code)
    if (past === undefined || section.questions.some(({ code }) => touched.has(code))) return true
    const { questions: pastQuestions, ...pastWords } = past
    const { questions: ownQuestions, ...words } = section
    const here = new Set(ownQuestions.map(({ code }) => code))
    const there = new Set(pastQuestions.map(({ code }) => code))
    return differences(pastWords, words).length > 0 || [...here].some((code) => !there.has(code)) || [...there].some((code) => !here.has(code))
  })
  return { added, removed, changed, sections: sections.map(({ code }) => code) }
}

/** An answer to a question that is asked no longer. */
export interface Unasked {
  /** The last version of the form that asked it. */
  readonly form: string
  readonly kind: QuestionKind
  readonly answer: Answer
}

export interface Held {
  readonly answers: Answers
  readonly unasked: Readonly<Record<string, Unasked>>
}

/** Answers stay whose question is asked in the same kind; the others are put aside, and those put aside before come back with their question. */
export function moveAnswers(held: Held, before: { readonly version: string; readonly form: FormDefinition }, after: FormDefinition): Held {
  const [was, is] = [questionsOf(before.form), questionsOf(after)]
  const answers: Record<string, Answer> = {}
  const unasked: Record<string, Unasked> = {}
  for (const [code, one] of Object.entries(held.unasked)) {
    if (is.get(code)?.kind === one.kind) answers[code] = one.answer
    else unasked[code] = one
  }
  for (const [code, answer] of Object.entries(held.answers)) {
    const kind = was.get(code)?.kind
    if (kind === undefined || kind === is.get(code)?.kind) answers[code] = answer
    else unasked[code] = { form: before.version, kind, answer }
  }
  return { answers, unasked }
}

/** Made once for each form: it is asked at every save. */
const questions = new WeakMap<FormDefinition, ReadonlyMap<string, Question>>()

/** The questions of a form by their codes, in their order. */
export function questionsOf(form: FormDefinition): ReadonlyMap<string, Question> {
  const known = questions.get(form)
  if (known !== undefined) return known
  const made = new Map(form.sections.flatMap((section) => section.questions).map((question) => [question.code, question]))
  questions.set(form, made)
  return made
}
