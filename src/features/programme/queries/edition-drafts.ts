/** Drafts of editions, for those who write them. */
import { sql } from 'kysely'
import { callState } from '../../../domain/call.ts'
import { mayBuildEditions, mayWriteEdition } from '../../../domain/edition.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { momentOf } from '../../../domain/edition-lock.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { Taken } from '../editor/document-faults.ts'
import type { DraftView, EditionsView } from '../editor/views.ts'
import { editionContent } from './edition-content.ts'

/** A draft that is still being written; null when there is none, it has ended, or it is not the viewer's to write. */
export async function editionDraft(db: Reader, viewer: SignedIn, id: string, now: Date): Promise<DraftView | null> {
  if (!isId(id)) return null
  const row = await db
    .selectFrom('edition_draft as d')
    .innerJoin('organisation as o', 'o.id', 'd.organisation')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.id', '=', 'd.saved_by'))
    .leftJoin('person as q', (join) => join.onRef('q.organisation', '=', 'd.organisation').onRef('q.id', '=', 'd.proposed_by'))
    .leftJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'd.organisation').onRef('e.id', '=', 'd.edition'))
    .leftJoin('call as c', (join) => join.onRef('c.organisation', '=', 'd.organisation').onRef('c.edition', '=', 'd.edition'))
    .select(['d.id', 'd.programme', 'd.edition', 'd.document', 'd.saved_at', 'd.proposed_at', 'o.zone', 'e.slug', 'e.name'])
    .select(['p.name_ar', 'p.name_latin', 'q.name_ar as proposer_ar', 'q.name_latin as proposer_latin'])
    .select(['c.published_at', 'c.opens_at', 'c.deadline_at', 'c.grace_seconds'])
    .where('d.organisation', '=', viewer.organisation)
    .where('d.id', '=', id)
    .where('d.applied_at', 'is', null)
    .where('d.removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || !mayWriteEdition(viewer, row.programme, row.edition)) return null
  const current = row.edition === null ? null : await editionContent(db, viewer.organisation, row.edition)
  const { opens_at: opensAt, deadline_at: deadlineAt, grace_seconds: graceSeconds, published_at: publishedAt } = row
  // Without an opening there is no call yet; without a deadline there is one, which stays open.
  const state = opensAt === null ? 'prepared' : callState({ publishedAt, opensAt, deadlineAt, graceSeconds: graceSeconds ?? 0 }, now)
  return {
    id: row.id,
    edition: row.edition === null ? null : { id: row.edition, slug: row.slug as string, name: row.name as Trilingual },
    document: row.document as EditionDocument,
    taken: await takenOf(db, viewer.organisation, row),
    savedAt: row.saved_at,
    savedBy: { nameAr: row.name_ar, nameLatin: row.name_latin },
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_at === null ? null : { nameAr: row.proposer_ar ?? '', nameLatin: row.proposer_latin ?? '' },
    moment: momentOf(state),
    current,
    mayApply: mayBuildEditions(viewer, row.programme),
    zone: row.zone,
  }
}

/** A draft that is written no longer. */
export interface EndedDraft {
  /** Address of the edition it was applied to; null where it was put away. */
  readonly slug: string | null
  /** As it stood at its end. */
  readonly document: unknown
}

/** What became of a draft: the edition it was applied to, or that it was put away. Null where there is none, or it is not the viewer's to write. */
export async function endedDraft(db: Reader, viewer: SignedIn, id: string): Promise<EndedDraft | null> {
  if (!isId(id)) return null
  const row = await db
    .selectFrom('edition_draft as d')
    .leftJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'd.organisation').onRef('e.id', '=', 'd.edition'))
    .select(['d.programme', 'd.edition', 'd.document', 'd.applied_at', 'd.removed_at', 'e.slug'])
    .where('d.organisation', '=', viewer.organisation)
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (row === undefined || !mayWriteEdition(viewer, row.programme, row.edition)) return null
  if (row.applied_at !== null) return { slug: row.slug, document: row.document }
  return row.removed_at === null ? null : { slug: null, document: row.document }
}

/** Addresses are the organisation's, numbers the programme's. */
async function takenOf(
  db: Reader,
  organisation: string,
  { document, programme, edition }: { readonly document: unknown; readonly programme: string | null; readonly edition: string | null },
): Promise<Taken> {
  const { slug, ordinal } = (document as EditionDocument).edition
  const found = await sql<Taken>`
    select coalesce(bool_or(e.slug = ${slug}), false) as slug, coalesce(bool_or(e.programme = ${programme}::uuid and e.ordinal = ${ordinal}::bigint), false) as ordinal
    from edition e where e.organisation = ${organisation} and e.id is distinct from ${edition}::uuid`.execute(db)
  return found.rows[0] as Taken
}

/** Editions and drafts, each as far as the viewer may write it; null for who writes none. */
export async function editionsToWrite(db: Reader, viewer: SignedIn): Promise<EditionsView | null> {
  const { organisation } = viewer
  const [own, programmes, editions, drafts] = await Promise.all([
    db.selectFrom('organisation').select('zone').where('id', '=', organisation).executeTakeFirstOrThrow(),
    db.selectFrom('programme').select(['id', 'slug', 'name']).where('organisation', '=', organisation).orderBy('created_at').execute(),
    db
      .selectFrom('edition')
      .select(['id', 'slug', 'name', 'programme'])
      .where('organisation', '=', organisation)
      .orderBy('ordinal', 'desc')
      .orderBy('id')
      .execute(),
    openDrafts(db, organisation),
  ])
  const mine = programmes.filter(({ id }) => mayWriteEdition(viewer, id, null))
  const mayFound = mayBuildEditions(viewer, null)
  const shown = editions.map(({ id, slug, name, programme }) => ({
    slug,
    name,
    programme: programmes.find((one) => one.id === programme)?.name ?? { ar: '', fr: '', en: '' },
    writable: mayWriteEdition(viewer, programme, id),
  }))
  if (!mayFound && mine.length === 0 && !shown.some(({ writable }) => writable)) return null
  return {
    editions: shown.filter(({ writable }) => writable),
    drafts: drafts.filter(({ programme, edition }) => mayWriteEdition(viewer, programme, edition)).map(({ line }) => line),
    programmes: mine.map(({ slug, name }) => ({ slug, name })),
    mayFound,
    zone: own.zone,
  }
}

async function openDrafts(db: Reader, organisation: string) {
  const rows = await db
    .selectFrom('edition_draft as d')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.id', '=', 'd.saved_by'))
    .leftJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'd.organisation').onRef('e.id', '=', 'd.edition'))
    .select([
      'd.id',
      'd.programme',
      'd.edition',
      'd.saved_at',
      'd.proposed_at',
      'e.slug',
      'p.name_ar',
      'p.name_latin',
      sql<Trilingual>`d.document -> 'edition' -> 'name'`.as('name'),
    ])
    .where('d.organisation', '=', organisation)
    .where('d.applied_at', 'is', null)
    .where('d.removed_at', 'is', null)
    .orderBy('d.saved_at', 'desc')
    .execute()
  return rows.map((row) => ({
    programme: row.programme,
    edition: row.edition,
    line: {
      id: row.id,
      name: row.name,
      editionSlug: row.slug,
      savedAt: row.saved_at,
      savedBy: { nameAr: row.name_ar, nameLatin: row.name_latin },
      proposedAt: row.proposed_at,
    },
  }))
}
