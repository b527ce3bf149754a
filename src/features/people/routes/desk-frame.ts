/** What stands around the pages of people: they belong to the organisation. */
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import { maySeePeople } from '../../../domain/role.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { organisationFrame } from '../../programme/index.ts'

export interface PeopleDesk {
  readonly viewer: SignedIn
  readonly frame: StaffFrame
}

/** Null for whom these pages are not: they answer as if they were not there. */
export async function peopleDesk(c: AppContext): Promise<PeopleDesk | null> {
  const viewer = signedIn(c)
  if (!maySeePeople(viewer)) return null
  const { db, language } = request(c)
  return { viewer, frame: await organisationFrame(db, viewer, language, 'people') }
}
