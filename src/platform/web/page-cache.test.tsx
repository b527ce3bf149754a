import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { trusted } from '#html'
import type { AppEnv } from './context.ts'
import { type PublicPage, pageCache } from './page-cache.ts'

const AT = new Date('2024-03-31T23:58:00Z')
const CHANGE = new Date('2024-03-31T23:59:00Z')

/** A page that says how often it was made. */
function site(milliseconds?: number, making: () => Promise<void> = async () => {}) {
  const state = { now: AT, signedIn: false, made: 0, changesAt: CHANGE as Date | null, organisation: 'o' }
  const cache = pageCache(milliseconds)
  const app = new Hono<AppEnv>()
  app.onError((_error, c) => c.text('away', 500))
  app.use(async (c, next) => {
    c.set('now', state.now)
    c.set('organisation', state.organisation)
    c.set('language', c.req.path.startsWith('/ar') ? 'ar' : 'fr')
    c.set('path', c.req.path.slice(3))
    c.set('viewer', { organisation: 'o', person: state.signedIn ? { id: 'p', nameAr: '', nameLatin: '', language: 'fr' } : null, grants: [] })
    await next()
  })
  app.get('*', (c) =>
    cache.answer(c, async (): Promise<PublicPage | null> => {
      if (c.req.path.endsWith('/none')) return null
      const number = ++state.made
      await making()
      return { html: trusted(`<p>${c.req.path} ${number} ${'x'.repeat(3000)}</p>`), changesAt: state.changesAt }
    }),
  )
  const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const number = async (path: string) => Number(/ (\d+) /.exec(await (await ask(path)).text())?.[1])
  return { state, ask, number }
}

describe('a public page', () => {
  test('is made once for all who ask within a moment, also for those who ask while it is made', async () => {
    const { state, number } = site(2000, () => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(await Promise.all(Array.from({ length: 20 }, () => number('/fr/calls/2024')))).toEqual(Array(20).fill(1))
    expect(await number('/fr/calls/2024')).toBe(1)
    expect(state.made).toBe(1)
  })

  test('is made again when it is old', async () => {
    const { number } = site(0)
    expect([await number('/fr/calls/2024'), await number('/fr/calls/2024')]).toEqual([1, 2])
    const later = site(2000)
    expect(await later.number('/fr/calls/2024')).toBe(1)
    later.state.now = new Date(AT.getTime() + 2000)
    expect(await later.number('/fr/calls/2024')).toBe(2)
  })

  test('is never given past the moment it changes, nor to a clock set back', async () => {
    const { state, number } = site(60_000)
    expect(await number('/fr/a')).toBe(1)
    state.now = new Date(CHANGE.getTime() - 1)
    expect(await number('/fr/a')).toBe(1)
    state.now = CHANGE
    expect(await number('/fr/a')).toBe(2)
    state.now = AT
    expect(await number('/fr/a')).toBe(3)
  })

  test('tells browsers to keep it two seconds, and not across a change', async () => {
    const { state, ask } = site()
    const kept = async () => (await ask('/fr/a')).headers.get('cache-control')
    expect(await kept()).toBe('public, max-age=2')
    state.now = new Date(CHANGE.getTime() - 1500)
    expect(await kept()).toBe('public, max-age=1')
    state.now = new Date(CHANGE.getTime() - 1)
    expect(await kept()).toBe('public, max-age=0')
  })

  test('differs by language, address and organisation', async () => {
    const { state, number } = site()
    expect([await number('/fr/a'), await number('/ar/a'), await number('/fr/b')]).toEqual([1, 2, 3])
    state.organisation = 'other'
    expect(await number('/fr/a')).toBe(4)
  })

  test('is not sent again to who has it', async () => {
    const { ask } = site()
    const first = await ask('/fr/a')
    const etag = first.headers.get('etag') as string
    const again = await ask('/fr/a', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('is compressed once, for those who can read it so', async () => {
    const { ask } = site()
    const plain = await ask('/fr/a')
    const zipped = await ask('/fr/a', { 'accept-encoding': 'gzip, br' })
    expect([plain.headers.get('content-encoding'), zipped.headers.get('content-encoding')]).toEqual([null, 'gzip'])
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(await plain.text())
    expect(zipped.headers.get('vary')).toBe('Cookie, Accept-Encoding')
  })
})

describe('what is personal', () => {
  test('is made anew each time and kept by nobody: pages with a query, pages of somebody signed in', async () => {
    const { state, ask, number } = site()
    expect([await number('/fr/a?birth_date.day=14'), await number('/fr/a?birth_date.day=14')]).toEqual([1, 2])
    state.signedIn = true
    expect([await number('/fr/a'), await number('/fr/a')]).toEqual([3, 4])
    expect((await ask('/fr/a')).headers.get('cache-control')).toBe('private, no-store')
    state.signedIn = false
    expect(await number('/fr/a')).toBe(6)
  })
})

describe('what went wrong', () => {
  test('is not kept: a page that is not there, and one that could not be made', async () => {
    let fail = true
    const { ask, number } = site(60_000, async () => {
      if (fail) throw new Error('away')
    })
    expect((await ask('/fr/none')).status).toBe(404)
    expect((await ask('/fr/a')).status).toBe(500)
    fail = false
    expect(await number('/fr/a')).toBe(2)
  })
})
