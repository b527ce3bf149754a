import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { demoId } from '../../src/demo/load/id.ts'
import { loadOrganisation } from '../../src/demo/load/organisation.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { testBrowser } from './browser.ts'
import { inspect } from './hands.ts'

const held = testDatabase()
const server = testServer(held)
const browser = testBrowser()
const NADIA = demoId('person:nadia')
/** Browsers keep keys for a name: the same server under its name. */
const origin = () => server.origin.replace('127.0.0.1', 'localhost')

beforeAll(async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
})

/** A device with a fingerprint reader, which its owner touches at once; answers a switch that makes them refuse. */
async function reader(page: Page): Promise<{ page: Page; touch(yes: boolean): Promise<void> }> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
  return { page, touch: async (yes) => void (await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: yes })) }
}

async function entered(page: Page): Promise<void> {
  await page.request.post(`${origin()}/fr/demo/entry`, { form: { person: NADIA }, headers: { origin: origin() } })
}

/** Out, and on the page that follows. */
async function signsOut(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click('form[action$="/session/removal"] button')])
}

test('a person adds the key of a phone, signs out, and comes in with one press, back to the page they wanted', async () => {
  const { page } = await reader(await browser.device({ width: 390 }))
  await entered(page)
  await page.goto(`${origin()}/ar/me/entry`)
  expect(await page.locator('[data-without-passkey]').isVisible()).toBe(false)
  await page.fill('#passkeys [name=name]', 'هاتف نادية')
  await page.click('#passkeys form[data-passkey] button')
  await page.getByText('أُضيف المفتاح').waitFor()
  expect(await page.locator('#passkeys .rows').innerText()).toContain('هاتف نادية')
  await page.goto(`${origin()}/ar/me`)
  await signsOut(page)
  // A browser that offers keys beside the address may come in before the button is pressed.
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  await page.goto(`${origin()}/ar/sign-in?return_to=%2Fme%2Ftokens`)
  await page.click('[data-passkey] button')
  await page.waitForURL(`${origin()}/ar/me/tokens`)
  const key = await held.db.selectFrom('passkey').select(['name', 'device', 'used_at']).where('person', '=', NADIA).executeTakeFirstOrThrow()
  expect([key.name, key.device, key.used_at === null]).toEqual(['هاتف نادية', 'chrome linux', false])
}, 60_000)

test('a device that has no key here, or whose owner refuses, says so in words, and the mailed link is still there', async () => {
  const { page, touch } = await reader(await browser.device({ width: 1280 }))
  await page.goto(`${origin()}/fr/sign-in`)
  await page.click('[data-passkey] button')
  await page.getByText('Cet appareil n’a pas ouvert').waitFor()
  expect(await page.locator('[data-passkey] button').getAttribute('aria-busy')).toBe(null)
  await entered(page)
  await page.goto(`${origin()}/fr/me/entry`)
  await touch(false)
  await page.click('#passkeys form[data-passkey] button')
  await page.waitForFunction(
    'document.querySelector("#passkeys .rows") !== null || document.querySelector("#passkeys [role=alert]").textContent !== ""',
  )
  await page.goto(`${origin()}/fr/sign-in`)
  expect(await page.locator('main form[action$="/sign-in"] button').isVisible()).toBe(true)
}, 60_000)

test('the pages of coming in are read by axe, and do not scroll sideways', async () => {
  const page = await browser.device({ width: 390 })
  await entered(page)
  for (const path of ['ar/me/entry', 'ar/sign-in', 'ar/sign-in/password']) {
    await page.goto(`${origin()}/${path}`)
    await inspect(page, true)
  }
}, 60_000)

test('without script there is no button that would do nothing: the link and the password remain', async () => {
  const page = await browser.device({ width: 390, script: false })
  await page.goto(`${origin()}/en/sign-in`)
  expect([await page.locator('[data-passkey]').isVisible(), await page.locator('main form button').isVisible()]).toEqual([false, true])
  await entered(page)
  await page.goto(`${origin()}/en/me/entry`)
  expect([await page.locator('form[data-passkey]').isVisible(), await page.getByText('This browser cannot add a passkey').isVisible()]).toEqual([
    false,
    true,
  ])
})
