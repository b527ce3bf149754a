import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  eligible,
  reviewerIn,
  SMALL_FORM,
  type SmallEdition,
  type SmallReviewer,
  smallEdition,
  staffOf,
  submitted,
} from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { answerAboutFile, askAboutFile, tellOffice } from '../commands/file-question.ts'
import { myQuestions } from '../queries/file-questions.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const LATER = new Date('2024-04-10T10:00:00Z')
const ORIGIN = 'https://kawaliss.test'
const same = (text: string) => ({ ar: text, fr: text, en: text })
const options = (...codes: string[]) => codes.map((code) => ({ code, name: same(code) }))

/** One file with a budget, read by two people who do not know who applied. */
async function stage() {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { region: 'fes', holder_name_latin: 'Salma Alaoui' })
  await eligible(held.db, small, one.application)
  const budget = {
    code: 'costs',
    kind: 'budget' as const,
    label: same('Costs'),
    required: false,
    categories: options('hall', 'sound'),
    sources: options('own', 'grant'),
  }
  const sections = SMALL_FORM.sections.map((section) =>
    section.code === 'project' ? { ...section, questions: [...section.questions, budget] } : section,
  )
  const lines = [
    { label: 'Salle de Salma Alaoui', category: 'hall', source: 'grant', amount: '3000.00' },
    { label: 'Son', category: 'sound', source: 'own', amount: '1000.00' },
  ]
  await held.db
    .updateTable('form_version')
    .set({ definition: JSON.stringify({ ...SMALL_FORM, sections }) })
    .where('organisation', '=', small.organisation)
    .execute()
  await held.db
    .updateTable('submission')
    .set({ answers: sql`answers || ${JSON.stringify({ costs: lines })}::jsonb` })
    .where('application', '=', one.application)
    .execute()
  const readers = [await reviewerIn(held.db, small, { region: 'ori' }), await reviewerIn(held.db, small, { region: 'ori' })]
  const given: (SmallReviewer & { assignment: string })[] = []
  for (const reader of readers) {
    const assignment = newId(NOW)
    const { organisation, edition } = small
    const row = { organisation, id: assignment, edition, stage: 'reading', application: one.application, reviewer: reader.reviewer }
    await held.db
      .insertInto('assignment')
      .values({ ...row, assigned_at: NOW, assigned_by: small.officer.person.id })
      .execute()
    given.push({ ...reader, assignment })
  }
  return { small, one, asker: given[0] as (typeof given)[0], other: given[1] as (typeof given)[0] }
}

test('a reader sees the budget as a table and asks the office about the file; the answer may go to every reader, and tells nobody who applied', async () => {
  const { small, asker, other } = await stage()
  const place = { programme: small.programme, edition: small.edition }
  const mine = mounted(held.db, reviewRoutes, asker.viewer, NOW)
  const dossier = await (await mine.get(`/fr/reviews/${asker.assignment}`)).text()
  expect(await htmlFaults(dossier)).toEqual([])
  for (const shown of ['75,0', '25,0', 'Total']) expect(dossier).toContain(shown)
  expect(dossier).not.toContain('Alaoui')

  const path = `/fr/reviews/${asker.assignment}/questions`
  const empty = await mine.post(path, { text: ' ' })
  expect([empty.status, await htmlFaults(await empty.text())]).toEqual([422, []])
  expect((await mine.post(path, { text: 'La salle est-elle louée ?' })).headers.get('location')).toBe(`${path}?said=file-question-asked`)
  expect(await askAboutFile(held.db, small.officer, { assignment: asker.assignment, text: 'Moi aussi' }, NOW)).toEqual(
    refused('file-question/unknown'),
  )
  const question = (await myQuestions(held.db, asker.viewer, asker.assignment, 'fr'))?.questions[0]?.id ?? ''
  expect((await myQuestions(held.db, other.viewer, other.assignment, 'fr'))?.questions).toEqual([])
  expect(await myQuestions(held.db, other.viewer, asker.assignment, 'fr')).toBeNull()

  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  expect(await (await desk.get('/fr/desk/2024/reviews')).text()).toContain('/desk/2024/reader-questions')
  const told = await desk.post(`/fr/desk/2024/reader-questions/${question}`, { [`text-${question}`]: 'Oui, par Salma Alaoui elle-même.' })
  const back = await told.text()
  expect([told.status, await htmlFaults(back), back.includes('par Salma Alaoui elle-même')]).toEqual([422, [], true])
  const answer = { question, text: 'Oui, pour six mois.', shared: true }
  expect(await answerAboutFile(held.db, asker.viewer, place, answer, ORIGIN, NOW)).toEqual(refused('file-question/not-allowed'))
  expect(await answerAboutFile(held.db, small.officer, place, { ...answer, text: '' }, ORIGIN, NOW)).toEqual(refused('file-question/unanswered'))
  expect(await answerAboutFile(held.db, small.officer, place, answer, ORIGIN, NOW)).toEqual(ok(null))
  expect(await answerAboutFile(held.db, small.officer, place, answer, ORIGIN, NOW)).toEqual(refused('file-question/answered'))
  const theirs = (await myQuestions(held.db, other.viewer, other.assignment, 'fr'))?.questions
  expect(theirs?.map(({ own, answer: said }) => [own, said?.text])).toEqual([[false, 'Oui, pour six mois.']])
  const mails = await held.db.selectFrom('message').select(['person', 'content']).where('kind', '=', 'file-question-answered').execute()
  expect(mails.map(({ person }) => person)).toEqual([asker.viewer.person.id])
  expect(JSON.stringify(mails[0]?.content)).not.toContain('six mois')

  for (let count = 0; count < 5; count += 1)
    expect((await askAboutFile(held.db, other.viewer, { assignment: other.assignment, text: `Et ${count} ?` }, NOW)).ok).toBe(true)
  expect(await askAboutFile(held.db, other.viewer, { assignment: other.assignment, text: 'Encore ?' }, NOW)).toEqual(
    refused('file-question/too-many', { most: 5 }),
  )
  for (const language of LANGUAGES)
    for (const [who, page] of [
      [mine, `/reviews/${asker.assignment}/questions`],
      [mine, `/reviews/${asker.assignment}`],
      [desk, '/desk/2024/reader-questions'],
    ] as const) {
      const shown = await who.get(`/${language}${page}`)
      expect([shown.status, await htmlFaults(await shown.text())], `${language} ${page}`).toEqual([200, []])
    }
})

/** Somebody of the office with an address, whose role is on record. */
async function written({ organisation, programme, edition }: SmallEdition, viewer: SignedIn, email: string): Promise<SignedIn> {
  await held.db.updateTable('person').set({ email }).where('organisation', '=', organisation).where('id', '=', viewer.person.id).execute()
  const region = viewer.grants[0]?.region ?? null
  const grant = { organisation, id: newId(NOW), person: viewer.person.id, role: 'officer', programme, edition, region }
  await held.db
    .insertInto('role_grant')
    .values({ ...grant, granted_at: NOW })
    .execute()
  return viewer
}

test('questions asked in one quarter of an hour make one mail to each officer of the edition, which says about which files and nothing else', async () => {
  const { small, one, asker, other } = await stage()
  const { organisation, edition, programme } = small
  const regional = await written(small, await staffOf(held.db, small, 'officer', 'fes'), 'regional@kawaliss.example')
  const second = await written(small, await staffOf(held.db, small, 'officer'), 'second@kawaliss.example')
  await written(small, small.officer, 'first@kawaliss.example')
  const ask = (reader: typeof asker, text: string, minutes: number) =>
    askAboutFile(held.db, reader.viewer, { assignment: reader.assignment, text }, new Date(NOW.getTime() + minutes * 60_000))
  const jobs = async () => {
    const found = await sql<{ run_at: Date }>`
      select run_at from graphile_worker.jobs where task_identifier = 'reader-questions' and key like ${`%${edition}%`} order by run_at`.execute(
      held.db,
    )
    return found.rows.map(({ run_at }) => run_at.toISOString())
  }
  expect([(await ask(asker, 'La salle est-elle louée ?', 1)).ok, (await ask(other, 'Qui paie le son ?', 14)).ok]).toEqual([true, true])
  expect(await jobs()).toEqual(['2024-04-10T09:15:00.000Z'])
  expect((await ask(asker, 'Et les costumes ?', 16)).ok).toBe(true)
  expect(await jobs()).toEqual(['2024-04-10T09:15:00.000Z', '2024-04-10T09:30:00.000Z'])

  expect(await tellOffice(held.db, organisation, edition, ORIGIN, NOW)).toBe(2)
  const mails = await held.db
    .selectFrom('message')
    .select(['person', 'subject', 'content'])
    .where('object', '=', edition)
    .where('kind', '=', 'reader-questions')
    .execute()
  expect(mails.map(({ person }) => person).sort()).toEqual([small.officer.person.id, second.person.id].sort())
  expect(mails.map(({ person }) => person)).not.toContain(regional.person.id)
  const { number } = await held.db.selectFrom('application').select('number').where('id', '=', one.application).executeTakeFirstOrThrow()
  for (const mail of mails) {
    const text = JSON.stringify(mail)
    expect([text.includes(number), text.includes('/desk/2024/reader-questions'), text.includes('salle'), text.includes('Alaoui')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  }
  const place = { programme, edition }
  for (const { id } of await held.db.selectFrom('file_question').select('id').where('edition', '=', edition).execute())
    expect((await answerAboutFile(held.db, small.officer, place, { question: id, text: 'Oui.', shared: false }, ORIGIN, LATER)).ok).toBe(true)
  expect(await tellOffice(held.db, organisation, edition, ORIGIN, LATER)).toBe(0)
})
