import { expect, test } from 'vitest'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { refused } from '../../../domain/result.ts'
import { askInfluence, computeInfluence } from '../commands/influence.ts'
import { planSelection } from '../commands/plan.ts'
import { influenceOf } from '../queries/influence.ts'
import { selectionRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-29T10:00:00Z')

test('the list is made again without each reviewer: who moves it is named, with who comes in and who goes out', async () => {
  const { small, applications, reviewer } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  // The second reader alone puts the fourth of Fès above the second; the first also held every interview, which nobody else did.
  const score = async (application: string, by: 'first' | 'second', value: string) => {
    const rows = await held.db
      .selectFrom('assignment')
      .select(['id', 'reviewer'])
      .where('application', '=', application)
      .where('stage', '=', 'reading')
      .execute()
    const id = rows.find((row) => (row.reviewer === reviewer.reviewer) === (by === 'first'))?.id ?? ''
    await held.db.updateTable('review').set({ score: value }).where('assignment', '=', id).execute()
  }
  await score(applications[3] as string, 'first', '90.00')
  await score(applications[3] as string, 'second', '100.00')
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  const ask = () => askInfluence(held.db, small.officer, place, 1, NOW)
  expect(await askInfluence(held.db, reviewer.viewer, place, 1, NOW)).toEqual(refused('page/not-allowed'))
  expect((await ask()).ok).toBe(true)
  expect(await ask()).toEqual(refused('selection/influence-asked'))
  expect((await influenceOf(held.db, small.officer, place, 1, 'fr'))?.doneAt).toBeNull()
  await computeInfluence(held.db, small.organisation, plan.value.plan, NOW)
  const titles = await held.db.selectFrom('submission').select(['application', 'title']).where('edition', '=', small.edition).execute()
  const titleOf = (place_: number) => titles.find((one) => one.application === applications[place_])?.title
  const view = await influenceOf(held.db, small.officer, place, 1, 'fr')
  expect([view?.moves.map(({ enter, leave }) => [enter, leave]), view?.same]).toEqual([[[[titleOf(1)], [titleOf(3)]]], 1])
  const desk = mounted(held.db, selectionRoutes, small.officer, NOW)
  for (const language of LANGUAGES)
    expect(await htmlFaults(await (await desk.get(`/${language}/desk/2024/selection/plans/1/influence`)).text()), language).toEqual([])
})
