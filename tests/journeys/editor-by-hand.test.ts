import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EditionDocument } from '../../src/domain/edition-document.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { beginEditionDraft } from '../../src/features/programme/commands/edition-draft.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import { BEFORE, house } from '../database/house.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { launchBrowser } from './browser.ts'

/** How long a page may take to say what is awaited, on a machine with other work. */
const PATIENCE = { timeout: 15_000 }

const held = testDatabase()
const the = house(held)
const server = testServer(held)
const islands: Record<string, string> = {}
let browser: Browser
beforeAll(async () => {
  server.setClock(BEFORE)
  await held.db.updateTable('organisation').set({ host: null }).where('id', '=', the.organisation).execute()
  // Sessions read roles from the records.
  for (const { person, grants } of [the.officer, the.director])
    for (const { role } of grants)
      await held.db
        .insertInto('role_grant')
        .values({ organisation: the.organisation, id: newId(BEFORE), person: person.id, role, granted_at: BEFORE })
        .execute()
  browser = await launchBrowser()
  for (const name of ['editor', 'pasting', 'reorder']) {
    const built = await build({
      entryPoints: [`src/islands/${name}.ts`],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      target: 'chrome90',
    })
    islands[name] = built.outputFiles[0]?.text ?? ''
  }
})
afterAll(async () => {
  await browser?.close()
})

async function deviceOf(viewer: SignedIn): Promise<BrowserContext> {
  const token = await atomically(held.db, (trx) => startSession(trx, the.organisation, viewer.person.id, BEFORE))
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(15_000)
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  for (const name of Object.keys(islands))
    await context.route(new RegExp(`/assets/${name}[^/]*\\.js$`), (route) =>
      route.fulfill({ contentType: 'text/javascript', body: islands[name] ?? '' }),
    )
  return context
}

async function draft(): Promise<string> {
  const begun = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, BEFORE)
  if (!begun.ok) throw new Error(begun.code)
  return begun.value.draft
}

async function opened(id: string, path: string, viewer = the.officer): Promise<Page> {
  const page = await (await deviceOf(viewer)).newPage()
  await page.goto(`${server.origin}/fr/desk/editions/${id}${path}`)
  return page
}

async function documentOf(id: string): Promise<EditionDocument> {
  const row = await held.db.selectFrom('edition_draft').select('document').where('id', '=', id).executeTakeFirstOrThrow()
  return row.document as EditionDocument
}

const questionsOf = async (id: string, place: number) => (await documentOf(id)).form.sections[place]?.questions.map(({ code }) => code) ?? []

describe('the order of a form', () => {
  test('is changed by keys alone: lifted, moved past the end of its part, dropped; each said aloud; and put back by Escape', async () => {
    const id = await draft()
    const [before, next] = [await questionsOf(id, 1), await questionsOf(id, 2)]
    const last = before.at(-1) as string
    const page = await opened(id, '/form')
    const grip = page.locator(`#question-${last} .grip`)
    const status = page.locator('body > p[role=status]')
    await grip.focus()
    await page.keyboard.press('Space')
    expect(await status.textContent()).toContain('saisi')
    await page.keyboard.press('ArrowDown')
    expect(await status.textContent()).toContain(`place 1 sur ${next.length + 1}`)
    await page.keyboard.press('Escape')
    expect([await status.textContent(), await page.locator(`#question-${last} .grip:focus`).count()]).toEqual([
      expect.stringContaining('revenu à sa place'),
      1,
    ])
    for (const key of ['Space', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    await Promise.all([page.waitForURL(/said=saved/), page.keyboard.press('Space')])
    expect([await questionsOf(id, 1), await questionsOf(id, 2)]).toEqual([before.slice(0, -1), next.toSpliced(1, 0, last)])
    expect(await page.locator(`#question-${last} .grip:focus`).count()).toBe(1)
  })

  test('is changed by dragging with the mouse', async () => {
    const id = await draft()
    const before = await questionsOf(id, 1)
    const [first, second] = before as [string, string]
    const page = await opened(id, '/form')
    await page.locator(`#question-${first}`).scrollIntoViewIfNeeded()
    const from = await page.locator(`#question-${second} .grip`).boundingBox()
    const to = await page.locator(`#question-${first}`).boundingBox()
    if (from === null || to === null) throw new Error('nothing to drag')
    await page.mouse.move(from.x + 5, from.y + 5)
    await page.mouse.down()
    await page.mouse.move(from.x + 5, to.y + to.height / 2 + 2, { steps: 4 })
    await page.mouse.move(from.x + 5, to.y + 3, { steps: 4 })
    await Promise.all([page.waitForURL(/said=saved/), page.mouse.up()])
    expect(await questionsOf(id, 1)).toEqual([second, first, ...before.slice(2)])
  })

  test('of a list keeps what was typed in it', async () => {
    const id = await draft()
    const before = (await documentOf(id)).sectors.map(({ code }) => code)
    const page = await opened(id, '/sectors')
    await page.fill('[name="sectors.0.name.fr"]', 'Musiques')
    await page.locator('#sectors-0 .grip').focus()
    for (const key of ['Space', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    await Promise.all([page.waitForURL(/said=saved/), page.keyboard.press('Space')])
    const { sectors } = await documentOf(id)
    expect([sectors.map(({ code }) => code).slice(0, 3), sectors[2]?.name.fr]).toEqual([[before[1], before[2], before[0]], 'Musiques'])
  })
})

describe('what is typed in the editor', () => {
  test('is saved a moment later and said so; a button pressed meanwhile meets no version of its own', async () => {
    const id = await draft()
    const page = await opened(id, '/edition')
    await page.fill('[name="edition.places"]', '')
    await page.locator('[name="edition.name.fr"]').pressSequentially('Édition 3', { delay: 10 })
    await page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 200)
    await page.locator('[data-saved]').getByText('Enregistré').waitFor(PATIENCE)
    expect((await documentOf(id)).edition.name.fr).toBe('Édition 3')
    let underway = 0
    await page.route('**/edition', async (route) => {
      if (route.request().headers().accept === 'application/json') {
        underway += 1
        await new Promise((resolve) => setTimeout(resolve, 700))
      }
      await route.continue()
    })
    await page.locator('[name="edition.name.fr"]').fill('Édition 4')
    await page.waitForRequest((one) => one.headers().accept === 'application/json')
    await page.locator('[name="edition.name.fr"]').fill('Édition 5')
    await page.locator('.dock button[value=save]').click()
    await page.waitForURL(/said=saved/)
    expect([underway, (await documentOf(id)).edition.name.fr]).toEqual([1, 'Édition 5'])
  })

  test('over what somebody else saved is not kept by itself; the button shows both versions', async () => {
    const id = await draft()
    const mine = await opened(id, '/programme')
    const other = await opened(id, '/programme', the.director)
    await other.fill('[name="programme.tagline.fr"]', 'Une autre devise')
    await other.locator('.dock button[value=save]').click()
    await other.waitForURL(/said=saved/)
    await mine.fill('[name="programme.tagline.fr"]', 'Ma devise')
    await mine.locator('[data-saved]').getByText('Quelqu’un d’autre').waitFor(PATIENCE)
    expect((await documentOf(id)).programme.tagline.fr).toBe('Une autre devise')
    await mine.locator('.dock button[value=save]').click()
    await mine.getByText('Une autre devise').first().waitFor(PATIENCE)
    expect(await mine.inputValue('[name="programme.tagline.fr"]')).toBe('Ma devise')
  })

  test('in a question is saved, but its code and its condition wait for the button', async () => {
    const id = await draft()
    const page = await opened(id, '/form/questions/pitch')
    await page.fill('[name="question.code"]', 'summary')
    await page.fill('[name="question.label.fr"]', 'En une phrase')
    await page.locator('[data-saved]').getByText('Le reste sera enregistré').waitFor(PATIENCE)
    const questions = (await documentOf(id)).form.sections.flatMap((section) => section.questions)
    expect(questions.find(({ code }) => code === 'pitch')?.label.fr).toBe('En une phrase')
    await page.locator('.dock button[value=save]').click()
    await page.waitForURL(/questions\/summary/)
  })
})

describe('what is pasted from a table', () => {
  async function pasteInto(page: Page, field: string, text: string): Promise<void> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
    await page.evaluate(
      (copied) =>
        (globalThis as unknown as { navigator: { clipboard: { writeText(text: string): Promise<void> } } }).navigator.clipboard.writeText(copied),
      text,
    )
    await page.locator(`[name="${field}"]`).focus()
    await page.keyboard.press('Control+V')
  }
  const values = (page: Page, fields: readonly string[]) => Promise.all(fields.map((field) => page.inputValue(`[name="${field}"]`)))
  const languages = (field: string) => ['ar', 'fr', 'en'].map((language) => `${field}.${language}`)

  test('fills the languages of a text and the texts below, is saved like what is typed, and can be undone', async () => {
    const id = await draft()
    const page = await opened(id, '/form/questions/pitch')
    const before = await values(page, languages('question.label'))
    await pasteInto(page, 'question.label.ar', 'مشروعك\tVotre projet\tYour project\n"سطر\nسطر"\tUne aide\tA help\n')
    expect(await values(page, languages('question.label'))).toEqual(['مشروعك', 'Votre projet', 'Your project'])
    expect(await values(page, languages('question.hint'))).toEqual(['سطر\nسطر', 'Une aide', 'A help'])
    await expect
      .poll(
        async () => (await documentOf(id)).form.sections.flatMap(({ questions }) => questions).find(({ code }) => code === 'pitch')?.hint?.en,
        PATIENCE,
      )
      .toBe('A help')
    for (const _ of [...before, ...before]) await page.keyboard.press('Control+Z')
    expect(await values(page, languages('question.label'))).toEqual(before)
  })

  test('leaves alone what an empty cell stands for, and is kept whole in one field where a cell would have none', async () => {
    const id = await draft()
    const page = await opened(id, '/programme')
    const [, french, english] = await values(page, languages('programme.name'))
    await pasteInto(page, 'programme.name.ar', 'اسم\t\tA name')
    expect(await values(page, languages('programme.name'))).toEqual(['اسم', french, 'A name'])
    await pasteInto(page, 'programme.name.fr', 'un\tdeux\ttrois')
    expect(await page.inputValue('[name="programme.name.fr"]')).toContain('un\tdeux\ttrois')
    expect(await page.inputValue('[name="programme.name.en"]')).toBe('A name')
    await pasteInto(page, 'programme.slug', 'one\ttwo')
    expect(await page.inputValue('[name="programme.slug"]')).toContain('one\ttwo')
    expect(english).not.toBe('')
  })
})
