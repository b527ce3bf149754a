import { randomBytes, randomInt } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readArrival } from './multipart.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'form-'))
})
afterEach(() => rm(folder, { recursive: true }))

const BOUNDARY = '----b'
const part = (head: string, content: Uint8Array) =>
  Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), content, Buffer.from('\r\n')])
const END = Buffer.from(`--${BOUNDARY}--\r\n`)

/** Sends the bytes in pieces of these lengths, as a network does. */
function sent(bytes: Buffer, length: () => number): Request {
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      const piece = bytes.subarray(at, at + length())
      at += piece.length
      controller.enqueue(new Uint8Array(piece))
    },
  })
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  return new Request('http://x/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

const limits = (bytes: number) => ({ folder, bytes, files: 2 })

test('however the network cuts a form, its fields and its files are those that were sent', async () => {
  // Content full of what looks like a boundary.
  const content = Buffer.concat([Buffer.from(`\r\n--\r\n--${BOUNDARY.slice(0, 3)}\r\n\r\n`), randomBytes(3000), Buffer.from('\r\n')])
  const form = Buffer.concat([
    part('name="a"', Buffer.from('ألف')),
    part('name="f"; filename="ملف.wav"', content),
    part('name="a"', Buffer.from('2')),
    END,
  ])
  for (let round = 0; round < 60; round++) {
    const most = round === 0 ? 1 : randomInt(1, 400)
    const arrived = await readArrival(
      sent(form, () => randomInt(1, most + 1)),
      limits(10_000),
    )
    expect(arrived).toMatchObject({ whole: true, body: { a: ['ألف', '2'] }, refused: null })
    expect(arrived?.files).toMatchObject([{ field: 'f', name: 'ملف.wav', bytes: content.length, tooLarge: false }])
    expect((await readFile(arrived?.files[0]?.path ?? '')).equals(content)).toBe(true)
  }
})

test('a form that is broken off at any byte leaves no piece of a file', async () => {
  const form = Buffer.concat([part('name="f"; filename="x"', randomBytes(500)), part('name="a"', Buffer.from('1')), END])
  for (let at = 1; at < form.length - 4; at += 7) {
    const arrived = await readArrival(
      sent(form.subarray(0, at), () => 50),
      limits(10_000),
    )
    expect(arrived?.whole).toBe(false)
    for (const file of arrived?.files ?? []) await rm(file.path)
    expect(await readdir(folder)).toEqual([])
  }
})

test('beyond its limit nothing more of a file is written, and the fields after it are read', async () => {
  const form = Buffer.concat([part('name="f"; filename="x"', randomBytes(9000)), part('name="a"', Buffer.from('1')), END])
  const arrived = await readArrival(
    sent(form, () => 100),
    limits(1000),
  )
  expect(arrived).toMatchObject({ whole: true, body: { a: '1' }, files: [{ bytes: 1000, tooLarge: true }] })
})

test('a form without end is given up', async () => {
  let asked = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked += 1
      controller.enqueue(asked === 1 ? new Uint8Array(part('name="f"; filename="x"', Buffer.alloc(0)).subarray(0, -2)) : new Uint8Array(1_000_000))
    },
  })
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  const arrived = await readArrival(new Request('http://x/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit), limits(1000))
  expect([arrived?.whole, arrived?.files[0]?.tooLarge, asked < 50]).toEqual([false, true, true])
})

test('half a gigabyte for a field of five megabytes is read no further than those five', async () => {
  const head = part('name="f"; filename="x.wav"', Buffer.alloc(0)).subarray(0, -2)
  const PIECE = 65_536
  let read = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = read === 0 ? new Uint8Array(head) : new Uint8Array(PIECE)
      read += piece.length
      controller.enqueue(piece)
    },
  })
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'content-length': '500000000' }
  const request = new Request('http://x/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  const arrived = await readArrival(request, limits(5_000_000))
  expect(arrived).toMatchObject({ whole: false, files: [{ tooLarge: true }] })
  expect(arrived?.files[0]?.bytes).toBeLessThanOrEqual(5_000_000)
  expect(read).toBeLessThan(5_000_000 + 4 * PIECE)
})

test('what is no multipart form is none', async () => {
  expect(await readArrival(new Request('http://x/', { method: 'POST', body: 'a=1' }), limits(1))).toBeNull()
})
