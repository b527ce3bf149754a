import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, LAST_INSTANT, type OpenCall, openCall, somebody, TOO_LATE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import type { Answers } from '../../../domain/form.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { verifyAudit } from '../../../platform/database/audit.ts'
import { poolOf } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { answerMark, answerMarkSql } from '../answer-mark.ts'
import { chooseVersions } from './choose-versions.ts'
import { saveDraft } from './save-draft.ts'
import { startApplication } from './start-application.ts'

const held = testDatabase()
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
})

async function begun(viewer: SignedIn): Promise<string> {
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'ar' }, DURING)
  if (!started.ok) throw new Error(started.code)
  return started.value.application
}

async function team(): Promise<{ salma: SignedIn; yassine: SignedIn; application: string }> {
  const salma = await somebody(held.db, call.organisation)
  const yassine = await somebody(held.db, call.organisation)
  const application = await begun(salma)
  await held.db
    .insertInto('application_member')
    .values({ organisation: call.organisation, application, person: yassine.person.id, part: 'member', joined_at: DURING })
    .execute()
  return { salma, yassine, application }
}

const draftOf = (application: string) => held.db.selectFrom('draft').selectAll().where('application', '=', application).executeTakeFirstOrThrow()
const asideOf = (application: string) =>
  held.db.selectFrom('draft_aside').selectAll().where('application', '=', application).orderBy('written_at').execute()
const actsOf = async (application: string) =>
  (await held.db.selectFrom('audit_entry').select(['act', 'payload']).where('stream', '=', application).orderBy('seq').execute()).map((row) => ({
    act: row.act,
    ...(JSON.parse(row.payload) as { details: object }).details,
  }))
const save = (viewer: SignedIn, application: string, answers: Answers, known: Record<string, string> = {}, at = DURING, page = newId(), turn = 0) =>
  saveDraft(held.db, viewer, { application, answers, known, page, turn }, at)

test('a mark made in the app and one made in the database are the same, whatever was typed', async () => {
  const text = fc.string({ unit: 'grapheme' }).map((typed) => typed.toWellFormed().replaceAll('\0', ''))
  const answers = fc.sample(fc.oneof(text, fc.array(text, { maxLength: 4 })), 300)
  const rows = await poolOf(held.db).query<{ mark: string }>(
    `select ${answerMarkSql('a.value', "'q'")} as mark from jsonb_array_elements($1::jsonb) with ordinality a order by a.ordinality`,
    [JSON.stringify(answers.map((answer) => ({ q: answer })))],
  )
  expect(rows.rows.map((row) => row.mark)).toEqual(answers.map((answer) => answerMark(answer)))
})

describe('a draft', () => {
  test('keeps what is typed, as typed, with who wrote it, and one entry in the trail', async () => {
    const { salma, application } = await team()
    const saved = await save(salma, application, { project_title: 'دار الظل', of_integer: '25x' })
    expect(saved).toEqual({ ok: true, value: { version: 2, savedAt: DURING, zone: 'Africa/Casablanca', aside: [], current: {} } })
    const draft = await draftOf(application)
    expect(draft).toMatchObject({ answers: { project_title: 'دار الظل', of_integer: '25x' }, version: 2, done: [] })
    const writing = { by: salma.person.id, at: DURING.toISOString(), page: expect.any(String), turn: 0 }
    expect(draft.written).toEqual({ project_title: writing, of_integer: writing })
    expect(await actsOf(application)).toEqual([
      { act: 'application/started', number: expect.stringMatching(/^KW-2024-\d{4}$/), language: 'ar' },
      { act: 'draft/saved', questions: ['of_integer', 'project_title'] },
    ])
  })

  test('loses an answer only when it is emptied', async () => {
    const { salma, application } = await team()
    await save(salma, application, { town: 'تازة', summary: 'نص' })
    await save(salma, application, { town: '' }, { town: answerMark('تازة') })
    expect((await draftOf(application)).answers).toEqual({ summary: 'نص' })
  })

  test('is not touched by a save that changes nothing', async () => {
    const { salma, application } = await team()
    expect(await save(salma, application, {})).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await actsOf(application)).toHaveLength(1)
  })

  test('is written by two people in two fields without either losing a word', async () => {
    const { salma, yassine, application } = await team()
    await save(salma, application, { project_title: 'دار الظل' })
    expect(await save(yassine, application, { summary: 'نص' })).toMatchObject({ ok: true, value: { version: 3, aside: [] } })
    expect((await draftOf(application)).answers).toEqual({ project_title: 'دار الظل', summary: 'نص' })
  })

  test('is saved until the last instant of the grace period and no later', async () => {
    const { salma, application } = await team()
    expect(await save(salma, application, { town: 'a' }, {}, LAST_INSTANT)).toMatchObject({ ok: true })
    expect(await save(salma, application, { town: 'b' }, { town: answerMark('a') }, TOO_LATE)).toMatchObject({
      ok: false,
      code: 'application/call-closed',
    })
    expect((await draftOf(application)).answers).toEqual({ town: 'a' })
  })

  test('of somebody else, one that does not exist and one that is no id are the same to a stranger', async () => {
    const { application } = await team()
    const stranger = await somebody(held.db, call.organisation)
    const officer = await somebody(held.db, call.organisation, 'officer')
    const elsewhere = await somebody(held.db, (await openCall(held.db)).organisation)
    for (const viewer of [stranger, officer, elsewhere])
      expect(await save(viewer, application, { town: 'x' })).toEqual({ ok: false, code: 'application/unknown', details: {} })
    for (const id of [newId(), 'x', "' or 1=1"]) expect(await save(stranger, id, { town: 'x' })).toMatchObject({ code: 'application/unknown' })
    expect((await draftOf(application)).answers).toEqual({})
  })
})

describe('an answer written by two people at once', () => {
  test('stays as the first wrote it; the second version is set aside, all other answers are saved', async () => {
    const { salma, yassine, application } = await team()
    await save(yassine, application, { summary: 'نسخة ياسين' })
    const page = newId()
    const saved = await save(salma, application, { summary: 'نسخة سلمى', town: 'تازة' }, {}, DURING, page)
    expect(saved).toMatchObject({ ok: true, value: { version: 3, aside: ['summary'], current: { summary: 'نسخة ياسين' } } })
    expect((await draftOf(application)).answers).toEqual({ summary: 'نسخة ياسين', town: 'تازة' })
    expect(await asideOf(application)).toMatchObject([{ question: 'summary', page, person: salma.person.id, answer: 'نسخة سلمى' }])
    expect((await actsOf(application)).at(-1)).toEqual({ act: 'draft/saved', questions: ['town'], aside: ['summary'] })
  })

  test('is no contradiction between what one page sent first and what it sends next, though no answer came back in between', async () => {
    const { salma, application } = await team()
    const page = newId()
    await save(salma, application, { summary: 'أ' }, {}, DURING, page, 0)
    expect(await save(salma, application, { summary: 'أ ب' }, {}, DURING, page, 1)).toMatchObject({ value: { aside: [] } })
    expect((await draftOf(application)).answers).toEqual({ summary: 'أ ب' })
  })

  test('is kept as one page sent it last, when two of its sendings cross on the way', async () => {
    const { salma, application } = await team()
    const page = newId()
    await save(salma, application, { summary: 'أ ب' }, {}, DURING, page, 2)
    expect(await save(salma, application, { summary: 'أ' }, {}, DURING, page, 1)).toMatchObject({ value: { aside: [] } })
    expect((await draftOf(application)).answers).toEqual({ summary: 'أ ب' })
    expect(await asideOf(application)).toEqual([])
  })

  test('is no contradiction when both wrote the same', async () => {
    const { salma, yassine, application } = await team()
    await save(yassine, application, { summary: 'نص واحد' })
    expect(await save(salma, application, { summary: 'نص واحد' })).toMatchObject({ ok: true, value: { version: 2, aside: [] } })
    expect(await asideOf(application)).toEqual([])
  })

  test('keeps what one page goes on typing as one version, and what two pages typed as two', async () => {
    const { salma, yassine, application } = await team()
    await save(yassine, application, { summary: 'ي' })
    const [phone, laptop] = [newId(), newId()]
    await save(salma, application, { summary: 'س1' }, {}, DURING, phone)
    await save(salma, application, { summary: 'س1 س2' }, {}, DURING, phone)
    await save(salma, application, { summary: 'ل' }, {}, DURING, laptop)
    expect((await asideOf(application)).map((row) => row.answer).sort()).toEqual(['س1 س2', 'ل'])
  })

  test('is settled by choosing one version, or by joining both in one field', async () => {
    const { salma, yassine, application } = await team()
    await save(yassine, application, { summary: 'ي', project_title: 'ع ي', town: 'ت ي' })
    const page = newId()
    await save(salma, application, { summary: 'س', project_title: 'ع س', town: 'ت س' }, {}, DURING, page)
    const known = { summary: answerMark('ي'), project_title: answerMark('ع ي') }
    const chosen = await chooseVersions(
      held.db,
      salma,
      { application, choices: { summary: { keep: 'merge', known: known.summary }, project_title: { keep: page, known: known.project_title } } },
      DURING,
    )
    expect(chosen).toEqual({ ok: true, value: { merged: ['summary'] } })
    expect((await draftOf(application)).answers).toEqual({ summary: 'ي\n\nس', project_title: 'ع س', town: 'ت ي' })
    expect((await asideOf(application)).map((row) => row.question)).toEqual(['town'])
    expect((await actsOf(application)).at(-1)).toEqual({ act: 'draft/version-chosen', questions: ['project_title', 'summary'] })
  })

  test('is not settled on sight of a version that has changed since', async () => {
    const { salma, yassine, application } = await team()
    await save(yassine, application, { summary: 'ي' })
    await save(salma, application, { summary: 'س' })
    await save(yassine, application, { summary: 'ي2' }, { summary: answerMark('ي') })
    expect(
      await chooseVersions(held.db, salma, { application, choices: { summary: { keep: 'current', known: answerMark('ي') } } }, DURING),
    ).toMatchObject({ code: 'draft/changed-meanwhile' })
    expect(await asideOf(application)).toHaveLength(1)
  })
})

test('two hundred saves at once on eight applications are all kept, and every trail stays one unbroken chain', async () => {
  const own = await openCall(held.db)
  const viewers = await Promise.all(Array.from({ length: 8 }, () => somebody(held.db, own.organisation)))
  const applications = await Promise.all(viewers.map((viewer) => begun(viewer)))
  const saves = Array.from({ length: 200 }, (_, n) => ({
    viewer: viewers[n % 8] as SignedIn,
    application: applications[n % 8] as string,
    question: `q_${n}`,
  }))
  const results = await Promise.all(saves.map(({ viewer, application, question }) => save(viewer, application, { [question]: question })))
  expect(results.filter((result) => !result.ok || result.value.aside.length > 0)).toEqual([])
  for (const [at, application] of applications.entries()) {
    const draft = await draftOf(application)
    expect(draft.version).toBe(26)
    expect(Object.keys(draft.answers as object).sort()).toEqual(
      saves
        .filter((_, n) => n % 8 === at)
        .map(({ question }) => question)
        .sort(),
    )
  }
  expect(await verifyAudit(held.db, own.organisation)).toEqual({ entries: 208, streams: 8, seals: 0, faults: [] })
})
