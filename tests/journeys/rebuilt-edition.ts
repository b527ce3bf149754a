/** Hands that type an edition into its editor, page by page, as somebody would who has it before them on paper. */
import type { Page } from 'playwright-core'

export interface Editor {
  readonly page: Page
  /** Address of the draft. */
  readonly base: string
}

/** As soon as the page is read: hundreds of pages follow one another here, and none waits for the letters of another to be drawn. */
const READ = { waitUntil: 'domcontentloaded' } as const

/** Presses a button that saves and waits for the page that follows. */
export async function press(page: Page, selector: string): Promise<void> {
  const pressed = page
    .locator(selector)
    .first()
    .evaluate((button) => (button as unknown as { click(): void }).click())
  await Promise.all([page.waitForNavigation(READ), pressed])
}

export async function open({ page, base }: Editor, path: string): Promise<void> {
  await page.goto(`${base}${path}`, READ)
}

/** Writes every value of a group into the fields that bear its name, in one go; fails for a value that no field holds. */
export async function write(page: Page, name: string, value: unknown): Promise<void> {
  await page.evaluate(
    ([outer, whole]) => {
      interface Control {
        tagName: string
        type: string
        value: string
        checked: boolean
        options: Iterable<{ value: string }>
      }
      const named = (field: string): Control[] => [
        ...(globalThis as unknown as { document: { querySelectorAll(selector: string): Iterable<Control> } }).document.querySelectorAll(
          `[name="${field}"]`,
        ),
      ]
      const one = (field: string): Control => {
        const found = named(field).find(({ type }) => type !== 'hidden')
        if (found === undefined) throw new Error(`no field for ${field}`)
        return found
      }
      const fill = (field: string, text: string): void => {
        const control = one(field)
        if (control.tagName === 'SELECT' && ![...control.options].some((option) => option.value === text))
          throw new Error(`${field} offers no ${text}`)
        control.value = text
      }
      const tick = (field: string, code: string, on: boolean): void => {
        const box = named(field).find((control) => control.value === code && control.type !== 'hidden')
        if (box === undefined) throw new Error(`${field} has no box for ${code}`)
        box.checked = on
      }
      const put = (field: string, inner: unknown): void => {
        if (typeof inner === 'object' && inner !== null && (!Array.isArray(inner) || typeof inner[0] === 'object')) {
          for (const [key, part] of Object.entries(inner)) put(`${field}.${key}`, part)
        } else if (named(`${field}.day`).length > 0) {
          const [day = '', time] = String(inner).split('T')
          const [year = '', month = '', date = ''] = day.split('-')
          for (const [box, text] of Object.entries({ day: date, month, year, ...(time === undefined ? {} : { time }) })) fill(`${field}.${box}`, text)
        } else if (named(`${field}.shown`).length > 0) {
          if (typeof inner === 'boolean') tick(field, 'yes', inner)
          else for (const code of inner as readonly string[]) tick(field, code, true)
        } else if (one(field).type === 'radio') tick(field, String(inner), true)
        else fill(field, inner === null ? '' : String(inner))
      }
      put(outer as string, whole)
    },
    [name, value],
  )
}

/** A part that stands once. */
export async function writePart(editor: Editor, part: string, at: string, value: Readonly<Record<string, unknown>>): Promise<void> {
  await open(editor, `/${part}`)
  await write(editor.page, at, value)
  await press(editor.page, 'button[name=act][value=save]:not(.vh)')
}

/** A list: an item is added, which keeps the one before it, then written. What it is comes first, for it decides which fields it has. */
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
    const rest = Object.fromEntries(values.filter(([key, inner]) => key !== leading && !isNothing(inner)))
    await write(page, `${at}.${place}`, rest)
  }
  await press(page, 'button[name=act][value=save]:not(.vh)')
}

/** Rules without settings have none to write. */
function isNothing(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}
