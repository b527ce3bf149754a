/** The form of an edition while it is written: its parts and questions in order, moved, copied, taken out. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { type FormEdit, questionOf } from '../../../domain/form-edit.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { editEditionForm } from '../commands/edition-draft.ts'
import { fieldName } from '../editor/field.ts'
import { listAct } from '../editor/list-act.ts'
import { addRows } from '../editor/pasted-rows.ts'
import { formEditMark } from '../editor/part-mark.ts'
import type { List, Part } from '../editor/parts.ts'
import { readPart } from '../editor/read-part.ts'
import { referencesTo } from '../editor/references.ts'
import { faultText } from '../editor/fault-text.ts'
import { FormPage } from '../pages/editor/form.tsx'
import { FormRemovalPage } from '../pages/editor/form-removal.tsx'
import { type DraftRoom, draftRoom, noDraft, refusalText, saidOf, stateOf } from './edition-desk.ts'

export const editionFormRoutes = new Hono<AppEnv>()

const GROUPS: List = {
  kind: 'list',
  at: ['form', 'groups'],
  name: 'groups',
  most: 20,
  title: ['title'],
  fields: () => [
    { at: ['title'], label: 'group.title', kind: 'trilingual', max: 200 },
    { at: ['code'], label: 'code', kind: 'line', max: 40, form: 'code' },
  ],
}
const GROUPS_PART: Part = { code: 'form', blocks: [GROUPS] }

editionFormRoutes.get('/desk/editions/:draft/form', async (c) => {
  const room = await draftRoom(c)
  return room === null ? noDraft(c) : shown(c, room, {})
})

interface Came {
  readonly sent?: Body
  readonly errors?: FormErrors
  readonly refusal?: string
  readonly status?: 409 | 422
}

function shown(c: AppContext, room: DraftRoom, came: Came): Response {
  const state = stateOf(room.draft)
  const standing = state.faults
    .filter(({ steps, missing }) => steps[1] === 'groups' && !missing)
    .map((fault) => ({ field: fieldName(fault.steps), message: faultText(fault, c.var.language, room.draft.document) }))
  return page(
    c,
    <FormPage
      language={c.var.language}
      frame={room.frame}
      state={state}
      groups={GROUPS}
      groupsMark={groupsMark(room.draft.document)}
      sent={came.sent ?? null}
      errors={[...(came.errors ?? []), ...standing]}
      refusal={came.refusal}
      said={saidOf(c)}
    />,
    came.status ?? 200,
  )
}

function groupsMark({ form }: EditionDocument): string {
  return formEditMark(form, { act: 'set-groups', groups: [] }) ?? ''
}

editionFormRoutes.post('/desk/editions/:draft/form', async (c) => {
  const room = await draftRoom(c)
  const body = await readForm(c)
  if (room === null) return noDraft(c, body)
  const wanted = fieldText(body, 'do')
  return wanted === '' ? saveGroups(c, room, body) : act(c, room, wanted)
})

async function saveGroups(c: AppContext, room: DraftRoom, body: Body): Promise<Response> {
  const { language } = c.var
  const read = readPart(GROUPS_PART, room.draft.document, body, language)
  const rows = addRows(GROUPS_PART, read.document, body, language)
  const errors = [...errorSentences(read.faults, language), ...rows.errors]
  if (errors.length > 0) return shown(c, room, { sent: body, errors, status: 422 })
  const acted = listAct(GROUPS_PART, rows.document, fieldText(body, 'act'), language)
  const { groups } = (acted?.document ?? rows.document).form
  return edit(c, room, { act: 'set-groups', groups }, fieldText(body, 'known'))
}

/** 'up-question:code', 'copy-section:code'…: what a button beside a line of the form says. */
function act(c: AppContext, room: DraftRoom, wanted: string): Promise<Response> | Response {
  const [verb = '', code = ''] = wanted.split(':')
  const edits: Readonly<Record<string, FormEdit>> = {
    'up-section': { act: 'move-section', code, by: -1 },
    'down-section': { act: 'move-section', code, by: 1 },
    'copy-section': { act: 'copy-section', code },
    'remove-section': { act: 'remove-section', code },
    'up-question': { act: 'move-question', code, by: -1 },
    'down-question': { act: 'move-question', code, by: 1 },
    'copy-question': { act: 'copy-question', code },
    'remove-question': { act: 'remove-question', code },
    ...placing(code),
  }
  const chosen = Object.hasOwn(edits, verb) ? edits[verb] : undefined
  if (chosen === undefined) return shown(c, room, { status: 422 })
  return edit(c, room, chosen, formEditMark(room.draft.document.form, chosen) ?? '')
}

/** 'place-question:code,section,3', 'place-section:code,3': where a question or a section was dropped. */
function placing(text: string): Readonly<Record<string, FormEdit>> {
  const parts = text.split(',')
  const [code = '', section = ''] = parts
  const last = parts.at(-1) ?? ''
  if (!/^\d{1,3}$/.test(last)) return {}
  const place = Number(last)
  if (parts.length === 2) return { 'place-section': { act: 'place-section', code, place } }
  return { 'place-question': { act: 'place-question', code, section, place } }
}

async function edit(c: AppContext, room: DraftRoom, change: FormEdit, known: string): Promise<Response> {
  const { db, now } = request(c)
  const outcome = await editEditionForm(db, room.viewer, { draft: room.draft.id, known, edit: change }, now)
  if (!outcome.ok) return shown(c, room, { refusal: refusalText(c, outcome), status: 409 })
  return seeOther(c, `/desk/editions/${room.draft.id}/form?said=saved${anchorOf(change)}`)
}

function anchorOf(change: FormEdit): string {
  if (!('code' in change) || change.act.startsWith('remove')) return ''
  return change.act.endsWith('question') ? `#question-${change.code}` : `#section-${change.code}`
}

/** What is taken out is named first, with what looks at it. */
editionFormRoutes.get('/desk/editions/:draft/form/removal', async (c) => {
  const room = await draftRoom(c)
  if (room === null) return noDraft(c)
  const { document } = room.draft
  const question = questionOf(document.form, c.req.query('question') ?? '')
  const section = document.form.sections.find(({ code }) => code === c.req.query('section'))
  if (question === undefined && section === undefined) return c.notFound()
  const codes = question === undefined ? (section?.questions ?? []).map(({ code }) => code) : [question.code]
  return page(
    c,
    <FormRemovalPage
      language={c.var.language}
      frame={room.frame}
      draft={room.draft}
      question={question ?? null}
      section={question === undefined ? (section ?? null) : null}
      references={referencesTo(document, codes, c.var.language)}
    />,
  )
})
