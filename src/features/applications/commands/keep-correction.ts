/** Keeping corrections as they are typed. What was sent stays as it is until they are sent. */
import { mayCorrect } from '../../../domain/correction.ts'
import type { Answer, Answers } from '../../../domain/form.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { keptFrom, without } from '../holders-own.ts'
import type { LastRequest } from '../queries/last-request.ts'
import { holdSubmission, openIn } from './correction-held.ts'
import { writtenBy } from './draft-statement.ts'
import { sortOut } from './merge-draft.ts'

export interface CorrectionInput {
  readonly application: string
  /** Answers that were touched, cleaned as text; an empty one takes its question out. */
  readonly answers: Answers
  /** The mark of the answer each was written over (`answerMark`). */
  readonly known: Readonly<Record<string, string>>
  readonly page: string
  readonly turn: number
}

export interface CorrectionKept {
  readonly savedAt: Date
  /** Zone of the call, in which times are told. */
  readonly zone: string
  /** Questions that somebody else corrected meanwhile: theirs stand, these were not kept. */
  readonly aside: readonly string[]
}

/**
 * Keeps corrections, right or wrong, of the questions that are open to this writer; others are left out. One that somebody else wrote
 * meanwhile is not overwritten: it is named in `aside`. Refuses `application/unknown`, `correction/unknown`, `…/late`,
 * `…/already-sent`, `…/recalled`, `…/withdrawn`, `…/published`, `…/under-review`. Writes one audit entry, or none if
 * nothing changed.
 */
export function keepCorrection(db: Database, viewer: SignedIn, input: CorrectionInput, now: Date): Promise<Result<CorrectionKept>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = isId(input.application) ? await holdSubmission(trx, organisation, input.application, person.id) : null
    if (held === null) return refused('application/unknown')
    const { facts, last } = held.standing
    const allowed = mayCorrect(facts, now)
    if (!allowed.ok) return allowed
    if (last === null) return refused('correction/unknown')
    const theirs = without(input.answers, keptFrom(held.membership, held.form))
    const open = await openIn(trx, organisation, held, { ...last, draft: typedToo(last, theirs, now) })
    const before = await openIn(trx, organisation, held, last)
    const written = Object.entries(theirs).filter(([code]) => open.questions.some((question) => question.code === code))
    const save = { ...input, answers: Object.fromEntries(written) }
    const { kept, aside } = sortOut(save, { answers: before.shown, written: last.draft?.written ?? {} })
    const kinds = { savedAt: now, zone: held.zone, aside: Object.keys(aside) }
    if (Object.keys(kept).length === 0) return ok({ ...kinds, savedAt: last.draft?.savedAt ?? now })
    await writeCorrectionDraft(trx, { organisation, person: person.id, last, answers: kept, page: input.page, turn: input.turn }, now)
    const details = { request: last.id, questions: Object.keys(kept).sort() }
    await audit(trx, { organisation, stream: input.application, act: 'correction/kept', actor: person.id, at: now, details })
    return ok(kinds)
  })
}

/** The draft as it would be: an answer of this page may open others that the page sends too. */
function typedToo(last: LastRequest, answers: Answers, now: Date): NonNullable<LastRequest['draft']> {
  const { draft } = last
  return { answers: { ...draft?.answers, ...answers }, written: draft?.written ?? {}, version: draft?.version ?? 0, savedAt: draft?.savedAt ?? now }
}

interface DraftWrite {
  readonly organisation: string
  readonly person: string
  readonly last: LastRequest
  readonly answers: Readonly<Record<string, Answer>>
  readonly page: string
  readonly turn: number
}

async function writeCorrectionDraft(trx: Trx, { organisation, person, last, answers, page, turn }: DraftWrite, now: Date): Promise<void> {
  const row = {
    answers: JSON.stringify({ ...last.draft?.answers, ...answers }),
    written: JSON.stringify({ ...last.draft?.written, ...writtenBy(Object.keys(answers), { person, at: now, page, turn }) }),
    version: (last.draft?.version ?? 0) + 1,
    saved_at: now,
    saved_by: person,
  }
  await trx
    .insertInto('correction_draft')
    .values({ organisation, request: last.id, ...row })
    .onConflict((conflict) => conflict.constraint('correction_draft_key').doUpdateSet(row))
    .execute()
}
