/** Corrections as their team writes them. */
import { refusalIn } from '../../../design/refusal.ts'
import { DECLARATION_WAYS } from '../../../domain/assistance.ts'
import type { Answer } from '../../../domain/form.ts'
import { refused } from '../../../domain/result.ts'
import { newId } from '../../../platform/database/id.ts'
import { type Api, endpoint, id, outcome, record, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { answerMark } from '../answer-mark.ts'
import { keepCorrection } from '../commands/keep-correction.ts'
import { sendCorrection } from '../commands/send-correction.ts'
import { correctionView } from '../queries/correction.ts'
import { tidyAnswer } from '../tidy-answer.ts'
import { words } from '../words/index.ts'

const TAG = 'Applications'
const application = z.object({ application: id() })
const path = '/applications/{application}/correction'
const row = z.record(z.string().max(80), z.string().max(5000))
const answer = z.union([z.string().max(1_000_000), z.array(z.string().max(200)).max(60), z.array(row).max(60)])

export function correctionApi(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path,
      tag: TAG,
      summary: 'Corrections asked of my application: why, until when, which questions are open, what is kept so far',
      params: application,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, now } = request(c)
      const view = await correctionView(db, signedIn(c), params.application, now)
      if (view === null) return null
      const { reason, day, requested, open, allowed, savedAt } = view
      const answers = Object.fromEntries(open.questions.map(({ code }) => [code, open.shown[code] ?? '']))
      return { reason, day, requested, open: allowed.ok, answers, faults: open.faults, savedAt }
    },
  )
  endpoint(
    routes,
    {
      method: 'patch',
      path,
      tag: TAG,
      summary: 'Keep corrections of open questions; nothing is sent by it',
      params: application,
      body: z.object({ answers: z.record(z.string().max(80), answer) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now, language } = request(c)
      const viewer = signedIn(c)
      const says = refusalIn(words(language), language)
      const view = await correctionView(db, viewer, params.application, now)
      if (view === null) return null
      const questions = new Map(view.open.questions.filter(({ kind }) => kind !== 'file').map((question) => [question.code, question]))
      const unknown = Object.keys(body.answers).filter((code) => !questions.has(code))
      if (unknown.length > 0) return outcome(c, refused('application/unknown-question', { questions: unknown }), says)
      const answers = Object.fromEntries(
        [...questions].flatMap(([code, question]): [string, Answer][] =>
          Object.hasOwn(body.answers, code) ? [[code, tidyAnswer(question, body.answers[code])]] : [],
        ),
      )
      const known = Object.fromEntries(Object.keys(answers).map((code) => [code, answerMark(view.open.shown[code])]))
      return outcome(c, await keepCorrection(db, viewer, { application: params.application, answers, known, page: newId(now), turn: 0 }, now), says)
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path,
      tag: TAG,
      summary: 'Send the corrections kept, declared true (`how`, by who sends them for the holder); the receipt is mailed anew',
      params: application,
      body: z.object({ declared: z.boolean(), note: line(1000), how: z.enum(DECLARATION_WAYS).nullable().default(null) }),
      answers: z.object({ number: z.string(), correctedAt: z.string(), hash: z.string(), previous: z.string() }),
    },
    async (c, { params, body }) => {
      const { db, now, language } = request(c)
      const sent = await sendCorrection(db, signedIn(c), { application: params.application, ...body }, now)
      return outcome(c, sent, refusalIn(words(language), language))
    },
  )
}
