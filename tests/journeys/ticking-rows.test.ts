/** What only a browser shows of a list whose rows are ticked: the bar that is there while some are, how many it says, and the keyboard; with and without script. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { type SmallEdition, smallEdition, submitted } from '../database/small-edition.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { type Device, scrollsSideways, testBrowser } from './browser.ts'

const held = testDatabase()
const server = testServer(held)
const browser = testBrowser()
const NOW = new Date('2024-04-04T09:00:00Z')

/** What the bar says, as it is read aloud: the number is made by the browser, thus in no markup. */
async function said(page: Page): Promise<string> {
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  const { root } = await client.send('DOM.getDocument')
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.bulk__n' })
  const { nodes } = await client.send('Accessibility.queryAXTree', { nodeId })
  return nodes
    .filter(({ role }) => role?.value === 'StaticText')
    .map(({ name }) => String(name?.value ?? ''))
    .join('')
}

let edition: SmallEdition
beforeAll(async () => {
  edition = await smallEdition(held.db)
  for (let n = 0; n < 3; n++) await submitted(held.db, edition)
  const officer = edition.officer.person.id
  await held.db
    .insertInto('role_grant')
    .values({ organisation: edition.organisation, id: officer, person: officer, role: 'officer', granted_at: NOW })
    .execute()
})

/** A device on which the officer of three applications has signed in. */
async function officerOn(device: Device): Promise<Page> {
  server.setClock(NOW)
  const token = await atomically(held.db, (trx) => startSession(trx, edition.organisation, edition.officer.person.id, NOW))
  const page = await browser.device(device)
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  return page
}

/** Which rows look ticked: by their own box, or by what is drawn in its place. */
async function lookTicked(page: Page): Promise<boolean[]> {
  const rows = await page.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) => {
      const box = row.locator('.tick')
      return (await box.isVisible()) ? box.isChecked() : row.locator('.tick__all').isVisible()
    }),
  )
}

test('rows are ticked by key on a phone; the bar counts them, goes with the last, and leads to the act', { timeout: 60_000 }, async () => {
  const page = await officerOn({ width: 390, script: false })
  await page.goto(`${server.origin}/ar/desk/2024/applications`)
  const [bar, ticks] = [page.locator('.bulk'), page.locator('tbody .tick')]
  const shows = async (): Promise<[boolean, boolean, boolean]> => [
    await bar.isVisible(),
    await page.locator('.bulk__n').isVisible(),
    await page.locator('.bulk__all').isVisible(),
  ]
  expect(await shows()).toEqual([false, false, false])
  await ticks.nth(0).focus()
  await page.keyboard.press('Space')
  await ticks.nth(2).check()
  expect(await shows()).toEqual([true, true, false])
  expect(await said(page)).toBe('الملفات المحددة: 2')
  await page.locator('.tick--all').check()
  expect(await shows()).toEqual([true, false, true])
  expect(await lookTicked(page)).toEqual([true, true, true])
  await page.locator('.tick--all').uncheck()
  expect(await lookTicked(page)).toEqual([true, false, true])
  expect(await scrollsSideways(page)).toBe(false)
  await page.locator('.bulk button[value="accept"]').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/acts\?/)
  expect(new URL(page.url()).searchParams.getAll('application')).toHaveLength(2)
  await page.locator('main form button').click()
  await page.waitForURL(/acts\/[0-9a-f-]{36}$/)
  expect(await page.locator('.kpi b').allTextContents()).toEqual(['0', '2', '2'])
  await page.goto(`${server.origin}/ar/desk/2024/applications`)
  await page.emulateMedia({ media: 'print' })
  expect([await page.locator('.finder').first().isVisible(), await ticks.first().isVisible(), await page.locator('table').isVisible()]).toEqual([
    false,
    false,
    true,
  ])
})

test('what looks ticked is what is acted on: all rows with the box for all, those left once one is unticked', { timeout: 60_000 }, async () => {
  const page = await officerOn({ width: 1280 })
  const list = `${server.origin}/fr/desk/2024/applications`
  const planned = async (): Promise<[string | null, number]> => {
    await page.locator('.bulk button[value="accept"]').click()
    await page.waitForURL(/acts\?/)
    const { searchParams } = new URL(page.url())
    await page.locator('main form button').click()
    await page.waitForURL(/acts\/[0-9a-f-]{36}$/)
    return [searchParams.get('all'), Number(await page.locator('.kpi b').last().textContent())]
  }
  await page.goto(list)
  await page.locator('.tick--all').check()
  expect(await lookTicked(page)).toEqual([true, true, true])
  expect(await page.locator('.bulk__all').textContent()).toBe('Les 3 dossiers de la liste')
  expect(await planned()).toEqual(['yes', 3])
  await page.goto(list)
  await page.locator('.tick--all').check()
  await page.locator('tbody .tick').nth(1).uncheck()
  expect(await page.locator('.tick--all').isChecked()).toBe(false)
  expect(await lookTicked(page)).toEqual([true, false, true])
  expect(await said(page)).toBe('Dossiers cochés\u00a0: 2')
  expect(await planned()).toEqual([null, 2])
  await page.goto(list)
  await page.locator('.tick--all').check()
  await page.locator('.tick--all').uncheck()
  expect(await lookTicked(page)).toEqual([false, false, false])
  expect(await page.locator('.bulk').isVisible()).toBe(false)
})
