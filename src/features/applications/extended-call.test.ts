import { beforeEach, describe, expect, test } from 'vitest'
import { DEADLINE, DURING, type OpenCall, openCall, somebody, TOO_LATE, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { featureApp } from '../../../tests/server/feature-app.ts'
import { callRoutes, extendCall, deadlineFingerprint } from '../calls/index.ts'
import { saveDraft, startApplication, submitApplication } from './index.ts'

const held = testDatabase()
const REASON = { ar: 'عطلة', fr: 'Vacances', en: 'Holidays' }
let call: OpenCall
let director: SignedIn

beforeEach(async () => {
  call = await openCall(held.db)
  director = { ...(await somebody(held.db, call.organisation)), grants: [{ role: 'director', programme: null, edition: null, region: null }] }
})

async function draft(): Promise<{ viewer: SignedIn; application: string }> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'ar' }, DURING)
  if (!started.ok) throw new Error(started.code)
  return { viewer, application: started.value.application }
}

function extend(deadline: string, now = DURING, standing = '2024-03-31T23:59', viewer = director) {
  const input = { edition: '2024', deadline, reason: REASON }
  return extendCall(held.db, viewer, { ...input, fingerprint: deadlineFingerprint(input, standing) }, 'https://kawaliss.example', now)
}

const deadlineNow = async () =>
  (await held.db.selectFrom('call').select('deadline_at').where('organisation', '=', call.organisation).executeTakeFirstOrThrow()).deadline_at

describe('a deadline that is put off', () => {
  test('lets what was too late be saved, and tells everybody who holds a draft once, in their language', async () => {
    const [one, other] = [await draft(), await draft()]
    expect(await extend('2024-04-07T23:59')).toEqual({ ok: true, value: { seq: 1, told: 2 } })
    expect(await deadlineNow()).toEqual(new Date('2024-04-07T23:59:00Z'))
    const save = { application: one.application, answers: { project_title: 'عنوان' }, known: {}, page: crypto.randomUUID(), turn: 1 }
    expect(await saveDraft(held.db, one.viewer, save, TOO_LATE)).toMatchObject({ ok: true })
    const told = await held.db
      .selectFrom('message')
      .select(['person', 'language', 'kind', 'object'])
      .where('organisation', '=', call.organisation)
      .orderBy('object')
      .execute()
    expect(told).toEqual(
      [one, other]
        .map(({ viewer, application }) => ({ person: viewer.person.id, language: 'ar', kind: 'call-extended', object: application }))
        .sort((a, b) => (a.object < b.object ? -1 : 1)),
    )
  })

  test('is refused to who does not lead the programme, for an earlier day, after the close, and a third time; nothing moves', async () => {
    expect(await extend('2024-04-07T23:59', DURING, undefined, await somebody(held.db, call.organisation))).toMatchObject({
      ok: false,
      code: 'page/not-allowed',
    })
    expect(await extend('2024-03-30T23:59')).toMatchObject({ ok: false, code: 'call/not-later' })
    expect(await extend('2024-04-07T23:59', TOO_LATE)).toMatchObject({ ok: false, code: 'call/closed' })
    expect(await extend('2024-04-07T23:59', DURING, '2024-03-30T12:00')).toMatchObject({ ok: false, code: 'call/plan-changed' })
    expect(await deadlineNow()).toEqual(DEADLINE)
    expect(await extend('2024-04-02T23:59')).toMatchObject({ ok: true })
    expect(await extend('2024-04-03T23:59', DURING, '2024-04-02T23:59')).toMatchObject({ ok: true })
    expect(await extend('2024-04-04T23:59', DURING, '2024-04-03T23:59')).toMatchObject({ ok: false, code: 'call/extended-enough' })
  })

  test('is told on the page of the call from when to when, each time it was put off', async () => {
    const texts = { minutes: 45, offers: [], prepare: [], questions: [], help: { phone: '', hours: REASON }, sessions: [] }
    await held.db
      .updateTable('call')
      .set({ texts: JSON.stringify(texts) })
      .where('id', '=', call.call)
      .execute()
    await extend('2024-04-02T23:59')
    await extend('2024-04-05T18:00', DURING, '2024-04-02T23:59')
    const app = featureApp(
      () => held.db,
      () => call.organisation,
      callRoutes(),
    )
    const html = await (await app.ask('GET', '/en/calls/2024', { viewer: null, now: DURING })).text()
    expect(html).toContain('from Sunday 31 March 2024, 23:59 (Morocco time) to Tuesday 2 April 2024, 23:59 (Morocco time).')
    expect(html).toContain('from Tuesday 2 April 2024, 23:59 (Morocco time) to Friday 5 April 2024, 18:00 (Morocco time).')
  })

  test('does not trouble those who have sent', async () => {
    const { viewer, application } = await draft()
    const save = { application, answers: WHOLE, known: {}, page: crypto.randomUUID(), turn: 1 }
    await saveDraft(held.db, viewer, save, DURING)
    const sent = await submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)
    const told = await extend('2024-04-07T23:59')
    expect([sent.ok, told]).toEqual([true, { ok: true, value: { seq: 1, told: 0 } }])
  })
})
