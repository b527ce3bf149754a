import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DURING, openCall, somebody } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { sound } from '../../../tests/server/samples.ts'
import { readConfig } from '../../platform/config.ts'
import { makeLog } from '../../platform/log/log.ts'
import { scan } from '../../platform/scan/clamd.ts'
import type { Services } from '../../platform/web/context.ts'
import { startApplication } from '../applications/index.ts'
import { checkWaiting } from './jobs.ts'
import { filesOf, giveFile } from './index.ts'
import { writeFile } from 'node:fs/promises'

/** What the scanner of these tests takes for a virus. */
const BAD = Buffer.from('not a virus, but found all the same')

/** A scanner that speaks the protocol of clamd over a real socket; `says` may make it silent or make it fail. */
function scanner(): { readonly server: Server; says: 'verdict' | 'nothing' | 'error'; seen: number } {
  const state = {
    says: 'verdict' as 'verdict' | 'nothing' | 'error',
    seen: 0,
    server: createServer((socket) => answer(socket, state)),
  }
  return state
}

function answer(socket: Socket, state: { says: string; seen: number }): void {
  let held = Buffer.alloc(0)
  let content = Buffer.alloc(0)
  let greeted = false
  socket.on('error', () => {})
  socket.on('data', (piece: Buffer) => {
    held = Buffer.concat([held, piece])
    if (!greeted && held.length >= 10) {
      expect(held.toString('latin1', 0, 10)).toBe('zINSTREAM\0')
      held = held.subarray(10)
      greeted = true
    }
    while (greeted && held.length >= 4) {
      const length = held.readUInt32BE(0)
      if (held.length < 4 + length) return
      if (length === 0) {
        state.seen = content.length
        if (state.says === 'error') socket.end('INSTREAM size limit exceeded. ERROR\0')
        else if (state.says === 'verdict') socket.end(content.includes(BAD) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0')
        return
      }
      content = Buffer.concat([content, held.subarray(4, 4 + length)])
      held = held.subarray(4 + length)
    }
  })
}

const held = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'scanned-'))
const clamd = scanner()
let services: Services
let organisation: string

beforeAll(async () => {
  await new Promise<void>((resolve) => clamd.server.listen(0, '127.0.0.1', resolve))
  const { port } = clamd.server.address() as { port: number }
  const config = readConfig({ KAWALISS_DATA: folder, CLAMD: `127.0.0.1:${port}`, LOG_LEVEL: 'silent' })
  services = { db: held.db, config, log: makeLog(config), clock: () => DURING }
  organisation = (await openCall(held.db)).organisation
})
afterAll(async () => {
  await new Promise((resolve) => clamd.server.close(resolve))
  rmSync(folder, { recursive: true })
})

async function given(content: Buffer) {
  const viewer = await somebody(held.db, organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const { application } = started.value
  const path = join(folder, 'arrived')
  await writeFile(path, content)
  const limits = { accept: ['audio', 'document'] as const, maxFiles: 1, maxBytes: 1_000_000 }
  const outcome = await giveFile(
    held.db,
    viewer,
    { given: { application, question: 'of_file', limits, name: 'x.wav', path }, places: services.config },
    DURING,
  )
  expect(outcome.ok).toBe(true)
  const states = async () => (await filesOf(held.db, organisation, application)).map(({ state, scanned }) => [state, scanned])
  return { application, viewer, states }
}

test('a file waits out of reach until it was scanned, and may then be read', async () => {
  const { states } = await given(sound(300_000))
  expect(await states()).toEqual([['preparing', false]])
  await checkWaiting(services)
  expect([clamd.seen, await states()]).toEqual([300_044, [['ready', true]]])
})

test('an infected file is taken out of the answer, its owner is told, and nobody ever reads it', async () => {
  const { application, viewer, states } = await given(BAD)
  await checkWaiting(services)
  expect(await states()).toEqual([['infected', false]])
  const draft = await held.db.selectFrom('draft').select('answers').where('application', '=', application).executeTakeFirstOrThrow()
  expect(draft.answers).toEqual({})
  const mails = await held.db.selectFrom('message').select(['kind', 'person']).where('object', '=', application).execute()
  expect(mails).toEqual([{ kind: 'file-taken-out', person: viewer.person.id }])
  await checkWaiting(services)
  const again = await held.db.selectFrom('message').select('id').where('object', '=', application).execute()
  expect(again.length).toBe(1)
})

test('while the scanner is silent, fails or is gone a file waits, is asked about again, and is said to wait', async () => {
  const { application, states } = await given(sound())
  clamd.says = 'error'
  await checkWaiting(services)
  expect(await states()).toEqual([['waiting', false]])
  await checkWaiting({ ...services, config: { ...services.config, clamd: { path: join(folder, 'no-such-socket') } } })
  expect(await states()).toEqual([['waiting', false]])
  clamd.says = 'verdict'
  await checkWaiting(services)
  expect(await states()).toEqual([['ready', true]])
  const said = await held.db
    .selectFrom('file_scan as s')
    .innerJoin('file as f', 'f.id', 's.file')
    .select('s.verdict')
    .where('f.application', '=', application)
    .orderBy('s.seq')
    .execute()
  expect(said.map(({ verdict }) => verdict)).toEqual(['unreachable', 'clean'])
})

test('a scanner that never answers is given up after its time', async () => {
  clamd.says = 'nothing'
  const { clamd: address } = services.config
  if (address === null) throw new Error('no scanner')
  expect(
    await scan(
      address,
      (async function* () {
        yield sound()
      })(),
      200,
    ),
  ).toEqual({ verdict: 'unreachable', found: '' })
  clamd.says = 'verdict'
})
