import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, type OpenCall, openCall, somebody } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import type { Answers } from '../../../domain/form.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { answerMark } from '../answer-mark.ts'
import { saveDraft } from './save-draft.ts'
import { saveSection } from './save-section.ts'
import { startApplication } from './start-application.ts'

const held = testDatabase()
let call: OpenCall
beforeAll(async () => {
  call = await openCall(held.db)
})

async function written(answers: Answers): Promise<{ viewer: SignedIn; application: string }> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'ar' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const { application } = started.value
  await saveDraft(held.db, viewer, { application, answers, known: {}, page: newId(), turn: 0 }, DURING)
  return { viewer, application }
}

const draftOf = (application: string) => held.db.selectFrom('draft').selectAll().where('application', '=', application).executeTakeFirst()

describe('a section', () => {
  const section = (viewer: SignedIn, application: string, answers: Answers, known: Record<string, string> = {}, at = DURING) =>
    saveSection(held.db, viewer, { application, section: 'project', answers, known, page: newId(), turn: 0 }, at)
  const right = { region: 'fes', project_title: 'دار الظل', sector: 'crafts', summary: 'نص' }

  test('is complete once every required answer is there and right', async () => {
    const { viewer, application } = await written({})
    expect(await section(viewer, application, right)).toMatchObject({ ok: true, value: { faults: [], aside: [] } })
    expect((await draftOf(application))?.done).toEqual(['project'])
  })

  test('is saved as typed, and not complete, when an answer is wrong or missing: each fault names its question', async () => {
    const { viewer, application } = await written({})
    const saved = await section(viewer, application, { ...right, sector: '', summary: 'كلمة '.repeat(151).trim(), region: 'mars' })
    expect(saved).toMatchObject({
      value: {
        faults: [
          { question: 'region', code: 'choice' },
          { question: 'sector', code: 'required' },
          { question: 'summary', code: 'words', details: { max: 150, count: 151 } },
        ],
      },
    })
    expect(await draftOf(application)).toMatchObject({
      done: [],
      answers: { region: 'mars', project_title: 'دار الظل', summary: 'كلمة '.repeat(151).trim() },
    })
  })

  test('that was complete is open again when an answer goes', async () => {
    const { viewer, application } = await written({})
    await section(viewer, application, right)
    await section(
      viewer,
      application,
      { ...right, sector: '' },
      Object.fromEntries(Object.entries(right).map(([code, answer]) => [code, answerMark(answer)])),
    )
    expect((await draftOf(application))?.done).toEqual([])
  })

  test('sent from an old page changes only what was touched on that page', async () => {
    const { viewer, application } = await written({ region: 'fes', project_title: 'قديم', sector: 'crafts', summary: 'قديم' })
    const known = { region: answerMark('fes'), project_title: answerMark('قديم'), sector: answerMark('crafts'), summary: answerMark('قديم') }
    await saveDraft(held.db, viewer, { application, answers: { project_title: 'جديد' }, known, page: newId(), turn: 0 }, DURING)
    const saved = await section(viewer, application, { region: 'fes', project_title: 'قديم', sector: 'music', summary: 'قديم' }, known)
    expect(saved).toMatchObject({ value: { aside: [] } })
    expect((await draftOf(application))?.answers).toEqual({ region: 'fes', project_title: 'جديد', sector: 'music', summary: 'قديم' })
  })

  test('is not complete while two versions of an answer wait in it', async () => {
    const { viewer, application } = await written({ summary: 'الأول' })
    expect(await section(viewer, application, { ...right, summary: 'الثاني' })).toMatchObject({ value: { faults: [], aside: ['summary'] } })
    expect((await draftOf(application))?.done).toEqual([])
  })

  test('keeps the rest when one answer is longer than a draft can hold, and names that answer', async () => {
    const { viewer, application } = await written({})
    const saved = await section(viewer, application, { ...right, summary: 'x'.repeat(20_001) })
    expect(saved).toMatchObject({ value: { faults: [{ question: 'summary', code: 'too-long', details: { max: 20_000, count: 20_001 } }] } })
    expect((await draftOf(application))?.answers).toEqual({ region: 'fes', project_title: 'دار الظل', sector: 'crafts' })
  })

  test('that the form does not have is unknown', async () => {
    const { viewer, application } = await written({})
    expect(
      await saveSection(held.db, viewer, { application, section: 'budget', answers: {}, known: {}, page: newId(), turn: 0 }, DURING),
    ).toMatchObject({ code: 'application/unknown' })
  })
})
