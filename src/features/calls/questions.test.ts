import { beforeAll, describe, expect, test } from 'vitest'
import { referenceEditions, staffMember } from '../../../tests/database/reference-editions.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { featureApp } from '../../../tests/server/feature-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { QUESTIONS_AN_HOUR } from '../../domain/call-question.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { callRoutes } from './routes.tsx'

const held = testDatabase()
const DURING = new Date('2024-03-15T12:00:00Z')
const AFTER = new Date('2024-06-01T12:00:00Z')
let organisation = ''
let officer: SignedIn
beforeAll(async () => {
  organisation = await referenceEditions(held.db)
  officer = staffMember(organisation, 'officer')
  const { id, nameAr: name_ar, nameLatin: name_latin } = officer.person
  await held.db
    .insertInto('person')
    .values({ organisation, id, name_ar, name_latin, email: 'nadia@house.example', language: 'fr', created_at: DURING })
    .execute()
})
const app = featureApp(
  () => held.db,
  () => organisation,
  callRoutes(),
)
const ask = (language: string, question: string, now = DURING) =>
  app.ask('POST', `/${language}/calls/2024/question`, { viewer: null, now }, { question, email: 'Amina@Courrier.example ' })
const waiting = () =>
  held.db.selectFrom('call_question').select(['id', 'question', 'address']).where('answered_at', 'is', null).orderBy('asked_at').execute()
const answer = (id: string, fields: Record<string, string>) =>
  app.ask(
    'POST',
    '/fr/desk/2024/call/questions',
    { viewer: officer, now: DURING },
    { id, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name === 'publish' ? name : `${name}-${id}`, value])) },
  )
const PUBLIC = {
  publish: 'yes',
  question_ar: 'هل يكفي شريك واحد؟',
  question_fr: 'Un seul associé suffit-il ?',
  question_en: 'Is one partner enough?',
  public_ar: 'نعم، يكفي.',
  public_fr: 'Oui, cela suffit.',
  public_en: 'Yes, it is.',
}

describe('a question about a call', () => {
  test('that is sent by two presses is one question', async () => {
    const before = (await waiting()).length
    await Promise.all([ask('fr', 'Mon frère peut-il être associé ?'), ask('fr', 'Mon frère peut-il être associé ?')])
    await ask('fr', 'Mon frère peut-il être associé ?')
    const after = await waiting()
    expect(after.length - before).toBe(1)
    await held.db
      .deleteFrom('call_question')
      .where('id', '=', after.at(-1)?.id ?? '')
      .execute()
  })

  test('is answered by mail in its language, once, and its writer is named to nobody but the desk', async () => {
    expect((await ask('ar', 'هل يمكن أن أترشح مع أخي؟')).headers.get('location')).toBe('/ar/calls/2024?said=call-asked')
    const [asked] = await waiting()
    expect(asked?.address).toBe('amina@courrier.example')
    expect((await answer(asked?.id ?? '', { answer: 'نعم، كفريق.' })).status).toBe(303)
    expect((await answer(asked?.id ?? '', { answer: 'لا.' })).status).toBe(422)
    const sent = await held.db
      .selectFrom('message')
      .select(['address', 'language', 'kind'])
      .where('object', '=', asked?.id ?? '')
      .execute()
    expect(sent).toEqual([{ address: 'amina@courrier.example', language: 'ar', kind: 'call-answer' }])
    const page = await (await app.ask('GET', '/ar/calls/2024', { viewer: null, now: DURING })).text()
    expect([page.includes('أترشح مع أخي'), page.includes('courrier.example')]).toEqual([false, false])
  })

  test('is read by everybody when it is published in three languages, and not in two', async () => {
    await ask('fr', 'Un seul associé suffit-il pour une équipe ?')
    const [asked] = await waiting()
    const id = asked?.id ?? ''
    const half = await answer(id, { answer: 'Oui.', ...PUBLIC, public_en: '' })
    const html = await half.text()
    expect([half.status, await htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain('Oui, cela suffit.')
    expect((await answer(id, { answer: 'Oui.', ...PUBLIC })).status).toBe(303)
    expect(await (await app.ask('GET', '/en/calls/2024', { viewer: null, now: DURING })).text()).toContain('Is one partner enough?')
  })

  test('too short, or without an address to answer at, comes back as it was typed', async () => {
    const answered = await app.ask('POST', '/fr/calls/2024/question', { viewer: null, now: DURING }, { question: 'Quoi', email: 'amina' })
    const html = await answered.text()
    expect([answered.status, html.includes('>Quoi<'), html.includes('value="amina"'), await htmlFaults(html)]).toEqual([422, true, true, []])
    expect((await waiting()).length).toBe(0)
  })

  test('is refused after the close, and beyond some an hour from one place; what was typed stays', async () => {
    expect((await ask('fr', 'Puis-je encore candidater ?', AFTER)).status).toBe(422)
    const form = 'action="/fr/calls/2024/question"'
    const at = async (now: Date) => (await app.ask('GET', '/fr/calls/2024/question', { viewer: null, now })).text()
    expect(await at(DURING)).toContain(form)
    const late = await at(AFTER)
    expect([late.includes(form), late.includes('L’appel est clos')]).toEqual([false, true])
    const later = new Date('2024-03-15T14:00:00Z')
    for (let n = 0; n < QUESTIONS_AN_HOUR.address; n += 1) expect((await ask('fr', `Question numéro ${n} sur l’appel`, later)).status).toBe(303)
    const refused = await ask('fr', 'Une de trop sur cet appel', later)
    expect([refused.status, (await refused.text()).includes('Une de trop sur cet appel')]).toEqual([422, true])
  })

  test('is not for a reader of the desk who answers nobody', async () => {
    const auditor = staffMember(organisation, 'auditor')
    expect((await app.ask('GET', '/fr/desk/2024/call/questions', { viewer: auditor, now: DURING })).status).toBe(404)
    const page = await app.ask('GET', '/fr/desk/2024/call/questions', { viewer: officer, now: DURING })
    expect([page.status, await htmlFaults(await page.text())]).toEqual([200, []])
  })
})
