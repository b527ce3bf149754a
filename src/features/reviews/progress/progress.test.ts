import { beforeAll, expect, test } from 'vitest'
import { ok, refused } from '../../../domain/result.ts'
import { eligible, reviewerIn, smallEdition, type SmallEdition, type SmallReviewer, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { applyAssignment } from '../commands/assign.ts'
import { remindBeforeLast, remindReaders } from '../commands/remind-readers.ts'
import { saveReview, submitReview } from '../commands/review.ts'
import { myReviews } from '../queries/my-reviews.ts'
import { planOf } from '../queries/plan.ts'
import { progressOf } from '../queries/progress.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const ORIGIN = 'https://kawaliss.example'
const days = (count: number): Date => new Date(NOW.getTime() + count * 86_400_000)
let small: SmallEdition
let place: { programme: string; edition: string }
let readers: SmallReviewer[]

beforeAll(async () => {
  small = await smallEdition(held.db)
  place = { programme: small.programme, edition: small.edition }
  const files = [await submitted(held.db, small), await submitted(held.db, small)]
  await eligible(held.db, small, ...files.map(({ application }) => application))
  readers = [await reviewerIn(held.db, small), await reviewerIn(held.db, small)]
  const plan = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect(await applyAssignment(held.db, small.officer, place, plan?.fingerprint ?? '', NOW)).toEqual(ok({ pairs: 4 }))
  const name = JSON.stringify({ ar: 'قراءة', fr: 'Lectures', en: 'Readings' })
  const row = {
    organisation: small.organisation,
    edition: small.edition,
    code: 'scoring',
    name,
    starts_on: '2024-04-19',
    ends_on: '2024-04-19',
    public: false,
  }
  await held.db.insertInto('edition_date').values(row).execute()
}, 60_000)

const view = async (at: Date) => {
  const shown = await progressOf(held.db, small.officer, place, 'fr', at)
  if (shown === null) throw new Error('Nothing is shown.')
  return shown
}
const letters = async () =>
  (
    await held.db
      .selectFrom('message')
      .select('object')
      .where('organisation', '=', small.organisation)
      .where('kind', '=', 'reading-reminder')
      .execute()
  ).map(({ object }) => object)
const grid = { scores: { viability: 3, impact: 3, team: 3, need: 3 }, comments: {} }

test('who has not handed everything in is reminded as it was shown, and not twice within three days', async () => {
  const [one, other] = readers as [SmallReviewer, SmallReviewer]
  for (const { assignment } of await myReviews(held.db, one.viewer))
    expect((await submitReview(held.db, one.viewer, { assignment, version: 0, ...grid, unrelated: true }, NOW)).ok).toBe(true)
  const [begun] = await myReviews(held.db, other.viewer)
  const stale = await view(NOW)
  expect((await saveReview(held.db, other.viewer, { assignment: begun?.assignment ?? '', version: 0, ...grid }, NOW)).ok).toBe(true)
  expect(stale.lines.map(({ reviewer, outcome }) => [reviewer, outcome])).toEqual([
    [other.reviewer, 'written-to'],
    [one.reviewer, 'nothing-open'],
  ])
  const shown = await view(NOW)
  expect(shown.lines.map(({ submitted: done, begun: saved, untouched }) => [done, saved, untouched])).toEqual([
    [0, 1, 1],
    [2, 0, 0],
  ])
  expect(await remindReaders(held.db, other.viewer, place, shown.fingerprint, ORIGIN, NOW)).toEqual(refused('reminder/not-allowed'))
  expect(await remindReaders(held.db, small.officer, place, shown.fingerprint, ORIGIN, NOW)).toEqual(ok({ reminded: 1 }))
  expect(await remindReaders(held.db, small.officer, place, shown.fingerprint, ORIGIN, NOW)).toEqual(refused('reminder/plan-changed'))
  const after = await view(days(1))
  expect(after.lines.map(({ outcome }) => outcome)).toEqual(['lately', 'nothing-open'])
  expect(await remindReaders(held.db, small.officer, place, after.fingerprint, ORIGIN, days(1))).toEqual(refused('reminder/nobody'))
  expect(await letters()).toEqual([other.reviewer])
})

test('three days before the last day reminders leave by themselves, once, and late ones are told apart afterwards', async () => {
  const other = readers[1] as SmallReviewer
  expect(await remindBeforeLast(held.db, ORIGIN, days(4))).toBe(0)
  expect(await remindBeforeLast(held.db, ORIGIN, days(6))).toBe(1)
  expect(await remindBeforeLast(held.db, ORIGIN, days(7))).toBe(0)
  expect(await letters()).toEqual([other.reviewer, other.reviewer])
  expect([(await view(days(9))).lines[0]?.late, (await view(days(10))).lines[0]?.late]).toEqual([false, true])
})

test('one press stops them, whoever holds the address; every page of it is valid', async () => {
  const other = readers[1] as SmallReviewer
  const visitor = mounted(held.db, reviewRoutes, { organisation: small.organisation, person: null, grants: [] }, days(7))
  const desk = mounted(held.db, reviewRoutes, small.officer, days(12))
  for (const path of [`/ar/reading-reminders/${other.reviewer}/removal`, `/fr/reading-reminders/nobody/removal`]) {
    const shown = await visitor.get(path)
    expect([shown.status, await htmlFaults(await shown.text())]).toEqual([200, []])
  }
  expect((await view(days(12))).reached).toBe(1)
  const pressed = await visitor.post(`/ar/reading-reminders/${other.reviewer}/removal`, {})
  expect([pressed.status, await htmlFaults(await pressed.text())]).toEqual([200, []])
  expect((await view(days(12))).lines.map(({ outcome }) => outcome)).toEqual(['stopped', 'nothing-open'])
  for (const language of ['ar', 'fr', 'en']) {
    const page = await desk.get(`/${language}/desk/2024/progress`)
    expect([language, page.status, await htmlFaults(await page.text())]).toEqual([language, 200, []])
  }
  const sent = await desk.post('/fr/desk/2024/progress/reminders', { fingerprint: '0'.repeat(64) })
  expect([sent.status, await htmlFaults(await sent.text())]).toEqual([409, []])
})
