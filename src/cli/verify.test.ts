import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { roomToSelect } from '../../tests/database/small-selection.ts'
import { testDatabase } from '../../tests/database/test-database.ts'
import { planSelection } from '../features/selection/index.ts'
import { poolOf } from '../platform/database/database.ts'

const held = testDatabase()
const said: string[] = []

/** The address of a database beside the one of this test. */
function addressOf(name?: string): string {
  const { host = '', port, user, database, connectionString } = poolOf(held.db).options
  if (connectionString === undefined) return `postgresql:///${name ?? database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`
  const url = new URL(connectionString)
  if (name !== undefined) url.pathname = `/${name}`
  return url.href
}

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', addressOf())
  vi.stubEnv('KAWALISS_DEMO', '0')
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line))
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function verifyAudit(): Promise<{ code: number; lines: string[] }> {
  const { main } = await import('../cli.ts')
  said.length = 0
  const code = await main(['verify', '--audit'])
  return { code, lines: [...said] }
}

test('the audit trail verifies as it was written; an entry changed afterwards is named', async () => {
  const { small } = await roomToSelect(held.db)
  const plan = await planSelection(held.db, small.officer, { programme: small.programme, edition: small.edition }, new Date('2024-04-29T10:00:00Z'))
  expect(plan.ok).toBe(true)
  expect(await verifyAudit()).toEqual({ code: 0, lines: [`ok     organisation ${small.organisation}: 1 entries in 1 streams, 0 seals`] })
  await poolOf(held.db).query(`update audit_entry set act = 'selection/sealed' where stream = $1`, [small.edition])
  const broken = await verifyAudit()
  expect([broken.code, broken.lines.at(-1)]).toEqual([1, `FAULT  ${small.edition} 1: payload`])
})

test('where nothing of Kawaliss is, it says so with the two settings that lead elsewhere, and makes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kawaliss-nothing-'))
  const empty = `nothing_${process.pid}`
  await poolOf(held.db).query(`create database ${empty} template template0`)
  try {
    vi.stubEnv('DATABASE_URL', addressOf(empty))
    const other = await verifyAudit()
    vi.stubEnv('DATABASE_URL', '')
    vi.stubEnv('KAWALISS_DATA', folder)
    const none = await verifyAudit()
    for (const { code, lines } of [other, none]) {
      expect(code).toBe(1)
      for (const said of ['holds nothing of Kawaliss', 'KAWALISS_DATA', 'DATABASE_URL']) expect(lines.join('\n')).toContain(said)
    }
    expect(existsSync(join(folder, 'database'))).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
    await poolOf(held.db).query(`drop database ${empty} with (force)`)
  }
})
