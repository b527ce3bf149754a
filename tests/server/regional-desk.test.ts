/** Who serves one region finds behind their menu the pages of that region, and no door that is closed to them. */
import { beforeAll, expect, test } from 'vitest'
import { type Role, STAFF } from '../../src/domain/viewer.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import { somebody } from '../database/open-call.ts'
import { type SmallEdition, smallEdition, submitted } from '../database/small-edition.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from './test-server.ts'

const held = testDatabase()
const server = testServer(held)
const NOW = new Date('2024-04-04T09:00:00Z')
const made: { small?: SmallEdition } = {}

beforeAll(async () => {
  server.setClock(NOW)
  made.small = await smallEdition(held.db)
  await submitted(held.db, made.small)
  const nothing = { minutes: 20, offers: [], prepare: [], questions: [], sessions: [], help: { phone: '', hours: { ar: '', fr: '', en: '' } } }
  await held.db
    .updateTable('call')
    .set({ texts: JSON.stringify(nothing) })
    .where('edition', '=', made.small.edition)
    .execute()
})

/** Somebody who holds a role in one region alone; answers what they find under an address. */
async function regional(role: Role) {
  const { organisation, programme, edition, director } = made.small as SmallEdition
  const { person } = await somebody(held.db, organisation)
  const grant = { role, programme, edition, region: 'fes', granted_by: director.person.id, granted_at: NOW }
  await held.db
    .insertInto('role_grant')
    .values({ organisation, id: newId(NOW), person: person.id, ...grant })
    .execute()
  const token = await atomically(held.db, (trx) => startSession(trx, organisation, person.id, NOW))
  return async (path: string) => {
    const answer = await fetch(server.origin + path, { headers: { cookie: `${SESSION_COOKIE}=${token}` } })
    return { status: answer.status, page: await answer.text() }
  }
}

/** Links of the desk on a page: address and what is written on it. */
function doors(page: string): [string, string][] {
  const links = [...page.matchAll(/<a\b[^>]*href="(\/fr\/desk\/[^"]*)"[^>]*>([\s\S]*?)<\/a>/g)]
  return links.map(([, href = '', inner = '']) => [href.replaceAll('&amp;', '&'), inner.replace(/<[^>]*>/g, ' ').trim()])
}

test.each(STAFF)('a %s of one region is shown no door that is closed', async (role) => {
  const get = await regional(role)
  const desk = await get('/fr/desk/2024')
  expect(desk.status).toBe(200)
  const opened = new Map<string, Awaited<ReturnType<typeof get>>>()
  const open = async (href: string): Promise<void> => {
    if (!opened.has(href)) opened.set(href, await get(href))
  }
  for (const [href] of doors(desk.page)) await open(href)
  const pages = [...opened.values()].flatMap(({ page }) => doors(page)).filter(([to]) => /^\/fr\/desk\/2024\/[a-z-]+$/.test(to))
  for (const [href] of pages) await open(href)
  const closed = [...opened].filter(([, { status }]) => status !== 200).map(([href, { status }]) => `${status} ${href}`)
  expect(closed).toEqual([])
})

test('an officer of one region has the call, the applications and the readings of that region on the run sheet', async () => {
  const get = await regional('officer')
  const rail = /<nav class="rail"[\s\S]*?<\/nav>/.exec((await get('/fr/desk/2024')).page)?.[0] ?? ''
  expect(doors(rail).map(([href]) => href)).toEqual(['call', 'applications', 'reviews', ''].map((page) => `/fr/desk/2024${page && `/${page}`}`))
  const readings = (await get('/fr/desk/2024/reviews')).page
  expect(doors(readings).map(([href]) => href)).toContain('/fr/desk/2024/interviews')
  expect(readings).not.toContain('/fr/desk/2024/reviewers')
})
