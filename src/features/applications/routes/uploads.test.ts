import { createHash, randomBytes, randomInt } from 'node:crypto'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DURING } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { chunk, filingServer, tus } from '../../../../tests/server/filing-server.ts'
import { sound } from '../../../../tests/server/samples.ts'
import { sweepUploads } from '../../files/index.ts'

const held = testDatabase()
const at = filingServer(held)

test('an upload cut at any byte goes on from there, whatever is cut', async () => {
  const one = await at.applicant()
  const content = Buffer.concat([sound(60_000).subarray(0, 44), randomBytes(60_000)])
  for (let round = 0; round < 2; round++) {
    const upload = at.placeOf(await at.begin(one, content.length, `${round}.wav`))
    let [cuts, offset] = [0, 0]
    while (offset < content.length) {
      const end = Math.min(content.length, offset + randomInt(1, 4000))
      if (end < content.length && cuts < 25) await cutShort(upload, one.headers, offset, content.subarray(offset), end - offset)
      else
        await fetch(upload, { method: 'PATCH', headers: { ...one.headers, ...chunk(offset) }, body: new Uint8Array(content.subarray(offset, end)) })
      cuts += 1
      if (end === content.length) break
      const head = await fetch(upload, { method: 'HEAD', headers: { ...one.headers, ...tus({}) } })
      const arrived = Number(head.headers.get('upload-offset'))
      expect([head.status, arrived >= offset, arrived <= content.length]).toEqual([200, true, true])
      offset = arrived
    }
    expect(cuts).toBeGreaterThan(8)
  }
  const whole = createHash('sha256').update(content).digest('hex')
  expect((await at.rowsOf(one.application)).map(({ sha256 }) => sha256)).toEqual([whole, whole])
  expect(await held.db.selectFrom('upload').select('id').where('application', '=', one.application).execute()).toEqual([])
}, 60_000)

/** Sends a request that announces `content` and breaks off the connection after `bytes` of it. */
async function cutShort(url: string, headers: Record<string, string>, offset: number, content: Buffer, bytes: number): Promise<void> {
  const { hostname, port, pathname } = new URL(url)
  const head = Object.entries({ ...headers, ...chunk(offset), 'content-length': String(content.length), host: `${hostname}:${port}` })
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`PATCH ${pathname} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
      socket.write(content.subarray(0, bytes), () => setTimeout(() => socket.destroy(), 10))
    })
    socket.on('error', () => {})
    socket.once('close', () => resolve())
  })
  await new Promise((resolve) => setTimeout(resolve, 20))
}

test('an upload is stopped at the limit of its question, when its length lies and when it has none', async () => {
  const one = await at.applicant()
  expect((await at.begin(one, 500_000_000)).status).toBe(413)
  const limit = 5_000_000
  const deferred = at.placeOf(await at.begin(one, null))
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000
      if (sent > 500_000_000) controller.close()
      else controller.enqueue(new Uint8Array(100_000))
    },
  })
  const answer = await fetch(deferred, {
    method: 'PATCH',
    headers: { ...one.headers, ...chunk(0) },
    body: endless,
    duplex: 'half',
  } as RequestInit).catch(() => null)
  expect(answer === null || answer.status === 413).toBe(true)
  expect(sent).toBeLessThan(40_000_000)
  const head = await fetch(deferred, { method: 'HEAD', headers: { ...one.headers, ...tus({}) } })
  expect(Number(head.headers.get('upload-offset'))).toBeLessThanOrEqual(limit)
  const small = at.placeOf(await at.begin(one, 10))
  expect((await fetch(small, { method: 'PATCH', headers: { ...one.headers, ...chunk(0) }, body: 'x'.repeat(11) })).status).toBe(413)
  expect((await fetch(small, { method: 'PATCH', headers: { ...one.headers, ...chunk(5) }, body: 'x' })).status).toBe(409)
})

test('what was left half-way goes once it has expired, and is then unknown', async () => {
  const one = await at.applicant()
  const upload = at.placeOf(await at.begin(one, 1000))
  const later = new Date(DURING.getTime() + 4 * 86_400_000)
  const id = upload.split('/').at(-1) as string
  expect(at.lying()).toContain(id)
  await sweepUploads(held.db, join(at.folder, 'uploads'), later)
  expect(at.lying().filter((name) => name.startsWith(id))).toEqual([])
  expect((await fetch(upload, { method: 'HEAD', headers: { ...one.headers, ...tus({}) } })).status).toBe(404)
})

test('whatever is sent in place of an upload is refused, never a fault of the server', async () => {
  const one = await at.applicant()
  const upload = at.placeOf(await at.begin(one, 100))
  const strange: readonly (readonly [string, string, Record<string, string>, string?])[] = [
    ['POST', `${one.question}/uploads`, {}],
    ['POST', `${one.question}/uploads`, tus({})],
    ['POST', `${one.question}/uploads`, tus({ 'upload-length': '-1' })],
    ['POST', `${one.question}/uploads`, tus({ 'upload-length': 'x' })],
    ['POST', `${one.question}/uploads`, tus({ 'upload-length': '99999999999999999999' })],
    ['POST', `${one.question}/uploads`, tus({ 'upload-length': '10', 'upload-defer-length': '1' })],
    ['POST', `${one.question}/uploads`, tus({ 'upload-length': '10', 'upload-concat': 'final;/a /b' })],
    ['POST', `${one.question}/uploads`, tus({ 'upload-length': '0' })],
    ['POST', `${one.question}x/uploads`, tus({ 'upload-length': '10' })],
    ['PATCH', upload, tus({})],
    ['PATCH', upload, tus({ 'upload-offset': 'x', 'content-type': 'application/offset+octet-stream' }), 'a'],
    ['PATCH', upload, { ...chunk(0), 'upload-length': '5' }, 'a'],
    ['PATCH', upload, { ...chunk(0), 'content-type': 'text/plain' }, 'a'],
    ['PATCH', upload, chunk(101), 'a'],
    ['PATCH', `${one.question}/uploads/..%2f..%2flink-secret`, chunk(0), 'a'],
    ['PATCH', upload.replace(/[0-9a-f]{4}$/, '0000'), chunk(0), 'a'],
    ['DELETE', `${one.question}/uploads/link-secret`, tus({})],
    ['GET', upload, tus({})],
  ]
  // 501: parts of the protocol that are not there.
  const isRefusal = (status: number): boolean => (status >= 400 && status < 500) || status === 501
  for (const [method, url, headers, body] of strange) {
    const answer = await fetch(url, { method, headers: { ...one.headers, ...headers }, ...(body === undefined ? {} : { body }) })
    expect([method, url, headers, isRefusal(answer.status)]).toEqual([method, url, headers, true])
  }
  expect((await fetch(upload, { method: 'DELETE', headers: { ...one.headers, ...tus({}) } })).status).toBe(204)
  expect(await at.rowsOf(one.application)).toEqual([])
})

test('a program gives, lists and takes back files as a person does', async () => {
  const one = await at.applicant()
  const base = `${at.server.origin}/api/v1/applications/${one.application}`
  const post = (path: string, body: object) =>
    fetch(`${base}${path}`, { method: 'POST', headers: { ...one.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const refusedOnce = await post('/questions/of_file/files', { name: 'x.wav', content: Buffer.from('<html>').toString('base64') })
  expect([refusedOnce.status, await refusedOnce.json()]).toMatchObject([422, { refused: { code: 'file/kind' } }])
  const given = (await (await post('/questions/of_file/files', { name: 'x.wav', content: sound().toString('base64') })).json()) as { file: string }
  const listed = (await (await fetch(`${base}/files`, { headers: one.headers })).json()) as { files: { id: string; link: string }[] }
  expect(listed.files).toMatchObject([{ id: given.file, name: 'x.wav', state: 'ready' }])
  expect((await fetch(at.server.origin + listed.files[0]?.link)).status).toBe(200)
  const whole = sound(5000)
  const begun = await fetch(`${base}/questions/of_file/uploads`, {
    method: 'POST',
    headers: { ...one.headers, ...tus({ 'upload-length': `${whole.length}` }) },
  })
  const sent = await fetch(at.placeOf(begun), { method: 'PATCH', headers: { ...one.headers, ...chunk(0) }, body: new Uint8Array(whole) })
  expect(sent.status).toBe(200)
  expect((await post(`/files/${given.file}/removal`, {})).status).toBe(200)
  expect(await at.answersOf(one.application)).toMatchObject({ of_file: [expect.not.stringContaining(given.file)] })
  const other = await at.applicant()
  expect((await fetch(`${base}/files`, { headers: other.headers })).status).toBe(404)
})
