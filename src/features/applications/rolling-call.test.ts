import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { DURING, type OpenCall, openCall, somebody, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { frameOf } from '../../../tests/server/feature-app.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { type SignedIn, visitor } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { mayGiveNow } from '../files/index.ts'
import { callRoutes, closeCall, deadlineFingerprint, extendCall } from '../calls/index.ts'
import { applicationRoutes, saveDraft, startApplication, submitApplication } from './index.ts'
import { receiptView } from './queries/receipt.ts'

const held = testDatabase()
const REASON = { ar: 'اكتملت المقاعد', fr: 'Les places sont prises', en: 'The places are taken' }
/** Long after the deadline the call would have had. */
const LATER = new Date('2025-01-20T12:00:00Z')
const ORIGIN = 'https://kawaliss.example'
let call: OpenCall
let director: SignedIn

beforeEach(async () => {
  call = await openCall(held.db)
  await sql`update call set deadline_at = null, deadline_wall = null, age_on = null where id = ${call.call}`.execute(held.db)
  director = await somebody(held.db, call.organisation, 'director')
})

async function draft(now: Date): Promise<{ viewer: SignedIn; application: string }> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, now)
  if (!started.ok) throw new Error(started.code)
  return { viewer, application: started.value.application }
}

const save = (viewer: SignedIn, application: string, now: Date, turn = 1) =>
  saveDraft(held.db, viewer, { application, answers: WHOLE, known: {}, page: crypto.randomUUID(), turn }, now)
const send = (viewer: SignedIn, application: string, now: Date) =>
  submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, now)
const close = (deadline: string, now: Date, standing: string | null = null, viewer = director) =>
  closeCall(held.db, viewer, { edition: '2024', deadline, reason: REASON, fingerprint: fingerprint(deadline, standing) }, ORIGIN, now)
const fingerprint = (deadline: string, standing: string | null) => deadlineFingerprint({ edition: '2024', deadline, reason: REASON }, standing)

describe('a call without a deadline', () => {
  test('takes what is written and sent at any time after its opening, and counts ages on the day of sending', async () => {
    const { viewer, application } = await draft(LATER)
    expect(await save(viewer, application, LATER)).toMatchObject({ ok: true })
    expect(await send(viewer, application, LATER)).toMatchObject({ ok: true })
    const receipt = await receiptView(held.db, viewer, application)
    expect([receipt?.call.deadlineAt, receipt?.lists.ageOn]).toEqual([null, '2025-01-20'])
  })

  test('cannot be extended', async () => {
    const input = { edition: '2024', deadline: '2025-02-28T23:59', reason: REASON, fingerprint: fingerprint('2025-02-28T23:59', null) }
    expect(await extendCall(held.db, director, input, ORIGIN, LATER)).toMatchObject({ code: 'call/no-deadline' })
  })

  test('is closed two weeks ahead at least, by who leads the programme, once; whoever holds a draft is told', async () => {
    const [one, other] = [await draft(DURING), await draft(DURING)]
    await save(other.viewer, other.application, DURING)
    await send(other.viewer, other.application, DURING)
    expect(await close('2025-02-28T23:59', LATER, null, await somebody(held.db, call.organisation))).toMatchObject({ code: 'page/not-allowed' })
    expect(await close('2025-01-30T23:59', LATER)).toMatchObject({ code: 'call/notice-too-short' })
    expect(await close('2025-02-28T23:59', LATER)).toEqual({ ok: true, value: { told: 1 } })
    expect(await close('2025-03-05T23:59', LATER)).toMatchObject({ code: 'call/plan-changed' })
    expect(await close('2025-03-05T23:59', LATER, '2025-02-28T23:59')).toMatchObject({ code: 'call/has-deadline' })
    const told = await held.db
      .selectFrom('message')
      .select(['person', 'language', 'object'])
      .where('organisation', '=', call.organisation)
      .where('kind', '=', 'call-closing')
      .execute()
    expect(told).toEqual([{ person: one.viewer.person.id, language: 'fr', object: one.application }])
  })

  test('once its closing is announced, ends as announced and may be put off', async () => {
    const { viewer, application } = await draft(DURING)
    await close('2025-02-28T23:59', LATER)
    const after = new Date('2025-03-01T00:10:00Z')
    expect(await save(viewer, application, new Date('2025-02-28T23:00:00Z'))).toMatchObject({ ok: true })
    expect(await save(viewer, application, after, 2)).toMatchObject({ code: 'application/call-closed' })
    const input = { edition: '2024', deadline: '2025-03-10T23:59', reason: REASON, fingerprint: fingerprint('2025-03-10T23:59', '2025-02-28T23:59') }
    expect(await extendCall(held.db, director, input, ORIGIN, new Date('2025-02-20T12:00:00Z'))).toMatchObject({ ok: true })
    expect(await save(viewer, application, after, 3)).toMatchObject({ ok: true })
  })

  test('takes nothing more once the results are public: nothing begun, saved, given or sent, and the pages say why', async () => {
    const { viewer, application } = await draft(DURING)
    await save(viewer, application, DURING)
    await publishResults(LATER)
    const before = new Date(LATER.getTime() - 1)
    expect(await save(viewer, application, before, 2)).toMatchObject({ ok: true })
    const late = { code: 'application/results-public' }
    expect(await save(viewer, application, LATER, 3)).toMatchObject(late)
    expect(await send(viewer, application, LATER)).toMatchObject(late)
    const limits = { accept: ['pdf'] as const, maxFiles: 2, maxBytes: 1000 }
    expect(await mayGiveNow(held.db, viewer, { application, question: 'of_file', limits }, LATER)).toMatchObject(late)
    const other = await somebody(held.db, call.organisation)
    expect(await startApplication(held.db, other, { edition: '2024', language: 'fr' }, LATER)).toMatchObject(late)
    const texts = { minutes: 45, offers: [], prepare: [], questions: [], help: { phone: '', hours: REASON }, sessions: [] }
    await sql`update call set texts = ${JSON.stringify(texts)} where id = ${call.call}`.execute(held.db)
    for (const [routes, path, as] of [
      [applicationRoutes({ frame: frameOf }), `/applications/${application}`, viewer],
      [callRoutes(), '/calls/2024', visitor(call.organisation)],
    ] as const)
      for (const language of LANGUAGES) {
        const html = await (await mounted(held.db, routes, as, LATER).get(`/${language}${path}`)).text()
        expect([/النتائج|نتائج هذه الدورة|résultats de cette édition|results of this edition/.test(html), await htmlFaults(html)]).toEqual([true, []])
        expect(html).not.toContain(`/${language}/calls/2024/applications"`)
      }
  })
})

/** The edition publishes its list, as it is sealed. */
async function publishResults(at: Date): Promise<void> {
  const { organisation, edition } = call
  const [plan, seal] = [newId(), newId()]
  const by = director.person.id
  const planned = { organisation, id: plan, edition, number: 1, fingerprint: 'f', input: '{}', output: '{}', planned_at: at, planned_by: by }
  await held.db.insertInto('selection_plan').values(planned).execute()
  const sealed = {
    organisation,
    id: seal,
    edition,
    plan,
    record: '{}',
    hash: createHash('sha256').update('{}').digest('hex'),
    sealed_at: at,
    sealed_by: by,
  }
  await held.db.insertInto('selection_seal').values(sealed).execute()
  await held.db.insertInto('publication').values({ organisation, edition, seal, published_at: at, published_by: by }).execute()
}
