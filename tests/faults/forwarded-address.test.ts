import { beforeAll, expect, test } from 'vitest'
import { SIGN_IN_MAILS_AN_HOUR_FROM_ONE_NETWORK } from '../../src/domain/person.ts'
import { DURING, openCall } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'

const held = testDatabase()
const server = testServer(held, { TRUST_PROXY: '1' })
const unproxied = testServer(held)
beforeAll(async () => {
  await openCall(held.db)
  server.setClock(DURING)
  unproxied.setClock(DURING)
})

let asked = 0
/** Asks for a sign-in mail to an address nobody asked for before, so that only the network is counted. */
async function ask(origin: string, forwarded: string): Promise<number> {
  asked += 1
  const answer = await fetch(`${origin}/fr/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'x-forwarded-for': forwarded },
    body: new URLSearchParams({ email: `asker-${asked}@example.org` }),
  })
  return answer.status
}

test('behind a proxy the sign-in mails of a network are counted by the address the proxy saw, whatever the asker wrote before it', async () => {
  for (let time = 0; time < SIGN_IN_MAILS_AN_HOUR_FROM_ONE_NETWORK; time += 1)
    expect(await ask(server.origin, `203.0.113.${time % 250}, 198.51.100.7`)).toBe(303)
  expect(await ask(server.origin, '203.0.113.251, 198.51.100.7')).toBe(429)
  expect(await ask(server.origin, '198.51.100.7, 198.51.100.8')).toBe(303)
})

test('without a proxy what the asker says of its address counts for nothing', async () => {
  for (let time = 0; time < SIGN_IN_MAILS_AN_HOUR_FROM_ONE_NETWORK; time += 1)
    expect(await ask(unproxied.origin, `203.0.113.${time % 250}`)).toBe(303)
  expect(await ask(unproxied.origin, '203.0.113.252')).toBe(429)
})
