import { beforeAll, expect, test } from 'vitest'
import { startApplication } from '../../src/features/applications/index.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { DURING, type OpenCall, openCall, somebody } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'

const held = testDatabase()
const server = testServer(held)
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
  server.setClock(DURING)
})

test('a write that comes from another site, or does not say from where, is refused in words and changes nothing', async () => {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  const application = started.ok ? started.value.application : ''
  const token = await atomically(held.db, (trx) => startSession(trx, call.organisation, viewer.person.id, DURING))
  const write = (method: 'POST' | 'PATCH', rest: string, headers: Record<string, string>) =>
    fetch(`${server.origin}/fr/applications/${application}${rest}`, {
      method,
      redirect: 'manual',
      headers: { cookie: `${SESSION_COOKIE}=${token}`, ...headers },
      body: new URLSearchParams({ project_title: 'x', 'declaration.true': 'yes' }),
    })
  const writes = [
    ['POST', '/sections/project'],
    ['PATCH', '/draft'],
    ['POST', '/submission'],
    ['POST', '/withdrawal'],
    ['POST', '/versions'],
  ] as const
  const places = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: server.origin },
    { referer: 'https://elsewhere.example/fr' },
    {},
  ]
  for (const [method, rest] of writes) {
    for (const headers of places) {
      const answer = await write(method, rest, headers as Record<string, string>)
      expect([method, rest, headers, answer.status]).toEqual([method, rest, headers, 403])
      expect(await answer.text()).toContain('ne vient pas d’une page de ce site')
    }
  }
  const draft = await held.db.selectFrom('draft').select(['answers', 'version']).where('application', '=', application).executeTakeFirstOrThrow()
  expect(draft).toEqual({ answers: {}, version: 1 })
  expect((await write('POST', '/sections/project', { origin: server.origin })).status).toBe(422)
})

test('a mail provider stops an alert for its reader by one press of the address in the mail, from nowhere; nothing else of the alert may be done so', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const id of [one, other]) {
    const alert = { organisation: call.organisation, id, programme: null, address: `${id}@example.org`, language: 'fr' as const, asked_at: DURING }
    await held.db.insertInto('call_alert').values(alert).execute()
  }
  const press = (path: string) =>
    fetch(`${server.origin}/fr/alerts/${path}`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
  expect([(await press(`${one}/removal`)).status, (await press(`${other}/confirmation`)).status]).toEqual([200, 403])
  const left = await held.db.selectFrom('call_alert').select(['id', 'confirmed_at']).where('organisation', '=', call.organisation).execute()
  expect(left).toEqual([{ id: other, confirmed_at: null }])
})
