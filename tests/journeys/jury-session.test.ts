/** Two phones and a laptop in one room: they stay in step, and the page of whoever is in conflict says to leave. */
import { expect, test } from 'vitest'
import { addToAgenda, openFile, openSession, planSession } from '../../src/features/juries/index.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { eligible, reviewerIn, smallEdition, staffOf, submitted } from '../database/small-edition.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { scrollsSideways, testBrowser } from './browser.ts'

const held = testDatabase()
const server = testServer(held)
const browser = testBrowser()
const NOW = new Date('2024-04-28T09:00:00Z')
const must = <Value>(outcome: { ok: boolean; value?: Value }): Value => {
  expect(outcome.ok, JSON.stringify(outcome)).toBe(true)
  return outcome.value as Value
}

test('the chair and two members see the same room; who is in conflict is told to leave before the file opens', { timeout: 60_000 }, async () => {
  const small = await smallEdition(held.db)
  const { organisation, programme, edition } = small
  const { application, number } = await submitted(held.db, small)
  await eligible(held.db, small, application)
  const [one, other] = [(await reviewerIn(held.db, small)).viewer, (await reviewerIn(held.db, small)).viewer]
  const chair = await staffOf(held.db, small, 'chair')
  const grant = { organisation, id: newId(NOW), person: chair.person.id, role: 'chair' as const, programme, edition }
  await held.db
    .insertInto('role_grant')
    .values({ ...grant, granted_at: NOW })
    .execute()
  const terms = { beginsAt: NOW, place: 'Rabat', quorum: 1, members: [one.person.id, other.person.id] }
  const { session } = must(await planSession(held.db, chair, { programme, edition }, terms, server.origin, NOW))
  must(await addToAgenda(held.db, chair, { session, ground: 'hand', which: number }, NOW))
  must(await openSession(held.db, chair, session, NOW))
  server.setClock(NOW)
  const enter = async (viewer: SignedIn, language: string, width: 390 | 1280, script: boolean) => {
    const page = await browser.device({ width, script })
    const value = await atomically(held.db, (trx) => startSession(trx, organisation, viewer.person.id, NOW))
    await page.context().addCookies([{ name: SESSION_COOKIE, value, url: server.origin }])
    await page.goto(`${server.origin}/${language}/juries/${session}`)
    return page
  }
  const [laptop, phone, plain] = [await enter(chair, 'fr', 1280, true), await enter(one, 'ar', 390, true), await enter(other, 'fr', 390, false)]
  await plain.getByRole('button', { name: 'Entre', exact: true }).click()
  await phone.locator('button[name="present"][value="yes"]').click()
  await laptop.getByText('2 présents sur 2').waitFor()
  await phone.locator('form[action$="/recusals"] button').click()
  await phone.locator('[role="alert"] .big').waitFor()
  await laptop.locator('[role="alert"][data-s="bad"] .big').waitFor()
  await laptop.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  await laptop.getByText('doivent quitter la salle').waitFor()
  expect((await openFile(held.db, chair, { session, application, language: 'fr' }, NOW)).ok).toBe(false)
  await phone.locator('button[name="present"][value="no"]').click()
  await laptop.getByText('1 présent sur 2').waitFor()
  await laptop.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  await laptop.locator('form[action$="/decisions"]').waitFor()
  await plain.reload()
  await plain.getByLabel('Pour', { exact: true }).check()
  await plain.getByRole('button', { name: 'Noter', exact: true }).click()
  await laptop.getByText(/Pour\s*: 1, contre\s*: 0/).waitFor()
  expect(await phone.locator('form[action$="/notes"]').count()).toBe(0)
  expect([await scrollsSideways(phone), await scrollsSideways(plain)]).toEqual([false, false])
})
