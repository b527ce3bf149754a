import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { DURING, LAST_INSTANT, TOO_LATE, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type Applicant, filingServer } from '../../../tests/server/filing-server.ts'
import { newId } from '../../platform/database/id.ts'
import { saveDraft } from './commands/save-draft.ts'

const held = testDatabase()
const at = filingServer(held)

const DECLARED = 'declaration.true=yes&declaration.rules=yes'

/** Somebody whose answers are whole and who has not pressed the button. */
async function ready(): Promise<Applicant> {
  at.server.setClock(DURING)
  const one = await at.applicant()
  await saveDraft(held.db, one.viewer, { application: one.application, answers: WHOLE, known: {}, page: newId(), turn: 0 }, DURING)
  return one
}

/** A request on a slow network: its head now, its form when told. Answers the status line and what follows. */
async function slowly({ headers }: Applicant, method: string, path: string, form: string, meanwhile: () => Promise<void> | void): Promise<string> {
  const { hostname, port, host } = new URL(at.server.origin)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const fields = { ...headers, host, 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length, connection: 'close' }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  const heads = at.server.heads
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  while (at.server.heads === heads) await pause(5)
  socket.write(form.slice(0, 9))
  await meanwhile()
  socket.write(form.slice(9))
  let answer = ''
  for await (const piece of socket) answer += String(piece)
  return answer
}

const submissionOf = ({ application }: Applicant) =>
  held.db.selectFrom('submission').select('submitted_at').where('application', '=', application).executeTakeFirst()

test('what reached the server by the last instant counts, though its form arrives a minute later', async () => {
  const one = await ready()
  at.server.setClock(LAST_INSTANT)
  const path = `/fr/applications/${one.application}/submission`
  const answer = await slowly(one, 'POST', path, DECLARED, () => at.server.setClock(new Date(LAST_INSTANT.getTime() + 60_000)))
  expect(answer).toMatch(/^HTTP\/1.1 303 /)
  expect(await submissionOf(one)).toEqual({ submitted_at: LAST_INSTANT })
})

test('a save that reached the server by the last instant is kept, though it arrives whole after it', async () => {
  const one = await ready()
  at.server.setClock(LAST_INSTANT)
  const path = `/fr/applications/${one.application}/draft`
  const answer = await slowly(one, 'PATCH', path, 'of_line=Souk%20at%20night', () => at.server.setClock(TOO_LATE))
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(await at.answersOf(one.application)).toMatchObject({ of_line: 'Souk at night' })
})

test('what waits for its turn in the database until after the last instant counts as having come before', async () => {
  const one = await ready()
  at.server.setClock(LAST_INSTANT)
  const held_ = Promise.withResolvers<void>()
  const holding = held.db.transaction().execute(async (trx) => {
    await sql`select from draft where application = ${one.application} for update`.execute(trx)
    await held_.promise
  })
  const headers = { ...one.headers, 'content-type': 'application/x-www-form-urlencoded' }
  const path = `${at.server.origin}/fr/applications/${one.application}/submission`
  const sent = fetch(path, { method: 'POST', headers, body: DECLARED, redirect: 'manual' })
  await pause(150)
  at.server.setClock(new Date(LAST_INSTANT.getTime() + 60_000))
  held_.resolve()
  await holding
  expect((await sent).status).toBe(303)
  expect(await submissionOf(one)).toEqual({ submitted_at: LAST_INSTANT })
})

test('what comes a thousandth of a second later is refused in words, and its draft stays whole', async () => {
  const one = await ready()
  at.server.setClock(TOO_LATE)
  const answer = await slowly(one, 'POST', `/fr/applications/${one.application}/submission`, DECLARED, () => {})
  expect(answer).toMatch(/^HTTP\/1.1 410 /)
  expect(answer).toContain('après la fin du délai')
  expect(await submissionOf(one)).toBeUndefined()
  expect(await at.answersOf(one.application)).toEqual(WHOLE)
})
