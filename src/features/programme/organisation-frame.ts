/** What stands around the pages of the organisation (its people, its editions): they belong to no edition, so the rail leads to all of them. */
import type { StaffFrame } from '../../design/layout/staff-page.tsx'
import { mayWriteEdition } from '../../domain/edition.ts'
import { inLanguage, type Language } from '../../domain/language.ts'
import { shortName } from '../../domain/person.ts'
import { maySeePeople } from '../../domain/role.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import type { Reader } from '../../platform/database/database.ts'
import { editionsOf } from './editions.ts'
import { atDesk } from './frame.ts'
import { words } from './words/index.ts'

/** The pages of the organisation that are the viewer's to open. */
export function organisationDoors(
  viewer: SignedIn,
  editions: Awaited<ReturnType<typeof editionsOf>>,
): { readonly people: boolean; readonly editions: boolean } {
  const writes = mayWriteEdition(viewer, null, null) || editions.some(({ place }) => mayWriteEdition(viewer, place.programme, place.edition))
  return { people: maySeePeople(viewer), editions: writes }
}

/** `current`: the page the rail lights. */
export async function organisationFrame(db: Reader, viewer: SignedIn, language: Language, current: 'people' | 'editions'): Promise<StaffFrame> {
  const t = words(language)
  const [own, editions] = await Promise.all([
    db.selectFrom('organisation').select('name').where('id', '=', viewer.organisation).executeTakeFirstOrThrow(),
    editionsOf(db, viewer.organisation),
  ])
  const doors = organisationDoors(viewer, editions)
  const people: StaffFrame['always'] = doors.people
    ? [{ name: t('rail.people'), href: `/${language}/desk/people`, icon: 'users', current: current === 'people' }]
    : []
  const written: StaffFrame['always'] = doors.editions
    ? [{ name: t('rail.editions'), href: `/${language}/desk/editions`, icon: 'doc', current: current === 'editions' }]
    : []
  const desks = editions
    .filter((edition) => atDesk(viewer, edition))
    .map(({ name, slug }) => ({ name: inLanguage(name, language).text, href: `/${language}/desk/${slug}`, icon: 'stage' }) as const)
  return {
    programme: inLanguage(own.name, language).text,
    edition: t(current === 'people' ? 'rail.people' : 'rail.editions'),
    home: `/${language}/desk`,
    cues: [],
    alwaysTitle: t('rail.organisation'),
    always: [...people, ...written, ...desks],
    person: { name: shortName(viewer.person, language) || t('nav.me'), href: `/${language}/me` },
  }
}
