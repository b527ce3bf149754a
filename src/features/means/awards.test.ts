import { beforeAll, expect, test } from 'vitest'
import { code, codes, day, later, meansDesk, type MeansDesk, NOW } from '../../../tests/database/means-desk.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { newId } from '../../platform/database/id.ts'
import { recordDeparture } from '../cohorts/index.ts'
import { award, awardSeeds, lineTotals, moneyOf, preparePayment, releaseInstalment, seedPlan, signAgreement, writeLine } from './index.ts'

const held = testDatabase()
let cohort: MeansDesk['cohort']
let { awardOf, balance, everything, instalments, line, seed } = {} as MeansDesk

beforeAll(async () => {
  ;({ cohort, awardOf, balance, everything, instalments, line, seed } = await meansDesk(held.db))
})

test('nobody but administration, direction and officers awards, and a refused award leaves nothing', async () => {
  const before = await everything()
  for (const viewer of [cohort.accountant, cohort.approver, cohort.donor, cohort.auditor, cohort.communication])
    expect(code(await seed(0, {}, viewer))).toBe('page/not-allowed')
  expect(await everything()).toBe(before)
})

test('a seed fund is above nothing, at most the ceiling of the edition to the hundredth, and leaves something for each instalment', async () => {
  const before = await everything()
  expect(await seed(0, { amount: '30000.01' })).toMatchObject({ code: 'award/above-ceiling', details: { ceiling: '30000.00' } })
  expect(code(await seed(0, { amount: '0.00' }))).toBe('award/nothing')
  expect(code(await seed(0, { amount: '0.01' }))).toBe('award/impossible-share')
  expect(code(await seed(0, { firstShare: '100.01' }))).toBe('award/impossible-share')
  expect(await everything()).toBe(before)
})

test('30 000 is paid as 21 000 at the signature and 9 000 on an accepted report, and is promised once whoever presses twice', async () => {
  const pressed = await Promise.all([seed(0), seed(0), seed(0), seed(0)])
  expect(codes(pressed)).toEqual(['award/already-made', 'award/already-made', 'award/already-made', 'done'])
  expect((await instalments(await awardOf(0))).map((one) => [one.position, one.amount, one.condition])).toEqual([
    [1, '21000.00', 'signature'],
    [2, '9000.00', 'accepted-report'],
  ])
  expect(await line()).toMatchObject({ amount: '720000.00', committed: '30000.00', paid: '0.00', released: '0.00', remaining: '690000.00' })
})

test('an odd amount is split without losing a hundredth', async () => {
  expect(code(await seed(1, { amount: '29999.99', firstShare: '66.67' }))).toBe('done')
  expect((await instalments(await awardOf(1))).map((one) => one.amount)).toEqual(['20000.99', '9999.00'])
})

test('a line never promises more than it holds, even to two officers at one instant', async () => {
  const written = await writeLine(
    held.db,
    cohort.director,
    cohort.place,
    { funder: cohort.funder, code: 'small', name: { ar: 'بند صغير', fr: 'Petite ligne', en: 'Small line' }, currency: 'MAD', amount: '45000.00' },
    NOW,
  )
  if (!written.ok) throw new Error(written.code)
  const small = { line: written.value.line }
  expect(codes(await Promise.all([seed(2, small), seed(3, small)]))).toEqual(['award/line-too-short', 'done'])
  const left = (await lineTotals(held.db, cohort.organisation, cohort.edition, 'en')).find((one) => one.code === 'small')
  expect(left).toMatchObject({ committed: '30000.00', remaining: '15000.00' })
})

test('a line is written by administration, direction or finance, once for each code', async () => {
  const input = { funder: cohort.funder, code: 'small', name: { ar: 'أ', fr: 'a', en: 'a' }, currency: 'MAD', amount: '1.00' }
  expect(code(await writeLine(held.db, cohort.officer, cohort.place, input, NOW))).toBe('page/not-allowed')
  expect(code(await writeLine(held.db, cohort.accountant, cohort.place, input, NOW))).toBe('line/code-taken')
  expect(code(await writeLine(held.db, cohort.accountant, cohort.place, { ...input, code: 'other', funder: newId() }, NOW))).toBe(
    'line/unknown-funder',
  )
})

test('prizes are ranked once each, from any line, above the ceiling of seed funds, and paid whole by two people', async () => {
  const written = await writeLine(
    held.db,
    cohort.accountant,
    cohort.place,
    { funder: cohort.funder, code: 'prizes', name: { ar: 'جوائز', fr: 'Prix', en: 'Prizes' }, currency: 'MAD', amount: '220000.00' },
    NOW,
  )
  if (!written.ok) throw new Error(written.code)
  const prize = (place: number, rank: number, amount: string) =>
    award(
      held.db,
      cohort.director,
      cohort.place,
      { kind: 'prize', project: cohort.projects[place] as string, line: written.value.line, amount, rank },
      NOW,
    )
  expect(codes(await Promise.all([prize(0, 1, '100000.00'), prize(1, 1, '100000.00')]))).toEqual(['award/rank-taken', 'done'])
  expect(code(await prize(2, 2, '70000.00'))).toBe('done')
  expect(code(await prize(3, 3, '50000.01'))).toBe('award/line-too-short')
  expect(code(await prize(3, 3, '50000.00'))).toBe('done')
  const [whole] = await held.db
    .selectFrom('instalment as i')
    .innerJoin('award as w', 'w.id', 'i.award')
    .select(['i.id', 'i.amount', 'i.condition', 'w.id as award'])
    .where('w.rank', '=', 3)
    .execute()
  expect([whole?.amount, whole?.condition]).toEqual(['50000.00', 'none'])
  expect(code(await signAgreement(held.db, cohort.officer, { award: whole?.award as string, signedOn: day(1) }, later(2)))).toBe(
    'agreement/not-needed',
  )
  expect(code(await preparePayment(held.db, cohort.accountant, { instalment: whole?.id as string }, later(2)))).toBe('done')
  const { prizes } = await moneyOf(held.db, cohort.organisation, cohort.edition)
  expect([prizes.awards, prizes.committed, prizes.awaiting]).toEqual([3, '220000.00', { count: 1, amount: '50000.00' }])
})

test('the plan for everyone is applied as it was shown, or refused with what changed', async () => {
  const terms = { line: cohort.seedLine, amount: '30000.00', firstShare: '70' }
  const plan = await seedPlan(held.db, cohort.organisation, cohort.edition, terms, 'fr')
  if (plan === null) throw new Error('no plan')
  const [waiting] = plan.projects
  expect([plan.projects.length, plan.total, plan.remaining]).toEqual([1, '30000.00', (await line())?.remaining])
  const shown = { ...terms, fingerprint: plan.fingerprint, projects: plan.projects.map((one) => one.id) }
  const apply = (change: object = {}) => awardSeeds(held.db, cohort.officer, cohort.place, { ...shown, ...change }, later(1))
  expect(code(await awardSeeds(held.db, cohort.approver, cohort.place, shown, later(1)))).toBe('page/not-allowed')
  expect(await apply({ amount: '29000.00' })).toMatchObject({ code: 'award/plan-changed', details: { added: 0, gone: 0 } })
  expect(await apply({ fingerprint: 'x', projects: [newId(), newId()] })).toMatchObject({ details: { added: 1, gone: 2 } })
  expect(codes(await Promise.all([apply(), apply(), apply()]))).toEqual(['award/plan-changed', 'award/plan-changed', 'done'])
  const empty = await seedPlan(held.db, cohort.organisation, cohort.edition, terms, 'fr')
  expect(empty?.instalments).toMatchObject({ code: 'award/nobody' })
  expect(
    code(await awardSeeds(held.db, cohort.officer, cohort.place, { ...terms, fingerprint: empty?.fingerprint ?? '', projects: [] }, later(1))),
  ).toBe('award/nobody')
  const { amount } = await held.db
    .selectFrom('award')
    .select('amount')
    .where('project', '=', waiting?.id as string)
    .where('kind', '=', 'seed')
    .executeTakeFirstOrThrow()
  expect(amount).toBe('30000.00')
})

test('a project that left is awarded nothing more, and what it was promised can still be released', async () => {
  const before = await seed(3, { kind: 'seed' })
  expect(code(before)).toBe('award/already-made')
  const project = cohort.projects[3] as string
  await recordDeparture(held.db, cohort.officer, { project, leftOn: day(3), reason: 'Found work abroad' }, later(3))
  expect(code(await seed(3))).toBe('award/project-left')
  expect(code(await releaseInstalment(held.db, cohort.officer, { instalment: await balance(3), reason: 'Left the programme' }, later(4)))).toBe(
    'done',
  )
})
