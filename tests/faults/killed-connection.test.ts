import { connect, type Socket } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { startApplication } from '../../src/features/applications/index.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { verifyAudit } from '../../src/platform/database/audit.ts'
import { DURING, type OpenCall, openCall, somebody, WHOLE } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'

const held = testDatabase()
const server = testServer(held)
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
  server.setClock(DURING)
})

async function applicant(): Promise<{ application: string; cookie: string }> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const token = await atomically(held.db, (trx) => startSession(trx, call.organisation, viewer.person.id, DURING))
  return { application: started.value.application, cookie: `${SESSION_COOKIE}=${token}` }
}

/** Writes a request by hand; `cut` bytes of its body are never sent. */
async function sendByHand(path: string, cookie: string, body: string, cut: number): Promise<Socket> {
  const { hostname, port, host } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  await new Promise((resolve) => socket.once('connect', resolve))
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${cookie}`,
    `Origin: ${server.origin}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, body.length - cut)}`)
  return socket
}

const answersOf = async (application: string) =>
  (await held.db.selectFrom('draft').select('answers').where('application', '=', application).executeTakeFirstOrThrow()).answers as object
const body = new URLSearchParams({ project_title: WHOLE.project_title, summary: WHOLE.summary }).toString()

test('a form cut in the middle changes nothing, and the same form sent again is saved', async () => {
  const { application, cookie } = await applicant()
  const path = `/fr/applications/${application}/sections/project`
  const cutOff = await sendByHand(path, cookie, body, 20)
  await new Promise((resolve) => setTimeout(resolve, 300))
  cutOff.destroy()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await answersOf(application)).toEqual({})
  const whole = await sendByHand(path, cookie, body, 0)
  await new Promise((resolve) => whole.once('data', resolve))
  whole.destroy()
  expect(await answersOf(application)).toEqual({ project_title: WHOLE.project_title, summary: WHOLE.summary })
})

test('a form whose sender is gone before the answer is saved whole', async () => {
  const { application, cookie } = await applicant()
  const gone = await sendByHand(`/fr/applications/${application}/sections/project`, cookie, body, 0)
  await new Promise((resolve) => setTimeout(resolve, 5))
  gone.destroy()
  await expect.poll(() => answersOf(application), { timeout: 10_000 }).toEqual({ project_title: WHOLE.project_title, summary: WHOLE.summary })
  expect((await verifyAudit(held.db, call.organisation)).faults).toEqual([])
})
