import { beforeEach, describe, expect, test } from 'vitest'
import { BEFORE, house, OPEN } from '../../../tests/database/house.ts'
import { DURING, FORM, type OpenCall, openCall, somebody, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { featureApp, frameOf } from '../../../tests/server/feature-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { FormDefinition, Question } from '../../domain/form.ts'
import type { FormEdit } from '../../domain/form-edit.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { newId } from '../../platform/database/id.ts'
import { applyEditionDraft, planFingerprint } from '../programme/commands/apply-edition-draft.ts'
import { beginEditionDraft, editEditionForm } from '../programme/commands/edition-draft.ts'
import { formEditMark } from '../programme/editor/part-mark.ts'
import { editionDraft, publishCall } from '../programme/index.ts'
import { answerMark } from './answer-mark.ts'
import { followForm } from './commands/follow-form.ts'
import { lockDraft } from './commands/merge-draft.ts'
import { moveDraft } from './commands/move-draft.ts'
import { applicationRoutes, saveDraft, saveSection, startApplication, submitApplication } from './index.ts'

const held = testDatabase()
const the = house(held)
let call: OpenCall
beforeEach(async () => {
  call = await openCall(held.db)
})

const draftOf = (application: string) => held.db.selectFrom('draft').selectAll().where('application', '=', application).executeTakeFirstOrThrow()
const movesOf = (application: string) => held.db.selectFrom('draft_move').selectAll().where('application', '=', application).execute()
const same = (text: string) => ({ ar: text, fr: text, en: text })
const app = featureApp(
  () => held.db,
  () => call.organisation,
  applicationRoutes({ frame: frameOf }),
)

async function begun(viewer: SignedIn, now = DURING): Promise<string> {
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, now)
  if (!started.ok) throw new Error(started.code)
  return started.value.application
}

/** A new version of the form of the small call, as the editor writes it. */
async function corrected(change: (form: FormDefinition) => FormDefinition): Promise<string> {
  const id = newId()
  const { version } = await held.db
    .selectFrom('form_version')
    .select((any) => any.fn.max('version').as('version'))
    .where('call', '=', call.call)
    .executeTakeFirstOrThrow()
  await held.db
    .insertInto('form_version')
    .values({
      organisation: call.organisation,
      id,
      call: call.call,
      version: version + 1,
      definition: JSON.stringify(change(FORM)),
      frozen_at: DURING,
    })
    .execute()
  return id
}

const inSection = (form: FormDefinition, code: string, change: (questions: readonly Question[]) => readonly Question[]): FormDefinition => ({
  ...form,
  sections: form.sections.map((section) => (section.code === code ? { ...section, questions: change(section.questions) } : section)),
})
const NEW: Question = { code: 'audience', kind: 'line', label: same('Pour qui ?'), required: true }
const added = (form: FormDefinition) => inSection(form, 'project', (questions) => [...questions, NEW])
const without = (code: string) => (form: FormDefinition) =>
  inSection(form, 'project', (questions) => questions.filter((question) => question.code !== code))

/** An application of the small call, complete and every section done. */
async function complete(): Promise<{ viewer: SignedIn; application: string }> {
  const viewer = await somebody(held.db, call.organisation)
  const application = await begun(viewer)
  const page = newId()
  for (const [turn, section] of ['who', 'project', 'kinds'].entries())
    await saveSection(held.db, viewer, { application, section, answers: turn === 0 ? WHOLE : {}, known: {}, page, turn }, DURING)
  return { viewer, application }
}
const patch = async (viewer: SignedIn, application: string, fields: Record<string, string>) => {
  const answer = await app.ask(
    'PATCH',
    `/fr/applications/${application}/draft`,
    { viewer, now: DURING },
    { 'draft.page': newId(), 'draft.turn': '1', ...fields },
  )
  return { status: answer.status, ...((await answer.json()) as { known: Record<string, string>; said: string }) }
}
const pageOf = async (viewer: SignedIn, application: string, rest = '') =>
  (await app.ask('GET', `/fr/applications/${application}${rest}`, { viewer, now: DURING })).text()

describe('a form corrected while its call is open', () => {
  test('by the editor: drafts go on with it, every answer still asked in its place, those no longer asked kept apart', async () => {
    await publishCall(held.db, the.director, '2024', BEFORE)
    const viewer = await somebody(held.db, the.organisation)
    const application = await begun(viewer, OPEN)
    await saveDraft(
      held.db,
      viewer,
      { application, answers: { town: 'تازة', link: 'https://example.org', pitch: 'نص' }, known: {}, page: newId(), turn: 0 },
      OPEN,
    )
    const draft = await beginEditionDraft(held.db, the.officer, { from: 'edition', edition: '2024' }, OPEN)
    if (!draft.ok) throw new Error(draft.code)
    const edit = async (one: FormEdit) => {
      const view = await editionDraft(held.db, the.officer, draft.value.draft, OPEN)
      const known = view === null ? '' : (formEditMark(view.document.form, one) ?? '')
      expect(await editEditionForm(held.db, the.officer, { draft: draft.value.draft, known, edit: one }, OPEN)).toMatchObject({ ok: true })
    }
    await edit({ act: 'remove-question', code: 'link' })
    await edit({ act: 'add-question', section: 'project', question: NEW })
    const view = await editionDraft(held.db, the.director, draft.value.draft, OPEN)
    const fingerprint = view === null ? '' : planFingerprint(view.document, view.current)
    const later = new Date(OPEN.getTime() + 3_600_000)
    expect(await applyEditionDraft(held.db, the.director, { draft: draft.value.draft, fingerprint }, later)).toMatchObject({ ok: true })

    expect(await moveDraft(held.db, viewer, application, later)).toBe(true)
    const after = await draftOf(application)
    expect(after.answers).toEqual({ town: 'تازة', pitch: 'نص' })
    expect(after.unasked).toEqual({ link: { form: expect.any(String), kind: 'url', answer: 'https://example.org' } })
    expect((await movesOf(application)).map(({ sections }) => sections)).toEqual([['project']])
    const versions = await held.db
      .selectFrom('form_version')
      .select('version')
      .where('organisation', '=', the.organisation)
      .orderBy('version')
      .execute()
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
  })

  test('is told once on the task list, with what changed and when, until what it touched was looked at', async () => {
    const { viewer, application } = await complete()
    await corrected((form) => without('summary')(added(form)))
    const list = await pageOf(viewer, application)
    expect(list).toContain('Le formulaire a été corrigé le')
    const told = list.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')
    expect(told).toContain('|Question ajoutée|Pour qui ?|')
    expect(told).toContain('|Question retirée|summary|')
    expect(told).toContain('|Partie à revoir|project|')
    expect(await htmlFaults(list)).toEqual([])
    expect((await draftOf(application)).done).toEqual(['kinds', 'who'])
    await saveSection(
      held.db,
      viewer,
      { application, section: 'project', answers: { audience: 'Les villages' }, known: {}, page: newId(), turn: 0 },
      DURING,
    )
    expect(await pageOf(viewer, application)).not.toContain('Le formulaire a été corrigé')
  })

  test('shows before sending what is asked no longer, and does not send it', async () => {
    const { viewer, application } = await complete()
    const newest = await corrected(without('summary'))
    const check = await pageOf(viewer, application, '/check')
    expect(check).toContain('N’est plus demandé')
    expect(check).toContain(WHOLE.summary)
    expect(await htmlFaults(check)).toEqual([])
    expect(await submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)).toMatchObject({ ok: true })
    expect(await held.db.selectFrom('submission').select(['answers', 'form_version']).where('application', '=', application).execute()).toEqual([
      { answers: expect.not.objectContaining({ summary: WHOLE.summary }), form_version: newest },
    ])
  })

  test('with a question more, what is sent right after is refused for that answer alone, and sent once it is there', async () => {
    const { viewer, application } = await complete()
    const sent = () => submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)
    await corrected(added)
    expect(await sent()).toMatchObject({ ok: false, code: 'application/incomplete', details: { count: 1 } })
    await saveDraft(held.db, viewer, { application, answers: { audience: 'Les villages' }, known: {}, page: newId(), turn: 0 }, DURING)
    expect(await sent()).toMatchObject({ ok: true })
  })

  test('leaves what was sent before with the version that was answered', async () => {
    const { viewer, application } = await complete()
    await submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)
    await corrected(added)
    await pageOf(viewer, application, '/receipt')
    const { form_version } = await held.db
      .selectFrom('submission')
      .select('form_version')
      .where('application', '=', application)
      .executeTakeFirstOrThrow()
    expect([form_version, await movesOf(application)]).toEqual([call.formVersion, []])
  })

  test('gives an answer back when its question comes back', async () => {
    const { viewer, application } = await complete()
    await corrected(without('summary'))
    await moveDraft(held.db, viewer, application, DURING)
    expect((await draftOf(application)).answers).not.toHaveProperty('summary')
    await corrected((form) => form)
    await moveDraft(held.db, viewer, application, DURING)
    expect(await draftOf(application)).toMatchObject({ answers: WHOLE, unasked: {} })
  })

  test('is followed once by a draft that its whole team opens at the same instant', async () => {
    const { viewer, application } = await complete()
    await corrected(added)
    const moved = await Promise.all(Array.from({ length: 6 }, () => moveDraft(held.db, viewer, application, DURING)))
    expect(moved.filter(Boolean)).toHaveLength(1)
    expect(await movesOf(application)).toHaveLength(1)
  })

  test('after the deadline leaves drafts as they were', async () => {
    const { viewer, application } = await complete()
    await corrected(added)
    expect(await moveDraft(held.db, viewer, application, new Date('2024-05-01T00:00:00Z'))).toBe(false)
    expect((await draftOf(application)).form_version).toBe(call.formVersion)
  })
})

describe('a page opened before the form was corrected', () => {
  test('goes on saving what is still asked, and what is not is kept', async () => {
    const { viewer, application } = await complete()
    const newest = await corrected((form) => without('summary')(added(form)))
    const known = { 'known.summary': answerMark(WHOLE.summary), 'known.project_title': answerMark(WHOLE.project_title) }
    const saved = await patch(viewer, application, { ...known, summary: 'Écrit après', project_title: 'Nouveau titre' })
    expect(saved).toMatchObject({ status: 200, known: { summary: expect.any(String), project_title: expect.any(String) } })
    expect(saved.said).toContain('n’est plus demandée')
    const draft = await draftOf(application)
    expect(draft.form_version).toBe(newest)
    expect(draft.answers).toMatchObject({ project_title: 'Nouveau titre' })
    expect(draft.unasked).toMatchObject({ summary: { answer: 'Écrit après', kind: 'text' } })
    expect(draft.done).not.toContain('project')
  })

  test('loses nothing by its button, when its section is no longer there either', async () => {
    const { viewer, application } = await complete()
    await corrected((form) => {
      const [who, project, kinds] = form.sections
      const moved = project?.questions.filter(({ code }) => code !== 'summary') ?? []
      return { ...form, sections: [...(who === undefined ? [] : [who]), { ...kinds, questions: [...moved, ...(kinds?.questions ?? [])] } as never] }
    })
    const fields = { 'known.summary': answerMark(WHOLE.summary), 'known.project_title': answerMark(WHOLE.project_title) }
    const answer = await app.ask(
      'POST',
      `/fr/applications/${application}/sections/project`,
      { viewer, now: DURING },
      { 'draft.page': newId(), 'draft.turn': '1', ...fields, summary: 'Écrit après', project_title: 'Nouveau titre' },
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fr/applications/${application}?said=form-changed`])
    expect(await draftOf(application)).toMatchObject({ answers: { project_title: 'Nouveau titre' }, unasked: { summary: { answer: 'Écrit après' } } })
  })

  test('is not misread by a process that remembers the older form', async () => {
    const { viewer, application } = await complete()
    // This process knows the first version; another one moves the draft.
    await patch(viewer, application, { 'known.project_title': answerMark(WHOLE.project_title), project_title: 'Titre' })
    await corrected(added)
    await atomically(held.db, async (trx) => {
      const locked = await lockDraft(trx, call.organisation, application, viewer.person.id)
      if (locked?.draft == null) throw new Error('no draft')
      await followForm(trx, { organisation: call.organisation, application, person: viewer.person.id, at: DURING }, locked.draft)
    })
    await patch(viewer, application, { 'known.audience': answerMark(undefined), audience: 'Les villages' })
    await patch(viewer, application, { 'known.sector': answerMark(WHOLE.sector), sector: 'music' })
    expect((await draftOf(application)).answers).toEqual({ ...WHOLE, project_title: 'Titre', audience: 'Les villages', sector: 'music' })
  })

  test('that saves in the instant of the correction keeps both what it saves and what others save', async () => {
    const { viewer, application } = await complete()
    const saves = ['a', 'b', 'c', 'd'].map((text, turn) =>
      patch(viewer, application, {
        'known.project_title': answerMark(WHOLE.project_title),
        ...(turn === 0 ? { project_title: text } : {}),
        'known.of_line': answerMark(undefined),
        ...(turn === 1 ? { of_line: text } : {}),
        'known.of_integer': answerMark(undefined),
        ...(turn === 2 ? { of_integer: '1950' } : {}),
      }),
    )
    await Promise.all([corrected(added), ...saves, moveDraft(held.db, viewer, application, DURING)])
    await moveDraft(held.db, viewer, application, DURING)
    expect((await draftOf(application)).answers).toMatchObject({ summary: WHOLE.summary })
    expect(await movesOf(application)).toHaveLength(1)
  })
})
