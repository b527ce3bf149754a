import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE } from '../../src/features/people/index.ts'
import { testDatabase } from '../database/test-database.ts'
import { appealingServer, type Refused } from '../server/appealing-server.ts'
import { pdf, photograph } from '../server/samples.ts'

const held = testDatabase()
const at = appealingServer(held)
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.KAWALISS_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
afterAll(() => browser?.close())

const TEXT = 'عقد الازدياد مرفق.'

async function opened(headers: Record<string, string>, address: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled })
  const [, token = ''] = (headers.cookie ?? '').split('=')
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: at.server.origin }])
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** From the decision to the appeal, a file that is refused, two that are taken; then back on the page of the decision. */
async function appeals(one: Refused, page: Page): Promise<void> {
  await page.getByText('كتابة تظلم').click()
  await page.fill('[name=text]', TEXT)
  await page.setInputFiles('#files', { name: 'صورة.jpg', mimeType: 'image/jpeg', buffer: await photograph(300, 200) })
  await page.setInputFiles('#files-3', { name: 'voix.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no paper at all') })
  await page.getByRole('button', { name: 'إرسال التظلم' }).click()
  await page.locator('#errors-title').waitFor()
  expect([await page.inputValue('[name=text]'), await page.locator('.note bdi').allTextContents()]).toEqual([TEXT, ['صورة.jpg', 'voix.pdf']])
  await page.locator('.errsum a').click()
  expect(await page.locator('#files').isVisible()).toBe(true)
  await page.setInputFiles('#files', { name: 'صورة.jpg', mimeType: 'image/jpeg', buffer: await photograph(300, 200) })
  await page.setInputFiles('#files-2', { name: 'شهادة.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await page.getByRole('button', { name: 'إرسال التظلم' }).click()
  await page.getByText('وصلنا تظلمك. أرسلنا إليك إيصالاً.').waitFor()
  expect(await page.locator('.clip bdi').allTextContents()).toEqual(['شهادة.pdf', 'صورة.jpg'])
  expect((await at.rowsOf(one.application)).length).toBe(2)
}

test.each([true, false])(
  'on a phone (script: %s) an appeal is written with its files, a refused one costs no word, and who answers opens them',
  async (script) => {
    const one = await at.refused()
    const decision = one.page.replace('/fr/', '/ar/').replace('/appeal', '/decision')
    const page = await opened(one.headers, decision, script)
    await appeals(one, page)
    await page.context().close()
    const officer = script ? await at.desk(at.small.director, 'director') : await at.headersOf(at.small.director)
    const desk = await opened(officer, `${at.server.origin}/ar/desk/2024/appeals`, script)
    const paper = desk.locator('section', { hasText: TEXT }).last().locator('a', { hasText: 'شهادة.pdf' })
    const answer = await desk.request.get(`${at.server.origin}${await paper.getAttribute('href')}`)
    expect([answer.status(), answer.headers()['content-type'], (await answer.body()).equals(pdf())]).toEqual([200, 'application/pdf', true])
    await desk.context().close()
  },
  60_000,
)
