/** A question or a part of the form: opened, written, made new. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { EditionDocument, NO_TEXT } from '../../../domain/edition-document.ts'
import { QUESTION_KINDS, type Question, type Section } from '../../../domain/form.ts'
import type { FormEdit } from '../../../domain/form-edit.ts'
import { inLanguage } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import type { Result } from '../../../domain/result.ts'
import type { Body } from '../../../platform/input/form.ts'
import { formatTime } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { editEditionForm } from '../commands/edition-draft.ts'
import { conditionView, type SentRows, sentCondition } from '../editor/condition-form.ts'
import { listAct } from '../editor/list-act.ts'
import { openAdvice, openFaults } from '../editor/open-faults.ts'
import {
  asNew,
  codeFault,
  codeOf,
  type Document,
  goneOf,
  newQuestion,
  newSection,
  type Open,
  openQuestion,
  openSection,
  partOf,
  withOpen,
} from '../editor/open-item.ts'
import { addRows, areRowsSent } from '../editor/pasted-rows.ts'
import { conditionEffect } from '../editor/past-effects.ts'
import { formEditMark } from '../editor/part-mark.ts'
import { tidied, tidiedSection, type WrittenQuestion } from '../editor/question-parts.ts'
import { codesSent, readPart } from '../editor/read-part.ts'
import { words as editorWords } from '../editor/words/index.ts'
import { FormItemPage, type FormItemProps } from '../pages/editor/form-item.tsx'
import { editionDraft } from '../queries/edition-drafts.ts'
import { type DraftRoom, draftRoom, noDraft, isTyping, type Kept, notKept, refusalText, saidOf, savedLine, stateOf } from './edition-desk.ts'

export const editionFormItemRoutes = new Hono<AppEnv>()

const ADDRESSES: readonly (readonly [path: string, open: (c: AppContext, room: DraftRoom) => Open | null])[] = [
  ['/desk/editions/:draft/form/new', (_, room) => newSection(room.draft)],
  ['/desk/editions/:draft/form/new/:section', (c, room) => newQuestion(room.draft, c.req.param('section') ?? '', 'line')],
  ['/desk/editions/:draft/form/sections/:section', (c, room) => openSection(room.draft, c.req.param('section') ?? '')],
  ['/desk/editions/:draft/form/questions/:question', (c, room) => openQuestion(room.draft, c.req.param('question') ?? '')],
]

for (const [path, open] of ADDRESSES) {
  editionFormItemRoutes.get(path, async (c) => {
    const room = await draftRoom(c)
    const opened = room === null ? null : open(c, room)
    if (room === null) return noDraft(c)
    return opened === null ? c.notFound() : shown(c, room, opened, {})
  })
  editionFormItemRoutes.post(path, async (c) => {
    const room = await draftRoom(c)
    const body = await readForm(c)
    if (room === null) return noDraft(c, body)
    const opened = open(c, room)
    if (opened !== null) return save(c, room, opened, body)
    return takenOut(c, room, body)
  })
}

interface Came {
  readonly sent?: Body
  readonly errors?: FormErrors
  readonly refusal?: string
  readonly mark?: string
  readonly asking?: boolean
  readonly rows?: SentRows
  readonly theirs?: FormItemProps['theirs']
  readonly status?: 200 | 409 | 422
}

async function shown(c: AppContext, room: DraftRoom, opened: Open, came: Came): Promise<Response> {
  const { language } = c.var
  const when = String(opened.value.when ?? '')
  const past = await conditionEffect({ db: request(c).db, viewer: room.viewer, draft: room.draft, language }, when)
  const t = editorWords(language)
  const document = withOpen(room.draft.document, opened)
  const state = stateOf(room.draft)
  const standing = opened.steps === null || came.sent !== undefined ? [] : openFaults(state, opened, language)
  const advice = openAdvice(state, opened, language)
  const errors = [...(came.errors ?? []), ...standing]
  const text = inLanguage((opened.is === 'question' ? opened.value.label : opened.value.title) as typeof NO_TEXT, language).text
  const title = text || t(opened.is === 'question' ? 'form.new-question' : 'form.new-section')
  return page(
    c,
    <FormItemPage
      language={language}
      frame={room.frame}
      state={state}
      path={opened.path}
      title={title}
      lead={t(opened.is === 'question' ? 'form.question-lead' : 'form.section-lead')}
      blocks={partOf(opened).blocks}
      document={document}
      shownKind={opened.is === 'question' ? String(opened.value.kind) : null}
      mark={came.mark ?? markOf(room.draft.document, opened)}
      sent={came.sent ?? null}
      errors={errors}
      names={{}}
      condition={{
        ...conditionView(room.draft.document, language, when, `${opened.is}.when`, {
          asking: came.asking === true || c.req.query('asking') === '1',
          self: opened.code,
          rows: came.rows ?? null,
        }),
        past,
        never: advice.find(({ about }) => about === 'when')?.sentence ?? null,
      }}
      advice={advice.filter(({ about }) => about !== 'when').map(({ sentence }) => sentence)}
      refusal={came.refusal}
      said={saidOf(c, errors.length > 0)}
      saved={opened.code === null ? null : savedLine(c, room.draft.savedAt, room.draft.zone)}
      unsaved={came.status === 422}
      theirs={came.theirs}
    />,
    came.status ?? 200,
  )
}

function markOf(document: EditionDocument, opened: Open): string {
  return formEditMark(document.form, editOf(opened, opened.value, [])) ?? ''
}

/** The edit that keeps what was written. */
function editOf(
  opened: Open,
  value: Readonly<Record<string, unknown>>,
  questions: readonly Question[],
  blocks = partOf(opened).blocks,
  around?: { document: EditionDocument; language: 'ar' | 'fr' | 'en' },
): FormEdit {
  if (opened.is === 'section') {
    const section = tidiedSection(value)
    return opened.code === null
      ? { act: 'add-section', section: { ...section, questions } as Section }
      : { act: 'change-section', code: opened.code, section }
  }
  const question = around === undefined ? (value as unknown as Question) : tidied(value as WrittenQuestion, blocks, around)
  const section = String(value.section ?? '')
  return opened.code === null ? { act: 'add-question', section, question } : { act: 'change-question', code: opened.code, question, section }
}

async function save(c: AppContext, room: DraftRoom, opened: Open, body: Body): Promise<Response> {
  const { language } = c.var
  const act = fieldText(body, 'act')
  const known = fieldText(body, 'known')
  const read = readOpen(c, room, opened, body)
  if (isTyping(c)) return keepTyped(c, room, opened, read, known)
  if (read.errors.length > 0) return shown(c, room, { ...opened, value: read.value }, { sent: body, errors: read.errors, mark: known, status: 422 })
  const now = { ...opened, value: read.value }
  const unnamed = codeFault(room.draft.document, now, language)
  // The kind alone, or a row more, of a question without a text yet: its fields appear, and nothing is kept or wrong.
  if (unnamed?.message === 'form.text-empty' && read.shaping) return shown(c, room, now, { status: 200 })
  if (unnamed !== null)
    return shown(c, room, now, { errors: [{ ...unnamed, message: editorWords(language)(unnamed.message) }], mark: known, status: 422 })
  if (read.incomplete !== null) return incomplete(c, room, now, read.incomplete, { act, known })
  const edit = editOf(opened, read.value, [], partOf(now).blocks, { document: room.draft.document, language })
  const outcome = await keep(c, room, edit, known)
  if (outcome.ok) return kept(c, room, now, act, read.asking)
  if (outcome.code === 'edition-draft/changed-meanwhile') return meanwhile(c, room, now, body)
  return shown(c, room, now, { refusal: refusalText(c, outcome), mark: known, status: outcome.code === 'edition-draft/gone' ? 409 : 422 })
}

/** The page again with the rows as they were sent, those that say too little named: a condition is whole before it is kept. */
function incomplete(c: AppContext, room: DraftRoom, opened: Open, rows: SentRows, { act, known }: { act: string; known: string }): Promise<Response> {
  const message = editorWords(c.var.language)('condition.incomplete')
  // "Set this condition" asks for the next fields: that they are empty is no fault yet.
  const errors = act === 'condition:more' ? [] : rows.open.map((place) => ({ field: `cond.${place}.value`, message }))
  return shown(c, room, opened, { errors, rows, mark: known, status: 422 })
}

/**
 * Keeps what is typed, but what decides something else waits for the button: the code and the kind of a question, where
 * it stands, its condition. What is new waits too.
 */
async function keepTyped(c: AppContext, room: DraftRoom, opened: Open, read: Read, known: string): Promise<Response> {
  const { language } = c.var
  const t = editorWords(language)
  const { code, kind, section, group, when } = opened.value
  const value = { ...read.value, code, when, ...(opened.is === 'question' ? { kind, section } : { group }) }
  const waits =
    read.rowsWait || (Object.keys(value) as (keyof typeof value)[]).some((name) => JSON.stringify(value[name]) !== JSON.stringify(read.value[name]))
  if (opened.code === null || read.errors.length > 0) return c.json({ said: read.errors[0]?.message ?? t('autosave.by-button') } satisfies Kept)
  const now = { ...opened, value }
  const edit = editOf(opened, value, [], partOf(now).blocks, { document: room.draft.document, language })
  const outcome = await editEditionForm(request(c).db, room.viewer, { draft: room.draft.id, known, edit }, request(c).now)
  if (!outcome.ok) return notKept(c, outcome)
  const said = waits ? t('autosave.by-button') : savedLine(c, outcome.value.savedAt, room.draft.zone)
  return c.json({ said, mark: outcome.value.mark } satisfies Kept)
}

function keep(c: AppContext, room: DraftRoom, edit: FormEdit, known: string): Promise<Result<unknown>> {
  const { db, now } = request(c)
  const isNew = edit.act === 'add-question' || edit.act === 'add-section'
  const over = isNew ? (formEditMark(room.draft.document.form, edit) ?? '') : known
  return editEditionForm(db, room.viewer, { draft: room.draft.id, known: over, edit }, now)
}

function kept(c: AppContext, room: DraftRoom, opened: Open, act: string, asking: boolean): Response {
  const base = `/desk/editions/${room.draft.id}/form`
  const code = String(opened.value.code)
  if (act === 'list') return seeOther(c, `${base}?said=saved#${opened.is}-${code}`)
  return seeOther(c, `${base}/${opened.is}s/${code}?said=saved${asking ? '&asking=1' : ''}${act.startsWith('condition') ? '#condition-title' : ''}`)
}

interface Read {
  readonly value: Readonly<Record<string, unknown>>
  /** Rows of the condition that say too little yet; null without any. */
  readonly incomplete: SentRows | null
  readonly errors: FormErrors
  /** Whether a table was pasted that no button has added yet. */
  readonly rowsWait: boolean
  readonly asking: boolean
  /** Whether the button only asked for other fields: those of another kind, a row of a list. */
  readonly shaping: boolean
}

/** What was sent, in the shape of the editor. The kind comes first: it decides which fields there are. */
function readOpen(c: AppContext, room: DraftRoom, opened: Open, body: Body): Read {
  const { language } = c.var
  const kind = QUESTION_KINDS.find((one) => one === fieldText(body, 'question.kind'))
  // A page that came back shows the fields of the kind it was sent with, whatever is kept so far.
  const asSent = opened.is === 'section' || kind === undefined ? opened : { ...opened, value: { ...opened.value, kind } }
  const shownAs = partOf(asSent)
  const first = readPart(shownAs, withOpen(room.draft.document, asSent), body, language)
  const rowsWait = isTyping(c) && areRowsSent(shownAs, body)
  const rows = rowsWait ? { document: first.document, anchor: null, errors: [] } : addRows(shownAs, first.document, body, language)
  const acted = listAct(shownAs, rows.document, fieldText(body, 'act'), language)
  const document = (acted?.document ?? rows.document) as Document
  const value = document[opened.is] as Readonly<Record<string, unknown>>
  const condition = sentCondition(room.draft.document, language, body, `${opened.is}.when`)
  const complete = { ...value, ...(kind === undefined || opened.is === 'section' ? {} : { kind }), when: condition.text }
  const shaping = acted !== null || rows.anchor !== null || (kind !== undefined && kind !== fieldText(body, 'shown-kind'))
  const errors = [...errorSentences(first.faults, language), ...rows.errors]
  return { value: { ...complete, code: codeOf(room.draft.document, opened, complete) }, errors, rowsWait, shaping, ...condition }
}

/** Both versions on one page, as for the parts of an edition. */
async function meanwhile(c: AppContext, room: DraftRoom, opened: Open, body: Body): Promise<Response> {
  const { db, language, now } = request(c)
  const draft = await editionDraft(db, room.viewer, room.draft.id, now)
  if (draft === null) return noDraft(c, body)
  const current = { ...room, draft }
  const theirs = opened.is === 'question' ? openQuestion(draft, opened.code ?? '') : openSection(draft, opened.code ?? '')
  if (theirs === null) return shown(c, current, asNew(draft, opened), { refusal: editorWords(language)('form.gone'), status: 409 })
  const note = editorWords(language)('meanwhile', { name: shortName(draft.savedBy, language), time: formatTime(draft.savedAt, language, draft.zone) })
  return shown(c, current, opened, {
    theirs: { document: withOpen(draft.document, theirs), note, sentCodes: codesSent(partOf(opened), body) },
    mark: markOf(draft.document, theirs),
    status: 409,
  })
}

/** What somebody else took out while it was written: the page with the words in it, and the way to put it back as new. */
function takenOut(c: AppContext, room: DraftRoom, body: Body): Response | Promise<Response> {
  const { language } = c.var
  const gone = goneOf(room.draft, body)
  if (gone === null) return c.notFound()
  const said = editorWords(language)('autosave.gone')
  if (isTyping(c)) return c.json({ said, ended: true } satisfies Kept, 409)
  const read = readOpen(c, room, gone, body)
  const code = read.value.code === '' ? (c.req.param(gone.is) ?? '') : read.value.code
  const now = { ...gone, value: { ...read.value, code } }
  const rows = read.incomplete === null ? {} : { rows: read.incomplete }
  return shown(c, room, now, {
    ...(read.errors.length > 0 ? { sent: body, errors: read.errors } : rows),
    refusal: editorWords(language)('form.gone'),
    status: 409,
  })
}
