import { expect, test } from 'vitest'
import { type SmallEdition, SMALL_FORM, smallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { Question } from '../../domain/form.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { ok, refused } from '../../domain/result.ts'
import { newId } from '../../platform/database/id.ts'
import { judgeDocuments } from './commands/judge-documents.ts'
import { decideEligibility } from './commands/decide.ts'
import { runAutomaticChecks } from './commands/run-automatic-checks.ts'
import { eligibilityPage } from './queries/eligibility-page.ts'
import { eligibilityRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const LATER = new Date('2024-04-05T09:00:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })
const paper = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  kind: 'file',
  label: { ar: `وثيقة ${code}`, fr: `Pièce ${code}`, en: `Paper ${code}` },
  required: true,
  accept: ['pdf'],
  ...more,
})

/** An application with an identity card (read by officers alone), a plan, and a sample that was left out. */
async function filed() {
  const small = await smallEdition(held.db)
  const sections = [
    ...SMALL_FORM.sections,
    {
      code: 'papers',
      group: 'all',
      title: { ar: 'أوراق', fr: 'Pièces', en: 'Papers' },
      questions: [paper('card', { restricted: true, maxFiles: 2 }), paper('plan'), paper('sample', { required: false })],
    },
  ]
  await held.db
    .updateTable('form_version')
    .set({ definition: JSON.stringify({ ...SMALL_FORM, sections }) })
    .where('organisation', '=', small.organisation)
    .where('id', '=', small.formVersion)
    .execute()
  const [front, back, plan] = [newId(), newId(), newId()]
  const one = await submitted(held.db, small, { card: [front, back], plan: [plan] })
  for (const [id, question, name] of [
    [front, 'card', 'recto.pdf'],
    [back, 'card', 'verso.pdf'],
    [plan, 'plan', 'plan.pdf'],
  ] as const) {
    const content = { media_type: 'application/pdf', bytes: 1200, sha256: 'a'.repeat(64), blob: id.replaceAll('-', ''), prepared_at: NOW }
    const given = { organisation: small.organisation, id, application: one.application, question, name, given_at: NOW }
    await held.db
      .insertInto('file')
      .values({ ...given, ...content, given_by: one.holder.person.id })
      .execute()
    await held.db.insertInto('file_scan').values({ organisation: small.organisation, file: id, seq: 1, verdict: 'clean', scanned_at: NOW }).execute()
  }
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  const judge = (judgements: Parameters<typeof judgeDocuments>[4], viewer = small.officer) =>
    judgeDocuments(held.db, viewer, placeOf(small), one.application, judgements, NOW)
  const accept = () =>
    decideEligibility(held.db, small.officer, placeOf(small), { application: one.application, eligible: true, ground: null, reason: '' }, LATER)
  return { small, one, front, back, plan, judge, accept }
}

test('an application is eligible once every required document is accepted; the last verdict on each counts', async () => {
  const { small, one, front, back, plan, judge, accept } = await filed()
  const card = { document: 'card', files: [front, back] }
  expect(await accept()).toEqual(refused('eligibility/documents-awaited', { count: 2, documents: ['card', 'plan'] }))
  expect(await judge([{ ...card, verdict: 'to-correct', reason: ' ' }])).toEqual(refused('document/verdict-unreasoned'))
  expect(
    await judge([
      { ...card, verdict: 'to-correct', reason: 'Le verso est coupé' },
      { document: 'plan', files: [plan], verdict: 'accepted', reason: '' },
    ]),
  ).toEqual(ok({ judged: 2 }))
  expect(await accept()).toEqual(refused('eligibility/documents-awaited', { count: 1, documents: ['card'] }))
  expect(await judge([{ ...card, verdict: 'accepted', reason: '' }])).toEqual(ok({ judged: 1 }))
  expect(await accept()).toEqual(ok({ seq: 1 }))
  const acts = await held.db.selectFrom('audit_entry').select(['act', 'payload']).where('stream', '=', one.application).orderBy('seq').execute()
  expect(acts.map(({ act }) => act)).toEqual(['eligibility/checked', 'document/judged', 'document/judged', 'eligibility/accepted'])
  expect(JSON.stringify(acts)).not.toContain('coupé')
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), one.application, 'fr')
  expect(view?.documents.map(({ question, stands }) => [question, stands])).toEqual([
    ['card', 'accepted'],
    ['plan', 'accepted'],
    ['sample', null],
  ])
})

test('a request for corrections begins with the documents still to be corrected, and what was said of each', async () => {
  const { small, one, front, back, plan, judge } = await filed()
  const [card, drawing] = [
    { document: 'card', files: [front, back] },
    { document: 'plan', files: [plan] },
  ]
  const page = async () => {
    const html = await (
      await mounted(held.db, eligibilityRoutes, small.officer, NOW).get(`/fr/desk/2024/eligibility/${one.application}/correction`)
    ).text()
    const ticked = [...html.matchAll(/<input[^>]*checked[^>]*>/g)].map(([input]) => /value="([^"]*)"/.exec(input)?.[1])
    return [ticked, /<textarea[^>]*>([^<]*)</.exec(html)?.[1]?.trim().replaceAll('\u00a0', ' '), await htmlFaults(html)]
  }
  expect(await page()).toEqual([[], '', []])
  await judge([
    { ...card, verdict: 'to-correct', reason: 'Le verso est coupé' },
    { ...drawing, verdict: 'accepted', reason: '' },
  ])
  expect(await page()).toEqual([['card'], 'Le verso est coupé', []])
  await judge([{ ...drawing, verdict: 'to-correct', reason: 'Illisible' }])
  expect(await page()).toEqual([['card', 'plan'], 'Pièce card : Le verso est coupé\nPièce plan : Illisible', []])
  await judge([{ ...card, verdict: 'accepted', reason: '' }])
  expect(await page()).toEqual([['plan'], 'Illisible', []])
})

test('a required document is turned down after "eligible" only when that is confirmed; the page says what follows and keeps what was typed', async () => {
  const { small, one, front, back, plan, judge, accept } = await filed()
  const given = { card: [front, back], plan: [plan] }
  await judge(Object.entries(given).map(([document, files]) => ({ document, files, verdict: 'accepted' as const, reason: '' })))
  expect(await accept()).toEqual(ok({ seq: 1 }))
  const down = [{ document: 'plan', files: [plan], verdict: 'not-accepted' as const, reason: 'Plan d’un autre lieu' }]
  expect(await judge(down)).toEqual(refused('document/already-eligible', { documents: ['plan'], count: 1 }))
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const path = `/fr/desk/2024/eligibility/${one.application}`
  const form = {
    'document.plan': 'not-accepted',
    'document-reason.plan': 'Plan d’un autre lieu',
    'document-file.plan': plan,
    'document-seen.plan': '1',
  }
  const asked = await desk.post(`${path}/documents`, form)
  const page = await asked.text()
  expect([asked.status, page.includes('Le dossier reste éligible'), page.includes('value="Plan d’un autre lieu"'), await htmlFaults(page)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect((await desk.post(`${path}/documents`, { ...form, confirmed: 'yes' })).status).toBe(303)
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), one.application, 'fr')
  expect([view?.state, view?.documents.find(({ question }) => question === 'plan')?.stands]).toEqual(['eligible', 'not-accepted'])
})

test('a verdict is about the files seen: it falls when others take their place, and none is written on what was not seen', async () => {
  const { small, one, front, back, plan, judge, accept } = await filed()
  await judge([
    { document: 'card', files: [front, back], verdict: 'accepted', reason: '' },
    { document: 'plan', files: [plan], verdict: 'accepted', reason: '' },
  ])
  const row = await held.db.selectFrom('submission').select('answers').where('application', '=', one.application).executeTakeFirstOrThrow()
  const answers = { ...(row.answers as object), card: [front] }
  await held.db
    .updateTable('submission')
    .set({ answers: JSON.stringify(answers) })
    .where('application', '=', one.application)
    .execute()
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), one.application, 'fr')
  expect([view?.documents[0]?.stands, view?.documents[0]?.last?.verdict]).toEqual([null, 'accepted'])
  expect(await accept()).toEqual(refused('eligibility/documents-awaited', { count: 1, documents: ['card'] }))
  expect(await judge([{ document: 'card', files: [front, back], verdict: 'accepted', reason: '' }])).toEqual(refused('document/changed'))
  expect(await judge([{ document: 'sample', files: [], verdict: 'accepted', reason: '' }])).toEqual(refused('document/not-given'))
  expect(await judge([{ document: 'summary', files: [], verdict: 'accepted', reason: '' }])).toEqual(refused('document/unknown'))
})

test('verdicts are given by officers of the place alone', async () => {
  const { small, plan, judge } = await filed()
  const verdict = [{ document: 'plan', files: [plan], verdict: 'accepted' as const, reason: '' }]
  for (const viewer of [
    await staffOf(held.db, small, 'auditor'),
    await staffOf(held.db, small, 'officer', 'ori'),
    (await smallEdition(held.db)).officer,
  ])
    expect(await judge(verdict, viewer)).toEqual(refused('eligibility/unknown'))
})

test('the page shows each document with its files and keeps what was typed; who only reads finds no form, and no restricted document', async () => {
  const { small, one, front, back, plan } = await filed()
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const path = `desk/2024/eligibility/${one.application}`
  const seen = { 'document-seen.card': '0', 'document-seen.plan': '0' }
  const sent = { ...seen, 'document-file.card': [front, back], 'document-file.plan': plan, 'document.plan': 'accepted' }
  const refusal = await desk.post(`/fr/${path}/documents`, { ...sent, 'document.card': 'not-accepted', 'document-reason.card': ' ' })
  const again = await refusal.text()
  expect([refusal.status, await htmlFaults(again)]).toEqual([422, []])
  expect(again).toContain('Écrivez la raison à côté de chaque pièce')
  expect(again).toMatch(/name="document.card" value="not-accepted" checked/)
  const kept = await desk.post(`/fr/${path}/documents`, { ...sent, 'document.card': 'not-accepted', 'document-reason.card': 'Illisible' })
  expect(kept.headers.get('location')).toBe(`/fr/${path}?said=documents-kept`)
  for (const language of LANGUAGES) expect(await htmlFaults(await (await desk.get(`/${language}/${path}`)).text()), language).toEqual([])
  const decided = await desk.post(`/fr/${path}/decision`, { eligible: 'yes', seen: '0' })
  expect(await decided.text()).toContain('1 pièce obligatoire n’est pas acceptée\u00a0: Pièce card.')
  const auditor = await (await mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'auditor'), NOW).get(`/fr/${path}`)).text()
  expect([auditor.includes('plan.pdf'), auditor.includes('recto.pdf'), auditor.includes('Illisible'), auditor.includes('<form')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('of two officers on one document the second is told who said what and when; what a colleague wrote on another is left alone', async () => {
  const { small, one, front, back, plan } = await filed()
  const colleague = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'officer'), NOW)
  const desk = mounted(held.db, eligibilityRoutes, small.officer, LATER)
  const path = `/fr/desk/2024/eligibility/${one.application}/documents`
  const seen = { 'document-seen.card': '0', 'document-seen.plan': '0' }
  const files = { 'document-file.card': [front, back], 'document-file.plan': plan }
  const accepted = await colleague.post(path, { ...seen, ...files, 'document.card': 'accepted' })
  expect(accepted.status).toBe(303)
  expect((await desk.post(path, { ...seen, ...files, 'document.plan': 'to-correct', 'document-reason.plan': 'Page 2 illisible' })).status).toBe(303)
  const late = { ...seen, ...files, 'document.card': 'not-accepted', 'document-reason.card': 'Ce n’est pas une carte' }
  const told = await desk.post(path, late)
  const page = await told.text()
  expect(page).toMatch(/a donné le verdict «\u00a0Acceptée\u00a0» sur la pièce «\u00a0Pièce card\u00a0» \(4 avril/)
  expect([told.status, page.includes('value="Ce n’est pas une carte"'), await htmlFaults(page)]).toEqual([422, true, []])
  const stands = async () =>
    (await eligibilityPage(held.db, small.officer, placeOf(small), one.application, 'fr'))?.documents.map(({ stands: verdict }) => verdict)
  expect(await stands()).toEqual(['accepted', 'to-correct', null])
  const untouched = { ...files, 'document-seen.card': '1', 'document-seen.plan': '1', 'document.card': 'accepted' }
  await colleague.post(path, { ...files, 'document-seen.card': '1', 'document.card': 'to-correct', 'document-reason.card': 'Verso coupé' })
  expect((await desk.post(path, untouched)).status).toBe(303)
  expect(await stands()).toEqual(['to-correct', 'to-correct', null])
})

test('a reason too long is refused with its length, and stays in its field', async () => {
  const { small, one, plan } = await filed()
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const text = 'm'.repeat(2003)
  const form = { 'document-seen.plan': '0', 'document-file.plan': plan, 'document.plan': 'to-correct', 'document-reason.plan': text }
  const answer = await desk.post(`/fr/desk/2024/eligibility/${one.application}/documents`, form)
  const page = await answer.text()
  expect(page).toMatch(/«\u00a0Pièce plan\u00a0» compte 2.003 caractères, la limite est 2.000/)
  expect([answer.status, page.includes(`value="${text}"`)]).toEqual([422, true])
})
