/** The edition of 2024 as the stories find it: everybody of the named world but one, who applies by hand. */
import type { Page } from 'playwright-core'
import type { Language } from '../../../src/domain/language.ts'
import { editionIds, type Loading } from '../../../src/demo/load/context.ts'
import { loadApplications } from '../../../src/demo/load/applications.ts'
import { loadEditions } from '../../../src/demo/load/editions.ts'
import { demoId } from '../../../src/demo/load/id.ts'
import { loadOrganisation } from '../../../src/demo/load/organisation.ts'
import type { WorldApplication } from '../../../src/demo/world/applications.ts'
import { instant } from '../../../src/demo/world/clock.ts'
import { makeWorld } from '../../../src/demo/world/world.ts'
import { atomically } from '../../../src/platform/database/atomically.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import type { TestServer } from '../../server/test-server.ts'
import type { TestBrowser } from '../browser.ts'
import { enterAs, inspect } from '../hands.ts'

export interface Setting {
  readonly language: Language
  readonly width: 390 | 1280
  readonly script: boolean
  /** Key of the application of the world that is sent by hand. */
  readonly newcomer: string
}

export interface Told extends Setting {
  readonly db: Database
  readonly server: TestServer
  readonly loading: Loading
  readonly one: WorldApplication
  /** Whether every page on the way is read by axe: where scripts run, in Arabic and in French; the English pages are the French ones in other words. */
  readonly looks: boolean
  /** A device on which a member of the team, or a person by their id, has entered. */
  as(who: string): Promise<Page>
  open(page: Page, path: string): Promise<void>
  /** Moves the clock to a wall time in Morocco and everything the world does until then may be loaded. */
  at(wall: string): void
  /** The application sent by hand, once it is there. */
  application(): Promise<string>
  /** The person who sent it. */
  holder(): Promise<string>
}

/** Everyone else's applications are in; the clock shows the day before the deadline. */
export async function begin(setting: Setting, db: Database, server: TestServer, browser: TestBrowser): Promise<Told> {
  await atomically(db, (trx) => loadOrganisation(trx))
  await loadEditions(db, 'closed')
  const loading: Loading = {
    db,
    ids: await editionIds(db, 'e2'),
    until: new Date('2025-01-31T12:00:00Z'),
    without: setting.newcomer,
    origin: server.origin,
  }
  await loadApplications(loading)
  const one = makeWorld().applications.e2.find((each) => each.key === setting.newcomer) as WorldApplication
  const devices = new Map<string, Page>()
  const sent = () =>
    db
      .selectFrom('submission as s')
      .innerJoin('person as p', 'p.id', 's.submitted_by')
      .select(['s.application', 's.submitted_by'])
      .where('p.email', '=', one.holder.email)
      .executeTakeFirstOrThrow()
  const looks = setting.script && setting.language !== 'en'
  const told: Told = {
    ...setting,
    looks,
    db,
    server,
    loading,
    one,
    async as(who) {
      const known = devices.get(who)
      if (known !== undefined) return known
      const page = await browser.device({ width: setting.width, script: setting.script })
      await enterAs(page, server.origin, idOf(who))
      devices.set(who, page)
      return page
    },
    async open(page, path) {
      const address = `${server.origin}/${setting.language}${path}`
      let answer = await page.goto(address)
      const who = [...devices].find(([, device]) => device === page)?.[0]
      if (who !== undefined && page.url().includes('/sign-in')) {
        // Weeks have passed on the clock of the story: the session has ended, as it should.
        await enterAs(page, server.origin, idOf(who))
        answer = await page.goto(address)
      }
      if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`)
      await inspect(page, looks)
    },
    at: (wall) => server.setClock(new Date(instant(wall))),
    application: async () => (await sent()).application,
    holder: async () => (await sent()).submitted_by,
  }
  told.at('2024-03-30T18:00')
  return told
}

const idOf = (who: string): string => (who.includes('-') ? who : demoId(`person:${who}`))
