/** What the holder answers alone: which questions those are, and a record without them. */
import { isHoldersOwn, type Membership, mayAnswer } from '../../domain/application.ts'
import type { FormDefinition, Question } from '../../domain/form.ts'

const NONE: ReadonlySet<string> = new Set()

/** Codes of the questions of a form that this part of the team neither reads nor writes. */
export function keptFrom(membership: Membership, form: FormDefinition): ReadonlySet<string> {
  if (membership !== 'member') return NONE
  return new Set(questionsIn(form).flatMap((question) => (mayAnswer(membership, question) ? [] : [question.code])))
}

/** Codes of the questions that the holder answers alone. */
export function holdersOwn(form: FormDefinition): string[] {
  return questionsIn(form)
    .filter(isHoldersOwn)
    .map(({ code }) => code)
}

function questionsIn(form: FormDefinition): Question[] {
  return form.sections.flatMap((section) => section.questions)
}

/** A record by question without some of its questions. */
export function without<Value>(record: Readonly<Record<string, Value>>, codes: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([code]) => !codes.has(code)))
}
