import { expect, test } from 'vitest'
import { DURING, somebody } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants } from '../../../../tests/server/applicant.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { unsentForms } from './kept-here.tsx'

const held = testDatabase()
const at = applicants(held)

test.each(LANGUAGES)('the pages a phone keeps for when there is no network are valid and alike for everyone (%s)', async (language) => {
  const viewer = await somebody(held.db, at.call.organisation)
  for (const page of ['offline', 'phone']) {
    const [visitor, signedIn] = await Promise.all([at.get(`/${language}/${page}`, null), at.get(`/${language}/${page}`, viewer)])
    const html = await visitor.text()
    expect([visitor.status, await htmlFaults(html)]).toEqual([200, []])
    expect(await signedIn.text()).toBe(html)
  }
})

test('waiting answers are counted in every plural of the language, with a place for the number', () => {
  const forms = JSON.parse(unsentForms('ar')) as Record<string, string>
  expect(Object.keys(forms)).toEqual(['zero', 'one', 'two', 'few', 'many', 'other'])
  expect(forms.few).toContain('{n} أجوبة')
  expect(forms.two).not.toContain('{n}')
  expect(Object.keys(JSON.parse(unsentForms('fr')) as object)).toEqual(['zero', 'one', 'other'])
})

test('a page of a draft tells its phone whose it is and which sections to keep; the mark of one changes with its questions alone', async () => {
  const viewer = await somebody(held.db, at.call.organisation)
  const application = await at.begun(viewer)
  const told = async (rest = '') =>
    / data-keep="([^"]*)"/.exec(await (await at.get(`/fr/applications/${application}${rest}`, viewer, DURING)).text())?.[1]
  const before = await told()
  expect(before).toMatch(/^who:[0-9a-f]{6} project:[0-9a-f]{6} kinds:[0-9a-f]{6}$/)
  await at.patch(`/fr/applications/${application}/draft`, viewer, { summary: 'Un texte' })
  expect([await told(), await told('/sections/project'), await told('/check')]).toEqual([before, before, before])
  expect(await (await at.get(`/fr/applications/${application}`, viewer)).text()).toContain(`data-owner="${viewer.person.id.slice(-12)}"`)
})
