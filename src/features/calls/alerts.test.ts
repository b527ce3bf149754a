import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { referenceEditions, staffMember } from '../../../tests/database/reference-editions.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { visitor } from '../../domain/viewer.ts'
import type { Mail } from '../../platform/mail/message.ts'
import type { MailTransport } from '../../platform/mail/send.ts'
import { readConfig } from '../../platform/config.ts'
import { makeGateway } from '../../platform/sms/gateway.ts'
import { deliverMessage, type WaysOut } from '../messages/index.ts'
import { askAlert } from './commands/alerts.ts'
import { sendAlerts } from './commands/send-alerts.ts'
import { callRoutes } from './routes.tsx'

const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
const ANNOUNCED = new Date('2024-02-20T12:00:00Z')
const OPENS = new Date('2024-03-01T08:00:00Z')
const AFTER_DEADLINE = new Date('2024-04-02T00:00:00Z')
let organisation = ''
beforeEach(async () => {
  organisation = await referenceEditions(held.db, [2024, 2025], [2025])
})

const page = (now: Date) => mounted(held.db, callRoutes(), visitor(organisation), now)
const ask = (address: string, now = ANNOUNCED, language: 'ar' | 'fr' | 'en' = 'fr', client = address) =>
  askAlert(held.db, organisation, { edition: '2024', address, language, client }, ORIGIN, now)
const alertOf = async (address: string) =>
  (await held.db.selectFrom('call_alert').select('id').where('organisation', '=', organisation).where('address', '=', address).executeTakeFirst())
    ?.id ?? ''

async function confirmed(address: string, now = ANNOUNCED, language: 'ar' | 'fr' | 'en' = 'fr'): Promise<string> {
  expect(await ask(address, now, language)).toEqual({ ok: true, value: null })
  const id = await alertOf(address)
  expect((await page(now).post(`/fr/alerts/${id}/confirmation`, {})).status).toBe(200)
  return id
}

/** Ways out that keep the mail that leaves. */
function keeping(left: Mail[]): WaysOut {
  const mail: MailTransport = {
    async deliver(one) {
      left.push(one)
      return { outcome: 'sent', detail: '' }
    },
    close: () => undefined,
  }
  return { mail, sms: makeGateway(readConfig({}).sms), origin: ORIGIN }
}

/** Subjects of what was written to an address, in order; without the mail that asked to confirm. */
async function told(address: string): Promise<string[]> {
  const rows = await held.db
    .selectFrom('message')
    .select('subject')
    .where('organisation', '=', organisation)
    .where('address', '=', address)
    .where('kind', '=', 'call-alert')
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(({ subject }) => subject.split(/\u00a0?:/)[0] as string)
}

describe('whoever asks to be told about calls', () => {
  test('is told nothing before the link was followed and its button pressed; looking at the link does nothing', async () => {
    await ask('salma@example.org')
    const id = await alertOf('salma@example.org')
    for (const language of LANGUAGES)
      expect(await htmlFaults(await (await page(ANNOUNCED).get(`/${language}/alerts/${id}`)).text()), language).toEqual([])
    expect(await sendAlerts(held.db, ORIGIN, OPENS)).toEqual({ sent: 0, erased: 1 })
  })

  test('is told of the opening, seven days and a day before the deadline, each once however often the job runs', async () => {
    await confirmed('salma@example.org')
    const moments = [OPENS, new Date('2024-03-24T23:59:00Z'), new Date('2024-03-25T10:00:00Z'), new Date('2024-03-31T00:00:00Z')]
    for (const now of moments) await Promise.all([sendAlerts(held.db, ORIGIN, now), sendAlerts(held.db, ORIGIN, now)])
    expect(await told('salma@example.org')).toEqual(['L’appel est ouvert', 'Sept jours avant la date limite', 'Dernier jour'])
  })

  test('is not told what stood on the page already', async () => {
    await confirmed('late@example.org', new Date('2024-03-28T10:00:00Z'))
    await sendAlerts(held.db, ORIGIN, new Date('2024-03-28T10:10:00Z'))
    expect(await told('late@example.org')).toEqual([])
  })

  test('is told of an extension, and reminded again of the new deadline', async () => {
    await confirmed('salma@example.org', new Date('2024-03-20T10:00:00Z'), 'en')
    await sendAlerts(held.db, ORIGIN, new Date('2024-03-25T00:00:00Z'))
    const director = staffMember(organisation, 'director')
    await sql`insert into person (organisation, id, created_at) values (${organisation}, ${director.person.id}, ${ANNOUNCED})`.execute(held.db)
    const desk = mounted(held.db, callRoutes(), director, new Date('2024-03-26T10:00:00Z'))
    const fields = {
      'deadline.day': '14',
      'deadline.month': '4',
      'deadline.year': '2024',
      'deadline.time': '23:59',
      reason_ar: 'عطلة',
      reason_fr: 'Vacances',
      reason_en: 'Holidays',
    }
    const plan = await (await desk.post('/en/desk/2024/call/extension', fields)).text()
    const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(plan)?.[1] ?? ''
    expect((await desk.post('/en/desk/2024/call/extension', { ...fields, fingerprint })).status).toBe(303)
    for (const at of ['2024-03-26T10:10:00Z', '2024-03-26T10:20:00Z', '2024-04-08T10:00:00Z', '2024-04-14T10:00:00Z'])
      await sendAlerts(held.db, ORIGIN, new Date(at))
    expect(await told('salma@example.org')).toEqual([
      'Seven days before the deadline',
      'Deadline extended',
      'Seven days before the deadline',
      'The last day',
    ])
  })

  test('is told of the next call of the programme, and erased once that one is over', async () => {
    const id = await confirmed('salma@example.org', AFTER_DEADLINE, 'ar')
    await sql`update call set published_at = '2025-02-15T10:00:00Z' where organisation = ${organisation} and published_at is null`.execute(held.db)
    for (const at of ['2025-02-15T10:10:00Z', '2025-03-10T09:10:00Z']) await sendAlerts(held.db, ORIGIN, new Date(at))
    expect(await told('salma@example.org')).toEqual(['دعوة جديدة', 'فُتحت الدعوة'])
    expect(await sendAlerts(held.db, ORIGIN, new Date('2025-04-07T00:00:00Z'))).toMatchObject({ erased: 1 })
    expect([await alertOf('salma@example.org'), await told('salma@example.org')]).toEqual(['', []])
    expect((await page(new Date('2025-04-08T00:00:00Z')).get(`/ar/alerts/${id}`)).status).toBe(404)
  })
})

describe('stopping', () => {
  test('takes one press, from a mail programme too; the address is erased everywhere, and what was on its way does not leave', async () => {
    const id = await confirmed('salma@example.org')
    await sendAlerts(held.db, ORIGIN, OPENS)
    const queued = await held.db
      .selectFrom('message')
      .select(['id', 'unsubscribe'])
      .where('object', '=', id)
      .where('kind', '=', 'call-alert')
      .execute()
    expect(queued.map(({ unsubscribe }) => unsubscribe)).toEqual([`${ORIGIN}/fr/alerts/${id}/removal`])
    const looked = await page(OPENS).get(`/fr/alerts/${id}/removal`)
    expect([looked.status, await alertOf('salma@example.org')]).toEqual([200, id])
    const stopped = await page(OPENS).post(`/fr/alerts/${id}/removal`, { 'List-Unsubscribe': 'One-Click' })
    expect([stopped.status, await alertOf('salma@example.org')]).toEqual([200, ''])
    const left: Mail[] = []
    for (const message of queued) await deliverMessage(held.db, keeping(left), { organisation, message: message.id }, OPENS)
    expect(left).toEqual([])
    const kept = await sql`select from message where organisation = ${organisation} and address like '%salma%'`.execute(held.db)
    expect(kept.rows).toEqual([])
  })

  test('is offered by every news mail, in its head and at its foot', async () => {
    const id = await confirmed('salma@example.org')
    await sendAlerts(held.db, ORIGIN, OPENS)
    const { id: message } = await held.db
      .selectFrom('message')
      .select('id')
      .where('object', '=', id)
      .where('kind', '=', 'call-alert')
      .executeTakeFirstOrThrow()
    const left: Mail[] = []
    await deliverMessage(held.db, keeping(left), { organisation, message }, OPENS)
    const href = `${ORIGIN}/fr/alerts/${id}/removal`
    expect(left).toMatchObject([{ kind: 'announcement', listUnsubscribe: href, foot: [{ label: 'Arrêter ces messages', href }] }])
  })
})

describe('nobody learns whether an address is known', () => {
  test('the page answers alike for a new one, one that waits and one confirmed', async () => {
    await confirmed('known@example.org')
    const answers = []
    for (const email of ['new@example.org', 'new@example.org', 'known@example.org']) {
      const answer = await page(ANNOUNCED).post('/en/calls/2024/alert', { email })
      answers.push([answer.status, answer.headers.get('location'), await answer.text()])
    }
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]?.[0]).toBe(303)
  })

  test('limits count what was asked, not what is known; a bad address comes back with what was typed', async () => {
    const outcomes = []
    for (let turn = 0; turn < 4; turn++) outcomes.push(await ask('salma@example.org', ANNOUNCED, 'fr', `net-${turn}`))
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.code))).toEqual(['ok', 'ok', 'ok', 'call-alert/too-many'])
    const bad = await page(ANNOUNCED).post('/fr/calls/2024/alert', { email: 'salma@' })
    expect([bad.status, (await bad.text()).includes('value="salma@"')]).toEqual([422, true])
    expect((await page(ANNOUNCED).post('/fr/calls/2099/alert', { email: 'a@example.org' })).status).toBe(404)
  })
})

test('the pages that ask are valid in three languages, of a call and of none', async () => {
  for (const language of LANGUAGES)
    for (const path of ['calls/2024/alert', 'alerts', 'calls/2024/alert?said=alert-asked'])
      expect(await htmlFaults(await (await page(ANNOUNCED).get(`/${language}/${path}`)).text()), `${language} ${path}`).toEqual([])
})
