import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadOrganisation } from '../../demo/load/organisation.ts'
import { teamMember } from '../../demo/load/context.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { otherOfficer } from '../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { Authenticator } from '../../../tests/server/authenticator.ts'
import { askToEnterByPasskey, enterByPasskey } from './commands/enter-by-passkey.ts'
import { addPasskey, askForPasskey, removePasskey } from './commands/passkey.ts'
import { startSession } from './session.ts'

const held = testDatabase()
const NOW = new Date('2026-11-28T10:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const SITE = 'https://kawaliss.example'
let nadia: SignedIn
let session: string

beforeAll(async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
  nadia = await teamMember(held.db, 'nadia')
})
beforeEach(async () => {
  session = await atomically(held.db, (trx) =>
    startSession(trx, nadia.organisation, nadia.person.id, NOW, { way: 'link', device: 'firefox android' }),
  )
})

const value = <Value>(result: { ok: true; value: Value } | { ok: false; code: string }): Value => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const code = (result: { ok: true } | { ok: false; code: string }): string => (result.ok ? 'ok' : result.code)

/** Nadia's phone, with a key added now. */
async function phone(name = 'هاتفي'): Promise<{ device: Authenticator; id: string }> {
  const device = new Authenticator()
  const options = value(await askForPasskey(held.db, nadia, { origin: SITE, session }, NOW))
  const answer = device.create({ challenge: options.challenge, rpId: options.rp.id, origin: SITE }, options.user.id)
  const { id } = value(await addPasskey(held.db, nadia, { name, answer: JSON.parse(answer), device: 'chrome android' }, later(1)))
  return { device, id }
}

const ask = async (at = NOW, origin = SITE) => value(await askToEnterByPasskey(held.db, nadia.organisation, { origin, network: 'n' }, at))
const enter = (answer: string, at = later(2), organisation = nadia.organisation) =>
  enterByPasskey(held.db, organisation, { answer: JSON.parse(answer), device: '' }, at)

test('a device whose key was added opens the door, and says so in the trail; its owner was told by mail', async () => {
  const { device, id } = await phone()
  const { challenge } = await ask()
  const entered = value(await enter(device.get({ challenge, rpId: 'kawaliss.example', origin: SITE })))
  expect(entered.person).toBe(nadia.person.id)
  const row = await held.db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect([row.name, row.device, row.transports, Number(row.counter), row.used_at]).toEqual(['هاتفي', 'chrome android', ['internal'], 1, later(2)])
  const mails = await held.db.selectFrom('message').select(['subject', 'address']).where('kind', '=', 'sign-in-changed').execute()
  expect(mails).toEqual([{ subject: 'أُضيف مفتاح دخول إلى حسابك', address: 'nadia@kawaliss.example' }])
})

test('an answer opens once: the same one again is worth nothing, nor is one whose first use failed', async () => {
  const { device } = await phone()
  const { challenge } = await ask()
  const answer = device.get({ challenge, rpId: 'kawaliss.example', origin: SITE })
  const [one, two] = await Promise.all([enter(answer), enter(answer)])
  expect([code(one), code(two)].sort()).toEqual(['ok', 'passkey/too-late'])
  const spoiled = await ask()
  expect(code(await enter(new Authenticator().get({ ...spoiled, origin: SITE })))).toBe('passkey/unknown-here')
  expect(code(await enter(device.get({ ...spoiled, origin: SITE })))).toBe('passkey/too-late')
})

test('a challenge nobody was given, one older than ten minutes and one of another purpose open nothing', async () => {
  const { device } = await phone()
  const made = Buffer.alloc(32, 7).toString('base64url')
  expect(code(await enter(device.get({ challenge: made, rpId: 'kawaliss.example', origin: SITE })))).toBe('passkey/too-late')
  const { challenge } = await ask()
  expect(code(await enter(device.get({ challenge, rpId: 'kawaliss.example', origin: SITE }), later(10)))).toBe('passkey/too-late')
  const adding = value(await askForPasskey(held.db, nadia, { origin: SITE, session }, NOW))
  expect(code(await enter(device.get({ challenge: adding.challenge, rpId: 'kawaliss.example', origin: SITE })))).toBe('passkey/too-late')
})

test('an answer given at another address is refused: a page that looks like ours gets nothing out of it', async () => {
  const { device } = await phone()
  const there = await ask()
  expect(code(await enter(device.get({ ...there, origin: 'https://kawaliss.example.evil.example' })))).toBe('passkey/wrong-address')
  // The address is right, what the device signed is for another host.
  const here = await ask()
  expect(code(await enter(device.get({ challenge: here.challenge, rpId: 'evil.example', origin: SITE })))).toBe('passkey/not-proved')
})

test('a signature that was touched proves nothing', async () => {
  const { device } = await phone()
  const { challenge } = await ask()
  const answer = JSON.parse(device.get({ challenge, rpId: 'kawaliss.example', origin: SITE }))
  answer.response.signature = Buffer.from(answer.response.signature, 'base64url').fill(1, 20, 24).toString('base64url')
  expect(code(await enter(JSON.stringify(answer)))).toBe('passkey/not-proved')
})

test('a key that was taken off opens nothing, and nobody takes off another’s', async () => {
  const { device, id } = await phone()
  const director = await teamMember(held.db, 'director')
  expect(code(await removePasskey(held.db, director, id, later(1)))).toBe('page/not-found')
  expect(code(await removePasskey(held.db, nadia, id, later(1)))).toBe('ok')
  expect(code(await removePasskey(held.db, nadia, id, later(1)))).toBe('page/not-found')
  const { challenge } = await ask()
  expect(code(await enter(device.get({ challenge, rpId: 'kawaliss.example', origin: SITE })))).toBe('passkey/unknown-here')
})

test('a device that counts backwards is a copy: refused, and written in the trail', async () => {
  const { device, id } = await phone()
  device.count = 40
  expect(code(await enter(device.get({ ...(await ask()), origin: SITE })))).toBe('ok')
  device.count = 12
  expect(code(await enter(device.get({ ...(await ask()), origin: SITE })))).toBe('passkey/copied')
  const acts = await held.db.selectFrom('audit_entry').select('payload').where('act', '=', 'passkey/counted-backwards').execute()
  expect(acts.map(({ payload }) => JSON.parse(payload).details)).toEqual([{ passkey: id }])
})

test('a key of one organisation opens nothing in another that shares the database', async () => {
  const other = await otherOfficer(held.db)
  const { device } = await phone()
  const there = value(await askToEnterByPasskey(held.db, other.organisation, { origin: 'https://other.example', network: 'n' }, NOW))
  expect(code(await enter(device.get({ ...there, origin: 'https://other.example' }), later(2), other.organisation))).toBe('passkey/unknown-here')
  const { challenge } = await ask()
  expect(code(await enter(device.get({ challenge, rpId: 'kawaliss.example', origin: SITE }), later(2), other.organisation))).toBe('passkey/too-late')
})

test('a key is added only by who came in less than an hour ago by link, code or passkey, and never with another person’s challenge', async () => {
  const page = (token: string) => ({ origin: SITE, session: token })
  expect(code(await askForPasskey(held.db, nadia, page(session), later(60)))).toBe('sign-in/not-fresh')
  const byPassword = await atomically(held.db, (trx) => startSession(trx, nadia.organisation, nadia.person.id, NOW, { way: 'password', device: '' }))
  expect(code(await askForPasskey(held.db, nadia, page(byPassword), NOW))).toBe('sign-in/not-fresh')
  const director = await teamMember(held.db, 'director')
  expect(code(await askForPasskey(held.db, director, page(session), NOW))).toBe('sign-in/not-fresh')
  const { challenge } = value(await askForPasskey(held.db, nadia, page(session), NOW))
  const answer = JSON.parse(new Authenticator().create({ challenge, rpId: 'kawaliss.example', origin: SITE }, ''))
  expect(code(await addPasskey(held.db, director, { name: 'x', answer, device: '' }, NOW))).toBe('passkey/too-late')
})

test('whatever is sent instead of an answer is refused, a key without a name too, and one the device has already', async () => {
  for (const nonsense of [
    null,
    1,
    'x',
    [],
    {},
    { id: 'x', type: 'public-key', response: {} },
    { id: '', type: 'public-key', response: { clientDataJSON: 'e30' } },
  ])
    expect([nonsense, code(await enterByPasskey(held.db, nadia.organisation, { answer: nonsense, device: '' }, NOW))]).toEqual([
      nonsense,
      'passkey/not-proved',
    ])
  const device = new Authenticator()
  const add = async (name: string) => {
    const options = value(await askForPasskey(held.db, nadia, { origin: SITE, session }, NOW))
    const answer = JSON.parse(device.create({ challenge: options.challenge, rpId: options.rp.id, origin: SITE }, options.user.id))
    return code(await addPasskey(held.db, nadia, { name, answer, device: '' }, NOW))
  }
  expect([await add(' '), await add('x'), await add('x')]).toEqual(['passkey/nameless', 'ok', 'passkey/known-already'])
})
