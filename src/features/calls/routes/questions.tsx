/** Asking about a call on its public page, and answering at the desk. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import { refusalIn } from '../../../design/refusal.ts'
import { LONGEST_ANSWER, LONGEST_QUESTION, mayAnswer, type PublishedAnswer } from '../../../domain/call-question.ts'
import { LANGUAGES, type Trilingual } from '../../../domain/language.ts'
import { type Body, cleanText, email, parse, text } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { z } from 'zod'
import { publicFrame, type StaffRoom, staffFrame } from '../../programme/index.ts'
import { answerQuestion, askQuestion } from '../commands/questions.ts'
import { AskPage, type AskProps } from '../pages/ask.tsx'
import { QuestionsPage, type QuestionsProps } from '../pages/questions.tsx'
import { callView, questionsOf } from '../queries.ts'
import { words } from '../words/index.ts'

export const questionRoutes = new Hono<AppEnv>()

const NOTHING: AskProps['values'] = { email: '', question: '' }

questionRoutes.get('/calls/:edition/question', (c) => ask(c, { values: NOTHING, errors: [] }))

async function ask(c: AppContext, came: Pick<AskProps, 'values' | 'errors' | 'refusal'>): Promise<Response> {
  const { db, config, organisation, viewer, language, path, now } = request(c)
  const call = await callView(db, organisation, c.req.param('edition') ?? '', now)
  if (call === null) return c.notFound()
  const frame = await publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <AskPage language={language} frame={frame} call={call} {...came} />, wrong ? 422 : 200)
}

const askForm = z.object({ question: text({ max: LONGEST_QUESTION, min: 10 }), email: email() })

questionRoutes.post('/calls/:edition/question', async (c) => {
  const { db, organisation, language, now } = request(c)
  const body = await readForm(c)
  const values = { email: fieldText(body, 'email'), question: fieldText(body, 'question') }
  const form = parse(askForm, body)
  if (!form.ok) return ask(c, { values, errors: errorSentences(form.errors, language) })
  const edition = c.req.param('edition')
  const input = { edition, address: form.value.email.toLowerCase(), language, question: form.value.question, client: c.var.client }
  const outcome = await askQuestion(db, organisation, input, now)
  if (outcome.ok) return seeOther(c, `/calls/${edition}`, 'call-asked')
  if (outcome.code === 'call/unknown') return c.notFound()
  return ask(c, { values, errors: [], refusal: refusalIn(words(language), language)(outcome) })
})

/** The desk of who answers; null for anybody else. */
async function answerRoom(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  const room = await staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
  return room === null || !mayAnswer(room.viewer, room.edition.place) ? null : room
}

questionRoutes.get('/desk/:edition/call/questions', async (c) => {
  const room = await answerRoom(c)
  return room === null ? c.notFound() : questions(c, room, null)
})

async function questions(c: AppContext, { frame, edition, viewer }: StaffRoom, came: QuestionsProps['came']): Promise<Response> {
  const { db, language } = request(c)
  const asked = await questionsOf(db, viewer, edition.place)
  const said = c.req.query('said') === 'question-answered' ? words(language)('said.question-answered') : undefined
  const html = (
    <QuestionsPage language={language} frame={frame} edition={edition.slug} zone={edition.zone} questions={asked} came={came} said={said} />
  )
  return page(c, html, came === null ? 200 : 422)
}

questionRoutes.post('/desk/:edition/call/questions', async (c) => {
  const room = await answerRoom(c)
  if (room === null) return c.notFound()
  const { db, config, language, now } = request(c)
  const body = await readForm(c)
  const id = fieldText(body, 'id')
  const read = readAnswer(body, id, words(language)('questions.write-all'), words(language)('questions.too-long'))
  const values = valuesOf(body, id)
  if (read.errors.length > 0) return questions(c, room, { question: id, values, errors: read.errors })
  const place = { ...room.edition.place, slug: room.edition.slug }
  const outcome = await answerQuestion(db, room.viewer, place, { question: id, answer: read.answer, published: read.published }, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/call/questions`, 'question-answered')
  if (outcome.code === 'call-question/unknown') return c.notFound()
  const refusal = refusalIn(words(language), language)(outcome)
  return questions(c, room, {
    question: id,
    values,
    errors: outcome.code.endsWith('-missing') ? [{ field: `answer-${id}`, message: refusal }] : [],
    refusal,
  })
})

const PARTS = ['answer', ...LANGUAGES.map((one) => `question_${one}`), ...LANGUAGES.map((one) => `public_${one}`)]

/** What was typed, under names without the id of the question. */
function valuesOf(body: Body, id: string): Readonly<Record<string, string>> {
  return { publish: fieldText(body, 'publish'), ...Object.fromEntries(PARTS.map((part) => [part, fieldText(body, `${part}-${id}`)])) }
}

interface AnswerReading {
  readonly answer: string
  readonly published: PublishedAnswer | null
  readonly errors: { field: string; message: string }[]
}

function readAnswer(body: Body, id: string, missing: string, tooLong: string): AnswerReading {
  const typed = (part: string): string => cleanText(fieldText(body, `${part}-${id}`))
  const inAll = (part: string): Trilingual => ({ ar: typed(`${part}_ar`), fr: typed(`${part}_fr`), en: typed(`${part}_en`) })
  const publish = fieldText(body, 'publish') === 'yes'
  const needed = publish ? PARTS.filter((part) => part !== 'answer' && typed(part) === '') : []
  const long = PARTS.filter((part) => typed(part).length > LONGEST_ANSWER)
  return {
    answer: typed('answer'),
    published: publish ? { question: inAll('question'), answer: inAll('public') } : null,
    errors: [
      ...needed.map((part) => ({ field: `${part}-${id}`, message: missing })),
      ...long.map((part) => ({ field: `${part}-${id}`, message: tooLong })),
    ],
  }
}
