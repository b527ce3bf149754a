import { mayReadEdition } from '../../../domain/edition.ts'
import type { Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { editionFileText } from '../edition-file.ts'
import { editionBySlug } from '../editions.ts'
import { isSystem, type SystemCaller } from '../system-caller.ts'
import { editionContent } from './edition-content.ts'

/** An edition as the text of its file: the same bytes as the file it was imported from. Null when there is none, or not for this viewer. */
export async function exportEdition(db: Reader, by: Viewer | SystemCaller, slug: string): Promise<string | null> {
  const edition = await editionBySlug(db, by.organisation, slug)
  if (edition === null || !(isSystem(by) || mayReadEdition(by, edition.place))) return null
  const file = await editionContent(db, by.organisation, edition.id)
  return file === null ? null : editionFileText(file)
}
