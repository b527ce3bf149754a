import { Hono } from 'hono'
import { conditionalIn } from '../../../domain/form-asked.ts'
import { isSignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/respond.ts'
import { answerMark } from '../answer-mark.ts'
import { upToDate } from '../commands/move-draft.ts'
import { saveDraft } from '../commands/save-draft.ts'
import { touched } from '../commands/save-section.ts'
import { formOfPage } from '../form-version.ts'
import { questionsNamed, readAnswersSent } from '../forms.ts'
import { savedText } from '../pages/around.tsx'
import { hereIn } from '../presence/routes.ts'
import { TaskListPage } from '../pages/task-list.tsx'
import { WithdrawnPage } from '../pages/withdrawal.tsx'
import { draftView, taskListView } from '../queries/draft.ts'
import { words } from '../words/index.ts'
import { type ApplicationsAround, aroundPage, faultSentences, leadOn, ownRecord, saidOf, sentenceOf } from './around.ts'

/** The task list, and `PATCH /applications/{id}/draft`: what the island of the section page saves while one types. */
export function draftRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application', async (c) => {
    const viewer = signedIn(c)
    const record = await ownRecord(c)
    if (record === null) return c.notFound()
    const elsewhere = leadOn(c, record)
    if (elsewhere !== null) return elsewhere
    if (record.withdrawnAt !== null)
      return page(c, <WithdrawnPage {...(await aroundPage(c, around))} view={{ ...record.head, withdrawnAt: record.withdrawnAt }} said={saidOf(c)} />)
    const { db, now } = request(c)
    const view = await upToDate(db, viewer, now, () => taskListView(db, viewer, record.head.id))
    if (view === null) return c.notFound()
    const props = { view, said: saidOf(c), here: await hereIn(c, view), page: newId() }
    return page(c, <TaskListPage {...(await aroundPage(c, around))} {...props} />)
  })

  routes.patch('/applications/:application/draft', async (c) => {
    c.header('Cache-Control', 'private, no-store')
    return saveAsTyped(c)
  })

  return routes
}

const NO_LONGER = new Set([
  'application/call-closed',
  'application/results-public',
  'application/call-not-open',
  'application/already-submitted',
  'application/withdrawn',
])

/**
 * Saves the fields that came, each over the answer its mark names. Always JSON: 200 `{ version, savedAt, said, known, faults }`, with `asked` where
 * the form has conditions (which of the conditional questions are asked now);
 * 409 with `aside`, the questions of which two versions are now kept (all others are saved); 401, 404, 410 `{ refused }`.
 */
async function saveAsTyped(c: AppContext): Promise<Response> {
  const { db, language, now, organisation, viewer } = request(c)
  if (!isSignedIn(viewer)) return c.json({ refused: { code: 'sign-in/needed', sentence: words(language)('interrupted.typing') } }, 401)
  const application = c.req.param('application') ?? ''
  const body = await readForm(c)
  const held = await formOfPage(db, organisation, application, questionsNamed(body))
  if (held === null) return unknown(c)
  const sent = readAnswersSent(held.questions, body)
  const { kept, tooLong } = touched(sent)
  const saved = await saveDraft(db, viewer, { ...sent, application, answers: kept, formVersion: held.formVersion }, now)
  if (!saved.ok) {
    if (!NO_LONGER.has(saved.code)) return unknown(c)
    return c.json({ refused: { code: saved.code, sentence: sentenceOf(saved, language) } }, 410)
  }
  const { version, savedAt, zone, aside, unasked = [], left = [] } = saved.value
  const marked = Object.entries(kept).filter(([question]) => !aside.includes(question) && !left.includes(question))
  const known = Object.fromEntries(marked.map(([question, answer]) => [question, answerMark(answer.length === 0 ? undefined : answer)]))
  const faults = Object.fromEntries(faultSentences(tooLong, language).map((fault) => [fault.field, fault.message]))
  const t = words(language)
  const said =
    aside.length > 0
      ? t('saved.aside')
      : left.length > 0
        ? t('saved.holders-own')
        : unasked.length > 0
          ? t('saved.unasked')
          : savedText(savedAt, { language, now }, zone)
  const isConditional = conditionalIn(held.form).length > 0
  const view = isConditional ? await draftView(db, viewer, application) : null
  const turns = view === null ? [] : conditionalIn(view.form)
  const asked = view === null ? {} : { asked: turns.filter((code) => view.reading.asked.has(code)) }
  return c.json(
    { version, savedAt: savedAt.toISOString(), said, known, faults, ...asked, ...(aside.length > 0 ? { aside } : {}) },
    aside.length > 0 ? 409 : 200,
  )
}

function unknown(c: AppContext): Response {
  const sentence = words(c.var.language)('saved.not-yours')
  return c.json({ refused: { code: 'application/unknown', sentence } }, 404)
}
