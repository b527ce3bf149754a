/** Communiqués: as the desk writes them, and as they were published. */
import type { CommuniqueText } from '../../../domain/communique.ts'
import { maySeeCommuniques } from '../../../domain/communique.ts'
import type { Language } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { CommuniqueDesk, FrozenFigure, KeyedWarning, PublishedCommunique } from '../views.ts'

function written(db: Reader, organisation: string) {
  return db
    .selectFrom('communique as c')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .innerJoin('person as w', (join) => join.onRef('w.organisation', '=', 'c.organisation').onRef('w.id', '=', 'c.written_by'))
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('communique_publication as p')
          .innerJoin('person as b', (join) => join.onRef('b.organisation', '=', 'p.organisation').onRef('b.id', '=', 'p.published_by'))
          .select(['p.seq', 'p.version as printed', 'p.published_at', 'b.name_ar as by_ar', 'b.name_latin as by_latin'])
          .whereRef('p.organisation', '=', 'c.organisation')
          .whereRef('p.communique', '=', 'c.id')
          .orderBy('p.seq', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .select(['c.id', 'c.slug', 'c.title', 'c.body', 'c.version', 'c.written_at', 'w.name_ar', 'w.name_latin'])
    .select(['e.id as edition', 'e.slug as editionSlug', 'e.ordinal', 'e.name as editionName', 'e.currency'])
    .select(['p.seq', 'p.printed', 'p.published_at', 'p.by_ar', 'p.by_latin'])
    .where('c.organisation', '=', organisation)
}

type Row = Awaited<ReturnType<ReturnType<typeof written>['execute']>>[number]

function deskOf(row: Row, language: Language): CommuniqueDesk {
  const { seq, printed, published_at: at } = row
  const by = shortName({ nameAr: row.by_ar ?? '', nameLatin: row.by_latin ?? '' }, language)
  return {
    id: row.id,
    slug: row.slug,
    edition: { id: row.edition, slug: row.editionSlug, ordinal: row.ordinal, name: row.editionName, currency: row.currency },
    title: row.title,
    text: { title: row.title, body: row.body as CommuniqueText['body'] },
    version: row.version,
    writtenAt: row.written_at,
    writtenBy: shortName({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    published: seq === null || printed === null || at === null ? null : { seq, version: printed, at, by },
  }
}

/** Communiqués of an edition, the last written first. */
export async function communiquesOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<CommuniqueDesk[]> {
  if (!maySeeCommuniques(viewer, place)) return []
  const rows = await written(db, viewer.organisation)
    .where('c.edition', '=', place.edition)
    .orderBy('c.written_at', 'desc')
    .orderBy('c.slug')
    .execute()
  return rows.map((row) => deskOf(row, language))
}

/** One communiqué at the desk; null when there is none or the viewer has no place there. */
export async function communiqueBySlug(db: Reader, viewer: Viewer, place: Place, slug: string, language: Language): Promise<CommuniqueDesk | null> {
  if (!maySeeCommuniques(viewer, place)) return null
  const row = await written(db, viewer.organisation).where('c.edition', '=', place.edition).where('c.slug', '=', slug).executeTakeFirst()
  return row === undefined ? null : deskOf(row, language)
}

/** Publications, each communiqué's last one only, unless `all`; the newest edition first. */
function publications(db: Reader, organisation: string) {
  return db
    .selectFrom('communique_publication as p')
    .innerJoin('communique as c', (join) => join.onRef('c.organisation', '=', 'p.organisation').onRef('c.id', '=', 'p.communique'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'c.organisation').onRef('e.id', '=', 'c.edition'))
    .select(['c.id', 'c.slug', 'p.seq', 'p.version', 'p.title', 'p.body', 'p.figures', 'p.warnings', 'p.fingerprint', 'p.published_at as at'])
    .select(['e.id as edition', 'e.slug as editionSlug', 'e.ordinal', 'e.name as editionName', 'e.currency'])
    .where('p.organisation', '=', organisation)
}

type Printed = Awaited<ReturnType<ReturnType<typeof publications>['execute']>>[number]

function publishedOf(row: Printed): PublishedCommunique {
  return {
    id: row.id,
    slug: row.slug,
    edition: { id: row.edition, slug: row.editionSlug, ordinal: row.ordinal, name: row.editionName, currency: row.currency },
    seq: row.seq,
    version: row.version,
    text: { title: row.title, body: row.body as CommuniqueText['body'] },
    figures: row.figures as FrozenFigure[],
    warnings: row.warnings as KeyedWarning[],
    fingerprint: row.fingerprint,
    at: row.at,
  }
}

/** Public: every communiqué as it was last published, the newest edition first. */
export async function publishedCommuniques(db: Reader, organisation: string): Promise<PublishedCommunique[]> {
  const rows = await publications(db, organisation)
    .distinctOn(['e.ordinal', 'c.id'])
    .orderBy('e.ordinal', 'desc')
    .orderBy('c.id')
    .orderBy('p.seq', 'desc')
    .execute()
  return rows.map(publishedOf).sort((a, b) => b.edition.ordinal - a.edition.ordinal || b.at.getTime() - a.at.getTime())
}

/** Public: one communiqué as it was last published; null while it never was. */
export async function publishedCommunique(db: Reader, organisation: string, edition: string, slug: string): Promise<PublishedCommunique | null> {
  const row = await publications(db, organisation)
    .where('e.slug', '=', edition)
    .where('c.slug', '=', slug)
    .orderBy('p.seq', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : publishedOf(row)
}

/** The last publication of a communiqué by its id. */
export async function lastPublication(db: Reader, organisation: string, communique: string): Promise<PublishedCommunique | null> {
  const row = await publications(db, organisation).where('c.id', '=', communique).orderBy('p.seq', 'desc').executeTakeFirst()
  return row === undefined ? null : publishedOf(row)
}
