import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'

/** Whether the viewer was once in the team of an application and left it, or was taken out. */
export async function hasLeft(db: Reader, viewer: SignedIn, application: string): Promise<boolean> {
  if (!isId(application)) return false
  const found = await db
    .selectFrom('team_departure')
    .select('person')
    .where('organisation', '=', viewer.organisation)
    .where('application', '=', application)
    .where('person', '=', viewer.person.id)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
