/** Reviews: what a reader is given, without names; grids saved and handed in; the assignment planned and applied. */
import { refusalIn } from '../../design/refusal.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, endpoint, id, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { applyAssignment } from './commands/assign.ts'
import { declareConflict, saveReview, submitReview } from './commands/review.ts'
import { planOf } from './queries/desk.ts'
import { myReviews, reviewPage } from './queries/my-reviews.ts'
import { words } from './words/index.ts'

const TAG = 'Reviews'
const assignment = z.object({ assignment: id() })
const edition = z.object({ edition: slug() })
const grid = z.object({
  version: z.number().int().min(0),
  scores: z.record(z.string().max(60), z.number().int()),
  comments: z.record(z.string().max(60), line(10_000)),
})

export function reviewApi(): Api {
  const routes = api()
  endpoint(
    routes,
    { method: 'get', path: '/reviews', tag: TAG, summary: 'What I am given to read', answers: z.object({ reviews: z.array(record()) }) },
    async (c) => ({
      reviews: await myReviews(request(c).db, signedIn(c)),
    }),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/reviews/{assignment}',
      tag: TAG,
      summary: 'A file beside its grid, without names',
      params: assignment,
      answers: record(),
    },
    (c, { params }) => reviewPage(request(c).db, signedIn(c), params.assignment, c.var.language),
  )
  endpoint(
    routes,
    { method: 'put', path: '/reviews/{assignment}', tag: TAG, summary: 'Keep a grid', params: assignment, body: grid, answers: record() },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await saveReview(db, signedIn(c), { ...body, ...params }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/reviews/{assignment}/submission',
      tag: TAG,
      summary: 'Hand a grid in',
      params: assignment,
      body: grid.extend({ unrelated: z.boolean() }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await submitReview(db, signedIn(c), { ...body, ...params }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/reviews/{assignment}/conflict',
      tag: TAG,
      summary: 'Step back from a file',
      params: assignment,
      body: z.object({ note: line(2000) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await declareConflict(db, signedIn(c), { ...body, ...params }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/assignment',
      tag: TAG,
      summary: 'The plan of the readings, with its fingerprint',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : planOf(db, signedIn(c), found.place, 'reading', language)
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/assignment',
      tag: TAG,
      summary: 'Apply the plan that was shown',
      params: edition,
      body: z.object({ fingerprint: line(64) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      return outcome(c, await applyAssignment(db, signedIn(c), found.place, body.fingerprint, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  return routes
}
