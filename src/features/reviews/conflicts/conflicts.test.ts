import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { findTies, houseName, ownDomain, type TiedApplication, type TiedReviewer } from '../../../domain/conflict.ts'
import { ok, refused } from '../../../domain/result.ts'
import {
  eligible,
  reviewerIn,
  smallEdition,
  staffOf,
  type SmallEdition,
  type SmallReviewer,
  type Submitted,
  submitted,
} from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { calibrationOf } from '../queries/calibration.ts'
import { applyAssignment } from '../commands/assign.ts'
import { judgeMany } from '../commands/judge-many.ts'
import { judgeConflict } from '../commands/judge-tie.ts'
import { lookForConflicts } from '../commands/look-for-ties.ts'
import { changeReviewer } from '../commands/reviewer.ts'
import { declareConflict, submitReview } from '../commands/review.ts'
import { withdrawConflict } from '../commands/withdraw-conflict.ts'
import { answersPlan } from '../queries/answers-plan.ts'
import { allTies, conflictsOf } from '../queries/conflicts.ts'
import { readingsOf } from '../queries/desk.ts'
import { myReviews } from '../queries/my-reviews.ts'
import { planOf } from '../queries/plan.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
let small: SmallEdition
let place: { programme: string; edition: string }

beforeAll(async () => {
  small = await smallEdition(held.db)
  place = { programme: small.programme, edition: small.edition }
}, 60_000)

const nobody = { people: [], names: [], emails: [], phones: [], organisations: [] }
const reader = (more: Partial<TiedReviewer>): TiedReviewer => ({
  ...nobody,
  reviewer: 'r',
  coached: { 'one-to-one': [], group: [] },
  readBy: [],
  ...more,
})
const file = (more: Partial<TiedApplication>): TiedApplication => ({ ...nobody, application: 'a', ...more })
const found = (one: Partial<TiedReviewer>, other: Partial<TiedApplication>) =>
  findTies([reader(one)], [file(other)]).map(({ kind, sign, certain }) => `${kind} ${sign} ${certain ? 'certain' : 'doubtful'}`)

test('what ties a reviewer to applicants is seen in either script; what may be chance is a question', () => {
  expect(found({ names: ['Karim El Alaoui'] }, { names: ['سلمى العلوي'] })).toEqual(['family-name name doubtful'])
  expect(found({ names: ['Karim El Alaoui'] }, { names: ['سلمى الإدريسي'] })).toEqual([])
  expect(found({ names: ['Mohamed Bennani'] }, { names: ['محمد بناني'] })).toEqual(['team name doubtful'])
  expect(found({ people: ['p'] }, { people: ['p', 'q'] })).toEqual(['team person certain'])
  expect(found({ organisations: ['Coopérative Tamaynut'] }, { organisations: ['تعاونية تماينوت'] })).toEqual(['organisation name certain'])
  expect(found({ organisations: ['Association Racines'] }, { organisations: ['Association Atlas'] })).toEqual([])
  expect(found({ emails: ['a@um5.ac.ma'] }, { emails: ['b@um5.ac.ma'] })).toEqual(['organisation domain doubtful'])
  expect(found({ emails: ['a@gmail.com'] }, { emails: ['b@gmail.com'] })).toEqual([])
  expect(found({ phones: ['+212600000001'] }, { phones: ['+212600000001'] })).toEqual(['address phone certain'])
  expect(found({ coached: { 'one-to-one': ['p'], group: ['q'] } }, { people: ['p'] })).toEqual(['coaching one-to-one certain'])
  expect(found({ coached: { 'one-to-one': ['p'], group: ['q'] } }, { people: ['q'] })).toEqual(['coaching group doubtful'])
  expect(found({ readBy: ['p'] }, { people: ['p'] })).toEqual(['reciprocal reads certain'])
  expect([houseName('Association Racines'), houseName('جمعية'), ownDomain('x@yahoo.co.uk'), ownDomain('x@hiba.ma')]).toEqual([
    'racines',
    'جمعيه',
    null,
    'hiba.ma',
  ])
})

async function named(one: SmallReviewer, latin: string): Promise<SmallReviewer> {
  await held.db.updateTable('person').set({ name_latin: latin, name_ar: '' }).where('id', '=', one.viewer.person.id).execute()
  return one
}

const lines = async (state: 'open' | 'standing' | 'dismissed') =>
  (await conflictsOf(held.db, small.officer, place, { state, kind: null, page: 1 }, 'fr'))?.lines ?? []
const pairsOf = async () => {
  const rows = await held.db
    .selectFrom('assignment')
    .select(['application', 'reviewer'])
    .where('edition', '=', small.edition)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => `${row.application} ${row.reviewer}`)
}

let one: Submitted
let cousin: SmallReviewer
let partner: SmallReviewer

test('a certain tie keeps two apart at once, a doubtful one stands to be answered; looking again changes nothing', async () => {
  one = await submitted(held.db, small, { region: 'fes', holder_name_latin: 'Salma Alaoui', holder_name_ar: 'سلمى العلوي' })
  await held.db
    .updateTable('submission')
    .set({ answers: sql`answers || '{"structure_name": "جمعية تماينوت"}'::jsonb` })
    .where('application', '=', one.application)
    .execute()
  const other = await submitted(held.db, small, { region: 'ori' })
  await eligible(held.db, small, one.application, other.application)
  cousin = await named(await reviewerIn(held.db, small, { region: 'ori' }), 'Karim El Alaoui')
  partner = await reviewerIn(held.db, small, { region: 'ori' })
  await reviewerIn(held.db, small, { region: 'fes' })
  await reviewerIn(held.db, small, { region: 'fes' })
  const terms = { reviewer: partner.reviewer, languages: ['fr', 'ar'], sectors: [], region: 'ori', minLoad: 0, maxLoad: 10 }
  expect(await changeReviewer(held.db, small.officer, place, { ...terms, affiliations: 'Dar Sanaa, Tamaynut' }, NOW)).toEqual(ok(null))
  expect((await lines('standing')).map(({ kind, application, reviewer }) => [kind, application, reviewer])).toEqual([
    ['organisation', one.application, partner.reviewer],
  ])
  expect(await lookForConflicts(held.db, small.officer, place, NOW)).toEqual(ok({ found: 1, gone: 0 }))
  expect(await lookForConflicts(held.db, small.officer, place, NOW)).toEqual(ok({ found: 0, gone: 0 }))
  expect((await lines('open')).map(({ kind, reviewer }) => [kind, reviewer])).toEqual([['family-name', cousin.reviewer]])
  const plan = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect([plan?.questions, plan?.figures.doubtful]).toEqual([1, 0])
  expect((await applyAssignment(held.db, small.officer, place, plan?.fingerprint ?? '', NOW)).ok).toBe(true)
  const pairs = await pairsOf()
  for (const barred of [partner, cousin]) expect(pairs).not.toContain(`${one.application} ${barred.reviewer}`)
})

test('an officer answers with a reason, once for what they read; a tie that is gone asks nothing any more', async () => {
  const tie = { reviewer: cousin.reviewer, application: one.application, kind: 'family-name', stands: false, reason: 'Aucune parenté', seen: 0 }
  const regional = await staffOf(held.db, small, 'officer', 'fes')
  expect(await judgeConflict(held.db, regional, place, tie, NOW)).toEqual(refused('conflict/not-allowed'))
  expect(await judgeConflict(held.db, small.officer, place, { ...tie, reason: ' ' }, NOW)).toEqual(refused('conflict/unreasoned'))
  expect(await judgeConflict(held.db, small.officer, place, { ...tie, kind: 'team' }, NOW)).toEqual(refused('conflict/unknown'))
  expect(await judgeConflict(held.db, small.officer, place, tie, NOW)).toEqual(ok({ ended: 0, back: 0 }))
  expect(await judgeConflict(held.db, small.director, place, { ...tie, stands: true }, NOW)).toEqual(refused('conflict/judged-since'))
  expect((await lines('dismissed')).map(({ judged }) => judged?.reason)).toEqual(['Aucune parenté'])
  const terms = { reviewer: partner.reviewer, languages: ['fr'], sectors: [], region: 'ori', minLoad: 0, maxLoad: 10, affiliations: '' }
  expect((await changeReviewer(held.db, small.officer, place, terms, NOW)).ok).toBe(true)
  expect(await lines('standing')).toEqual([])
})

const GRID = { scores: { viability: 3, impact: 3, team: 3, need: 3 }, comments: {} }

test('a file taken back after it was scored leaves every count, average and list, and is offered to somebody else', async () => {
  const rows = await held.db.selectFrom('assignment').select(['id', 'reviewer']).where('application', '=', one.application).execute()
  const [reading] = rows
  const viewer = await held.db
    .selectFrom('reviewer')
    .select('person')
    .where('id', '=', reading?.reviewer ?? '')
    .executeTakeFirstOrThrow()
  const person = { ...small.officer, person: { ...small.officer.person, id: viewer.person }, grants: [] }
  expect((await submitReview(held.db, person, { assignment: reading?.id ?? '', version: 0, ...GRID, unrelated: true }, NOW)).ok).toBe(true)
  expect((await calibrationOf(held.db, small.officer, place, 'fr'))?.readings).toBe(1)
  await held.db.updateTable('person').set({ phone: '+212612121212' }).where('id', '=', viewer.person).execute()
  await held.db.updateTable('person').set({ phone: '+212612121212' }).where('id', '=', one.holder.person.id).execute()
  expect(await lookForConflicts(held.db, small.officer, place, NOW)).toEqual(ok({ found: 1, gone: 0 }))
  const [tie] = await lines('open')
  expect([tie?.kind, tie?.reads]).toEqual(['address', true])
  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  for (const language of ['ar', 'fr', 'en']) {
    for (const path of ['/desk/2024/conflicts', '/desk/2024/assignment?ask=outside&ask=connected', '/desk/2024/conflicts?state=dismissed']) {
      const answer = await desk.get(`/${language}${path}`)
      expect([path, answer.status, await htmlFaults(await answer.text())]).toEqual([path, 200, []])
    }
  }
  const name = `${tie?.reviewer}-${one.application}-address`
  const form = { reviewer: tie?.reviewer ?? '', application: one.application, kind: 'address', seen: '0', [`answer-${name}`]: 'stands' }
  const lacking = await desk.post('/fr/desk/2024/conflicts', { ...form, [`reason-${name}`]: '' })
  expect([lacking.status, await htmlFaults(await lacking.text())]).toEqual([422, []])
  const sent = await desk.post('/fr/desk/2024/conflicts', { ...form, [`reason-${name}`]: 'Même foyer' })
  expect(sent.headers.get('location')).toBe('/fr/desk/2024/assignment?said=file-taken-back')
  expect((await calibrationOf(held.db, small.officer, place, 'fr'))?.readings).toBe(0)
  const line = (await readingsOf(held.db, small.officer, place, 'fr'))?.find(({ application }) => application === one.application)
  expect([line?.mean ?? null, line?.readings.length]).toEqual([null, 1])
  expect((await myReviews(held.db, person)).find(({ number }) => number === one.number)?.state).toBe('conflict')
  const plan = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect(plan?.rows.map(({ number }) => number)).toEqual([one.number])
  expect(plan?.standing).toBe(3)
  expect((await desk.get('/fr/desk/2024/assignment?limit=0.5')).status).toBe(422)
})

test('one answer to many questions is shown before it is given, and refused once one of them was answered; a declared conflict is taken back with a reason', async () => {
  const edition = await smallEdition(held.db)
  const where = { programme: edition.programme, edition: edition.edition }
  const files: string[] = []
  for (const family of ['Bennani', 'Bennani', 'Alaoui'])
    files.push((await submitted(held.db, edition, { region: 'fes', holder_name_latin: `Salma ${family}`, holder_name_ar: 'سلمى' })).application)
  await eligible(held.db, edition, ...files)
  const reader = await named(await reviewerIn(held.db, edition, { region: 'ori' }), 'Karim Bennani')
  await named(await reviewerIn(held.db, edition, { region: 'ori' }), 'Nora Alaoui')
  await named(await reviewerIn(held.db, edition, { region: 'ori' }), 'Hind Tazi')
  expect(await lookForConflicts(held.db, edition.officer, where, NOW)).toEqual(ok({ found: 3, gone: 0 }))
  const every = { all: 'family-name' } as const
  const planned = async () => (await answersPlan(held.db, edition.officer, where, every, false, 'fr'))?.fingerprint ?? ''
  const answers = async () => ({ chosen: every, stands: false, reason: 'Nom courant', fingerprint: await planned() })
  const stale = await answers()
  const tie = { reviewer: reader.reviewer, application: files[0] as string, kind: 'family-name', stands: true, reason: 'Cousins', seen: 0 }
  expect((await judgeConflict(held.db, edition.officer, where, tie, NOW)).ok).toBe(true)
  expect(await judgeMany(held.db, edition.officer, where, stale, NOW)).toEqual(refused('conflict/inputs-changed'))
  expect(await judgeMany(held.db, edition.officer, where, { ...(await answers()), reason: ' ' }, NOW)).toEqual(refused('conflict/unreasoned'))
  const desk = mounted(held.db, reviewRoutes, edition.officer, NOW)
  for (const language of ['ar', 'fr', 'en'])
    for (const path of ['/desk/2024/conflicts', '/desk/2024/conflicts?kind=family-name', '/desk/2024/conflicts/answers?all=yes&answer=stands']) {
      const answer = await desk.get(`/${language}${path}`)
      expect([path, answer.status, await htmlFaults(await answer.text())]).toEqual([path, 200, []])
    }
  const form = { answer: 'none', all: 'yes', kind: 'family-name', fingerprint: await planned() }
  const lacking = await desk.post('/fr/desk/2024/conflicts/answers', { ...form, reason: '' })
  expect([lacking.status, await htmlFaults(await lacking.text())]).toEqual([422, []])
  const sent = await desk.post('/fr/desk/2024/conflicts/answers', { ...form, reason: 'Nom courant' })
  expect(sent.headers.get('location')).toBe('/fr/desk/2024/conflicts?said=conflicts-answered')
  const tied = await allTies(held.db, edition.organisation, edition.edition, 'fr')
  expect(tied.map(({ state, judged }) => `${state} ${judged?.reason}`).sort()).toEqual([
    'dismissed Nom courant',
    'dismissed Nom courant',
    'standing Cousins',
  ])
  expect(await judgeMany(held.db, edition.officer, where, { ...form, chosen: every, stands: false, reason: 'Encore' }, NOW)).toEqual(
    refused('conflict/none-chosen'),
  )
  const plan = await planOf(held.db, edition.officer, where, 'reading', 'fr', NOW)
  expect((await applyAssignment(held.db, edition.officer, where, plan?.fingerprint ?? '', NOW)).ok).toBe(true)
  const given = await held.db.selectFrom('assignment').select(['id', 'application']).where('reviewer', '=', reader.reviewer).execute()
  const [reading] = given
  expect((await declareConflict(held.db, reader.viewer, { assignment: reading?.id ?? '', note: 'Mon frère' }, NOW)).ok).toBe(true)
  const pair = { reviewer: reader.reviewer, application: reading?.application ?? '', reason: 'Autre dossier' }
  expect(await withdrawConflict(held.db, edition.officer, where, { ...pair, reason: '' }, NOW)).toEqual(refused('conflict/unreasoned-withdrawal'))
  expect(await withdrawConflict(held.db, reader.viewer, where, pair, NOW)).toEqual(refused('conflict/not-allowed'))
  expect(await withdrawConflict(held.db, edition.officer, where, pair, NOW)).toEqual(ok({ back: 1 }))
  expect(await withdrawConflict(held.db, edition.officer, where, pair, NOW)).toEqual(refused('conflict/unknown'))
  const [back] = (await allTies(held.db, edition.organisation, edition.edition, 'fr')).filter(({ kind }) => kind === 'declared')
  expect([back?.state, back?.shared, back?.judged?.reason, back?.reads]).toEqual(['dismissed', 'Mon frère', 'Autre dossier', true])
  const page = await desk.get('/fr/desk/2024/conflicts?state=dismissed')
  expect([page.status, await htmlFaults(await page.text())]).toEqual([200, []])
})
