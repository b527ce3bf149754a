import sharp from 'sharp'
import { expect, test } from 'vitest'
import { DURING, TOO_LATE, WHOLE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { type Applicant, chunk, filingServer, until } from '../../../../tests/server/filing-server.ts'
import { pdf, photograph, sound } from '../../../../tests/server/samples.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { formatBytes } from '../../../platform/words/format.ts'
import { removeFile } from '../../files/index.ts'
import { writeReceipt } from '../commands/write-receipt.ts'
import { receiptView } from '../queries/receipt.ts'
import { receiptMail } from '../receipt-mail.ts'
import type { ReceiptView } from '../views.ts'
import { saveDraft, submissionHash, submitApplication } from '../index.ts'

const held = testDatabase()
const at = filingServer(held)

/** Gives a file by the form of the page. */
function give({ question, headers }: Applicant, content: Uint8Array, name: string, fields: Record<string, string> = {}): Promise<Response> {
  const body = new FormData()
  for (const [field, value] of Object.entries(fields)) body.append(field, value)
  body.append('file.of_file', new Blob([new Uint8Array(content)]), name)
  return fetch(`${question}/files`, { method: 'POST', headers, body, redirect: 'manual' })
}

test('a file given by the form is an answer, and what was typed beside it is kept', async () => {
  const one = await at.applicant()
  const answer = await give(one, sound(16_000 * 72), 'صوت الحلقة.wav', { of_line: 'typed', 'known.of_line': '' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/sections\/kinds#of_file$/)])
  const [file] = await at.rowsOf(one.application)
  expect(file).toMatchObject({ name: 'صوت الحلقة.wav', media_type: 'audio/wav', bytes: 1_152_044, seconds: 72 })
  expect(await at.answersOf(one.application)).toMatchObject({ of_line: 'typed', of_file: [file?.id] })
  const html = await (await fetch(one.page, { headers: one.headers })).text()
  expect(await htmlFaults(html)).toEqual([])
  expect(html).toContain('<bdi>صوت الحلقة.wav</bdi>')
  expect(html).toMatch(/<audio[^>]* preload="none"/)
  expect(html).toContain('1\u00a0min\u00a012\u00a0s · 1,2\u00a0Mo')
})

test('a refused file is refused in words at its question, with everything typed given back', async () => {
  const one = await at.applicant()
  const answer = await give(one, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo.jpg', { of_line: 'typed', 'known.of_line': '' })
  const html = await answer.text()
  expect([answer.status, await htmlFaults(html)]).toEqual([422, []])
  expect(html).toMatch(/value="typed"/)
  expect(html).toContain('n’est pas d’un type accepté')
  expect(await at.rowsOf(one.application)).toEqual([])
  expect((await give(one, Buffer.alloc(0), 'vide.wav')).status).toBe(422)
})

test('what was typed beside a file comes back when the session had ended, and is kept once it is sent again', async () => {
  const one = await at.applicant()
  const out = await give({ ...one, headers: { origin: at.server.origin } }, sound(), 'x.wav', { of_line: 'typed', 'known.of_line': '' })
  expect([out.status, (await out.text()).includes('value="typed"')]).toEqual([401, true])
  const body = new URLSearchParams({ of_line: 'typed', 'known.of_line': '', 'files.dropped': 'x.wav' })
  const again = await fetch(`${one.question}/files`, { method: 'POST', headers: one.headers, body, redirect: 'manual' })
  expect([again.status, (await again.text()).includes('Choisissez un fichier')]).toEqual([422, true])
  expect([await at.answersOf(one.application), await at.rowsOf(one.application)]).toMatchObject([{ of_line: 'typed' }, []])
})

test('a file beyond the limit of its question is stopped there, by the form too, and nothing of it stays', async () => {
  const one = await at.applicant()
  const before = at.lying().length
  const answer = await give(one, sound(5_200_000), 'long.wav', { of_line: 'typed', 'known.of_line': '' })
  expect([answer.status, (await answer.text()).includes('trop lourd')]).toEqual([413, true])
  expect(at.lying().length).toBe(before)
})

test('two files at once for the last place: one is taken', async () => {
  const one = await at.applicant()
  await give(one, sound(), '1.wav')
  const both = await Promise.all([give(one, sound(20), '2.wav'), give(one, sound(40), '3.wav')])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  expect((await at.rowsOf(one.application)).length).toBe(2)
})

test('somebody else finds no such question; nobody signed in is sent to sign in', async () => {
  const [one, other] = [await at.applicant(), await at.applicant()]
  expect((await give({ ...one, headers: other.headers }, sound(), 'x.wav')).status).toBe(404)
  expect((await at.begin({ ...one, headers: other.headers }, 100)).status).toBe(404)
  expect((await at.begin({ ...one, headers: { origin: at.server.origin } }, 100)).status).toBe(401)
  await give(one, sound(), 'x.wav')
  const [file] = await at.rowsOf(one.application)
  const base = `${at.server.origin}/fr/applications/${one.application}/files/${file?.id}`
  expect((await fetch(base, { headers: other.headers })).status).toBe(404)
  expect(await removeFile(held.db, other.viewer, { application: one.application, file: file?.id ?? '' }, DURING)).toMatchObject({
    code: 'application/unknown',
  })
})

test('after the last moment nothing is begun, nothing goes on, nothing is taken back', async () => {
  const one = await at.applicant()
  await give(one, sound(), 'x.wav')
  const upload = at.placeOf(await at.begin(one, 1000))
  at.server.setClock(TOO_LATE)
  const headers = await at.headersOf(one.viewer)
  const late = { ...one, headers }
  expect([(await give(late, sound(), 'y.wav')).status, (await at.begin(late, 100)).status]).toEqual([410, 410])
  const answer = await fetch(upload, { method: 'PATCH', headers: { ...headers, ...chunk(0) }, body: 'x' })
  expect([answer.status, await answer.json()]).toEqual([410, { refused: { code: 'application/call-closed', sentence: expect.any(String) } }])
  const [file] = await at.rowsOf(one.application)
  expect(await removeFile(held.db, one.viewer, { application: one.application, file: file?.id ?? '' }, TOO_LATE)).toMatchObject({
    code: 'application/call-closed',
  })
  at.server.setClock(DURING)
})

test('a file taken back is no answer any more, and its content is erased', async () => {
  const one = await at.applicant()
  await give(one, sound(), 'x.wav')
  const [file] = await at.rowsOf(one.application)
  const body = new URLSearchParams({ remove: file?.id ?? '' })
  const answer = await fetch(`${one.question}/files/removal`, { method: 'POST', headers: one.headers, body, redirect: 'manual' })
  expect(answer.status).toBe(303)
  expect(await at.answersOf(one.application)).not.toHaveProperty('of_file')
  await until(async () => (await at.rowsOf(one.application))[0]?.blob === null)
  expect(at.lying()).not.toContain(file?.blob)
})

test('of a picture only drawings are kept, in three widths, without the place it was taken', async () => {
  const one = await at.applicant()
  const given = await photograph()
  expect((await sharp(given).metadata()).exif).toBeDefined()
  await give(one, given, 'moi.jpg')
  await until(async () => (await at.rowsOf(one.application))[0]?.prepared_at != null)
  const [file] = await at.rowsOf(one.application)
  expect(file?.blob).toBeNull()
  const html = await (await fetch(one.page, { headers: one.headers })).text()
  expect(await htmlFaults(html)).toEqual([])
  const links = [...new Set([...html.matchAll(/\/fr\/files\/[^" ]+/g)].map(([link]) => link))]
  const drawn = await Promise.all(
    links.map(async (link) => {
      const answer = await fetch(at.server.origin + link)
      const { format, width, exif } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      return [answer.headers.get('content-type'), format, width, exif]
    }),
  )
  expect(drawn).toEqual([320, 640, 1280].map((width) => ['image/webp', 'webp', width, undefined]))
})

test('a picture that cannot be drawn is taken out of the answer, and its owner is told', async () => {
  const one = await at.applicant()
  await give(one, (await photograph()).subarray(0, 3000), 'moi.jpg')
  await until(async () => (await held.db.selectFrom('file_removal').select('reason').execute()).some(({ reason }) => reason === 'unreadable'))
  expect(await at.answersOf(one.application)).not.toHaveProperty('of_file')
  const mail = await held.db.selectFrom('message').select(['kind', 'person']).where('object', '=', one.application).execute()
  expect(mail).toEqual([{ kind: 'file-taken-out', person: one.viewer.person.id }])
})

test('a link leads to a file for a quarter of an hour, in parts where asked, and nothing in it runs', async () => {
  const one = await at.applicant()
  const content = sound()
  await give(one, content, 'son.wav')
  const [file] = await at.rowsOf(one.application)
  const to = await fetch(`${at.server.origin}/fr/applications/${one.application}/files/${file?.id}`, { headers: one.headers, redirect: 'manual' })
  const link = at.server.origin + (to.headers.get('location') ?? '')
  const answer = await fetch(link)
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  const says = (name: string) => answer.headers.get(name)
  expect([says('content-security-policy'), says('x-content-type-options')]).toEqual([
    "default-src 'none'; frame-ancestors 'none'; sandbox",
    'nosniff',
  ])
  const part = await fetch(link, { headers: { range: 'bytes=0-3' } })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 0-3/${content.length}`, 'RIFF'])
  expect((await fetch(link, { headers: { range: 'bytes=999999-' } })).status).toBe(416)
  expect((await fetch(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404)
  at.server.setClock(new Date(DURING.getTime() + 16 * 60_000))
  expect((await fetch(link)).status).toBe(410)
  at.server.setClock(DURING)
})

test('what is sent holds the hash of each file, and no file is taken back from it', async () => {
  const one = await at.applicant()
  await give(one, pdf(), 'plan.pdf')
  const [file] = await at.rowsOf(one.application)
  const id = file?.id as string
  await saveDraft(held.db, one.viewer, { application: one.application, answers: WHOLE, known: {}, page: id, turn: 0 }, DURING)
  const sent = await submitApplication(held.db, one.viewer, { application: one.application, declared: true, language: 'fr' }, DURING)
  expect(sent.ok).toBe(true)
  const row = await held.db.selectFrom('submission').selectAll().where('application', '=', one.application).executeTakeFirstOrThrow()
  expect((row.answers as Record<string, unknown>).of_file).toEqual([id])
  const { number } = await held.db.selectFrom('application').select('number').where('id', '=', one.application).executeTakeFirstOrThrow()
  const record = {
    number,
    edition: row.edition,
    formVersion: row.form_version,
    language: 'fr',
    answers: row.answers as never,
    submittedAt: DURING.toISOString(),
  }
  expect(row.hash).toBe(submissionHash({ ...record, files: { [id]: file?.sha256 as string } }))
  expect(await removeFile(held.db, one.viewer, { application: one.application, file: id }, DURING)).toMatchObject({
    code: 'application/already-submitted',
  })
  expect((await give(one, sound(), 'x.wav')).headers.get('location')).toMatch(/receipt$/)
  const receipt = await (await fetch(`${at.server.origin}/fr/applications/${one.application}/receipt`, { headers: one.headers })).text()
  expect(await htmlFaults(receipt)).toEqual([])
  for (const said of ['<bdi>plan.pdf</bdi>', file?.sha256.replace(/.{4}(?=.)/g, '$& ')]) expect(receipt).toContain(said)
  const view = await receiptView(held.db, one.viewer, one.application)
  expect(view?.files).toEqual([{ id, question: 'of_file', name: 'plan.pdf', bytes: pdf().length, sha256: file?.sha256 }])
  await writeReceipt(held.db, one.viewer.organisation, one.application, 'https://kawaliss.example', DURING)
  const mail = await held.db.selectFrom('message').select('content').where('object', '=', one.application).executeTakeFirstOrThrow()
  // Each set apart, so that in Arabic neither joins the other.
  const named = (weight: string) => [{ list: [`\u2068plan.pdf\u2069 · \u2068${weight}\u2069`] }]
  expect(mail.content).toEqual(expect.arrayContaining([{ heading: 'Fichiers envoyés' }, ...named(formatBytes(pdf().length, 'fr'))]))
  for (const language of LANGUAGES) {
    const { paragraphs } = receiptMail({ ...(view as ReceiptView), language }, 'https://kawaliss.example')
    expect(paragraphs).toEqual(expect.arrayContaining(named(formatBytes(pdf().length, language))))
    expect(receiptMail({ ...(view as ReceiptView), language, files: [] }, '').paragraphs).toHaveLength(paragraphs.length - 2)
  }
})
