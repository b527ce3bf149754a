/** Giving and ending roles: the rules as the commands keep them, in the rows, the outbox and the trail. */
import { beforeAll, expect, test } from 'vitest'
import { otherOfficer } from '../../../../tests/database/other-organisation.ts'
import { referenceEditions, staffMember } from '../../../../tests/database/reference-editions.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { loadViewer } from '../../../../tests/database/viewer-of.ts'
import type { Result } from '../../../domain/result.ts'
import type { Role, SignedIn } from '../../../domain/viewer.ts'
import { verifyAudit } from '../../../platform/database/audit.ts'
import { correctPerson } from './correct-person.ts'
import { endRole } from './end-role.ts'
import { giveRole, type RoleGift } from './give-role.ts'
import type { Giver } from './giver.ts'

const held = testDatabase()
const NOW = new Date('2024-03-01T10:00:00Z')
const place = { organisation: '', programme: '', edition: '', earlier: '' }
let director: SignedIn

const gift = (email: string, role: Role, more: Partial<RoleGift> = {}): RoleGift => ({
  email,
  role,
  nameAr: 'زينب العلوي',
  nameLatin: 'Zineb Alaoui',
  language: 'fr',
  programme: null,
  edition: null,
  regions: [],
  ...more,
})
const give = (by: Giver, what: RoleGift) => giveRole(held.db, by, what, 'https://k.example', NOW)
const system = (): Giver => ({ system: true, organisation: place.organisation })
const codeOf = (outcome: Result<unknown>): string => (outcome.ok ? 'done' : outcome.code)

async function given(outcome: ReturnType<typeof give>): Promise<string> {
  const result = await outcome
  if (!result.ok) throw new Error(result.code)
  return result.value.person
}

const grantsOf = (person: string) =>
  held.db.selectFrom('role_grant').selectAll().where('person', '=', person).where('ended_at', 'is', null).orderBy('region').execute()

beforeAll(async () => {
  place.organisation = await referenceEditions(held.db, [2023, 2024])
  const editions = await held.db.selectFrom('edition').select(['id', 'slug', 'programme']).where('organisation', '=', place.organisation).execute()
  const of = (slug: string) => editions.find((one) => one.slug === slug) as (typeof editions)[number]
  Object.assign(place, { programme: of('2024').programme, edition: of('2024').id, earlier: of('2023').id })
  director = await loadViewer(held.db, place.organisation, await given(give(system(), gift('director@example.ma', 'director'))))
})

test('a role in two regions is two rows, dated, signed, in the programme of the edition', async () => {
  const person = await given(give(director, gift('two@example.ma', 'officer', { edition: place.edition, regions: ['OR', 'TTA'] })))
  const rows = await grantsOf(person)
  expect(rows.map(({ role, programme, edition, region }) => [role, programme, edition, region])).toEqual([
    ['officer', place.programme, place.edition, 'OR'],
    ['officer', place.programme, place.edition, 'TTA'],
  ])
  expect(rows.map(({ granted_by, granted_at }) => [granted_by, granted_at])).toEqual([
    [director.person.id, NOW],
    [director.person.id, NOW],
  ])
  const acts = await held.db.selectFrom('audit_entry').select(['act', 'actor']).where('stream', '=', person).orderBy('seq').execute()
  expect(acts).toEqual([
    { act: 'person/added', actor: director.person.id },
    { act: 'role/given', actor: director.person.id },
  ])
})

test('each wrong place is refused by its own name, and makes nobody', async () => {
  const asked = async (role: Role, more: Partial<RoleGift>) => codeOf(await give(director, gift('nowhere@example.ma', role, more)))
  expect(await asked('officer', { edition: '01890000-0000-7000-8000-000000000000' })).toBe('role/unknown-place')
  expect(await asked('officer', { programme: 'no id at all' })).toBe('role/unknown-place')
  expect(await asked('officer', { programme: place.organisation, edition: place.edition })).toBe('role/unknown-place')
  expect(await asked('officer', { edition: place.edition, regions: ['XX'] })).toBe('role/unknown-region')
  expect(await asked('officer', { programme: place.programme, regions: ['OR'] })).toBe('role/regions-of-an-edition')
  expect(await asked('finance', { edition: place.edition, regions: ['OR'] })).toBe('role/no-regions')
  expect(await asked('administrator', { programme: place.programme })).toBe('role/everywhere-only')
  expect(await held.db.selectFrom('person').select('id').where('email', '=', 'nowhere@example.ma').execute()).toEqual([])
})

test('somebody new needs a name, each script in its own place; of somebody known nothing is overwritten', async () => {
  const named = async (nameAr: string, nameLatin: string) => codeOf(await give(director, gift('new@example.ma', 'donor', { nameAr, nameLatin })))
  expect(await named('', '')).toBe('person/nameless')
  expect(await named('Clara', 'Clara')).toBe('person/not-in-arabic')
  expect(await named('كلارا', 'كلارا')).toBe('person/not-in-latin')
  expect(await named('', 'Clara Martin')).toBe('done')
  const person = await given(give(director, gift('new@example.ma', 'auditor', { nameLatin: 'Somebody Else', language: 'ar' })))
  const row = await held.db.selectFrom('person').select(['name_ar', 'name_latin', 'language']).where('id', '=', person).executeTakeFirstOrThrow()
  expect(row).toEqual({ name_ar: '', name_latin: 'Clara Martin', language: 'fr' })
})

test('somebody who once signed in without a name gets the one written with the role', async () => {
  const id = '01890000-0000-7000-8000-00000000c0de'
  await held.db
    .insertInto('person')
    .values({ organisation: place.organisation, id, email: 'curious@example.ma', language: 'ar', search: 'curious@example.ma', created_at: NOW })
    .execute()
  expect(codeOf(await give(director, gift('curious@example.ma', 'trainer')))).toBe('done')
  const row = await held.db.selectFrom('person').select(['name_latin', 'language', 'search']).where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toEqual({ name_latin: 'Zineb Alaoui', language: 'ar', search: 'زينب العلوي zineb alaoui' })
})

test('the same role is refused by name in the same place and in a narrower one, and given elsewhere', async () => {
  const twice = async (more: Partial<RoleGift>) => codeOf(await give(director, gift('same@example.ma', 'communication', more)))
  expect(await twice({ programme: place.programme })).toBe('done')
  expect(await twice({ programme: place.programme })).toBe('role/held-already')
  expect(await twice({ edition: place.edition })).toBe('role/held-wider')
  expect(codeOf(await give(director, gift('same@example.ma', 'donor', { edition: place.earlier })))).toBe('done')
})

test('the database itself refuses the same role twice', async () => {
  const person = await given(give(director, gift('database@example.ma', 'donor')))
  const [row] = await grantsOf(person)
  if (row === undefined) throw new Error('no role')
  await expect(
    held.db
      .insertInto('role_grant')
      .values({ ...row, id: place.edition })
      .execute(),
  ).rejects.toThrow('role_grant_once')
})

test('two people inviting one address at the same instant make one person with one role', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => give(director, gift('race@example.ma', 'reviewer', { edition: place.edition }))))
  expect(outcomes.map(codeOf).sort()).toEqual(['done', 'role/held-already', 'role/held-already'])
  const people = await held.db.selectFrom('person').select('id').where('email', '=', 'race@example.ma').execute()
  expect(people.length).toBe(1)
  expect((await grantsOf((people[0] as { id: string }).id)).length).toBe(1)
  expect(await held.db.selectFrom('message').select('kind').where('address', '=', 'race@example.ma').execute()).toEqual([{ kind: 'invitation' }])
})

test('who leads one programme, an officer and somebody of another organisation give no role and end none', async () => {
  const person = await given(give(director, gift('kept@example.ma', 'finance')))
  const [grant] = await grantsOf(person)
  const end = { person, grants: [grant?.id ?? ''] }
  const { organisation, programme } = place
  for (const by of [
    staffMember(organisation, 'director', { programme }),
    staffMember(organisation, 'officer'),
    staffMember(organisation, 'auditor'),
  ]) {
    expect(codeOf(await give(by, gift('friend@example.ma', 'finance')))).toBe('page/not-allowed')
    expect(codeOf(await endRole(held.db, by, end, NOW))).toBe('page/not-allowed')
  }
  const stranger = await otherOfficer(held.db)
  expect(codeOf(await endRole(held.db, stranger, end, NOW))).toBe('page/not-found')
  expect(codeOf(await give(stranger, gift('friend@example.ma', 'officer', { edition: place.edition })))).toBe('role/unknown-place')
  expect((await grantsOf(person)).length).toBe(1)
})

test('nobody gives themselves a role', async () => {
  expect(codeOf(await give(director, gift('director@example.ma', 'finance')))).toBe('role/own')
})

test('the end of a role is dated and signed, comes once, and leaves the row that was', async () => {
  const person = await given(give(director, gift('ends@example.ma', 'communication')))
  const [grant] = await grantsOf(person)
  const end = { person, grants: [grant?.id ?? ''] }
  const later = new Date('2024-04-01T10:00:00Z')
  expect(codeOf(await endRole(held.db, director, end, later))).toBe('done')
  expect(codeOf(await endRole(held.db, director, end, later))).toBe('role/ended-already')
  const rows = await held.db.selectFrom('role_grant').select(['granted_at', 'ended_at', 'ended_by']).where('person', '=', person).execute()
  expect(rows).toEqual([{ granted_at: NOW, ended_at: later, ended_by: director.person.id }])
  expect(codeOf(await give(director, gift('ends@example.ma', 'communication')))).toBe('done')
})

test('the role of one person is not ended under the name of another', async () => {
  const [one, other] = [await given(give(director, gift('one@example.ma', 'donor'))), await given(give(director, gift('other@example.ma', 'donor')))]
  const [grant] = await grantsOf(other)
  expect(codeOf(await endRole(held.db, director, { person: one, grants: [grant?.id ?? ''] }, NOW))).toBe('page/not-found')
})

test('the last two who give roles cannot end each other at the same instant: one remains, and keeps theirs', async () => {
  const second = await given(give(system(), gift('second@example.ma', 'administrator')))
  const by = await loadViewer(held.db, place.organisation, second)
  const [own] = await grantsOf(director.person.id)
  const [theirs] = await grantsOf(second)
  const outcomes = await Promise.all([
    endRole(held.db, director, { person: second, grants: [theirs?.id ?? ''] }, NOW),
    endRole(held.db, by, { person: director.person.id, grants: [own?.id ?? ''] }, NOW),
  ])
  expect(outcomes.map(codeOf).sort()).toEqual(['done', 'role/last-giver'])
  const left = [...(await grantsOf(director.person.id)), ...(await grantsOf(second))]
  expect(left.length).toBe(1)
  const last = left[0] as (typeof left)[number]
  expect(codeOf(await endRole(held.db, system(), { person: last.person, grants: [last.id] }, NOW))).toBe('role/last-giver')
})

test('names are mended by officers, for people of the desk only, and the trail says which fields', async () => {
  const officer = await loadViewer(held.db, place.organisation, await given(give(system(), gift('mends@example.ma', 'officer'))))
  const person = await given(give(system(), gift('typo@example.ma', 'trainer')))
  const fix = { person, nameAr: 'زينب العلوي', nameLatin: 'Zaynab Alaoui', language: 'ar' }
  expect(codeOf(await correctPerson(held.db, officer, fix, NOW))).toBe('done')
  expect(codeOf(await correctPerson(held.db, officer, fix, NOW))).toBe('done')
  const entries = await held.db
    .selectFrom('audit_entry')
    .select('payload')
    .where('stream', '=', person)
    .where('act', '=', 'person/corrected')
    .execute()
  expect(entries.map(({ payload }) => (JSON.parse(payload) as { details: unknown }).details)).toEqual([{ fields: ['name_latin', 'language'] }])
  expect(codeOf(await correctPerson(held.db, officer, { ...fix, language: 'es' }, NOW))).toBe('person/unknown-language')
  expect(codeOf(await correctPerson(held.db, officer, { ...fix, nameAr: '', nameLatin: '' }, NOW))).toBe('person/nameless')
  expect(codeOf(await correctPerson(held.db, staffMember(place.organisation, 'auditor'), fix, NOW))).toBe('page/not-allowed')
  await held.db
    .insertInto('person')
    .values({ organisation: place.organisation, id: place.edition, email: 'applicant@example.ma', language: 'ar', created_at: NOW })
    .execute()
  expect(codeOf(await correctPerson(held.db, officer, { ...fix, person: place.edition }, NOW))).toBe('page/not-found')
})

test('every act stands in the chain, and the chain holds', async () => {
  const { faults, entries } = await verifyAudit(held.db, place.organisation)
  expect(faults).toEqual([])
  expect(entries).toBeGreaterThan(20)
})
