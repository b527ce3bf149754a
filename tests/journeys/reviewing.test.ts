import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import { saveDraft, submitApplication } from '../../src/features/applications/index.ts'
import { DURING, somebody, WHOLE } from '../database/open-call.ts'
import { eligible, reviewerIn, type SmallEdition, smallEdition, submitted } from '../database/small-edition.ts'
import { testDatabase } from '../database/test-database.ts'
import { filingServer, until } from '../server/filing-server.ts'
import { photograph } from '../server/samples.ts'
import { testServer } from '../server/test-server.ts'
import { launchBrowser } from './browser.ts'

const PATIENCE = { timeout: 15_000 }
const NOW = new Date('2024-04-10T09:00:00Z')

const held = testDatabase()
const server = testServer(held)
/** Of another organisation, with files: a server serves one. */
const filed = testDatabase()
const filing = filingServer(filed)
let browser: Browser
/** One foundation: the server answers for the first. */
let small: SmallEdition | undefined
beforeAll(async () => {
  browser = await launchBrowser()
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
/** A juror with one file that holds a picture. */
async function jurorWithPicture() {
  const one = await filing.applicant()
  const { application, viewer: holder, headers, question } = one
  const body = new FormData()
  body.append('file.of_file', new Blob([new Uint8Array(await photograph())]), 'atelier.jpg')
  expect((await fetch(`${question}/files`, { method: 'POST', headers, body, redirect: 'manual' })).status).toBe(303)
  await until(async () => (await filing.rowsOf(application)).every(({ prepared_at }) => prepared_at !== null))
  await saveDraft(filed.db, holder, { application, answers: WHOLE, known: {}, page: newId(), turn: 0 }, DURING)
  expect((await submitApplication(filed.db, holder, { application, declared: true, language: 'fr' }, DURING)).ok).toBe(true)
  const { organisation, edition } = filing.call
  const officer = await somebody(filed.db, organisation, 'officer')
  const name = JSON.stringify({ ar: 'الأثر', fr: 'Portée', en: 'Impact' })
  const criterion = { code: 'impact', name, question: name, weight: 100, anchors: '[]', position: 1 }
  await filed.db
    .insertInto('criterion')
    .values({ organisation, edition, ...criterion })
    .execute()
  const small = { ...filing.call, slug: '2024', officer, director: officer }
  await eligible(filed.db, small, application)
  const { viewer, reviewer } = await reviewerIn(filed.db, small)
  const file = newId()
  const by = { assigned_at: DURING, assigned_by: officer.person.id }
  await filed.db
    .insertInto('assignment')
    .values({ organisation, id: file, edition, stage: 'reading', application, reviewer, third: false, ...by })
    .execute()
  return { file, token: await atomically(filed.db, (trx) => startSession(trx, organisation, viewer.person.id, DURING)) }
}

test('a juror keeps their files on the device, reads and scores one with its picture on a train, lets them go; signing out leaves nothing', async () => {
  const { file, token } = await jurorWithPicture()
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  context.setDefaultTimeout(PATIENCE.timeout)
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: filing.server.origin }])
  const page = await context.newPage()
  const at = (path: string): string => `${filing.server.origin}/fr${path}`
  const kept = () =>
    page.evaluate(`caches.open('pages').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`) as Promise<
      string[]
    >
  await page.goto(at('/reviews'))
  await says(page, 'Rien n’est gardé sur cet appareil.')
  expect((await kept()).filter((path) => path.includes('/reviews'))).toEqual([])
  await page.getByRole('button', { name: 'Garder sur cet appareil' }).click()
  await says(page, 'Gardés sur cet appareil\u00a0: 1 sur 1.')
  expect((await kept()).filter((path) => path.startsWith('/fr/files/')).length).toBe(1)

  await context.setOffline(true)
  await page.goto(at('/reviews'))
  await says(page, 'Le réseau ne répond pas')
  await page.locator(`main a[href$="${file}"]`).click()
  await page.waitForURL(at(`/reviews/${file}`))
  expect(await page.locator('article').innerText()).toContain(String(WHOLE.summary))
  const picture = page.locator('article img').first()
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => page.evaluate("document.querySelector('article img').naturalWidth"), PATIENCE).toBeGreaterThan(0)
  await page.locator('#comment-impact').fill('Lu dans le train')
  await says(page, 'Hors connexion')
  // Closed and opened again in the tunnel.
  await page.reload()
  await expect.poll(() => page.locator('#comment-impact').inputValue(), PATIENCE).toBe('Lu dans le train')
  await context.setOffline(false)
  const comments = async () => (await filed.db.selectFrom('review').select('comments').where('assignment', '=', file).executeTakeFirst())?.comments
  await page.reload()
  await expect.poll(async () => JSON.stringify(await comments()), PATIENCE).toContain('Lu dans le train')

  await page.goto(at('/reviews'))
  await page.getByRole('button', { name: 'Retirer de cet appareil' }).click()
  await says(page, 'Vos dossiers sont retirés de cet appareil.')
  expect((await kept()).filter((path) => path.includes('/reviews') || path.startsWith('/fr/files/'))).toEqual([])
  await page.getByRole('button', { name: 'Garder sur cet appareil' }).click()
  await says(page, 'Gardés sur cet appareil\u00a0: 1 sur 1.')
  await page.goto(at('/me'))
  await page.locator('form[data-leave] button').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/me'))
  expect((await kept()).filter((path) => path.includes('/reviews') || path.startsWith('/fr/files/'))).toEqual([])
  await context.close()
}, 90_000)
