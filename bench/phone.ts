/** A phone on 3G: how long until the page of the call can be read, and what a page of the form weighs. A real browser, slowed down. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { ensureChromium } from '../scripts/chromium.mjs'
import { root } from '../src/platform/root.ts'
import { firstVisit } from '../tests/server/first-visit.ts'
import type { Ground } from './ground.ts'
import { type Applicant, applicants, SLUG } from './records.ts'
import { figure, type Finding, median, under } from './rounds.ts'

/** Milliseconds before an answer begins, bytes a second both ways, and how many times slower the processor is. */
const LATENCY = 400
const BYTES = 400_000 / 8
const SLOWER = 4
const READABLE = 3000
const KB = 1024
const LANGUAGES = ['ar', 'fr'] as const

interface Painted {
  /** First text or picture on the screen. */
  readonly first: number
  /** The largest text of the screen: from here on the page can be read. */
  readonly largest: number
}

/** Opens the page with nothing kept from another visit; milliseconds from the press of the link. */
async function opened(browser: Browser, url: string): Promise<Painted> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: LATENCY, downloadThroughput: BYTES, uploadThroughput: BYTES })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 })
  const painted: Painted = await page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve({
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      largest: list.getEntries().at(-1)?.startTime ?? Infinity,
    })).observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
  await context.close()
  return painted
}

export async function phone(ground: Ground): Promise<Finding[]> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args })
  const readable: Finding[] = []
  try {
    await opened(browser, `${ground.origin}/${LANGUAGES[0]}/calls/${SLUG}`)
    for (const language of LANGUAGES) {
      const rounds: Painted[] = []
      for (let round = 0; round < ground.pace.rounds; round++) rounds.push(await opened(browser, `${ground.origin}/${language}/calls/${SLUG}`))
      const [first, largest] = [median(rounds.map((one) => one.first)), median(rounds.map((one) => one.largest))]
      const slowest = Math.max(...rounds.map((one) => Math.max(one.first, one.largest)))
      readable.push({
        what: `call page (${language}) on a 3G phone, nothing kept: until its largest text is there`,
        found: `${figure(largest / 1000)} s (first paint ${figure(first / 1000)} s; slowest ${figure(slowest / 1000)} s)`,
        ...under(Math.max(first, largest) / 1000, READABLE / 1000, 's'),
      })
    }
  } finally {
    await browser.close()
  }
  const [applicant] = await applicants(ground, 1)
  return [...readable, ...(await weights(ground, applicant as Applicant))]
}

/** What a page of the form costs after the page of the call, and what the phone fetches besides, once, to do without a network. */
async function weights({ origin }: Ground, { application, cookie }: Applicant): Promise<Finding[]> {
  const headers = { cookie }
  const base = `/ar/applications/${application}`
  const html = await (await fetch(origin + base, { headers })).text()
  const sections = [...new Set([...html.matchAll(/sections\/([a-z-]+)"/g)].map(([, section]) => `${base}/sections/${section}`))]
  const first = await firstVisit(origin, `/ar/calls/${SLUG}`)
  const seen = new Set(first.files.map(({ path }) => path))
  const forms = await Promise.all(sections.map((path) => firstVisit(origin, path, headers)))
  const after = forms.map(({ page, files }) => files.filter(({ path }) => !seen.has(path)).reduce((sum, { bytes }) => sum + bytes, page.bytes))
  const others = [base, `${base}/check`, `/ar/calls/${SLUG}`, `/ar/calls/${SLUG}/rules`, '/ar/offline', '/ar/phone', '/worker.js']
  const pages = await Promise.all(others.map((path) => firstVisit(origin, path, headers)))
  const kept = [...forms, ...pages].reduce((sum, { page }) => sum + page.bytes, 0)
  const folder = join(root, 'dist', 'assets')
  const names = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const gzipped = (name: string): number => gzipSync(readFileSync(join(folder, names[name] ?? '')), { level: 9 }).length
  const [heaviest, draft] = [Math.max(...after), gzipped('draft.js')]
  return [
    {
      what: 'page of the form after the page of the call, the heaviest, filled in',
      found: `${figure(heaviest / KB)} KB (median ${figure(median(after) / KB)} KB)`,
      limit: '≤ 15 KB',
      kept: heaviest <= 15 * KB,
    },
    {
      what: 'island that saves as one types, compressed',
      found: `${figure(draft / KB)} KB (that which keeps pages ${figure(gzipped('kept.js') / KB)} KB, the worker ${figure(gzipped('worker.js') / KB)} KB)`,
      limit: '≤ 3 KB',
      kept: draft <= 3 * KB,
    },
    {
      what: 'fetched besides by the phone, once and after the page, to do without a network',
      found: `${figure(kept / KB)} KB (${forms.length + others.length} files)`,
      limit: 'none',
      kept: true,
    },
  ]
}
