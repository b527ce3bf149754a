import { describe, expect, test } from 'vitest'
import { DURING, FORM, OPENS, somebody, WHOLE } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants, DECLARED, fieldsOf, leadsTo } from '../../../../tests/server/applicant.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { isAboutHolder } from '../../../domain/profile.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { startApplication } from '../commands/start-application.ts'

const held = testDatabase()
const at = applicants(held)
const { get, post, written } = at

/** A later edition of the same programme whose form asks the same, its call open at the same time. */
async function laterEdition(slug: string, form = FORM): Promise<void> {
  const { organisation, edition: first, call: firstCall } = at.call
  const [edition, call] = [newId(), newId()]
  const row = await held.db.selectFrom('edition').selectAll().where('id', '=', first).executeTakeFirstOrThrow()
  const copied = (value: object) => JSON.stringify(value)
  await held.db
    .insertInto('edition')
    .values({ ...row, id: edition, slug, ordinal: row.ordinal + Number(slug) - 2024, year: Number(slug), name: copied(row.name) })
    .execute()
  for (const table of ['edition_region', 'edition_sector', 'applicant_kind'] as const) {
    const rows = await held.db.selectFrom(table).selectAll().where('edition', '=', first).execute()
    await held.db
      .insertInto(table)
      .values(rows.map((one) => ({ ...one, edition, name: copied(one.name) })) as never)
      .execute()
  }
  const times = await held.db.selectFrom('call').selectAll().where('id', '=', firstCall).executeTakeFirstOrThrow()
  await held.db
    .insertInto('call')
    .values({ ...times, id: call, edition, title: copied(times.title), summary: copied(times.summary), texts: '{}' } as never)
    .execute()
  await held.db
    .insertInto('form_version')
    .values({ organisation, id: newId(), call, version: 1, definition: JSON.stringify(form), frozen_at: OPENS })
    .execute()
}

/** Somebody who sent an application to the call of 2024. */
async function applicantOf2024(): Promise<SignedIn> {
  const viewer = await somebody(held.db, at.call.organisation)
  const application = await written(viewer)
  await post(`/fr/applications/${application}/submission`, viewer, DECLARED)
  return viewer
}

const draftOf = (viewer: SignedIn, slug: string) =>
  held.db
    .selectFrom('draft as d')
    .innerJoin('application as a', 'a.id', 'd.application')
    .innerJoin('edition as e', 'e.id', 'a.edition')
    .select(['d.application', 'd.answers', 'd.written', 'd.done'])
    .where('a.created_by', '=', viewer.person.id)
    .where('e.slug', '=', slug)
    .executeTakeFirstOrThrow()

const ABOUT = {
  holder_name_ar: WHOLE.holder_name_ar,
  holder_name_latin: WHOLE.holder_name_latin,
  birth_date: WHOLE.birth_date,
  gender: WHOLE.gender,
  applicant_kind: WHOLE.applicant_kind,
  region: WHOLE.region,
}

describe('who applied before', () => {
  test('reads what would be taken over before anything is, and begins with it or empty', async () => {
    await laterEdition('2025')
    const viewer = await applicantOf2024()
    // From the page of the call one passes by the threshold; nothing has begun.
    expect(leadsTo(await post('/fr/calls/2025/applications', viewer))).toEqual([303, '/fr/calls/2025/applications'])
    const offer = await (await get('/fr/calls/2025/applications', viewer)).text()
    for (const text of ['De votre candidature de 2024', WHOLE.holder_name_ar, '14 juin 2000', 'Fès-Meknès']) expect(offer).toContain(text)
    for (const text of [WHOLE.project_title, WHOLE.summary]) expect(offer).not.toContain(text)
    expect(await htmlFaults(offer)).toEqual([])
    const begun = await post('/fr/calls/2025/applications', viewer, { begin: 'known' })
    expect(begun.headers.get('location')).toMatch(/said=begun-with-known$/)
    expect((await draftOf(viewer, '2025')).answers).toEqual(ABOUT)

    const other = await applicantOf2024()
    expect((await post('/fr/calls/2025/applications', other, { begin: 'empty' })).headers.get('location')).toMatch(/said=started$/)
    expect((await draftOf(other, '2025')).answers).toEqual({})
  })

  test('sees beside each answer where it comes from, until the part is saved: then it is theirs', async () => {
    await laterEdition('2026')
    const viewer = await applicantOf2024()
    await post('/fr/calls/2026/applications', viewer, { begin: 'known' })
    const { application } = await draftOf(viewer, '2026')
    const path = `/fr/applications/${application}/sections/who`
    const marked = async () => (await (await get(path, viewer)).text()).match(/De votre candidature de 2024/g)?.length ?? 0
    expect(await marked()).toBe(5)
    expect(await (await get(`/fr/applications/${application}`, viewer)).text()).toContain('Aucune partie sur 3')
    const fields = await fieldsOf(await get(path, viewer))
    await post(path, viewer, { ...fields, holder_name_latin: 'Salma El Ouhssaini' })
    expect(await marked()).toBe(0)
    const { answers, written: authors, done } = await draftOf(viewer, '2026')
    expect(answers).toEqual({ ...ABOUT, holder_name_latin: 'Salma El Ouhssaini' })
    expect([JSON.stringify(authors).match(/"from"/g)?.length, done]).toEqual([1, ['who']])
  })

  test('is offered only what the new form asks under the same code and kind, and would accept', async () => {
    const asText = (code: string) => (question: (typeof FORM.sections)[number]['questions'][number]) =>
      question.code === code ? { ...question, kind: 'text' as const } : question
    const sections = FORM.sections.map((section) => ({ ...section, questions: section.questions.map(asText('holder_name_latin')) }))
    await laterEdition('2027', { ...FORM, sections })
    const edition = held.db.selectFrom('edition').select('id').where('slug', '=', '2027')
    await held.db.updateTable('edition_region').set({ code: 'fez' }).where('code', '=', 'fes').where('edition', 'in', edition).execute()
    const viewer = await applicantOf2024()
    const started = await startApplication(held.db, viewer, { edition: '2027', language: 'fr', begin: 'known' }, DURING)
    expect(started).toMatchObject({ ok: true, value: { takenOver: 'known' } })
    const { holder_name_latin: _, region: __, ...rest } = ABOUT
    expect((await draftOf(viewer, '2027')).answers).toEqual(rest)
  })

  test('is offered names and dates as the desk corrected them since', async () => {
    await laterEdition('2028')
    const viewer = await applicantOf2024()
    await held.db.updateTable('person').set({ name_latin: 'Salma Ouhsaine', phone: '+212612345678' }).where('id', '=', viewer.person.id).execute()
    await startApplication(held.db, viewer, { edition: '2028', language: 'fr', begin: 'known' }, DURING)
    const { answers, written: authors } = await draftOf(viewer, '2028')
    expect(answers).toEqual({ ...ABOUT, holder_name_latin: 'Salma Ouhsaine' })
    expect(authors).toMatchObject({ holder_name_latin: { from: 'record' }, holder_name_ar: { from: '2024' } })
  })
})

describe('who has not applied before', () => {
  test('begins at once, without a question more', async () => {
    const viewer = await somebody(held.db, at.call.organisation)
    expect((await post('/fr/calls/2024/applications', viewer)).headers.get('location')).toMatch(/said=started$/)
  })

  test('and withdrew in this call chooses between its answers and none', async () => {
    const viewer = await applicantOf2024()
    const { id } = await held.db.selectFrom('application').select('id').where('created_by', '=', viewer.person.id).executeTakeFirstOrThrow()
    await post(`/fr/applications/${id}/withdrawal`, viewer, { reason: '' })
    expect(await (await get('/fr/calls/2024/applications', viewer)).text()).toContain('Vous avez retiré une candidature dans cet appel')
    expect((await post('/fr/calls/2024/applications', viewer, { begin: 'empty' })).headers.get('location')).toMatch(/said=started$/)
    expect((await draftOf(viewer, '2024')).answers).toEqual({})
  })
})

test('what is about the holder is who they are: never a consent, a file, an account, nor what was written of the project', () => {
  const question = (kind: never, more: object = {}) => ({ code: 'x', kind, label: { ar: '', fr: '', en: '' }, required: true, ...more })
  for (const kind of ['consent', 'file', 'rib', 'text', 'people', 'budget', 'money', 'url', 'yes-no'])
    expect([kind, isAboutHolder(question(kind as never, { identity: true, restricted: true }))]).toEqual([kind, false])
  for (const kind of ['line', 'phone', 'email', 'cin', 'choice']) {
    expect(isAboutHolder(question(kind as never))).toBe(false)
    expect(isAboutHolder(question(kind as never, { identity: true }))).toBe(true)
  }
})
