import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApplication } from '../applications/index.ts'
import { remindOfDeadlines } from '../applications/commands/remind-of-deadline.ts'
import { stopPhoneMessages, wantPhoneMessages } from '../people/commands/phone-consent.ts'
import { LANGUAGES, type Language } from '../../domain/language.ts'
import { textLength } from '../../domain/text-message.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { formatDateTime } from '../../platform/time/time.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { type ConfigError, readConfig } from '../../platform/config.ts'
import { DEADLINE, type OpenCall, openCall, somebody } from '../../../tests/database/open-call.ts'
import { frameOf } from '../../../tests/server/feature-app.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { approveBatch, openBatch } from './commands/batch.ts'
import { writeMessage } from './write.ts'
import { deliverMessage, phoneLine, type WaysOut } from './deliver.ts'
import { mailboxRoutes } from './routes.tsx'
import { inEach, type PhoneNews, tellByPhone } from './tell-by-phone.ts'
import { makeGateway } from '../../platform/sms/gateway.ts'

const held = testDatabase()
let call: OpenCall
/** What the gateway was sent, and what it answers next. */
const caught: { headers: IncomingMessage['headers']; body: string }[] = []
let answers = 200
const gateway = createServer(async (asked, answer) => {
  const pieces: Buffer[] = []
  for await (const piece of asked) pieces.push(piece as Buffer)
  caught.push({ headers: asked.headers, body: Buffer.concat(pieces).toString('utf8') })
  answer.writeHead(answers).end()
})
let ways: WaysOut
let place: string

beforeAll(async () => {
  call = await openCall(held.db)
  await new Promise<void>((resolve) => {
    gateway.listen(0, '127.0.0.1', resolve)
  })
  place = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`
  ways = waysOut({})
})
afterAll(() => new Promise((resolve) => gateway.close(resolve)))
beforeEach(() => {
  caught.length = 0
  answers = 200
})

function waysOut(settings: Record<string, string>): WaysOut {
  const config = readConfig({ KAWALISS_SMS_URL: place, KAWALISS_SMS_TOKEN: 'secret', ...settings })
  const mail = { deliver: async () => ({ outcome: 'kept', detail: '' }) as const, close: () => {} }
  return { mail, sms: makeGateway(config.sms), origin: 'https://kawaliss.ma' }
}

/** The zone of the call is Morocco's; in Ramadan 2024 it was on UTC. */
const NOON = new Date('2024-03-30T12:00:00Z')
const NIGHT = new Date('2024-03-30T21:30:00Z')
const MORNING = new Date('2024-03-31T08:00:00Z')
const PHONE = '+212612345678'

async function reader(language: Language = 'fr', phone = PHONE): Promise<SignedIn> {
  const viewer = await somebody(held.db, call.organisation)
  await held.db.updateTable('person').set({ language }).where('id', '=', viewer.person.id).execute()
  const wanted = await wantPhoneMessages(held.db, viewer, phone, NOON)
  if (!wanted.ok) throw new Error(wanted.code)
  return viewer
}

const write = (viewer: SignedIn, now = NOON, news: PhoneNews = { what: 'results' }) =>
  atomically(held.db, (trx) =>
    tellByPhone(trx, { organisation: call.organisation, person: viewer.person.id, zone: 'Africa/Casablanca', news }, now),
  ) as Promise<string>
const deliver = (message: string, now = NOON, by = ways) => deliverMessage(held.db, by, { organisation: call.organisation, message }, now)
const outcomes = (message: string) =>
  held.db.selectFrom('message_delivery').select(['outcome', 'detail']).where('message', '=', message).orderBy('attempt').execute()
const queued = async (message: string) => {
  const jobs = await sql<{ run_at: Date }>`select run_at from graphile_worker._private_jobs where payload->>'message' = ${message}`.execute(held.db)
  return jobs.rows.map(({ run_at }) => run_at)
}

test('a message goes to the gateway once, in the language of its reader, with nothing of a decision in it', async () => {
  const message = await write(await reader())
  await deliver(message)
  await deliver(message)
  expect(caught.map(({ body }) => JSON.parse(body))).toEqual([
    { id: message, to: PHONE, text: 'Kawaliss : la réponse à votre candidature est arrivée. Lisez-la dans vos e-mails. https://kawaliss.ma/fr/me' },
  ])
  expect([caught[0]?.headers.authorization, caught[0]?.headers['idempotency-key']]).toEqual(['Bearer secret', message])
  expect(await outcomes(message)).toEqual([{ outcome: 'sent', detail: '' }])
})

test('whoever did not ask for messages gets none, nor whoever stopped, not even those already written', async () => {
  expect(await write(await somebody(held.db, call.organisation))).toBe(null)
  const viewer = await reader()
  const message = await write(viewer)
  await stopPhoneMessages(held.db, viewer, NOON)
  await deliver(message)
  expect([caught, await outcomes(message), await write(viewer)]).toEqual([[], [{ outcome: 'failed', detail: 'stopped' }], null])
})

test('nothing rings between nine in the evening and eight in the morning where the call is', async () => {
  const viewer = await reader()
  const [byDay, byNight] = [await write(viewer), await write(viewer, NIGHT)]
  expect([await queued(byDay), await queued(byNight)]).toEqual([[expect.any(Date)], [MORNING]])
  // A retry that comes up at night is put off to the morning, and not counted as tried.
  expect(await deliver(byNight, NIGHT)).toEqual({ notBefore: MORNING })
  expect([caught.length, await outcomes(byNight)]).toEqual([0, []])
  expect(await deliver(byNight, MORNING)).toBe(null)
  expect(caught.length).toBe(1)
})

test('a gateway that is down, busy or does not know us is asked again; one that refuses this message is not', async () => {
  for (const [status, outcome] of [
    [503, 'delayed'],
    [429, 'delayed'],
    [401, 'delayed'],
    [422, 'failed'],
  ] as const) {
    answers = status
    const message = await write(await reader())
    await deliver(message).catch(() => {})
    expect([status, await outcomes(message)]).toEqual([status, [{ outcome, detail: `http ${status}` }]])
  }
  const nowhere = await write(await reader())
  await expect(deliver(nowhere, NOON, waysOut({ KAWALISS_SMS_URL: 'http://127.0.0.1:9/send' }))).rejects.toThrow()
  expect(await outcomes(nowhere)).toEqual([{ outcome: 'delayed', detail: 'unreachable' }])
})

test('a message that would take more pieces than allowed does not leave', async () => {
  const message = await write(await reader('ar'))
  await deliver(message, NOON, waysOut({ KAWALISS_SMS_SEGMENTS: '1' }))
  expect([caught, await outcomes(message)]).toEqual([[], [{ outcome: 'failed', detail: 'too-long' }]])
})

test('what we write takes two pieces at most in the three languages; French stays in the cheap alphabet', async () => {
  // The longest date there is in each language.
  const by = inEach((language) => formatDateTime(new Date('2024-09-30T22:59:00Z'), language, 'Africa/Casablanca', { style: 'day-month' }))
  for (const language of LANGUAGES) {
    const viewer = await reader(language)
    for (const news of [{ what: 'results' }, { what: 'eligibility' }, { what: 'offer', by }] as const) {
      const message = await write(viewer, NOON, news)
      const { content } = await held.db.selectFrom('message').select('content').where('id', '=', message).executeTakeFirstOrThrow()
      const { alphabet, segments } = textLength(phoneLine(content as string[], 'https://kawaliss.ma'))
      expect([news.what, language, alphabet, segments <= 2]).toEqual([news.what, language, language === 'ar' ? 'ucs-2' : 'gsm-7', true])
    }
  }
})

test('a gateway that takes forms is sent a form, with the sender', async () => {
  const message = await write(await reader())
  await deliver(message, NOON, waysOut({ KAWALISS_SMS_FORMAT: 'form', KAWALISS_SMS_FROM: 'KAWALISS', KAWALISS_SMS_TOKEN: '' }))
  const fields = Object.fromEntries(new URLSearchParams(caught[0]?.body))
  expect([fields.to, fields.from, fields.id, caught[0]?.headers.authorization]).toEqual([PHONE, 'KAWALISS', message, undefined])
})

test('two days before the deadline whoever has a draft is reminded once, by mail, and on the phone who wants that', async () => {
  const remind = (at: Date) => remindOfDeadlines(held.db, 'https://kawaliss.ma', at)
  const [wants, sentNothing] = [await reader('ar'), await somebody(held.db, call.organisation)]
  for (const viewer of [wants, sentNothing])
    await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, new Date('2024-03-20T12:00:00Z'))
  const hours = (before: number) => new Date(DEADLINE.getTime() - before * 3_600_000)
  expect(await remind(hours(49))).toBe(0)
  const both = await Promise.all([remind(hours(47)), remind(hours(47))])
  expect(both.sort()).toEqual([0, 2])
  expect(await remind(hours(46))).toBe(0)
  const row = await held.db.selectFrom('message').select(['person', 'content']).where('kind', '=', 'sms-deadline').executeTakeFirstOrThrow()
  const mails = await held.db.selectFrom('message').select(['person', 'language']).where('kind', '=', 'deadline-reminder').orderBy('person').execute()
  expect(mails).toEqual(
    [wants, sentNothing].map(({ person }) => ({ person: person.id, language: 'fr' })).sort((a, b) => (a.person < b.person ? -1 : 1)),
  )
  expect([row.person, (row.content as string[])[0]]).toEqual([wants.person.id, 'كواليس: تُغلق الدعوة 31 مارس، الساعة 23:59، ومسودتك لم تُرسل بعد.'])
  // Put off, the deadline is told again.
  await held.db
    .updateTable('call')
    .set({ deadline_at: hours(-24) })
    .where('id', '=', call.call)
    .execute()
  expect(await remind(hours(20))).toBe(2)
})

test.each(['results', 'eligibility'] as const)(
  'when letters of %s are approved, whoever wants messages learns that an answer has come; which, the phone does not say',
  async (kind) => {
    const [wants, wantsNone] = [await reader('en'), await somebody(held.db, call.organisation)]
    const director = await somebody(held.db, call.organisation, 'director')
    const batch = await atomically(held.db, async (trx) => {
      const id = await openBatch(trx, { organisation: call.organisation, edition: call.edition, kind, preparedBy: wantsNone.person.id }, NOON)
      const letter = { organisation: call.organisation, language: 'en', subject: 'Not selected', paragraphs: ['No.'], batch: id } as const
      for (const { person } of [wants, wants, wantsNone])
        await writeMessage(trx, { ...letter, kind: 'result', person: person.id, address: 'a@example.ma' }, NOON)
      return id
    })
    expect(await approveBatch(held.db, director, batch, NOON)).toEqual({ ok: true, value: { letters: 3 } })
    const texts = await held.db
      .selectFrom('message')
      .select(['person', 'content'])
      .where('kind', '=', `sms-${kind}`)
      .where('object', '=', call.edition)
      .execute()
    expect(texts.map(({ person, content }) => [person, (content as string[])[0]])).toEqual([
      [
        wants.person.id,
        kind === 'results'
          ? 'Kawaliss: the answer to your application has come. Read it in your e-mail.'
          : 'Kawaliss: a letter about your application has come. Read it on your page.',
      ],
    ])
  },
)

test('the mailbox of the demo shows messages to phones among the mails, as such', async () => {
  const message = await write(await reader('fr'))
  const mailbox = mounted(held.db, mailboxRoutes({ frame: frameOf, zone: 'Africa/Casablanca' }), await somebody(held.db, call.organisation), NOON)
  const [list, one] = [await (await mailbox.get('/en/demo/mailbox')).text(), await (await mailbox.get(`/en/demo/mailbox/${message}`)).text()]
  expect([list.includes('SMS'), one.includes('Kawaliss : la réponse'), one.includes('href="/fr/me"')]).toEqual([true, true, true])
  expect([await htmlFaults(list), await htmlFaults(one)]).toEqual([[], []])
})

test('one’s own choice: a mobile number, changed, stopped, dated each time; a fixed line is refused', async () => {
  const viewer = await reader()
  const code = async (act: Promise<{ ok: true } | { ok: false; code: string }>) => {
    const result = await act
    return result.ok ? 'ok' : result.code
  }
  expect(await code(wantPhoneMessages(held.db, viewer, '+212522123456', NOON))).toBe('phone/no-mobile')
  expect(await code(wantPhoneMessages(held.db, viewer, PHONE, NOON))).toBe('phone/same')
  expect(await code(wantPhoneMessages(held.db, viewer, '+33612345678', NIGHT))).toBe('ok')
  expect([await code(stopPhoneMessages(held.db, viewer, MORNING)), await code(stopPhoneMessages(held.db, viewer, MORNING))]).toEqual([
    'ok',
    'phone/none',
  ])
  const rows = await held.db.selectFrom('phone_consent').selectAll().where('person', '=', viewer.person.id).orderBy('seq').execute()
  expect(rows.map(({ phone, given_at, ended_at }) => [phone, given_at, ended_at])).toEqual([
    [PHONE, NOON, NIGHT],
    ['+33612345678', NIGHT, MORNING],
  ])
})

test('a wrong setting is named before anything starts: a number in the clear over the network, a format nobody knows', () => {
  const faults = (settings: Record<string, string>) => {
    try {
      readConfig(settings)
      return []
    } catch (error) {
      return (error as ConfigError).faults
    }
  }
  expect(faults({ KAWALISS_SMS_URL: 'http://sms.example/send', KAWALISS_SMS_FORMAT: 'xml', KAWALISS_SMS_SEGMENTS: '0' }).length).toBe(3)
  expect(readConfig({}).sms).toBe(null)
})
