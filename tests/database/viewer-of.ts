import type { Grant, SignedIn } from '../../src/domain/viewer.ts'
import type { Database } from '../../src/platform/database/database.ts'

/** A person of the database as the viewer their session would make them. */
export async function loadViewer(db: Database, organisation: string, person: string): Promise<SignedIn> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name_ar', 'name_latin', 'language'])
    .where('organisation', '=', organisation)
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const grants = await db
    .selectFrom('role_grant')
    .select(['role', 'programme', 'edition', 'region'])
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .execute()
  return { organisation, person: { id: row.id, nameAr: row.name_ar, nameLatin: row.name_latin, language: row.language }, grants: grants as Grant[] }
}
