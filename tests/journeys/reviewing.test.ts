import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import { eligible, reviewerIn, type SmallEdition, smallEdition, submitted } from '../database/small-edition.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'

const PATIENCE = { timeout: 15_000 }
const NOW = new Date('2024-04-10T09:00:00Z')

const held = testDatabase()
const server = testServer(held)
let browser: Browser
/** One foundation: the server answers for the first. */
let small: SmallEdition | undefined
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.KAWALISS_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
})

/** A juror with one file, on their own device. */
async function juror(): Promise<{
  open(): Promise<Page>
  /** The session ends; answers the cookie of the next one. */
  leave(): Promise<string>
  grid(): Promise<{ scores: unknown; comments: unknown; submitted_at: Date | null } | undefined>
}> {
  small ??= await smallEdition(held.db)
  const { organisation, edition } = small
  const { application } = await submitted(held.db, small, { region: 'fes' })
  await eligible(held.db, small, application)
  const { viewer, reviewer } = await reviewerIn(held.db, small)
  const file = newId()
  const by = { assigned_at: NOW, assigned_by: small.officer.person.id }
  await held.db
    .insertInto('assignment')
    .values({ organisation, id: file, edition, stage: 'reading', application, reviewer, third: false, ...by })
    .execute()
  const token = await atomically(held.db, (trx) => startSession(trx, organisation, viewer.person.id, NOW))
  return {
    async open() {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      await context.addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
      const page = await context.newPage()
      await page.goto(`${server.origin}/fr/reviews/${file}`)
      return page
    },
    async leave() {
      await held.db.updateTable('session').set({ ended_at: NOW }).where('person', '=', viewer.person.id).execute()
      return atomically(held.db, (trx) => startSession(trx, organisation, viewer.person.id, NOW))
    },
    grid: () => held.db.selectFrom('review').select(['scores', 'comments', 'submitted_at']).where('assignment', '=', file).executeTakeFirst(),
  }
}

const says = (page: Page, text: string) => page.getByText(text).first().waitFor(PATIENCE)

test('a juror fills a grid in by keyboard alone, goes on without a network, meets what another device wrote, and hands in', async () => {
  server.setClock(NOW)
  const { open, grid } = await juror()
  const [page, other] = [await open(), await open()]
  const keys = page.keyboard
  await keys.press('j')
  await keys.press('3')
  await keys.press('j')
  await keys.press('5')
  expect(await page.locator('#hint-impact').textContent()).toBe('anchor 5')
  await keys.press('c')
  await keys.type('Naît du lieu, 5 fois joué')
  await says(page, 'Gardé à')
  await expect.poll(async () => (await grid())?.comments, PATIENCE).toEqual({ impact: 'Naît du lieu, 5 fois joué' })
  expect((await grid())?.scores).toEqual({ viability: 3, impact: 5 })
  expect(await page.locator('[data-total]').textContent()).toContain('78,18')

  await page.context().setOffline(true)
  await keys.press('Escape')
  await keys.press('j')
  await keys.press('4')
  await says(page, 'Hors connexion')
  await other.locator('#comment-impact').fill('Une autre phrase')
  await says(other, 'Deux versions')
  await other.locator('[data-mine]:visible').click()
  await expect.poll(async () => (await grid())?.comments, PATIENCE).toEqual({ impact: 'Une autre phrase' })
  await keys.press('c')
  await keys.type('Solide')
  await page.context().setOffline(false)
  await expect.poll(async () => (await grid())?.comments, PATIENCE).toEqual({ impact: 'Une autre phrase', team: 'Solide' })
  await expect.poll(() => page.locator('#comment-impact').inputValue(), PATIENCE).toBe('Une autre phrase')

  await keys.press('Escape')
  await keys.press('j')
  await keys.press('2')
  await page.locator('[name=unrelated]').focus()
  await keys.press('Space')
  await keys.press('Tab')
  await keys.press('Enter')
  await says(page, 'Votre évaluation est remise')
  expect((await grid())?.scores).toEqual({ viability: 3, impact: 5, team: 4, need: 2 })
  expect(await page.evaluate(`Object.keys(localStorage).filter((key) => key.startsWith('grid '))`)).toEqual([])
  await page.context().close()
  await other.context().close()
}, 60_000)

test('when the session ends in the grid, what is typed stays on the device, and coming in again leads back to the same field, where it is saved', async () => {
  server.setClock(NOW)
  const { open, leave, grid } = await juror()
  const page = await open()
  const token = await leave()
  await page.fill('[name="comment.impact"]', 'Tapé après la fin')
  const door = page.getByRole('link', { name: 'Votre session a pris fin' })
  await door.click(PATIENCE)
  await page.waitForURL(/sign-in/)
  expect(await grid()).toBeUndefined()
  const back = new URL(page.url()).searchParams.get('return_to') ?? ''
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  await page.goto(`${server.origin}/fr${back}`)
  await expect.poll(async () => (await grid())?.comments, PATIENCE).toEqual({ impact: 'Tapé après la fin' })
  expect(await page.inputValue('[name="comment.impact"]')).toBe('Tapé après la fin')
  expect(await page.evaluate('document.activeElement.name')).toBe('comment.impact')
  await page.context().close()
})
