/** Questions about a file over the API: a reader asks, the office answers. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { answerAboutFile, askAboutFile } from '../commands/file-question.ts'
import { deskQuestions, myQuestions } from '../queries/file-questions.ts'
import { words } from '../words/index.ts'

const own = z.object({ assignment: id() })
const edition = z.object({ edition: slug() })

/** Adds the endpoints to `routes`, under `tag`; `origin` is where mails lead. */
export function fileQuestionsApi(routes: Api, origin: string, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/reviews/{assignment}/questions',
      tag,
      summary: 'What I asked the office about a file, and answers every reader of it has',
      params: own,
      answers: record(),
    },
    (c, { params }) => myQuestions(request(c).db, signedIn(c), params.assignment, c.var.language),
  )
  act(
    'post',
    '/reviews/{assignment}/questions',
    'Ask the office about a file',
    { params: own, body: z.object({ text: line(4000) }) },
    async ({ db, viewer, now }, input) => askAboutFile(db, viewer, input, now),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/reader-questions',
      tag,
      summary: 'Questions of readers about files, those that wait first',
      params: edition,
      answers: z.object({ questions: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const questions = found === null ? null : await deskQuestions(db, signedIn(c), found.place, language)
      return questions === null ? null : { questions }
    },
  )
  act(
    'post',
    '/editions/{edition}/reader-questions/{question}/answer',
    'Answer a question about a file, to its reader or to every reader of the file',
    { params: edition.extend({ question: id() }), body: z.object({ text: line(4000), shared: z.boolean() }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : answerAboutFile(db, viewer, found.place, input, origin, now)
    },
  )
}
