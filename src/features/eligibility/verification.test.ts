import { expect, test } from 'vitest'
import { smallEdition, type SmallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { frameOf } from '../../../tests/server/feature-app.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { applicationRoutes, startApplication } from '../applications/index.ts'
import { peopleRoutes } from '../people/index.ts'
import { revokeVerification, verifyFact } from './commands/verify-fact.ts'
import { eligibilityRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const LATER = new Date('2024-04-05T09:00:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })
const code = (result: { ok: true } | { ok: false; code: string }) => (result.ok ? 'ok' : result.code)

async function oneFile(answers: Record<string, string> = {}) {
  const small = await smallEdition(held.db)
  const file = await submitted(held.db, small, { cin: 'AB123456', birth_date: '2000-05-02', ...answers })
  const member = await held.db.selectFrom('application_member').select('person').where('application', '=', file.application).executeTakeFirstOrThrow()
  const holder: SignedIn = {
    organisation: small.organisation,
    person: { id: member.person, nameAr: 'سلمى', nameLatin: 'Salma', language: 'fr' },
    grants: [],
  }
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const me = mounted(held.db, peopleRoutes({ frame: frameOf, doors: async () => [], demo: false }), holder, LATER)
  return { small, file, holder, desk, me, page: `/fr/desk/2024/eligibility/${file.application}` }
}

/** A second file of the same person. */
async function another(small: SmallEdition, holder: SignedIn, answers: Record<string, string>): Promise<string> {
  const { application } = await submitted(held.db, small, answers)
  await held.db.updateTable('application_member').set({ person: holder.person.id }).where('application', '=', application).execute()
  return application
}

const check = (small: SmallEdition, application: string, question = 'cin', viewer = small.officer, now = NOW) =>
  verifyFact(held.db, viewer, placeOf(small), { application, question, basis: 'Carte originale', validUntil: null }, now)

test('what was verified in one file is marked in the next: the same answer, or one that differs', async () => {
  const { small, file, holder, desk, page } = await oneFile()
  expect((await desk.post(`${page}/verifications/cin`, { basis: 'Carte originale' })).headers.get('location')).toBe(
    `${page}/verifications/cin?said=fact-verified`,
  )
  const [same, other] = [await another(small, holder, { cin: 'AB123456' }), await another(small, holder, { cin: 'ZZ9' })]
  const of = async (application: string) => (await desk.get(`/fr/desk/2024/eligibility/${application}`)).text()
  expect([
    (await of(file.application)).includes('vérifié le 4 avril 2024'),
    (await of(same)).includes('vérifié le 4 avril 2024'),
    (await of(other)).includes('diffère de ce qui a été vérifié le 4 avril 2024'),
  ]).toEqual([true, true, true])
  const row = await held.db.selectFrom('verification').selectAll().where('application', '=', file.application).executeTakeFirstOrThrow()
  expect([row.person, row.fact, row.value, row.basis, row.verified_by, row.verified_at]).toEqual([
    holder.person.id,
    'identity-card',
    'AB123456',
    'Carte originale',
    small.officer.person.id,
    NOW,
  ])
  const trail = await held.db
    .selectFrom('audit_entry')
    .select('payload')
    .where('act', '=', 'verification/recorded')
    .where('stream', '=', file.application)
    .execute()
  expect([trail.length, JSON.stringify(trail).includes('AB123456')]).toEqual([1, false])
})

test('only an officer of the place verifies; nobody of another organisation, no auditor, and nobody their own facts', async () => {
  const { small, file, holder, page } = await oneFile()
  const elsewhere = await smallEdition(held.db)
  const auditor = await staffOf(held.db, small, 'auditor')
  expect([
    code(await check(small, file.application, 'cin', auditor)),
    code(await check(small, file.application, 'cin', elsewhere.officer)),
    code(await check(small, file.application, 'cin', { ...holder, grants: small.officer.grants })),
    code(await check(small, file.application, 'summary')),
    code(await check(small, 'no-id')),
  ]).toEqual(['page/not-found', 'page/not-found', 'verification/own', 'page/not-found', 'page/not-found'])
  const asAuditor = mounted(held.db, eligibilityRoutes, auditor, NOW)
  expect((await asAuditor.get(`${page}/verifications/cin`)).status).toBe(404)
})

test('of two officers who verify the same answer at once, one finds that it stands already', async () => {
  const { small, file } = await oneFile()
  const both = await Promise.all([check(small, file.application), check(small, file.application)])
  expect(both.map(code).sort()).toEqual(['ok', 'verification/stands'])
})

test('a wrong check comes back with what was typed, in words; each page is valid in three languages', async () => {
  const { desk, page } = await oneFile()
  const wrong = await desk.post(`${page}/verifications/cin`, { basis: '', 'until.day': '31', 'until.month': '2', 'until.year': '2025' })
  const html = await wrong.text()
  expect([wrong.status, html.includes('value="31"'), await htmlFaults(html)]).toEqual([422, true, []])
  const past = await desk.post(`${page}/verifications/cin`, { basis: 'Carte', 'until.day': '1', 'until.month': '1', 'until.year': '2024' })
  expect([past.status, (await past.text()).includes('Ce jour est passé')]).toEqual([422, true])
  expect((await desk.post(`${page}/verifications/cin`, { basis: 'Carte', 'until.day': '1', 'until.month': '1', 'until.year': '2027' })).status).toBe(
    303,
  )
  for (const language of LANGUAGES) {
    const shown = await desk.get(page.replace('/fr/', `/${language}/`) + '/verifications/cin')
    expect([language, shown.status, await htmlFaults(await shown.text())]).toEqual([language, 200, []])
  }
})

test('the person sees what was verified of them and contests it; the officer is told, answers, and it stands again', async () => {
  const { small, file, holder, desk, me, page } = await oneFile()
  await check(small, file.application)
  const { id } = await held.db.selectFrom('verification').select('id').where('application', '=', file.application).executeTakeFirstOrThrow()
  const facts = await me.get('/fr/me/facts')
  const html = await facts.text()
  expect([html.includes('AB123456'), html.includes('Carte originale'), await htmlFaults(html)]).toEqual([true, true, []])
  expect((await me.post(`/fr/me/facts/${id}/contest`, { [`text-${id}`]: ' ' })).status).toBe(422)
  const long = `${'mot '.repeat(300)}fin`
  const tooLong = await me.post(`/fr/me/facts/${id}/contest`, { [`text-${id}`]: long })
  expect([tooLong.status, (await tooLong.text()).includes(long)]).toEqual([422, true])
  expect((await me.post(`/fr/me/facts/${id}/contest`, { [`text-${id}`]: 'La carte est celle de ma sœur.' })).status).toBe(303)
  expect((await me.post(`/fr/me/facts/${id}/contest`, { [`text-${id}`]: 'Encore.' })).status).toBe(422)
  const stranger = mounted(held.db, peopleRoutes({ frame: frameOf, doors: async () => [], demo: false }), small.director, LATER)
  expect((await stranger.post(`/fr/me/facts/${id}/contest`, { [`text-${id}`]: 'x' })).status).toBe(404)
  const mail = await held.db
    .selectFrom('message')
    .select(['person', 'content'])
    .where('kind', '=', 'verification-contested')
    .where('object', '=', file.application)
    .execute()
  expect([mail.map(({ person }) => person), JSON.stringify(mail).includes('ma sœur')]).toEqual([[small.officer.person.id], false])
  expect(await (await desk.get(page)).text()).toContain('contesté depuis')
  const answer = await desk.post(`${page}/verifications/cin/${id}/contest-answer`, { [`answer-${id}`]: 'La carte porte bien votre nom.' })
  expect(answer.headers.get('location')).toContain('said=fact-upheld')
  expect(await (await desk.get(page)).text()).not.toContain('contesté depuis')
  expect(await (await me.get('/fr/me/facts')).text()).toContain('La carte porte bien votre nom.')
  const told = await held.db
    .selectFrom('message')
    .select('person')
    .where('kind', '=', 'verification-upheld')
    .where('person', '=', holder.person.id)
    .execute()
  expect(told.length).toBe(1)
})

test('revoked with a reason its person reads, a verification marks nothing any more; it is revoked once', async () => {
  const { small, file, holder, desk, me, page } = await oneFile()
  await check(small, file.application)
  const { id } = await held.db.selectFrom('verification').select('id').where('application', '=', file.application).executeTakeFirstOrThrow()
  const revoke = (reason: string) =>
    revokeVerification(held.db, small.director, placeOf(small), { application: file.application, verification: id, reason }, LATER)
  expect([code(await revoke(' ')), code(await revoke('Carte fausse')), code(await revoke('Encore'))]).toEqual([
    'verification/no-reason',
    'ok',
    'verification/revoked',
  ])
  expect(await (await desk.get(page)).text()).not.toContain('vérifié le')
  expect(await (await me.get('/fr/me/facts')).text()).toContain('Carte fausse')
  const told = await held.db
    .selectFrom('message')
    .select('content')
    .where('kind', '=', 'verification-revoked')
    .where('person', '=', holder.person.id)
    .execute()
  expect(JSON.stringify(told)).toContain('Carte fausse')
})

test('in a later call the holder reads beside the question that it need not be proved again', async () => {
  const { small, file, holder } = await oneFile()
  await check(small, file.application, 'birth_date')
  const during = new Date('2024-03-20T12:00:00Z')
  await held.db
    .insertInto('withdrawal')
    .values({ organisation: small.organisation, application: file.application, withdrawn_at: during, withdrawn_by: holder.person.id })
    .execute()
  const begun = await startApplication(held.db, holder, { edition: '2024', language: 'fr' }, during)
  const draft = begun.ok ? begun.value.application : begun.code
  const write = mounted(held.db, applicationRoutes({ frame: frameOf }), holder, during)
  const page = await (await write.get(`/fr/applications/${draft}/sections/who`)).text()
  expect([page.includes('L’équipe l’a vu prouvé le 4 avril 2024'), page.includes('2 mai 2000'), await htmlFaults(page)]).toEqual([true, true, []])
})
