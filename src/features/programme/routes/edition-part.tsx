/** A part of an edition: shown, saved whole by any of its buttons, and told when somebody else saved it meanwhile. */
import { Hono } from 'hono'
import { errorSentences, type FieldFault } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { shortName } from '../../../domain/person.ts'
import type { Body } from '../../../platform/input/form.ts'
import { formatTime } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { saveEditionPart } from '../commands/edition-draft.ts'
import { fieldName } from '../editor/field.ts'
import { listAct } from '../editor/list-act.ts'
import { partMark, partValues, withPartValues } from '../editor/part-mark.ts'
import { addRows, areRowsSent } from '../editor/pasted-rows.ts'
import { ruleEffects } from '../editor/past-effects.ts'
import { type Part, PART_CODES, type PartCode, partAt, partOf } from '../editor/parts.ts'
import { quotaNotes } from '../editor/quota-notes.ts'
import { codesSent, readPart } from '../editor/read-part.ts'
import { usedByAct } from '../editor/used-item.ts'
import type { DraftState } from '../editor/views.ts'
import { words as editorWords } from '../editor/words/index.ts'
import { faultText } from '../editor/fault-text.ts'
import { PartPage, type PartPageProps } from '../pages/editor/part.tsx'
import { placeText } from '../pages/editor/place-text.ts'
import { editionDraft } from '../queries/edition-drafts.ts'
import { type DraftRoom, draftRoom, noDraft, isTyping, type Kept, notKept, refusalText, saidOf, savedLine, stateOf } from './edition-desk.ts'

export const editionPartRoutes = new Hono<AppEnv>()

function askedPart(c: AppContext): Exclude<PartCode, 'form'> | null {
  const code = PART_CODES.find((one) => one === c.req.param('part'))
  return code === undefined || code === 'form' ? null : code
}

// What is no part may be a page of another stage: the preview of the call stands beside the parts.
editionPartRoutes.get('/desk/editions/:draft/:part', async (c, next) => {
  const code = askedPart(c)
  if (code === null) return next()
  const room = await draftRoom(c)
  return room === null ? noDraft(c) : shown(c, room, partOf(code), {})
})

interface Came {
  readonly sent?: Body
  readonly errors?: FormErrors
  readonly refusal?: string
  readonly theirs?: PartPageProps['theirs']
  /** Mark of what the page is to be saved over. */
  readonly mark?: string
}

async function shown(c: AppContext, room: DraftRoom, part: Part, came: Came): Promise<Response> {
  const { language } = c.var
  const notes = await notesOf(c, room, part)
  const state = stateOf(room.draft)
  const unread = came.errors ?? []
  // What could not be read is not in the document: nothing more is known of it.
  const wrong = standingFaults(c, state, part).filter(({ field }) => !unread.some((one) => one.field === field))
  const errors = [...unread, ...wrong]
  const names = Object.fromEntries(errors.map(({ field }) => [field, nameOf(c, state, field)]))
  const status = came.theirs !== undefined ? 409 : (came.errors ?? []).length > 0 || came.refusal !== undefined ? 422 : 200
  return page(
    c,
    <PartPage
      language={language}
      frame={room.frame}
      state={state}
      part={part}
      mark={came.mark ?? partMark(part.code, room.draft.document)}
      sent={came.sent ?? null}
      errors={errors}
      names={names}
      refusal={came.refusal}
      said={saidOf(c, errors.length > 0)}
      saved={savedLine(c, room.draft.savedAt, room.draft.zone)}
      unsaved={status === 422}
      theirs={came.theirs}
      notes={notes}
    />,
    status,
  )
}

/** A sentence under each item: what a rule would have done last year, what a quota asks. */
async function notesOf(c: AppContext, { viewer, draft }: DraftRoom, part: Part): Promise<readonly (string | null)[] | undefined> {
  const { db, language } = request(c)
  if (part.code === 'selection') return quotaNotes(draft.document, language)
  return part.code === 'eligibility' ? ruleEffects({ db, viewer, draft, language }) : undefined
}

/** What is written in this part and is wrong; what is missing is counted, not shouted. */
function standingFaults(c: AppContext, { faults, draft }: DraftState, part: Part): FormErrors {
  return faults
    .filter((fault) => !fault.missing && partAt(fault.steps) === part.code)
    .map((fault) => ({ field: fieldName(fault.steps), message: faultText(fault, c.var.language, draft.document) }))
}

/** What a field is called: its place without the name of the part, which is the title of the page. */
function nameOf(c: AppContext, { draft }: DraftState, field: string): string {
  const steps = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  return placeText(steps, draft.document, c.var.language).split(' › ').slice(1).join(' › ')
}

editionPartRoutes.post('/desk/editions/:draft/:part', async (c, next) => {
  const code = askedPart(c)
  if (code === null) return next()
  const room = await draftRoom(c)
  const body = await readForm(c)
  if (room === null) return noDraft(c, body)
  const { db, language, now } = request(c)
  const part = partOf(code)
  const act = fieldText(body, 'act')
  const read = readPart(part, room.draft.document, body, language, room.draft.moment)
  const known = fieldText(body, 'known')
  if (isTyping(c)) return keepTyped(c, room, part, { document: read.document, faults: read.faults, known, waits: areRowsSent(part, body) })
  const rows = addRows(part, read.document, body, language, room.draft.moment)
  const errors = [...errorSentences(read.faults, language), ...rows.errors]
  if (errors.length > 0) {
    const typed = { ...room, draft: { ...room.draft, document: withPartValues(read.document, []) } }
    return shown(c, typed, part, { sent: body, errors, mark: known })
  }
  // What something looks at is not taken out before that was shown: the rest is kept as it was written.
  const used = usedByAct(code, rows.document, act, language)
  const acted = used === null ? listAct(part, rows.document, act, language) : null
  const document = acted?.document ?? rows.document
  const anchor = acted?.anchor ?? rows.anchor
  const outcome = await saveEditionPart(db, room.viewer, { draft: room.draft.id, part: code, known, values: partValues(code, document) }, now)
  if (outcome.ok) {
    const base = `/desk/editions/${room.draft.id}`
    if (act === 'list') return seeOther(c, base, 'saved')
    if (used !== null) return seeOther(c, `${base}/${code}/removal?code=${encodeURIComponent(used.code)}`)
    return seeOther(c, `${base}/${code}?said=saved${anchor === null ? '' : `#${anchor}`}`)
  }
  if (outcome.code === 'edition-draft/changed-meanwhile') return meanwhile(c, room, part, { document, body })
  return shown(c, room, part, { sent: body, refusal: refusalText(c, outcome), mark: known })
})

/** Keeps what can be read, without a word about what is missing; what cannot be read is named and stays on the page. Rows of a table wait for the button. */
async function keepTyped(
  c: AppContext,
  room: DraftRoom,
  part: Part,
  typed: { document: DraftRoom['draft']['document']; faults: readonly FieldFault[]; known: string; waits: boolean },
): Promise<Response> {
  const { db, language, now } = request(c)
  const { document, faults, known, waits } = typed
  const values = partValues(part.code, document)
  const outcome = await saveEditionPart(db, room.viewer, { draft: room.draft.id, part: part.code, known, values }, now)
  if (!outcome.ok) return notKept(c, outcome)
  const [fault] = errorSentences(faults, language)
  const { savedAt, mark } = outcome.value
  const said = waits ? editorWords(language)('autosave.by-button') : savedLine(c, savedAt, room.draft.zone)
  return c.json({ said: fault?.message ?? said, mark } satisfies Kept)
}

/** Both versions on one page: what was typed in the fields, what somebody else saved beside each that differs. Saving again keeps the fields. */
async function meanwhile(
  c: AppContext,
  room: DraftRoom,
  part: Part,
  mine: { document: DraftRoom['draft']['document']; body: Body },
): Promise<Response> {
  const { db, language, now } = request(c)
  const current = await editionDraft(db, room.viewer, room.draft.id, now)
  if (current === null) return noDraft(c, mine.body)
  const note = editorWords(language)('meanwhile', {
    name: shortName(current.savedBy, language),
    time: formatTime(current.savedAt, language, current.zone),
  })
  const typed = { ...room, draft: { ...current, document: withPartValues(mine.document, []) } }
  const theirs = { document: current.document, note, sentCodes: codesSent(part, mine.body) }
  return shown(c, typed, part, { theirs, mark: partMark(part.code, current.document) })
}
