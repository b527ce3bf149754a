/** Applications, as their team sees them: begun, saved, sent, withdrawn by the same commands as on the pages. */
import { refusalIn } from '../../design/refusal.ts'
import type { Answer } from '../../domain/form.ts'
import { refused } from '../../domain/result.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, acts, api, endpoint, id, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { newId } from '../../platform/database/id.ts'
import { answerMark } from './answer-mark.ts'
import { assistanceApi } from './api/assistance.ts'
import { correctionApi } from './api/corrections.ts'
import { fileApi } from './api/files.ts'
import { tidyAnswer } from './tidy-answer.ts'
import { chooseVersions } from './commands/choose-versions.ts'
import { saveDraft } from './commands/save-draft.ts'
import { upToDate } from './commands/move-draft.ts'
import { startApplication } from './commands/start-application.ts'
import { submitApplication } from './commands/submit-application.ts'
import { withdrawApplication } from './commands/withdraw-application.ts'
import { draftView, versionsView } from './queries/draft.ts'
import { knownOf } from './profile/queries/known.ts'
import { callToStart } from './queries/call-to-start.ts'
import { myApplications } from './queries/my-applications.ts'
import { receiptView } from './queries/receipt.ts'
import { unmetRules } from './queries/unmet-rules.ts'
import { teamApi } from './team/api.ts'
import { words } from './words/index.ts'

const TAG = 'Applications'
const application = z.object({ application: id() })
const answer = z.union([z.string().max(1_000_000), z.array(z.string().max(200)).max(60)])

/** `origin` is where mails lead. */
export function applicationApi(origin: string): Api {
  const routes = api()
  const language = z.enum(['ar', 'fr', 'en'])
  endpoint(
    routes,
    { method: 'get', path: '/applications', tag: TAG, summary: 'My applications', answers: z.object({ applications: z.array(record()) }) },
    async (c) => ({
      applications: await myApplications(request(c).db, signedIn(c)),
    }),
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/calls/{edition}/applications',
      tag: TAG,
      summary:
        'Begin an application, empty or with what is known (begin; without it, with the answers of one withdrawn), or be led to the one begun before',
      params: z.object({ edition: slug() }),
      body: z.object({ language, begin: z.enum(['known', 'empty']).optional() }),
      answers: z.object({ application: z.string(), number: z.string(), fresh: z.boolean() }).loose(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(
        c,
        await startApplication(db, signedIn(c), { edition: params.edition, ...body }, now),
        refusalIn(words(c.var.language), c.var.language),
      )
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/calls/{edition}/known-answers',
      tag: TAG,
      summary: 'What an application in this call could begin with: each answer with where it comes from (a year, or the record of the person)',
      params: z.object({ edition: slug() }),
      answers: z.object({ answers: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, now } = request(c)
      const viewer = signedIn(c)
      if ((await callToStart(db, viewer, params.edition, now)) === null) return null
      const known = await knownOf(db, viewer, params.edition, now)
      return { answers: (known?.answers ?? []).map(({ question, answer: value, from }) => ({ question: question.code, answer: value, from })) }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/applications/{application}',
      tag: TAG,
      summary:
        'One application: its draft, or what was sent; of what the holder answers alone, another of the team reads in withheld whether it is answered',
      params: application,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, now } = request(c)
      const viewer = signedIn(c)
      const sent = await receiptView(db, viewer, params.application)
      if (sent !== null) {
        const { number, title, answers, withheld, submittedAt, withdrawnAt, hash } = sent
        return { state: withdrawnAt === null ? 'submitted' : 'withdrawn', number, title, answers, withheld, submittedAt, withdrawnAt, hash }
      }
      const draft = await upToDate(db, viewer, now, () => draftView(db, viewer, params.application))
      if (draft === null) return null
      const { number, answers, withheld, done, version, savedAt, aside } = draft
      const unasked = Object.fromEntries(draft.unasked.map(({ question, answer: kept }) => [question.code, kept]))
      const unmet = (await unmetRules(db, viewer.organisation, draft, draft.reading.answers)).map(({ question, rule, check }) => ({
        question,
        rule: rule.code,
        code: check.code,
      }))
      return { state: 'draft', unmet, number, answers, withheld, done, version, savedAt, aside, unasked }
    },
  )
  endpoint(
    routes,
    {
      method: 'patch',
      path: '/applications/{application}',
      tag: TAG,
      summary: 'Save answers of a draft; the version read before says what they were written over',
      params: application,
      body: z.object({ version: z.number().int().min(1), answers: z.record(z.string().max(80), answer) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      const viewer = signedIn(c)
      const says = refusalIn(words(c.var.language), c.var.language)
      const draft = await upToDate(db, viewer, now, () => draftView(db, viewer, params.application))
      if (draft === null) return null
      if (draft.version !== body.version) return outcome(c, refused('page/stale'), says)
      const questions = new Map(
        draft.form.sections
          .flatMap((section) => section.questions)
          .filter(({ kind }) => kind !== 'file')
          .map((question) => [question.code, question]),
      )
      const unknown = Object.keys(body.answers).filter((code) => !questions.has(code))
      if (unknown.length > 0) return outcome(c, refused('application/unknown-question', { questions: unknown }), says)
      const own = Object.keys(body.answers).filter((code) => Object.hasOwn(draft.withheld, code))
      if (own.length > 0) return outcome(c, refused('application/holders-own', { questions: own }), says)
      const answers = Object.fromEntries(
        [...questions].flatMap(([code, question]): [string, Answer][] =>
          Object.hasOwn(body.answers, code) ? [[code, tidyAnswer(question, body.answers[code])]] : [],
        ),
      )
      const known = Object.fromEntries(Object.keys(answers).map((code) => [code, answerMark(draft.answers[code])]))
      return outcome(
        c,
        await saveDraft(db, viewer, { application: params.application, answers, known, page: newId(now), turn: 0 }, now),
        says,
        ({ version, savedAt, aside }) => ({ version, savedAt, aside }),
      )
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/submission',
      tag: TAG,
      summary: 'Send an application with its declaration',
      params: application,
      body: z.object({ declared: z.boolean(), language }),
      answers: z.object({ number: z.string(), submittedAt: z.string(), hash: z.string() }),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(
        c,
        await submitApplication(db, signedIn(c), { application: params.application, ...body }, now),
        refusalIn(words(c.var.language), c.var.language),
      )
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/applications/{application}/withdrawal',
      tag: TAG,
      summary: 'Withdraw an application',
      params: application,
      body: z.object({ reason: line(2000) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(
        c,
        await withdrawApplication(db, signedIn(c), { application: params.application, reason: body.reason }, now),
        refusalIn(words(c.var.language), c.var.language),
      )
    },
  )
  versions(routes)
  fileApi(routes)
  correctionApi(routes)
  teamApi(routes)
  assistanceApi(routes, origin)
  return routes
}

/** Answers that were written twice. */
function versions(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/applications/{application}/versions',
      tag: TAG,
      summary: 'Answers of which two versions are kept, each with the mark of the current one',
      params: application,
      answers: z.object({ questions: z.array(record()) }),
    },
    async (c, { params }) => {
      const view = await versionsView(request(c).db, signedIn(c), params.application)
      if (view === null) return null
      return { questions: view.questions.map(({ code, versions: all }) => ({ code, known: answerMark(view.answers[code]), versions: all })) }
    },
  )
  const choice = z.object({ keep: z.string().max(60), known: z.string().max(16) })
  acts(routes, TAG, (says) => refusalIn(words(says), says))(
    'post',
    '/applications/{application}/versions',
    'Keep, of each question named, one version, or both as one text (merge)',
    { params: application, body: z.object({ choices: z.record(z.string().max(80), choice) }) },
    ({ db, viewer, now }, input) => chooseVersions(db, viewer, input, now),
  )
}
