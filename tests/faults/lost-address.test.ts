import { beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { DURING, type OpenCall, openCall, somebody } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { htmlFaults } from '../server/valid-html.ts'
import { testServer } from '../server/test-server.ts'

const held = testDatabase()
const server = testServer(held)
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
  server.setClock(DURING)
})

const ask = async (path: string, cookie = '') => {
  const answer = await fetch(server.origin + path, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } })
  return { status: answer.status, html: await answer.text() }
}

test('an address with a null byte, half a character or nothing behind it is not found: never a fault of the server', async () => {
  for (const rest of ['calls/%00', 'calls/2024%00', 'projects/%00/x', 'figures/%00', 'results/%00', 'receipts/%00', 'calls/%E0%A4%A', 'calls/1999'])
    expect((await ask(`/fr/${rest}`)).status, rest).toBe(404)
})

test('who is lost finds the way home, to the call and to their own page, in valid pages of three languages', async () => {
  const viewer = await somebody(held.db, call.organisation)
  const token = await atomically(held.db, (trx) => startSession(trx, call.organisation, viewer.person.id, DURING))
  for (const language of ['ar', 'fr', 'en']) {
    const lost = `/${language}/applications-of-old`
    const visitor = await ask(lost)
    for (const way of [`/${language}`, `/${language}/calls/2024`, `/${language}/sign-in?return_to=%2Fapplications-of-old`])
      expect(visitor.html, way).toContain(`href="${way}"`)
    const known = await ask(lost, `${SESSION_COOKIE}=${token}`)
    expect(known.html).toContain(`href="/${language}/me"`)
    expect(known.html).not.toContain('/sign-in')
    for (const { status, html } of [visitor, known]) expect([status, await htmlFaults(html)]).toEqual([404, []])
  }
})

test('a way back that is too long leads to one’s own page, and is nobody’s mistake', async () => {
  const body = new URLSearchParams({ email: 'someone@example.ma', return_to: `/${'x'.repeat(5000)}` })
  const answer = await fetch(`${server.origin}/fr/sign-in`, { method: 'POST', redirect: 'manual', headers: { origin: server.origin }, body })
  expect(answer.status).toBe(303)
})
