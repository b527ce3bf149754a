import { expect, test } from 'vitest'
import { ask, keep, LAST_DAY, MEANWHILE, OVER, recall, sentByTwo } from '../../../../tests/database/correcting.ts'
import { WHOLE } from '../../../../tests/database/open-call.ts'
import { type SmallEdition, smallEdition } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { fieldsOf, leadsTo } from '../../../../tests/server/applicant.ts'
import { frameOf } from '../../../../tests/server/feature-app.ts'
import { filingServer } from '../../../../tests/server/filing-server.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { sound } from '../../../../tests/server/samples.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { saveDraft } from '../commands/save-draft.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { awaitedCorrections } from '../queries/awaited-corrections.ts'
import { applicationRoutes } from '../routes.tsx'

const held = testDatabase()
const filing = filingServer(held)

async function asked(questions: readonly string[] = ['summary', 'phone']) {
  const small = await smallEdition(held.db)
  const sent = await sentByTwo(held.db, small)
  await ask(held.db, small, sent.application, { questions })
  const at = (viewer = sent.holder, now = MEANWHILE) => mounted(held.db, applicationRoutes({ frame: frameOf }), viewer, now)
  const page = `/fr/applications/${sent.application}/correction`
  return { small, ...sent, at, page }
}

const typedIn = async (application: string) =>
  (
    await held.db
      .selectFrom('correction_draft as d')
      .innerJoin('correction_request as r', 'r.id', 'd.request')
      .select('d.answers')
      .where('r.application', '=', application)
      .executeTakeFirstOrThrow()
  ).answers

const submissionOf = (application: string) =>
  held.db.selectFrom('submission').selectAll().where('application', '=', application).executeTakeFirstOrThrow()

test('without script: only the answers asked for are open, what is typed is kept or sent, and the receipt says what was before', async () => {
  const { application, at, page } = await asked()
  for (const language of LANGUAGES) {
    const answer = await at().get(page.replace('/fr/', `/${language}/`))
    expect([answer.status, await htmlFaults(await answer.text())], language).toEqual([200, []])
  }
  const fields = await fieldsOf(await at().get(page))
  expect(
    Object.keys(fields)
      .filter((name) => !name.includes('.'))
      .sort(),
  ).toEqual(['phone', 'summary'])
  // The phone reads as one dials it, and left as it was it is no correction.
  expect(fields.phone).toMatch(/^06\d\d-\d{6}$/)
  expect(leadsTo(await at().post(`${page}/draft`, { ...fields, summary: 'Pour les écoles' }))).toEqual([303, `${page}?said=correction-kept`])
  expect(await typedIn(application)).toEqual({ summary: 'Pour les écoles' })
  expect((await submissionOf(application)).answers).toMatchObject({ summary: WHOLE.summary })
  const kept = await fieldsOf(await at().get(page))
  expect(kept.summary).toBe('Pour les écoles')
  const undeclared = await at().post(page, kept)
  expect([undeclared.status, await htmlFaults(await undeclared.text())]).toEqual([422, []])
  expect(leadsTo(await at().post(page, { ...kept, 'correction.true': 'yes' }))).toEqual([
    303,
    `/fr/applications/${application}/receipt?said=correction-sent`,
  ])
  const row = await submissionOf(application)
  for (const language of LANGUAGES) {
    const receipt = await (await at().get(`/${language}/applications/${application}/receipt`)).text()
    expect([receipt.includes(hashText(row.hash)), receipt.includes(hashText(row.previous ?? '')), await htmlFaults(receipt)], language).toEqual([
      true,
      true,
      [],
    ])
    for (const hash of [row.hash, row.previous]) {
      const check = await at().get(`/${language}/receipts/${hash}`)
      expect([check.status, await htmlFaults(await check.text())]).toEqual([200, []])
    }
  }
  expect(leadsTo(await at().post(page, { ...kept, 'correction.true': 'yes' }))).toEqual([
    303,
    `/fr/applications/${application}/receipt?said=correction-already-sent`,
  ])
})

const hashText = (hash: string): string => hash.replace(/.{4}(?=.)/g, '$& ')

test('what is wrong is said beside its field, and everything typed comes back', async () => {
  const { at, page } = await asked()
  const fields = await fieldsOf(await at().get(page))
  const answer = await at().post(page, {
    ...fields,
    phone: 'douze',
    summary: 'Pour les écoles',
    'correction.note': 'Un mot',
    'correction.true': 'yes',
  })
  const html = await answer.text()
  expect([answer.status, await htmlFaults(html)]).toEqual([422, []])
  for (const typed of ['value="douze"', 'Pour les écoles', 'Un mot', 'id="phone-error"']) expect(html).toContain(typed)
})

test('a word to the foundation that is too long is not cut: the page says so, and it comes back whole', async () => {
  const { application, at, page } = await asked()
  const note = `${'mot '.repeat(300)}fin`
  const fields = { ...(await fieldsOf(await at().get(page))), summary: 'Pour les écoles', 'correction.true': 'yes' }
  const answer = await at().post(page, { ...fields, 'correction.note': note })
  const html = await answer.text()
  expect([answer.status, html.includes(note), /Raccourcissez\s:\s1\s?000\ssignes/.test(html), await htmlFaults(html)]).toEqual([422, true, true, []])
  expect((await submissionOf(application)).corrected_at).toBeNull()
  expect(leadsTo(await at().post(page, { ...fields, 'correction.note': 'mot' }))[0]).toBe(303)
})

test('two of a team on one answer: neither is lost, and the second sees what the first wrote', async () => {
  const { application, teammate, at, page } = await asked()
  const fields = await fieldsOf(await at().get(page))
  await keep(held.db, teammate, application, { summary: 'De sa main' })
  const answer = await at().post(`${page}/draft`, { ...fields, summary: 'De la mienne' })
  const html = await answer.text()
  expect([answer.status, html.includes('De sa main'), html.includes('De la mienne')]).toEqual([409, true, true])
  const again = await fieldsOf(new Response(html))
  expect((await at().post(`${page}/draft`, again)).status).toBe(303)
  expect((await fieldsOf(await at().get(page))).summary).toBe('De la mienne')
})

test('late, taken back or not theirs: the page says so, gives back what was typed, and changes nothing', async () => {
  const { small, application, at, page } = await asked()
  const fields = { ...(await fieldsOf(await at().get(page))), summary: 'Trop tard, mais là', 'correction.true': 'yes' }
  const late = await at(undefined, OVER).post(page, fields)
  const html = await late.text()
  expect([late.status, html.includes('Trop tard, mais là'), await htmlFaults(html)]).toEqual([410, true, []])
  await recall(held.db, small, application)
  expect((await at().post(page, fields)).status).toBe(410)
  expect((await at((await asked()).holder).get(page)).status).toBe(404)
  expect((await submissionOf(application)).corrected_at).toBeNull()
})

test('a team sees on its pages that corrections are awaited, and until when', async () => {
  const { at, application, teammate } = await asked()
  const door = async (now: Date) => (await awaitedCorrections(held.db, teammate, now)).get(application)
  expect([await door(MEANWHILE), await door(OVER)]).toEqual([LAST_DAY, undefined])
  const receipt = async (now = MEANWHILE) => (await at(undefined, now).get(`/fr/applications/${application}/receipt`)).text()
  expect([(await receipt()).includes('jusqu’au mercredi 10 avril'), (await receipt(OVER)).includes('rien n’est arrivé')]).toEqual([true, true])
})

test('a file is replaced among corrections: the new one counts once it is sent, the first stays where it was sent', async () => {
  const one = await filing.applicant()
  await saveDraft(
    held.db,
    one.viewer,
    { application: one.application, answers: WHOLE, known: {}, page: one.application, turn: 0 },
    new Date('2024-03-20T12:00:00Z'),
  )
  const give = (address: string, bytes: number, name: string) => {
    const body = new FormData()
    body.append('file.of_file', new Blob([new Uint8Array(sound(bytes))]), name)
    return fetch(`${address}/questions/of_file/files`, { method: 'POST', headers: one.headers, body, redirect: 'manual' })
  }
  const base = `${filing.server.origin}/fr/applications/${one.application}`
  await give(base, 100, 'premier.wav')
  const sent = await submitApplication(
    held.db,
    one.viewer,
    { application: one.application, declared: true, language: 'fr' },
    new Date('2024-03-20T12:00:00Z'),
  )
  expect(sent).toMatchObject({ ok: true })
  expect((await give(`${base}/correction`, 200, 'second.wav')).status).toBe(404)
  const officer = { ...one.viewer, grants: [{ role: 'officer' as const, programme: null, edition: null, region: null }] }
  const small = { ...filing.call, slug: '2024', officer, director: officer } satisfies SmallEdition
  expect(await ask(held.db, small, one.application, { questions: ['of_file'] })).toMatchObject({ ok: true })
  filing.server.setClock(MEANWHILE)
  expect((await give(`${base}/correction`, 200, 'second.wav')).status).toBe(303)
  const [first, second] = await filing.rowsOf(one.application)
  const removed = await fetch(`${base}/correction/questions/of_file/files/removal`, {
    method: 'POST',
    headers: one.headers,
    body: new URLSearchParams({ remove: first?.id ?? '' }),
    redirect: 'manual',
  })
  expect(removed.status).toBe(303)
  expect((await submissionOf(one.application)).answers).toMatchObject({ of_file: [first?.id] })
  const html = await (await fetch(`${base}/correction`, { headers: one.headers })).text()
  expect([html.includes('second.wav'), html.includes('premier.wav'), await htmlFaults(html)]).toEqual([true, false, []])
  const body = new URLSearchParams({ 'correction.true': 'yes' })
  expect((await fetch(`${base}/correction`, { method: 'POST', headers: one.headers, body, redirect: 'manual' })).status).toBe(303)
  expect((await submissionOf(one.application)).answers).toMatchObject({ of_file: [second?.id] })
  const before = await held.db.selectFrom('submission_before').select('answers').where('application', '=', one.application).executeTakeFirstOrThrow()
  expect(before.answers).toMatchObject({ of_file: [first?.id] })
  expect(
    await held.db
      .selectFrom('file_removal')
      .select('file')
      .where('file', 'in', [first?.id ?? '', second?.id ?? ''])
      .execute(),
  ).toEqual([])
})

test('an answer corrected against a rule of the call is told beside its field, once before it is sent; then it may be sent as it is', async () => {
  const { application, at, page } = await asked(['birth_date'])
  const fields = await fieldsOf(await at().get(page))
  const sent = { ...fields, 'birth_date.year': '2010', 'correction.true': 'yes', 'correction.note': 'Un mot' }
  for (const language of LANGUAGES) {
    const answer = await at().post(page.replace('/fr/', `/${language}/`), sent)
    const html = await answer.text()
    const told = [html.includes('reason age'), html.includes('Un mot'), html.includes('name="draft.told" value="age"')]
    expect([answer.status, ...told, await htmlFaults(html)], language).toEqual([422, true, true, true, []])
  }
  expect((await submissionOf(application)).corrected_at).toBeNull()
  const again = await at().get(page)
  const shown = await again.clone().text()
  expect([shown.includes('reason age'), await htmlFaults(shown)]).toEqual([true, []])
  expect(leadsTo(await at().post(page, { ...(await fieldsOf(again)), 'correction.true': 'yes' }))).toEqual([
    303,
    `/fr/applications/${application}/receipt?said=correction-sent`,
  ])
  expect((await submissionOf(application)).answers).toMatchObject({ birth_date: expect.stringContaining('2010-') })
})
