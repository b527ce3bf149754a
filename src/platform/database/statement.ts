/** Statements written by hand: the few that are sent so often that each round trip counts. */
import { CompiledQuery } from 'kysely'
import { poolOf, type Reader } from './database.ts'

export interface Statement {
  /** The server plans it once a connection under this name. */
  readonly name: string
  readonly text: string
}

/** Sends a statement and answers its rows: by its name, or within a transaction as it stands. */
export async function send<Row extends object>(db: Reader, statement: Statement, values: readonly unknown[]): Promise<readonly Row[]> {
  if (db.isTransaction) return (await db.executeQuery<Row>(CompiledQuery.raw(statement.text, [...values]))).rows
  return (await poolOf(db).query<Row>({ ...statement, values: [...values] })).rows
}
