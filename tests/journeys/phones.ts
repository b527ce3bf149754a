/** Phones whose network comes and goes, each with an application begun on it. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { loadEditions } from '../../src/demo/load/editions.ts'
import { loadOrganisation, ORGANISATION } from '../../src/demo/load/organisation.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { startApplication } from '../../src/features/applications/index.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { DURING, somebody } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { line } from './line.ts'
import { launchBrowser } from './browser.ts'

export const PATIENCE = { timeout: 30_000 }
/** The task list, seven sections, the check page, the call and its rules. */
const ALL_PAGES = 11

/** Answers that make the form of 2024 whole. */
export const WHOLE_2024 = {
  ...{ holder_name_ar: 'سلمى أوحساين', holder_name_latin: 'Salma Ouhssain', gender: 'woman', phone: '0612345678', email: 'salma@example.org' },
  ...{ birth_date: '2000-06-14', region: 'FM', province: 'MA-TAZ', town: 'Taza', past_support: 'no', applicant_kind: 'person', team_size: '1' },
  ...{ team: 'Moi', team_strength: 'Le théâtre', consent_data: 'yes', project_title: 'Dar Dhil', sector: 'performing_arts', stage: 'idea' },
  ...{ pitch: 'Un théâtre d’ombres', what: 'Des spectacles', pure_creation: 'no', market: 'Les communes', impact: 'Les villages' },
  ...{ need: 'Une salle', budget_total: '40000', funding_requested: '20000' },
}

export interface Phone {
  readonly viewer: SignedIn
  readonly application: string
  readonly context: BrowserContext
  readonly page: Page
  /** Of a page of the application. */
  at(rest?: string): string
}

export const keptPages = (page: Page): Promise<string[]> =>
  page.evaluate(`caches.open('pages').then((cache) => cache.keys()).then((keys) =>
    keys.map(({ url }) => new URL(url).pathname).filter((path) => /^\\/(ar|fr|en)\\//.test(path)))`)
export const typedHere = (page: Page): Promise<number> => page.evaluate("Object.keys(localStorage).filter((key) => key !== 'owner').length")

export const shown = (page: Page) => page.locator('body').innerText()

/** To be called at the top of a test file: its database, its server, the line between, and phones. */
export function phones() {
  const held = testDatabase()
  const server = testServer(held)
  const wire = line(server)
  let browser: Browser
  beforeAll(async () => {
    await atomically(held.db, (trx) => loadOrganisation(trx))
    await loadEditions(held.db, 'call')
    server.setClock(DURING)
    browser = await launchBrowser()
  })
  beforeEach(() => {
    wire.mend()
    server.setClock(DURING)
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function signIn(context: BrowserContext, viewer: SignedIn): Promise<void> {
    const token = await atomically(held.db, (trx) => startSession(trx, ORGANISATION, viewer.person.id, DURING))
    await context.addCookies([{ name: SESSION_COOKIE, value: token, url: wire.origin, httpOnly: true }])
  }

  async function begin(viewer: SignedIn): Promise<string> {
    const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
    if (!started.ok) throw new Error(started.code)
    return started.value.application
  }

  /** A phone on which an application was begun and its task list opened once. */
  async function phone(begun?: Pick<Phone, 'viewer' | 'application'>): Promise<Phone> {
    const viewer = begun?.viewer ?? (await somebody(held.db, ORGANISATION))
    const application = begun?.application ?? (await begin(viewer))
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    context.setDefaultTimeout(PATIENCE.timeout)
    await signIn(context, viewer)
    const page = await context.newPage()
    const at = (rest = '') => `${wire.origin}/fr/applications/${application}${rest}`
    await page.goto(at())
    await expect.poll(async () => (await keptPages(page)).length, PATIENCE).toBe(ALL_PAGES)
    return { viewer, application, context, page, at }
  }

  const answersOf = async (application: string) =>
    (await held.db.selectFrom('draft').select('answers').where('application', '=', application).executeTakeFirstOrThrow()).answers
  async function offline(context: BrowserContext): Promise<void> {
    wire.cut()
    await context.setOffline(true)
  }
  async function online(context: BrowserContext): Promise<void> {
    wire.mend()
    await context.setOffline(false)
  }
  return { held, server, wire, phone, begin, signIn, offline, online, answersOf }
}
