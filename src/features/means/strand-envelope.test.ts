import { expect, test } from 'vitest'
import { code, codes, meansDesk } from '../../../tests/database/means-desk.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { seedPlan } from './index.ts'

const held = testDatabase()

test('seed funds stay within the ceiling and the envelope of the strand, from whatever line and at whatever instant they are promised', async () => {
  const desk = await meansDesk(held.db)
  const own = desk.cohort
  const { organisation, edition } = own
  const name = JSON.stringify({ ar: 'المسرح', fr: 'Scène', en: 'Stage' })
  const strand = { organisation, edition, code: 'stage', name, summary: name, places: null, ceiling: '25000', envelope: '50000', position: 0 }
  await held.db.insertInto('edition_strand').values(strand).execute()
  await held.db.updateTable('submission').set({ strand: 'stage' }).where('organisation', '=', organisation).where('edition', '=', edition).execute()
  expect(await desk.seed(0)).toMatchObject({ code: 'award/above-strand-ceiling', details: { ceiling: '25000.00' } })
  const terms = { line: own.seedLine, amount: '20000.00', firstShare: '70' }
  const all = await seedPlan(held.db, organisation, edition, terms, 'fr')
  expect(all?.instalments).toMatchObject({ code: 'award/above-envelope', details: { strand: 'Scène', remaining: '50000.00', missing: '30000.00' } })
  const at = { amount: '20000.00' }
  expect(codes(await Promise.all([desk.seed(0, at), desk.seed(1, at), desk.seed(2, at)]))).toEqual(['award/above-envelope', 'done', 'done'])
  expect(await desk.seed(3, { amount: '10000.01' })).toMatchObject({
    code: 'award/above-envelope',
    details: { remaining: '10000.00', missing: '0.01' },
  })
  expect(code(await desk.seed(3, { amount: '10000.00' }))).toBe('done')
})
