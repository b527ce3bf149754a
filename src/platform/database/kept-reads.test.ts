import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { atomically } from './atomically.ts'
import { poolOf } from './database.ts'
import { newId } from './id.ts'
import { keptUntilWritten, readingAt, SNAPSHOT_SQL } from './kept-reads.ts'

const held = testDatabase()

async function snapshot(): Promise<string> {
  const { rows } = await poolOf(held.db).query<{ snapshot: string }>(`select ${SNAPSHOT_SQL} as snapshot`)
  return rows[0]?.snapshot ?? ''
}

/** A request: it asks for the snapshot first, then reads. */
async function visit(key: string): Promise<{ count: number; read: boolean; at: string }> {
  const at = await snapshot()
  let read = false
  const count = await readingAt(at, () =>
    keptUntilWritten(held.db, key, async () => {
      read = true
      return (await held.db.selectFrom('organisation').select('id').execute()).length
    }),
  )
  return { count, read, at }
}

/** Other test files write to the same server, and every write there is seen: two visits without one between them come soon. */
async function visitTwice(key: string): Promise<[{ count: number; read: boolean }, { count: number; read: boolean }]> {
  for (let tries = 0; tries < 200; tries++) {
    const [first, second] = [await visit(`${key} ${tries}`), await visit(`${key} ${tries}`)]
    if (first.at === second.at) return [first, second]
  }
  throw new Error('Somebody writes without a pause.')
}

async function found(): Promise<void> {
  const id = newId()
  const row = { id, slug: `o-${id.slice(-12)}`, name: JSON.stringify({ ar: 'x', fr: 'x', en: 'x' }), created_at: new Date() }
  await held.db.insertInto('organisation').values(row).execute()
}

test('what was read serves the next request while nothing is written', async () => {
  const [first, second] = await visitTwice('kept')
  expect(first.read).toBe(true)
  expect([second.count, second.read]).toEqual([first.count, false])
  expect((await visit('another question')).read).toBe(true)
})

test('whatever anybody commits is seen by the next request', async () => {
  const { count } = await visit('written')
  await found()
  expect(await visit('written')).toMatchObject({ count: count + 1, read: true })
})

test('a transaction that was under way when it was read is seen once it ends', async () => {
  const { count } = await visit('under way')
  const client = await poolOf(held.db).connect()
  try {
    await client.query('begin')
    const id = newId()
    await client.query('insert into organisation (id, slug, name, created_at) values ($1, $2, $3, now())', [
      id,
      `o-${id.slice(-12)}`,
      JSON.stringify({ ar: 'x', fr: 'x', en: 'x' }),
    ])
    // Another one begins later and ends earlier: what is kept now was read between the two.
    await found()
    expect(await visit('under way')).toMatchObject({ count: count + 1, read: true })
    await client.query('commit')
  } finally {
    client.release()
  }
  expect(await visit('under way')).toMatchObject({ count: count + 2, read: true })
})

test('outside a request that only reads, and in a transaction, it is read each time', async () => {
  let reads = 0
  const read = async () => ++reads
  await keptUntilWritten(held.db, 'direct', read)
  await keptUntilWritten(held.db, 'direct', read)
  expect(reads).toBe(2)
  await readingAt('one', () => atomically(held.db, (trx) => keptUntilWritten(trx, 'direct', read)))
  await readingAt('one', () => atomically(held.db, (trx) => keptUntilWritten(trx, 'direct', read)))
  expect(reads).toBe(4)
})

test('a read that fails is not kept', async () => {
  let tries = 0
  const read = async () => {
    if (++tries === 1) throw new Error('away')
    return tries
  }
  await expect(readingAt('two', () => keptUntilWritten(held.db, 'failing', read))).rejects.toThrow('away')
  expect(await readingAt('two', () => keptUntilWritten(held.db, 'failing', read))).toBe(2)
})

test('two who may see different things are given different things, and whoever may see the same the same', async () => {
  const reads: string[] = []
  const list = (scope: string) =>
    readingAt('three', () =>
      keptUntilWritten(held.db, `list ${scope}`, async () => {
        reads.push(scope)
        return `of ${scope}`
      }),
    )
  expect(await Promise.all([list('fes'), list('all'), list('fes')])).toEqual(['of fes', 'of all', 'of fes'])
  expect(reads).toEqual(['fes', 'all'])
})

test('a request that began before a write and reads after it leaves nothing old to those that begin later', async () => {
  const before = await snapshot()
  await found()
  const count = (at: string) =>
    readingAt(at, () => keptUntilWritten(held.db, 'overtaken', async () => (await held.db.selectFrom('organisation').select('id').execute()).length))
  const late = await count(before)
  const { count: now } = await visit('overtaken')
  expect(now).toBeGreaterThanOrEqual(late)
  await found()
  expect((await visit('overtaken')).count).toBe(now + 1)
})

test('what was kept is forgotten once anything is written: memory holds one moment', async () => {
  let reads = 0
  const read = (at: string) => readingAt(at, () => keptUntilWritten(held.db, 'moment', async () => ++reads))
  expect([await read('four'), await read('four'), await read('five'), await read('four')]).toEqual([1, 1, 2, 3])
})
