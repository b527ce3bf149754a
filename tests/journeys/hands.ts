/** What a person does with a page: opens it, fills what it asks, presses a button; every page on the way is looked at. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { axeFaults } from './axe.ts'
import { scrollsSideways } from './browser.ts'

export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Where scripts run the page is read by axe; no page scrolls sideways. */
export async function inspect(page: Page, script: boolean): Promise<void> {
  if (!script) return
  expect({
    page: new URL(page.url()).pathname.split('/').slice(-2).join('/'),
    faults: await axeFaults(page),
    sideways: await scrollsSideways(page),
  }).toMatchObject({ faults: [], sideways: false })
}

/** Enters by the link that was mailed, as anyone does. */
export async function enterByMail(page: Page, db: Database, origin: string, language: string, email: string): Promise<void> {
  await page.goto(`${origin}/${language}/sign-in`)
  await page.fill('#email', email)
  await page.click('main form button')
  const mail = await db
    .selectFrom('message')
    .select('content')
    .where('address', '=', email)
    .where('kind', '=', 'sign-in')
    .orderBy('written_at', 'desc')
    .executeTakeFirstOrThrow()
  const link = (mail.content as { action?: { href: string } }[]).find((part) => part.action !== undefined)?.action?.href as string
  await page.goto(link)
  await page.click('main form button')
  expect(new URL(page.url()).pathname).toBe(`/${language}/me`)
}

/** Enters by the door of the demo. */
export async function enterAs(page: Page, origin: string, person: string): Promise<void> {
  const answer = await page.request.post(`${origin}/fr/demo/entry`, { form: { person }, headers: { origin } })
  expect([answer.status(), new URL(answer.url()).pathname.split('/').at(-1)]).toEqual([200, 'me'])
}

/** Fills the fields of a form that have an answer: boxes, choices, lists, texts. */
export async function fill(page: Page, answers: Answers, form = 'main form'): Promise<void> {
  const names = await page.$$eval(`${form} [name]`, (fields) => [...new Set(fields.map((field) => field.getAttribute('name') ?? ''))])
  for (const name of names) {
    const answer = answers[name]
    if (answer === undefined) continue
    const field = page.locator(`${form} [name="${name}"]`).first()
    const type = await field.evaluate((element) => (element.tagName === 'INPUT' ? (element.getAttribute('type') ?? 'text') : element.tagName))
    if (type === 'hidden') continue
    if (type === 'radio' || type === 'checkbox') {
      for (const value of typeof answer === 'string' ? [answer] : answer)
        await page.locator(`${form} [name="${name}"][value="${value}"]`).check({ force: true })
    } else if (type === 'SELECT') await field.selectOption(answer as string)
    else await field.fill(answer as string)
  }
}

/** A day in the three boxes of a date field. */
export function dateBoxes(name: string, day: string): Answers {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}.day`]: String(Number(date)), [`${name}.month`]: String(Number(month)), [`${name}.year`]: year }
}

/** Presses a button that sends a form, and waits for the page it leads to, which holds no error. */
export async function send(page: Page, button: string): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator(button).first().click(),
  ])
  await page.waitForLoadState('load')
  const said = answer.status() < 400 ? '' : await page.locator('main').innerText()
  expect([answer.status() < 400, said], `${page.url()} ${button}`).toEqual([true, ''])
}
