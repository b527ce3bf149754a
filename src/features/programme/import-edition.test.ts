import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { EditionFile } from '../../domain/edition.ts'
import type { Grant, Role, Viewer } from '../../domain/viewer.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { root } from '../../platform/root.ts'
import { foundOrganisation } from './commands/found-organisation.ts'
import { importEdition } from './commands/import-edition.ts'
import { publishCall } from './commands/publish-call.ts'
import { readEditionFile } from './edition-file.ts'
import { exportEdition } from './queries/export-edition.ts'

const held = testDatabase()
const now = new Date('2024-02-20T10:00:00Z')
const sourceOf = (year: number): string => readFileSync(join(root, 'editions', `kawaliss-${year}.json`), 'utf8')
function fileOf(year: number, change: Partial<EditionFile> = {}): EditionFile {
  const reading = readEditionFile(sourceOf(year))
  if (!reading.ok) throw new Error('the reference programme is damaged')
  return { ...reading.file, ...change }
}

let made = 0
async function organisation(): Promise<string> {
  const founded = await foundOrganisation(
    held.db,
    { slug: `house-${++made}`, name: { ar: 'دار', fr: 'Maison', en: 'House' }, host: `house-${made}.example`, zone: 'Africa/Casablanca' },
    now,
  )
  if (!founded.ok) throw new Error(founded.code)
  return founded.value
}
const system = (id: string) => ({ system: true as const, organisation: id })
const staff = (id: string, role: Role, scope: Partial<Grant> = {}): Viewer => ({
  organisation: id,
  person: null,
  grants: [{ role, programme: null, edition: null, region: null, ...scope }],
})

/** Rows of an organisation in every table that an edition writes. */
async function rowsOf(id: string): Promise<number> {
  const tables = [
    'programme',
    'funder',
    'edition',
    'edition_region',
    'edition_sector',
    'applicant_kind',
    'criterion',
    'eligibility_rule',
    'selection_rule',
    'edition_date',
    'edition_funder',
    'budget_line',
    'call',
    'form_version',
  ]
  const counts = await Promise.all(
    tables.map(
      async (table) =>
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where organisation = ${id}`.execute(held.db)).rows[0]?.n ?? 0,
    ),
  )
  return counts.reduce((sum, n) => sum + n, 0)
}

describe('an edition file', () => {
  test('comes out as it went in, byte for byte, all three editions of the reference programme beside each other', async () => {
    const id = await organisation()
    for (const year of [2024, 2023, 2025]) expect((await importEdition(held.db, system(id), fileOf(year), now)).ok).toBe(true)
    for (const year of [2023, 2024, 2025]) expect(await exportEdition(held.db, system(id), String(year))).toBe(sourceOf(year))
    expect((await held.db.selectFrom('programme').select('slug').where('organisation', '=', id).execute()).length).toBe(1)
    expect(await verifyAudit(held.db, id)).toMatchObject({ faults: [] })
  })

  test('keeps its deadlines as instants derived from the promised wall times', async () => {
    const id = await organisation()
    for (const year of [2023, 2024, 2025]) await importEdition(held.db, system(id), fileOf(year), now)
    const rows = await held.db
      .selectFrom('call')
      .select(['opens_at', 'deadline_at', 'deadline_wall', 'zone', 'published_at'])
      .where('organisation', '=', id)
      .orderBy('deadline_at')
      .execute()
    expect(rows.map((row) => [row.opens_at.toISOString(), row.deadline_at?.toISOString(), row.deadline_wall, row.zone, row.published_at])).toEqual([
      ['2023-03-30T09:00:00.000Z', '2023-04-23T22:59:00.000Z', '2023-04-23 23:59:00', 'Africa/Casablanca', null],
      ['2024-03-01T08:00:00.000Z', '2024-03-31T23:59:00.000Z', '2024-03-31 23:59:00', 'Africa/Casablanca', null],
      ['2025-03-10T09:00:00.000Z', '2025-04-06T22:59:00.000Z', '2025-04-06 23:59:00', 'Africa/Casablanca', null],
    ])
  })

  test('is refused when its edition is there already, and nothing is written', async () => {
    const id = await organisation()
    await importEdition(held.db, system(id), fileOf(2024), now)
    const before = await rowsOf(id)
    expect(await importEdition(held.db, system(id), fileOf(2024), now)).toMatchObject({
      ok: false,
      code: 'edition/slug-taken',
      details: { slug: '2024' },
    })
    const other = fileOf(2025)
    expect(await importEdition(held.db, system(id), { ...other, edition: { ...other.edition, ordinal: 2 } }, now)).toMatchObject({
      ok: false,
      code: 'edition/ordinal-taken',
    })
    expect(await rowsOf(id)).toBe(before)
  })

  test('is refused when it says something else of the same programme or funder, and nothing is written', async () => {
    const id = await organisation()
    await importEdition(held.db, system(id), fileOf(2024), now)
    const before = await rowsOf(id)
    const other = fileOf(2025)
    const programme = { ...other.programme, tagline: { ...other.programme.tagline, en: 'Another' } }
    expect(await importEdition(held.db, system(id), { ...other, programme }, now)).toMatchObject({
      ok: false,
      code: 'edition/programme-differs',
      details: { fields: ['tagline'] },
    })
    const newFunder = { code: 'city', name: programme.name, emblem: null, sentence: programme.name }
    const funders = [newFunder, { ...(other.funders[0] as EditionFile['funders'][number]), emblem: null }]
    expect(await importEdition(held.db, system(id), { ...other, funders }, now)).toMatchObject({
      ok: false,
      code: 'edition/funder-differs',
      details: { funder: 'eu' },
    })
    expect(await rowsOf(id)).toBe(before)
  })

  test('sent twice at one instant comes in once', async () => {
    const id = await organisation()
    const outcomes = await Promise.all([1, 2, 3].map(() => importEdition(held.db, system(id), fileOf(2024), now)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok).map((outcome) => !outcome.ok && outcome.code)).toEqual([
      'edition/slug-taken',
      'edition/slug-taken',
    ])
  })

  test('of one organisation is not seen by another', async () => {
    const [mine, theirs] = [await organisation(), await organisation()]
    await importEdition(held.db, system(mine), fileOf(2024), now)
    expect(await exportEdition(held.db, system(theirs), '2024')).toBeNull()
    expect((await importEdition(held.db, system(theirs), fileOf(2024), now)).ok).toBe(true)
  })
})

describe('who may', () => {
  test('bring an edition in: administration and direction of the programme, nobody else', async () => {
    const id = await organisation()
    for (const role of ['officer', 'donor', 'auditor', 'chair'] as const)
      expect(await importEdition(held.db, staff(id, role), fileOf(2024), now)).toMatchObject({ code: 'page/not-allowed' })
    expect(await importEdition(held.db, { organisation: id, person: null, grants: [] }, fileOf(2024), now)).toMatchObject({
      code: 'page/not-allowed',
    })
    expect(await rowsOf(id)).toBe(0)
    expect((await importEdition(held.db, staff(id, 'director'), fileOf(2024), now)).ok).toBe(true)
  })

  test('take it away: whoever has a place at its desk', async () => {
    const id = await organisation()
    const imported = await importEdition(held.db, system(id), fileOf(2024), now)
    const edition = imported.ok ? imported.value.edition : ''
    expect(await exportEdition(held.db, staff(id, 'donor', { edition }), '2024')).toBe(sourceOf(2024))
    expect(await exportEdition(held.db, staff(id, 'reviewer', { edition }), '2024')).toBeNull()
    expect(await exportEdition(held.db, { organisation: id, person: null, grants: [] }, '2024')).toBeNull()
    expect(await exportEdition(held.db, staff(id, 'director'), '2030')).toBeNull()
  })

  test('make its call public: administration and direction, once, before the deadline', async () => {
    const id = await organisation()
    await importEdition(held.db, system(id), fileOf(2024), now)
    expect(await publishCall(held.db, staff(id, 'officer'), '2024', now)).toMatchObject({ code: 'page/not-allowed' })
    expect(await publishCall(held.db, staff(id, 'director'), '2030', now)).toMatchObject({ code: 'edition/unknown' })
    expect(await publishCall(held.db, staff(id, 'director'), '2024', new Date('2024-05-01'))).toMatchObject({ code: 'call/deadline-passed' })
    expect(await publishCall(held.db, staff(id, 'director'), '2024', now)).toEqual({ ok: true, value: null })
    expect(await publishCall(held.db, staff(id, 'director'), '2024', now)).toMatchObject({ code: 'call/already-public' })
  })
})

describe('an organisation', () => {
  test('is founded once under its name and host', async () => {
    const input = { slug: 'twice', name: { ar: 'دار', fr: 'Maison', en: 'House' }, host: 'twice.example', zone: 'Africa/Casablanca' }
    expect((await foundOrganisation(held.db, input, now)).ok).toBe(true)
    expect(await foundOrganisation(held.db, { ...input, host: null }, now)).toMatchObject({ code: 'organisation/taken' })
    expect(await foundOrganisation(held.db, { ...input, slug: 'thrice' }, now)).toMatchObject({ code: 'organisation/taken' })
    expect(await foundOrganisation(held.db, { ...input, slug: 'Two Words' }, now)).toMatchObject({ code: 'organisation/slug-form' })
    expect(await foundOrganisation(held.db, { ...input, slug: 'far', zone: 'Mars/Olympus' }, now)).toMatchObject({
      code: 'organisation/unknown-zone',
    })
  })
})
