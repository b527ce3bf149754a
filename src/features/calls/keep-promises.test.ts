import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { referenceEditions } from '../../../tests/database/reference-editions.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { keepPromises } from './commands/keep-promises.ts'

const held = testDatabase()
const DEADLINE = '2024-03-31T23:59:00.000Z'

test('when zone data changes before a deadline, the promised local time stands and its instant follows, once, traced', async () => {
  const organisation = await referenceEditions(held.db, [2024])
  const instants = async () => {
    const row = await held.db
      .selectFrom('call')
      .select(['opens_at', 'deadline_at', 'deadline_wall'])
      .where('organisation', '=', organisation)
      .executeTakeFirstOrThrow()
    return [row.opens_at.toISOString(), row.deadline_at?.toISOString(), String(row.deadline_wall).slice(0, 16).replace('T', ' ')]
  }
  const before = await instants()
  expect(before).toEqual(['2024-03-01T08:00:00.000Z', DEADLINE, '2024-03-31 23:59'])
  // As if the call had been imported on a machine whose zone data knew nothing of the clock of Ramadan.
  await sql`update call set deadline_at = '2024-03-31T22:59:00Z' where organisation = ${organisation}`.execute(held.db)
  expect(await keepPromises(held.db, new Date('2024-03-10T03:00:00Z'))).toBe(1)
  expect(await instants()).toEqual(before)
  expect(await keepPromises(held.db, new Date('2024-03-11T03:00:00Z'))).toBe(0)
  const trail = await held.db.selectFrom('audit_entry').select('act').where('act', '=', 'call/instants-derived').execute()
  expect(trail.length).toBe(1)
})

test('what is past stays at the instant at which it happened', async () => {
  const organisation = await referenceEditions(held.db, [2024])
  await sql`update call set opens_at = '2024-03-01T07:00:00Z' where organisation = ${organisation}`.execute(held.db)
  await keepPromises(held.db, new Date('2024-03-10T03:00:00Z'))
  const call = await held.db.selectFrom('call').select('opens_at').where('organisation', '=', organisation).executeTakeFirstOrThrow()
  expect(call.opens_at.toISOString()).toBe('2024-03-01T07:00:00.000Z')
  await sql`update call set deadline_at = '2024-03-31T22:59:00Z' where organisation = ${organisation}`.execute(held.db)
  await keepPromises(held.db, new Date('2024-04-10T03:00:00Z'))
  const after = await held.db.selectFrom('call').select('deadline_at').where('organisation', '=', organisation).executeTakeFirstOrThrow()
  expect(after.deadline_at?.toISOString()).toBe('2024-03-31T22:59:00.000Z')
})
