import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '../../tests/database/test-database.ts'
import { editionSource } from '../../tests/database/reference-editions.ts'
import { poolOf } from '../platform/database/database.ts'
import { root } from '../platform/root.ts'

const held = testDatabase()
const said: { out: string[]; errors: string[]; written: string } = { out: [], errors: [], written: '' }
let folder = ''
const damaged = (): string => join(folder, 'damaged.json')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kawaliss-edition-'))
  await writeFile(damaged(), editionSource(2024).replace('"weight": 30', '"weight": 31').replace('"fr": "Musique"', '"fr": ""'))
  vi.stubEnv('KAWALISS_DEMO', '0')
  vi.stubEnv('DATABASE_URL', await addressOf())
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.out.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.errors.push(line))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.written += String(text)
    return true
  })
})
afterEach(() => Object.assign(said, { out: [], errors: [], written: '' }))
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

/** The database of this test as an operator writes it. */
async function addressOf(): Promise<string> {
  const { options } = poolOf(held.db)
  const { host = '', port, user, database, connectionString } = options
  return connectionString ?? `postgresql:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`
}

async function kawaliss(...args: string[]): Promise<number> {
  const { main } = await import('../cli.ts')
  return main(args)
}

const NAMES = ['--ar', 'مؤسسة', '--fr', 'Fondation', '--en', 'Foundation']

test('a new installation founds its organisation, takes an edition in, makes its call public, and gives the same file back', async () => {
  const file = join(root, 'editions', 'kawaliss-2024.json')
  expect(await kawaliss('edition', 'import', file)).toBe(1)
  expect(said.errors.at(-1)).toContain('There is no organisation yet')
  expect(await kawaliss('organisation', 'found', 'hiba', ...NAMES)).toBe(0)
  expect(await kawaliss('organisation', 'found', 'hiba', ...NAMES)).toBe(1)
  expect(said.errors.at(-1)).toContain('already')
  expect(await kawaliss('edition', 'import', file)).toBe(0)
  expect(await kawaliss('edition', 'import', file)).toBe(1)
  expect(said.errors.at(-1)).toBe('There is already an edition “2024”. Nothing was written.')
  expect(await kawaliss('edition', 'publish', '2024')).toBe(1)
  expect(said.errors.at(-1)).toContain('The deadline of this call has passed.')
  expect(await kawaliss('edition', 'export', '2024')).toBe(0)
  expect(said.written).toBe(editionSource(2024))
  expect(await kawaliss('edition', 'export', '2030')).toBe(1)
})

test('a damaged file is told fault by fault, and nothing of it comes in', async () => {
  const count = async () => (await held.db.selectFrom('edition').select('id').execute()).length
  const before = await count()
  for (const act of ['check', 'import']) {
    expect(await kawaliss('edition', act, damaged())).toBe(1)
    expect(said.errors.splice(0)).toEqual(['$.sectors[0].name.fr: The text is empty.', '$.criteria: The weights add up to 101: they must make 100.'])
  }
  expect(await count()).toBe(before)
})

test('an unknown act says what there is', async () => {
  expect(await kawaliss('edition', 'burn', '2024')).toBe(1)
  expect(said.errors.at(-1)).toContain('kawaliss edition export SLUG')
})
