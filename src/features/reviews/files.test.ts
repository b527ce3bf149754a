import { expect, test } from 'vitest'
import { DURING, FORM, somebody, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { eligible, reviewerIn } from '../../../tests/database/small-edition.ts'
import { type Applicant, filingServer, until } from '../../../tests/server/filing-server.ts'
import { pdf, photograph, sound } from '../../../tests/server/samples.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { newId } from '../../platform/database/id.ts'
import { saveDraft, submitApplication } from '../applications/index.ts'

const held = testDatabase()
const at = filingServer(held)

/** The form with a portrait, which blind readers do not see. */
async function withPortrait(): Promise<void> {
  const same = (text: string) => ({ ar: text, fr: text, en: text })
  const portrait = { code: 'portrait', kind: 'file' as const, label: same('portrait'), required: false, identity: true, accept: ['image' as const] }
  const sections = FORM.sections.map((section) => (section.code === 'kinds' ? { ...section, questions: [...section.questions, portrait] } : section))
  await held.db
    .updateTable('form_version')
    .set({ definition: JSON.stringify({ ...FORM, sections }) })
    .where('organisation', '=', at.call.organisation)
    .execute()
}

async function give({ application, headers }: Applicant, question: string, content: Uint8Array, name: string): Promise<string> {
  const body = new FormData()
  body.append(`file.${question}`, new Blob([new Uint8Array(content)]), name)
  const url = `${at.server.origin}/fr/applications/${application}/questions/${question}/files`
  expect((await fetch(url, { method: 'POST', headers, body, redirect: 'manual' })).status).toBe(303)
  return (await at.rowsOf(application)).find((row) => row.name === name)?.id ?? ''
}

test('the desk reads every file; a reader without names reads those of the answers shown, under names that say nothing', async () => {
  await withPortrait()
  const one = await at.applicant()
  const song = await give(one, 'of_file', sound(), 'زبيدة.wav')
  const plan = await give(one, 'of_file', pdf(), 'Zoubida plan.pdf')
  const face = await give(one, 'portrait', await photograph(), 'Zoubida.jpg')
  await until(async () => (await at.rowsOf(one.application)).every(({ prepared_at }) => prepared_at !== null))
  const { application } = one
  await saveDraft(held.db, one.viewer, { application, answers: WHOLE, known: {}, page: newId(), turn: 0 }, DURING)
  expect((await submitApplication(held.db, one.viewer, { application, declared: true, language: 'fr' }, DURING)).ok).toBe(true)

  const officer = await somebody(held.db, at.call.organisation, 'officer')
  const { organisation } = at.call
  const grant = { organisation, id: newId(), person: officer.person.id, role: 'officer', granted_at: DURING }
  await held.db.insertInto('role_grant').values(grant).execute()
  const desk = `${at.server.origin}/fr/desk/2024/eligibility/${application}`
  const asOfficer = { headers: await at.headersOf(officer) }
  const page = await (await fetch(desk, asOfficer)).text()
  expect(await htmlFaults(page)).toEqual([])
  for (const shown of ['زبيدة.wav', 'Zoubida plan.pdf', 'Zoubida.jpg', 'Non examiné par un antivirus']) expect(page).toContain(shown)
  for (const file of [song, plan, face]) expect((await fetch(`${desk}/files/${file}`, asOfficer)).status).toBe(200)

  const small = { ...at.call, slug: '2024', officer, director: officer }
  await eligible(held.db, small, application)
  const { reviewer, viewer } = await reviewerIn(held.db, small)
  const assignment = newId()
  await held.db
    .insertInto('assignment')
    .values({
      organisation: at.call.organisation,
      id: assignment,
      edition: at.call.edition,
      stage: 'reading',
      application,
      reviewer,
      assigned_at: DURING,
      assigned_by: officer.person.id,
    })
    .execute()
  const asReader = { headers: await at.headersOf(viewer) }
  const dossier = `${at.server.origin}/fr/reviews/${assignment}`
  const blind = await (await fetch(dossier, asReader)).text()
  expect(await htmlFaults(blind)).toEqual([])
  expect([/>Son [12]</.test(blind), />PDF [12]</.test(blind)]).toEqual([true, true])
  for (const hidden of ['زبيدة', 'Zoubida', face]) expect(blind).not.toContain(hidden)
  const heard = await fetch(`${dossier}/files/${song}`, asReader)
  expect([heard.status, decodeURIComponent(heard.headers.get('content-disposition') ?? '')]).toEqual([200, expect.not.stringContaining('زبيدة')])
  expect((await fetch(`${dossier}/files/${face}`, asReader)).status).toBe(404)
  expect((await fetch(`${desk}/files/${song}`, asReader)).status).toBe(404)
  const said = await (await fetch(`${at.server.origin}/api/v1/reviews/${assignment}`, asReader)).text()
  for (const hidden of ['زبيدة', 'Zoubida', face]) expect(said).not.toContain(hidden)
  const stranger = { headers: await at.headersOf(await somebody(held.db, at.call.organisation)) }
  for (const url of [`${dossier}/files/${song}`, `${desk}/files/${song}`]) expect((await fetch(url, stranger)).status).toBe(404)
}, 30_000)
