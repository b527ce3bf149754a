/** A foundation with the edition of 2024, its call not public yet, and people who write it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll } from 'vitest'
import type { Role, SignedIn } from '../../src/domain/viewer.ts'
import { foundOrganisation, importEdition, readEditionFile } from '../../src/features/programme/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { root } from '../../src/platform/root.ts'

export const BEFORE = new Date('2024-02-20T10:00:00Z')
export const OPEN = new Date('2024-03-10T10:00:00Z')
export const SHIPPED = readFileSync(join(root, 'editions/kawaliss-2024.json'), 'utf8')

export interface House {
  readonly organisation: string
  readonly director: SignedIn
  readonly officer: SignedIn
  person(role: Role): Promise<SignedIn>
}

let made = 0

/** Made before the tests of the file; what it holds is there once they run. */
export function house(held: { readonly db: Database }): House {
  const state: { organisation: string; director?: SignedIn; officer?: SignedIn } = { organisation: '' }
  async function person(role: Role): Promise<SignedIn> {
    const [id, { organisation }] = [newId(BEFORE), state]
    const names = { name_ar: 'نادية', name_latin: `Nadia ${role}` }
    await held.db
      .insertInto('person')
      .values({ organisation, id, ...names, email: `${role}-${id}@house.example`, language: 'fr', created_at: BEFORE })
      .execute()
    const grants = [{ role, programme: null, edition: null, region: null }]
    return { organisation, person: { id, nameAr: names.name_ar, nameLatin: names.name_latin, language: 'fr' }, grants }
  }
  beforeAll(async () => {
    made += 1
    const name = { ar: 'دار', fr: 'Maison', en: 'House' }
    const founded = await foundOrganisation(
      held.db,
      { slug: `drafts-${made}`, name, host: `drafts-${made}.example`, zone: 'Africa/Casablanca' },
      BEFORE,
    )
    if (!founded.ok) throw new Error(founded.code)
    state.organisation = founded.value
    state.director = await person('director')
    state.officer = await person('officer')
    const reading = readEditionFile(SHIPPED)
    if (!reading.ok) throw new Error('the reference edition is damaged')
    const imported = await importEdition(held.db, { system: true, organisation: state.organisation }, reading.file, BEFORE)
    if (!imported.ok) throw new Error(imported.code)
  })
  return {
    person,
    get organisation() {
      return state.organisation
    },
    get director() {
      return state.director as SignedIn
    },
    get officer() {
      return state.officer as SignedIn
    },
  }
}
