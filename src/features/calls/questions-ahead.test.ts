import { beforeAll, expect, test } from 'vitest'
import { DURING, FORM, type OpenCall, openCall } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { FormDefinition, Question } from '../../domain/form.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { visitor } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { callRoutes } from './routes.tsx'

const held = testDatabase()
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
  const texts = { minutes: 45, offers: [], prepare: [], questions: [], help: { phone: '', hours: same('') }, sessions: [] }
  await held.db
    .updateTable('call')
    .set({ texts: JSON.stringify(texts) })
    .where('id', '=', call.call)
    .execute()
})

const get = (path: string, now = DURING) => mounted(held.db, callRoutes(), visitor(call.organisation), now).get(path)
const same = (text: string) => ({ ar: text, fr: text, en: text })

/** A second version of the form, in which the long text is asked on a condition and its hint says how. */
function changed(): FormDefinition {
  const change = (question: Question): Question =>
    question.code === 'summary'
      ? { ...question, hint: same('en mots simples'), minWords: 20, required: false, when: 'sector = "music" or answered(project_title)' }
      : question
  return { ...FORM, sections: FORM.sections.map((section) => ({ ...section, questions: section.questions.map(change) })) }
}

test('whoever has no account reads every question of the newest form: what is asked, of whom, within which limits; valid in three languages', async () => {
  const row = { organisation: call.organisation, id: newId(), call: call.call, version: 2, frozen_at: DURING }
  await held.db
    .insertInto('form_version')
    .values({ ...row, definition: JSON.stringify(changed()) })
    .execute()
  for (const language of LANGUAGES) {
    const answer = await get(`/${language}/calls/2024/form`)
    const html = await answer.text()
    expect([answer.status, await htmlFaults(html)], language).toEqual([200, []])
    expect(FORM.sections.flatMap(({ questions }) => questions).filter(({ code }) => !html.includes(code))).toEqual([])
    expect(html, 'no key stands for its words').not.toMatch(/ahead\.|say\./)
    expect(await (await get(`/${language}/calls/2024`)).text()).toContain(`href="/${language}/calls/2024/form"`)
  }
  const french = (await (await get('/fr/calls/2024/form')).text()).replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/\s+/g, ' ')
  for (const said of [
    'summary (facultatif)',
    'en mots simples',
    '20 mots au moins. 150 mots au plus.',
    'Posée seulement si : « sector » est « music » ou « project_title » a une réponse.',
    'Posée seulement à : cso.',
    '120 signes au plus.',
    'Entre 1900 et 2100.',
    '60 000 MAD au plus.',
    'Jusqu’à 2 fichiers',
    'Choix : <span class="muted">a · b · c</span>',
  ])
    expect(french).toContain(said)
})

test('the questions of a call that is not public are not found, no more than those of one that was never made', async () => {
  const early = new Date('2024-01-31T09:00:00Z')
  expect([(await get('/fr/calls/2024/form', early)).status, (await get('/fr/calls/2099/form')).status]).toEqual([404, 404])
})
