/** A database of its own for a test file: `const db = testDatabase()` at the top; opened before its tests, checked against the invariants and dropped after them. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { closeDatabase, type Database, openDatabase, poolOf } from '../../src/platform/database/database.ts'
import { brokenInvariants } from '../../src/platform/database/invariants.ts'
import { loadWorld } from '../../src/demo/load.ts'
import type { DemoStage } from '../../src/demo/load/stage.ts'
import { connectionTo } from './address.ts'

/** Milliseconds a world may take to be loaded, or to be waited for. */
const LOADING = 240_000
const worldOf = (stage: DemoStage): string => `kawaliss_world_${stage}`

/** Where the mails of a loaded world lead. */
const ORIGIN = 'https://kawaliss.example'

/**
 * The database is there once the tests run; before that its use is an error. With a stage, the demo world stands in it as
 * it is then: loaded once a run, copied for each file that asks for it.
 */
export function testDatabase(stage?: DemoStage): { readonly db: Database } {
  const address = inject('databaseServer')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const held: { db?: Database } = {}
  beforeAll(async () => {
    if (stage !== undefined) await standing(stage)
    await maintain(`create database ${name} template ${stage === undefined ? 'kawaliss_template' : worldOf(stage)}`)
    held.db = openDatabase(connectionTo(address, name), 8)
  }, LOADING)
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

  /** Loads the world of a stage, unless another file has done so; who comes meanwhile waits. */
  async function standing(asked: DemoStage): Promise<void> {
    const world = worldOf(asked)
    const server = openDatabase(connectionTo(address, 'socket' in address ? address.socket.database : 'postgres'), 1)
    const lock = await poolOf(server).connect()
    try {
      await lock.query('select pg_advisory_lock(hashtext($1))', [world])
      const { rowCount } = await lock.query('select from pg_database where datname = $1', [world])
      if (rowCount !== 0) return
      await maintain(`drop database if exists ${world}_begun`)
      await maintain(`create database ${world}_begun template kawaliss_template`)
      const db = openDatabase(connectionTo(address, `${world}_begun`), 4)
      await loadWorld(db, { stage: asked, now: new Date(), origin: ORIGIN })
      await closeDatabase(db)
      await maintain(`alter database ${world}_begun rename to ${world}`)
    } finally {
      lock.release(true)
      await closeDatabase(server)
    }
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
          // Two files copying the template at one instant: the second waits its turn. So does who drops what is being vacuumed.
          if (attempt === 40 || !['55006', '42501'].includes((error as { code?: string }).code ?? '')) throw error
          await new Promise((resolve) => setTimeout(resolve, 50 * attempt))
        }
      }
    } finally {
      await closeDatabase(server)
    }
  }
}
