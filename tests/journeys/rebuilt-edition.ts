/** Hands that type an edition into its editor, page by page, as somebody would who has it before them on paper. */
import type { Page } from 'playwright-core'

export interface Editor {
  readonly page: Page
  /** Address of the draft. */
  readonly base: string
}

/** Presses a button that saves and waits for the page that follows. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()])
}

async function open({ page, base }: Editor, path: string): Promise<void> {
  await page.goto(`${base}${path}`)
}

/** Writes every value of a group into the fields that bear its name; fails for a value that no field holds. */
export async function write(page: Page, name: string, value: unknown): Promise<void> {
  const control = page.locator(`[name="${name}"]:not([type=hidden])`)
  const has = async (suffix: string): Promise<boolean> => (await page.locator(`[name="${name}${suffix}"]`).count()) > 0
  if (typeof value === 'object' && value !== null && (!Array.isArray(value) || typeof value[0] === 'object')) {
    for (const [key, inner] of Object.entries(value)) await write(page, `${name}.${key}`, inner)
    return
  }
  if (await has('.day')) return writeDay(page, name, String(value))
  if (await has('.shown')) return tick(page, name, value)
  if ((await control.count()) === 0) throw new Error(`no field for ${name}`)
  const tag = await control
    .first()
    .evaluate((element) => (element as { tagName: string; type: string }).tagName + ((element as { type?: string }).type ?? ''))
  const text = value === null ? '' : String(value)
  if (tag.startsWith('SELECT')) await control.selectOption(text)
  else if (tag === 'INPUTradio') await page.locator(`[name="${name}"][value="${text}"]`).check()
  else await control.fill(text)
}

async function writeDay(page: Page, name: string, value: string): Promise<void> {
  const [day = '', time] = value.split('T')
  const [year = '', month = '', date = ''] = day.split('-')
  await page.locator(`[name="${name}.day"]`).fill(date)
  await page.locator(`[name="${name}.month"]`).fill(month)
  await page.locator(`[name="${name}.year"]`).fill(year)
  if (time !== undefined) await page.locator(`[name="${name}.time"]`).fill(time)
}

async function tick(page: Page, name: string, value: unknown): Promise<void> {
  if (typeof value === 'boolean') return page.locator(`[name="${name}"][value="yes"]`).setChecked(value)
  for (const code of value as readonly string[]) await page.locator(`[name="${name}"][value="${code}"]`).check()
}

/** A part that stands once. */
export async function writePart(editor: Editor, part: string, at: string, value: Readonly<Record<string, unknown>>): Promise<void> {
  await open(editor, `/${part}`)
  for (const [key, inner] of Object.entries(value)) await write(editor.page, `${at}.${key}`, inner)
  await press(editor.page, 'button[name=act][value=save]:not(.vh)')
}

/** A list: an item is added, then written. What it is comes first, for it decides which fields it has. */
export async function writeList({ page }: Editor, at: string, items: readonly object[], leading?: string): Promise<void> {
  for (const [place, item] of items.entries()) {
    await press(page, `button[name=act][value="add:${at}"]`)
    const values = Object.entries(item)
    const first = leading === undefined ? undefined : values.find(([key]) => key === leading)
    if (first !== undefined) {
      await write(page, `${at}.${place}.${leading}`, first[1])
      await press(page, 'button[name=act][value=save]:not(.vh)')
    }
    const question = (item as { parameters?: { question?: string } }).parameters?.question
    if (question !== undefined) {
      // Which of its answers excludes is asked once the question is chosen.
      await write(page, `${at}.${place}.parameters.question`, question)
      await press(page, 'button[name=act][value=save]:not(.vh)')
    }
    for (const [key, inner] of values) if (key !== leading && !isNothing(inner)) await write(page, `${at}.${place}.${key}`, inner)
    await press(page, 'button[name=act][value=save]:not(.vh)')
  }
}

/** Rules without settings have none to write. */
function isNothing(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}
