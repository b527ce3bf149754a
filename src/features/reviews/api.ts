/** Reviews: what a reader is given, without names; grids saved and handed in; the assignment planned and applied. */
import { refusalIn } from '../../design/refusal.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, acts, api, endpoint, id, instant, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { applyThirdReaders } from './commands/assign.ts'
import { endAssignment, endAssignments } from './commands/end-assignments.ts'
import { inviteToInterview, recordAttendance } from './commands/interview.ts'
import { declareConflict, saveReview, submitReview } from './commands/review.ts'
import { calibrationOf } from './queries/calibration.ts'
import { readingsOf } from './queries/desk.ts'
import { planOf } from './queries/plan.ts'
import { interviewsOf } from './queries/interviews.ts'
import { myReviews, reviewPage } from './queries/my-reviews.ts'
import { assignmentApi } from './api/assignment.ts'
import { conflictsApi } from './api/conflicts.ts'
import { feesApi } from './api/fees.ts'
import { preferencesApi } from './api/preferences.ts'
import { progressApi } from './api/progress.ts'
import { reviewersApi } from './api/reviewers.ts'
import { stageCode, stagesApi } from './api/stages.ts'
import { samplesApi } from './samples/api.ts'
import { slotsApi } from './slots/api.ts'
import { discussionApi } from './api/discussion.ts'
import { fileQuestionsApi } from './api/file-questions.ts'
import { paperApi } from './api/paper.ts'
import { workspaceApi } from './api/workspace.ts'
import { words } from './words/index.ts'

const TAG = 'Reviews'
const assignment = z.object({ assignment: id() })
const edition = z.object({ edition: slug() })
/** The stage asked for; the first that is read, when left out. */
const ofStage = z.object({ stage: stageCode().optional() })
const grid = z.object({
  version: z.number().int().min(0),
  scores: z.record(z.string().max(60), z.number().int()),
  comments: z.record(z.string().max(60), line(10_000)),
})

/** `origin` is where mails lead. */
export function reviewApi(origin: string): Api {
  const routes = api()
  // Before the addresses of single files: the word would be taken for the id of one.
  samplesApi(routes, origin, TAG)
  endpoint(
    routes,
    { method: 'get', path: '/reviews', tag: TAG, summary: 'What I am given to read', answers: z.object({ reviews: z.array(record()) }) },
    async (c) => ({
      reviews: await myReviews(request(c).db, signedIn(c), c.var.language),
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
  assignmentApi(routes, TAG)
  reviewersApi(routes, origin, TAG)
  workspaceApi(routes, TAG)
  paperApi(routes, TAG)
  discussionApi(routes, TAG)
  fileQuestionsApi(routes, origin, TAG)
  stagesApi(routes, TAG)
  conflictsApi(routes, TAG)
  progressApi(routes, origin, TAG)
  preferencesApi(routes, TAG)
  feesApi(routes, TAG)
  readings(routes)
  interviews(routes)
  slotsApi(routes, origin, TAG)
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
      query: ofStage,
      answers: z.object({ readings: z.array(record()) }),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const lines = found === null ? null : await readingsOf(db, signedIn(c), found.place, language, query.stage)
      return lines === null ? null : { readings: lines }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/calibration',
      tag: TAG,
      summary: 'Quality told from severity: files and readers, and whether it matters',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : calibrationOf(db, signedIn(c), found.place, language)
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
      query: ofStage,
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : planOf(db, signedIn(c), found.place, 'third', language, c.var.now, query)
    },
  )
  act(
    'post',
    '/editions/{edition}/third-readers',
    'Ask the third readers that were shown',
    { params: edition, body: ofStage.extend({ fingerprint: line(64) }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : applyThirdReaders(db, viewer, found.place, input.fingerprint, now, input.stage)
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
  act(
    'post',
    '/editions/{edition}/assignments/end',
    'Take several assignments back, all or none, with the reason',
    { params: edition, body: z.object({ assignments: z.array(z.uuid()).min(1).max(100), reason: line(500) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : endAssignments(db, viewer, found.place, input, now)
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
