import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '../../tests/database/test-database.ts'
import { type S3Server, startS3 } from '../../tests/server/s3-server.ts'
import { poolOf } from '../platform/database/database.ts'

const held = testDatabase()
const said: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
let s3: S3Server

beforeAll(async () => {
  s3 = await startS3()
  const { host = '', port, user, database, connectionString } = poolOf(held.db).options
  vi.stubEnv('DATABASE_URL', connectionString ?? `postgresql:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`)
  vi.stubEnv('KAWALISS_DATA', folder)
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
  await s3.stop()
})

async function storeLine(): Promise<[number, string | undefined]> {
  const { main } = await import('../cli.ts')
  said.length = 0
  const code = await main(['doctor'])
  return [code, said.find((line) => line.includes('store of files'))]
}

test('a store of files is asked where there is one, and what it refuses is said', async () => {
  expect(await storeLine()).toEqual([0, undefined])
  const { endpoint, bucket, region, accessKey, secretKey } = s3.place
  const settings = { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID: accessKey, S3_SECRET_ACCESS_KEY: secretKey }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  expect(await storeLine()).toEqual([0, `ok     store of files: files at ${endpoint} keeps, gives and removes`])
  vi.stubEnv('S3_SECRET_ACCESS_KEY', 'another')
  expect(await storeLine()).toEqual([1, expect.stringMatching(/^FAULT {2}store of files: files at .*SignatureDoesNotMatch/)])
})
