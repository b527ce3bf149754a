/** Saving what is typed. One statement when nobody else wrote meanwhile; when somebody did, `mergeDraft` keeps both. */
import { isHoldersOwn, maySave } from '../../../domain/application.ts'
import type { Answers } from '../../../domain/form.ts'
import { questionsOf } from '../../../domain/form-move.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { answerMark } from '../answer-mark.ts'
import { forgetForm, formOfApplication, formOfVersion } from '../form-version.ts'
import { type DraftSave, sendDraftSave } from './draft-statement.ts'
import { mergeDraft } from './merge-draft.ts'

export interface DraftInput {
  readonly application: string
  /** Answers that were touched, cleaned as text (`tidyAnswer`); an empty one takes its question out. */
  readonly answers: Answers
  /** The mark (`answerMark`) of the answer each of them was written over; without one, of no answer. */
  readonly known: Readonly<Record<string, string>>
  /** Made when the page was opened: two pages of one person that disagree are both kept, one page never disagrees with itself. */
  readonly page: string
  /** How many times that page has sent before: of two that cross on the way, the later one counts. */
  readonly turn: number
  readonly section?: { readonly code: string; readonly done: boolean }
  /** The version of the form by which the answers were read. The draft goes on with the newest; what that one no longer asks is kept apart. */
  readonly formVersion?: string
}

export interface Saved {
  readonly version: number
  readonly savedAt: Date
  /** Zone of the call, in which times are told. */
  readonly zone: string
  /** Questions of which two versions are now kept, for the applicant to choose from. */
  readonly aside: readonly string[]
  /** What the draft holds for those questions. */
  readonly current: Answers
  /** Questions that the form asks no longer: their answers are kept, and not sent. */
  readonly unasked?: readonly string[]
  /** Questions that the holder answers alone, sent by somebody else of the team: what stood there stands. */
  readonly left?: readonly string[]
}

/** A save that finds the trail taken this often goes the slower way, which waits its turn. */
const TRIES = 3

/**
 * Keeps answers as they are typed, right or wrong, complete or not. An answer that somebody else changed since its
 * writer saw it is not overwritten: the new one is set aside and named in `aside`, and all others are saved. What the
 * holder answers alone is left as it is when another of the team sends it, and named in `left`.
 * Refuses `application/unknown` (no such application, or not the viewer's), `…/call-not-open`, `…/call-closed`,
 * `…/already-submitted`, `…/withdrawn`. Writes one audit entry, or none if nothing changed.
 */
export async function saveDraft(db: Database, viewer: SignedIn, input: DraftInput, now: Date): Promise<Result<Saved>> {
  if (!isId(input.application)) return refused('application/unknown')
  const save = draftSave(viewer, input, now)
  const questions = await questionsFor(db, save)
  if (!isPlain(save, questions)) return mergeDraft(db, save)
  const holdersOwn = Object.keys(save.answers).some((code) => isOwn(questions, code))
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const sent = await sendDraftSave(db, { ...save, holdersOwn })
    if (sent === 'again') continue
    if (sent === null) return refused('application/unknown')
    if (sent.saved !== null) return ok({ ...sent.saved, zone: sent.zone, aside: [], current: {} })
    const allowed = maySave(sent.facts, now)
    if (!allowed.ok) return allowed
    break
  }
  // Whatever stood against it, another form may be the reason.
  forgetForm(save.organisation, save.application)
  return mergeDraft(db, save)
}

type Questions = ReturnType<typeof questionsOf>

/** The questions of the form by which a save was read, or of the form the draft answers. */
async function questionsFor(db: Database, { organisation, application, formVersion }: DraftSave): Promise<Questions | null> {
  if (formVersion !== undefined) return questionsOf(await formOfVersion(db, organisation, formVersion))
  const held = await formOfApplication(db, organisation, application)
  return held === null ? null : questionsOf(held.form)
}

/** Whether the one statement can save it: there is something to save, and the form by which it was read asks all of it. */
function isPlain({ answers, section, formVersion }: DraftSave, questions: Questions | null): boolean {
  if (Object.keys(answers).length === 0 && section === undefined) return false
  return formVersion === undefined || Object.keys(answers).every((question) => questions?.has(question) === true)
}

function isOwn(questions: Questions | null, code: string): boolean {
  const question = questions?.get(code)
  return question !== undefined && isHoldersOwn(question)
}

function draftSave(viewer: SignedIn, input: DraftInput, now: Date): DraftSave {
  const nothing = answerMark(undefined)
  const known = Object.fromEntries(Object.keys(input.answers).map((question) => [question, input.known[question] ?? nothing]))
  return {
    organisation: viewer.organisation,
    application: input.application,
    person: viewer.person.id,
    answers: input.answers,
    known,
    page: input.page,
    turn: input.turn,
    at: now,
    ...(input.section === undefined ? {} : { section: input.section }),
    ...(input.formVersion === undefined ? {} : { formVersion: input.formVersion }),
  }
}
