/** The grids of one reviewer that can be filled in away from the screen: those with steps to choose. */
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { PaperGrid } from '../../../domain/paper-grid.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import { commentAsked } from '../../../domain/review-stage.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { GridCriterion, MyReview } from '../views.ts'
import { myReviews } from './my-reviews.ts'
import { type AssignedGrid, assignedGrid } from './stages.ts'

export interface PaperReviewer {
  readonly reviewer: string
  readonly edition: string
  readonly slug: string
  readonly editionName: Trilingual
  readonly organisationName: Trilingual
  readonly zone: string
  /** Whose grids they are. */
  readonly person: string
  readonly nameAr: string
  readonly nameLatin: string
  /** Brought in by the office for somebody else. */
  readonly onBehalf: boolean
}

export interface PaperFile extends PaperGrid {
  readonly file: MyReview
  readonly criteria: readonly GridCriterion[]
}

/** A reviewer whose grids the viewer may bring in: themselves, or one of an edition whose reviews they arrange. Null for any other. */
export async function paperReviewer(db: Reader, viewer: SignedIn, asked: { slug: string; reviewer?: string }): Promise<PaperReviewer | null> {
  if (asked.reviewer !== undefined && !isId(asked.reviewer)) return null
  const row = await db
    .selectFrom('reviewer as v')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'v.organisation').onRef('e.id', '=', 'v.edition'))
    .innerJoin('organisation as o', 'o.id', 'v.organisation')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'v.organisation').onRef('p.id', '=', 'v.person'))
    .select([
      'v.id',
      'v.edition',
      'v.person',
      'e.slug',
      'e.programme',
      'e.name',
      'o.zone',
      'o.name as organisation_name',
      'p.name_ar',
      'p.name_latin',
    ])
    .where('v.organisation', '=', viewer.organisation)
    .where('e.slug', '=', asked.slug)
    .where((is) => (asked.reviewer === undefined ? is('v.person', '=', viewer.person.id) : is('v.id', '=', asked.reviewer)))
    .executeTakeFirst()
  if (row === undefined) return null
  const onBehalf = row.person !== viewer.person.id
  if (onBehalf && !mayArrangeReviews(viewer, { programme: row.programme, edition: row.edition })) return null
  return {
    reviewer: row.id,
    edition: row.edition,
    slug: row.slug,
    editionName: row.name as Trilingual,
    organisationName: row.organisation_name as Trilingual,
    zone: row.zone,
    person: row.person,
    nameAr: row.name_ar,
    nameLatin: row.name_latin,
    onBehalf,
  }
}

/** Every grid of theirs in the edition that has steps, by number of file; what hides who applied is kept, whoever asks. */
export async function paperFiles(db: Reader, organisation: string, of: PaperReviewer, language: Language): Promise<PaperFile[]> {
  const reader: SignedIn = { organisation, person: { id: of.person, nameAr: of.nameAr, nameLatin: of.nameLatin, language }, grants: [] }
  const all = (await myReviews(db, reader, language)).filter(({ edition, stage }) => edition.slug === of.slug && stage.mode === 'score')
  // Files of one stage share their grid: it is read once.
  const grids = new Map<string, AssignedGrid | null>()
  for (const file of all) if (!grids.has(file.stage.code)) grids.set(file.stage.code, await assignedGrid(db, organisation, file.assignment))
  const kept = await keptOf(db, organisation, all)
  return all.flatMap((file) => {
    const assigned = grids.get(file.stage.code)
    if (assigned === null || assigned === undefined) return []
    const review = kept.get(file.assignment)
    const { criteria, scale } = assigned.grid
    return [
      {
        file,
        assignment: file.assignment,
        number: file.number,
        version: review?.version ?? 0,
        state: file.state === 'done' ? 'done' : file.state === 'todo' || file.state === 'draft' ? 'open' : 'closed',
        criteria,
        scale,
        asks: commentAsked(assigned.stage, assigned.grid),
        scores: (review?.scores ?? {}) as PaperFile['scores'],
        comments: (review?.comments ?? {}) as PaperFile['comments'],
      } satisfies PaperFile,
    ]
  })
}

async function keptOf(db: Reader, organisation: string, files: readonly MyReview[]) {
  if (files.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('review')
    .select(['assignment', 'version', 'scores', 'comments'])
    .where('organisation', '=', organisation)
    .where(
      'assignment',
      'in',
      files.map(({ assignment }) => assignment),
    )
    .execute()
  return new Map(rows.map((row) => [row.assignment, row]))
}
