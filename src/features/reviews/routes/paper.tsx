/** Grids taken away as PDF or workbook, and brought back: a reader's own, or by the desk for a reader without a network. */
import { type Handler, Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import type { PaperFault, PaperLine } from '../../../domain/paper-grid.ts'
import { cleanText } from '../../../platform/input/form.ts'
import { readXlsx } from '../../../platform/sheets/read-xlsx.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readFileForm, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { applyPaper } from '../commands/paper.ts'
import { Paper, type PaperProps } from '../pages/paper.tsx'
import { ReaderPage } from '../pages/reader-page.tsx'
import { paperPdf } from '../paper/pdf.ts'
import { planPaper } from '../paper/plan.ts'
import { linesOf, MOST_LINES, paperWorkbook } from '../paper/workbook.ts'
import { words } from '../paper/words/index.ts'
import { type PaperFile, paperFiles, type PaperReviewer, paperReviewer } from '../queries/paper.ts'
import { room } from './around.ts'
import { readerFrame, said, sentence } from './reader.ts'

export const paperRoutes = new Hono<AppEnv>()

const OWN = '/reviews/paper/:edition'
const DESK = '/desk/:edition/reviewers/:reviewer/paper'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Here {
  readonly of: PaperReviewer
  readonly files: readonly PaperFile[]
  /** After the language. */
  readonly path: string
}

async function here(c: AppContext): Promise<Here | null> {
  const { db, language } = request(c)
  const viewer = signedIn(c)
  const reviewer = c.req.param('reviewer')
  const of = await paperReviewer(db, viewer, { slug: c.req.param('edition') ?? '', ...(reviewer === undefined ? {} : { reviewer }) })
  if (of === null) return null
  const files = await paperFiles(db, viewer.organisation, of, language)
  return { of, files, path: reviewer === undefined ? `/reviews/paper/${of.slug}` : `/desk/${of.slug}/reviewers/${reviewer}/paper` }
}

async function shown(c: AppContext, at: Here, came?: PaperProps['came'], refusal?: Refused): Promise<Response> {
  const { language } = request(c)
  const open = at.files.filter(({ state }) => state === 'open').length
  const props = { language, of: at.of, base: `/${language}${at.path}`, open, came, refusal: refusal === undefined ? undefined : sentence(c, refusal) }
  const isWrong = refusal !== undefined || (came?.plan.faults.length ?? 0) > 0
  const frame = { language, title: words(language)('page.title'), path: at.path, said: said(c), error: isWrong }
  const status = refusal?.code === 'paper/changed' ? 409 : isWrong ? 422 : 200
  if (c.req.param('reviewer') === undefined) {
    const own = (
      <ReaderPage {...frame} frame={await readerFrame(c, signedIn(c))}>
        <Paper {...props} />
      </ReaderPage>
    )
    return page(c, own, status)
  }
  const desk = await room(c)
  if (desk === null) return c.notFound()
  const theirs = (
    <StaffPage {...frame} frame={desk.frame}>
      <Paper {...props} />
    </StaffPage>
  )
  return page(c, theirs, status)
}

const open: Handler<AppEnv> = async (c) => {
  const at = await here(c)
  return at === null ? c.notFound() : shown(c, at)
}

const taken: Handler<AppEnv> = async (c) => {
  const at = await here(c)
  if (at === null) return c.notFound()
  const { language, now } = request(c)
  const name = words(language)('file.name', { edition: at.of.slug })
  const grids = at.files.filter(({ state }) => state === 'open')
  if (c.req.path.endsWith('.xlsx')) return download(c, await paperWorkbook(grids, language), XLSX, `${name}.xlsx`)
  return download(c, await paperPdf(at.of, grids, language, now), 'application/pdf', `${name}.pdf`)
}

const brought: Handler<AppEnv> = async (c) => {
  const at = await here(c)
  if (at === null) return c.notFound()
  const { file } = await readFileForm(c)
  const sheets = file === null ? null : readXlsx(file)
  if (sheets === null) return shown(c, at, undefined, { ok: false, code: file === null ? 'paper/no-file' : 'paper/unreadable', details: {} })
  const { lines, faults } = linesOf(sheets)
  return shown(c, at, cameOf(at, lines, faults, false))
}

function cameOf(at: Here, lines: readonly PaperLine[], faults: readonly PaperFault[], handIn: boolean): NonNullable<PaperProps['came']> {
  return { plan: planPaper(lines, at.files, faults), lines, handIn }
}

const applied: Handler<AppEnv> = async (c) => {
  const at = await here(c)
  if (at === null) return c.notFound()
  const { db, now } = request(c)
  const body = await readForm(c)
  const lines = linesSent(fieldText(body, 'lines'))
  const handIn = fieldText(body, 'hand_in') === 'yes'
  const reviewer = c.req.param('reviewer')
  const input = { slug: at.of.slug, ...(reviewer === undefined ? {} : { reviewer }), lines, fingerprint: fieldText(body, 'fingerprint'), handIn }
  const outcome = await applyPaper(db, signedIn(c), input, now)
  if (outcome.ok) return seeOther(c, at.path, outcome.value.handedIn > 0 ? 'paper-handed-in' : 'paper-kept')
  return outcome.code === 'paper/unknown' ? c.notFound() : shown(c, at, cameOf(at, lines, [], handIn), outcome)
}

/** The lines as the page of the plan held them; anything else is none. */
function linesSent(text: string): PaperLine[] {
  try {
    const sent: unknown = JSON.parse(text)
    if (!Array.isArray(sent)) return []
    return sent.slice(0, MOST_LINES).flatMap((one: unknown): PaperLine[] => {
      if (!Array.isArray(one)) return []
      const [row, code, step, comment] = one as unknown[]
      if (typeof row !== 'number' || typeof code !== 'string' || typeof step !== 'string' || typeof comment !== 'string') return []
      return [{ row, code, step, comment: cleanText(comment) }]
    })
  } catch {
    return []
  }
}

for (const base of [OWN, DESK]) {
  paperRoutes.get(base, open)
  paperRoutes.get(`${base}/:file{grids\\.(?:xlsx|pdf)}`, taken)
  paperRoutes.post(base, brought)
  paperRoutes.post(`${base}/applied`, applied)
}
