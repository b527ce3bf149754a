import { expect, test } from 'vitest'
import { smallEdition, staffOf } from '../../../../tests/database/small-edition.ts'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import { formatPercent } from '../../../platform/words/format.ts'
import { askRehearsal, cancelRehearsal, computeRehearsal } from '../commands/rehearse.ts'
import { rehearsalsOf } from '../queries/rehearsals.ts'
import { selectionRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-01-10T10:00:00Z')

test('before anybody applies, the rules are tried on a pool that was scored and on made-up ones; what cannot hold is named', async () => {
  const { small } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const run = async (pool: Parameters<typeof askRehearsal>[3], viewer = small.officer) => {
    const asked = await askRehearsal(held.db, viewer, place, pool, NOW)
    await computeRehearsal(held.db, small.organisation, small.edition, NOW)
    return asked
  }
  const other = await smallEdition(held.db)
  expect(await run({ edition: other.edition })).toEqual(refused('rehearsal/no-pool'))
  expect(await run({ edition: small.edition }, await staffOf(held.db, small, 'donor'))).toEqual(refused('page/not-allowed'))
  expect(await run({ edition: small.edition })).toEqual(ok({ underway: true }))
  const few = { counts: { region: { fes: 30, ori: 1 } }, mean: 80, deviation: 5 }
  expect(await run(few)).toEqual(ok({ underway: true }))
  const view = await rehearsalsOf(held.db, small.officer, place, 'fr')
  expect(view?.rehearsals.map(({ number, possible, pool, conflicts }) => [number, possible, pool, conflicts[0]?.times])).toEqual([
    [2, 0, { size: 31 }, 200],
    [1, 200, { edition: '' }, undefined],
  ])
  expect(view?.rehearsals[0]?.conflicts[0]?.names).toEqual(['Deux projets par région\u00a0: Oriental'])
  const desk = mounted(held.db, selectionRoutes, small.officer, NOW)
  for (const language of LANGUAGES)
    expect(await htmlFaults(await (await desk.get(`/${language}/desk/2024/selection/rehearsal`)).text()), language).toEqual([])
  const wrong = await desk.post('/fr/desk/2024/selection/rehearsal', { on: 'made', 'count.region.fes': 'beaucoup', mean: '70', deviation: '10' })
  const html = await wrong.text()
  expect([wrong.status, html.includes('value="beaucoup"'), await htmlFaults(html)]).toEqual([422, true, []])
  expect((await desk.post('/fr/desk/2024/selection/rehearsal', { on: 'edition', edition: 'x' })).status).toBe(422)
})

test('while the draws are computed the page says how many are done and loads itself again; another waits, and it can be given up', async () => {
  const small = await smallEdition(held.db)
  const { organisation, edition } = small
  const place = { programme: small.programme, edition }
  const pool = { counts: { region: { fes: 6, ori: 6 } }, mean: 80, deviation: 5 }
  const desk = mounted(held.db, selectionRoutes, small.officer, NOW)
  const address = '/fr/desk/2024/selection/rehearsal'
  const typed = { on: 'made', 'count.region.fes': '7', 'count.region.ori': '6', mean: '71', deviation: '4' }
  const values = (await rehearsalsOf(held.db, small.officer, place, 'fr'))?.values ?? []
  const whole = { ...Object.fromEntries(values.map((one) => [`count.${one.attribute}.${one.value}`, String(one.proposed)])), ...typed }
  expect((await desk.post(address, whole)).headers.get('location')).toBe(address)
  await held.db.updateTable('rehearsal_run').set({ steps_done: 50, steps_of: 200 }).where('edition', '=', edition).execute()
  for (const language of LANGUAGES) {
    const answer = await desk.get(address.replace('/fr/', `/${language}/`))
    const page = await answer.text()
    expect([
      answer.headers.get('refresh'),
      page.includes(formatPercent(0.25, language)),
      page.includes('name="mean"'),
      await htmlFaults(page),
    ]).toEqual(['4', true, false, []])
  }
  // Whoever asks meanwhile loses nothing of what they typed, and the page does not load itself over it.
  const second = await desk.post(address, whole)
  const back = await second.text()
  expect([second.status, second.headers.get('refresh'), back.includes('value="71"'), await htmlFaults(back)]).toEqual([422, null, true, []])
  const donor = await staffOf(held.db, small, 'donor')
  expect(await cancelRehearsal(held.db, donor, place, NOW)).toEqual(refused('page/not-allowed'))
  expect((await desk.post(`${address}/removal`, {})).headers.get('location')).toBe(`${address}?said=rehearsal-cancelled`)
  expect((await desk.post(`${address}/removal`, {})).status).toBe(422)
  await computeRehearsal(held.db, organisation, edition, NOW)
  expect((await rehearsalsOf(held.db, small.officer, place, 'fr'))?.rehearsals).toEqual([])
  expect(await askRehearsal(held.db, small.officer, place, pool, NOW)).toEqual(ok({ underway: true }))
  expect(await askRehearsal(held.db, small.officer, place, pool, NOW)).toEqual(refused('rehearsal/underway'))
  await computeRehearsal(held.db, organisation, edition, NOW)
  const view = await rehearsalsOf(held.db, small.officer, place, 'fr')
  expect([view?.underway, view?.rehearsals.map(({ number, pool: on }) => [number, on])]).toEqual([null, [[1, { size: 12 }]]])
  expect((await desk.get(address)).headers.get('refresh')).toBeNull()
})
