import { Hono } from 'hono'
import type { Body } from '../../../platform/input/form.ts'
import { newId } from '../../../platform/database/id.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { seeOther } from '../../../platform/web/respond.ts'
import { type FileLimits, fileLimits } from '../../../domain/file.ts'
import type { Question } from '../../../domain/form.ts'
import { type Refused, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { removeFile, toFile } from '../../files/index.ts'
import { saveDraft } from '../commands/save-draft.ts'
import { touched } from '../commands/save-section.ts'
import { readAnswersSent } from '../forms.ts'
import { applicationPath } from '../pages/around.tsx'
import { GivenFiles } from '../pages/file-question.tsx'
import { sectionView } from '../queries/draft.ts'
import { filesSeen } from '../queries/files-seen.ts'
import type { SectionView } from '../views.ts'
import { type ApplicationsAround, fileSentence, leadOn, linkedFiles, ownRecord } from './around.ts'
import { FILE_STATUS, takeArrivingFile } from './arriving-file.ts'
import { heldQuestion } from './held-question.ts'
import { shown } from './section.tsx'

/** Files by the button of the section's page, which sends all that was typed there too; and reading one's own. */
export function fileQuestionRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.post('/applications/:application/questions/:question/files', async (c) => {
    const viewer = signedIn(c)
    const at = await questionPage(c, viewer)
    return at === null ? gone(c) : give(c, around, viewer, at)
  })

  routes.post('/applications/:application/questions/:question/files/removal', async (c) => {
    const { db, now } = request(c)
    const viewer = signedIn(c)
    const at = await questionPage(c, viewer)
    if (at === null) return gone(c)
    const body = await readForm(c)
    await keepTyped(c, viewer, at.view, body)
    const file = fieldText(body, 'remove')
    const outcome = isHidden(at.view, file) ? refused('file/unknown') : await removeFile(db, viewer, { application: at.view.id, file }, now)
    return outcome.ok ? back(c, at) : refuse(c, around, viewer, at, body, outcome)
  })

  routes.get('/applications/:application/questions/:question/files', async (c) => {
    const at = await questionPage(c, signedIn(c))
    if (at === null) return gone(c)
    if (c.req.header('x-part') === undefined) return back(c, at)
    const { language } = request(c)
    const html = (
      <GivenFiles
        question={at.question}
        language={language}
        files={await linkedFiles(c, at.view)}
        base={applicationPath(at.view, language)}
        writable
      />
    )
    return c.html(html.markup, 200, { 'Cache-Control': 'private, no-store' })
  })

  routes.get('/applications/:application/files/:file', async (c) =>
    toFile(c, (await filesSeen(request(c).db, signedIn(c), c.req.param('application'))) ?? []),
  )

  return routes
}

interface At {
  readonly view: SectionView
  readonly question: Question
  readonly limits: FileLimits
}

/** The page the question stands on; null when the application is not the viewer's, no draft, or has no such question. */
async function questionPage(c: AppContext, viewer: SignedIn): Promise<At | null> {
  const { db } = request(c)
  const held = await heldQuestion(c)
  if (held === null) return null
  const view = await sectionView(db, viewer, c.req.param('application') ?? '', held.section.code)
  return view === null ? null : { view, question: held.question, limits: fileLimits(held.question) }
}

/** Whether a file is not for this reader to take back. */
function isHidden({ files, membership }: SectionView, file: string): boolean {
  return membership === 'member' && !files.some(({ id }) => id === file)
}

async function gone(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  return (record === null ? null : leadOn(c, record)) ?? c.notFound()
}

function back(c: AppContext, { view, question }: At): Response {
  return seeOther(c, `/applications/${view.id}/sections/${view.section.code}#${question.code}`)
}

function give(c: AppContext, around: ApplicationsAround, viewer: SignedIn, at: At): Promise<Response> {
  return takeArrivingFile(c, viewer, {
    place: { application: at.view.id, question: at.question.code, limits: at.limits },
    keepTyped: (body) => keepTyped(c, viewer, at.view, body),
    refuse: (body, refusal) => refuse(c, around, viewer, at, body, refusal),
    taken: () => back(c, at),
  })
}

/** What was typed on the page beside the file is saved as if it had been saved while typing. */
async function keepTyped(c: AppContext, viewer: SignedIn, view: SectionView, body: Body): Promise<void> {
  const sent = readAnswersSent(view.section.questions, body)
  const { kept } = touched(sent)
  if (Object.keys(kept).length > 0) await saveDraft(request(c).db, viewer, { ...sent, application: view.id, answers: kept }, request(c).now)
}

/** The page again with what was typed, and why the file was not taken, at its question. */
async function refuse(c: AppContext, around: ApplicationsAround, viewer: SignedIn, at: At, body: Body, refusal: Refused): Promise<Response> {
  const view = await sectionView(request(c).db, viewer, at.view.id, at.view.section.code)
  if (view === null) return gone(c)
  const { answers } = readAnswersSent(view.section.questions, body)
  const sentence = fileSentence(refusal, c.var.language)
  const what = { typed: { ...view.answers, ...answers }, page: newId(), from: null }
  const late = !refusal.code.startsWith('file/')
  const why = late ? { refusal: sentence } : { errors: [{ field: at.question.code, message: sentence }] }
  return shown(c, around, view, { ...what, ...why }, late ? 410 : (FILE_STATUS[refusal.code] ?? 422))
}
