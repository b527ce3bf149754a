/** What only a browser shows of the tabs of the desk on a phone: one line that begins at the current one, without script, from either side; and of numbers in titles. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import { eligible, reviewerIn, smallEdition, submitted } from '../database/small-edition.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { scrollsSideways, testBrowser } from './browser.ts'

const held = testDatabase()
const server = testServer(held)
const browser = testBrowser()
const NOW = new Date('2024-04-10T09:00:00Z')

/** How many lines the tabs take, and whether the current one is in view whole. */
async function tabs(page: Page): Promise<{ lines: number; inView: boolean }> {
  await page.waitForTimeout(300)
  return page.evaluate(`(() => {
    const all = document.querySelector('.tabs')
    const [box, here] = [all.getBoundingClientRect(), all.querySelector('[aria-current]').getBoundingClientRect()]
    const lines = new Set([...all.querySelectorAll('a')].map((one) => Math.round(one.getBoundingClientRect().top))).size
    return { lines, inView: here.left >= box.left - 1 && here.right <= box.right + 1 }
  })()`)
}

test('on a phone the tabs of the desk take one line with the current one in view, and a number in a title stays in one piece', {
  timeout: 60_000,
}, async () => {
  const small = await smallEdition(held.db)
  const { application } = await submitted(held.db, small)
  await eligible(held.db, small, application)
  const officer = small.officer.person.id
  const { reviewer } = await reviewerIn(held.db, small)
  const { organisation, edition } = small
  await held.db
    .insertInto('assignment')
    .values({ organisation, id: newId(), edition, stage: 'reading', application, reviewer, assigned_at: NOW, assigned_by: officer })
    .execute()
  await held.db
    .insertInto('role_grant')
    .values({ organisation: small.organisation, id: officer, person: officer, role: 'officer', granted_at: NOW })
    .execute()
  server.setClock(NOW)
  const token = await atomically(held.db, (trx) => startSession(trx, small.organisation, officer, NOW))
  const page = await browser.device({ width: 390, script: false })
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  for (const language of ['ar', 'fr'])
    for (const part of ['reviewers', 'samples', 'interviews']) {
      await page.goto(`${server.origin}/${language}/desk/2024/${part}`)
      expect([await tabs(page), await scrollsSideways(page)], `${language} ${part}`).toEqual([{ lines: 1, inView: true }, false])
    }
  // The finger moves them, and they stay where they were left.
  await page.evaluate("document.querySelector('.tabs').scrollLeft = 0")
  await page.waitForTimeout(500)
  expect(await page.evaluate("document.querySelector('.tabs').scrollLeft")).toBe(0)
  await page.goto(`${server.origin}/ar/desk/2024/discussions/${application}`)
  expect(await page.evaluate("document.querySelector('h1 .num').getClientRects().length")).toBe(1)
  // Whoever wants nothing to move has all the tabs before them.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${server.origin}/fr/desk/2024/interviews`)
  expect((await tabs(page)).lines).toBeGreaterThan(1)
})
