import { Hono } from 'hono'
import { type FileLimits, fileLimits } from '../../../domain/file.ts'
import type { Question } from '../../../domain/form.ts'
import { type Refused, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type Body, cleanText } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { seeOther } from '../../../platform/web/respond.ts'
import { removeFile } from '../../files/index.ts'
import { keepCorrection } from '../commands/keep-correction.ts'
import { touched } from '../commands/save-section.ts'
import { readAnswersSent } from '../forms.ts'
import { applicationPath } from '../pages/around.tsx'
import { HOW_FIELD } from '../pages/assistance.tsx'
import { NOTE_FIELD } from '../pages/correction.tsx'
import { GivenFiles } from '../pages/file-question.tsx'
import type { CorrectionView } from '../views.ts'
import { type ApplicationsAround, fileSentence, linkedFiles } from './around.ts'
import { correctionPage } from './correction.tsx'
import { FILE_STATUS, takeArrivingFile } from './arriving-file.ts'
import { openFileQuestion } from './held-question.ts'

/** Files among corrections, by the button of the page, which sends all that was typed there too. */
export function correctionFileRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const base = '/applications/:application/correction/questions/:question/files'

  routes.post(base, async (c) => {
    const viewer = signedIn(c)
    const at = await placeOf(c, viewer)
    return at === null ? c.notFound() : give(c, around, viewer, at)
  })

  routes.post(`${base}/removal`, async (c) => {
    const { db, now } = request(c)
    const viewer = signedIn(c)
    const at = await placeOf(c, viewer)
    if (at === null) return c.notFound()
    const body = await readForm(c)
    await keepTyped(c, viewer, at.view, body)
    const file = fieldText(body, 'remove')
    const outcome = at.view.files.some(({ id }) => id === file)
      ? await removeFile(db, viewer, { application: at.view.id, file, to: 'corrections' }, now)
      : refused('file/unknown')
    return outcome.ok ? back(c, at) : refuse(c, around, viewer, at, body, outcome)
  })

  routes.get(base, async (c) => {
    const at = await placeOf(c, signedIn(c))
    if (at === null) return c.notFound()
    if (c.req.header('x-part') === undefined) return back(c, at)
    const { language } = request(c)
    const files = await linkedFiles(c, at.view)
    const html = (
      <GivenFiles question={at.question} language={language} files={files} base={applicationPath(at.view, language, '/correction')} writable />
    )
    return c.html(html.markup, 200, { 'Cache-Control': 'private, no-store' })
  })

  return routes
}

interface At {
  readonly view: CorrectionView
  readonly question: Question
  readonly limits: FileLimits
}

async function placeOf(c: AppContext, viewer: SignedIn): Promise<At | null> {
  const open = await openFileQuestion(c, viewer)
  return open === null ? null : { ...open, limits: fileLimits(open.question) }
}

function back(c: AppContext, { view, question }: At): Response {
  return seeOther(c, `/applications/${view.id}/correction#${question.code}`)
}

function give(c: AppContext, around: ApplicationsAround, viewer: SignedIn, at: At): Promise<Response> {
  return takeArrivingFile(c, viewer, {
    place: { application: at.view.id, question: at.question.code, limits: at.limits, to: 'corrections' },
    keepTyped: (body) => keepTyped(c, viewer, at.view, body),
    refuse: (body, refusal) => refuse(c, around, viewer, at, body, refusal),
    taken: () => back(c, at),
  })
}

/** What was typed on the page beside the file is kept as if it had been kept while typing. */
async function keepTyped(c: AppContext, viewer: SignedIn, view: CorrectionView, body: Body): Promise<void> {
  const { db, now } = request(c)
  const sent = readAnswersSent(view.open.questions, body)
  const { kept } = touched(sent)
  if (Object.keys(kept).length > 0) await keepCorrection(db, viewer, { ...sent, application: view.id, answers: kept }, now)
}

/** The page again with what was typed, and why the file was not taken, at its question. */
async function refuse(c: AppContext, around: ApplicationsAround, viewer: SignedIn, at: At, body: Body, refusal: Refused): Promise<Response> {
  const view = (await placeOf(c, viewer))?.view ?? at.view
  const { answers } = readAnswersSent(view.open.questions, body)
  const sentence = fileSentence(refusal, c.var.language)
  const what = { typed: { ...view.open.shown, ...answers }, note: cleanText(fieldText(body, NOTE_FIELD)), how: fieldText(body, HOW_FIELD) }
  const late = !refusal.code.startsWith('file/')
  const why = late ? { refusal: sentence } : { errors: [{ field: at.question.code, message: sentence }] }
  return correctionPage(c, around, view, { ...what, ...why }, late ? 410 : (FILE_STATUS[refusal.code] ?? 422))
}
