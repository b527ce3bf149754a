/** The selection at the desk, its publication and letters, and the public results. */
import { Hono } from 'hono'
import type { Refused } from '../../domain/result.ts'
import { mayPrepareLetters } from '../../domain/selection.ts'
import { isId } from '../../platform/database/id.ts'
import { type AppContext, type AppEnv, request } from '../../platform/web/context.ts'
import { download, page, seeOther } from '../../platform/web/respond.ts'
import { readyingLetters } from '../eligibility/index.ts'
import { approveBatch, lettersOf } from '../messages/index.ts'
import { editionBySlug, publicFrame, type StaffRoom } from '../programme/index.ts'
import { prepareResultLetters } from './commands/letters.ts'
import { askSelection, cancelRun } from './commands/run.ts'
import { publishSelection } from './commands/publish.ts'
import { BatchPage } from './pages/batch.tsx'
import { LettersPage } from './pages/letters.tsx'
import { PublicationPage } from './pages/publication.tsx'
import { ResultsPage } from './pages/results.tsx'
import { batchLetters, LETTERS_A_PAGE } from './queries/batch-letters.ts'
import { publishedResults } from './queries/results.ts'
import { sealedRecord } from './queries/room.ts'
import { unsentDrafts } from './queries/unsent-drafts.ts'
import { selectionAppealRoutes } from './routes/appeals.tsx'
import { desk, hidden, said, sentence } from './routes/around.ts'
import { influenceRoutes } from './routes/influence.tsx'
import { minutesRoutes } from './routes/minutes.tsx'
import { reasonRoutes } from './routes/reasons.tsx'
import { rehearsalRoutes } from './routes/rehearsal.tsx'
import { roomOf, roomPage } from './routes/room.tsx'
import { sealRoutes } from './routes/seal.tsx'
import { whatIfRoutes } from './routes/what-if.tsx'
import { words } from './words/index.ts'

export const selectionRoutes = new Hono<AppEnv>()
selectionRoutes.route('/', whatIfRoutes)
selectionRoutes.route('/', influenceRoutes)
selectionRoutes.route('/', minutesRoutes)
selectionRoutes.route('/', reasonRoutes)
selectionRoutes.route('/', rehearsalRoutes)
selectionRoutes.route('/', selectionAppealRoutes)
selectionRoutes.route('/', sealRoutes)

selectionRoutes.get('/desk/:edition/selection', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : roomPage(c, at)
})

selectionRoutes.get('/desk/:edition/selection/plans/:number{[1-9][0-9]{0,5}}', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : roomPage(c, at, { number: Number(c.req.param('number')) })
})

selectionRoutes.post('/desk/:edition/selection/plans', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const outcome = await askSelection(request(c).db, at.viewer, at.edition.place, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection`, 'underway' in outcome.value ? 'run-asked' : 'planned')
  return hidden(outcome) ? c.notFound() : roomPage(c, at, { refusal: outcome })
})

selectionRoutes.post('/desk/:edition/selection/run/removal', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const outcome = await cancelRun(request(c).db, at.viewer, at.edition.place, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection`)
  return hidden(outcome) ? c.notFound() : roomPage(c, at, { refusal: outcome })
})

selectionRoutes.get('/desk/:edition/selection/record.json', async (c) => {
  const at = await desk(c)
  const text = at === null ? null : await sealedRecord(request(c).db, at.viewer, at.edition.place)
  if (at === null || text === null) return c.notFound()
  return download(c, new TextEncoder().encode(text), 'application/json', words(c.var.language)('record.file', { edition: at.edition.slug }))
})

async function publicationPage(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<Response> {
  const room = await roomOf(c, at)
  if (room === null) return c.notFound()
  const around = {
    language: c.var.language,
    frame: at.frame,
    path: `/desk/${at.edition.slug}/publication`,
    slug: at.edition.slug,
    zone: at.edition.zone,
    said: said(c),
  }
  const shown = refusal === undefined ? undefined : sentence(c, refusal)
  const unsent = await unsentDrafts(request(c).db, at.viewer.organisation, at.edition.id)
  return page(c, <PublicationPage {...around} seal={room.seal} may={room.may} unsent={unsent} refusal={shown} />, refusal === undefined ? 200 : 422)
}

selectionRoutes.get('/desk/:edition/publication', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : publicationPage(c, at)
})

selectionRoutes.post('/desk/:edition/publication', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const outcome = await publishSelection(request(c).db, at.viewer, at.edition.place, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/publication`, 'published')
  return hidden(outcome) ? c.notFound() : publicationPage(c, at, outcome)
})

async function lettersPage(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const [batches, room] = await Promise.all([lettersOf(db, at.viewer.organisation, at.edition.id), roomOf(c, at)])
  const mayApprove = mayPrepareLetters(at.viewer, at.edition.place)
  const published = (room?.seal?.publishedAt ?? null) !== null
  const mayPrepare = mayApprove && published && batches.every((one) => one.kind !== 'results')
  const around = { language, frame: at.frame, path: `/desk/${at.edition.slug}/letters`, slug: at.edition.slug, zone: at.edition.zone, said: said(c) }
  const shown = refusal === undefined ? undefined : sentence(c, refusal)
  return page(
    c,
    <LettersPage {...around} batches={batches} person={at.viewer.person.id} mayPrepare={mayPrepare} mayApprove={mayApprove} refusal={shown} />,
    refusal === undefined ? 200 : 422,
  )
}

selectionRoutes.get('/desk/:edition/letters', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : lettersPage(c, at)
})

selectionRoutes.post('/desk/:edition/letters', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const outcome = await prepareResultLetters(request(c).db, at.viewer, at.edition.place, request(c).config.origin, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/letters`, 'letters-prepared')
  return hidden(outcome) ? c.notFound() : lettersPage(c, at, outcome)
})

selectionRoutes.get('/desk/:edition/letters/:batch', async (c) => {
  const at = await desk(c)
  const batch = c.req.param('batch')
  const asked = Number.parseInt(c.req.query('page') ?? '1', 10)
  const number = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  const read = at === null || !isId(batch) ? null : await batchLetters(request(c).db, at.viewer, at.edition.place, batch, number)
  if (at === null || read === null) return c.notFound()
  const { slug } = at.edition
  const pages = Math.ceil(read.total / LETTERS_A_PAGE)
  const all = await lettersOf(request(c).db, at.viewer.organisation, at.edition.id)
  const whole = all.find((one) => one.batch === batch)
  const waits = whole !== undefined && whole.approvedAt === null && mayPrepareLetters(at.viewer, at.edition.place)
  const approval: number | 'own' | null = !waits ? null : whole.preparedBy === at.viewer.person.id ? 'own' : whole.letters
  const around = { language: c.var.language, frame: at.frame, path: `/desk/${slug}/letters/${batch}`, slug, approval }
  return page(c, <BatchPage {...around} letters={read.letters} page={number} pages={pages} />)
})

selectionRoutes.post('/desk/:edition/letters/:batch/approval', async (c) => {
  const at = await desk(c)
  const batch = c.req.param('batch')
  if (at === null || !isId(batch)) return c.notFound()
  const outcome = await approveBatch(request(c).db, at.viewer, batch, c.var.now, readyingLetters(request(c).config.origin))
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/letters`, 'letters-approved')
  return hidden(outcome) ? c.notFound() : lettersPage(c, at, outcome)
})

selectionRoutes.get('/results/:edition', async (c) => {
  const { db, organisation, viewer, language, path, now } = request(c)
  const slug = c.req.param('edition')
  const [results, edition] = await Promise.all([publishedResults(db, organisation, slug, language), editionBySlug(db, organisation, slug)])
  if (results === null || edition === null) return c.notFound()
  const frame = await publicFrame(db, { organisation, viewer, language, path, now })
  return page(c, <ResultsPage language={language} frame={frame} path={path} zone={edition.zone} results={results} />, 200, 'public')
})
