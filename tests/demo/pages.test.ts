/** Every page of the demo that a link leads to, for every audience, in the three languages. */
import { beforeAll, describe, expect, test } from 'vitest'
import { CLOCK } from '../../src/demo/load/stage.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { htmlFaults } from '../server/valid-html.ts'
import { Visitor } from '../server/visitor.ts'
import { axeFaults } from '../journeys/axe.ts'
import { scrollsSideways, testBrowser } from '../journeys/browser.ts'
import { enterAs } from '../journeys/hands.ts'
import { type Audience, audiences } from './audiences.ts'
import { crawl, type FoundPage } from './crawl.ts'

const held = testDatabase('closed')
const server = testServer(held)
const browser = testBrowser()
const LANGUAGES = ['ar', 'fr', 'en'] as const
const pages = new Map<string, FoundPage[]>()

beforeAll(async () => {
  server.setClock(CLOCK.closed)
}, 120_000)

async function found(audience: Audience, language: string): Promise<FoundPage[]> {
  const key = `${audience.name} ${language}`
  const known = pages.get(key)
  if (known !== undefined) return known
  const visitor = new Visitor(() => server.origin)
  if (audience.person !== null) await visitor.enterAs(audience.person)
  const list = await crawl(visitor, language, audience.starts)
  pages.set(key, list)
  return list
}

describe.each(audiences('closed'))('what a $name finds', (audience) => {
  test.each(LANGUAGES)(
    'in %s: every link leads to a page, and every page is valid HTML without a style attribute or an inline script',
    { timeout: 120_000 },
    async (language) => {
      const list = await found(audience, language)
      expect(list.length).toBeGreaterThan(audience.person === null ? 8 : 1)
      const faults: string[] = []
      for (const page of list) {
        const said = (fault: string): number => faults.push(`${page.path}: ${fault}`)
        // Pages of the desk that are not for this role answer as if they were not there; a start may be one of them.
        const start = audience.starts.includes(page.path.slice(3))
        if (page.status !== 200 && !(start && page.status === 404)) said(`answers ${page.status}`)
        if (!page.markup.includes(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)) said('is not in its language and direction')
        if (/\sstyle="/.test(page.markup)) said('has a style attribute')
        if (/<script(?![^>]*\ssrc=)[^>]*>/.test(page.markup.replace(/<script type="application\/json"/g, ''))) said('has an inline script')
        if (/\son[a-z]+="/.test(page.markup)) said('has an inline handler')
        if (!/script-src 'self'/.test(page.headers.get('content-security-policy') ?? '')) said('has no strict policy of content')
        if (/undefined|\[object |NaN|\{[a-z_]+\}/.test(readable(page.markup))) said('prints something that is not a text')
        // The same markup in other words: each kind of page is checked in each language, and all that an audience sees in one.
        if (language === 'ar' || firstSeen('markup', language, page.kind)) for (const fault of await htmlFaults(page.markup)) said(fault)
      }
      expect(faults).toEqual([])
    },
  )

  test('axe finds nothing on any of these pages, and none scrolls sideways on a phone', { timeout: 240_000 }, async () => {
    const faults: string[] = []
    for (const [language, width, theme] of [
      ['ar', 390, 'light'],
      ['fr', 1280, 'dark'],
    ] as const) {
      const page = await browser.device({ width, theme })
      if (audience.person !== null) await enterAs(page, server.origin, audience.person)
      for (const { path, kind } of (await found(audience, language)).filter((each) => each.status === 200 && firstSeen('axe', language, each.kind))) {
        await page.goto(server.origin + path)
        for (const fault of await axeFaults(page)) faults.push(`${path} (${kind}): ${fault}`)
        if (await scrollsSideways(page)) faults.push(`${path}: scrolls sideways`)
      }
    }
    expect(faults).toEqual([])
  })
})

/** What a person may read: sentences that a script completes stand in attributes of their own. */
function readable(markup: string): string {
  return markup.replace(/<script[\s\S]*?<\/script>/g, '').replace(/\sdata-[a-z-]+="[^"]*"/g, '')
}

/** Whether a kind of page is met for the first time in this language by what reads each kind once. */
const seen = new Set<string>()
function firstSeen(reader: 'axe' | 'markup', language: string, kind: string): boolean {
  const key = `${reader} ${language} ${kind.split('?')[0]}`
  if (seen.has(key)) return false
  seen.add(key)
  return true
}
