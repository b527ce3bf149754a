import { expect, test } from 'vitest'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import { askInfluence, cancelInfluence, computeInfluence } from '../commands/influence.ts'
import { planSelection } from '../commands/plan.ts'
import { askSelection, cancelRun, computeRun } from '../commands/run.ts'
import { influenceOf } from '../queries/influence.ts'
import { selectionRoutes } from '../routes.tsx'
import { reckonInfluence } from './reckon.ts'
import { words } from './words/index.ts'

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

test('the room says between which weights of each criterion the list stays, and who moves beyond; at the bounds it is the same list', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  // The third of Fès is stronger in need than the second, and weaker in all else: more weight on need lets it in.
  const steps = async (of: number, scores: Record<string, number>, score: string) => {
    const all = held.db
      .selectFrom('assignment')
      .select('id')
      .where('application', '=', applications[of] as string)
    await held.db
      .updateTable('review')
      .set({ scores: JSON.stringify(scores), score })
      .where('assignment', 'in', all)
      .execute()
  }
  await steps(1, { viability: 4, impact: 4, team: 4, need: 2 }, '80.00')
  await steps(2, { viability: 4, impact: 3, team: 3, need: 5 }, '79.00')
  await steps(3, { viability: 2, impact: 2, team: 2, need: 2 }, '40.00')
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  await askInfluence(held.db, small.officer, place, 1, NOW)
  await computeInfluence(held.db, small.organisation, plan.value.plan, NOW)
  const view = await influenceOf(held.db, small.officer, place, 1, 'fr')
  const need = view?.weights.find(({ above }) => above !== null && above.enter.length > 0)
  expect([view?.weights.length, need === undefined]).toEqual([4, false])
  for (const one of view?.weights ?? []) {
    expect(one.from).toBeLessThanOrEqual(one.share)
    expect(one.to).toBeGreaterThanOrEqual(one.share)
  }
  const titles = await held.db.selectFrom('submission').select(['application', 'title']).where('edition', '=', small.edition).execute()
  const titleOf = (of: number) => titles.find((one) => one.application === applications[of])?.title
  expect([need?.above?.enter, need?.above?.leave]).toEqual([[titleOf(2)], [titleOf(1)]])
  const room = mounted(held.db, selectionRoutes, small.officer, NOW)
  for (const language of LANGUAGES) {
    const page = await (await room.get(`/${language}/desk/2024/selection`)).text()
    expect([page.includes(words(language)('room.title')), page.includes(formatPercent(need?.to ?? 0, language, 1))], language).toEqual([true, true])
    expect(await htmlFaults(page), language).toEqual([])
  }
})

test('while it is computed the page says how much is done and loads itself again; given up, it can be asked once more', async () => {
  const { small, reviewer } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  await askInfluence(held.db, small.officer, place, 1, NOW)
  await held.db.updateTable('selection_influence').set({ steps_done: 30, steps_of: 120 }).execute()
  const desk = mounted(held.db, selectionRoutes, small.officer, NOW)
  const address = '/fr/desk/2024/selection/plans/1/influence'
  const underway = await desk.get(address)
  expect([underway.headers.get('refresh'), (await underway.text()).includes(formatPercent(0.25, 'fr'))]).toEqual(['4', true])
  expect(await cancelInfluence(held.db, reviewer.viewer, place, 1, NOW)).toEqual(refused('page/not-allowed'))
  expect((await cancelInfluence(held.db, small.officer, place, 1, NOW)).ok).toBe(true)
  expect(await cancelInfluence(held.db, small.officer, place, 1, NOW)).toEqual(refused('selection/influence-not-running'))
  await computeInfluence(held.db, small.organisation, plan.value.plan, NOW)
  expect((await influenceOf(held.db, small.officer, place, 1, 'fr'))?.askedAt).toBeNull()
  // A reckoning under way stops at its next message, and keeps nothing.
  const told: number[] = []
  expect(
    await reckonInfluence(held.db, small.organisation, plan.value.plan, async (done) => {
      told.push(done)
      return false
    }),
  ).toBeNull()
  expect([told, (await askInfluence(held.db, small.officer, place, 1, NOW)).ok]).toEqual([[0], true])
  for (const language of LANGUAGES) expect(await htmlFaults(await (await desk.get(address.replace('fr', language))).text()), language).toEqual([])
})

test('a pool too large to wait for is simulated by the worker: the room says how much is done, it can be given up, and done it is the next simulation', async () => {
  const { small, reviewer } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const ask = () => askSelection(held.db, small.officer, place, NOW, 7)
  expect(await askSelection(held.db, reviewer.viewer, place, NOW, 7)).toEqual(refused('page/not-allowed'))
  expect(await ask()).toEqual(ok({ underway: true }))
  expect(await ask()).toEqual(refused('selection/run-underway'))
  await held.db.updateTable('selection_run').set({ steps_done: 252, steps_of: 1008 }).where('edition', '=', small.edition).execute()
  const desk = mounted(held.db, selectionRoutes, small.officer, NOW)
  for (const language of LANGUAGES) {
    const answer = await desk.get(`/${language}/desk/2024/selection`)
    const page = await answer.text()
    expect([answer.headers.get('refresh'), page.includes(formatPercent(0.25, language)), await htmlFaults(page)], language).toEqual(['4', true, []])
  }
  expect((await desk.post('/fr/desk/2024/selection/run/removal', {})).status).toBe(303)
  expect(await cancelRun(held.db, small.officer, place, NOW)).toEqual(refused('selection/run-over'))
  await computeRun(held.db, small.organisation, small.edition, NOW)
  const plans = () =>
    held.db.selectFrom('selection_plan').select(['number', 'planned_by', 'fingerprint']).where('edition', '=', small.edition).execute()
  expect(await plans()).toEqual([])
  expect((await ask()).ok).toBe(true)
  await computeRun(held.db, small.organisation, small.edition, NOW)
  // The same as one that is waited for, by whoever asked.
  // Computed while one waits it is the same, of the same inputs: no second one is numbered.
  const waited = await planSelection(held.db, small.officer, place, NOW)
  const fingerprint = waited.ok ? waited.value.fingerprint : ''
  expect(await plans()).toEqual([1].map((number) => ({ number, planned_by: small.officer.person.id, fingerprint })))
  expect((await desk.get('/fr/desk/2024/selection')).headers.get('refresh')).toBeNull()
})
