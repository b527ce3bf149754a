import { expect, test } from 'vitest'
import { ok, refused } from '../../../domain/result.ts'
import { eligible, reviewerIn, smallEdition, type SmallReviewer, staffOf, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { applyAssignment } from '../commands/assign.ts'
import { endAssignment } from '../commands/end-assignments.ts'
import { closeFeeSheet, setFeeRates } from '../commands/fees.ts'
import { submitReview } from '../commands/review.ts'
import { feesOf } from '../queries/fees.ts'
import { myReviews } from '../queries/my-reviews.ts'
import { planOf } from '../queries/plan.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-20T09:00:00Z')

test('reviewers are paid for what they handed in and stands; a closed sheet stays as it was shown, and a funder reads no name', async () => {
  const small = await smallEdition(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const files = [await submitted(held.db, small), await submitted(held.db, small)]
  await eligible(held.db, small, ...files.map(({ application }) => application))
  const readers = [await reviewerIn(held.db, small), await reviewerIn(held.db, small)]
  const plan = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect((await applyAssignment(held.db, small.officer, place, plan?.fingerprint ?? '', NOW)).ok).toBe(true)
  const grid = { scores: { viability: 3, impact: 3, team: 3, need: 3 }, comments: {}, unrelated: true }
  const handIn = async ({ viewer }: SmallReviewer, count: number): Promise<string[]> => {
    const mine = (await myReviews(held.db, viewer)).slice(0, count)
    for (const { assignment } of mine) expect((await submitReview(held.db, viewer, { assignment, version: 0, ...grid }, NOW)).ok).toBe(true)
    return mine.map(({ assignment }) => assignment)
  }
  const [one, other] = readers as [SmallReviewer, SmallReviewer]
  const [recused] = await handIn(one, 2)
  await handIn(other, 1)
  expect((await endAssignment(held.db, small.officer, place, { assignment: recused ?? '', reason: 'Conflit' }, NOW)).ok).toBe(true)
  const [finance, donor] = [await staffOf(held.db, small, 'finance'), await staffOf(held.db, small, 'donor')]
  const rates = { reading: '150.50', interview: null, session: null, seen: 0 }
  expect(await setFeeRates(held.db, small.officer, place, rates, NOW)).toEqual(refused('fee/not-allowed'))
  expect(await closeFeeSheet(held.db, finance, place, (await feesOf(held.db, finance, place, 'fr'))?.fingerprint ?? '', NOW)).toEqual(
    refused('fee/nothing'),
  )
  expect(await setFeeRates(held.db, finance, place, rates, NOW)).toEqual(ok({ seq: 1 }))
  expect(await setFeeRates(held.db, small.director, place, rates, NOW)).toEqual(refused('fee/rates-changed'))
  const sheet = await feesOf(held.db, finance, place, 'fr')
  expect(sheet?.lines.map(({ counts, amount }) => [counts.reading, amount])).toEqual([
    [1, '150.50'],
    [1, '150.50'],
  ])
  expect([sheet?.total, sheet?.keeps]).toEqual(['301.00', true])
  const seen = await feesOf(held.db, donor, place, 'fr')
  expect(seen?.lines.map(({ name, reviewer }) => [name, reviewer])).toEqual([
    [null, '1'],
    [null, '2'],
  ])
  const left = (await myReviews(held.db, other.viewer)).find(({ state }) => state === 'todo')
  expect((await submitReview(held.db, other.viewer, { assignment: left?.assignment ?? '', version: 0, ...grid }, NOW)).ok).toBe(true)
  expect(await closeFeeSheet(held.db, finance, place, sheet?.fingerprint ?? '', NOW)).toEqual(refused('fee/plan-changed'))
  const room = mounted(held.db, reviewRoutes, finance, NOW)
  const lacking = await room.post('/fr/desk/2024/fees/rates', { seen: '1', reading: 'beaucoup', interview: '' })
  const page = await lacking.text()
  expect([lacking.status, page.includes('beaucoup'), await htmlFaults(page)]).toEqual([422, true, []])
  const fresh = await feesOf(held.db, finance, place, 'fr')
  expect(await closeFeeSheet(held.db, finance, place, fresh?.fingerprint ?? '', NOW)).toEqual(ok({ total: '451.50' }))
  expect(await setFeeRates(held.db, finance, place, { ...rates, seen: 1 }, NOW)).toEqual(refused('fee/closed'))
  const third = await myReviews(held.db, other.viewer)
  expect((await endAssignment(held.db, small.officer, place, { assignment: third[0]?.assignment ?? '', reason: 'Après coup' }, NOW)).ok).toBe(true)
  expect((await feesOf(held.db, finance, place, 'fr'))?.total).toBe('451.50')
  for (const language of ['ar', 'fr', 'en'])
    for (const path of ['/desk/2024/fees', '/desk/2024/fees/paper']) {
      const shown = await room.get(`/${language}${path}`)
      expect([path, shown.status, await htmlFaults(await shown.text())]).toEqual([path, 200, []])
    }
  expect((await room.get('/fr/desk/2024/fees.xlsx')).status).toBe(200)
  expect((await mounted(held.db, reviewRoutes, await staffOf(held.db, small, 'communication'), NOW).get('/fr/desk/2024/fees')).status).toBe(404)
})
