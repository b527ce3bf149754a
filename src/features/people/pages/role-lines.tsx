/** Roles in lists: what, where, since when, by whom. */
import type { Html } from '#html'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { HeldRole } from '../desk-views.ts'
import { placeText } from '../place-text.ts'
import { words } from '../words/index.ts'

interface RoleProps<Role> {
  readonly role: Role
  readonly language: Language
  /** In a line of running text; else each part has its own line. */
  readonly line?: boolean
}

/** 'Programme officer', then 'Kawaliss, Edition 2 · 2024'. */
export function RoleName({ role, language, line = false }: RoleProps<Pick<HeldRole, 'role' | 'place'>>): Html {
  const t = words(language)
  return (
    <>
      <span class="strong">{t(`role.${role.role}`)}</span>
      {line ? ' · ' : <br />}
      <span class="sm">{placeText(role.place, language) ?? t('people.everywhere')}</span>
    </>
  )
}

/** Since when and by whom; of a role that ended, also until when and by whom. */
export function RoleDates({ role, language, line = false }: RoleProps<HeldRole>): Html {
  const t = words(language)
  const by = (name: string | null): string => name ?? t('people.by-command-line')
  return (
    <span class="xs muted">
      {t('people.given', { day: formatDate(role.since, language), name: by(role.givenBy) })}
      {role.until !== null && (
        <>
          {line ? ' · ' : <br />}
          {t('people.ended', { day: formatDate(role.until, language), name: by(role.endedBy) })}
        </>
      )}
    </span>
  )
}

/** Roles given together in several regions stand on one line. */
export function groupedRoles(roles: readonly HeldRole[]): readonly HeldRole[] {
  const groups = new Map<string, HeldRole>()
  for (const role of roles) {
    const { place, since, givenBy, until, endedBy } = role
    const key = JSON.stringify([role.role, place.programme, place.edition, place.regions.length > 0, since, givenBy, until, endedBy])
    const first = groups.get(key)
    groups.set(key, first === undefined ? role : { ...first, place: { ...first.place, regions: [...first.place.regions, ...place.regions] } })
  }
  return [...groups.values()]
}
