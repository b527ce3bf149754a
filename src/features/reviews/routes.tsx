/** The reader's own pages: the list, one file with its grid, handing in, stepping back. */
import { Hono } from 'hono'
import { type Comments, gapsOf, type Scores } from '../../domain/review.ts'
import { commentAsked } from '../../domain/review-stage.ts'
import type { Refused } from '../../domain/result.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { type Body, cleanLine, cleanText } from '../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { ownerSign } from '../../platform/web/whose.ts'
import { page, seeOther } from '../../platform/web/respond.ts'
import { answerInvitation } from './commands/reviewer.ts'
import { declareConflict, type ReviewInput, saveReview, submitReview } from './commands/review.ts'
import { deskRoutes } from './routes/desk.tsx'
import { preferenceRoutes } from './routes/preferences.tsx'
import { sampleRoutes } from './samples/routes.tsx'
import { mySamples } from './samples/queries/reading.ts'
import { slotRoutes } from './slots/routes.tsx'
import { affiliationsField, type AnsweredAgain, MyReviewsPage } from './pages/my-reviews.tsx'
import { ReviewPage, type ReviewPageProps } from './pages/review.tsx'
import { linkFiles, toFile } from '../files/index.ts'
import { reviewPage } from './queries/my-reviews.ts'
import { preferenceDoors } from './queries/preferences.ts'
import { myInvitations } from './queries/reviewer.ts'
import type { ReviewView } from './views.ts'
import { sayRemark } from './commands/discussion.ts'
import { reviseReview } from './commands/revise-review.ts'
import { discussionOf } from './queries/discussion.ts'
import { revisionOf } from './queries/revision.ts'
import { discussionRoutes } from './routes/discussion.tsx'
import { fileQuestionRoutes } from './routes/file-questions.tsx'
import { questionCount } from './queries/file-questions.ts'
import { paperRoutes } from './routes/paper.tsx'
import { workspaceRoutes } from './routes/workspace.ts'
import { readMarks } from './routes/marks.ts'
import { rankingRoutes } from './routes/ranking.tsx'
import { readerFrame, said, sentence } from './routes/reader.ts'

export const reviewRoutes = new Hono<AppEnv>()
reviewRoutes.route('/', deskRoutes)
reviewRoutes.route('/', preferenceRoutes)
reviewRoutes.route('/', rankingRoutes)
reviewRoutes.route('/', slotRoutes)
reviewRoutes.route('/', sampleRoutes)
reviewRoutes.route('/', workspaceRoutes)
reviewRoutes.route('/', paperRoutes)
reviewRoutes.route('/', discussionRoutes)
reviewRoutes.route('/', fileQuestionRoutes)

async function listPage(c: AppContext, viewer: SignedIn, answered?: AnsweredAgain): Promise<Response> {
  const { db, language } = request(c)
  const [frame, invitations, doors, samples] = await Promise.all([
    readerFrame(c, viewer),
    myInvitations(db, viewer),
    preferenceDoors(db, viewer),
    mySamples(db, viewer),
  ])
  return page(
    c,
    <MyReviewsPage
      language={language}
      frame={frame}
      invitations={invitations}
      doors={doors}
      samples={samples}
      owner={ownerSign(viewer)}
      path="/reviews"
      said={said(c)}
      answered={answered}
    />,
    answered === undefined ? 200 : 422,
  )
}

reviewRoutes.get('/reviews', async (c) => listPage(c, signedIn(c)))

reviewRoutes.post('/reviews/invitations/:reviewer', async (c) => {
  const viewer = signedIn(c)
  const { db, now } = request(c)
  const body = await readForm(c)
  const accepts = fieldText(body, 'answer') === 'yes'
  const reviewer = c.req.param('reviewer')
  const affiliations = cleanLine(fieldText(body, affiliationsField(reviewer)))
  const outcome = await answerInvitation(db, viewer, { reviewer, accepts, affiliations }, now)
  if (!outcome.ok && outcome.code === 'reviewer/unknown') return c.notFound()
  if (!outcome.ok && outcome.code === 'reviewer/affiliations-too-long')
    return listPage(c, viewer, { reviewer, affiliations, error: sentence(c, outcome) })
  // A second press of the same button finds the invitation answered: the list says how things stand.
  return outcome.ok ? seeOther(c, '/reviews', accepts ? 'invitation-accepted' : 'invitation-declined') : seeOther(c, '/reviews')
})

type Shown = Partial<Pick<ReviewPageProps, 'scores' | 'comments' | 'unrelated' | 'gaps' | 'stale' | 'note' | 'remark' | 'reason' | 'refusal'>>

async function filePage(c: AppContext, viewer: SignedIn, shown: Shown = {}): Promise<Response> {
  const { db, language } = request(c)
  const assignment = c.req.param('assignment') ?? ''
  const view = await reviewPage(db, viewer, assignment, language)
  if (view === null) return c.notFound()
  const frame = await readerFrame(c, viewer)
  const discussion = view.state === 'done' ? await discussionOf(db, viewer, assignment, language) : null
  const revision = view.state === 'done' ? await revisionOf(db, viewer, assignment) : null
  const around = {
    owner: ownerSign(viewer),
    now: request(c).now,
    discussion,
    remark: '',
    revision,
    reason: null,
    questions: await questionCount(db, viewer, assignment),
  }
  const given = { ...around, scores: view.scores, comments: view.comments, unrelated: false, gaps: {}, stale: false, note: '', ...shown }
  const status = shown.refusal === undefined ? 200 : shown.stale ? 409 : 422
  const files = await linkFiles(c, filesIn(view), `/${language}/reviews/${assignment}/files`)
  return page(
    c,
    <ReviewPage language={language} frame={frame} path={`/reviews/${assignment}`} view={view} files={files} said={said(c)} {...given} />,
    status,
  )
}

/** Files of the answers this reader may read: of no others is it said that they exist. */
function filesIn(view: ReviewView) {
  return view.parts.flatMap((part) => part.answers).flatMap((answer) => answer.files)
}

reviewRoutes.get('/reviews/:assignment/files/:file', async (c) => {
  const view = await reviewPage(request(c).db, signedIn(c), c.req.param('assignment'), c.var.language)
  return view === null ? c.notFound() : toFile(c, filesIn(view), true)
})

reviewRoutes.get('/reviews/:assignment', async (c) => filePage(c, signedIn(c)))

/** The grid as it was sent. */
async function readGrid(c: AppContext, view: ReviewView): Promise<ReviewInput & { unrelated: boolean; body: Body }> {
  const body = await readForm(c)
  return { assignment: view.assignment, ...readMarks(body, view.criteria), unrelated: fieldText(body, 'unrelated') === 'yes', body }
}

/** The page again with everything typed, and what it lacks. */
function again(
  c: AppContext,
  viewer: SignedIn,
  view: ReviewView,
  input: { scores: Scores; comments: Comments; unrelated: boolean; reason?: string },
  refusal: Refused,
): Promise<Response> | Response {
  if (refusal.code === 'review/unknown') return c.notFound()
  const gaps =
    refusal.code === 'review/incomplete'
      ? Object.fromEntries(
          gapsOf(view.criteria, input.scores, input.comments, view.scale, commentAsked(view.stage, view)).map((gap) => [gap.criterion, gap.lacks]),
        )
      : {}
  return filePage(c, viewer, {
    scores: input.scores,
    comments: input.comments,
    unrelated: input.unrelated,
    gaps,
    reason: input.reason ?? null,
    stale: refusal.code === 'review/stale',
    refusal: sentence(c, refusal),
  })
}

reviewRoutes.post('/reviews/:assignment/draft', async (c) => {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const view = await reviewPage(db, viewer, c.req.param('assignment'), language)
  if (view === null) return c.notFound()
  const input = await readGrid(c, view)
  const outcome = await saveReview(db, viewer, input, now)
  return outcome.ok ? seeOther(c, `/reviews/${view.assignment}`, 'review-saved') : again(c, viewer, view, input, outcome)
})

reviewRoutes.post('/reviews/:assignment/submission', async (c) => {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const view = await reviewPage(db, viewer, c.req.param('assignment'), language)
  if (view === null) return c.notFound()
  const input = await readGrid(c, view)
  const outcome = await submitReview(db, viewer, input, now)
  return outcome.ok ? seeOther(c, `/reviews/${view.assignment}`, 'review-submitted') : again(c, viewer, view, input, outcome)
})

reviewRoutes.post('/reviews/:assignment/conflict', async (c) => {
  const viewer = signedIn(c)
  const { db, now } = request(c)
  const note = cleanText(fieldText(await readForm(c), 'note'))
  const outcome = await declareConflict(db, viewer, { assignment: c.req.param('assignment'), note }, now)
  if (!outcome.ok) return outcome.code === 'review/unknown' ? c.notFound() : filePage(c, viewer, { note, refusal: sentence(c, outcome) })
  return seeOther(c, '/reviews', 'stepped-back')
})

reviewRoutes.post('/reviews/:assignment/discussion', async (c) => {
  const viewer = signedIn(c)
  const { db, now } = request(c)
  const remark = cleanText(fieldText(await readForm(c), 'text'))
  const assignment = c.req.param('assignment')
  const outcome = await sayRemark(db, viewer, { assignment, text: remark }, now)
  if (outcome.ok) return seeOther(c, `/reviews/${assignment}`, 'remark-said')
  return outcome.code === 'discussion/unknown' ? c.notFound() : filePage(c, viewer, { remark, refusal: sentence(c, outcome) })
})

reviewRoutes.post('/reviews/:assignment/revision', async (c) => {
  const viewer = signedIn(c)
  const { db, now, language } = request(c)
  const view = await reviewPage(db, viewer, c.req.param('assignment'), language)
  if (view === null) return c.notFound()
  const { body, ...input } = await readGrid(c, view)
  const reason = cleanText(fieldText(body, 'reason'))
  const outcome = await reviseReview(db, viewer, { ...input, reason }, now)
  return outcome.ok ? seeOther(c, `/reviews/${view.assignment}`, 'review-revised') : again(c, viewer, view, { ...input, reason }, outcome)
})
