/** The letters of a batch, for whoever reads them before approving. */
import { mayPrepareLetters } from '../../../domain/selection.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Paragraph } from '../../../platform/mail/message.ts'
import type { BatchLetterView } from '../views.ts'

export const LETTERS_A_PAGE = 40

/** A page of the letters of a batch of the edition, in the order they were written; null when the viewer may not read them or there is no such batch. */
export async function batchLetters(
  db: Reader,
  viewer: Viewer,
  place: Place,
  batch: string,
  page: number,
): Promise<{ letters: BatchLetterView[]; total: number } | null> {
  if (!mayPrepareLetters(viewer, place)) return null
  const found = await db
    .selectFrom('message_batch as b')
    .leftJoin('message as m', (join) => join.onRef('m.organisation', '=', 'b.organisation').onRef('m.batch', '=', 'b.id'))
    .select((all) => all.fn.count<string>('m.id').as('total'))
    .where('b.organisation', '=', viewer.organisation)
    .where('b.edition', '=', place.edition)
    .where('b.id', '=', batch)
    .groupBy('b.id')
    .executeTakeFirst()
  if (found === undefined) return null
  const rows = await db
    .selectFrom('message as m')
    .leftJoin('person as p', (join) => join.onRef('p.organisation', '=', 'm.organisation').onRef('p.id', '=', 'm.person'))
    .select(['m.id', 'm.kind', 'm.address', 'm.language', 'm.subject', 'm.content', 'p.name_ar', 'p.name_latin'])
    .where('m.organisation', '=', viewer.organisation)
    .where('m.batch', '=', batch)
    .orderBy('m.kind')
    .orderBy('m.subject')
    .orderBy('m.id')
    .limit(LETTERS_A_PAGE)
    .offset((page - 1) * LETTERS_A_PAGE)
    .execute()
  const letters = rows.map(({ content, name_ar, name_latin, ...row }) => ({
    ...row,
    reader: { nameAr: name_ar ?? '', nameLatin: name_latin ?? '' },
    paragraphs: content as Paragraph[],
  }))
  return { letters, total: Number(found.total) }
}
