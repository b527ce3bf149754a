import { beforeAll, expect, test } from 'vitest'
import { DURING, FORM, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { applicants, DECLARED, leadsTo } from '../../../tests/server/applicant.ts'
import { ORIGIN, teams } from '../../../tests/server/teams.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { newId } from '../../platform/database/id.ts'
import { answerMark } from './answer-mark.ts'
import { chooseVersions } from './commands/choose-versions.ts'
import { saveDraft } from './commands/save-draft.ts'
import { writeReceipt } from './commands/write-receipt.ts'
import { draftView, versionsView } from './queries/draft.ts'
import { receiptView } from './queries/receipt.ts'
import { receiptDocument } from './receipt-document.ts'

const held = testDatabase()
const at = applicants(held)
const { get, patch, post } = at
const { mailsTo, pair } = teams(held, at)
const CIN = 'FA123456'

/** The form asks an identity card that only officers read, and a consent. */
beforeAll(async () => {
  const sections = FORM.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.code === 'of_cin' ? { ...question, restricted: true, required: true } : question)),
  }))
  await held.db
    .insertInto('form_version')
    .values({
      organisation: at.call.organisation,
      id: newId(),
      call: at.call.call,
      version: 2,
      definition: JSON.stringify({ ...FORM, sections }),
      frozen_at: new Date('2024-02-02T09:00:00Z'),
    })
    .execute()
})

const answersOf = async (application: string) =>
  (await held.db.selectFrom('draft').select('answers').where('application', '=', application).executeTakeFirstOrThrow()).answers as Record<
    string,
    unknown
  >

test('the identity card and the consents of the holder are neither read nor written by the others of the team, on no page', async () => {
  const { salma, karim, application, base } = await pair(true)
  await post(`${base}/sections/kinds`, salma, { of_cin: CIN, of_consent: 'yes' })
  expect(await answersOf(application)).toMatchObject({ of_cin: CIN, of_consent: 'yes' })
  const marks = [CIN, answerMark(CIN)]
  for (const path of ['', '/sections/kinds', '/check', '/versions', '/team']) {
    const html = await (await get(base + path, karim)).text()
    for (const mark of marks) expect(html, path).not.toContain(mark)
  }
  const section = await (await get(`${base}/sections/kinds`, karim)).text()
  expect(section).toContain('Rempli par la personne qui porte la candidature')
  expect(section).not.toMatch(/name="(?:known\.)?of_(?:cin|consent)"/)
  expect(await htmlFaults(section)).toEqual([])
  expect(await (await get(`${base}/sections/kinds`, salma)).text()).toContain(CIN)
  // What is not on the page is not wiped; what is sent for it all the same changes nothing.
  expect((await post(`${base}/sections/kinds`, karim, { of_line: 'Vu', of_integer: '' })).status).toBe(303)
  const forced = { of_cin: 'X1', 'known.of_cin': answerMark(CIN), of_consent: '', 'known.of_consent': answerMark('yes'), of_url: '' }
  expect((await post(`${base}/sections/kinds`, karim, forced)).status).toBe(303)
  const saved = await patch(`${base}/draft`, karim, { ...forced, of_line: 'Vu encore', 'known.of_line': answerMark('Vu') })
  expect(await saved.json()).toMatchObject({ said: expect.stringContaining('n’a pas été enregistrée'), known: { of_line: answerMark('Vu encore') } })
  expect(await answersOf(application)).toMatchObject({ of_cin: CIN, of_consent: 'yes', of_line: 'Vu encore' })
  const view = await draftView(held.db, karim, application)
  expect(JSON.stringify([view?.answers, view?.reading.answers])).not.toContain(CIN)
  expect(view?.withheld).toEqual(
    Object.fromEntries(['of_cin', 'of_consent', 'holder_name_ar', 'holder_name_latin', 'birth_date', 'gender'].map((code) => [code, true])),
  )
  expect((await draftView(held.db, salma, application))?.withheld).toEqual({})
})

test('a member fills in a section whose identity card is still the holder’s to give, and goes on; it is complete once the holder gave it', async () => {
  const { salma, karim, application, base } = await pair(true)
  expect(leadsTo(await post(`${base}/sections/kinds`, karim, { of_line: 'Vu' }))).toEqual([303, `${base}?said=section-saved`])
  expect(await (await get(`${base}/sections/kinds`, karim)).text()).toContain('Pas encore rempli par la personne qui porte la candidature')
  expect((await post(`${base}/submission`, salma, DECLARED)).status).toBe(422)
  expect((await post(`${base}/sections/kinds`, salma, { of_cin: CIN })).status).toBe(303)
  // Who sends is told to send once; the others are told who sends.
  const checked = await Promise.all([salma, karim].map(async (viewer) => (await get(`${base}/check`, viewer)).text()))
  expect(checked.map((html) => html.includes('envoyez une seule fois'))).toEqual([true, false])
  expect(checked[1]).toContain('l’envoi revient à Salma Ouhssain')
  expect((await post(`${base}/submission`, salma, DECLARED)).status).toBe(303)
  const [own, theirs] = await Promise.all([salma, karim].map((viewer) => receiptView(held.db, viewer, application)))
  expect([own?.answers.of_cin, theirs?.answers.of_cin, theirs?.withheld.of_cin]).toEqual([CIN, undefined, true])
  const documents = await Promise.all([own, theirs].map((view) => (view == null ? null : receiptDocument(view, ORIGIN))))
  expect(documents[0]).not.toEqual(documents[1])
})

test('when it is sent the others of the team are written to, each in their language, once, without what is the holder’s alone', async () => {
  const { salma, karim, application, base } = await pair(true)
  await post(`${base}/sections/kinds`, salma, { of_cin: CIN })
  await held.db.updateTable('person').set({ language: 'ar' }).where('id', '=', karim.person.id).execute()
  expect((await post(`${base}/submission`, salma, DECLARED)).status).toBe(303)
  for (let run = 0; run < 2; run++) await writeReceipt(held.db, at.call.organisation, application, ORIGIN, DURING)
  const [mail, ...more] = await mailsTo('application-sent', application)
  expect([mail?.person, mail?.language, more]).toEqual([karim.person.id, 'ar', []])
  const text = JSON.stringify(mail)
  expect(text).toContain(`${ORIGIN}/ar/applications/${application}/receipt`)
  for (const own of [CIN, String(WHOLE.holder_name_ar), String(WHOLE.holder_name_latin)]) expect(text).not.toContain(own)
  expect((await mailsTo('application-receipt', application)).map(({ person }) => person)).toEqual([salma.person.id])
})

test('two versions of an identity card are shown to its holder, who alone settles them', async () => {
  const { salma, karim, application } = await pair(true)
  const write = (answer: string) => saveDraft(held.db, salma, { application, answers: { of_cin: answer }, known: {}, page: newId(), turn: 0 }, DURING)
  await write(CIN)
  await write('FB654321')
  const [own, theirs] = await Promise.all([salma, karim].map((viewer) => versionsView(held.db, viewer, application)))
  expect([own?.questions.map(({ code }) => code), theirs?.questions]).toEqual([['of_cin'], []])
  const keep = own?.questions[0]?.versions[1]?.key ?? ''
  const choices = { of_cin: { keep, known: answerMark(CIN) } }
  await chooseVersions(held.db, karim, { application, choices }, DURING)
  expect(await answersOf(application)).toMatchObject({ of_cin: CIN })
  await chooseVersions(held.db, salma, { application, choices }, DURING)
  expect(await answersOf(application)).toMatchObject({ of_cin: 'FB654321' })
})

test('who takes the part of the holder neither reads what the one before answered alone nor is bound by it', async () => {
  const { salma, karim, application, base } = await pair(true)
  await post(`${base}/sections/kinds`, salma, { of_cin: CIN, of_consent: 'yes', of_line: 'Vu' })
  await post(`${base}/team/holder-offer`, salma, { person: karim.person.id })
  expect((await post(`${base}/team/holder`, karim)).status).toBe(303)
  const answers = await answersOf(application)
  expect([answers.of_cin, answers.of_consent, answers.of_line]).toEqual([undefined, undefined, 'Vu'])
  expect((await post(`${base}/submission`, karim, DECLARED)).status).toBe(422)
  expect((await post(`${base}/sections/kinds`, karim, { of_cin: 'FC111222' })).status).toBe(303)
  expect(await (await get(`${base}/sections/kinds`, salma)).text()).not.toContain('FC111222')
})

test('whether the holder consents cannot be read by a member, on the section, before sending or on the receipt', async () => {
  const { salma, karim, application, base } = await pair(true)
  const read = async () => {
    const pages = await Promise.all(['/sections/kinds', '/check'].map(async (path) => (await get(base + path, karim)).text()))
    return pages.map((html) => /id="of_consent".*?<\/div>/s.exec(html)?.[0] ?? html.match(/.*Cette réponse revient à la personne.*/g)?.join())
  }
  await post(`${base}/sections/kinds`, salma, { of_cin: CIN, of_consent: '' })
  const open = await read()
  await post(`${base}/sections/kinds`, salma, { of_cin: CIN, 'known.of_cin': answerMark(CIN), of_consent: 'yes' })
  expect(await answersOf(application)).toMatchObject({ of_consent: 'yes' })
  expect(await read()).toEqual(open)
  for (const words of open) expect(words).toContain('Cette réponse revient à la personne qui porte la candidature')
  const without = await pair(true)
  await post(`${without.base}/sections/kinds`, without.salma, { of_cin: CIN })
  for (const one of [{ salma, base }, without]) expect((await post(`${one.base}/submission`, one.salma, DECLARED)).status).toBe(303)
  const receipts = [await receiptView(held.db, karim, application), await receiptView(held.db, without.karim, without.application)]
  expect(receipts[0]?.withheld).toEqual(receipts[1]?.withheld)
})

test('who the holder is and how to reach them is theirs to write: a member sees that it is there, and changes nothing of it', async () => {
  const { salma, karim, application, base } = await pair(true)
  const before = await answersOf(application)
  const section = (code: string) => FORM.sections.find(({ questions }) => questions.some((question) => question.code === code))?.code
  const path = `${base}/sections/${section('holder_name_latin')}`
  expect(await (await get(path, karim)).text()).not.toMatch(/name="(?:known\.)?holder_name_latin"/)
  expect(await (await get(path, salma)).text()).toMatch(/name="holder_name_latin"/)
  const mark = answerMark(before.holder_name_latin as string)
  await post(path, karim, { holder_name_latin: 'Karim Benali', 'known.holder_name_latin': mark })
  await patch(`${base}/draft`, karim, { holder_name_latin: 'Karim Benali', 'known.holder_name_latin': mark })
  expect(await answersOf(application)).toMatchObject({ holder_name_latin: before.holder_name_latin })
})
