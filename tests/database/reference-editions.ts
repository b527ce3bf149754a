/** The reference programme in a test database: its three editions from the files of the repository, their calls public. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grant, Role, SignedIn } from '../../src/domain/viewer.ts'
import { foundOrganisation, importEdition, publishCall, readEditionFile } from '../../src/features/programme/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { root } from '../../src/platform/root.ts'

export type ReferenceYear = 2023 | 2024 | 2025

export function editionSource(year: ReferenceYear): string {
  return readFileSync(join(root, 'editions', `kawaliss-${year}.json`), 'utf8')
}

let made = 0

/** A fresh organisation with these editions; a call in `hidden` stays unpublished. Answers its id. */
export async function referenceEditions(
  db: Database,
  years: readonly ReferenceYear[] = [2023, 2024, 2025],
  hidden: readonly ReferenceYear[] = [],
): Promise<string> {
  const slug = `reference-${++made}`
  const founded = await foundOrganisation(
    db,
    { slug, name: { ar: 'مؤسسة', fr: 'Fondation', en: 'Foundation' }, host: `${slug}.example`, zone: 'Africa/Casablanca' },
    new Date('2023-01-01T00:00:00Z'),
  )
  if (!founded.ok) throw new Error(founded.code)
  const by = { system: true, organisation: founded.value } as const
  for (const year of years) {
    const reading = readEditionFile(editionSource(year))
    if (!reading.ok) throw new Error('the reference programme is damaged')
    const imported = await importEdition(db, by, reading.file, new Date(`${year}-01-15T10:00:00Z`))
    if (!imported.ok) throw new Error(imported.code)
    if (!hidden.includes(year)) await publishCall(db, by, String(year), new Date(`${year}-02-15T10:00:00Z`))
  }
  return founded.value
}

/** Somebody with a role, who is in no table: enough to ask for a page. */
export function staffMember(organisation: string, role: Role, scope: Partial<Grant> = {}): SignedIn {
  return {
    organisation,
    person: { id: newId(), nameAr: 'نادية رفيق', nameLatin: 'Nadia Rafik', language: 'fr' },
    grants: [{ role, programme: null, edition: null, region: null, ...scope }],
  }
}
