/** Sample files: chosen and compared at the desk, read and marked by the readers. */
import { Hono } from 'hono'
import { gapsOf } from '../../../domain/review.ts'
import { commentAsked } from '../../../domain/review-stage.ts'
import type { Refused, Result } from '../../../domain/result.ts'
import { cleanText } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { ownerSign } from '../../../platform/web/whose.ts'
import { linkFiles, toFile } from '../../files/index.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { aroundOf, room, stageAsked, statusOf } from '../routes/around.ts'
import { readMarks } from '../routes/marks.ts'
import { readerFrame, said, sentence } from '../routes/reader.ts'
import { saveSample, type SampleInput, submitSample } from './commands/mark-sample.ts'
import { chooseSample, openRound, removeSample, showRound } from './commands/round.ts'
import { SamplePage } from './pages/sample.tsx'
import { SamplesPage } from './pages/samples.tsx'
import { sampleCandidates } from './queries/candidates.ts'
import { samplePage } from './queries/reading.ts'
import { roundOf } from './queries/round.ts'
import type { SampleView } from './views.ts'
import { words } from './words/index.ts'

export const sampleRoutes = new Hono<AppEnv>()

const DESK = '/desk/:edition/samples'
const LONGEST_SEARCH = 120

interface Typed {
  readonly search?: string
  readonly note?: string
}

async function samplesPage(c: AppContext, at: StaffRoom, refusal?: Refused, typed: Typed = {}): Promise<Response> {
  const { db, language } = request(c)
  const stage = stageAsked(c)
  const search = (typed.search ?? c.req.query('q') ?? '').slice(0, LONGEST_SEARCH)
  const view = await roundOf(db, at.viewer, at.edition.place, language, stage)
  if (view === null) return c.notFound()
  const candidates = view.openedAt === null ? await sampleCandidates(db, at.viewer, at.edition.place, search) : null
  const t = words(language)
  const key = `said.${c.req.query('said') ?? ''}`
  return page(
    c,
    <SamplesPage
      around={{ ...(await aroundOf(c, at, refusal)), said: t.has(key) ? t.any(key) : undefined }}
      view={view}
      base={`/${language}/desk/${at.edition.slug}/samples`}
      query={queryOf(stage)}
      candidates={candidates}
      search={search}
      typed={typed.note ?? null}
      stage={stage}
    />,
    statusOf(refusal),
  )
}

const queryOf = (stage: string | undefined): string => (stage === undefined ? '' : `?stage=${encodeURIComponent(stage)}`)

sampleRoutes.get(DESK, async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : samplesPage(c, at)
})

/** Does an act of the desk and leads back to the page, at the stage it was about. */
async function acted(c: AppContext, outcomeOf: (at: StaffRoom) => Promise<Result<unknown>>, done: string, typed: Typed = {}): Promise<Response> {
  const at = await room(c)
  if (at === null) return c.notFound()
  const outcome = await outcomeOf(at)
  if (!outcome.ok) return outcome.code === 'sample/unknown' ? c.notFound() : samplesPage(c, at, outcome, typed)
  return seeOther(c, `/desk/${at.edition.slug}/samples${queryOf(stageAsked(c))}`, done)
}

sampleRoutes.post(DESK, async (c) => {
  const body = await readForm(c)
  const input = { stage: stageAsked(c), application: fieldText(body, 'application') }
  const search = fieldText(body, 'q')
  return acted(c, (at) => chooseSample(request(c).db, at.viewer, at.edition.place, input, c.var.now), 'sample-chosen', { search })
})

sampleRoutes.post(`${DESK}/opening`, async (c) =>
  acted(
    c,
    (at) => openRound(request(c).db, at.viewer, at.edition.place, { stage: stageAsked(c) }, request(c).config.origin, c.var.now),
    'samples-opened',
  ),
)

sampleRoutes.post(`${DESK}/results`, async (c) => {
  const note = cleanText(fieldText(await readForm(c), 'note'))
  return acted(
    c,
    (at) => showRound(request(c).db, at.viewer, at.edition.place, { stage: stageAsked(c), note }, request(c).config.origin, c.var.now),
    'samples-shown',
    { note },
  )
})

sampleRoutes.post(`${DESK}/:sample/removal`, async (c) =>
  acted(c, (at) => removeSample(request(c).db, at.viewer, at.edition.place, { sample: c.req.param('sample') }, c.var.now), 'sample-removed'),
)

const OWN = '/reviews/samples/:sample'

async function readingPage(c: AppContext, input?: SampleInput, refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const viewer = signedIn(c)
  const view = await samplePage(db, viewer, c.req.param('sample') ?? '', language)
  if (view === null || refusal?.code === 'review/unknown') return c.notFound()
  const frame = await readerFrame(c, viewer)
  const files = await linkFiles(c, filesIn(view), `/${language}/reviews/samples/${view.sample}/files`)
  const { scores, comments } = input ?? view
  const incomplete = refusal?.code === 'review/incomplete'
  const gaps = incomplete ? gapsOf(view.criteria, scores, comments, view.scale, commentAsked(view.stage, view)) : []
  const stale = refusal?.code === 'review/stale'
  return page(
    c,
    <SamplePage
      language={language}
      frame={frame}
      view={view}
      files={files}
      scores={scores}
      comments={comments}
      owner={ownerSign(viewer)}
      now={request(c).now}
      gaps={Object.fromEntries(gaps.map((gap) => [gap.criterion, gap.lacks]))}
      stale={stale}
      said={said(c)}
      refusal={refusal === undefined ? undefined : sentence(c, refusal)}
    />,
    refusal === undefined ? 200 : stale ? 409 : 422,
  )
}

function filesIn(view: SampleView) {
  return view.parts.flatMap((part) => part.answers).flatMap((answer) => answer.files)
}

sampleRoutes.get(OWN, (c) => readingPage(c))

sampleRoutes.get(`${OWN}/files/:file`, async (c) => {
  const view = await samplePage(request(c).db, signedIn(c), c.req.param('sample'), c.var.language)
  return view === null ? c.notFound() : toFile(c, filesIn(view), true)
})

async function marksSent(c: AppContext, view: SampleView): Promise<SampleInput> {
  const { version, scores, comments } = readMarks(await readForm(c), view.criteria)
  return { sample: view.sample, version, scores, comments }
}

sampleRoutes.post(`${OWN}/draft`, async (c) => {
  const { db, now, language } = request(c)
  const viewer = signedIn(c)
  const view = await samplePage(db, viewer, c.req.param('sample'), language)
  if (view === null) return c.notFound()
  const input = await marksSent(c, view)
  const outcome = await saveSample(db, viewer, input, now)
  return outcome.ok ? seeOther(c, `/reviews/samples/${view.sample}`, 'sample-saved') : readingPage(c, input, outcome)
})

sampleRoutes.post(`${OWN}/submission`, async (c) => {
  const { db, now, language } = request(c)
  const viewer = signedIn(c)
  const view = await samplePage(db, viewer, c.req.param('sample'), language)
  if (view === null) return c.notFound()
  const input = await marksSent(c, view)
  const outcome = await submitSample(db, viewer, input, now)
  return outcome.ok ? seeOther(c, `/reviews/samples/${view.sample}`, 'sample-submitted') : readingPage(c, input, outcome)
})
