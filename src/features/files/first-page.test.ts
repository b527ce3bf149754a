import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type Applicant, filingServer, until } from '../../../tests/server/filing-server.ts'
import { pdf } from '../../../tests/server/samples.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { firstPage } from '../../platform/documents/first-page.ts'
import { renderPdf } from '../../platform/documents/pdf.ts'

const held = testDatabase()
const at = filingServer(held)

const pages = (source: string): Promise<Uint8Array> => renderPdf({ template: { source }, language: 'fr', at: new Date(0), data: {} })

async function given({ question, headers }: Applicant, content: Uint8Array, name: string): Promise<string> {
  const body = new FormData()
  body.append('file.of_file', new Blob([new Uint8Array(content)]), name)
  expect((await fetch(`${question}/files`, { method: 'POST', headers, body, redirect: 'manual' })).status).toBe(303)
  const row = await held.db.selectFrom('file').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return row.id
}

const drawn = (file: string) => held.db.selectFrom('file_picture').selectAll().where('file', '=', file).orderBy('size').execute()

test('of a PDF the first page is seen where it is named, in three widths, and the file itself is what its name opens', async () => {
  const one = await at.applicant()
  const content = await pages('#set page(width: 300pt, height: 200pt, fill: rgb("#aa3300"))\n#text(lang: "ar")[الملف الفني]\n#pagebreak()\n2')
  const file = await given(one, content, 'dossier.pdf')
  await until(async () => (await drawn(file)).length === 3)
  const html = await (await fetch(one.page, { headers: one.headers })).text()
  expect(await htmlFaults(html)).toEqual([])
  const [, small = ''] = /<img[^>]* src="(\/fr\/files\/[^"]+)"[^>]*alt="Première page de dossier.pdf"/.exec(html) ?? []
  const answer = await fetch(at.server.origin + small)
  const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer()))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([answer.headers.get('content-type'), info.width, info.height]).toEqual(['image/webp', 320, 213])
  const inside = info.channels * (320 * 200 + 160)
  expect([...data.subarray(inside, inside + 3)].map((channel) => Math.round(channel / 17).toString(16)).join('')).toBe('a30')
  const opened = await fetch(`${at.server.origin}/fr/applications/${one.application}/files/${file}`, { headers: one.headers })
  expect(opened.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await opened.arrayBuffer()).equals(content)).toBe(true)
  expect([opened.headers.get('content-security-policy'), opened.headers.get('x-content-type-options')]).toEqual([
    "default-src 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'",
    'nosniff',
  ])
})

test('a PDF taken back leaves neither itself nor its page', async () => {
  const one = await at.applicant()
  const file = await given(one, await pages('un'), 'retiré.pdf')
  await until(async () => (await drawn(file)).length === 3)
  const lying = (await drawn(file)).map(({ blob }) => blob)
  const body = new URLSearchParams({ remove: file })
  await fetch(`${one.question}/files/removal`, { method: 'POST', headers: one.headers, body, redirect: 'manual' })
  await until(async () => (await drawn(file)).length === 0)
  expect(at.lying().filter((name) => lying.includes(name))).toEqual([])
})

/** A page that is one grey picture, so wide and so high. */
function pdfOf(width: number, pixels: Buffer): Buffer {
  const paint = 'q 100 0 0 100 0 0 cm /I Do Q'
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>endobj',
    `5 0 obj<</Length ${paint.length}>>stream\n${paint}\nendstream endobj`,
    `4 0 obj<</Type/XObject/Subtype/Image/Width ${width}/Height ${width}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${pixels.length}>>stream\n`,
  ]
  return Buffer.concat([Buffer.from(`%PDF-1.4\n${objects.join('\n')}`), pixels, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')])
}

test('a PDF of which nothing can be drawn, or too much, is given all the same; scripts and links in one do nothing', async () => {
  expect(await firstPage(pdf())).toBeNull()
  expect(await firstPage(Buffer.from('%PDF-1.4\n%%EOF'))).toBeNull()
  const opens = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file:///etc/passwd)>>>>]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
  const lines = Buffer.from((await firstPage(opens)) ?? []).toString()
  expect(lines).toMatch(/^<svg /)
  expect(lines).not.toMatch(/script|href="(?!#)|passwd/i)
  // Two hundred and fifty-six million pixels in a quarter of a megabyte.
  const swelling = pdfOf(16_000, deflateSync(Buffer.alloc(256_000_000)))
  expect(swelling.length).toBeLessThan(1_000_000)
  expect(await firstPage(swelling)).toBeNull()
  const one = await at.applicant()
  const file = await given(one, pdf(), 'vide.pdf')
  await until(async () => (await at.rowsOf(one.application))[0]?.prepared_at != null)
  expect(await (await fetch(one.page, { headers: one.headers })).text()).toContain(`/files/${file}"`)
})
