/** A foundation that has nothing yet: whoever comes in first finds where to begin. */
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { Role, SignedIn } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { foundOrganisation } from './commands/found-organisation.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-02-20T10:00:00Z')

test('the desk leads who may begin an edition to it, who gives roles to them, and tells the others that a role is missing', async () => {
  const name = { ar: 'دار', fr: 'Maison', en: 'House' }
  const founded = await foundOrganisation(held.db, { slug: 'house', name, host: null, zone: 'Africa/Casablanca' }, NOW)
  if (!founded.ok) throw new Error(founded.code)
  const desk = async (role: Role | null, language = 'fr') => {
    const grants = role === null ? [] : [{ role, programme: null, edition: null, region: null }]
    const person = { id: newId(NOW), nameAr: 'نادية', nameLatin: 'Nadia', language: 'fr' } as const
    const viewer: SignedIn = { organisation: founded.value, person, grants }
    return (await mounted(held.db, programmeRoutes(), viewer, NOW).get(`/${language}/desk`)).text()
  }
  const director = await desk('director')
  expect(director).toContain('href="/fr/desk/editions/new">Commencer une édition')
  expect(director).toContain('href="/fr/desk/people"')
  expect(director).not.toContain('donne les rôles')
  expect(await desk('officer')).toContain('href="/fr/desk/editions/new"')
  expect(await desk('auditor')).toContain('href="/fr/desk/people"')
  expect(await desk('auditor')).not.toContain('/desk/editions')
  for (const role of [null, 'reviewer'] as const) {
    const other = await desk(role)
    expect(other).toContain('L’administration donne les rôles')
    expect(other).not.toContain('/desk/editions')
  }
  for (const language of ['ar', 'fr', 'en']) expect(await htmlFaults(await desk('director', language))).toEqual([])
})
