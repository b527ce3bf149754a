/** Another foundation in the same database, with its own officer: what is hers is not theirs. */
import { demoId } from '../../src/demo/load/id.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { loadViewer } from './viewer-of.ts'

const OTHER = demoId('other:organisation')

/** Its officer holds every right there and none elsewhere. */
export async function otherOfficer(db: Database): Promise<SignedIn> {
  const [person, at] = [demoId('other:officer'), new Date('2024-01-01T00:00:00Z')]
  const name = JSON.stringify({ ar: 'مؤسسة أخرى', fr: 'Autre fondation', en: 'Other foundation' })
  await db.insertInto('organisation').values({ id: OTHER, slug: 'other', host: 'other.example', name, created_at: at }).execute()
  const names = { name_ar: 'هند', name_latin: 'Hind' }
  await db
    .insertInto('person')
    .values({ organisation: OTHER, id: person, ...names, email: 'hind@other.example', language: 'ar', created_at: at })
    .execute()
  const grant = { id: demoId('other:grant'), person, role: 'director', granted_by: person, granted_at: at }
  await db
    .insertInto('role_grant')
    .values({ organisation: OTHER, ...grant })
    .execute()
  return loadViewer(db, OTHER, person)
}
