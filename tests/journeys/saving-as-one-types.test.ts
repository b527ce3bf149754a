import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { saveDraft, startApplication } from '../../src/features/applications/index.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import { DURING, type OpenCall, openCall, somebody, TOO_LATE } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { launchBrowser } from './browser.ts'

/** How long a page may take to say what is awaited, on a machine with other work. */
const PATIENCE = { timeout: 15_000 }

const held = testDatabase()
const server = testServer(held)
let call: OpenCall
let browser: Browser
let island: string
beforeAll(async () => {
  call = await openCall(held.db)
  server.setClock(DURING)
  browser = await launchBrowser()
  const built = await build({
    entryPoints: ['src/islands/draft.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    target: ['chrome90', 'firefox90', 'safari15'],
  })
  island = built.outputFiles[0]?.text ?? ''
})
afterAll(async () => {
  await browser?.close()
})

interface Writer {
  readonly viewer: SignedIn
  readonly application: string
  readonly context: BrowserContext
  /** Opens the section "project" in a page of its own. */
  open(): Promise<Page>
}

async function writer(): Promise<Writer> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const { application } = started.value
  const token = await atomically(held.db, (trx) => startSession(trx, call.organisation, viewer.person.id, DURING))
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  await context.route(/\/assets\/draft[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: island }))
  return {
    viewer,
    application,
    context,
    async open() {
      const page = await context.newPage()
      await page.goto(`${server.origin}/fr/applications/${application}/sections/project`)
      return page
    },
  }
}

const answersOf = async (application: string) =>
  (await held.db.selectFrom('draft').select('answers').where('application', '=', application).executeTakeFirstOrThrow()).answers as Record<
    string,
    string
  >
/** Sections of which something waits on this phone. */
const keptOn = (page: Page): Promise<string[]> =>
  page.evaluate(`Object.keys(localStorage).filter((key) => key.startsWith('draft ') && Object.keys(JSON.parse(localStorage[key]).unsent).length > 0)`)

/** The code of the last mail to this address. */
async function codeSent(address: string): Promise<string> {
  const { content } = await held.db
    .selectFrom('message')
    .select('content')
    .where('address', '=', address)
    .orderBy('written_at', 'desc')
    .executeTakeFirstOrThrow()
  return /\b\d{4}[ \u00a0]?\d{4}\b/.exec(JSON.stringify(content))?.[0] ?? ''
}
const status = (page: Page) => page.locator('[data-saved]')
const saidSaved = 'Tout est enregistré'

describe('where scripts run', { timeout: 90_000 }, () => {
  test('what is typed is saved without pressing anything, and the page says when', async () => {
    const { open, application, context } = await writer()
    const page = await open()
    await page.fill('[name=summary]', 'Un théâtre d’ombres')
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ summary: 'Un théâtre d’ombres' })
    await page.getByText(saidSaved).waitFor(PATIENCE)
    await page.selectOption('[name=region]', 'ori')
    await page.check('[name=sector][value=music]')
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ summary: 'Un théâtre d’ombres', region: 'ori', sector: 'music' })
    await context.close()
  })

  test('a long text in Arabic is saved as well as a short one', async () => {
    const { open, application, context } = await writer()
    const page = await open()
    const long = 'حكاية من تازة '.repeat(1400).trim()
    await page.fill('[name=summary]', long)
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ summary: long })
    await page.getByText(saidSaved).waitFor(PATIENCE)
    await page.fill('[name=summary]', `${long} ${long}`)
    await page.getByText('20\u00a0000 signes au plus').waitFor(PATIENCE)
    expect(await keptOn(page)).toHaveLength(1)
    await context.close()
  })

  test('words are counted under a field that has a limit, and past it in the colour of errors', async () => {
    const { open, context } = await writer()
    const page = await open()
    await page.fill('[name=summary]', 'un deux trois')
    expect(await page.textContent('#summary-count')).toBe('150 mots au plus. Écrits\u00a0: 3')
    await page.fill('[name=summary]', 'mot '.repeat(151))
    expect(await page.getAttribute('#summary-count', 'class')).toBe('err')
    await context.close()
  })

  test('what is typed without a network is kept on the phone, and sent when the network is back', async () => {
    const { open, application, context } = await writer()
    const page = await open()
    await context.setOffline(true)
    await page.fill('[name=summary]', 'Écrit dans le train')
    await page.getByText('Hors connexion · gardé sur ce téléphone').waitFor(PATIENCE)
    expect(await status(page).getAttribute('data-s')).toBe('off')
    expect(await answersOf(application)).toEqual({})
    await context.setOffline(false)
    await page.getByText(saidSaved).waitFor(PATIENCE)
    expect(await status(page).getAttribute('data-s')).toBe(null)
    expect(await answersOf(application)).toEqual({ summary: 'Écrit dans le train' })
    await context.close()
  })

  test('what could not be sent before the page was closed is back in its field at the next visit, and saved', async () => {
    const { open, application, context } = await writer()
    const first = await open()
    await context.setOffline(true)
    await first.fill('[name=project_title]', 'Dar Dhil')
    await first.getByText('Hors connexion').waitFor(PATIENCE)
    await first.close()
    await context.setOffline(false)
    const second = await open()
    await expect.poll(() => second.inputValue('[name=project_title]'), PATIENCE).toBe('Dar Dhil')
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ project_title: 'Dar Dhil' })
    await expect.poll(() => keptOn(second), PATIENCE).toEqual([])
    await context.close()
  })

  test('what was written elsewhere while this phone was offline is not overwritten: the page leads to the two versions', async () => {
    const { viewer, open, application, context } = await writer()
    const page = await open()
    await context.setOffline(true)
    await page.fill('[name=summary]', 'Du téléphone')
    await page.getByText('Hors connexion').waitFor(PATIENCE)
    await saveDraft(held.db, viewer, { application, answers: { summary: 'Du portable' }, known: {}, page: newId(), turn: 0 }, DURING)
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Une réponse a été écrite deux fois' }).click(PATIENCE)
    await page.getByRole('heading', { name: 'Cette réponse a été écrite deux fois' }).waitFor()
    expect(await page.textContent('main')).toContain('Du téléphone')
    expect(await page.textContent('main')).toContain('Du portable')
    expect(await answersOf(application)).toEqual({ summary: 'Du portable' })
    await context.close()
  })

  test('the button saves at once, whatever is under way, and one’s own typing is never a second version', async () => {
    const { open, application, context } = await writer()
    const page = await open()
    await page.fill('[name=summary]', 'Début')
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ summary: 'Début' })
    await page.fill('[name=summary]', 'Début et suite')
    await page.waitForRequest((request) => request.method() === 'PATCH')
    await page.locator('[name=summary]').pressSequentially(' et fin')
    await page.getByRole('button', { name: 'Enregistrer et revenir à la liste' }).click()
    await page.getByRole('heading', { name: 'Envoi' }).waitFor()
    expect(await answersOf(application)).toEqual({ summary: 'Début et suite et fin' })
    expect(await page.textContent('main')).not.toContain('deux fois')
    expect(await keptOn(page)).toEqual([])
    await context.close()
  })

  test('when the session ends, what is typed stays, and signing in by code leads back to the same field, where it is saved', async () => {
    const { viewer, open, application, context } = await writer()
    const page = await open()
    await held.db.updateTable('session').set({ ended_at: DURING }).where('person', '=', viewer.person.id).execute()
    await page.fill('[name=summary]', 'Tapé après la fin')
    await page.getByRole('link', { name: 'Votre session a pris fin' }).click(PATIENCE)
    await page.getByText('Ce que vous aviez écrit').waitFor(PATIENCE)
    const { email } = await held.db.selectFrom('person').select('email').where('id', '=', viewer.person.id).executeTakeFirstOrThrow()
    await page.fill('#email', email ?? '')
    await page.click('main form button')
    await page.fill('[name=code]', await codeSent(email ?? ''))
    await page.click('main form button')
    await page.waitForURL(/sections\/project#summary$/)
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ summary: 'Tapé après la fin' })
    expect(await page.inputValue('[name=summary]')).toBe('Tapé après la fin')
    expect(await page.evaluate('document.activeElement.id')).toBe('summary')
    await context.close()
  })

  test('signed in again in another tab, the first goes on by itself when one comes back to it', async () => {
    const { viewer, open, application, context } = await writer()
    const page = await open()
    await held.db.updateTable('session').set({ ended_at: DURING }).where('person', '=', viewer.person.id).execute()
    await page.fill('[name=summary]', 'Tapé après la fin')
    await page.getByRole('link', { name: 'Votre session a pris fin' }).waitFor(PATIENCE)
    const token = await atomically(held.db, (trx) => startSession(trx, call.organisation, viewer.person.id, DURING))
    await context.addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
    expect(await answersOf(application)).toEqual({})
    await page.evaluate("window.dispatchEvent(new Event('focus'))")
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ summary: 'Tapé après la fin' })
    await context.close()
  })

  test('the lines of a table are saved together, and none is lost for another', async () => {
    const { application, context } = await writer()
    const page = await context.newPage()
    await page.goto(`${server.origin}/fr/applications/${application}/sections/kinds`)
    await page.fill('[name="of_people.0.name"]', 'Salma')
    await page.fill('[name="of_people.1.name"]', 'Yassine')
    const people = [expect.objectContaining({ name: 'Salma' }), expect.objectContaining({ name: 'Yassine' })]
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ of_people: people })
    await page.fill('[name="of_people.1.name"]', 'Yassine T.')
    await expect.poll(() => answersOf(application), PATIENCE).toEqual({ of_people: [people[0], expect.objectContaining({ name: 'Yassine T.' })] })
    await context.close()
  })

  test('after the deadline the page says so and keeps what was typed', async () => {
    const { open, application, context } = await writer()
    const page = await open()
    server.setClock(TOO_LATE)
    await page.fill('[name=summary]', 'Trop tard')
    await page.getByText('arrivé après la fin du délai').waitFor(PATIENCE)
    server.setClock(DURING)
    expect(await page.inputValue('[name=summary]')).toBe('Trop tard')
    expect(await answersOf(application)).toEqual({})
    await context.close()
  })
})
