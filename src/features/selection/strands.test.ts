import { expect, test } from 'vitest'
import { roomToSelect } from '../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { verifyRecord } from '../../engines/record.ts'
import { planSelection } from './commands/plan.ts'
import { sealSelection } from './commands/seal.ts'

const held = testDatabase()
const NOW = new Date('2024-04-29T10:00:00Z')
const json = (text: string) => JSON.stringify({ ar: text, fr: text, en: text })

test('a quota of a strand is kept by the exact selection over better scores, and the sealed record states it', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const { organisation, edition } = small
  const strand = (code: string, position: number) => ({
    organisation,
    edition,
    code,
    name: json(code),
    summary: json(code),
    places: 2,
    ceiling: null,
    envelope: null,
    position,
  })
  await held.db
    .insertInto('edition_strand')
    .values([strand('stage', 0), strand('crafts', 1)])
    .execute()
  // The last of each region is of the stage; by score alone neither would be taken.
  const stage = [applications[3], applications[7]] as string[]
  for (const application of applications)
    await held.db
      .updateTable('submission')
      .set({ strand: stage.includes(application) ? 'stage' : 'crafts' })
      .where('application', '=', application)
      .execute()
  await held.db
    .insertInto('selection_rule')
    .values({
      organisation,
      edition,
      code: 'stage-2',
      attribute: 'strand',
      value: 'stage',
      minimum: 2,
      maximum: null,
      name: json('Two of the stage'),
      position: 2,
    })
    .execute()
  const plan = await planSelection(held.db, small.officer, { programme: small.programme, edition }, NOW)
  if (!plan.ok) throw new Error(plan.code)
  expect(await sealSelection(held.db, small.director, plan.value.plan, plan.value.fingerprint, NOW)).toMatchObject({ ok: true })
  const selected = await held.db
    .selectFrom('decision')
    .select('application')
    .where('edition', '=', edition)
    .where('outcome', '=', 'selected')
    .execute()
  const ids = selected.map((row) => row.application)
  expect(ids).toHaveLength(4)
  expect(ids).toEqual(expect.arrayContaining(stage))
  expect(ids).toEqual(expect.arrayContaining([applications[0], applications[4]]))
  const { record } = await held.db.selectFrom('selection_seal').select('record').where('edition', '=', edition).executeTakeFirstOrThrow()
  expect(record).toContain('{"attribute":"strand","min":2,"value":"stage"}')
  expect((await verifyRecord(record)).faults).toEqual([])
})
