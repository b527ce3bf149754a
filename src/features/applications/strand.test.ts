import { beforeAll, expect, test } from 'vitest'
import { DURING, type OpenCall, openCall, somebody, WHOLE, FORM } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { Answers, FormDefinition } from '../../domain/form.ts'
import { newId } from '../../platform/database/id.ts'
import { readAnswers } from './answers.ts'
import { saveDraft } from './commands/save-draft.ts'
import { startApplication } from './commands/start-application.ts'
import { submitApplication } from './commands/submit-application.ts'
import { editionLists } from './queries/edition-lists.ts'

const held = testDatabase()
let call: OpenCall

const said = (text: string) => ({ ar: text, fr: text, en: text })
const json = (text: string) => JSON.stringify(said(text))
const form: FormDefinition = {
  ...FORM,
  sections: FORM.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.kind === 'money'
        ? { ...question, max: 1_000_000, withinStrand: true }
        : question.kind === 'strand'
          ? { ...question, required: true }
          : question,
    ),
  })),
}

beforeAll(async () => {
  call = await openCall(held.db)
  const { organisation, edition } = call
  const strand = { organisation, edition, summary: json('') }
  await held.db
    .insertInto('edition_strand')
    .values([
      { ...strand, code: 'stage', name: json('Scène'), places: 8, ceiling: '80000', envelope: null, position: 0 },
      { ...strand, code: 'crafts', name: json('Artisanat'), places: 16, ceiling: '40000', envelope: null, position: 1 },
      { ...strand, code: 'open', name: json('Libre'), places: null, ceiling: null, envelope: null, position: 2 },
    ])
    .execute()
  await held.db
    .insertInto('form_version')
    .values({ organisation, id: newId(), call: call.call, version: 2, definition: JSON.stringify(form), frozen_at: DURING })
    .execute()
})

async function sent(answers: Answers) {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const { application } = started.value
  await saveDraft(held.db, viewer, { application, answers: { ...WHOLE, ...answers }, known: {}, page: newId(), turn: 0 }, DURING)
  const outcome = await submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)
  const row = await held.db.selectFrom('submission').select('strand').where('application', '=', application).executeTakeFirst()
  return { outcome, strand: row?.strand }
}

test('an application that asks for more than its strand allows is not sent; to the ceiling it is', async () => {
  const above = await sent({ of_strand: 'crafts', of_money: '40 000,01' })
  expect(above).toEqual({
    outcome: { ok: false, code: 'application/incomplete', details: { questions: ['of_money'], count: 1 } },
    strand: undefined,
  })
  expect(await sent({ of_strand: 'crafts', of_money: '40 000' })).toMatchObject({ outcome: { ok: true }, strand: 'crafts' })
  expect(await sent({ of_strand: 'stage', of_money: '79999' })).toMatchObject({ outcome: { ok: true }, strand: 'stage' })
  expect(await sent({ of_strand: 'open', of_money: '900000' })).toMatchObject({ outcome: { ok: true }, strand: 'open' })
})

test('the strand is one of the call, and has to be chosen', async () => {
  expect((await sent({ of_money: '100' })).outcome).toMatchObject({ code: 'application/incomplete', details: { questions: ['of_strand'] } })
  expect((await sent({ of_strand: 'opera' })).outcome).toMatchObject({ code: 'application/incomplete', details: { questions: ['of_strand'] } })
})

test('the sentence names the strand, its ceiling and what to do, while the draft is written', async () => {
  const lists = await editionLists(held.db, call.organisation, call.edition, DURING)
  const { faults } = readAnswers(form, { ...WHOLE, of_strand: 'crafts', of_money: '50000' }, lists)
  expect(faults.map(({ question, message }) => [question, message?.fr, message?.en])).toEqual([
    [
      'of_money',
      'La somme dépasse le plafond du volet «\u00a0Artisanat\u00a0», qui est de 40\u00a0000\u00a0MAD. Demandez moins, ou choisissez un autre volet.',
      'This is above the ceiling of the strand “Artisanat”, which is 40\u00a0000\u00a0MAD. Ask for less, or choose another strand.',
    ],
  ])
  expect(readAnswers(form, { ...WHOLE, of_money: '50000' }, lists).faults).toEqual([])
})
