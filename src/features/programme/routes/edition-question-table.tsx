/** Several questions added to a part of the form at once, from the rows of a table. */
import { Hono } from 'hono'
import type { FormErrors } from '../../../design/form/field.tsx'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { editEditionForm } from '../commands/edition-draft.ts'
import { formEditMark } from '../editor/part-mark.ts'
import { rowsName } from '../editor/pasted-rows.ts'
import { QUESTION_TABLE, readQuestions, sectionName } from '../editor/question-table.ts'
import { words as editorWords } from '../editor/words/index.ts'
import { QuestionTablePage } from '../pages/editor/question-table.tsx'
import { type DraftRoom, draftRoom, noDraft, refusalText } from './edition-desk.ts'

export const editionQuestionTableRoutes = new Hono<AppEnv>()

const PATH = '/desk/editions/:draft/form/table/:section'

interface Came {
  readonly value: string
  readonly errors?: FormErrors
  readonly refusal?: string
  readonly status?: 200 | 409 | 422
}

function shown(c: AppContext, { frame, draft }: DraftRoom, { value, errors = [], refusal, status = 200 }: Came): Response | Promise<Response> {
  const section = c.req.param('section') ?? ''
  const name = sectionName(draft.document, section, c.var.language)
  if (name === null && status === 200) return c.notFound()
  return page(
    c,
    <QuestionTablePage
      language={c.var.language}
      frame={frame}
      draft={draft}
      section={section}
      name={name ?? section}
      value={value}
      errors={errors}
      refusal={refusal}
    />,
    status,
  )
}

editionQuestionTableRoutes.get(PATH, async (c) => {
  const room = await draftRoom(c)
  return room === null ? noDraft(c) : shown(c, room, { value: '' })
})

editionQuestionTableRoutes.post(PATH, async (c) => {
  const room = await draftRoom(c)
  const body = await readForm(c)
  if (room === null) return noDraft(c, body)
  const { db, language, now } = request(c)
  const section = c.req.param('section') ?? ''
  const field = rowsName(QUESTION_TABLE)
  const value = fieldText(body, field)
  const { questions, errors } = readQuestions(room.draft.document, section, value, language)
  if (errors.length > 0) return shown(c, room, { value, errors, status: 422 })
  if (questions.length === 0) return shown(c, room, { value, errors: [{ field, message: editorWords(language)('table.empty') }], status: 422 })
  const edit = { act: 'add-questions', section, questions } as const
  const known = formEditMark(room.draft.document.form, edit) ?? ''
  const outcome = await editEditionForm(db, room.viewer, { draft: room.draft.id, known, edit }, now)
  if (outcome.ok) return seeOther(c, `/desk/editions/${room.draft.id}/form?said=saved#question-${questions[0]?.code}`)
  const refusal = outcome.code === 'edition-draft/gone' ? editorWords(language)('table.gone') : refusalText(c, outcome)
  return shown(c, room, { value, refusal, status: 409 })
})
