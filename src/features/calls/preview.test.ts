import { expect, test } from 'vitest'
import { BEFORE, house, OPEN } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { beginEditionDraft } from '../programme/commands/edition-draft.ts'
import { draftFaults } from '../programme/editor/document-faults.ts'
import { editionDraft } from '../programme/index.ts'
import { callRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

async function begun(viewer: SignedIn, from: Parameters<typeof beginEditionDraft>[2], now = OPEN): Promise<string> {
  const outcome = await beginEditionDraft(held.db, viewer, from, now)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.draft
}

test('the preview of an unfinished edition counts what remains before the call can open and leads to each of its parts', async () => {
  const draft = await begun(the.officer, { from: 'nothing', programme: 'kawaliss' })
  const view = await editionDraft(held.db, the.officer, draft, OPEN)
  const faults = view === null ? [] : draftFaults(view)
  expect(faults.length).toBeGreaterThan(10)
  const desk = mounted(held.db, callRoutes(), the.officer, OPEN)
  const answer = await desk.get(`/en/desk/editions/${draft}/preview`)
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain(`${faults.length} points to settle before the call can open`)
  for (const part of ['edition', 'regions', 'criteria', 'call']) expect(html).toContain(`href="/en/desk/editions/${draft}/${part}"`)
  // As many ways back as there are points: each to its own field.
  expect(html.match(new RegExp(`href="/en/desk/editions/${draft}/[a-z]+[#"/]`, 'g'))?.length).toBeGreaterThan(faults.length)
})

test('the preview of a finished edition shows the call and says that nothing remains by saying nothing', async () => {
  const draft = await begun(the.officer, { from: 'edition', edition: '2024' }, BEFORE)
  const html = await (await mounted(held.db, callRoutes(), the.officer, BEFORE).get(`/en/desk/editions/${draft}/preview`)).text()
  expect(html).not.toContain('before the call can open')
  expect(html).toContain('as it will be on the opening day')
})
