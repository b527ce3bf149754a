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
  const refusal = await desk.post(`${file}/verdicts`, { 'verdict.once': 'met', 'reason.once': '' })
  expect(refusal.status).toBe(422)
  expect(await htmlFaults(await refusal.text())).toEqual([])
  expect((await desk.post(`${file}/verdicts`, { 'verdict.once': 'met', 'reason.once': 'Un frère et une sœur' })).status).toBe(303)
  const missing = await desk.post(`${file}/decision`, { eligible: 'no', ground: 'age', reason: ' ' })
  const again = await missing.text()
  expect([missing.status, again.includes('Écrivez le motif que la personne lira.'), await htmlFaults(again)]).toEqual([422, true, []])
  expect((await desk.post(`${file}/decision`, { eligible: 'no', ground: 'age', reason: 'Plus de 29 ans' })).headers.get('location')).toBe(
    `${file}?said=decided`,
  )
  const decided = await (await desk.get(file)).text()
  expect(decided).toContain('Plus de 29 ans')
  expect(await htmlFaults(decided)).toEqual([])
})

test('the export holds what the list holds, without what only officers may read', async () => {
  const { one, two, desk } = await twins()
  const csv = await (await desk.get('/fr/desk/2024/applications.csv?sort=number')).text()
  const lines = csv.trim().split('\r\n')
  expect([lines.length, lines[1]?.startsWith(one.number), lines[2]?.startsWith(two.number), csv.includes('AB123456')]).toEqual([3, true, true, false])
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
