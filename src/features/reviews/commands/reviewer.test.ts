import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { personId } from '../../../demo/load/applications.ts'
import { teamMember, viewerOf } from '../../../demo/load/context.ts'
import { CLOCK } from '../../../demo/load/stage.ts'
import { makeWorld } from '../../../demo/world/world.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { LONGEST_AFFILIATIONS } from '../../../domain/reviewer.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { giveRole } from '../../people/index.ts'
import { editionBySlug } from '../../programme/index.ts'
import { planOf } from '../queries/plan.ts'
import { myInvitations } from '../queries/reviewer.ts'
import { reviewRoutes } from '../routes.tsx'
import { words } from '../words/index.ts'
import { answerInvitation, changeReviewer, endReviewer, inviteReviewer } from './reviewer.ts'

const held = testDatabase('review')
const NOW = CLOCK.review
const ORIGIN = 'https://kawaliss.example'
const TERMS = { languages: ['ar', 'fr'], sectors: [], region: null, affiliations: '', minLoad: 0, maxLoad: 12 }
let officer: SignedIn
let director: SignedIn
let place: { programme: string; edition: string }

beforeAll(async () => {
  officer = await teamMember(held.db, 'nadia')
  director = await teamMember(held.db, 'director')
  const edition = await editionBySlug(held.db, officer.organisation, '2024')
  if (edition === null) throw new Error('There is no edition of 2024.')
  place = edition.place
}, 120_000)

/** Somebody new with the role of reviewer in the edition. */
async function reader(email: string): Promise<SignedIn> {
  const gift = {
    email,
    nameAr: 'قارئة',
    nameLatin: 'Lectrice',
    language: 'fr' as const,
    role: 'reviewer' as const,
    programme: null,
    edition: place.edition,
    regions: [],
  }
  const given = await giveRole(held.db, director, gift, ORIGIN, NOW)
  if (!given.ok) throw new Error(given.code)
  return viewerOf(held.db, given.value.person)
}

async function reviewers(): Promise<number> {
  const rows = await held.db.selectFrom('reviewer').select('id').where('edition', '=', place.edition).execute()
  return rows.length
}

const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'ok' : outcome.code)

describe('a reviewer', () => {
  test('is told when the organisations named are too many, and loses no letter of them', async () => {
    const person = await reader('lecteur.long@example.org')
    const invited = await inviteReviewer(held.db, officer, place, { ...TERMS, person: person.person.id }, ORIGIN, NOW)
    const reviewer = invited.ok ? invited.value.reviewer : ''
    const room = mounted(held.db, reviewRoutes, person, NOW)
    const long = `Théâtre du Détroit, ${'ع'.repeat(LONGEST_AFFILIATIONS)}, Ligue de Tanger`
    for (const language of LANGUAGES) {
      const sent = await room.post(`/${language}/reviews/invitations/${reviewer}`, { answer: 'yes', [`affiliations.${reviewer}`]: long })
      const markup = await sent.text()
      expect([sent.status, await htmlFaults(markup)]).toEqual([422, []])
      expect(markup).toContain(`value="${long}"`)
      expect(markup).toContain(words(language)('refusal.reviewer/affiliations-too-long', { max: LONGEST_AFFILIATIONS, over: 37 }))
    }
    expect(await answerInvitation(held.db, person, { reviewer, accepts: true, affiliations: long }, NOW)).toMatchObject({
      code: 'reviewer/affiliations-too-long',
    })
    expect(await myInvitations(held.db, person)).toMatchObject([{ reviewer }])
    const kept = 'ع'.repeat(LONGEST_AFFILIATIONS)
    expect((await room.post(`/fr/reviews/invitations/${reviewer}`, { answer: 'yes', [`affiliations.${reviewer}`]: kept })).status).toBe(303)
    const row = await held.db.selectFrom('reviewer').select('affiliations').where('id', '=', reviewer).executeTakeFirstOrThrow()
    expect(row.affiliations).toBe(kept)
  })

  test('is invited by mail, accepts, and is given files by the next plan', async () => {
    const person = await reader('lectrice@example.org')
    const invited = await inviteReviewer(held.db, officer, place, { ...TERMS, person: person.person.id }, ORIGIN, NOW)
    const reviewer = invited.ok ? invited.value.reviewer : ''
    const mail = await held.db.selectFrom('message').select(['address', 'language']).where('object', '=', reviewer).executeTakeFirstOrThrow()
    expect(mail).toEqual({ address: 'lectrice@example.org', language: 'fr' })
    expect(await myInvitations(held.db, person)).toMatchObject([{ reviewer, maxLoad: 12 }])
    const loads = async () => (await planOf(held.db, officer, place, 'reading', 'fr', NOW))?.loads.map((one) => one.reviewer)
    expect(await loads()).not.toContain(reviewer)
    expect(codeOf(await answerInvitation(held.db, officer, { reviewer, accepts: true }, NOW))).toBe('reviewer/unknown')
    expect(codeOf(await answerInvitation(held.db, person, { reviewer, accepts: true }, NOW))).toBe('ok')
    expect(codeOf(await answerInvitation(held.db, person, { reviewer, accepts: false }, NOW))).toBe('reviewer/answered')
    expect(await loads()).toContain(reviewer)
    expect(await myInvitations(held.db, person)).toEqual([])
    expect(codeOf(await changeReviewer(held.db, officer, place, { ...TERMS, reviewer, maxLoad: 3, languages: ['fr'] }, NOW))).toBe('ok')
    expect(codeOf(await changeReviewer(held.db, officer, place, { ...TERMS, reviewer, languages: [] }, NOW))).toBe('reviewer/no-language')
    expect(codeOf(await changeReviewer(held.db, officer, place, { ...TERMS, reviewer, minLoad: 13 }, NOW))).toBe('reviewer/loads-crossed')
    const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', reviewer).orderBy('seq').execute()
    expect(acts.map(({ act }) => act)).toEqual(['reviewer/invited', 'reviewer/accepted', 'reviewer/changed'])
  })

  test('is somebody with the role, asked once, and never an applicant of the edition', async () => {
    const before = await reviewers()
    const invite = (person: string, by = officer) => inviteReviewer(held.db, by, place, { ...TERMS, person }, ORIGIN, NOW)
    const applicant = makeWorld().applications.e2[0]
    if (applicant === undefined) throw new Error('Nobody applied.')
    expect(codeOf(await invite(newId(NOW)))).toBe('reviewer/without-role')
    expect(codeOf(await invite(personId(applicant.holder)))).toBe('reviewer/without-role')
    const holder = await viewerOf(held.db, personId(applicant.holder))
    const address = await held.db.selectFrom('person').select('email').where('id', '=', holder.person.id).executeTakeFirstOrThrow()
    const gift = {
      email: address.email ?? '',
      nameAr: '',
      nameLatin: '',
      language: 'ar' as const,
      role: 'reviewer' as const,
      programme: null,
      edition: place.edition,
      regions: [],
    }
    expect((await giveRole(held.db, director, gift, ORIGIN, NOW)).ok).toBe(true)
    expect(codeOf(await invite(holder.person.id))).toBe('reviewer/applied')
    const known = await held.db.selectFrom('reviewer').select('person').where('edition', '=', place.edition).executeTakeFirstOrThrow()
    expect(codeOf(await invite(known.person))).toBe('reviewer/known-already')
    expect(codeOf(await invite(known.person, await viewerOf(held.db, known.person)))).toBe('reviewer/not-allowed')
    expect(await reviewers()).toBe(before)
  })

  test('invited twice at the same instant is invited once', async () => {
    const person = await reader('deux@example.org')
    const press = () => inviteReviewer(held.db, officer, place, { ...TERMS, person: person.person.id }, ORIGIN, NOW)
    const outcomes = await Promise.all([press(), press(), press()])
    expect(outcomes.map(codeOf).sort()).toEqual(['ok', 'reviewer/known-already', 'reviewer/known-already'])
    const mails = await held.db
      .selectFrom('message')
      .select('id')
      .where('kind', '=', 'reviewer-invitation')
      .where('address', '=', 'deux@example.org')
      .execute()
    expect(mails).toHaveLength(1)
  })

  test('who leaves keeps what was handed in; the rest goes back to be assigned', async () => {
    const found = await held.db
      .selectFrom('assignment as g')
      .leftJoin('review as v', (join) => join.onRef('v.organisation', '=', 'g.organisation').onRef('v.assignment', '=', 'g.id'))
      .select((all) => ['g.reviewer', all.fn.countAll<string>().as('all'), all.fn.count<string>('v.submitted_at').as('submitted')])
      .where('g.edition', '=', place.edition)
      .where('g.ended_at', 'is', null)
      .groupBy('g.reviewer')
      .execute()
    const one = found.find((row) => Number(row.all) > Number(row.submitted))
    if (one === undefined) throw new Error('Everything was handed in.')
    expect(codeOf(await changeReviewer(held.db, officer, place, { ...TERMS, reviewer: one.reviewer, maxLoad: 1 }, NOW))).toBe('reviewer/load-given')
    expect(codeOf(await endReviewer(held.db, officer, place, { reviewer: one.reviewer, reason: '  ' }, NOW))).toBe('reviewer/without-reason')
    const ended = await endReviewer(held.db, officer, place, { reviewer: one.reviewer, reason: 'Voyage' }, NOW)
    expect(ended).toMatchObject({ ok: true, value: { ended: Number(one.all) - Number(one.submitted) } })
    const standing = await held.db.selectFrom('assignment').select('id').where('reviewer', '=', one.reviewer).where('ended_at', 'is', null).execute()
    expect(standing).toHaveLength(Number(one.submitted))
    expect((await planOf(held.db, officer, place, 'reading', 'fr', NOW))?.pairs).toBeGreaterThan(0)
    expect(codeOf(await endReviewer(held.db, officer, place, { reviewer: one.reviewer, reason: 'Encore' }, NOW))).toBe('reviewer/left')
  })

  test('is anybody by their address: made when new, with the role in this edition and no further', async () => {
    const newcomer = { email: 'neuve@example.org', nameAr: '', nameLatin: 'Lina Neuve', language: 'fr' as const }
    const invite = (one: typeof newcomer, by = officer) => inviteReviewer(held.db, by, place, { ...TERMS, newcomer: one }, ORIGIN, NOW)
    const people = async () => (await held.db.selectFrom('person').select('id').execute()).length
    const before = [await people(), await reviewers()]
    expect(codeOf(await invite({ ...newcomer, nameLatin: '' }))).toBe('person/nameless')
    expect(codeOf(await invite({ ...newcomer, nameLatin: 'لينا' }))).toBe('person/not-in-latin')
    expect(codeOf(await inviteReviewer(held.db, officer, place, { ...TERMS, region: 'nowhere', newcomer }, ORIGIN, NOW))).toBe(
      'reviewer/unknown-region',
    )
    expect([await people(), await reviewers()]).toEqual(before)
    const outcomes = await Promise.all([invite(newcomer), invite(newcomer)])
    expect(outcomes.map(codeOf).sort()).toEqual(['ok', 'reviewer/known-already'])
    const made = await held.db.selectFrom('person').select(['id', 'name_latin']).where('email', '=', newcomer.email).executeTakeFirstOrThrow()
    const grants = await held.db.selectFrom('role_grant').select(['role', 'edition', 'ended_at']).where('person', '=', made.id).execute()
    expect([made.name_latin, grants]).toEqual(['Lina Neuve', [{ role: 'reviewer', edition: place.edition, ended_at: null }]])
    expect(await myInvitations(held.db, await viewerOf(held.db, made.id))).toHaveLength(1)
    const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', made.id).orderBy('seq').execute()
    expect(acts.map(({ act }) => act)).toEqual(['person/added', 'role/given'])
    // An officer who is not a reviewer does not make themselves one.
    const own = await held.db.selectFrom('person').select('email').where('id', '=', officer.person.id).executeTakeFirstOrThrow()
    expect(codeOf(await invite({ ...newcomer, email: own.email ?? '' }))).toBe('reviewer/own')
  })
})
