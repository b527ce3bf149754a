/** Files whose content lies in a store of S3: given, kept out of reach, read in parts, erased. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type Applicant, filingServer, until } from '../../../tests/server/filing-server.ts'
import { startS3 } from '../../../tests/server/s3-server.ts'
import { photograph, sound } from '../../../tests/server/samples.ts'

const s3 = await startS3()
const { endpoint, bucket, region, accessKey, secretKey } = s3.place
const held = testDatabase()
const at = filingServer(held, {
  S3_ENDPOINT: endpoint,
  S3_BUCKET: bucket,
  S3_REGION: region,
  S3_ACCESS_KEY_ID: accessKey,
  S3_SECRET_ACCESS_KEY: secretKey,
})
afterAll(() => s3.stop())

function give({ question, headers }: Applicant, content: Uint8Array, name: string): Promise<Response> {
  const body = new FormData()
  body.append('file.of_file', new Blob([new Uint8Array(content)]), name)
  return fetch(`${question}/files`, { method: 'POST', headers, body, redirect: 'manual' })
}

async function linkTo({ application, headers }: Applicant, file: string | undefined): Promise<string> {
  const to = await fetch(`${at.server.origin}/fr/applications/${application}/files/${file}`, { headers, redirect: 'manual' })
  return `${at.server.origin}${to.headers.get('location')}`
}

test('a sound lies in the store and nowhere else, is read in parts by a link of ours, and is erased there', async () => {
  const one = await at.applicant()
  const content = sound()
  expect((await give(one, content, 'son.wav')).status).toBe(303)
  const [file] = await at.rowsOf(one.application)
  expect(s3.objects.get(file?.blob ?? '')?.equals(content)).toBe(true)
  expect(readdirSync(join(at.folder, 'uploads'))).toEqual([])
  const link = await linkTo(one, file?.id)
  expect(new URL(link).origin).toBe(at.server.origin)
  const part = await fetch(link, { headers: { range: 'bytes=8-11' } })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 8-11/${content.length}`, 'WAVE'])
  const body = new URLSearchParams({ remove: file?.id ?? '' })
  await fetch(`${one.question}/files/removal`, { method: 'POST', headers: one.headers, body })
  await until(async () => !s3.objects.has(file?.blob ?? ''))
})

test('of a picture the store keeps the drawings, and not what arrived', async () => {
  const one = await at.applicant()
  const given = await photograph()
  await give(one, given, 'moi.jpg')
  await until(async () => (await at.rowsOf(one.application))[0]?.prepared_at != null)
  await until(async () => ![...s3.objects.values()].some((content) => content.equals(given)))
  const drawn = await held.db.selectFrom('file_picture').select('blob').execute()
  expect(drawn.map(({ blob }) => s3.objects.get(blob)?.subarray(8, 12).toString())).toEqual(['WEBP', 'WEBP', 'WEBP'])
})

test('while the store fails nothing is taken for given, and it is said in words', async () => {
  const [one, other] = [await at.applicant(), await at.applicant()]
  await give(other, sound(), 'son.wav')
  const link = await linkTo(other, (await at.rowsOf(other.application))[0]?.id)
  s3.fail(503)
  const answer = await give(one, sound(), 'son.wav')
  expect((await fetch(link)).status).toBe(503)
  s3.fail(null)
  expect([answer.status, await answer.text()]).toEqual([507, expect.stringContaining('réessayez dans quelques minutes')])
  expect(await at.rowsOf(one.application)).toEqual([])
})
