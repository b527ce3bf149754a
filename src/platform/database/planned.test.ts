import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { Database } from './database.ts'

const held = testDatabase()

/** One connection for the whole of a test: what is kept planned is kept by it. */
function onOneConnection(work: (db: Database) => Promise<void>): Promise<void> {
  return held.db.connection().execute((db) => work(db as Database))
}

async function keptOf(db: Database, text: string): Promise<{ plans: number }[]> {
  const { rows } = await sql<{ plans: number }>`
    select (generic_plans + custom_plans)::int as plans from pg_prepared_statements where statement like ${`%${text}%`} and name like 'kawaliss_%'`.execute(
    db,
  )
  return rows
}

const twice = (db: Database, value: number) => sql<{ doubled: number }>`select 2 * ${value}::int as doubled /* asked often */`.execute(db)

test('a statement asked often is kept by the server, and answers for the values of each time', () =>
  onOneConnection(async (db) => {
    for (let value = 0; value < 30; value++) expect((await twice(db, value)).rows).toEqual([{ doubled: 2 * value }])
    expect(await keptOf(db, '/* asked often */')).toEqual([{ plans: expect.any(Number) }])
  }))

test('a statement asked a few times is not', () =>
  onOneConnection(async (db) => {
    for (let value = 0; value < 5; value++) await sql`select ${value}::int /* asked rarely */`.execute(db)
    expect(await keptOf(db, '/* asked rarely */')).toEqual([])
  }))

test('one that fails fails alone: the next answers', () =>
  onOneConnection(async (db) => {
    const share = (value: number) => sql<{ share: number }>`select 12 / ${value}::int as share /* may fail */`.execute(db)
    for (let time = 0; time < 20; time++) {
      await expect(share(0)).rejects.toThrow('division by zero')
      expect((await share(4)).rows).toEqual([{ share: 3 }])
    }
  }))

test('a table that gets a column keeps answering to a statement that was planned before', () =>
  onOneConnection(async (db) => {
    await sql`create temp table changing (id int, name text)`.execute(db)
    const named = (id: number) => sql<{ name: string }>`select name from changing where id = ${id}`.execute(db)
    await sql`insert into changing values (1, 'before')`.execute(db)
    for (let time = 0; time < 20; time++) expect((await named(1)).rows).toEqual([{ name: 'before' }])
    await sql`alter table changing add column if not exists place text`.execute(db)
    expect((await named(1)).rows).toEqual([{ name: 'before' }])
  }))
