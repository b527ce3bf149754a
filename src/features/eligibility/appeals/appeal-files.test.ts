import sharp from 'sharp'
import { expect, test } from 'vitest'
import { DURING, somebody } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { APPEALED, appealingServer, type Chosen, OVER, type Refused } from '../../../../tests/server/appealing-server.ts'
import { until } from '../../../../tests/server/filing-server.ts'
import { pdf, photograph, sound } from '../../../../tests/server/samples.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { holdSubmission } from '../../applications/commands/correction-held.ts'
import { arrivedFiles, filesOf, removeFile } from '../../files/index.ts'
import { makeToken } from '../../people/index.ts'

const held = testDatabase()
const at = appealingServer(held)

const TEXT = 'Mon acte de naissance dit 1996 : il est joint.'
const paper: Chosen = [pdf(), 'شهادة السكنى.pdf']
const links = (html: string): string[] => [...new Set([...html.matchAll(/\/fr\/(?:[^" ]*\/)?files\/[^" ]+/g)].map(([link]) => link))]
const textOf = async (address: string, headers: Record<string, string>) => (await fetch(address, { headers })).text()

/** One who appealed with a paper and a photograph, both ready to be read. */
async function appealed(): Promise<Refused> {
  const one = await at.refused()
  expect((await at.lodge(one, TEXT, [paper, [await photograph(), 'acte.jpg']])).status).toBe(303)
  await until(async () => (await at.rowsOf(one.application)).every((row) => row.prepared_at !== null))
  return one
}

test('files given with an appeal arrive with it, are named in its receipt and in the trail without their names, and the page is valid in every language', async () => {
  const one = await at.refused()
  for (const language of LANGUAGES) expect(await htmlFaults(await textOf(one.page.replace('/fr/', `/${language}/`), one.headers))).toEqual([])
  const answer = await at.lodge(one, TEXT, [paper, [await photograph(), 'acte.jpg']])
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/decision\?said=appeal-lodged$/)])
  const rows = await at.rowsOf(one.application)
  expect(rows.map(({ name, media_type, question, appeal, given_at }) => [name, media_type, question, appeal, given_at])).toEqual([
    ['acte.jpg', 'image/jpeg', null, 1, APPEALED],
    ['شهادة السكنى.pdf', 'application/pdf', null, 1, APPEALED],
  ])
  const mail = await held.db
    .selectFrom('message')
    .select('content')
    .where('kind', '=', 'appeal-receipt')
    .where('object', '=', one.application)
    .executeTakeFirstOrThrow()
  const said = JSON.stringify(mail.content)
  for (const name of ['acte.jpg', 'شهادة السكنى.pdf', 'Les fichiers reçus']) expect(said).toContain(name)
  const acts = await held.db.selectFrom('audit_entry').select(['act', 'payload']).where('stream', '=', one.application).execute()
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['appeal/lodged', 'file/given']))
  expect(acts.filter(({ act }) => act === 'file/given')).toHaveLength(2)
  expect(JSON.stringify(acts)).not.toContain('acte.jpg')
})

test('of a photograph only drawings without its place are kept, and whoever gave it reads it by links that end after a quarter of an hour', async () => {
  const one = await appealed()
  const html = await textOf(one.page.replace('/appeal', '/decision'), one.headers)
  expect(await htmlFaults(html)).toEqual([])
  expect(html).toContain('<bdi>acte.jpg</bdi>')
  const drawn = links(html).filter((link) => /\/(320|640|1280)\//.test(link))
  const answer = await fetch(at.server.origin + drawn[0])
  const { format, exif } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  expect([answer.status, format, exif]).toEqual([200, 'webp', undefined])
  const own = await fetch(`${at.server.origin}${links(html).find((link) => link.includes('/appeal/files/'))}`, {
    headers: one.headers,
    redirect: 'manual',
  })
  expect([own.status, own.headers.get('cache-control')]).toEqual([302, 'private, no-store'])
  at.server.setClock(new Date(APPEALED.getTime() + 16 * 60_000))
  expect((await fetch(at.server.origin + drawn[0])).status).toBe(410)
  at.server.setClock(APPEALED)
})

test('they are read by whoever may answer the appeal, and by nobody else of the desk, of the team or of the readers', async () => {
  const one = await appealed()
  const { small } = at
  const [file] = await at.rowsOf(one.application)
  const member = await somebody(held.db, small.organisation)
  const part = { organisation: small.organisation, application: one.application, person: member.person.id, part: 'member' as const }
  await held.db
    .insertInto('application_member')
    .values({ ...part, joined_at: DURING })
    .execute()
  const { origin } = at.server
  const desk = `${origin}/fr/desk/2024/appeals`
  const own = `${origin}/fr/applications/${one.application}`
  const status = async (address: string, headers: Record<string, string>) => (await fetch(address, { headers, redirect: 'manual' })).status
  const answers = await at.desk(small.director, 'director')
  const page = await textOf(desk, answers)
  expect(await htmlFaults(page)).toEqual([])
  expect([page.includes('<bdi>acte.jpg</bdi>'), await status(`${desk}/files/${file?.id}`, answers)]).toEqual([true, 302])
  const others = {
    declared: await at.desk(small.officer, 'officer'),
    elsewhere: await at.desk(await somebody(held.db, small.organisation), 'officer', 'ori'),
    auditor: await at.desk(await somebody(held.db, small.organisation), 'auditor'),
  }
  for (const [who, headers] of Object.entries(others)) {
    expect([who, await status(`${desk}/files/${file?.id}`, headers)]).toEqual([who, 404])
    const seen = await textOf(desk, headers)
    expect([who, seen.includes('acte.jpg')]).toEqual([who, false])
    if (who !== 'elsewhere') expect(seen).toContain('2 fichiers ont été donnés avec le recours')
  }
  const ofTeam = await at.headersOf(member)
  expect((await textOf(`${own}/decision`, ofTeam)).includes('acte.jpg')).toBe(false)
  expect(await status(`${own}/appeal/files/${file?.id}`, ofTeam)).toBe(404)
  // Nor by the addresses of answers, whoever asks.
  for (const headers of [one.headers, ofTeam]) expect(await status(`${own}/files/${file?.id}`, headers)).toBe(404)
  expect(await status(`${origin}/fr/desk/2024/eligibility/${one.application}/files/${file?.id}`, answers)).toBe(404)
  expect(await filesOf(held.db, small.organisation, one.application)).toEqual([])
  const sent = await atomically(held.db, (trx) => holdSubmission(trx, small.organisation, one.application, one.holder.person.id))
  expect(sent?.files).toEqual([])
  expect(await arrivedFiles(held.db, small.organisation, one.application, [[file?.id ?? '']])).toEqual([])
})

test('an appeal that was sent is closed: no file is added to it, none taken back', async () => {
  const one = await appealed()
  const before = [await at.rowsOf(one.application), at.lying().length]
  const again = await at.lodge(one, 'encore', [[pdf('/X 1'), 'autre.pdf']])
  expect([again.status, (await again.text()).includes('déjà arrivé')]).toEqual([422, true])
  const [file] = await at.rowsOf(one.application)
  for (const to of ['draft', 'corrections'] as const)
    expect(await removeFile(held.db, one.holder, { application: one.application, file: file?.id ?? '', to }, APPEALED)).toMatchObject({ ok: false })
  expect([await at.rowsOf(one.application), at.lying().length]).toEqual(before)
})

test('of two who send at once one is taken, with its files; nothing of the other stays', async () => {
  const one = await at.refused()
  const before = at.lying().length
  const both = await Promise.all([at.lodge(one, 'un', [paper]), at.lodge(one, 'deux', [[pdf('/Y 2'), 'deux.pdf']])])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  expect((await at.rowsOf(one.application)).length).toBe(1)
  await until(async () => at.lying().length === before + 1)
})

test('a refused file sends nothing: the text comes back, each file is named with why, and all are asked for again', async () => {
  const one = await at.refused()
  const before = at.lying().length
  const answer = await at.lodge(one, TEXT, [paper, [sound(), 'voix.wav'], [Buffer.alloc(0), 'vide.pdf']])
  const html = await answer.text()
  expect([answer.status, await htmlFaults(html)]).toEqual([422, []])
  expect(html).toContain(`${TEXT}</textarea>`)
  expect(html).toMatch(/voix\.wav\u2069?\u00a0»\u00a0: Ce fichier n’est pas d’un type accepté/)
  expect(html).toMatch(/vide\.pdf\u2069?\u00a0»\u00a0: Ce fichier est vide/)
  expect(html).not.toMatch(/السكنى\.pdf\u2069?\u00a0»\u00a0:/)
  expect(html).toContain('Choisissez de nouveau vos fichiers')
  expect(html).toContain('<bdi>شهادة السكنى.pdf</bdi>')
  expect([await at.lodged(one.application), await at.rowsOf(one.application), at.lying().length]).toEqual([false, [], before])
  const empty = await at.lodge(one, ' ', [paper])
  expect([empty.status, (await empty.text()).includes('<bdi>شهادة السكنى.pdf</bdi>')]).toEqual([422, true])
  const four = await at.lodge(one, TEXT, [paper, paper, paper, paper])
  expect([four.status, (await four.text()).includes('3 fichiers au plus')]).toEqual([422, true])
  at.server.setClock(OVER)
  const late = await at.lodge({ ...one, headers: await at.headersOf(one.holder, OVER) }, TEXT, [paper])
  expect([late.status, (await late.text()).includes(`${TEXT}</textarea>`)]).toEqual([422, true])
  at.server.setClock(APPEALED)
  expect([await at.lodged(one.application), at.lying().length]).toEqual([false, before])
})

test('whoever wrote while their session ended gets the text back, is told the files are gone, and nothing is sent without them unasked', async () => {
  const one = await at.refused()
  const interrupted = await at.lodge({ ...one, headers: { origin: at.server.origin } }, TEXT, [paper])
  const html = await interrupted.text()
  expect([interrupted.status, html.includes(TEXT), html.includes('name="files.dropped"')]).toEqual([401, true, true])
  const body = new URLSearchParams({ text: TEXT, 'files.dropped': paper[1] })
  const again = await fetch(one.page, { method: 'POST', headers: one.headers, body, redirect: 'manual' })
  const asked = await again.text()
  expect([again.status, asked.includes(`${TEXT}</textarea>`), asked.includes('Votre texte est revenu')]).toEqual([422, true, true])
  expect(await at.lodged(one.application)).toBe(false)
  expect((await at.lodge(one, TEXT, [])).status).toBe(303)
  expect(await at.rowsOf(one.application)).toEqual([])
})

test('a program appeals with files by a form, and reads them by links; what is refused is said of each file', async () => {
  const one = await at.refused()
  const made = await makeToken(held.db, one.holder, { name: 'x', writes: true, days: 30 }, APPEALED)
  if (!made.ok) throw new Error(made.code)
  const headers = { authorization: `Bearer ${made.value.token}`, 'accept-language': 'en' }
  const api = { ...one, headers, page: `${at.server.origin}/api/v1/applications/${one.application}/appeal` }
  const bad = await at.lodge(api, TEXT, [[sound(), 'voice.wav']])
  const said = (await bad.json()) as { refused: { code: string; sentence: string; details: { codes: string[] } } }
  expect([bad.status, said.refused.code, said.refused.details.codes]).toEqual([422, 'appeal/files-refused', ['file/kind']])
  expect(said.refused.sentence).toMatch(/voice\.wav/)
  expect((await at.lodge(api, 'x'.repeat(5001), [paper])).status).toBe(422)
  expect((await at.lodge({ ...api, headers: { authorization: 'Bearer kw_nobody' } }, TEXT, [paper])).status).toBe(401)
  // More than a body of JSON may weigh.
  const heavy: Chosen = [Buffer.concat([pdf(), Buffer.alloc(4_800_000, ' ')]), 'scan.pdf']
  const taken = await at.lodge(api, TEXT, [heavy, paper])
  expect([taken.status, await at.lodged(one.application)]).toEqual([200, true])
  const answered = await fetch(`${at.server.origin}/api/v1/applications/${one.application}/decision`, { headers })
  const { appeal } = (await answered.json()) as { appeal: { files: { name: string; link: string }[] } }
  expect(appeal.files.map(({ name }) => name)).toEqual(['scan.pdf', paper[1]])
  expect((await fetch(at.server.origin + (appeal.files[1]?.link ?? ''))).status).toBe(200)
})
