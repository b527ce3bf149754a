/** "Save and continue", the way that needs no script. */
import { type Answer, type Answers, sectionOf } from '../../../domain/form.ts'
import { conditionalIn } from '../../../domain/form-asked.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Database } from '../../../platform/database/database.ts'
import { answerMark } from '../answer-mark.ts'
import { type AnswerFault, readAnswers, sectionFaults } from '../answers.ts'
import { formOfVersion } from '../form-version.ts'
import { editionLists } from '../queries/edition-lists.ts'
import { type ApplicationRecord, recordOf } from '../queries/record.ts'
import { MOST_KEPT } from '../tidy-answer.ts'
import { keptFrom } from '../holders-own.ts'
import { type Saved, saveDraft } from './save-draft.ts'

export interface SectionInput {
  readonly application: string
  readonly section: string
  /** Every answer of the page, cleaned; those that still are what `known` says were not touched. */
  readonly answers: Answers
  readonly known: Readonly<Record<string, string>>
  readonly page: string
  readonly turn: number
}

export interface SavedSection extends Saved {
  /** What keeps the section from being complete, in the order of its questions; nothing of what only the holder answers, to another of the team. */
  readonly faults: readonly AnswerFault[]
  /** Of the questions of the section asked under a condition, those that are asked now that it is saved; files apart, which come by themselves. */
  readonly asked: readonly string[]
}

/**
 * Keeps a section as typed and marks it complete if nothing is missing or wrong in it. Wrong answers are kept too, so
 * that nothing typed is lost; only an answer longer than `MOST_KEPT` is not, and is named. Refusals of `saveDraft`.
 */
export async function saveSection(db: Database, viewer: SignedIn, input: SectionInput, now: Date): Promise<Result<SavedSection>> {
  const record = await recordOf(db, viewer, input.application)
  if (record === null) return refused('application/unknown')
  const form = await formOfVersion(db, viewer.organisation, record.formVersion)
  const section = sectionOf(form, input.section)
  if (section === undefined) return refused('application/unknown')
  const lists = await editionLists(db, viewer.organisation, record.head.edition.id, now)
  const { kept: changed, tooLong } = touched(input)
  const kept = { ...changed, ...confirmed(input, record.draft) }
  const answers = { ...record.draft?.answers, ...kept }
  const tooLongIn = new Set(tooLong.map((fault) => fault.question))
  const reading = readAnswers(form, answers, lists)
  const faults = [...tooLong, ...sectionFaults(section, answers, reading).filter((fault) => !tooLongIn.has(fault.question))]
  const saved = await saveDraft(
    db,
    viewer,
    { ...input, answers: kept, section: { code: section.code, done: faults.length === 0 }, formVersion: record.formVersion },
    now,
  )
  const conditional = new Set(conditionalIn(form))
  const asked = section.questions
    .filter(({ code, kind }) => conditional.has(code) && reading.asked.has(code) && kind !== 'file')
    .map(({ code }) => code)
  const hidden = keptFrom(record.head.membership, form)
  return saved.ok ? ok({ ...saved.value, faults: faults.filter((fault) => !hidden.has(fault.question)), asked }) : saved
}

/** Answers taken over when the application was begun, and sent back as they were: whoever saves the page has read them, and they are theirs now. */
function confirmed(input: SectionInput, draft: ApplicationRecord['draft']): Record<string, Answer> {
  const pairs = Object.entries(input.answers).filter(
    ([code, answer]) => draft?.written[code]?.from !== undefined && answer.length > 0 && answerMark(answer) === answerMark(draft.answers[code]),
  )
  return Object.fromEntries(pairs)
}

/** The answers that differ from what their writer was shown, less those too long to be kept. */
export function touched(input: { readonly answers: Answers; readonly known: Readonly<Record<string, string>> }): {
  kept: Record<string, Answer>
  tooLong: AnswerFault[]
} {
  const kept: Record<string, Answer> = {}
  const tooLong: AnswerFault[] = []
  for (const [question, answer] of Object.entries(input.answers)) {
    const empty = answer.length === 0
    if (answerMark(empty ? undefined : answer) === (input.known[question] ?? answerMark(undefined))) continue
    const count = lengthOf(answer)
    if (count > MOST_KEPT) tooLong.push({ question, code: 'too-long', details: { max: MOST_KEPT, count } })
    else kept[question] = answer
  }
  return { kept, tooLong }
}

/** Characters of an answer, of all its choices or cells together. */
function lengthOf(answer: Answer): number {
  if (typeof answer === 'string') return answer.length
  return (answer as readonly unknown[]).reduce<number>(
    (sum, one) => sum + (typeof one === 'string' ? one : Object.values(one as object).join('')).length,
    0,
  )
}
