/** The discussion of a file: read and written by its reviewers who have handed in, read and opened by the desk. */
import { refusalIn } from '../../../design/refusal.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, acts, endpoint, id, words as line, record, slug, z } from '../../../platform/web/api.ts'
import { editionBySlug } from '../../programme/index.ts'
import { openDiscussion, sayRemark } from '../commands/discussion.ts'
import { reviseReview } from '../commands/revise-review.ts'
import { revisionOf } from '../queries/revision.ts'
import { deskDiscussions, discussionOf } from '../queries/discussion.ts'
import { words } from '../words/index.ts'

const own = z.object({ assignment: id() })
const desk = z.object({ edition: slug(), application: id() })

export function discussionApi(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    { method: 'get', path: '/reviews/{assignment}/discussion', tag, summary: 'What is said of a file I have scored', params: own, answers: record() },
    (c, { params }) => discussionOf(request(c).db, signedIn(c), params.assignment, c.var.language),
  )
  act(
    'post',
    '/reviews/{assignment}/discussion',
    'Say something to the other readers of a file',
    { params: own, body: z.object({ text: line(10_000) }) },
    async ({ db, viewer, now }, input) => sayRemark(db, viewer, input, now),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/reviews/{assignment}/revision',
      tag,
      summary: 'What I first handed in, where I changed it after the discussion, and whether I may change it now',
      params: own,
      answers: record(),
    },
    (c, { params }) => revisionOf(request(c).db, signedIn(c), params.assignment),
  )
  act(
    'post',
    '/reviews/{assignment}/revision',
    'Change my marks once after the discussion, with a reason; the first ones stay on record',
    {
      params: own,
      body: z.object({
        scores: z.record(z.string().max(60), z.number().int()),
        comments: z.record(z.string().max(60), line(10_000)),
        reason: line(10_000),
      }),
    },
    async ({ db, viewer, now }, input) => reviseReview(db, viewer, input, now),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/discussions/{application}',
      tag,
      summary: 'What its readers said of a file, stage by stage',
      params: desk,
      answers: z.object({ stages: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const stages = found === null ? null : await deskDiscussions(db, signedIn(c), found.place, params.application, language)
      return stages === null ? null : { stages }
    },
  )
  act(
    'post',
    '/editions/{edition}/discussions/{application}',
    'Open the discussion of a file to those who have handed in',
    { params: desk, body: z.object({ stage: line(60) }) },
    async ({ db, viewer, organisation, now }, { edition, ...input }) => {
      const found = await editionBySlug(db, organisation, edition)
      return found === null ? null : openDiscussion(db, viewer, found.place, input, now)
    },
  )
}
