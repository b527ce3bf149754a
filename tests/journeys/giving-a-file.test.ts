import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE } from '../../src/features/people/index.ts'
import { testDatabase } from '../database/test-database.ts'
import { type Applicant, filingServer, until } from '../server/filing-server.ts'
import { sound } from '../server/samples.ts'
import { launchBrowser } from './browser.ts'

const PATIENCE = { timeout: 15_000 }

const held = testDatabase()
const at = filingServer(held)
let browser: Browser
let island: string

/** The network of a phone: a wire to the server that can be cut after so many bytes, and laid again. */
const network = { cutAfter: Number.POSITIVE_INFINITY, cuts: 0, open: new Set<Socket>(), server: createServer(wire), origin: '' }

beforeAll(async () => {
  browser = await launchBrowser()
  const built = await build({ entryPoints: ['src/islands/upload.ts'], bundle: true, minify: true, format: 'esm', write: false })
  island = built.outputFiles[0]?.text ?? ''
  await new Promise<void>((resolve) => {
    network.server.listen(0, '127.0.0.1', resolve)
  })
  network.origin = `http://127.0.0.1:${(network.server.address() as { port: number }).port}`
})
afterAll(async () => {
  await browser?.close()
  for (const socket of network.open) socket.destroy()
  await new Promise((resolve) => network.server.close(resolve))
})

function wire(phone: Socket): void {
  const { hostname, port } = new URL(at.server.origin)
  const far = connect(Number(port), hostname)
  network.open.add(phone)
  let sent = 0
  let cut = false
  phone.on('data', (piece: Buffer) => {
    if (cut) return
    const room = network.cutAfter - sent
    sent += piece.length
    if (sent <= network.cutAfter) far.write(piece)
    else {
      cut = true
      network.cuts += 1
      network.cutAfter = Number.POSITIVE_INFINITY
      far.write(piece.subarray(0, Math.max(room, 0)), () => setTimeout(() => [phone, far].map((end) => end.destroy()), 30))
    }
  })
  far.on('data', (piece) => phone.write(piece))
  for (const [end, other] of [
    [phone, far],
    [far, phone],
  ] as const) {
    end.on('error', () => other.destroy())
    end.on('close', () => other.destroy())
  }
}

async function opened(one: Applicant, context: BrowserContext): Promise<Page> {
  const [, token = ''] = (one.headers.cookie ?? '').split('=')
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: network.origin }])
  await context.route(/\/assets\/upload[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: island }))
  const page = await context.newPage()
  await page.goto(one.page.replace(at.server.origin, network.origin))
  return page
}

const content = Buffer.concat([sound(0), randomBytes(2_000_000)])
const hash = createHash('sha256').update(content).digest('hex')
/** A file of the phone: chosen again it has the same name, weight and date. */
const folder = mkdtempSync(join(tmpdir(), 'phone-'))
const file = join(folder, 'حلقة.wav')
writeFileSync(file, content)
afterAll(() => rmSync(folder, { recursive: true }))

test('a file whose connection is cut in the middle of a piece goes on by itself, and arrives whole', async () => {
  const one = await at.applicant()
  const page = await opened(one, await browser.newContext({ viewport: { width: 390, height: 800 } }))
  network.cutAfter = 100_000
  await page.setInputFiles('#of_file', file)
  await page.getByText('Fichier reçu').waitFor(PATIENCE)
  expect(network.cuts).toBeGreaterThan(0)
  await page.locator('[data-files] bdi', { hasText: 'حلقة.wav' }).waitFor(PATIENCE)
  expect((await at.rowsOf(one.application)).map((row) => row.sha256)).toEqual([hash])
  await page.context().close()
}, 60_000)

test('paused and left, the same file chosen on another visit goes on from where it stopped', async () => {
  const one = await at.applicant()
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await opened(one, context)
  const sent: number[] = []
  await context.route(/\/uploads\//, async (route) => {
    if (route.request().method() === 'PATCH') {
      sent.push(Number(route.request().headers()['upload-offset']))
      if (sent.length === 4) return route.abort()
    }
    return route.continue()
  })
  await page.setInputFiles('#of_file', file)
  await page.getByText('Réseau absent').waitFor(PATIENCE)
  await page.getByText('Mettre en pause').click()
  await page.getByText(/En pause à \d+/).waitFor(PATIENCE)
  await page.reload()
  await page.setInputFiles('#of_file', file)
  await page.getByText('Fichier reçu').waitFor(PATIENCE)
  expect(sent.slice(0, 5)).toEqual([0, 262_144, 524_288, 786_432, 786_432])
  expect((await at.rowsOf(one.application)).map((row) => row.sha256)).toEqual([hash])
  await context.close()
}, 60_000)

test('a file that is not taken is refused in words, and the next one may be chosen', async () => {
  const one = await at.applicant()
  const page = await opened(one, await browser.newContext({ viewport: { width: 390, height: 800 } }))
  await page.setInputFiles('#of_file', { name: 'x.wav', mimeType: 'audio/wav', buffer: Buffer.from('<html></html>') })
  await page.getByText('n’est pas d’un type accepté').waitFor(PATIENCE)
  await page.setInputFiles('#of_file', file)
  await page.getByText('Fichier reçu').waitFor(PATIENCE)
  await until(async () => (await at.rowsOf(one.application)).length === 1)
  await page.context().close()
}, 60_000)

test('without script the button gives the file, and removes it', async () => {
  const one = await at.applicant()
  const page = await opened(one, await browser.newContext({ javaScriptEnabled: false }))
  await page.fill('[name=of_line]', 'écrit à côté')
  await page.setInputFiles('#of_file', file)
  await page.getByText('Donner ce fichier').click()
  await page.locator('bdi', { hasText: 'حلقة.wav' }).waitFor(PATIENCE)
  expect(await at.answersOf(one.application)).toMatchObject({ of_line: 'écrit à côté' })
  await page.getByText('Retirer', { exact: true }).click()
  await page.getByText('Aucun fichier pour le moment').waitFor(PATIENCE)
  expect(await at.answersOf(one.application)).not.toHaveProperty('of_file')
  await page.context().close()
}, 60_000)
