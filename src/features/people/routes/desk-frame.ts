/** What stands around the pages of people: they belong to the organisation, so the rail leads to its editions. */
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import { inLanguage } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import { maySeePeople } from '../../../domain/role.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { editionsOf } from '../../programme/index.ts'
import { organisationOf } from '../queries/organisation.ts'
import { words } from '../words/index.ts'

export interface PeopleDesk {
  readonly viewer: SignedIn
  readonly frame: StaffFrame
}

/** Null for whom these pages are not: they answer as if they were not there. */
export async function peopleDesk(c: AppContext): Promise<PeopleDesk | null> {
  const viewer = signedIn(c)
  if (!maySeePeople(viewer)) return null
  const { db, organisation, language } = request(c)
  const [own, editions] = await Promise.all([organisationOf(db, organisation), editionsOf(db, organisation)])
  const t = words(language)
  const people = { name: t('people.title'), href: `/${language}/desk/people`, icon: 'users', current: true } as const
  const desks = editions.map(
    ({ name, slug }) => ({ name: inLanguage(name, language).text, href: `/${language}/desk/${slug}`, icon: 'stage' }) as const,
  )
  const frame: StaffFrame = {
    programme: inLanguage(own.name, language).text,
    edition: t('people.title'),
    home: `/${language}/desk`,
    cues: [],
    alwaysTitle: t('people.rail'),
    always: [people, ...desks],
    person: { name: shortName(viewer.person, language) || t('me.title'), href: `/${language}/me` },
  }
  return { viewer, frame }
}
