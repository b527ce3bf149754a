import { expect, test } from 'vitest'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { refused } from '../../../domain/result.ts'
import type { Changes } from '../../../domain/what-if.ts'
import { planSelection, planWhatIf } from '../commands/plan.ts'
import { sealSelection } from '../commands/seal.ts'
import { selectionRoom } from '../queries/room.ts'
import { selectionRoutes } from '../routes.tsx'
import { compared } from './comparison.ts'

const held = testDatabase()
const NOW = new Date('2024-04-29T10:00:00Z')
const LATER = new Date('2024-04-29T11:00:00Z')

/** Four of Fès and four of Oriental; two places each; scores fall from the first to the last. */
async function opened() {
  const made = await roomToSelect(held.db)
  const { small } = made
  const place = { programme: small.programme, edition: small.edition }
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  const room = async (number: number | null = null) => {
    const found = await selectionRoom(held.db, small.officer, place, 'MAD', 'fr', number)
    if (found === null) throw new Error('no room')
    return found
  }
  const tried = async (changes: Changes, note = '') => {
    const outcome = await planWhatIf(held.db, small.officer, place, { changes, note }, LATER)
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.value
  }
  return { ...made, place, plan: plan.value, room, tried, desk: mounted(held.db, selectionRoutes, small.officer, LATER) }
}

const THREE_OF_FES: Changes = {
  rules: [
    { attribute: 'region', value: 'fes', min: 3, max: 3 },
    { attribute: 'region', value: 'ori', min: 1, max: 1 },
  ],
}

test('a list under other rules has its number, says who comes in and who goes out, and is never the one that is sealed', async () => {
  const { small, place, plan, room, tried } = await opened()
  const what = await tried(THREE_OF_FES, 'Une place de plus à Fès')
  expect([plan.number, what.number]).toEqual([1, 2])
  const [own, other] = [await room(1), await room(2)]
  if (own.plan === null || other.plan === null) throw new Error('no plan')
  const { enter, leave, stay, rules } = compared(own.plan, other.plan)
  const regions = (lines: typeof enter) => lines.map((line) => line.region?.code)
  expect([regions(enter), regions(leave), stay]).toEqual([['fes'], ['ori'], 3])
  expect(rules.map(({ one, other: two }) => [one?.value, one?.max, two?.max])).toEqual([
    ['fes', 2, 3],
    ['ori', 2, 1],
  ])
  expect(other.plan.changed).toHaveLength(2)
  expect((await room()).plan?.number).toBe(1)
  expect(await sealSelection(held.db, small.director, what.plan, what.fingerprint, LATER)).toEqual(refused('selection/other-rules'))
  expect((await sealSelection(held.db, small.director, plan.plan, plan.fingerprint, LATER)).ok).toBe(true)
  expect((await tried({ passMark: '75.00' })).number).toBe(3)
  expect(await planSelection(held.db, small.officer, place, LATER)).toEqual(refused('selection/already-sealed'))
})

test('rules that cannot hold together are named, with the smallest change under which there is a list', async () => {
  const { tried, room, desk } = await opened()
  await tried({ rules: [{ attribute: 'region', value: 'ori', min: 3, max: 4 }] })
  const { plan } = await room(2)
  expect([plan?.solved, plan?.repair.length]).toEqual([false, 1])
  const html = await (await desk.get('/fr/desk/2024/selection/plans/2')).text()
  expect([
    /Aucune liste ne tient toutes ces règles/.test(html),
    /au moins 2 au lieu de 3|au moins 1 au lieu de 2/.test(html),
    await htmlFaults(html),
  ]).toEqual([true, true, []])
})

test('a budget, a pass mark, fewer places and calibrated scores are each kept, and told', async () => {
  const { tried, room } = await opened()
  await tried({
    places: 2,
    budget: '60000.00',
    rules: [
      { attribute: 'region', value: 'fes', min: null, max: 2 },
      { attribute: 'region', value: 'ori', min: null, max: 2 },
    ],
  })
  const { plan } = await room(2)
  expect([plan?.lines.filter((line) => line.outcome === 'selected').length, plan?.budget]).toEqual([2, { most: '60000.00', spent: '60000.00' }])
  await tried({ passMark: '80.00', scoreBasis: 'calibrated' })
  const calibrated = (await room(3)).plan
  expect([calibrated?.isCalibrated, calibrated?.lines.every((line) => line.raw !== null && Number(line.score) >= 80)]).toEqual([true, true])
})

test('the pages need no script, keep what was typed when it cannot stand, and compare in words', async () => {
  const { desk, tried, small } = await opened()
  await tried(THREE_OF_FES, 'Essai')
  for (const language of LANGUAGES)
    for (const path of ['what-if', 'what-if?from=2', 'comparison', 'comparison?one=1&other=2', 'comparison?one=x&other=99', 'plans/2'])
      expect(await htmlFaults(await (await desk.get(`/${language}/desk/2024/selection/${path}`)).text()), `${language} ${path}`).toEqual([])
  expect(await (await desk.get('/fr/desk/2024/selection/comparison?one=1&other=2')).text()).toContain('1 projet entre, 1 sort, 3 restent.')
  const fields = { places: '4', passMark: '60', scoreBasis: 'raw', budget: '', note: 'Essai', 'min.region.fes': '3', 'max.region.fes': '1' }
  const wrong = await desk.post('/fr/desk/2024/selection/what-if', fields)
  const again = await wrong.text()
  expect([wrong.status, again.includes('value="Essai"'), await htmlFaults(again)]).toEqual([422, true, []])
  const form = await (await desk.get('/fr/desk/2024/selection/what-if')).text()
  const typed = Object.fromEntries([...form.matchAll(/name="([\w.-]+)" value="([^"]*)"(?! checked)/g)].map(([, name, value]) => [name, value]))
  const same = await desk.post('/fr/desk/2024/selection/what-if', { ...typed, scoreBasis: 'raw' } as Record<string, string>)
  expect([same.status, (await same.text()).includes('Rien ne change par rapport à l’édition')]).toEqual([422, true])
  const done = await desk.post('/fr/desk/2024/selection/what-if', { ...typed, scoreBasis: 'raw', passMark: '70' } as Record<string, string>)
  expect(done.headers.get('location')).toBe('/fr/desk/2024/selection/plans/3')
  const auditor = mounted(
    held.db,
    selectionRoutes,
    { ...small.officer, grants: [{ role: 'auditor', programme: null, edition: null, region: null }] },
    LATER,
  )
  expect([(await auditor.get('/fr/desk/2024/selection/what-if')).status, (await auditor.get('/fr/desk/2024/selection/comparison')).status]).toEqual([
    404, 200,
  ])
})
