import { beforeAll, expect, test } from 'vitest'
import { demoId } from '../../demo/load/id.ts'
import { loadOrganisation, ORGANISATION } from '../../demo/load/organisation.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { Visitor } from '../../../tests/server/visitor.ts'
import { enterByPassword } from './commands.ts'
import { openSession, SESSION_COOKIE, startSession } from './session.ts'

const held = testDatabase()
const server = testServer(held)
const visitor = () => new Visitor(() => server.origin)
const NADIA = demoId('person:nadia')
const EMAIL = 'nadia@kawaliss.example'
const PASSWORD = 'trois chats gris'

beforeAll(async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
})

const enter = (email: string, password: string, who = visitor(), language = 'fr') =>
  who.post(`/${language}/sign-in/password`, { email, password, return_to: '/me/entry' })
const subjects = async () =>
  (await held.db.selectFrom('message').select('subject').where('kind', '=', 'sign-in-changed').orderBy('written_at').orderBy('id').execute()).map(
    ({ subject }) => subject,
  )

async function nadia(): Promise<Visitor> {
  const someone = visitor()
  await someone.enterAs(NADIA)
  return someone
}

test('who wants a password sets one, enters with it, changes it, takes it away; a mail tells of each', async () => {
  const someone = await nadia()
  const set = await someone.post('/fr/me/password', { password: PASSWORD })
  expect([set.status, set.headers.get('location')]).toEqual([303, '/fr/me/entry?said=password-set'])
  const entered = await enter(' Nadia@Kawaliss.example ', PASSWORD)
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/fr/me/entry'])
  const changed = await someone.post('/fr/me/password', { old: '', password: 'quatre lampes bleues' })
  expect(changed.headers.get('location')).toBe('/fr/me/entry?said=password-changed')
  expect([(await enter(EMAIL, PASSWORD)).status, (await enter(EMAIL, 'quatre lampes bleues')).status]).toEqual([422, 303])
  expect((await someone.post('/fr/me/password/removal', {})).status).toBe(303)
  expect((await enter(EMAIL, 'quatre lampes bleues')).status).toBe(422)
  expect(await subjects()).toEqual(['صارت لحسابك كلمة سر', 'تغيرت كلمة سر حسابك', 'حُذفت كلمة سر حسابك'])
})

test('it is kept as a hash with its measures, and nothing else of it', async () => {
  await (await nadia()).post('/fr/me/password', { password: PASSWORD })
  const row = await held.db.selectFrom('password').selectAll().where('person', '=', NADIA).executeTakeFirstOrThrow()
  expect([row.memory, row.passes, row.lanes, row.salt.length, row.hash.length]).toEqual([19_456, 2, 1, 16, 32])
  const trail = await held.db.selectFrom('audit_entry').select('payload').execute()
  const mails = await held.db.selectFrom('message').select(['subject', 'content']).execute()
  expect(JSON.stringify([trail, mails])).not.toContain(PASSWORD)
})

test('after an hour, or when one came in by the password itself, a change needs the old one', async () => {
  const stale = async (way: 'link' | 'password', ago: number) => {
    const at = new Date(Date.now() - ago * 60_000)
    const token = await atomically(held.db, (trx) => startSession(trx, ORGANISATION, NADIA, at, { way, device: '' }))
    return (fields: Record<string, string>) => visitor().post('/en/me/password', fields, { cookie: `${SESSION_COOKIE}=${token}` })
  }
  for (const change of [await stale('link', 61), await stale('password', 1)]) {
    const wrong = await change({ old: 'not this one', password: 'cinq tables rondes' })
    expect([wrong.status, (await wrong.text()).includes('This is not the present password')]).toEqual([422, true])
    expect((await change({ old: PASSWORD, password: PASSWORD })).status).toBe(303)
  }
  await (await nadia()).post('/fr/me/password/removal', {})
  const first = await (await stale('link', 61))({ password: PASSWORD })
  expect([first.status, (await first.text()).includes('less than an hour ago')]).toEqual([422, true])
})

test('what is refused comes back beside its box, in three languages, and never shows what was typed', async () => {
  const someone = await nadia()
  for (const [language, typed, says] of [
    ['fr', 'motdepasse123', 'premiers que l’on essaie'],
    ['ar', 'قصيرة', '10 أحرف على الأقل'],
    ['en', 'x nadia@kawaliss.example', 'Put neither your address nor your name'],
  ] as const) {
    const answer = await someone.post(`/${language}/me/password`, { password: typed })
    const html = await answer.text()
    expect([answer.status, html.includes(says), html.includes(`value="${typed}"`), await htmlFaults(html)]).toEqual([422, true, false, []])
  }
})

test('a wrong password, an address without one and an address nobody has are answered alike, in the same time', async () => {
  await (await nadia()).post('/fr/me/password', { password: PASSWORD })
  const answers: string[] = []
  const times: number[] = []
  for (const [n, email] of [EMAIL, 'director@kawaliss.example', 'nobody@example.ma'].entries()) {
    let best = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < 3; turn++) {
      const began = performance.now()
      const entry = { email, password: 'une autre phrase', device: '', network: `timing ${n}` }
      const outcome = await enterByPassword(held.db, ORGANISATION, entry, new Date())
      answers[n] = outcome.ok ? 'ok' : outcome.code
      best = Math.min(best, performance.now() - began)
    }
    times[n] = best
  }
  expect(answers).toEqual(Array(3).fill('sign-in/wrong-password'))
  // The hash is nine tenths of the time: left out, the answer would come in a tenth.
  expect(Math.min(...times) / Math.max(...times)).toBeGreaterThan(0.4)
})

test('after four wrong passwords each takes longer to try again, the right one too; the mailed link is not held back', async () => {
  const entry = (password: string, at: Date, email = EMAIL) =>
    enterByPassword(held.db, ORGANISATION, { email, password, device: '', network: 'guesser' }, at)
  await held.db.deleteFrom('password_try').execute()
  const at = new Date('2026-11-28T10:00:00Z')
  const after = (seconds: number) => new Date(at.getTime() + seconds * 1000)
  const burst = await Promise.all(Array.from({ length: 12 }, () => entry('faux', at)))
  expect(burst.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual([
    ...Array(7).fill('sign-in/wait'),
    ...Array(5).fill('sign-in/wrong-password'),
  ])
  expect((await entry(PASSWORD, after(14))).ok).toBe(false)
  expect((await entry(PASSWORD, after(15))).ok).toBe(true)
  expect((await entry('faux', after(16))).ok).toBe(false)
  expect((await entry(PASSWORD, after(16))).ok).toBe(true)
  expect((await visitor().post('/fr/sign-in', { email: EMAIL, return_to: '' })).status).toBe(303)
})

test('a network that guesses at many addresses waits too, and forgets after a quiet hour', async () => {
  await held.db.deleteFrom('password_try').execute()
  const at = new Date('2026-11-28T12:00:00Z')
  await atomically(held.db, async (trx) => {
    const { countTry } = await import('./commands/password-tries.ts')
    for (let n = 0; n < 41; n++) await countTry(trx, ORGANISATION, { email: `guess${n}@example.ma`, network: 'many' }, at)
  })
  const entry = (now: Date) => enterByPassword(held.db, ORGANISATION, { email: EMAIL, password: PASSWORD, device: '', network: 'many' }, now)
  const held1 = await entry(new Date(at.getTime() + 5000))
  expect(held1.ok ? 'ok' : held1.code).toBe('sign-in/wait')
  expect((await entry(new Date(at.getTime() + 3601_000))).ok).toBe(true)
})

test('one sees where one is signed in, ends one session or all others, and never another person’s', async () => {
  await held.db.updateTable('session').set({ ended_at: new Date() }).where('person', '=', NADIA).execute()
  const phone = await atomically(held.db, (trx) => openSession(trx, ORGANISATION, NADIA, new Date(), { way: 'link', device: 'firefox android' }))
  const laptop = await nadia()
  await nadia()
  const page = await (await laptop.get('/en/me/entry')).text()
  expect([page.includes('Firefox on Android'), page.includes('this device'), page.match(/\/me\/sessions\/[0-9a-f-]{36}\/removal/g)?.length]).toEqual([
    true,
    true,
    2,
  ])
  const row = await held.db.selectFrom('session').select('id').where('device', '=', 'firefox android').executeTakeFirstOrThrow()
  const director = visitor()
  await director.enterAs(demoId('person:director'))
  expect((await director.post(`/en/me/sessions/${row.id}/removal`, {})).status).toBe(404)
  expect((await visitor().get('/en/me', { cookie: `${SESSION_COOKIE}=${phone}` })).status).toBe(200)
  expect((await laptop.post(`/en/me/sessions/${row.id}/removal`, {})).status).toBe(303)
  expect((await visitor().get('/en/me', { cookie: `${SESSION_COOKIE}=${phone}` })).status).toBe(303)
  expect((await laptop.post('/en/me/sessions/others/removal', {})).status).toBe(303)
  const open = await held.db.selectFrom('session').select('id').where('person', '=', NADIA).where('ended_at', 'is', null).execute()
  expect([open.length, (await laptop.get('/en/me')).status, (await director.get('/en/me')).status]).toEqual([1, 200, 200])
})

test('the pages of coming in are valid HTML in the three languages', async () => {
  const someone = await nadia()
  for (const language of ['ar', 'fr', 'en'])
    for (const path of ['me/entry', 'me', 'sign-in/password?return_to=/calls/2024'])
      expect([language, path, await htmlFaults(await (await someone.get(`/${language}/${path}`)).text())]).toEqual([language, path, []])
})
