/** The first person of an installation without the demo, from the command line to the desk. */
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '../../tests/database/test-database.ts'
import { testServer } from '../../tests/server/test-server.ts'
import { Visitor } from '../../tests/server/visitor.ts'
import { poolOf } from '../platform/database/database.ts'
import { root } from '../platform/root.ts'

const held = testDatabase()
const server = testServer(held, { KAWALISS_DEMO: '0' })
const said: { out: string[]; errors: string[] } = { out: [], errors: [] }

beforeAll(() => {
  const { host = '', port, user, database, connectionString } = poolOf(held.db).options
  vi.stubEnv('KAWALISS_DEMO', '0')
  vi.stubEnv('ORIGIN', server.origin)
  vi.stubEnv('DATABASE_URL', connectionString ?? `postgresql:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`)
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.out.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.errors.push(line))
})
afterEach(() => Object.assign(said, { out: [], errors: [] }))
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function kawaliss(...args: string[]): Promise<number> {
  const { main } = await import('../cli.ts')
  return main(args)
}

const OPERATOR = ['--email', 'Anas@Example.ma', '--role', 'operator']
const NAMES = ['--name-latin', 'Anas Mrini', '--name-ar', 'أنس المريني', '--language', 'fr']

/** The link of the newest sign-in mail in the outbox. */
async function signInLink(address: string): Promise<string> {
  const { content } = await held.db
    .selectFrom('message')
    .select('content')
    .where('address', '=', address)
    .where('kind', '=', 'sign-in')
    .orderBy('written_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /"href":\s*"([^"]+)"/.exec(JSON.stringify(content))?.[1] ?? ''
}

test('a new installation takes five lines: the operator is invited, signs in and gives the next role', async () => {
  expect(await kawaliss('user', 'add', ...OPERATOR, ...NAMES)).toBe(1)
  expect(said.errors.at(-1)).toBe('There is no organisation yet: kawaliss organisation --help')
  expect(await kawaliss('migrate')).toBe(0)
  expect(await kawaliss('organisation', 'found', 'hiba', '--ar', 'مؤسسة', '--fr', 'Fondation', '--en', 'Foundation')).toBe(0)
  expect(await kawaliss('user', 'list')).toBe(0)
  expect(said.out.at(-1)).toContain('Nobody holds a role yet')
  expect(await kawaliss('user', 'add', ...OPERATOR, ...NAMES)).toBe(0)

  const invitation = await held.db.selectFrom('message').select(['kind', 'address', 'language', 'content']).executeTakeFirstOrThrow()
  expect([invitation.kind, invitation.address, invitation.language]).toEqual(['invitation', 'anas@example.ma', 'fr'])
  expect(JSON.stringify(invitation.content)).toContain(`${server.origin}/fr/sign-in?return_to=%2Fme`)

  const anas = new Visitor(() => server.origin)
  await anas.post('/fr/sign-in', { email: 'anas@example.ma', return_to: '/desk/people' })
  const entered = await anas.post(new URL(await signInLink('anas@example.ma')).pathname, {})
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/fr/desk/people'])
  const list = await anas.get('/fr/desk/people')
  expect([list.status, (await list.text()).includes('par la ligne de commande')]).toEqual([200, true])
  const next = { email: 'salma@example.ma', name_ar: '', name_latin: 'Salma El Amrani', language: 'fr', role: 'director', place: 'everywhere' }
  expect((await anas.post('/fr/desk/people/new', next)).status).toBe(303)
})

test('the trail says that nobody at the desk gave the first role', async () => {
  const acts = await held.db
    .selectFrom('audit_entry')
    .select(['act', 'actor'])
    .where('act', 'in', ['person/added', 'role/given'])
    .orderBy('at')
    .execute()
  expect(acts.slice(0, 2)).toEqual([
    { act: 'person/added', actor: null },
    { act: 'role/given', actor: null },
  ])
})

test('a role of an edition is given by slug and region, listed, and ended wherever it holds or in one region', async () => {
  expect(await kawaliss('edition', 'import', join(root, 'editions', 'kawaliss-2024.json'))).toBe(0)
  const officer = ['--email', 'nadia@example.ma', '--role', 'officer']
  expect(await kawaliss('user', 'add', ...officer, '--name-latin', 'Nadia', '--edition', '2024', '--region', 'OR', '--region', 'TTA')).toBe(0)
  expect(await kawaliss('user', 'add', ...officer, '--programme', 'kawaliss')).toBe(0)
  expect(await kawaliss('user', 'end', ...officer, '--region', 'OR')).toBe(0)
  Object.assign(said, { out: [] })
  await kawaliss('user', 'list')
  const today = new Date().toISOString().slice(0, 10)
  expect(said.out).toEqual([
    `anas@example.ma (Anas Mrini): administrator, the whole organisation, since ${today}`,
    `nadia@example.ma (Nadia): officer, kawaliss / 2024 / TTA, since ${today}`,
    `nadia@example.ma (Nadia): officer, kawaliss, since ${today}`,
    `salma@example.ma (Salma El Amrani): director, the whole organisation, since ${today}`,
  ])
  expect(await kawaliss('user', 'end', ...officer)).toBe(0)
  expect(await kawaliss('user', 'end', ...officer)).toBe(1)
  expect(said.errors.at(-1)).toBe('nadia@example.ma does not hold this role there: kawaliss user list')
})

test.each([
  [['add', '--role', 'officer'], '--email: Write a whole e-mail address'],
  [['add', '--email', 'a@b', '--role', 'officer'], '--email: Write a whole e-mail address'],
  [['add', '--email', 'a@example.ma', '--role', 'king'], '--role is one of: operator, administrator, director'],
  [['add', '--email', 'a@example.ma', '--role', 'officer'], 'Write this person’s name'],
  [['add', '--email', 'a@example.ma', '--role', 'officer', '--name-latin', 'A', '--language', 'es'], '--language is ar, fr or en'],
  [['add', '--email', 'a@example.ma', '--role', 'officer', '--name-latin', 'A', '--edition', '1999'], 'There is no edition "1999".'],
  [['add', '--email', 'a@example.ma', '--role', 'officer', '--name-latin', 'A', '--programme', 'x'], 'There is no programme "x".'],
  [
    ['add', '--email', 'a@example.ma', '--role', 'officer', '--name-latin', 'A', '--edition', '2024', '--region', 'XX'],
    'XX is not a region of this edition: leave it out or choose another edition. Its regions: FM, OR, SM, TTA.',
  ],
  [['add', ...OPERATOR], 'This person already has this role there'],
  [['end', '--email', 'nobody@example.ma', '--role', 'officer'], 'nobody@example.ma does not hold this role there'],
  [['promote'], 'What should be done?'],
])('kawaliss user %j is refused with its cure', async (args, cure) => {
  expect(await kawaliss('user', ...args)).toBe(1)
  expect(said.errors.at(-1)).toContain(cure)
})

test('the last who can give roles is not ended from the command line either', async () => {
  expect(await kawaliss('user', 'end', '--email', 'salma@example.ma', '--role', 'director')).toBe(0)
  expect(await kawaliss('user', 'end', ...OPERATOR)).toBe(1)
  expect(said.errors.at(-1)).toContain('first make somebody else administrator or director')
})
