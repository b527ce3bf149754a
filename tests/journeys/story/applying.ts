/** A newcomer reads the call, enters by a mailed link, and sends an application. */
import { expect } from 'vitest'
import type { TestBrowser } from '../browser.ts'
import { type Answers as Fields, dateBoxes, enterByMail, fill, inspect, send } from '../hands.ts'
import type { Told } from './telling.ts'

export async function applies(told: Told, browser: TestBrowser): Promise<void> {
  const { db, language, looks, one, script, server, width } = told
  const page = await browser.device({ width, script })
  await told.open(page, '')
  await told.open(page, '/calls/2024')
  await enterByMail(page, db, server.origin, language, one.holder.email)
  await told.open(page, '/calls/2024')
  await send(page, `form[action="/${language}/calls/2024/applications"] button`)
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}/)
  const home = page.url().replace(/\?.*$/, '')
  const sections = await page.$$eval('.tasks a', (links) => links.map((link) => link.getAttribute('href') ?? ''))
  const { birth_date: born, ...answers } = one.answers
  for (const section of sections) {
    await page.goto(server.origin + section)
    await inspect(page, looks)
    await fill(page, { ...(answers as Fields), ...dateBoxes('birth_date', String(born)) })
    await page.locator('main form button[type="submit"]').first().click()
    await page.waitForURL((url) => url.pathname !== section || url.search !== '')
    expect(await page.locator('.errsum').count()).toBe(0)
  }
  await page.goto(`${home}/check`)
  for (const box of await page.locator('main form input[type="checkbox"]').all()) await box.check()
  await page.locator('main form button[type="submit"]').last().click()
  await page.waitForURL(/\/receipt/)
  await inspect(page, looks)
  const sent = await db
    .selectFrom('submission')
    .select(['answers', 'hash', 'language'])
    .where('application', '=', await told.application())
    .executeTakeFirstOrThrow()
  expect(sent.answers).toEqual(one.answers)
  expect(sent.language).toBe(language)
  expect((await page.locator('main').innerText()).replace(/\s/g, '')).toContain(sent.hash)
}
