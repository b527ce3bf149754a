/** Reviews: what a reader is given, without names; grids saved and handed in; the assignment planned and applied. */
import { refusalIn } from '../../design/refusal.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, acts, api, endpoint, id, instant, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { applyAssignment, applyThirdReaders, endAssignment } from './commands/assign.ts'
import { inviteToInterview, recordAttendance } from './commands/interview.ts'
import { declareConflict, saveReview, submitReview } from './commands/review.ts'
import { planOf, readingsOf } from './queries/desk.ts'
import { interviewsOf } from './queries/interviews.ts'
import { myReviews, reviewPage } from './queries/my-reviews.ts'
import { reviewersApi } from './api/reviewers.ts'
import { words } from './words/index.ts'

const TAG = 'Reviews'
const assignment = z.object({ assignment: id() })
const edition = z.object({ edition: slug() })
const grid = z.object({
  version: z.number().int().min(0),
  scores: z.record(z.string().max(60), z.number().int()),
  comments: z.record(z.string().max(60), line(10_000)),
})

/** `origin` is where mails lead. */
export function reviewApi(origin: string): Api {
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
  reviewersApi(routes, origin, TAG)
  readings(routes)
  interviews(routes)
  return routes
}

function readings(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/readings',
      tag: TAG,
      summary: 'Who reads what, and the scores handed in',
      params: edition,
      answers: z.object({ readings: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const lines = found === null ? null : await readingsOf(db, signedIn(c), found.place, language)
      return lines === null ? null : { readings: lines }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/third-readers',
      tag: TAG,
      summary: 'Third readers where two diverge, as they would be asked, with the fingerprint',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : planOf(db, signedIn(c), found.place, 'third', language)
    },
  )
  act(
    'post',
    '/editions/{edition}/third-readers',
    'Ask the third readers that were shown',
    { params: edition, body: z.object({ fingerprint: line(64) }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : applyThirdReaders(db, viewer, found.place, input.fingerprint, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/assignments/{assignment}/end',
    'Take an assignment back, with the reason',
    { params: edition.extend({ assignment: id() }), body: z.object({ reason: line(500) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : endAssignment(db, viewer, found.place, input, now)
    },
  )
}

function interviews(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/interviews',
      tag: TAG,
      summary: 'Interviews, and who may be invited',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : interviewsOf(db, signedIn(c), found.place, language)
    },
  )
  act(
    'post',
    '/editions/{edition}/interviews',
    'Invite an applicant to an interview before a panel',
    {
      params: edition,
      body: z.object({ application: id(), from: instant(), to: instant(), place: line(200), panel: z.array(id()).max(20) }),
    },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      if (found === null) return null
      return inviteToInterview(db, viewer, found.place, { ...input, from: new Date(input.from), to: new Date(input.to) }, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/interviews/{interview}/attendance',
    'Record whether the applicant came',
    { params: edition.extend({ interview: id() }), body: z.object({ attended: z.boolean() }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : recordAttendance(db, viewer, found.place, input, now)
    },
  )
}
