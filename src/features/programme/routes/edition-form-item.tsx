/** A question or a part of the form: opened, written, made new. */
import { Hono } from 'hono'
import { errorSentences, type FieldFault } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { type EditionDocument, NO_TEXT } from '../../../domain/edition-document.ts'
import { QUESTION_KINDS, type Question, type QuestionKind, type Section } from '../../../domain/form.ts'
import { type FormEdit, questionOf, sectionOfQuestion } from '../../../domain/form-edit.ts'
import { inLanguage } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import type { Result } from '../../../domain/result.ts'
import type { Body } from '../../../platform/input/form.ts'
import { formatTime } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { editEditionForm } from '../commands/edition-draft.ts'
import { proposedCode } from '../editor/code.ts'
import { conditionView, sentCondition } from '../editor/condition-form.ts'
import { fieldName } from '../editor/field.ts'
import { listAct } from '../editor/list-act.ts'
import { formEditMark } from '../editor/part-mark.ts'
import type { Part } from '../editor/parts.ts'
import { questionBlocks, sectionBlocks, tidied, tidiedSection, written, type WrittenQuestion } from '../editor/question-parts.ts'
import { readPart } from '../editor/read-part.ts'
import { words as editorWords } from '../editor/words/index.ts'
import { faultText } from '../pages/editor/fault-list.tsx'
import { FormItemPage } from '../pages/editor/form-item.tsx'
import { editionDraft } from '../queries/edition-drafts.ts'
import { type DraftRoom, draftRoom, refusalText, saidOf, stateOf } from './edition-desk.ts'

export const editionFormItemRoutes = new Hono<AppEnv>()

/** What is open: the question or section as its editor holds it, and how it is kept. */
interface Open {
  readonly is: 'question' | 'section'
  /** Its code in the form; null while it is new. */
  readonly code: string | null
  /** Its steps in the form, where faults name it; null while it is new. */
  readonly steps: readonly PropertyKey[] | null
  readonly value: Readonly<Record<string, unknown>>
  readonly path: string
}

type Document = EditionDocument & Readonly<Record<'question' | 'section', unknown>>

function withOpen(document: EditionDocument, { is, value }: Open): Document {
  return { ...document, [is]: value } as Document
}

function partOf({ is, value }: Open): Part {
  return { code: 'form', blocks: is === 'section' ? sectionBlocks() : questionBlocks((value as { kind: QuestionKind }).kind) }
}

function openQuestion(room: DraftRoom, code: string): Open | null {
  const { form } = room.draft.document
  const question = questionOf(form, code)
  const section = sectionOfQuestion(form, code)
  if (question === undefined || section === undefined) return null
  const steps = ['form', 'sections', form.sections.indexOf(section), 'questions', section.questions.indexOf(question)]
  return { is: 'question', code, steps, value: written(question, section.code), path: `/desk/editions/${room.draft.id}/form/questions/${code}` }
}

function openSection(room: DraftRoom, code: string): Open | null {
  const { form } = room.draft.document
  const place = form.sections.findIndex((section) => section.code === code)
  const section = form.sections[place]
  if (section === undefined) return null
  const { questions, ...own } = section
  const value = { intro: NO_TEXT, when: '', ...own }
  return { is: 'section', code, steps: ['form', 'sections', place], value, path: `/desk/editions/${room.draft.id}/form/sections/${code}` }
}

function newQuestion(room: DraftRoom, section: string, kind: QuestionKind): Open | null {
  if (!room.draft.document.form.sections.some(({ code }) => code === section)) return null
  const value = written({ code: '', kind, label: NO_TEXT, required: true }, section)
  return { is: 'question', code: null, steps: null, value, path: `/desk/editions/${room.draft.id}/form/new/${section}` }
}

function newSection(room: DraftRoom): Open {
  const group = room.draft.document.form.groups.at(-1)?.code ?? ''
  const value = { code: '', title: NO_TEXT, intro: NO_TEXT, group, when: '' }
  return { is: 'section', code: null, steps: null, value, path: `/desk/editions/${room.draft.id}/form/new` }
}

const ADDRESSES: readonly (readonly [path: string, open: (c: AppContext, room: DraftRoom) => Open | null])[] = [
  ['/desk/editions/:draft/form/new', (_, room) => newSection(room)],
  ['/desk/editions/:draft/form/new/:section', (c, room) => newQuestion(room, c.req.param('section') ?? '', 'line')],
  ['/desk/editions/:draft/form/sections/:section', (c, room) => openSection(room, c.req.param('section') ?? '')],
  ['/desk/editions/:draft/form/questions/:question', (c, room) => openQuestion(room, c.req.param('question') ?? '')],
]

for (const [path, open] of ADDRESSES) {
  editionFormItemRoutes.get(path, async (c) => {
    const room = await draftRoom(c)
    const opened = room === null ? null : open(c, room)
    return room === null || opened === null ? c.notFound() : shown(c, room, opened, {})
  })
  editionFormItemRoutes.post(path, async (c) => {
    const room = await draftRoom(c)
    const opened = room === null ? null : open(c, room)
    return room === null || opened === null ? c.notFound() : save(c, room, opened, await readForm(c))
  })
}

interface Came {
  readonly sent?: Body
  readonly errors?: FormErrors
  readonly refusal?: string
  readonly mark?: string
  readonly asking?: boolean
  readonly theirs?: { readonly document: unknown; readonly note: string }
  readonly status?: 200 | 409 | 422
}

function shown(c: AppContext, room: DraftRoom, opened: Open, came: Came): Response {
  const { language } = c.var
  const t = editorWords(language)
  const document = withOpen(room.draft.document, opened)
  const state = stateOf(room.draft)
  const standing = opened.steps === null || came.sent !== undefined ? [] : standingFaults(c, room, opened)
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
      mark={came.mark ?? markOf(room.draft.document, opened)}
      sent={came.sent ?? null}
      errors={errors}
      names={{}}
      condition={conditionView(room.draft.document, language, String(opened.value.when ?? ''), `${opened.is}.when`, {
        asking: came.asking === true || c.req.query('asking') === '1',
        self: opened.code,
      })}
      refusal={came.refusal}
      said={saidOf(c)}
      theirs={came.theirs}
    />,
    came.status ?? 200,
  )
}

function markOf(document: EditionDocument, opened: Open): string {
  return formEditMark(document.form, editOf(opened, opened.value, [])) ?? ''
}

/** Faults of the form that are about what is open, at the names of its fields. What is missing in a text is not shouted. */
function standingFaults(c: AppContext, room: DraftRoom, { is, steps }: Open): FormErrors {
  const outer = steps ?? []
  return stateOf(room.draft)
    .faults.filter(
      ({ steps: at, missing }) =>
        !missing &&
        outer.every((step, place) => at[place] === step) &&
        !(is === 'section' && at.length > outer.length + 1 && at[outer.length] === 'questions'),
    )
    .map((fault) => ({
      field: fieldName([is, ...fault.steps.slice(outer.length)]).replace('maxBytes', 'megabytes'),
      message: faultText(fault, c.var.language),
    }))
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
  if (read.faults.length > 0) {
    const errors = errorSentences(read.faults, language)
    return shown(c, room, { ...opened, value: read.value }, { sent: body, errors, mark: known, status: 422 })
  }
  const now = { ...opened, value: read.value }
  const unnamed = codeFault(room.draft.document, now)
  if (unnamed !== null)
    return shown(c, room, now, { errors: [{ ...unnamed, message: editorWords(language)(unnamed.message) }], mark: known, status: 422 })
  const edit = editOf(opened, read.value, [], partOf(now).blocks, { document: room.draft.document, language })
  const outcome = await keep(c, room, edit, known)
  if (outcome.ok) return kept(c, room, now, act, read.asking)
  if (outcome.code === 'edition-draft/changed-meanwhile') return meanwhile(c, room, now)
  return shown(c, room, now, { refusal: refusalText(c, outcome), mark: known, status: outcome.code === 'edition-draft/gone' ? 409 : 422 })
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
  readonly faults: readonly FieldFault[]
  readonly asking: boolean
}

/** What was sent, in the shape of the editor. The kind comes first: it decides which fields there are. */
function readOpen(c: AppContext, room: DraftRoom, opened: Open, body: Body): Read {
  const { language } = c.var
  const kind = QUESTION_KINDS.find((one) => one === fieldText(body, 'question.kind'))
  const shownAs = partOf(opened)
  const first = readPart(shownAs, withOpen(room.draft.document, opened), body, language)
  const acted = listAct(shownAs, first.document, fieldText(body, 'act'), language)
  const document = (acted?.document ?? first.document) as Document
  const value = document[opened.is] as Readonly<Record<string, unknown>>
  const condition = sentCondition(room.draft.document, language, body, `${opened.is}.when`)
  const complete = { ...value, ...(kind === undefined || opened.is === 'section' ? {} : { kind }), when: condition.text }
  return { value: { ...complete, code: codeOf(room.draft.document, opened, complete) }, faults: first.faults, asking: condition.asking }
}

/** A code left empty is made from the text, as words joined by underscores. */
function codeOf({ form }: EditionDocument, opened: Open, value: Readonly<Record<string, unknown>>): string {
  const written = String(value.code ?? '')
  if (written !== '') return opened.is === 'question' ? written.toLowerCase().replaceAll('-', '_') : written
  if (opened.code !== null) return opened.code
  const taken = opened.is === 'question' ? form.sections.flatMap((section) => section.questions) : form.sections
  const joint = opened.is === 'question' ? '_' : '-'
  return proposedCode(
    opened.is === 'question' ? value.label : value.title,
    taken.map(({ code }) => code),
    joint,
  )
}

type CodeFault = { readonly field: string; readonly message: 'form.code-needed' | 'form.code-taken' | 'form.code-form' }

/** Without a code of its own a question or a section cannot be kept: answers hang on it. */
function codeFault({ form }: EditionDocument, opened: Open): CodeFault | null {
  const code = String(opened.value.code ?? '')
  const field = `${opened.is}.code`
  if (code === '') return { field, message: 'form.code-needed' }
  const pattern = opened.is === 'question' ? /^[a-z][a-z0-9_]{0,39}$/ : /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
  if (!pattern.test(code)) return { field, message: 'form.code-form' }
  const others = (opened.is === 'question' ? form.sections.flatMap((section) => section.questions) : form.sections).map((one) => one.code)
  return code !== opened.code && others.includes(code) ? { field, message: 'form.code-taken' } : null
}

/** Both versions on one page, as for the parts of an edition. */
async function meanwhile(c: AppContext, room: DraftRoom, opened: Open): Promise<Response> {
  const { db, language, now } = request(c)
  const draft = await editionDraft(db, room.viewer, room.draft.id, now)
  if (draft === null) return c.notFound()
  const current = { ...room, draft }
  const theirs = opened.is === 'question' ? openQuestion(current, opened.code ?? '') : openSection(current, opened.code ?? '')
  if (theirs === null) return shown(c, current, { ...opened, code: null, steps: null }, { refusal: editorWords(language)('form.gone'), status: 409 })
  const note = editorWords(language)('meanwhile', { name: shortName(draft.savedBy, language), time: formatTime(draft.savedAt, language, draft.zone) })
  return shown(c, current, opened, {
    theirs: { document: withOpen(draft.document, theirs), note },
    mark: markOf(draft.document, theirs),
    status: 409,
  })
}
