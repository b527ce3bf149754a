import { beforeAll, expect, test } from 'vitest'
import { DURING, type OpenCall, openCall, somebody } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { testServer } from '../../../../tests/server/test-server.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { makeToken } from '../../people/index.ts'

const held = testDatabase()
const server = testServer(held)
const tokens = new Map<SignedIn, string>()
let call: OpenCall

beforeAll(async () => {
  call = await openCall(held.db)
  server.setClock(DURING)
})

async function program(): Promise<SignedIn> {
  const viewer = await somebody(held.db, call.organisation)
  const made = await makeToken(held.db, viewer, { name: 'x', writes: true, days: 30 }, DURING)
  if (!made.ok) throw new Error(made.code)
  tokens.set(viewer, made.value.token)
  return viewer
}

async function ask(who: SignedIn, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers: { 'accept-language': 'fr', authorization: `Bearer ${tokens.get(who)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: the test reads whatever came.
  return { status: answer.status, body: (await answer.json()) as any }
}

test('a program invites, joins, hands an application over, takes a member out and leaves, by the rules of the pages', async () => {
  const [salma, karim, amal] = [await program(), await program(), await program()]
  const { application } = (await ask(salma, 'POST', '/calls/2024/applications', { language: 'fr' })).body
  const team = `/applications/${application}/team`
  const wanted = { language: 'fr', name: 'Salma' }
  expect((await ask(salma, 'POST', `${team}/invitations`, { ...wanted, email: 'nobody' })).status).toBe(422)
  expect((await ask(salma, 'POST', `${team}/invitations`, { language: 'fr' })).body.refused.code).toBe('team/nameless')
  const mailed = await ask(salma, 'POST', `${team}/invitations`, { ...wanted, email: 'Karim@Example.org' })
  expect([mailed.status, mailed.body.link]).toEqual([200, null])
  const shared = (await ask(salma, 'POST', `${team}/invitations`, { ...wanted, once: false })).body
  const key = shared.link.split('/').at(-1)
  expect((await ask(karim, 'GET', team)).status).toBe(404)
  expect((await ask(karim, 'POST', `/invitations/${key}/joining`, {})).body.refused.code).toBe('team/nameless')
  expect((await ask(karim, 'POST', `/invitations/${key}/joining`, { name: 'كريم' })).body).toEqual({ application, fresh: true })
  expect((await ask(karim, 'POST', `/invitations/${key}/joining`, {})).body).toEqual({ application, fresh: false })
  await ask(amal, 'POST', `/invitations/${key}/joining`, { name: 'Amal' })
  const seen = (await ask(salma, 'GET', team)).body
  expect([seen.members.map((one: { part: string }) => one.part), seen.invitations.length]).toEqual([['holder', 'member', 'member'], 2])
  // Whom the holder invited is the holder's to know.
  expect((await ask(karim, 'GET', team)).body.invitations).toEqual([])

  expect((await ask(salma, 'POST', `${team}/invitations/${mailed.body.invitation}/removal`)).status).toBe(200)
  expect((await ask(salma, 'POST', `${team}/holder-offer`, { person: karim.person.id })).status).toBe(200)
  expect((await ask(karim, 'POST', `${team}/holder-offer/removal`)).status).toBe(200)
  expect((await ask(karim, 'POST', `${team}/holder`)).body.refused.code).toBe('team/not-offered')
  await ask(salma, 'POST', `${team}/holder-offer`, { person: karim.person.id })
  expect((await ask(karim, 'POST', `${team}/holder`)).status).toBe(200)
  expect((await ask(salma, 'POST', `${team}/members/${amal.person.id}/removal`)).body.refused.code).toBe('team/not-holder')
  expect((await ask(karim, 'POST', `${team}/members/${amal.person.id}/removal`)).status).toBe(200)
  expect((await ask(salma, 'POST', `${team}/departure`)).status).toBe(200)
  expect((await ask(karim, 'GET', team)).body.members.map((one: { id: string }) => one.id)).toEqual([karim.person.id])
  expect((await ask(salma, 'GET', '/calls/2024/known-answers')).body).toEqual({
    answers: [{ question: 'holder_name_latin', answer: 'Salma', from: 'record' }],
  })
})
