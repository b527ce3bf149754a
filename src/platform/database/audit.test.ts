import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { atomically } from './atomically.ts'
import { audit, sealAudit, verifyAudit } from './audit.ts'
import { newId } from './id.ts'

const held = testDatabase()
const organisation = newId()
const at = new Date('2024-03-31T20:00:00Z')

beforeAll(async () => {
  await held.db.insertInto('organisation').values({ id: organisation, slug: 'hiba', name: '{"ar":"","fr":"","en":""}', created_at: at }).execute()
})

const write = (stream: string, act: `${string}/${string}` = 'application/saved') =>
  atomically(held.db, (trx) => audit(trx, { organisation, stream, act, actor: null, at, details: { fields: ['pitch'] } }))

test('the trail of a record is numbered from 1 and each entry holds the hash of the one before', async () => {
  const stream = newId()
  for (let n = 0; n < 3; n++) await write(stream)
  const rows = await held.db.selectFrom('audit_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()
  expect(rows.map((row) => row.seq)).toEqual([1, 2, 3])
  expect(rows[0]?.previous).toBe('')
  expect(rows[1]?.previous).toBe(rows[0]?.hash)
  expect(rows[2]?.previous).toBe(rows[1]?.hash)
})

test('forty acts on one record at the same time are all kept, in one unbroken chain', async () => {
  const stream = newId()
  const results = await Promise.allSettled(Array.from({ length: 40 }, () => retry(() => write(stream))))
  expect(results.filter((result) => result.status === 'rejected')).toEqual([])
  const { faults } = await verifyAudit(held.db, organisation)
  expect(faults).toEqual([])
  const count = await held.db
    .selectFrom('audit_entry')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('stream', '=', stream)
    .executeTakeFirstOrThrow()
  expect(count.n).toBe(40)
})

test('the database refuses an entry whose hash does not follow from its content', async () => {
  const row = { organisation, stream: newId(), seq: 1, act: 'application/saved', actor: null, at, payload: '{}', previous: '', hash: '0'.repeat(64) }
  await expect(held.db.insertInto('audit_entry').values(row).execute()).rejects.toMatchObject({ constraint: 'audit_entry_hash_true' })
})

test('an entry taken out, or put in with a matching hash, is found by verify', async () => {
  const stream = newId()
  for (let n = 0; n < 4; n++) await write(stream)
  await atomically(held.db, (trx) => sealAudit(trx, organisation, new Date('2024-04-01T00:00:00Z')))
  expect((await verifyAudit(held.db, organisation)).faults).toEqual([])
  await held.db.deleteFrom('audit_entry').where('stream', '=', stream).where('seq', '=', 2).execute()
  const missing = (await verifyAudit(held.db, organisation)).faults
  expect(missing).toContainEqual({ stream, seq: 3, fault: 'gap' })
})

test('a whole trail taken out leaves no gap, and the seal still finds it', async () => {
  const stream = newId()
  await write(stream)
  await atomically(held.db, (trx) => sealAudit(trx, organisation, new Date('2024-04-02T00:00:00Z')))
  await held.db.deleteFrom('audit_entry').where('stream', '=', stream).execute()
  expect((await verifyAudit(held.db, organisation)).faults).toContainEqual({ stream: organisation, seq: 2, fault: 'seal' })
})

async function retry(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 40) throw error
    }
  }
}

test('an act with an earlier time that commits after a seal is left to the next one', async () => {
  const organisation = newId()
  await held.db.insertInto('organisation').values({ id: organisation, slug: 'other', name: '{"ar":"","fr":"","en":""}', created_at: at }).execute()
  const [first, second] = [newId(), newId()]
  const act = (stream: string, time: string) =>
    atomically(held.db, (trx) => audit(trx, { organisation, stream, act: 'application/started', actor: null, at: new Date(time) }))
  await act(first, '2024-03-01T10:00:00Z')
  await atomically(held.db, (trx) => sealAudit(trx, organisation, new Date('2024-03-02T00:00:00Z')))
  await act(first, '2024-03-01T11:00:00Z')
  await act(second, '2024-03-01T12:00:00Z')
  expect((await verifyAudit(held.db, organisation)).faults).toEqual([])
  await atomically(held.db, (trx) => sealAudit(trx, organisation, new Date('2024-03-03T00:00:00Z')))
  expect(await verifyAudit(held.db, organisation)).toMatchObject({ faults: [], seals: 2, entries: 3 })
})
