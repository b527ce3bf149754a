import { expect, test } from 'vitest'
import { smallEdition, staffOf } from '../../../../tests/database/small-edition.ts'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { refused } from '../../../domain/result.ts'
import { rehearseRules } from '../commands/rehearse.ts'
import { rehearsalsOf } from '../queries/rehearsals.ts'
import { selectionRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-01-10T10:00:00Z')

test('before anybody applies, the rules are tried on a pool that was scored and on made-up ones; what cannot hold is named', async () => {
  const { small } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const run = (pool: Parameters<typeof rehearseRules>[3], viewer = small.officer) => rehearseRules(held.db, viewer, place, pool, NOW)
  const other = await smallEdition(held.db)
  expect(await run({ edition: other.edition })).toEqual(refused('rehearsal/no-pool'))
  expect(await run({ edition: small.edition }, await staffOf(held.db, small, 'donor'))).toEqual(refused('page/not-allowed'))
  expect(await run({ edition: small.edition })).toMatchObject({ ok: true, value: { number: 1 } })
  const few = { counts: { region: { fes: 30, ori: 1 } }, mean: 80, deviation: 5 }
  expect(await run(few)).toMatchObject({ ok: true, value: { number: 2 } })
  const view = await rehearsalsOf(held.db, small.officer, place, 'fr')
  expect(view?.rehearsals.map(({ possible, pool, conflicts }) => [possible, pool, conflicts[0]?.times])).toEqual([
    [0, { size: 31 }, 200],
    [200, { edition: '' }, undefined],
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
