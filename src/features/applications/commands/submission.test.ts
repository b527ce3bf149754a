import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEADLINE, DURING, LAST_INSTANT, type OpenCall, openCall, somebody, TOO_LATE, WHOLE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import type { Answers } from '../../../domain/form.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { verifyAudit } from '../../../platform/database/audit.ts'
import { poolOf } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { saveDraft } from './save-draft.ts'
import { startApplication } from './start-application.ts'
import { submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const held = testDatabase()
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
})

const start = (viewer: SignedIn, at = DURING, edition = '2024') => startApplication(held.db, viewer, { edition, language: 'ar' }, at)
const save = (viewer: SignedIn, application: string, answers: Answers, at = DURING) =>
  saveDraft(held.db, viewer, { application, answers, known: {}, page: newId(), turn: 0 }, at)
const send = (viewer: SignedIn, application: string, at = DURING, declared = true) =>
  submitApplication(held.db, viewer, { application, declared, language: 'ar' }, at)

async function written(answers: Answers = WHOLE): Promise<{ viewer: SignedIn; application: string; number: string }> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await start(viewer)
  if (!started.ok) throw new Error(started.code)
  await save(viewer, started.value.application, answers)
  return { viewer, application: started.value.application, number: started.value.number }
}

const submissionOf = (application: string) => held.db.selectFrom('submission').selectAll().where('application', '=', application).executeTakeFirst()
const draftOf = (application: string) => held.db.selectFrom('draft').selectAll().where('application', '=', application).executeTakeFirst()
const actsOf = async (application: string) =>
  (await held.db.selectFrom('audit_entry').select('act').where('stream', '=', application).orderBy('seq').execute()).map((row) => row.act)
const receiptsQueued = async (application: string) => {
  const rows = await poolOf(held.db).query<{ payload: { application: string } }>(
    "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'application-receipt'",
  )
  return rows.rows.filter((row) => row.payload.application === application).length
}

describe('an application is sent', () => {
  test('and never changes again: canonical answers, columns to list and search by, a hash anyone can compute', async () => {
    const { viewer, application, number } = await written({
      ...WHOLE,
      birth_date: '14/6/2000',
      of_phone: '٠٦ ١٢ ٣٤ ٥٦ ٧٨',
      of_money: '12 500 درهم',
      structure_name: 'لا يهم',
    })
    const sent = await send(viewer, application)
    expect(sent).toMatchObject({ ok: true, value: { number, submittedAt: DURING } })
    const row = await submissionOf(application)
    const answers = { ...WHOLE, of_phone: '+212612345678', of_money: '12500.00', of_consent: 'no' }
    expect(row).toMatchObject({
      answers,
      submitted_at: DURING,
      submitted_by: viewer.person.id,
      title: 'دار الظل',
      holder_name: 'سلمى أوحساين',
      region: 'fes',
      province: null,
      sector: 'crafts',
      applicant_kind: 'person',
      gender: 'woman',
      born_on: '2000-06-14',
    })
    expect(row?.search).toContain('salma ouhssain')
    const sorted = Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
    const text = JSON.stringify({
      answers: sorted,
      edition: call.edition,
      formVersion: call.formVersion,
      language: 'ar',
      number,
      submittedAt: DURING.toISOString(),
    })
    expect(row?.hash).toBe(createHash('sha256').update(text).digest('hex'))
    expect(await draftOf(application)).toBeUndefined()
    expect(await actsOf(application)).toEqual(['application/started', 'draft/saved', 'application/submitted'])
    expect(await receiptsQueued(application)).toBe(1)
  })

  test('once: twenty clicks at the same instant make one submission, one entry in the trail, one receipt', async () => {
    const { viewer, application } = await written()
    const sent = await Promise.all(Array.from({ length: 20 }, () => send(viewer, application)))
    expect(sent.filter((one) => one.ok)).toHaveLength(1)
    expect(sent.filter((one) => !one.ok && one.code === 'application/already-submitted')).toHaveLength(19)
    expect((await actsOf(application)).filter((act) => act === 'application/submitted')).toHaveLength(1)
    expect(await receiptsQueued(application)).toBe(1)
  })

  test('either with what is being saved in another window or before it, never half of it', async () => {
    const { viewer, application } = await written()
    const results = await Promise.all([
      send(viewer, application),
      ...Array.from({ length: 10 }, (_, n) => save(viewer, application, { [`q_${n}`]: 'x' })),
    ])
    expect(results[0]?.ok).toBe(true)
    const late = results.slice(1).filter((one) => !one.ok)
    expect(new Set(late.map((one) => (one.ok ? '' : one.code)))).toEqual(new Set(late.length === 0 ? [] : ['application/already-submitted']))
    expect((await verifyAudit(held.db, call.organisation)).faults).toEqual([])
  })

  test('through a storm of saves too: whoever writes without a pause does not keep it from being sent', async () => {
    const { viewer, application } = await written()
    let over = false
    const storm = Array.from({ length: 6 }, async (_, place) => {
      const page = newId()
      for (let turn = 0; !over; turn++) {
        const outcome = await saveDraft(held.db, viewer, { application, answers: { [`q_${place}`]: String(turn) }, known: {}, page, turn }, DURING)
        if (!outcome.ok) return outcome.code
      }
      return 'application/already-submitted'
    })
    const sent = await send(viewer, application).finally(() => (over = true))
    const refusals = await Promise.all(storm)
    expect(sent).toMatchObject({ ok: true })
    expect(new Set(refusals)).toEqual(new Set(['application/already-submitted']))
    const acts = await actsOf(application)
    expect([acts.at(-1), acts.filter((act) => act === 'application/submitted').length]).toEqual(['application/submitted', 1])
    expect((await verifyAudit(held.db, call.organisation)).faults).toEqual([])
  })

  test('or withdrawn, when both are pressed at once: whichever comes first, the trail, the records and the receipt agree', async () => {
    for (let round = 0; round < 12; round++) {
      const { viewer, application } = await written()
      const [sent, back] = await Promise.all([send(viewer, application), withdrawApplication(held.db, viewer, { application, reason: '' }, DURING)])
      expect(back.ok).toBe(true)
      expect(sent.ok || sent.code === 'application/withdrawn').toBe(true)
      expect((await actsOf(application)).slice(2)).toEqual([...(sent.ok ? ['application/submitted'] : []), 'application/withdrawn'])
      expect((await submissionOf(application)) !== undefined).toBe(sent.ok)
      expect((await draftOf(application)) === undefined).toBe(sent.ok)
      expect(await receiptsQueued(application)).toBe(sent.ok ? 1 : 0)
    }
    expect((await verifyAudit(held.db, call.organisation)).faults).toEqual([])
  })

  test('many at once, each with its own answers: one that may not be sent keeps none of the others back', async () => {
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, place) => written({ ...WHOLE, project_title: `P ${place}`, ...(place % 10 === 9 ? { sector: '' } : {}) })),
    )
    const stranger = await somebody(held.db, call.organisation)
    const outcomes = await Promise.all(many.map(({ viewer, application }, place) => send(place % 10 === 8 ? stranger : viewer, application)))
    expect(outcomes.map((one) => (one.ok ? 'sent' : one.code))).toEqual(
      many.map((_, place) => (place % 10 === 9 ? 'application/incomplete' : place % 10 === 8 ? 'application/unknown' : 'sent')),
    )
    const titles = await Promise.all(many.map(async ({ application }) => (await submissionOf(application))?.title))
    expect(titles).toEqual(many.map((_, place) => (place % 10 < 8 ? `P ${place}` : undefined)))
  })

  test('in the last instant of the grace period; one thousandth of a second later it stays a draft and nothing is queued', async () => {
    const first = await written()
    expect(await send(first.viewer, first.application, LAST_INSTANT)).toMatchObject({ ok: true })
    const second = await written()
    expect(await send(second.viewer, second.application, TOO_LATE)).toMatchObject({ code: 'application/call-closed' })
    expect(await submissionOf(second.application)).toBeUndefined()
    expect((await draftOf(second.application))?.answers).toEqual(WHOLE)
    expect(await receiptsQueued(second.application)).toBe(0)
  })

  test('late when the call was extended meanwhile', async () => {
    const own = await openCall(held.db)
    const viewer = await somebody(held.db, own.organisation)
    const started = await start(viewer)
    const application = started.ok ? started.value.application : ''
    await save(viewer, application, WHOLE)
    expect(await send(viewer, application, TOO_LATE)).toMatchObject({ code: 'application/call-closed' })
    await held.db
      .updateTable('call')
      .set({ deadline_at: new Date(DEADLINE.getTime() + 7 * 86_400_000) })
      .where('id', '=', own.call)
      .execute()
    expect(await send(viewer, application, TOO_LATE)).toMatchObject({ ok: true })
  })

  test('whole: what is missing, wrong or written twice is named', async () => {
    const { viewer, application } = await written({ ...WHOLE, birth_date: '31/2/2000', sector: '', of_url: 'not a link' })
    await save(viewer, application, { of_line: 'first' })
    await save(viewer, application, { of_line: 'second' })
    expect(await send(viewer, application)).toMatchObject({
      code: 'application/incomplete',
      details: { questions: ['birth_date', 'sector', 'of_url', 'of_line'], count: 4 },
    })
  })

  test('with the questions of its own kind of applicant: a structure gives its name, a person is not asked for it', async () => {
    const { viewer, application } = await written({ ...WHOLE, applicant_kind: 'cso' })
    expect(await send(viewer, application)).toMatchObject({ code: 'application/incomplete', details: { questions: ['structure_name'] } })
  })

  test('with its declaration, by its holder, out of reach of everyone else', async () => {
    const { viewer, application } = await written()
    const member = await somebody(held.db, call.organisation)
    await held.db
      .insertInto('application_member')
      .values({ organisation: call.organisation, application, person: member.person.id, part: 'member', joined_at: DURING })
      .execute()
    expect(await send(viewer, application, DURING, false)).toMatchObject({ code: 'application/undeclared' })
    expect(await send(member, application)).toMatchObject({ code: 'application/not-holder' })
    expect(await send(await somebody(held.db, call.organisation, 'administrator'), application)).toMatchObject({ code: 'application/unknown' })
    expect(await submissionOf(application)).toBeUndefined()
  })

  test('from a region outside the edition too: the eligibility check will say so, not the form', async () => {
    const { viewer, application } = await written({ ...WHOLE, region: 'MA-06' })
    expect(await send(viewer, application)).toMatchObject({ ok: true })
    expect(await submissionOf(application)).toMatchObject({ region: 'MA-06' })
  })

  test('and what it says of its holder completes their record without changing what was there', async () => {
    const { viewer, application } = await written({ ...WHOLE, of_phone: '0612345678' })
    await held.db.updateTable('person').set({ name_latin: 'S. Ouhssain' }).where('id', '=', viewer.person.id).execute()
    await send(viewer, application)
    const person = await held.db.selectFrom('person').selectAll().where('id', '=', viewer.person.id).executeTakeFirstOrThrow()
    expect(person).toMatchObject({
      name_ar: 'سلمى أوحساين',
      name_latin: 'S. Ouhssain',
      phone: '+212612345678',
      born_on: '2000-06-14',
      gender: 'woman',
    })
  })
})

describe('an application is withdrawn', () => {
  const takeBack = (viewer: SignedIn, application: string, at = DURING) => withdrawApplication(held.db, viewer, { application, reason: '' }, at)

  test('once, by its holder, and can no longer be saved or sent', async () => {
    const { viewer, application } = await written()
    const clicks = await Promise.all([takeBack(viewer, application), takeBack(viewer, application)])
    expect(clicks.filter((one) => one.ok)).toHaveLength(1)
    expect(await save(viewer, application, { of_line: 'x' })).toMatchObject({ code: 'application/withdrawn' })
    expect(await send(viewer, application)).toMatchObject({ code: 'application/withdrawn' })
    expect(await takeBack(await somebody(held.db, call.organisation), application)).toMatchObject({ code: 'application/unknown' })
  })

  test('after it was sent: what was sent stays on record, and a new one begins with its answers but not its consents', async () => {
    const { viewer, application } = await written({ ...WHOLE, of_consent: 'yes' })
    await send(viewer, application)
    expect(await start(viewer)).toMatchObject({ value: { application, fresh: false } })
    expect(await takeBack(viewer, application)).toMatchObject({ ok: true })
    expect(await submissionOf(application)).toMatchObject({ title: 'دار الظل' })
    const again = await start(viewer)
    expect(again).toMatchObject({ value: { fresh: true } })
    const second = again.ok ? again.value.application : ''
    expect((await draftOf(second))?.answers).toEqual(WHOLE)
    expect(await send(viewer, second)).toMatchObject({ ok: true })
    expect(await send(viewer, application)).toMatchObject({ code: 'application/withdrawn' })
  })

  test('before a save that was under way, or after it, never in between', async () => {
    const { viewer, application } = await written()
    const [, ...saves] = await Promise.all([
      takeBack(viewer, application),
      ...Array.from({ length: 10 }, (_, n) => save(viewer, application, { [`q_${n}`]: 'x' })),
    ])
    const acts = await actsOf(application)
    expect(acts.at(-1)).toBe('application/withdrawn')
    expect(acts.filter((act) => act === 'draft/saved')).toHaveLength(1 + saves.filter((one) => one.ok).length)
  })
})
