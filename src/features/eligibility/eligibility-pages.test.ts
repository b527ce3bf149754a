import { expect, test } from 'vitest'
import { smallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { eligibilityRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')

async function twins() {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { phone: '+212611111111', birth_date: '1990-01-05', cin: 'AB123456' })
  const two = await submitted(held.db, small, { phone: '+212611111111', region: 'MA-06' }, 'ar')
  return { small, one, two, desk: mounted(held.db, eligibilityRoutes, small.officer, NOW) }
}

test('the list and the page of an application are valid in three languages, before and after the checks', async () => {
  const { small, one, desk } = await twins()
  const all = async () => {
    for (const language of LANGUAGES) {
      for (const path of ['/applications', '/applications?q=zellij', `/eligibility/${one.application}`]) {
        const answer = await desk.get(`/${language}/desk/${small.slug}${path}`)
        expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
      }
    }
  }
  await all()
  expect((await desk.post(`/fr/desk/2024/applications/checks`, {})).headers.get('location')).toBe('/fr/desk/2024/applications?said=checks-run')
  await all()
  const page = await (await desk.get(`/fr/desk/2024/eligibility/${one.application}`)).text()
  expect(page).toContain('34 ans le 31 mars 2024, plus de 29')
  expect(page).toContain('Même téléphone')
  expect(page).toContain('AB123456')
})

test('an officer reads the rules and decides, with every value kept when something is missing', async () => {
  const { one, desk } = await twins()
  await desk.post('/fr/desk/2024/applications/checks', {})
  const file = `/fr/desk/2024/eligibility/${one.application}`
  const refusal = await desk.post(`${file}/verdicts`, { 'verdict.once': 'met', 'reason.once': '', 'seen.once': '1' })
  expect(refusal.status).toBe(422)
  expect(await htmlFaults(await refusal.text())).toEqual([])
  expect((await desk.post(`${file}/verdicts`, { 'verdict.once': 'met', 'reason.once': 'Un frère et une sœur', 'seen.once': '1' })).status).toBe(303)
  const missing = await desk.post(`${file}/decision`, { eligible: 'no', ground: 'age', reason: ' ', seen: '0' })
  const again = await missing.text()
  expect([missing.status, again.includes('Écrivez le motif que la personne lira.'), await htmlFaults(again)]).toEqual([422, true, []])
  expect((await desk.post(`${file}/decision`, { eligible: 'no', ground: 'age', reason: 'Plus de 29 ans', seen: '0' })).headers.get('location')).toBe(
    `${file}?said=decided`,
  )
  const decided = await (await desk.get(file)).text()
  expect(decided).toContain('Plus de 29 ans')
  expect(await htmlFaults(decided)).toEqual([])
})

test('a first verdict needs no reason; the rules left are read for this application alone; another verdict than the one that stands lacks its reason at its field', async () => {
  const { one, two, desk } = await twins()
  const file = `/fr/desk/2024/eligibility/${one.application}`
  const readOf = (application: string) => held.db.selectFrom('eligibility_check').select('rule').where('application', '=', application).execute()
  expect((await desk.post(`${file}/verdicts`, { 'verdict.once': 'met', 'reason.once': '', 'seen.once': '0' })).status).toBe(303)
  expect((await readOf(one.application)).map(({ rule }) => rule)).toEqual(['once'])
  const unread = await (await desk.get(file)).text()
  expect([unread.includes(`action="${file}/checks"`), await htmlFaults(unread)]).toEqual([true, []])
  expect((await desk.post(`${file}/checks`, {})).headers.get('location')).toBe(`${file}?said=rules-read`)
  expect((await readOf(one.application)).length).toBeGreaterThan(2)
  expect(await readOf(two.application)).toEqual([])
  const read = await (await desk.get(file)).text()
  expect(read).not.toContain(`action="${file}/checks"`)
  const other = { 'verdict.once': 'not-met', 'reason.once': '', 'seen.once': '1', 'verdict.age': 'met', 'reason.age': '', 'seen.age': '1' }
  const refusal = await desk.post(`${file}/verdicts`, other)
  const page = await refusal.text()
  expect([refusal.status, await htmlFaults(page)]).toEqual([422, []])
  for (const rule of ['once', 'age']) {
    expect(page).toMatch(new RegExp(`<input[^>]* name="reason\\.${rule}"[^>]* aria-invalid="true"`))
    expect(page).toMatch(new RegExp(`<a href="#[^"]*reason[^"]*${rule}"`))
  }
})

test('a page opened before a colleague judged undoes nothing of theirs; on the same rule the second is told who and when, and keeps the text', async () => {
  const { small, one, desk } = await twins()
  await desk.post('/fr/desk/2024/applications/checks', {})
  const colleague = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'officer'), NOW)
  const file = `/fr/desk/2024/eligibility/${one.application}`
  const shown = await (await desk.get(file)).text()
  const seen = Object.fromEntries([...shown.matchAll(/name="(seen\.\w+)" value="(\d+)"/g)].map(([, name, seq]) => [name as string, seq as string]))
  const standing = Object.fromEntries(
    [...shown.matchAll(/name="(verdict\.\w+)" value="([\w-]+)" checked/g)].map(([, name, value]) => [name as string, value as string]),
  )
  expect((await colleague.post(`${file}/verdicts`, { ...seen, ...standing, 'verdict.once': 'met', 'reason.once': 'Deux sœurs' })).status).toBe(303)
  const other = Object.keys(standing).find((name) => name !== 'verdict.once') as string
  const apart = { ...seen, ...standing, [other]: 'unclear', [other.replace('verdict', 'reason')]: 'Acte illisible' }
  expect((await desk.post(`${file}/verdicts`, apart)).status).toBe(303)
  const both = await (await desk.get(file)).text()
  expect([both.includes('value="Deux sœurs"'), both.includes('value="Acte illisible"')]).toEqual([true, true])
  const late = await desk.post(`${file}/verdicts`, { ...seen, ...standing, 'verdict.once': 'not-met', 'reason.once': 'Même carte' })
  const page = await late.text()
  expect([late.status, /a donné un avis sur la règle/.test(page), page.includes('value="Même carte"'), await htmlFaults(page)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect(page).not.toContain('écrivez la raison')
  expect(page).toMatch(/Avis enregistré[\s\S]*?Deux sœurs/)
})

test('the export holds what the list holds, without what only officers may read', async () => {
  const { one, two, desk } = await twins()
  const csv = await (await desk.get('/fr/desk/2024/applications.csv?sort=number')).text()
  const lines = csv.trim().split('\r\n')
  expect([lines.length, lines[1]?.startsWith(one.number), lines[2]?.startsWith(two.number), csv.includes('AB123456')]).toEqual([3, true, true, false])
})

test('who funds, pays or speaks for the programme reads no file of an applicant: no list, no export, no print, no page, no pairs, no appeals', async () => {
  const { small, one } = await twins()
  const ways = [
    'applications',
    'applications.csv',
    'applications.csv?answers=yes',
    'applications.xlsx',
    'applications/sheets',
    'applications/print',
    'duplicates',
    'appeals',
  ]
  for (const role of ['donor', 'finance', 'approver', 'communication'] as const) {
    const reader = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, role), NOW)
    for (const way of [...ways, 'eligibility-letters', `eligibility/${one.application}`])
      expect([role, way, (await reader.get(`/fr/desk/2024/${way}`)).status]).toEqual([role, way, 404])
  }
})

test('who has no place at the desk finds nothing there, and an auditor reads without forms', async () => {
  const { small, one } = await twins()
  const donor = await smallEdition(held.db)
  expect(
    (
      await mounted(held.db, eligibilityRoutes, { ...donor.officer, organisation: small.organisation, grants: [] }, NOW).get(
        '/fr/desk/2024/applications',
      )
    ).status,
  ).toBe(404)
  const auditor = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'auditor'), NOW)
  const page = await (await auditor.get(`/fr/desk/2024/eligibility/${one.application}`)).text()
  expect([page.includes('<form'), page.includes('AB123456')]).toEqual([false, false])
  expect((await auditor.post(`/fr/desk/2024/eligibility/${one.application}/decision`, { eligible: 'yes' })).status).toBe(404)
})
