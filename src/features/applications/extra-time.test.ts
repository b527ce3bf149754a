import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, type OpenCall, openCall, somebody, TOO_LATE, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { frameOf } from '../../../tests/server/feature-app.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { ok, refused } from '../../domain/result.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { giveExtraTime, recallExtraTime } from '../calls/commands/extra-time.ts'
import { callRoutes } from '../calls/index.ts'
import { mayGiveNow } from '../files/index.ts'
import { remindOfDeadlines } from './commands/remind-of-deadline.ts'
import { saveDraft } from './commands/save-draft.ts'
import { startApplication } from './commands/start-application.ts'
import { submitApplication } from './commands/submit-application.ts'
import { withdrawApplication } from './commands/withdraw-application.ts'
import { applicationRoutes } from './routes.tsx'

const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
/** Ten days after the deadline of 31 March, in the zone of the call: UTC at that time of Ramadan. */
const UNTIL = '2024-04-10T18:00'
const LAST = new Date('2024-04-10T18:00:00.000Z')
const PAST = new Date('2024-04-10T18:00:00.001Z')
let call: OpenCall
let officer: SignedIn
beforeAll(async () => {
  call = await openCall(held.db)
  officer = await somebody(held.db, call.organisation, 'officer')
})

const give = (whom: string, more: object = {}, at = TOO_LATE, by = officer) =>
  giveExtraTime(
    held.db,
    by,
    { ...call, slug: '2024' },
    { whom, until: UNTIL, ground: 'accident', reason: 'Jambe cassée', language: 'fr', ...more },
    ORIGIN,
    at,
  )
const save = (viewer: SignedIn, application: string, at: Date, question = 'of_line') =>
  saveDraft(held.db, viewer, { application, answers: { [question]: 'y' }, known: {}, page: newId(), turn: 0 }, at)
const send = (viewer: SignedIn, application: string, at: Date) =>
  submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, at)

async function writing(answers: Partial<typeof WHOLE> = WHOLE) {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const { application, number } = started.value
  await saveDraft(held.db, viewer, { application, answers, known: {}, page: newId(), turn: 0 }, DURING)
  return { viewer, application, number }
}
const addressOf = async ({ person }: SignedIn) =>
  (await held.db.selectFrom('person').select('email').where('id', '=', person.id).executeTakeFirstOrThrow()).email as string
const isLate = (outcome: { ok: boolean; code?: string }) => outcome.code === 'application/call-closed'

describe('extra time', () => {
  test('lets one application be saved, given files and sent until its last moment, exactly; nobody else’s', async () => {
    const [late, other, lost] = [await writing(), await writing(), await writing()]
    expect(await give(late.number)).toMatchObject({ ok: true })
    expect(await give(lost.number.toLowerCase())).toMatchObject({ ok: true })
    const limits = { accept: ['pdf'] as const, maxFiles: 2, maxBytes: 1000 }
    expect([isLate(await save(other.viewer, other.application, LAST)), isLate(await send(other.viewer, other.application, LAST))]).toEqual([
      true,
      true,
    ])
    expect(await save(late.viewer, late.application, LAST)).toMatchObject({ ok: true })
    expect(await mayGiveNow(held.db, late.viewer, { application: late.application, question: 'of_file', limits }, LAST)).toEqual(ok(null))
    expect([isLate(await save(lost.viewer, lost.application, PAST)), isLate(await send(lost.viewer, lost.application, PAST))]).toEqual([true, true])
    expect(await send(late.viewer, late.application, LAST)).toMatchObject({ ok: true })
    expect(await give(late.number, { until: '2024-04-20T18:00' })).toEqual(refused('extra-time/already-sent'))
  })

  test('keeps two versions of one answer as within everybody’s time', async () => {
    const { viewer, application, number } = await writing()
    await give(number)
    expect(await save(viewer, application, LAST, 'summary')).toMatchObject({ ok: true, value: { aside: ['summary'] } })
  })

  test('lets somebody begin who had not, known or not, and serves the application they begin', async () => {
    const viewer = await somebody(held.db, call.organisation)
    const start = (at: Date) => startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, at)
    expect(await start(TOO_LATE)).toEqual(refused('application/too-late-to-start'))
    await give((await addressOf(viewer)).toUpperCase())
    expect(await start(PAST)).toEqual(refused('application/too-late-to-start'))
    const started = await start(LAST)
    if (!started.ok) throw new Error(started.code)
    expect(await save(viewer, started.value.application, LAST)).toMatchObject({ ok: true })
    expect(await give('nouvelle@example.org')).toMatchObject({ ok: true })
    const made = await held.db.selectFrom('person').select(['id', 'email']).where('email', '=', 'nouvelle@example.org').executeTakeFirstOrThrow()
    expect(await held.db.selectFrom('message').select(['kind', 'language']).where('person', '=', made.id).execute()).toEqual([
      { kind: 'extra-time-given', language: 'fr' },
    ])
  })

  test('is given by officers of the edition, to a later moment that is to come, with a reason that no mail and no trail holds', async () => {
    const { viewer, application, number } = await writing()
    expect(await give(number, {}, TOO_LATE, viewer)).toEqual(refused('call/unknown'))
    expect(await give('KW-2024-9999')).toEqual(refused('extra-time/unknown-person'))
    expect(await give(number, { reason: ' ' })).toEqual(refused('extra-time/reason-missing'))
    for (const until of ['2024-03-31T23:59', '2024-04-01T00:05']) expect(await give(number, { until })).toEqual(refused('extra-time/not-later'))
    expect(await give(number)).toMatchObject({ ok: true })
    expect(await give(number)).toEqual(refused('extra-time/not-later'))
    const mails = await held.db.selectFrom('message').select('content').where('object', '=', application).execute()
    const entries = await held.db.selectFrom('audit_entry').select('payload').where('stream', '=', application).execute()
    expect([mails.length, JSON.stringify([mails, entries]).includes('Jambe'), JSON.stringify(entries).includes('accident')]).toEqual([
      1,
      false,
      false,
    ])
  })

  test('ends at most thirty days after everybody’s deadline, or after today once it has passed, and before the day of the results; given twice, it goes no further', async () => {
    const { number } = await writing()
    const far = (latest: string) => refused('extra-time/too-far', { latest, zone: 'Africa/Casablanca', days: 30 })
    expect(await give(number, { until: '2025-04-01T18:00' })).toEqual(far('2024-05-01T00:09:00.001Z'))
    expect(await give(number, { until: '2024-04-29T18:00' })).toMatchObject({ ok: true })
    expect(await give(number, { until: '2024-05-29T18:00' })).toEqual(far('2024-05-01T00:09:00.001Z'))
    expect(await give(number, { until: '2024-05-01T12:00' }, new Date('2024-04-03T12:00:00Z'))).toMatchObject({ ok: true })
    const name = JSON.stringify({ ar: 'النتائج', fr: 'Résultats', en: 'Results' })
    const day = { organisation: call.organisation, edition: call.edition, code: 'results', name, starts_on: '2024-04-20', ends_on: '2024-04-20' }
    await held.db.insertInto('edition_date').values(day).execute()
    const other = await writing()
    expect(await give(other.number, { until: '2024-04-20T00:00' })).toEqual(far('2024-04-19T22:59:59.999Z'))
    expect(await give(other.number, { until: '2024-04-19T23:59' })).toMatchObject({ ok: true })
    const page = mounted(held.db, callRoutes(), officer, TOO_LATE)
    const typed = {
      whom: other.number,
      'until.day': '2',
      'until.month': '4',
      'until.year': '2026',
      'until.time': '18:00',
      ground: 'other',
      reason: 'Panne',
    }
    const refusal = await page.post('/fr/desk/2024/call/extra-time', typed)
    expect([refusal.status, (await refusal.text()).includes('19 avril 2024 à 23\u00a0h\u00a059 (heure du Maroc)')]).toEqual([422, true])
    await held.db.deleteFrom('edition_date').where('code', '=', 'results').execute()
  })

  test('finds a number however it is typed, and says of an address nobody had that nobody is known to be told', async () => {
    const { number } = await writing()
    const typed = number
      .toLowerCase()
      .replaceAll('-', ' ')
      .replace(/ 0*(\d+)$/, ' $1')
    expect(typed).not.toContain('-')
    expect(await give(` ${typed} `)).toMatchObject({ ok: true })
    const page = mounted(held.db, callRoutes(), officer, TOO_LATE)
    const until = { 'until.day': '10', 'until.month': '4', 'until.year': '2024', 'until.time': '18:00' }
    const said = async (whom: string) =>
      (await page.post('/fr/desk/2024/call/extra-time', { ...until, whom, ground: 'other', reason: 'Panne' })).headers.get('location')
    expect(await said('inconnue@example.org')).toBe('/fr/desk/2024/call/extra-time?said=extra-time-new')
    expect(await said(await addressOf(await somebody(held.db, call.organisation)))).toBe('/fr/desk/2024/call/extra-time?said=extra-time-given')
  })

  test('is taken back: from then on everybody’s deadline holds', async () => {
    const { viewer, application, number } = await writing()
    const given = await give(number)
    const extraTime = given.ok ? given.value.id : ''
    const recall = () => recallExtraTime(held.db, officer, { ...call, slug: '2024' }, { extraTime }, ORIGIN, TOO_LATE)
    expect(await recall()).toEqual(ok(null))
    expect(await recall()).toEqual(refused('extra-time/unknown'))
    expect(isLate(await save(viewer, application, LAST))).toBe(true)
  })

  test('moves the reminder of what is missing to the last moment it gives; what is whole, sent or taken back is written to as it stands', async () => {
    const [late, whole, sent, back] = [await writing({ holder_name_ar: WHOLE.holder_name_ar }), await writing(), await writing(), await writing()]
    await give(late.number)
    expect(await send(sent.viewer, sent.application, DURING)).toMatchObject({ ok: true })
    expect(await withdrawApplication(held.db, back.viewer, { application: back.application, reason: '' }, DURING)).toMatchObject({ ok: true })
    const remindedAt = async (at: string) => {
      await remindOfDeadlines(held.db, ORIGIN, new Date(at))
      const ours = [late, whole, sent, back].map(({ application }) => application)
      const rows = await held.db
        .selectFrom('message')
        .select(['object', 'content'])
        .where('kind', '=', 'deadline-reminder')
        .where('object', 'in', ours)
        .orderBy('written_at')
        .execute()
      return rows.map(({ object, content }) => [
        object,
        (content as (string | { list?: string[] })[]).find((one) => typeof one === 'object' && one.list),
      ])
    }
    expect(await remindedAt('2024-03-30T12:00:00Z')).toEqual([[whole.application, undefined]])
    const both = [
      [whole.application, undefined],
      [late.application, { list: ['who', 'project'] }],
    ]
    expect(await remindedAt('2024-04-09T12:00:00Z')).toEqual(both)
    expect(await remindedAt('2024-04-10T12:00:00Z')).toEqual(both)
  })

  test('is said on the pages of who has it, listed at the desk, and nowhere else', async () => {
    const [one, other] = [await writing(), await writing()]
    await give(one.number)
    const shown = async (viewer: SignedIn, path: string, routes: typeof callPages) =>
      (await mounted(held.db, routes, viewer, TOO_LATE).get(path)).text()
    const callPages = callRoutes()
    const pages = applicationRoutes({ frame: frameOf })
    for (const language of LANGUAGES) {
      const list = await shown(one.viewer, `/${language}/applications/${one.application}`, pages)
      const desk = await shown(officer, `/${language}/desk/2024/call/extra-time`, callPages)
      expect([await htmlFaults(list), await htmlFaults(desk), desk.includes(one.number)], language).toEqual([[], [], true])
    }
    const said = 'Vous avez plus de temps'
    expect((await shown(one.viewer, `/fr/applications/${one.application}`, pages)).includes(said)).toBe(true)
    expect((await shown(other.viewer, `/fr/applications/${other.application}`, pages)).includes(said)).toBe(false)
    expect((await mounted(held.db, callPages, one.viewer, TOO_LATE).get('/fr/desk/2024/call/extra-time')).status).toBe(404)
    const typed = { whom: 'x@', 'until.day': '45', 'until.month': '4', 'until.year': '2024', 'until.time': '18:00', reason: 'Panne' }
    const refusal = await mounted(held.db, callPages, officer, TOO_LATE).post('/fr/desk/2024/call/extra-time', typed)
    const html = await refusal.text()
    expect([refusal.status, html.includes('Panne'), await htmlFaults(html)]).toEqual([422, true, []])
  })
})
