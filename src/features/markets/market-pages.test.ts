import { beforeAll, expect, test } from 'vitest'
import { type ActiveCohort, activeCohort } from '../../../tests/database/active-cohort.ts'
import { otherOfficer } from '../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type Mounted, mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { demoId } from '../../demo/load/id.ts'
import { LANGUAGES } from '../../domain/language.ts'
import type { SignedIn, Viewer } from '../../domain/viewer.ts'
import { formatNumber } from '../../platform/words/format.ts'
import { spaceRoutes } from '../support/index.ts'
import { giveStand, marketRoutes, marketsOfSpace, planMarket } from './index.ts'

const held = testDatabase()
const NOW = new Date('2024-12-05T12:00:00Z')
const ID = demoId('test:forum')
const HERE = `/fr/desk/2024/markets/${ID}`
let cohort: ActiveCohort
let as: (viewer: Viewer) => Mounted
let officer: Mounted

beforeAll(async () => {
  cohort = await activeCohort(held.db)
  as = (viewer) => mounted(held.db, marketRoutes, viewer, NOW)
  officer = as(cohort.officer)
})

const FIELDS = {
  name_ar: 'سوق المنتدى',
  name_fr: 'Souk du Forum',
  name_en: 'Forum souk',
  town_ar: 'الرباط',
  town_fr: 'Rabat',
  town_en: 'Rabat',
  'starts_on.day': '٤',
  'starts_on.month': '12',
  'starts_on.year': '2024',
  'ends_on.day': '8',
  'ends_on.month': 'décembre',
  'ends_on.year': '2024',
  places: '٢',
  public: 'yes',
}

test('an officer adds a market, gives its stands, takes one back, records who took part and the visitors', async () => {
  expect(await (await officer.get('/fr/desk/2024/markets')).text()).toContain('Aucun marché pour l’instant')
  const made = await officer.post('/fr/desk/2024/markets', { ...FIELDS, id: ID })
  expect([made.status, made.headers.get('location')]).toEqual([303, `${HERE}?said=planned`])
  const [first, second] = cohort.projects
  for (const project of [first, second]) {
    const given = await officer.post(`${HERE}/stands`, { project, why: 'Un produit prêt à vendre', label: 'B12' })
    expect(given.headers.get('location')).toBe(`${HERE}?said=stand-given`)
  }
  const full = await officer.post(`${HERE}/stands`, { project: cohort.projects[2], why: 'Encore', label: '' })
  const refused = await full.text()
  expect([full.status, refused.includes('Tous les stands (2) sont donnés.'), await htmlFaults(refused)]).toEqual([422, true, []])
  expect((await officer.post(`${HERE}/withdrawals`, { withdraw_project: second, withdraw_reason: 'Malade' })).status).toBe(303)
  expect((await officer.post(`${HERE}/participation`, { [`took.${first}`]: 'yes', 'took.x': 'yes' })).status).toBe(303)
  const counted = await officer.post(`${HERE}/visitors`, { part: 'total', visitors: '2 300', source: 'Communiqué du Forum' })
  expect(counted.headers.get('location')).toBe(`${HERE}?said=visitors-recorded`)
  const page = await (await officer.get(HERE)).text()
  for (const words of ['Malade', 'B12', 'Un produit prêt à vendre', 'Communiqué du Forum', formatNumber(2300, 'fr')]) expect(page).toContain(words)
  expect((await officer.post(`${HERE}/cancellation`, { cancel_reason: 'x' })).status).toBe(422)
})

test('what was typed comes back with each refusal, in valid pages of three languages', async () => {
  const long = 'x'.repeat(301)
  for (const language of LANGUAGES) {
    const here = `/${language}/desk/2024/markets`
    for (const [path, fields, kept] of [
      ['', { name_fr: '<b>Souk', places: '-3', 'starts_on.day': '٣٩' }, '٣٩'],
      [`/${ID}`, { ...FIELDS, places: '', version: '1' }, 'Souk du Forum'],
      [`/${ID}/stands`, { project: 'nobody', why: 'Parce que <i>', label: '' }, 'Parce que &lt;i>'],
      [`/${ID}/withdrawals`, { withdraw_project: '', withdraw_reason: long }, long],
      [`/${ID}/visitors`, { part: 'all', visitors: 'beaucoup', source: '' }, 'beaucoup'],
      [`/${ID}/cancellation`, { cancel_reason: long }, long],
    ] as const) {
      const answer = await officer.post(here + path, fields)
      const page = await answer.text()
      expect([language, path, answer.status, page.includes(kept) || page.includes(kept.replace('>', '&gt;')), await htmlFaults(page)]).toEqual([
        language,
        path,
        422,
        true,
        [],
      ])
    }
    for (const path of ['', '/new', `/${ID}`, `/${ID}/change`, `/${ID}?said=stand-given`]) {
      const answer = await officer.get(here + path)
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
    }
  }
})

test('an old form is answered 409 and changes nothing', async () => {
  expect((await officer.post(HERE, { ...FIELDS, places: '3', version: '1' })).status).toBe(303)
  const stale = await officer.post(HERE, { ...FIELDS, places: '4', version: '1' })
  expect([stale.status, (await stale.text()).includes('Quelqu’un a modifié ce marché')]).toEqual([409, true])
  const row = await held.db.selectFrom('market').select(['places', 'version']).where('id', '=', ID).executeTakeFirstOrThrow()
  expect(row).toEqual({ places: 3, version: 2 })
})

test('the sheets hold what the pages show, for readers too', async () => {
  const csv = await as(cohort.auditor).get('/fr/desk/2024/markets.csv')
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  const text = await csv.text()
  expect(text).toContain('Souk du Forum')
  expect(text).toContain('Un produit prêt à vendre')
  const xlsx = await officer.get('/ar/desk/2024/markets.xlsx')
  const bytes = new Uint8Array(await xlsx.arrayBuffer())
  expect([xlsx.status, String.fromCharCode(...bytes.slice(0, 2)), bytes.length > 2000]).toEqual([200, 'PK', true])
})

test('readers find no form and change nothing; holders, trainers and other organisations find no page', async () => {
  const auditor = as(cohort.auditor)
  const page = await (await auditor.get(HERE)).text()
  expect([page.includes('<form'), await htmlFaults(page)]).toEqual([false, []])
  const fields = { ...FIELDS, version: '2', project: cohort.projects[2], why: 'x', withdraw_project: cohort.projects[0], withdraw_reason: 'x' }
  const sent = { ...fields, part: 'total', visitors: '1', source: 'x', cancel_reason: 'x', [`took.${cohort.projects[0]}`]: 'no' }
  for (const path of ['', `/${ID}`, `/${ID}/stands`, `/${ID}/withdrawals`, `/${ID}/visitors`, `/${ID}/participation`, `/${ID}/cancellation`])
    expect([path, (await auditor.post(`/fr/desk/2024/markets${path}`, sent)).status]).toEqual([path, 404])
  const holder = await cohort.holderOfProject(cohort.projects[0])
  const others: SignedIn[] = [holder, cohort.trainer, await otherOfficer(held.db)]
  for (const viewer of others) {
    for (const path of ['/fr/desk/2024/markets', HERE, '/fr/desk/2024/markets.csv', '/fr/desk/2024/markets.xlsx', '/fr/desk/2024/markets/new'])
      expect([path, (await as(viewer).get(path)).status]).toEqual([path, 404])
  }
  expect((await officer.get('/fr/desk/2024/markets/not-an-id')).status).toBe(404)
  expect((await officer.get(`/fr/desk/2024/markets/${demoId('nothing')}`)).status).toBe(404)
})

test('the space of a project shows its markets beside its activities', async () => {
  const routes = spaceRoutes({ beside: [marketsOfSpace] })
  const [first, second] = cohort.projects
  const [with_, without] = [await cohort.holderOfProject(first), await cohort.holderOfProject(second)]
  for (const language of LANGUAGES) {
    const page = await (await mounted(held.db, routes, with_, NOW).get(`/${language}/space/${first}`)).text()
    expect([language, page.includes('B12'), await htmlFaults(page)]).toEqual([language, true, []])
  }
  expect(await (await mounted(held.db, routes, without, NOW).get(`/fr/space/${second}`)).text()).not.toContain('Souk du Forum')
})

test('a stand of this edition is never given to a project by the desk of another', async () => {
  const past = await held.db.selectFrom('edition').select('id').where('slug', '<>', '2024').executeTakeFirstOrThrow()
  const other = await planMarket(
    held.db,
    cohort.officer,
    {
      edition: past.id,
      name: { ar: 'سوق', fr: 'Autre souk', en: 'Other souk' },
      town: { ar: 'فاس', fr: 'Fès', en: 'Fez' },
      startsOn: '2023-12-07',
      endsOn: '2023-12-10',
      places: 5,
    },
    NOW,
  )
  if (!other.ok) throw new Error(other.code)
  const outcome = await giveStand(held.db, cohort.officer, { market: other.value.market, project: cohort.projects[0], reason: 'x' }, NOW)
  expect(outcome).toMatchObject({ code: 'page/not-found' })
  expect((await officer.get(`/fr/desk/2024/markets/${other.value.market}`)).status).toBe(404)
})
