import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, type OpenCall, openCall, somebody, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import type { EditionDocument } from '../../domain/edition-document.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { beginEditionDraft } from '../programme/commands/edition-draft.ts'
import { conditionEffect } from '../programme/editor/past-effects.ts'
import { programmeRoutes } from '../programme/index.ts'
import { editionDraft } from '../programme/queries/edition-drafts.ts'
import { saveDraft, startApplication, submitApplication, withdrawApplication } from './index.ts'

const held = testDatabase()
/** A year later, when the next edition is written. */
const NOW = new Date('2025-01-20T10:00:00Z')
let call: OpenCall
let officer: SignedIn

async function sends(answers: Record<string, string>): Promise<void> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const { application } = started.value
  await saveDraft(held.db, viewer, { application, answers: { ...WHOLE, ...answers }, known: {}, page: crypto.randomUUID(), turn: 1 }, DURING)
  const sent = await submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)
  if (!sent.ok) throw new Error(sent.code)
  if (answers.project_title === 'Retirée') await withdrawApplication(held.db, viewer, { application, reason: '' }, DURING)
}

beforeAll(async () => {
  call = await openCall(held.db)
  const texts = { minutes: 30, offers: [], prepare: [], questions: [], help: { phone: '', hours: { ar: '', fr: '', en: '' } }, sessions: [] }
  await held.db
    .updateTable('call')
    .set({ texts: JSON.stringify(texts) })
    .where('id', '=', call.call)
    .execute()
  officer = await somebody(held.db, call.organisation, 'officer')
  for (let n = 0; n < 7; n++) await sends({ sector: 'music' })
  for (let n = 0; n < 6; n++) await sends({ sector: 'crafts', gender: n < 2 ? 'man' : 'woman' })
  await sends({ sector: 'music', project_title: 'Retirée' })
})

/** A copy of last year's edition whose title is asked under a condition, with a rule of age. */
async function draft(when: string): Promise<string> {
  const begun = await beginEditionDraft(held.db, officer, { from: 'copy', edition: '2024' }, NOW)
  if (!begun.ok) throw new Error(begun.code)
  const id = begun.value.draft
  const found = await editionDraft(held.db, officer, id, NOW)
  const document = structuredClone(found?.document) as EditionDocument
  const sections = document.form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.code === 'summary' ? { ...question, when } : question)),
  }))
  const name = { ar: 'س', fr: 'Âge', en: 'Age' }
  const eligibilityRules = [{ code: 'age', kind: 'age' as const, parameters: { min: 30, max: 40 }, name, reason: name }]
  const changed = { ...document, form: { ...document.form, sections }, eligibilityRules }
  await held.db
    .updateTable('edition_draft')
    .set({ document: JSON.stringify(changed) })
    .where('id', '=', id)
    .execute()
  return id
}

const page = async (id: string, path: string, language = 'en', viewer = officer) =>
  (await mounted(held.db, programmeRoutes(), viewer, NOW).get(`/${language}/desk/editions/${id}${path}`)).text()
const QUESTION = '/form/questions/summary'

describe('beside a condition stands what it would have concerned last year', () => {
  test('in figures, without what was withdrawn, in three languages', async () => {
    const id = await draft('sector = "music"')
    expect(await page(id, QUESTION)).toContain('In 2024, this would have concerned 7 of 13 applications.')
    expect(await page(id, QUESTION, 'fr')).toContain('En 2024, cela aurait concerné 7 des 13 candidatures.')
    expect(await page(id, QUESTION, 'ar')).toContain('في 2024، كان هذا سيخص 7 من أصل 13 ملفاً.')
  })

  test('without telling fewer than five apart', async () => {
    expect(await page(await draft('gender = "man"'), QUESTION)).toContain('fewer than 5 of 13 applications')
    expect(await page(await draft('gender = "woman"'), QUESTION)).toContain('all but fewer than 5 of 13')
  })

  test('and nothing where the earlier form did not ask it', async () => {
    expect(await page(await draft('colour = "red"'), QUESTION)).not.toContain('In 2024')
  })

  test('only for who may read the whole of that edition', async () => {
    const id = await draft('sector = "music"')
    const found = await editionDraft(held.db, officer, id, NOW)
    if (found === null) throw new Error('the draft is gone')
    const asked = { db: held.db, draft: found, language: 'en' as const }
    const grant = { role: 'officer' as const, programme: call.programme, edition: call.edition, region: null }
    const ofRegion = { ...officer, grants: [{ ...grant, region: 'fes' }] }
    expect(await conditionEffect({ ...asked, viewer: { ...officer, grants: [grant] } }, 'sector = "music"')).toContain('7 of 13')
    expect(await conditionEffect({ ...asked, viewer: ofRegion }, 'sector = "music"')).toBeNull()
  })
})

test('under a rule of eligibility stands how many it would have refused', async () => {
  expect(await page(await draft(''), '/eligibility')).toContain('In 2024, 13 of 13 applications would not have met this rule.')
})
