import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { roomToSelect } from '../../tests/database/small-selection.ts'
import { testDatabase } from '../../tests/database/test-database.ts'
import { planSelection } from '../features/selection/index.ts'
import { poolOf } from '../platform/database/database.ts'

const held = testDatabase()
const said: string[] = []

beforeAll(() => {
  const { host = '', port, user, database, connectionString } = poolOf(held.db).options
  vi.stubEnv('DATABASE_URL', connectionString ?? `postgresql:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`)
  vi.stubEnv('KAWALISS_DEMO', '0')
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
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
