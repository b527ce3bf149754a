/** What the island of the grid saves while a reader writes: cells, each over the value it was changed from. */
import { Hono } from 'hono'
import type { CellChange } from '../../../domain/grid-cells.ts'
import { LONGEST_COMMENT } from '../../../domain/review.ts'
import type { Result } from '../../../domain/result.ts'
import { isSignedIn, type SignedIn } from '../../../domain/viewer.ts'
import { type Body, cleanText, latinDigits } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { type CellChanges, type CellsSaved, saveCells } from '../commands/workspace.ts'
import { reviewPage } from '../queries/my-reviews.ts'
import { saveSampleCells } from '../samples/commands/mark-sample.ts'
import { samplePage } from '../samples/queries/reading.ts'
import { keptText } from '../workspace/saved-text.ts'
import { words } from '../workspace/words/index.ts'
import { words as reviewWords } from '../words/index.ts'
import { sentence } from './reader.ts'

const CELL = /^(?:score|comment)\.[\w-]{1,60}$/

export const workspaceRoutes = new Hono<AppEnv>()

workspaceRoutes.patch('/reviews/:assignment/cells', async (c) => {
  const { db, language, now } = request(c)
  const assignment = c.req.param('assignment')
  return saveAsTyped(
    c,
    (viewer, changes) => saveCells(db, viewer, { assignment, changes }, now),
    (viewer) => reviewPage(db, viewer, assignment, language),
  )
})

/** The same of a sample file, which counts nowhere. */
workspaceRoutes.patch('/reviews/samples/:sample/cells', async (c) => {
  const { db, language, now } = request(c)
  const sample = c.req.param('sample')
  return saveAsTyped(
    c,
    (viewer, changes) => saveSampleCells(db, viewer, { sample, changes }, now),
    (viewer) => samplePage(db, viewer, sample, language),
  )
})

/** Always JSON: 200 `{ said, version, cells }`, with `parted` where another device changed the same cell and `long` where a comment is too long to be kept; 401, 404, 410 `{ refused }`. */
async function saveAsTyped(
  c: AppContext,
  save: (viewer: SignedIn, changes: CellChanges) => Promise<Result<CellsSaved>>,
  pageOf: (viewer: SignedIn) => Promise<{ readonly zone: string } | null>,
): Promise<Response> {
  c.header('Cache-Control', 'private, no-store')
  const { language, now, viewer } = request(c)
  const t = words(language)
  if (!isSignedIn(viewer)) return c.json({ refused: { code: 'sign-in/needed', sentence: t('saved.session') } }, 401)
  const saved = await save(viewer, changesIn(await readForm(c)))
  if (!saved.ok) {
    const { code } = saved
    return c.json({ refused: { code, sentence: `${sentence(c, saved)} ${t('saved.final')}` } }, code === 'review/unknown' ? 404 : 410)
  }
  const { savedAt, ...rest } = saved.value
  const view = await pageOf(viewer)
  const long = Object.entries(rest.long)
  const told = long.map(([cell, over]) => [cell, reviewWords(language)('comment.too-long', { over, max: LONGEST_COMMENT })])
  const kept = rest.parted.length > 0 ? t('saved.parted') : keptText(savedAt, now, language, view?.zone ?? 'UTC')
  return c.json({ ...rest, long: Object.fromEntries(told), said: long.length > 0 ? t('saved.long', { count: long.length }) : kept })
}

/** `comment.team` is a value, `over.comment.team` (as often as need be) those it was written over. */
function changesIn(body: Body): Record<string, CellChange> {
  const all = (name: string): string[] => [body[name] ?? []].flat()
  return Object.fromEntries(
    Object.keys(body)
      .filter((name) => CELL.test(name))
      .map((cell) => [cell, { value: cellValue(cell, all(cell).at(-1) ?? ''), over: all(`over.${cell}`).map((one) => cellValue(cell, one)) }]),
  )
}

function cellValue(cell: string, text: string): string {
  return cell.startsWith('score.') ? latinDigits(text.trim()).slice(0, 4) : cleanText(text)
}
