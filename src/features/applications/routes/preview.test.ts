import { expect, test } from 'vitest'
import { BEFORE, house, OPEN } from '../../../../tests/database/house.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { frameOf } from '../../../../tests/server/feature-app.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { beginEditionDraft } from '../../programme/commands/edition-draft.ts'
import { applicationRoutes } from '../routes.tsx'

const held = testDatabase()
const the = house(held)

async function begun(from: Parameters<typeof beginEditionDraft>[2], now: Date): Promise<string> {
  const outcome = await beginEditionDraft(held.db, the.officer, from, now)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.draft
}

test('the form of an unfinished edition can be tried, and the page says what remains before its call can open', async () => {
  const draft = await begun({ from: 'nothing', programme: 'kawaliss' }, OPEN)
  const desk = mounted(held.db, applicationRoutes({ frame: frameOf }), the.officer, OPEN)
  for (const language of LANGUAGES) {
    const html = await (await desk.get(`/${language}/desk/editions/${draft}/preview/form`)).text()
    expect([html.includes(`href="/${language}/desk/editions/${draft}/regions"`), await htmlFaults(html)], language).toEqual([true, []])
  }
  // A stranger to the edition sees neither.
  const other = mounted(held.db, applicationRoutes({ frame: frameOf }), await the.person('donor'), OPEN)
  expect((await other.get(`/en/desk/editions/${draft}/preview/form`)).status).toBe(404)
})

test('of a finished edition nothing remains to be said', async () => {
  const draft = await begun({ from: 'edition', edition: '2024' }, BEFORE)
  const desk = mounted(held.db, applicationRoutes({ frame: frameOf }), the.officer, BEFORE)
  const answer = await desk.get(`/en/desk/editions/${draft}/preview/form`)
  expect([answer.status, (await answer.text()).includes('before the call can open')]).toEqual([200, false])
})
