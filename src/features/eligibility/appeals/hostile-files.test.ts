/** Files as an enemy gives them with an appeal: stopped, refused or taken out, and the appeal itself never lost. */
import { createServer, type Socket } from 'node:net'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { appealingServer, type Refused } from '../../../../tests/server/appealing-server.ts'
import { EDGE, sendEndlessly } from '../../../../tests/server/endless.ts'
import { until } from '../../../../tests/server/filing-server.ts'
import { archive, document, pdf, photograph } from '../../../../tests/server/samples.ts'
import type { Language } from '../../../domain/language.ts'
import { fileWords } from '../../files/index.ts'

const VIRUS = Buffer.from('not a virus, but found all the same')

/** A scanner that speaks the protocol of clamd, on a port of its own before the server is made. */
const clamd = createServer((socket: Socket) => {
  let came = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('data', (piece) => {
    came = Buffer.concat([came, piece as Buffer])
    if (came.subarray(-4).equals(Buffer.alloc(4))) socket.end(came.includes(VIRUS) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0')
  })
})
await new Promise<void>((resolve) => {
  clamd.listen(0, '127.0.0.1', resolve)
})
afterAll(() => new Promise((resolve) => clamd.close(resolve)))

const held = testDatabase()
const at = appealingServer(held, { CLAMD: `127.0.0.1:${(clamd.address() as { port: number }).port}` })
const TEXT = 'Le texte du recours reste.'

/** A text, and a file without end. */
const endless = ({ page, headers }: Refused) =>
  sendEndlessly(page, headers, [
    `--${EDGE}\r\ncontent-disposition: form-data; name="text"\r\n\r\n${TEXT}\r\n`,
    `--${EDGE}\r\ncontent-disposition: form-data; name="files"; filename="grand.pdf"\r\n\r\n`,
    pdf(),
  ])

test('half a gigabyte with an appeal is stopped after five megabytes, and the text comes back', async () => {
  const one = await at.refused()
  const before = at.lying().length
  const { status, text, taken } = await endless(one)
  expect([status, text.includes('trop lourd'), text.includes(`${TEXT}</textarea>`)]).toEqual([413, true, true])
  expect(taken).toBeLessThan(16_000_000)
  expect([await at.lodged(one.application), at.lying().length]).toEqual([false, before])
})

test('what is two things, no paper, locked, a bomb or a billion pixels is refused by its content, whatever it is called', async () => {
  const one = await at.refused()
  const before = at.lying().length
  const wide = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const hostile: readonly (readonly [Buffer, string])[] = [
    [Buffer.concat([await photograph(20, 20), archive({ 'a.txt': Buffer.from('a') })]), 'caché dans le premier'],
    [Buffer.concat([pdf(), archive({ 'a.txt': Buffer.from('a') })]), 'caché dans le premier'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'type accepté'],
    [Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'type accepté'],
    [archive({ 'a.bin': Buffer.alloc(30_000_000) }), 'type accepté'],
    [document({ 'word/media/a.bin': Buffer.alloc(30_000_000) }), 'type accepté'],
    [pdf('/Encrypt 5 0 R'), 'mot de passe'],
    [wide, 'millions de pixels'],
  ]
  for (const [content, why] of hostile) {
    const answer = await at.lodge(one, TEXT, [[content, 'acte.pdf']])
    const html = await answer.text()
    expect([why, answer.status, html.includes(why), html.includes(`${TEXT}</textarea>`)]).toEqual([why, 422, true, true])
  }
  expect([await at.lodged(one.application), await at.rowsOf(one.application), at.lying().length]).toEqual([false, [], before])
}, 60_000)

test('names that are paths, turn their ending around or say another kind are kept as what the file is', async () => {
  const one = await at.refused()
  const picture = await photograph(20, 20)
  const given = [
    [picture, '../../../etc/عقد الازدياد.jpg'],
    [pdf(), 'acte\u202efdp.exe'],
    [pdf('/Z 1'), 'C:\\fakepath\\شهادة.pdf'],
  ] as const
  expect((await at.lodge(one, TEXT, given)).status).toBe(303)
  expect((await at.rowsOf(one.application)).map(({ name }) => name).sort()).toEqual(['actefdp.exe.pdf', 'عقد الازدياد.jpg', 'شهادة.pdf'].sort())
})

test('a virus is taken out and its sender told, the appeal stays with its other file, and nobody ever opens the first', async () => {
  const one = await at.refused()
  await at.lodge(one, TEXT, [
    [Buffer.concat([pdf(), VIRUS]), 'mauvais.pdf'],
    [pdf(), 'bon.pdf'],
  ])
  const decision = one.page.replace('/appeal', '/decision')
  const desk = await at.desk(at.small.director, 'director')
  const states = async () => (await at.rowsOf(one.application)).map(({ name, prepared_at, blob }) => [name, prepared_at !== null, blob !== null])
  await until(async () => JSON.stringify(await states()) === '[["bon.pdf",true,true],["mauvais.pdf",false,false]]')
  const html = await (await fetch(decision, { headers: one.headers })).text()
  expect([html.includes('Écarté\u00a0: virus trouvé'), await at.lodged(one.application)]).toEqual([true, true])
  const mail = await held.db
    .selectFrom('message')
    .select(['person', 'language', 'content'])
    .where('kind', '=', 'file-taken-out')
    .where('object', '=', one.application)
    .execute()
  expect(mail).toHaveLength(1)
  expect([mail[0]?.person, JSON.stringify(mail[0]?.content).includes(fileWords(mail[0]?.language as Language)('mail.cure-appeal'))]).toEqual([
    one.holder.person.id,
    true,
  ])
  const [good, bad] = await at.rowsOf(one.application)
  const status = async (address: string, headers: Record<string, string>) => (await fetch(address, { headers, redirect: 'manual' })).status
  const of = (file: string | undefined) => [
    status(`${one.page}/files/${file}`, one.headers),
    status(`${at.server.origin}/fr/desk/2024/appeals/files/${file}`, desk),
  ]
  expect(await Promise.all([...of(good?.id), ...of(bad?.id)])).toEqual([302, 302, 404, 404])
  const acts = await held.db.selectFrom('audit_entry').select(['act', 'payload']).where('stream', '=', one.application).execute()
  const out = acts.find(({ act }) => act === 'file/taken-out')?.payload ?? '{}'
  expect(JSON.parse(out)).toMatchObject({ details: { file: bad?.id, appeal: 1, reason: 'infected' } })
})
