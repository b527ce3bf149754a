/** The edition after a small one, with its own call, criteria and rules, once the selection of the first is public. */
import { createHash } from 'node:crypto'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { SmallEdition } from './small-edition.ts'

/** Seals and publishes a selection of nobody. */
export async function published(db: Database, { organisation, edition, director }: SmallEdition): Promise<void> {
  const [plan, seal] = [newId(), newId()]
  const [at, by, record] = [new Date('2024-06-01T09:00:00Z'), director.person.id, '{}']
  const hash = createHash('sha256').update(record).digest('hex')
  await db
    .insertInto('selection_plan')
    .values({ organisation, id: plan, edition, number: 1, fingerprint: 'x', input: '{}', output: '{}', planned_at: at, planned_by: by })
    .execute()
  await db.insertInto('selection_seal').values({ organisation, id: seal, edition, plan, record, hash, sealed_at: at, sealed_by: by }).execute()
  await db.insertInto('publication').values({ organisation, edition, seal, published_at: at, published_by: by }).execute()
}

const OWN_LISTS = ['edition_region', 'edition_sector', 'applicant_kind', 'criterion', 'eligibility_rule'] as const

/** Like the one before in all its terms, under the address 2025. */
export async function nextEdition(db: Database, past: SmallEdition): Promise<SmallEdition> {
  const { organisation } = past
  const next = { ...past, edition: newId(), call: newId(), formVersion: newId(), slug: '2025' }
  const copied = (row: Record<string, unknown>, own: Record<string, unknown>) =>
    Object.fromEntries(Object.entries({ ...row, ...own }).map(([key, value]) => [key, isJson(value) ? JSON.stringify(value) : value])) as never
  const row = (table: 'edition' | 'call' | 'form_version', id: string) =>
    db.selectFrom(table).selectAll().where('organisation', '=', organisation).where('id', '=', id).executeTakeFirstOrThrow()
  await db
    .insertInto('edition')
    .values(copied(await row('edition', past.edition), { id: next.edition, slug: next.slug, ordinal: 3, year: 2025 }))
    .execute()
  for (const table of OWN_LISTS) {
    const rows = await db.selectFrom(table).selectAll().where('organisation', '=', organisation).where('edition', '=', past.edition).execute()
    for (const one of rows)
      await db
        .insertInto(table)
        .values(copied(one, { edition: next.edition }))
        .execute()
  }
  await db
    .insertInto('call')
    .values(copied(await row('call', past.call), { id: next.call, edition: next.edition }))
    .execute()
  await db
    .insertInto('form_version')
    .values(copied(await row('form_version', past.formVersion), { id: next.formVersion, call: next.call, version: 1 }))
    .execute()
  return next
}

const isJson = (value: unknown): boolean => typeof value === 'object' && value !== null && !(value instanceof Date)
