/** What a phone on a weak and costly network has to fetch. Weights are those sent, compressed, without fonts (they come after the text is read). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadEditions } from '../../src/demo/load/editions.ts'
import { loadOrganisation, ORGANISATION } from '../../src/demo/load/organisation.ts'
import { LANGUAGES } from '../../src/domain/language.ts'
import { startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { root } from '../../src/platform/root.ts'
import { somebody } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { type FirstVisit, firstVisit, type Weighed } from '../server/first-visit.ts'
import { testServer } from '../server/test-server.ts'

const KB = 1024
const FIRST_VISIT = 60 * KB
const NEXT_PAGE = 15 * KB
const ISLAND = 3 * KB
const OPEN = new Date('2024-03-20T10:00:00Z')

const held = testDatabase()
const server = testServer(held)

beforeAll(async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
  await loadEditions(held.db, 'call')
  server.setClock(OPEN)
})

/** An applicant with a draft just begun. */
async function applicant(): Promise<{ headers: Record<string, string>; application: string }> {
  const { person } = await somebody(held.db, ORGANISATION)
  const token = await atomically(held.db, (trx) => startSession(trx, ORGANISATION, person.id, OPEN))
  const headers = { cookie: `session=${token}` }
  const begun = await fetch(`${server.origin}/fr/calls/2024/applications`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, origin: server.origin },
  })
  return { headers, application: /applications\/([0-9a-f-]{36})/.exec(begun.headers.get('location') ?? '')?.[1] ?? '' }
}

/** The styles and the icon of the site are among them, or nothing was weighed. */
function isWhole({ files, page }: FirstVisit): boolean {
  return page.bytes > 2 * KB && files.some(({ path }) => path.endsWith('.css')) && files.some(({ path }) => path.endsWith('.svg'))
}

/** What is fetched on the second page and was not on the first: styles and scripts are kept by the browser. */
function after(first: FirstVisit, next: FirstVisit): number {
  const known = new Set(first.files.map((file: Weighed) => file.path))
  return next.files.filter(({ path }) => !known.has(path)).reduce((sum, { bytes }) => sum + bytes, next.page.bytes)
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['', '/calls/2024', '/calls/2024/rules', '/calls/2024/form'])('a first visit of "%s" weighs 60 KB at most', async (path) => {
    const visit = await firstVisit(server.origin, `/${language}${path}`)
    expect(isWhole(visit)).toBe(true)
    expect(visit.bytes).toBeLessThanOrEqual(FIRST_VISIT)
  })

  test('every page of the form weighs 15 KB at most after the page of the call, its island included', async () => {
    const { headers, application } = await applicant()
    const first = await firstVisit(server.origin, `/${language}/calls/2024`)
    const list = `/${language}/applications/${application}`
    const html = await (await fetch(server.origin + list, { headers })).text()
    const sections = [...new Set([...html.matchAll(/sections\/([a-z-]+)"/g)].map(([, section]) => `${list}/sections/${section}`))]
    expect(sections.length).toBeGreaterThan(3)
    for (const path of [list, ...sections, `${list}/check`]) {
      const next = await firstVisit(server.origin, path, headers)
      expect([path, after(first, next) <= NEXT_PAGE]).toEqual([path, true])
    }
    const section = await firstVisit(server.origin, sections[0] as string, headers)
    expect(section.files.some(({ path }) => /\/draft-\w+\.js$/.test(path))).toBe(true)
  })
})

test('no island weighs more than 3 KB compressed', () => {
  const folder = join(root, 'dist', 'assets')
  const manifest: Record<string, string> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const islands = Object.keys(manifest).filter((name) => name.endsWith('.js'))
  expect(islands).toContain('draft.js')
  const heavy = islands.filter((name) => gzipSync(readFileSync(join(folder, manifest[name] as string)), { level: 9 }).length > ISLAND)
  expect(heavy).toEqual([])
})
