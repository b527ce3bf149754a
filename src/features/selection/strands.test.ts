import { expect, test } from 'vitest'
import { roomToSelect } from '../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { verifyRecord } from '../../engines/record.ts'
import { planSelection } from './commands/plan.ts'
import { sealSelection } from './commands/seal.ts'
import type { CountRule } from '../../engines/selection/index.ts'
import { expandedRules } from './engine-input.ts'
import { selectionFacts } from './queries/selection-facts.ts'
import { ruleNames } from './rule-names.ts'

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

test('the places of a strand bind the selection without a rule being written, and a rule that says the most says it instead', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const { organisation, edition } = small
  const row = { organisation, edition, ceiling: null, envelope: null }
  await held.db
    .insertInto('edition_strand')
    .values([
      { ...row, code: 'stage', name: json('Stage'), summary: json('Stage'), places: 1, position: 0 },
      { ...row, code: 'crafts', name: json('Crafts'), summary: json('Crafts'), places: null, position: 1 },
    ])
    .execute()
  // The two best of Fès and the best of Oriental are of the stage: one may stay.
  const stage = [applications[0], applications[1], applications[4]] as string[]
  for (const application of applications)
    await held.db
      .updateTable('submission')
      .set({ strand: stage.includes(application) ? 'stage' : 'crafts' })
      .where('application', '=', application)
      .execute()
  const facts = async () => {
    const found = await selectionFacts(held.db, organisation, edition)
    if (found === null) throw new Error('no facts')
    return found
  }
  const bound = expandedRules(await facts()).filter(({ rule }) => rule.attribute === 'strand')
  expect(bound).toEqual([{ rule: { attribute: 'strand', value: 'stage', max: 1 }, of: null }])
  expect(ruleNames(await facts(), 'fr')(bound[0]?.rule as CountRule)).toBe('Places du volet\u00a0: Stage')
  const plan = await planSelection(held.db, small.officer, { programme: small.programme, edition }, NOW)
  if (!plan.ok) throw new Error(plan.code)
  expect(await sealSelection(held.db, small.director, plan.value.plan, plan.value.fingerprint, NOW)).toMatchObject({ ok: true })
  const selected = await held.db
    .selectFrom('decision')
    .select('application')
    .where('edition', '=', edition)
    .where('outcome', '=', 'selected')
    .execute()
  expect(selected.filter(({ application }) => stage.includes(application))).toHaveLength(1)
  const rule = {
    organisation,
    edition,
    code: 'most',
    attribute: 'strand',
    value: 'stage',
    minimum: null,
    maximum: 2,
    name: json('Two at most'),
    position: 9,
  }
  await held.db.insertInto('selection_rule').values(rule).execute()
  const written = expandedRules(await facts()).filter((one) => one.rule.attribute === 'strand')
  expect(written.map((one) => [one.rule, one.of?.code])).toEqual([[{ attribute: 'strand', value: 'stage', max: 2 }, 'most']])
})
