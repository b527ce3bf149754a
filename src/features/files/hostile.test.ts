/** Files as an enemy sends them, over the wire: what the server reads of them, and what becomes of their names. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { EDGE, sendEndlessly } from '../../../tests/server/endless.ts'
import { type Applicant, chunk, filingServer, tus, until } from '../../../tests/server/filing-server.ts'
import { document, pdf, photograph, sound } from '../../../tests/server/samples.ts'

const held = testDatabase()
const at = filingServer(held)

const opening = (name: string): string => `--${EDGE}\r\ncontent-disposition: form-data; name="file.of_file"; filename="${name}"\r\n\r\n`

function give({ question, headers }: Applicant, content: Uint8Array, name: string): Promise<Response> {
  const body = new FormData()
  body.append('file.of_file', new Blob([new Uint8Array(content)]), name)
  return fetch(`${question}/files`, { method: 'POST', headers, body, redirect: 'manual' })
}

const endless = ({ question, headers }: Applicant) => sendEndlessly(`${question}/files`, headers, [opening('x.wav'), sound(1000)])

test('half a gigabyte for a question of five megabytes is refused in words after those five', async () => {
  const one = await at.applicant()
  await at.settled()
  const before = at.lying().length
  const { status, text, taken } = await endless(one)
  expect([status, text.includes('trop lourd')]).toEqual([413, true])
  // Five, and what the two ends of a wire hold between them.
  expect(taken).toBeLessThan(16_000_000)
  expect([at.lying().length, await at.rowsOf(one.application)]).toEqual([before, []])
})

test('the same in pieces is refused before anything is read, or at the limit when its length was a lie', async () => {
  const one = await at.applicant()
  expect((await at.begin(one, 500_000_000)).status).toBe(413)
  const place = at.placeOf(await at.begin(one, null))
  const much = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(262_144)) })
  const sent = await fetch(place, { method: 'PATCH', headers: { ...one.headers, ...chunk(0) }, body: much, duplex: 'half' } as RequestInit).catch(
    () => null,
  )
  expect([413, undefined]).toContain(sent?.status)
  expect((await fetch(place, { method: 'HEAD', headers: { ...one.headers, ...tus({}) } })).headers.get('upload-offset')).not.toBe('500000000')
  expect(await at.rowsOf(one.application)).toEqual([])
})

test.each([
  ['../../../etc/صورة.jpg', 'صورة.jpg'],
  ['C:\\fakepath\\سيرة.jpg', 'سيرة.jpg'],
  ['photo\u202egpj.exe', 'photogpj.exe.jpg'],
  ['photo.jpg.exe', 'photo.jpg.exe.jpg'],
  ['cv.html', 'cv.html.jpg'],
  ['صورة', 'صورة.jpg'],
  ['..', 'file.jpg'],
  ['IMG_1.JPEG', 'IMG_1.JPEG'],
])('a picture called %j is kept under the name %j', async (name, kept) => {
  const one = await at.applicant()
  expect((await give(one, await photograph(20, 20), name)).status).toBe(303)
  expect((await at.rowsOf(one.application))[0]?.name).toBe(kept)
})

test('a PDF that calls itself a page is opened and saved as a PDF, and its page does not run', async () => {
  const one = await at.applicant()
  await give(one, Buffer.concat([pdf(), Buffer.from('<script>alert(1)</script>')]), 'cv.html')
  const [file] = await at.rowsOf(one.application)
  const answer = await fetch(`${at.server.origin}/fr/applications/${one.application}/files/${file?.id}`, { headers: one.headers })
  const says = (name: string) => answer.headers.get(name)
  expect([says('content-type'), says('content-disposition'), says('x-content-type-options')]).toEqual([
    'application/pdf',
    `inline; filename="cv.html.pdf"; filename*=UTF-8''cv.html.pdf`,
    'nosniff',
  ])
  expect(says('content-security-policy')).toMatch(/^default-src 'none'; /)
})

test('a document is only ever kept, never opened in the browser', async () => {
  const one = await at.applicant()
  await give(one, document(), 'budget.docx')
  const [file] = await at.rowsOf(one.application)
  const answer = await fetch(`${at.server.origin}/fr/applications/${one.application}/files/${file?.id}`, { headers: one.headers })
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
})

test('nothing, and a name without content, are refused in words', async () => {
  const one = await at.applicant()
  expect([(await give(one, Buffer.alloc(0), 'vide.pdf')).status, await at.rowsOf(one.application)]).toEqual([422, []])
})

test('a form cut in the middle of a file, by its end or by its wire, leaves nothing', async () => {
  const one = await at.applicant()
  await at.settled()
  const before = at.lying().length
  const { hostname, port, host, pathname } = new URL(`${one.question}/files`)
  const body = `${opening('x.wav')}${sound(4000).toString('latin1')}`
  const head = (length: number): string =>
    [
      `POST ${pathname} HTTP/1.1`,
      `host: ${host}`,
      `cookie: ${one.headers.cookie}`,
      `origin: ${at.server.origin}`,
      `content-type: multipart/form-data; boundary=${EDGE}`,
      `content-length: ${length}`,
      '',
      '',
    ].join('\r\n')
  const wire = connect(Number(port), hostname)
  wire.write(Buffer.from(head(body.length) + body, 'latin1'))
  const [said] = await once(wire, 'data')
  expect(String(said)).toMatch(/^HTTP\/1.1 422 /)
  wire.destroy()
  const cut = connect(Number(port), hostname)
  const heads = at.server.heads
  cut.write(Buffer.from(head(9_000_000) + body, 'latin1'))
  while (at.server.heads === heads) await new Promise((resolve) => setTimeout(resolve, 5))
  cut.destroy()
  await until(async () => at.lying().length === before)
  expect(await at.rowsOf(one.application)).toEqual([])
})

test('a film does not say where it was made, and its owner can still hash it', async () => {
  const one = await at.applicant()
  const place = '+34.0331-005.0003/'
  const box = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(8 + body.length)
    return Buffer.concat([head, Buffer.from(name, 'latin1'), body])
  }
  const film = Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0')),
    box('moov', box('udta', box('\u00a9xyz', Buffer.from(`\0\x12\0\0${place}`)))),
  ])
  expect((await give(one, film, 'moi.m4a')).status).toBe(303)
  const [file] = await at.rowsOf(one.application)
  expect(file?.sha256).toBe(createHash('sha256').update(film).digest('hex'))
  const answer = await fetch(`${at.server.origin}/fr/applications/${one.application}/files/${file?.id}`, { headers: one.headers })
  const handedOn = Buffer.from(await answer.arrayBuffer())
  expect([handedOn.length, handedOn.includes(place)]).toEqual([film.length, false])
})
