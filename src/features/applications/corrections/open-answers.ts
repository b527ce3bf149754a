/** Which answers are open while corrections are written, and what would be sent. */
import { canonicalJson } from '../../../domain/application.ts'
import { type Answer, type Answers, codesIn, type FormDefinition, isAnswered, type Question } from '../../../domain/form.ts'
import { type AnswerFault, readAnswers, sectionFaults } from '../answers.ts'
import type { EditionLists } from '../views.ts'

export interface CorrectedAnswers {
  readonly form: FormDefinition
  readonly lists: EditionLists
  /** Questions the foundation asked to correct. */
  readonly requested: readonly string[]
  /** Canonical answers as they count now. */
  readonly sent: Answers
  /** What was typed since; an empty answer takes one away. */
  readonly typed: Answers
}

export interface OpenAnswers {
  /** Those asked for, and those that a correction opens or puts in doubt, in the order of the form. */
  readonly questions: readonly Question[]
  /** What the fields show: what was typed, else what was sent. */
  readonly shown: Answers
  /** What stands in the way of sending. */
  readonly faults: readonly AnswerFault[]
  /** Canonical answers as they would count: what is not open stays as it was sent, unless it is not asked any more. */
  readonly answers: Answers
  readonly changed: boolean
}

/** A correction may open a question that opens another: each round adds at least one, so there are at most as many as questions. */
export function openAnswers(of: CorrectedAnswers): OpenAnswers {
  const all = of.form.sections.flatMap((section) => section.questions)
  const before = readAnswers(of.form, of.sent, of.lists)
  const wrongBefore = new Set(before.faults.map((fault) => fault.question))
  let open = new Set(of.requested)
  for (let round = 0; ; round++) {
    const shown = merged(of.sent, of.typed, open)
    const after = readAnswers(of.form, shown, of.lists)
    const wrong = after.faults.map((fault) => fault.question).filter((code) => !wrongBefore.has(code))
    const opened = [...after.asked].filter((code) => !before.asked.has(code))
    const next = new Set([...of.requested, ...opened, ...wrong, ...open])
    if (next.size > open.size && round < all.length) {
      open = next
      continue
    }
    const questions = all.filter(({ code }) => open.has(code) && after.asked.has(code))
    const answers = canonical(of.sent, after.answers, open, after.asked)
    const faults = of.form.sections.flatMap((section) => sectionFaults(section, shown, after)).filter((fault) => open.has(fault.question))
    return { questions, shown, faults, answers, changed: canonicalJson(answers) !== canonicalJson(of.sent) }
  }
}

function merged(sent: Answers, typed: Answers, open: ReadonlySet<string>): Answers {
  const answers: Record<string, Answer> = { ...sent }
  for (const [code, answer] of Object.entries(typed)) {
    if (!open.has(code)) continue
    if (isAnswered(answer)) answers[code] = answer
    else delete answers[code]
  }
  return answers
}

function canonical(sent: Answers, read: Answers, open: ReadonlySet<string>, asked: ReadonlySet<string>): Answers {
  const kept = Object.entries(sent).filter(([code]) => !open.has(code) && asked.has(code))
  const corrected = Object.entries(read).filter(([code]) => open.has(code))
  return Object.fromEntries([...kept, ...corrected])
}

/** What was typed, less the files that were taken out since. */
export function presentFiles(form: FormDefinition, typed: Answers, there: ReadonlySet<string>): Answers {
  const taken = form.sections.flatMap((section) => section.questions).filter(({ kind, code }) => kind === 'file' && code in typed)
  if (taken.length === 0) return typed
  const kept = taken.map(({ code }): [string, Answer] => [code, codesIn(typed[code]).filter((id) => there.has(id))])
  return { ...typed, ...Object.fromEntries(kept) }
}
