/** Settling answers that were written twice. */
import { sql } from 'kysely'
import { maySave } from '../../../domain/application.ts'
import type { Answer, Answers, FormDefinition, Question } from '../../../domain/form.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { answerMark } from '../answer-mark.ts'
import { formOfVersion } from '../form-version.ts'
import { keptFrom } from '../holders-own.ts'
import { isEmpty, writtenBy } from './draft-statement.ts'
import { lockDraft } from './merge-draft.ts'

export interface VersionChoice {
  /** 'current', the page an aside was written on, or 'merge': both texts in one answer, to be edited. */
  readonly keep: string
  /** Mark of the answer that was shown as the current one. */
  readonly known: string
}

export interface ChoiceInput {
  readonly application: string
  readonly choices: Readonly<Record<string, VersionChoice>>
}

/**
 * Keeps, for each question named, one version or both as one text; the others go. Questions not named keep their
 * versions, and so do those of what the holder answers alone, to another of the team. Refuses what `saveDraft` refuses, and `draft/changed-meanwhile` when a current answer is no longer the one
 * that was shown: then nothing is changed. Answers the questions whose texts were joined.
 */
export async function chooseVersions(db: Database, viewer: SignedIn, input: ChoiceInput, now: Date): Promise<Result<{ merged: readonly string[] }>> {
  if (!isId(input.application)) return refused('application/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await lockDraft(trx, organisation, input.application, person.id)
    if (held === null) return refused('application/unknown')
    const allowed = maySave(held.facts, now)
    if (!allowed.ok) return allowed
    if (held.draft === null) return refused('application/already-submitted')
    const { draft } = held
    const form = await formOfVersion(trx, organisation, draft.formVersion)
    const hidden = keptFrom(held.facts.membership, form)
    const aside = await asideOf(trx, organisation, input.application)
    const chosen = Object.entries(input.choices).filter(([question]) => aside.has(question) && !hidden.has(question))
    if (chosen.some(([question, choice]) => answerMark(draft.answers[question]) !== choice.known)) return refused('draft/changed-meanwhile')
    const settled = chosen.map(
      ([question, choice]) => [question, settle(form, question, choice.keep, draft.answers[question], aside.get(question) as Versions)] as const,
    )
    if (settled.length === 0) return ok({ merged: [] })
    const questions = settled.map(([question]) => question).sort()
    const write = {
      organisation,
      application: input.application,
      questions,
      answers: withAnswers(draft.answers, settled),
      version: draft.version + 1,
    }
    await writeChoice(trx, write, person.id, now)
    await audit(trx, { organisation, stream: input.application, act: 'draft/version-chosen', actor: person.id, at: now, details: { questions } })
    return ok({ merged: chosen.filter(([, choice]) => choice.keep === 'merge').map(([question]) => question) })
  })
}

interface Chosen {
  readonly organisation: string
  readonly application: string
  readonly questions: readonly string[]
  readonly answers: Answers
  readonly version: number
}

async function writeChoice(trx: Trx, { organisation, application, questions, answers, version }: Chosen, person: string, now: Date): Promise<void> {
  await trx
    .deleteFrom('draft_aside')
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .where('question', 'in', questions)
    .execute()
  const written = JSON.stringify(writtenBy(questions, { person, at: now }))
  await trx
    .updateTable('draft')
    .set({ answers: JSON.stringify(answers), written: sql<string>`written || ${written}::jsonb`, version, saved_at: now })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .execute()
}

type Versions = ReadonlyMap<string, Answer>

/** The versions set aside: question, then the page each was written on. */
async function asideOf(trx: Trx, organisation: string, application: string): Promise<Map<string, Map<string, Answer>>> {
  const rows = await trx
    .selectFrom('draft_aside')
    .select(['question', 'page', 'answer'])
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .orderBy('written_at')
    .execute()
  const found = new Map<string, Map<string, Answer>>()
  for (const row of rows) found.set(row.question, (found.get(row.question) ?? new Map()).set(row.page, row.answer as Answer))
  return found
}

function settle(form: FormDefinition, question: string, keep: string, current: Answer | undefined, aside: Versions): Answer | undefined {
  if (keep === 'merge') return joined(questionOf(form, question), [current, ...aside.values()])
  return keep === 'current' ? current : (aside.get(keep) ?? current)
}

function questionOf(form: FormDefinition, code: string): Question | undefined {
  return form.sections.flatMap((section) => section.questions).find((question) => question.code === code)
}

/** Whether two versions of an answer can stand in one field. */
export function canMerge(question: Question | undefined): boolean {
  return question?.kind === 'text' || question?.kind === 'line'
}

function joined(question: Question | undefined, versions: readonly (Answer | undefined)[]): Answer | undefined {
  if (!canMerge(question)) return versions[0]
  const texts = versions.filter((version): version is string => typeof version === 'string' && version !== '')
  return texts.join(question?.kind === 'text' ? '\n\n' : ' / ')
}

function withAnswers(answers: Answers, changes: readonly (readonly [string, Answer | undefined])[]): Answers {
  const changed: Record<string, Answer> = { ...answers }
  for (const [question, answer] of changes) {
    if (answer === undefined || isEmpty(answer)) delete changed[question]
    else changed[question] = answer
  }
  return changed
}
