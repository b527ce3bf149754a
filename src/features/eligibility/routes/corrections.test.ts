import { expect, test } from 'vitest'
import { ask, ASKED, keep, MEANWHILE, send, sentByTwo } from '../../../../tests/database/correcting.ts'
import { smallEdition, staffOf } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { leadsTo } from '../../../../tests/server/applicant.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { eligibilityRoutes } from '../routes.tsx'

const held = testDatabase()
const DAY = { 'day.day': '10', 'day.month': '4', 'day.year': '2024' }

async function desk() {
  const small = await smallEdition(held.db)
  const sent = await sentByTwo(held.db, small)
  const at = (viewer = small.officer, now = ASKED) => mounted(held.db, eligibilityRoutes, viewer, now)
  return { small, ...sent, at, file: `/fr/desk/2024/eligibility/${sent.application}` }
}

test('an officer asks, puts off and takes back from the page of the application, in three languages', async () => {
  const { small, application, at, file } = await desk()
  const valid = async (path: string, viewer = small.officer) => {
    for (const language of LANGUAGES) {
      const answer = await at(viewer).get(path.replace('/fr/', `/${language}/`))
      expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
    }
  }
  await valid(`${file}/correction`)
  expect(await (await at().get(`${file}/correction`)).text()).toMatch(/<small dir="auto">/)
  expect(leadsTo(await at().post(`${file}/correction`, { questions: ['summary', 'phone'], reason: 'À compléter', ...DAY }))).toEqual([
    303,
    `${file}?said=corrections-asked`,
  ])
  await valid(file)
  await valid(`${file}/correction/day`)
  expect((await at().post(`${file}/correction/day`, DAY)).status).toBe(422)
  expect(leadsTo(await at().post(`${file}/correction/day`, { ...DAY, 'day.day': '12' }))).toEqual([303, `${file}?said=corrections-put-off`])
  expect(leadsTo(await at().post(`${file}/correction/removal`, {}))).toEqual([303, `${file}?said=corrections-recalled`])
  await valid(file)
  const kinds = await held.db.selectFrom('message').select('kind').distinct().where('object', '=', application).execute()
  expect(kinds.map((one) => one.kind).sort()).toEqual(['correction-asked', 'correction-put-off', 'correction-recalled'])
  const auditor = await staffOf(held.db, small, 'auditor')
  await valid(file, auditor)
  expect([(await at(auditor).get(`${file}/correction`)).status, (await at(auditor).post(`${file}/correction`, {})).status]).toEqual([404, 404])
})

test('what is missing in a request is said at its field, and what was typed stays', async () => {
  const { at, file } = await desk()
  const answer = await at().post(`${file}/correction`, { reason: 'À compléter', ...DAY })
  const html = await answer.text()
  expect([answer.status, html.includes('À compléter'), html.includes('au moins une réponse'), await htmlFaults(html)]).toEqual([422, true, true, []])
  const nothing = await (await at().post(`${file}/correction`, { reason: ' ', ...DAY, 'day.month': '3' })).text()
  for (const field of ['questions', 'reason', 'day']) expect(nothing).toMatch(new RegExp(`<li>\\s*<a href="#${field}`))
  // Every box says that it is wrong, and its group why; the summary leads to the first of them.
  const boxes = html.match(/<input type="checkbox"[^>]*>/g) ?? []
  expect([boxes.length > 1, boxes.filter((box) => !box.includes('aria-invalid="true"'))]).toEqual([true, []])
  expect(html.match(/<fieldset class="field" aria-describedby="questions-error">/g)?.length).toBe(
    html.match(/<fieldset[^>]*>(?=<legend>[^<]*<\/legend><div class="choices">)/g)?.length,
  )
  expect(html).toMatch(/<p class="err" id="questions-error">[^<]*au moins une réponse/)
  expect([html.includes('<a href="#questions-0">'), boxes[0]?.includes('id="questions-0"')]).toEqual([true, true])
  expect(await (await at().get(`${file}/correction`)).text()).not.toContain('aria-invalid')
  const noDay = await at().post(`${file}/correction`, { questions: 'summary', reason: 'À compléter', ...DAY, 'day.day': '45' })
  expect([noDay.status, /value="summary" checked/.test(await noDay.text())]).toEqual([422, true])
})

test('corrections that came are shown beside what was there before, word by word', async () => {
  const { small, application, holder, at, file } = await desk()
  await ask(held.db, small, application)
  await keep(held.db, holder, application, { summary: 'Pour les écoles' })
  await send(held.db, holder, application, MEANWHILE, { note: 'Précisé' })
  for (const language of LANGUAGES) {
    const html = await (await at(small.officer, MEANWHILE).get(file.replace('/fr/', `/${language}/`))).text()
    expect(await htmlFaults(html), language).toEqual([])
    for (const said of ['<mark class="dif">Pour les écoles</mark>', 'Précisé']) expect(html).toContain(said)
    // The answer itself says so, where it is read: that one and no other.
    expect([...html.matchAll(/<dt>\s*([^<]*?)\s*<a class="tag" href="#corrections">/g)].map(([, label]) => label)).toEqual(['label summary'])
  }
})
