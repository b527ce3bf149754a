/** The machine's Chromium, one for a test file; contexts are phones or laptops, with or without script. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function findBrowser(): string {
  const named = process.env.KAWALISS_CHROMIUM
  if (named !== undefined && named !== '') return named
  const usual = PLACES.find((place) => existsSync(place))
  if (usual !== undefined) return usual
  return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
}

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
// Two workers share two processors: one process that draws and one that runs pages cost a file a third less than one a device.
const SHARED = ['--in-process-gpu', '--renderer-process-limit=1', '--js-flags=--single-threaded']

/** Starts it with every letter of a path readable: without a locale of UTF-8 it finds no file whose name is Arabic. */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath: findBrowser(),
    args: [...(root ? ['--no-sandbox'] : []), ...args],
    env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' },
  })
}

export interface Device {
  readonly width: 320 | 390 | 1280
  readonly script?: boolean
  readonly theme?: 'light' | 'dark'
}

export interface TestBrowser {
  /** A new device with nothing kept from another. */
  device(device: Device): Promise<Page>
}

export function testBrowser(): TestBrowser {
  const state: { browser?: Browser } = {}
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    state.browser = await launchBrowser([...QUIET, ...SHARED])
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await state.browser?.close()
  })
  return {
    async device({ width, script = true, theme = 'light' }) {
      if (state.browser === undefined) throw new Error('The browser starts before the first test.')
      const context = await state.browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        javaScriptEnabled: script,
        colorScheme: theme,
        bypassCSP: false,
      })
      contexts.push(context)
      context.setDefaultTimeout(30_000)
      return context.newPage()
    },
  }
}

/** Whether the page scrolls sideways, which no page of ours does. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth + 1')
}
