import { unlink } from 'node:fs/promises'
import { Hono } from 'hono'
import { newId } from '../../../platform/database/id.ts'
import { roomsOf } from '../../../platform/storage/rooms.ts'
import { type ArrivedFile, readArrival } from '../../../platform/upload/multipart.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { seeOther } from '../../../platform/web/respond.ts'
import { type FileLimits, fileLimits } from '../../../domain/file.ts'
import type { Question } from '../../../domain/form.ts'
import { type Refused, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { filesOf, giveFile, isFullDisk, mayGiveNow, removeFile, toFile } from '../../files/index.ts'
import { saveDraft } from '../commands/save-draft.ts'
import { touched } from '../commands/save-section.ts'
import { readAnswersSent } from '../forms.ts'
import { applicationPath } from '../pages/around.tsx'
import { fileField, GivenFiles } from '../pages/file-question.tsx'
import { sectionView } from '../queries/draft.ts'
import type { SectionView } from '../views.ts'
import { type ApplicationsAround, fileSentence, leadOn, linkedFiles, ownRecord } from './around.ts'
import { heldQuestion } from './held-question.ts'
import { shown } from './section.tsx'

type Body = Awaited<ReturnType<typeof readForm>>

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
    const outcome = await removeFile(db, viewer, { application: at.view.id, file: fieldText(body, 'remove') }, now)
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

  routes.get('/applications/:application/files/:file', async (c) => toFile(c, await ownFiles(c)))

  return routes
}

async function ownFiles(c: AppContext) {
  const record = await ownRecord(c)
  return record === null ? [] : filesOf(request(c).db, c.var.organisation, record.head.id)
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

async function gone(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  return (record === null ? null : leadOn(c, record)) ?? c.notFound()
}

function back(c: AppContext, { view, question }: At): Response {
  return seeOther(c, `/applications/${view.id}/sections/${view.section.code}#${question.code}`)
}

async function give(c: AppContext, around: ApplicationsAround, viewer: SignedIn, at: At): Promise<Response> {
  const { db, config, now } = request(c)
  const place = { application: at.view.id, question: at.question.code, limits: at.limits }
  const allowed = await mayGiveNow(db, viewer, place, now)
  const { uploads } = await roomsOf(config)
  const arrived = await readArrival(c.req.raw, { folder: uploads, bytes: at.limits.maxBytes, files: 1 })
  if (arrived === null) return refuse(c, around, viewer, at, {}, refused('file/none-chosen'))
  try {
    const { body, files, whole } = arrived
    if (arrived.refused !== null && !isFullDisk(arrived.refused)) throw arrived.refused
    if (whole) await keepTyped(c, viewer, at.view, body)
    if (arrived.refused !== null) return refuse(c, around, viewer, at, body, refused('file/no-room'))
    const file = files.find((one) => one.field === fileField(at.question.code))
    const outcome = allowed.ok ? await keep(c, viewer, at, file, whole) : allowed
    return outcome.ok ? back(c, at) : refuse(c, around, viewer, at, body, outcome)
  } finally {
    for (const { path } of arrived.files) await unlink(path).catch(() => {})
  }
}

async function keep(c: AppContext, viewer: SignedIn, at: At, file: ArrivedFile | undefined, whole: boolean): Promise<Result<unknown>> {
  const { db, config, now } = request(c)
  if (file?.tooLarge) return refused('file/too-heavy', { max: at.limits.maxBytes })
  if (!whole) return refused('file/broken-off')
  if (file === undefined) return refused('file/none-chosen')
  const given = { application: at.view.id, question: at.question.code, limits: at.limits, name: file.name, path: file.path }
  return giveFile(db, viewer, { given, places: config }, now)
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
  return shown(c, around, view, { ...what, ...why }, late ? 410 : (STATUS[refusal.code] ?? 422))
}

const STATUS: Readonly<Record<string, 409 | 413 | 507>> = { 'file/no-room': 507, 'file/too-heavy': 413, 'file/too-many': 409 }
