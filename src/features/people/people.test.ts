import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { Visitor } from '../../../tests/server/visitor.ts'
import { loadOrganisation, ORGANISATION } from '../../demo/load/organisation.ts'
import { demoId } from '../../demo/load/id.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { verifyAudit } from '../../platform/database/audit.ts'

const held = testDatabase()
const server = testServer(held)
const visitor = () => new Visitor(() => server.origin)
const NADIA = demoId('person:nadia')

beforeAll(async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
})

async function lastMail(address: string): Promise<{ link: string; code: string; subject: string }> {
  const row = await held.db
    .selectFrom('message')
    .selectAll()
    .where('address', '=', address)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const parts = row.content as (string | { action?: { href: string }; facts?: [string, string][] })[]
  const link = parts.map((part) => (typeof part === 'object' ? part.action?.href : undefined)).find((href) => href !== undefined) as string
  const code = parts.flatMap((part) => (typeof part === 'object' ? (part.facts ?? []) : []))[0]?.[1] as string
  return { link: new URL(link).pathname, code, subject: row.subject }
}

test('a person enters by the link of the mail, once, and comes back to the page they wanted', async () => {
  const someone = visitor()
  const asked = await someone.post('/fr/sign-in', { email: 'Amina@Example.ma ', return_to: '/calls/2024?x=1' })
  expect(asked.status).toBe(303)
  const { link } = await lastMail('amina@example.ma')
  expect((await someone.get(link)).status).toBe(200)
  const entered = await someone.post(link, {})
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/fr/calls/2024?x=1'])
  expect((await someone.get('/fr/me')).status).toBe(200)
  // Pressed again by who is in, it leads where it leads; to anybody else it opens nothing.
  expect((await someone.post(link, {})).headers.get('location')).toBe('/fr/calls/2024?x=1')
  const again = await visitor().post(link, {})
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('a déjà servi')
})

test('opening the link changes nothing: mail programmes that look into links use up none', async () => {
  await visitor().post('/fr/sign-in', { email: 'hicham@example.ma', return_to: '' })
  const { link } = await lastMail('hicham@example.ma')
  for (let n = 0; n < 3; n++) await visitor().get(link)
  expect((await visitor().post(link, {})).status).toBe(303)
})

test('the code of the mail opens the page that asked for it, in Arabic-Indic digits too', async () => {
  const someone = visitor()
  const asked = await someone.post('/ar/sign-in', { email: 'khadija@example.ma', return_to: '' })
  const page = asked.headers.get('location') as string
  const { code, subject } = await lastMail('khadija@example.ma')
  // A plain space between the two groups would swap them in the Arabic subject.
  expect(subject).toMatch(/(?<!\d)\d{4}\u00a0\d{4}(?!\d)/)
  const arabic = code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] as string)
  const entered = await someone.post(page, { code: arabic })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/ar/me'])
})

test('after five wrong codes the right one is worth nothing', async () => {
  const someone = visitor()
  const asked = await someone.post('/en/sign-in', { email: 'omar@example.ma', return_to: '' })
  const page = asked.headers.get('location') as string
  const { code } = await lastMail('omar@example.ma')
  const wrong = String((Number(code.replace(/\D/g, '')) + 1) % 100_000_000).padStart(8, '0')
  for (let n = 0; n < 5; n++) expect((await someone.post(page, { code: wrong })).status).toBe(422)
  const late = await someone.post(page, { code })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Too many wrong codes')
})

test('the answer does not tell whether somebody has the address', async () => {
  const known = await visitor().post('/fr/sign-in', { email: 'nadia@kawaliss.example', return_to: '' })
  const unknown = await visitor().post('/fr/sign-in', { email: 'nobody@example.ma', return_to: '' })
  expect(known.status).toBe(unknown.status)
  const without = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/(?:nadia@kawaliss|nobody@example)\.\w+/g, 'ADDRESS')
  const pages = await Promise.all([known, unknown].map(async (answer) => (await visitor().get(answer.headers.get('location') as string)).text()))
  expect(without(pages[0] as string)).toBe(without(pages[1] as string))
})

test('a seventh mail in an hour to one address is refused in words, and none is written', async () => {
  for (let n = 0; n < 6; n++) expect((await visitor().post('/fr/sign-in', { email: 'flood@example.ma', return_to: '' })).status).toBe(303)
  const refused = await visitor().post('/fr/sign-in', { email: 'flood@example.ma', return_to: '' })
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('Trop de liens')
  const written = await held.db.selectFrom('message').select('id').where('address', '=', 'flood@example.ma').execute()
  expect(written.length).toBe(6)
})

test('a link is worth nothing after ten minutes', async () => {
  const at = new Date('2026-11-23T10:00:00Z')
  server.setClock(at)
  await visitor().post('/fr/sign-in', { email: 'late@example.ma', return_to: '' })
  const { link } = await lastMail('late@example.ma')
  server.setClock(new Date(at.getTime() + 10 * 60_000))
  const late = await visitor().post(link, {})
  server.setClock(null)
  expect(late.status).toBe(422)
})

test('a wrong address comes back with what was typed and how to mend it', async () => {
  for (const typed of [
    'nothing',
    '',
    'a@b',
    'x'.repeat(2000) + '@example.ma',
    '<script>alert(1)</script>',
    "' or 1=1 --",
    'a\u0000b@c',
    '😀@example.ma ',
  ]) {
    const answer = await visitor().post('/fr/sign-in', { email: typed, return_to: '' })
    expect([typed.slice(0, 20), answer.status]).toEqual([typed.slice(0, 20), 422])
    expect(await htmlFaults(await answer.text())).toEqual([])
  }
})

test('where to come back to is a path of this site and nothing else', async () => {
  for (const [number, elsewhere] of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in'].entries()) {
    const email = `return${number}@example.ma`
    await visitor().post('/fr/sign-in', { email, return_to: elsewhere })
    const entered = await visitor().post((await lastMail(email)).link, {})
    expect([elsewhere, entered.headers.get('location')]).toEqual([elsewhere, '/fr/me'])
  }
})

test('a page for somebody sends a visitor to sign in, and back', async () => {
  const answer = await visitor().get('/ar/me')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ar/sign-in?return_to=%2Fme'])
})

test('signing out ends the session on the server: the old cookie opens nothing', async () => {
  const someone = visitor()
  await someone.enterAs(NADIA)
  expect((await someone.get('/fr/me')).status).toBe(200)
  expect((await someone.post('/fr/session/removal', {})).status).toBe(303)
  expect((await someone.get('/fr/me')).status).toBe(303)
  const open = await held.db.selectFrom('session').select('person').where('person', '=', NADIA).where('ended_at', 'is', null).execute()
  expect(open).toEqual([])
})

test('a form sent from another site changes nothing', async () => {
  const someone = visitor()
  await someone.enterAs(NADIA)
  const answer = await someone.post('/fr/me/language', { language: 'en' }, { origin: 'https://evil.example' })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('Rien n’a changé')
  const { language } = await held.db.selectFrom('person').select('language').where('id', '=', NADIA).executeTakeFirstOrThrow()
  expect(language).toBe('ar')
})

test('the doors of the demo do not exist when the demo is off', async () => {
  const { makeApp } = await import('../../app.ts')
  const services = { ...server.services, config: { ...server.services.config, demo: false } }
  const app = makeApp({ services, assets: new Map(), ready: { worker: () => true, stopping: () => false } })
  expect((await app.request('/fr/demo')).status).toBe(404)
  expect((await app.request('/fr/demo/mailbox')).status).toBe(404)
  const entry = await app.request('/fr/demo/entry', {
    method: 'POST',
    headers: { origin: services.config.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: `person=${NADIA}`,
  })
  expect(entry.status).toBe(404)
})

test('every page of entering is valid HTML in the three languages', async () => {
  const someone = visitor()
  for (const language of ['ar', 'fr', 'en']) {
    const paths = [
      'sign-in',
      'sign-in?interrupted',
      'sign-in/code/0190a0a0-0000-7000-8000-000000000000',
      'sign-in/link/abc',
      'demo',
      'demo/mailbox',
      'nowhere',
    ]
    for (const path of paths)
      expect([language, path, await htmlFaults(await (await someone.get(`/${language}/${path}`)).text())]).toEqual([language, path, []])
    const signedIn = visitor()
    await signedIn.enterAs(NADIA)
    expect([language, 'me', await htmlFaults(await (await signedIn.get(`/${language}/me`)).text())]).toEqual([language, 'me', []])
  }
})

test('entering and leaving stand in the trail of the person, and the chain holds', async () => {
  const { faults, entries } = await verifyAudit(held.db, ORGANISATION)
  expect(faults).toEqual([])
  expect(entries).toBeGreaterThan(5)
})

test('the page after asking names the address, asks again for it, and stays in its language; whoever reads Arabic comes in on the French page in French', async () => {
  await held.db.updateTable('person').set({ language: 'ar' }).where('id', '=', NADIA).execute()
  const { email } = await held.db.selectFrom('person').select('email').where('id', '=', NADIA).executeTakeFirstOrThrow()
  const someone = visitor()
  const asked = await someone.post('/fr/sign-in', { email: email ?? '', return_to: '/calls/2024' })
  const page = asked.headers.get('location') as string
  const html = await (await someone.get(page)).text()
  expect(html).toContain(`value="${email}"`)
  expect(html).toContain('name="return_to" value="/calls/2024"')
  expect(await htmlFaults(html)).toEqual([])
  const again = await someone.post('/fr/sign-in', { email: email ?? '', return_to: '/calls/2024' })
  const { code } = await lastMail(email ?? '')
  const entered = await someone.post(again.headers.get('location') as string, { code })
  expect(entered.headers.get('location')).toBe('/fr/calls/2024')
})
