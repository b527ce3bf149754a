/** One command, one transaction. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, databaseFault, type Trx } from './database.ts'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const ATTEMPTS = 4

/**
 * Runs a command's work in one transaction: everything it wrote is kept, or nothing is. Work is run again (at most
 * three times more) when the database reports a serialization failure or a deadlock, so it must await nothing but
 * SQL and keep no state outside. A refusal is a value: throw `Rollback` through `undo` to leave no trace.
 */
export async function atomically<Value>(db: Database, work: (trx: Trx) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (error instanceof Undone) return error.value as Value
      const code = databaseFault(error)?.code
      if (attempt === ATTEMPTS || (code !== SERIALIZATION_FAILURE && code !== DEADLOCK)) throw error
      await pause(attempt * 10)
    }
  }
}

class Undone extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('undone')
    this.value = value
  }
}

/** Ends the transaction without a trace and makes `atomically` answer `value`: for a refusal found after writing. */
export function undo(value: unknown): never {
  throw new Undone(value)
}
