/** Questions about a file: asked on a page of the reader, answered on one of the desk. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { cleanText } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { answerAboutFile, askAboutFile } from '../commands/file-question.ts'
import { answerField, DeskQuestionsPage, MyQuestionsPage, type TypedAnswer } from '../pages/file-questions.tsx'
import { deskQuestions, myQuestions } from '../queries/file-questions.ts'
import { aroundOf, room } from './around.ts'
import { readerFrame, said, sentence } from './reader.ts'

export const fileQuestionRoutes = new Hono<AppEnv>()

const MINE = '/reviews/:assignment/questions'
const DESK = '/desk/:edition/reader-questions'

/** Refusals that are about what was written. */
const WRITTEN = ['empty', 'too-long', 'unanswered', 'answer-too-long', 'tells'].map((code) => `file-question/${code}`)

async function minePage(c: AppContext, viewer: SignedIn, typed = '', refused?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const assignment = c.req.param('assignment') ?? ''
  const view = await myQuestions(db, viewer, assignment, language)
  if (view === null) return c.notFound()
  const written = refused !== undefined && WRITTEN.includes(refused.code)
  return page(
    c,
    <MyQuestionsPage
      language={language}
      frame={await readerFrame(c, viewer)}
      path={`/reviews/${assignment}/questions`}
      view={view}
      typed={typed}
      errors={written ? [{ field: 'text', message: sentence(c, refused) }] : []}
      refusal={refused === undefined || written ? undefined : sentence(c, refused)}
      said={said(c)}
    />,
    refused === undefined ? 200 : 422,
  )
}

fileQuestionRoutes.get(MINE, async (c) => minePage(c, signedIn(c)))

fileQuestionRoutes.post(MINE, async (c) => {
  const viewer = signedIn(c)
  const text = cleanText(fieldText(await readForm(c), 'text'))
  const assignment = c.req.param('assignment')
  const outcome = await askAboutFile(request(c).db, viewer, { assignment, text }, c.var.now)
  if (outcome.ok) return seeOther(c, `/reviews/${assignment}/questions`, 'file-question-asked')
  return outcome.code === 'file-question/unknown' ? c.notFound() : minePage(c, viewer, text, outcome)
})

async function deskPage(c: AppContext, at: StaffRoom, typed?: TypedAnswer, refusal?: Refused): Promise<Response> {
  const questions = await deskQuestions(request(c).db, at.viewer, at.edition.place, c.var.language)
  if (questions === null) return c.notFound()
  const around = await aroundOf(c, at, refusal)
  const wrong = typed !== undefined || refusal !== undefined
  return page(c, <DeskQuestionsPage around={around} questions={questions} typed={typed} />, wrong ? 422 : 200)
}

fileQuestionRoutes.get(DESK, async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : deskPage(c, at)
})

fileQuestionRoutes.post(`${DESK}/:question`, async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, now } = request(c)
  const question = c.req.param('question')
  const body = await readForm(c)
  const text = cleanText(fieldText(body, answerField('text', question)))
  const shared = fieldText(body, answerField('shared', question)) === 'yes'
  const outcome = await answerAboutFile(db, at.viewer, at.edition.place, { question, text, shared }, c.var.services.config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/reader-questions`, 'file-question-answered')
  if (outcome.code === 'file-question/unknown') return c.notFound()
  const written = WRITTEN.includes(outcome.code)
  const errors = written ? [{ field: answerField('text', question), message: sentence(c, outcome) }] : []
  return deskPage(c, at, { question, text, shared, errors }, written ? undefined : outcome)
})
