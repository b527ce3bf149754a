import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type FileView, filesOf } from '../../files/index.ts'
import { formOfVersion } from '../form-version.ts'
import { keptFrom } from '../holders-own.ts'
import { recordOf } from './record.ts'

/** The files of an application that this viewer reads: not those of what the holder answers alone, to another of the team; null when it is not theirs. */
export async function filesSeen(db: Reader, viewer: SignedIn, application: string): Promise<FileView[] | null> {
  const record = await recordOf(db, viewer, application)
  if (record === null) return null
  const files = await filesOf(db, viewer.organisation, record.head.id)
  const hidden = keptFrom(record.head.membership, await formOfVersion(db, viewer.organisation, record.formVersion))
  return files.filter(({ question }) => !hidden.has(question))
}
