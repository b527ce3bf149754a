/** A database of its own for a test file: `const db = testDatabase()` at the top; opened before its tests, checked against the invariants and dropped after them. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { closeDatabase, type Database, openDatabase, poolOf } from '../../src/platform/database/database.ts'
import { brokenInvariants } from '../../src/platform/database/invariants.ts'
import { connectionTo } from './address.ts'

/** The database is there once the tests run; before that its use is an error. */
export function testDatabase(): { readonly db: Database } {
  const address = inject('databaseServer')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const held: { db?: Database } = {}
  beforeAll(async () => {
    await maintain(`create database ${name} template kawaliss_template`)
    held.db = openDatabase(connectionTo(address, name), 8)
  })
  afterAll(async () => {
    const db = held.db
    if (db === undefined) return
    const broken = await brokenInvariants(db)
    await closeDatabase(db)
    await maintain(`drop database ${name} with (force)`)
    expect(broken, 'whole-database invariants after the tests of this file').toEqual([])
  })
  return {
    get db() {
      if (held.db === undefined) throw new Error('The test database opens before the first test, not while the file is read.')
      return held.db
    },
  }

  async function maintain(statement: string): Promise<void> {
    const database = 'socket' in address ? address.socket.database : 'postgres'
    const server = openDatabase(connectionTo(address, database), 1)
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          await poolOf(server).query(statement)
          return
        } catch (error) {
          // Two files copying the template at one instant: the second waits its turn.
          if (attempt === 40 || (error as { code?: string }).code !== '55006') throw error
          await new Promise((resolve) => setTimeout(resolve, 50 * attempt))
        }
      }
    } finally {
      await closeDatabase(server)
    }
  }
}
