/** The files a reader puts in order in one stage, in the order they stand in now. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { ONE_LINE } from '../../../domain/review-stage.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { MyReview, RankingView } from '../views.ts'
import { myReviews } from './my-reviews.ts'

/** Null where the viewer ranks nothing there. Files withdrawn, closed or given back have no place in the order. */
export async function rankingOf(db: Reader, viewer: SignedIn, edition: string, stage: string): Promise<RankingView | null> {
  const mine = (await myReviews(db, viewer)).filter((one) => one.edition.slug === edition && one.stage.code === stage && one.stage.mode === 'rank')
  const files = mine.filter(({ state }) => state === 'todo' || state === 'draft' || state === 'done')
  const [first] = files
  if (first === undefined) return null
  const kept = await placesOf(db, viewer, files)
  const lines = files.map((file) => {
    const { place = null, comment = '', version = 0 } = kept.get(file.assignment) ?? {}
    return { ...file, place, comment, version }
  })
  // Those without a place yet come last, by number.
  lines.sort((a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) || (a.number < b.number ? -1 : 1))
  const mark = createHash('sha256').update(JSON.stringify(lines.map(({ assignment, version }) => [assignment, version])))
  return {
    stage: first.stage,
    edition: first.edition,
    files: lines,
    mark: mark.digest('hex').slice(0, 16),
    handedIn: files.every(({ state }) => state === 'done'),
  }
}

interface Kept {
  readonly place: number | null
  readonly comment: string
  readonly version: number
}

async function placesOf(db: Reader, { organisation }: SignedIn, files: readonly MyReview[]): Promise<Map<string, Kept>> {
  const rows = await db
    .selectFrom('review')
    .select(['assignment', 'version', sql<number | null>`(scores ->> ${ONE_LINE.rank})::int`.as('place')])
    .select(sql<string>`coalesce(comments ->> ${ONE_LINE.rank}, '')`.as('comment'))
    .where('organisation', '=', organisation)
    .where(
      'assignment',
      'in',
      files.map(({ assignment }) => assignment),
    )
    .execute()
  return new Map(rows.map(({ assignment, ...kept }) => [assignment, kept]))
}
