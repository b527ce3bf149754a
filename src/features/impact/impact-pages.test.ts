import { beforeAll, expect, test } from 'vitest'
import { AS_OF, type DeliveredCohort, deliveredCohort } from '../../../tests/database/delivered-cohort.ts'
import { otherOfficer } from '../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type FeatureApp, featureApp, type Fields } from '../../../tests/server/feature-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { figureHeads } from './index.ts'
import { hideSmall } from './small-cells.ts'
import { impactRoutes } from './routes.tsx'

const held = testDatabase()
let cohort: DeliveredCohort
let app: FeatureApp

beforeAll(async () => {
  cohort = await deliveredCohort(held.db)
  app = featureApp(
    () => held.db,
    () => cohort.organisation,
    impactRoutes,
  )
})

const get = (viewer: Viewer | null, path: string) => app.ask('GET', path, { viewer, now: AS_OF })
const post = (viewer: Viewer | null, path: string, fields: Fields) => app.ask('POST', path, { viewer, now: AS_OF }, fields)
const DESK = '/fr/desk/2024'

/** What a page says, with plain spaces. */
const said = async (answer: Response | Promise<Response>): Promise<string> => (await (await answer).text()).replaceAll('\u00a0', ' ')

async function valid(viewer: Viewer | null, paths: readonly string[]): Promise<void> {
  for (const language of LANGUAGES) {
    for (const path of paths) {
      const answer = await get(viewer, `/${language}${path}`)
      expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
    }
  }
}

/** Fields of the first form to `action` that a page shows, as a browser would send them. */
function hidden(markup: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(markup)?.[1] ?? ''
}

const reference = async (indicator: string, region?: string): Promise<string> => {
  const heads = await figureHeads(held.db, cohort.organisation, cohort.edition)
  return heads.find((one) => one.indicator === indicator && one.parameters.region === region)?.reference ?? ''
}

async function body(): Promise<string> {
  const split = await Promise.all(['SM', 'FM', 'OR', 'TTA'].map(async (region) => `{${await reference('active-at-end', region)}}`))
  const more = ['group-trainings', 'tours', 'market-stands', 'money-committed', 'submitted', 'admitted-led-by-women', 'prizes']
  const others = await Promise.all(more.map(async (code) => `{${await reference(code)}}`))
  return `{F-001, plural, zero {a} one {# b} two {c} few {# d} many {# e} other {# f}} : ${split.join(' + ')}\n\n${others.join(' ; ')}`
}

const typed = async (change: object = {}): Promise<Record<string, string>> => {
  const text = await body()
  const titles = { title_ar: 'عنوان', title_fr: "L'édition", title_en: 'Title' }
  return { slug: 'bilan', version: '0', ...titles, body_ar: text, body_fr: text, body_en: text, ...change }
}

test('before anything is published the public reads that nothing is, and no figure', async () => {
  await valid(null, ['/impact'])
  for (const path of [
    '/fr/figures/F-001',
    '/fr/communiques/2024/bilan',
    '/fr/figures/F-1',
    '/fr/figures/..%2f',
    `/fr/communiques/2024/${'x'.repeat(2000)}`,
  ]) {
    expect((await get(null, path)).status, path).toBe(404)
  }
})

test('the desk defines its figures and every page of it is valid in three languages, empty and full', async () => {
  const { communication } = cohort
  await valid(communication, ['/desk/2024/figures', '/desk/2024/communiques', '/desk/2024/communiques/new'])
  expect((await post(communication, `${DESK}/figures/standard`, {})).headers.get('location')).toBe(`${DESK}/figures?said=standard`)
  const added = { indicator: 'market-visitors', region: '', sector: '', market: cohort.market }
  expect((await post(communication, `${DESK}/figures`, added)).headers.get('location')).toBe(`${DESK}/figures?said=defined`)
  const again = await post(communication, `${DESK}/figures`, added)
  const page = await again.text()
  expect([again.status, page.includes('Ce chiffre est déjà défini.'), page.includes(`value="${cohort.market}" selected`)]).toEqual([422, true, true])
  await valid(communication, ['/desk/2024/figures', '/figures/F-001', '/figures/F-016'])
  const csv = await (await get(cohort.donor, `${DESK}/figures.csv`)).text()
  expect(csv.split('\r\n').filter((line) => line.startsWith('F-001'))[0]).toContain('F-001,Projets admis,4,nombre,4,')
})

test('a text with faults comes back whole, each fault at its place; nothing is kept', async () => {
  const { communication } = cohort
  const wrong = await typed({ body_fr: 'Un {F-999} et {F-001, plural, one {#}}', body_ar: '', title_en: '{oops' })
  const answer = await post(communication, `${DESK}/communiques`, wrong)
  const page = await said(answer)
  expect([answer.status, await htmlFaults(page)]).toEqual([422, []])
  for (const sentence of [
    'paragraphe 1, signe 4 : le chiffre F-999 n’est pas défini.',
    'paragraphe 1, signe 15 : ajoutez les formes du pluriel qui manquent : other',
    'titre, signe 1 : une accolade ou un accord ne se lit pas.',
    'Écrivez ce texte : le communiqué paraît dans les trois langues',
  ])
    expect(page).toContain(sentence)
  expect(page).toContain('Un {F-999} et {F-001, plural, one {#}}')
  expect(page).toContain('<a href="#body_fr">')
  expect(await held.db.selectFrom('communique').select('slug').execute()).toEqual([])
})

test('it is written, shown before it is published, and published by the director with its warning accepted', async () => {
  const { communication, director } = cohort
  expect((await post(communication, `${DESK}/communiques`, await typed())).headers.get('location')).toBe(`${DESK}/communiques/bilan?said=saved`)
  expect(((await (await get(communication, `${DESK}/communiques/bilan`)).text()).match(/L’édition/g) ?? []).length).toBeGreaterThan(0)
  await valid(communication, ['/desk/2024/communiques', '/desk/2024/communiques/bilan', '/desk/2024/communiques/bilan?text=ar'])
  await valid(director, ['/desk/2024/communiques/bilan/publication'])
  expect((await get(null, '/fr/communiques/2024/bilan')).status).toBe(404)
  const plan = await said(get(director, `${DESK}/communiques/bilan/publication`))
  expect(plan).toContain('4 n’est pas la somme de ses parties : 0 + 2 + 1 + 0 = 3.')
  const [fingerprint, accepted] = [hidden(plan, 'fingerprint'), hidden(plan, 'accepted')]
  const unread = await post(director, `${DESK}/communiques/bilan/publication`, { fingerprint })
  expect([unread.status, (await unread.text()).includes('Il reste 1 avertissement à accepter')]).toEqual([422, true])
  const writer = await post(communication, `${DESK}/communiques/bilan/publication`, { fingerprint, accepted })
  expect(writer.status).toBe(404)
  const stale = await post(director, `${DESK}/communiques/bilan/publication`, { fingerprint: '0'.repeat(64), accepted })
  expect(stale.status).toBe(409)
  expect((await post(director, `${DESK}/communiques/bilan/publication`, { fingerprint, accepted })).headers.get('location')).toBe(
    `${DESK}/communiques/bilan?said=published`,
  )
  await valid(director, ['/desk/2024/communiques', '/desk/2024/communiques/bilan', '/desk/2024/communiques/bilan/publication'])
})

test('the public reads it in three languages, every figure a link to its page, and the note that explains the total', async () => {
  await valid(null, ['/communiques/2024/bilan', '/impact', '/figures/F-001', `/figures/${await reference('submitted')}`])
  const page = await (await get(null, '/fr/communiques/2024/bilan')).text()
  const linked = [...page.matchAll(/class="fig" href="\/fr\/figures\/(F-\d+)"/g)].map(([, one]) => one as string)
  expect(linked.length).toBe(12)
  for (const one of new Set(linked)) expect((await get(null, `/fr/figures/${one}`)).status, one).toBe(200)
  expect(page).toContain('Un projet de la région Oriental est parti le 10 juin 2024.')
  const arabic = await (await get(null, '/ar/communiques/2024/bilan')).text()
  expect(arabic).toContain('<bdi>4</bdi>')
})

test('what no communiqué printed stays at the desk', async () => {
  const unprinted = await reference('eligible')
  expect((await get(null, `/fr/figures/${unprinted}`)).status).toBe(404)
  expect((await get(await cohort.holderOf(cohort.selected.FM[0] as string), `/fr/figures/${unprinted}`)).status).toBe(404)
  expect((await get(await otherOfficer(held.db), `/fr/figures/${unprinted}`)).status).toBe(404)
  expect((await get(cohort.auditor, `/fr/figures/${unprinted}`)).status).toBe(200)
  const impact = await (await get(null, '/fr/impact')).text()
  expect(impact).not.toContain(unprinted)
})

test('nothing private is on a public page: no person, no hidden title, no reason, no amount of one project, no cell of one or two', async () => {
  await held.db
    .updateTable('project')
    .set({ showcased: true })
    .where('id', '=', cohort.projects[0] as string)
    .execute()
  const heads = await figureHeads(held.db, cohort.organisation, cohort.edition)
  const paths = ['/impact', '/communiques/2024/bilan', ...heads.map((one) => `/figures/${one.reference}`)]
  const pages: string[] = []
  for (const language of LANGUAGES) for (const path of paths) pages.push(await said(get(null, `/${language}${path}`)))
  const all = pages.join('\n')
  const people = await held.db.selectFrom('person').select(['name_ar', 'name_latin', 'email']).execute()
  const projects = await held.db.selectFrom('project').select(['title', 'slug', 'showcased']).execute()
  const numbers = await held.db.selectFrom('application').select('number').execute()
  const secrets = [
    ...people.flatMap((one) => [one.name_ar, one.name_latin, one.email ?? '']),
    ...projects.filter((one) => !one.showcased).flatMap((one) => [one.title, one.slug]),
    ...numbers.map(({ number }) => number),
    ...['private reason', 'Titre privé', '30 000', '21 000', 'No report', '/desk/'],
  ].filter((text) => text !== '')
  expect(secrets.filter((text) => all.includes(text))).toEqual([])
  expect(all).toContain(projects.find((one) => one.showcased)?.title)
  const women = await (await get(null, `/fr/figures/${await reference('admitted-led-by-women')}`)).text()
  expect((women.match(/masqué/g) ?? []).length).toBeGreaterThan(0)
  const desk = await (await get(cohort.officer, `/fr/figures/${await reference('admitted-led-by-women')}`)).text()
  expect([desk.includes('masqué<'), desk.includes(projects.find((one) => !one.showcased)?.title ?? '')]).toEqual([false, true])
})

test('the desk of impact is for those with a role in the whole edition, its acts for those who may', async () => {
  const regional: Viewer = { ...cohort.officer, grants: [{ role: 'officer', programme: null, edition: cohort.edition, region: 'FM' }] }
  const holder = await cohort.holderOf(cohort.selected.FM[0] as string)
  for (const viewer of [regional, holder, await otherOfficerAgain()]) {
    for (const path of [
      'figures',
      'figures.csv',
      'figures/F-001.csv',
      'communiques',
      'communiques/new',
      'communiques/bilan',
      'communiques/bilan/publication',
    ])
      expect((await get(viewer, `${DESK}/${path}`)).status, path).toBe(404)
    for (const path of ['figures', 'figures/standard', 'communiques', 'communiques/bilan', 'communiques/bilan/publication'])
      expect((await post(viewer, `${DESK}/${path}`, await typed({ indicator: 'visits' }))).status, path).toBe(404)
  }
  for (const path of ['figures', 'communiques', 'communiques/bilan']) expect((await get(cohort.donor, `${DESK}/${path}`)).status).toBe(200)
  expect((await get(cohort.donor, `${DESK}/communiques/new`)).status).toBe(404)
  expect((await post(cohort.donor, `${DESK}/communiques/bilan`, await typed({ version: '1' }))).status).toBe(404)
  expect((await get(null, `${DESK}/figures`)).status).toBe(303)
})

const otherOfficerAgain = async (): Promise<Viewer> => ({ ...cohort.officer, organisation: '00000000-0000-7000-8000-000000000000' })

test('a stale form and a form full of nonsense lose nothing and change nothing', async () => {
  const { communication } = cohort
  const before = await held.db.selectFrom('communique').selectAll().execute()
  const stale = await post(communication, `${DESK}/communiques/bilan`, await typed({ version: '7', body_fr: 'Mon texte, gardé' }))
  const page = await stale.text()
  expect([stale.status, page.includes('Mon texte, gardé'), hidden(page, 'version')]).toEqual([422, true, '1'])
  const nonsense = [
    '\u0000\u202e{',
    '{'.repeat(5000),
    '<script>alert(1)</script>{F-001',
    "'); drop table figure; --{",
    '💥'.repeat(3000),
    'x'.repeat(1_000_000),
  ]
  for (const text of nonsense) {
    const answer = await post(communication, `${DESK}/communiques/bilan`, await typed({ version: '1', body_fr: text }))
    expect([answer.status, text.slice(0, 20)]).toEqual([422, text.slice(0, 20)])
    expect(await answer.text()).not.toContain('<script>alert')
  }
  for (const version of ['-1', 'abc', '99999999999999999999', ''])
    expect((await post(communication, `${DESK}/communiques/bilan`, await typed({ version }))).status, version).toBe(422)
  for (const indicator of ['', '__proto__', 'constructor', 'x'.repeat(1000), 'admitted\u0000'])
    expect((await post(communication, `${DESK}/figures`, { indicator, region: "'; --" })).status, indicator).toBe(422)
  expect(await held.db.selectFrom('communique').selectAll().execute()).toEqual(before)
})

test('a single small cell takes the next smallest with it, so that it cannot be had by subtraction', () => {
  const cells = (...counts: number[]) => hideSmall(counts.map((records) => ({ records }))).map((cell) => ('hidden' in cell ? '?' : cell.records))
  expect(cells(7, 10, 1)).toEqual(['?', 10, '?'])
  expect(cells(7, 2, 1)).toEqual([7, '?', '?'])
  expect(cells(7, 0, 11)).toEqual([7, 0, 11])
  expect(cells(2)).toEqual(['?'])
})
