import { expect, test } from 'vitest'
import { ok, refused } from '../../../domain/result.ts'
import {
  eligible,
  reviewerIn,
  smallEdition,
  staffOf,
  submitted,
  type SmallEdition,
  type SmallReviewer,
} from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { readingsOf, reviewersOf } from '../queries/desk.ts'
import { interviewsOf } from '../queries/interviews.ts'
import { myReviews, reviewPage } from '../queries/my-reviews.ts'
import { planOf } from '../queries/plan.ts'
import { applyAssignment, applyThirdReaders } from './assign.ts'
import { endAssignment } from './end-assignments.ts'
import { inviteToInterview, recordAttendance } from './interview.ts'
import { declareConflict, saveReview, submitReview } from './review.ts'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const LATER = new Date('2024-04-12T09:00:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

/** Four eligible applications of two regions and four reviewers, assigned. */
async function assigned(): Promise<{ small: SmallEdition; applications: string[]; readers: SmallReviewer[] }> {
  const small = await smallEdition(held.db)
  const applications: string[] = []
  for (const region of ['fes', 'fes', 'ori', 'ori'])
    applications.push((await submitted(held.db, small, { region, cin: 'AB123456', email: 'secret@example.org' })).application)
  await eligible(held.db, small, ...applications)
  const readers: SmallReviewer[] = []
  for (const region of ['fes', 'fes', 'ori', 'ori']) readers.push(await reviewerIn(held.db, small, { region }))
  const plan = await planOf(held.db, small.officer, placeOf(small), 'reading', 'fr', NOW)
  expect(await applyAssignment(held.db, small.officer, placeOf(small), plan?.fingerprint ?? '', NOW)).toEqual(ok({ pairs: 8 }))
  return { small, applications, readers }
}

async function firstFile({ viewer }: SmallReviewer): Promise<string> {
  return (await myReviews(held.db, viewer))[0]?.assignment as string
}

const grid = (step: number) => ({
  scores: { viability: step, impact: step, team: step, need: step },
  comments: { viability: 'a', impact: 'b', team: 'c', need: 'd' },
})

async function scoreAll(small: SmallEdition, application: string, steps: readonly number[]): Promise<void> {
  const lines = (await readingsOf(held.db, small.officer, placeOf(small), 'fr')) ?? []
  const readings = lines.find((one) => one.application === application)?.readings ?? []
  for (const [place, step] of steps.entries()) {
    const { assignment, reviewer } = readings[place] as (typeof readings)[number]
    const row = await held.db
      .selectFrom('reviewer')
      .select('person')
      .where('organisation', '=', small.organisation)
      .where('id', '=', reviewer)
      .executeTakeFirstOrThrow()
    const viewer = { organisation: small.organisation, person: { id: row.person, nameAr: '', nameLatin: '', language: 'fr' as const }, grants: [] }
    expect((await submitReview(held.db, viewer, { assignment, version: 0, ...grid(step), unrelated: true }, NOW)).ok).toBe(true)
  }
}

test('a plan gives each application its readers, evenly, one of them at least from outside its region', async () => {
  const { small } = await assigned()
  const reviewers = await reviewersOf(held.db, small.officer, placeOf(small), 'fr')
  expect(reviewers?.map((one) => one.load)).toEqual([2, 2, 2, 2])
  const lines = (await readingsOf(held.db, small.officer, placeOf(small), 'fr')) ?? []
  const home = new Map(reviewers?.map((one) => [one.reviewer, one.region]))
  for (const line of lines) expect(line.readings.some((one) => home.get(one.reviewer) !== line.region)).toBe(true)
})

test('a plan is refused once what it rests on has changed, and nothing is left to do once it is applied', async () => {
  const { small } = await assigned()
  const place = placeOf(small)
  const more = await submitted(held.db, small)
  await eligible(held.db, small, more.application)
  const plan = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect(plan?.pairs).toBe(2)
  await reviewerIn(held.db, small)
  expect(await applyAssignment(held.db, small.officer, place, plan?.fingerprint ?? '', LATER)).toEqual(refused('assignment/inputs-changed'))
  const fresh = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect(await applyAssignment(held.db, small.officer, place, fresh?.fingerprint ?? '', LATER)).toEqual(ok({ pairs: 2 }))
  const after = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect(await applyAssignment(held.db, small.officer, place, after?.fingerprint ?? '', LATER)).toEqual(refused('assignment/nothing-to-do'))
})

test('only who arranges reviews in the whole edition plans and applies', async () => {
  const { small } = await assigned()
  const regional = await staffOf(held.db, small, 'officer', 'fes')
  expect(await planOf(held.db, regional, placeOf(small), 'reading', 'fr', NOW)).toBeNull()
  expect(await applyAssignment(held.db, regional, placeOf(small), 'x', NOW)).toEqual(refused('assignment/not-allowed'))
  expect((await readingsOf(held.db, regional, placeOf(small), 'fr'))?.every((line) => line.region === 'fes')).toBe(true)
})

test('a reader sees the dossier without anything that tells who applied, and nobody else’s file', async () => {
  const { readers } = await assigned()
  const [one, other] = readers as [SmallReviewer, SmallReviewer]
  const assignment = await firstFile(one)
  const view = await reviewPage(held.db, one.viewer, assignment, 'fr')
  const labels = view?.parts.flatMap((part) => part.answers.map((answer) => answer.label))
  expect(labels).toEqual([
    'label gender',
    'label applicant_kind',
    'label region',
    'label project_title',
    'label sector',
    'label summary',
    'label only_creation',
    'label supported_before',
  ])
  const submission = await held.db
    .selectFrom('submission')
    .select(['answers', 'holder_name'])
    .where('organisation', '=', one.viewer.organisation)
    .execute()
  const written = JSON.stringify(view)
  for (const { holder_name } of submission) expect(written.includes(holder_name)).toBe(false)
  for (const secret of ['AB123456', 'secret@example.org', '+2126', 'اسم']) expect(written.includes(secret)).toBe(false)
  expect(await reviewPage(held.db, other.viewer, assignment, 'fr')).toBeNull()
  expect(await saveReview(held.db, other.viewer, { assignment, version: 0, ...grid(3) }, NOW)).toEqual(refused('review/unknown'))
})

test('a draft is saved with its version, and an older page is told of the newer one', async () => {
  const { readers } = await assigned()
  const [{ viewer }] = readers as [SmallReviewer]
  const assignment = await firstFile(readers[0] as SmallReviewer)
  expect(
    await saveReview(held.db, viewer, { assignment, version: 0, scores: { viability: 3, impact: 9 }, comments: { viability: 'x', other: 'y' } }, NOW),
  ).toEqual(ok({ version: 1 }))
  expect(await saveReview(held.db, viewer, { assignment, version: 0, ...grid(2) }, LATER)).toEqual(refused('review/stale'))
  const view = await reviewPage(held.db, viewer, assignment, 'fr')
  expect([view?.scores, view?.comments, view?.version, view?.state]).toEqual([{ viability: 3 }, { viability: 'x' }, 1, 'draft'])
  expect(await saveReview(held.db, viewer, { assignment, version: 1, ...grid(2) }, LATER)).toEqual(ok({ version: 2 }))
})

test('two pages saving at one instant: one is kept, the other is told', async () => {
  const { readers } = await assigned()
  const [{ viewer }] = readers as [SmallReviewer]
  const assignment = await firstFile(readers[0] as SmallReviewer)
  const both = await Promise.all([
    saveReview(held.db, viewer, { assignment, version: 0, ...grid(2) }, NOW),
    saveReview(held.db, viewer, { assignment, version: 0, ...grid(4) }, NOW),
  ])
  expect(both.map((one) => (one.ok ? 'kept' : one.code)).sort()).toEqual(['kept', 'review/stale'])
})

test('a grid handed in has its score, and never changes again', async () => {
  const { small, readers } = await assigned()
  const [{ viewer }] = readers as [SmallReviewer]
  const assignment = await firstFile(readers[0] as SmallReviewer)
  const whole = { assignment, version: 0, scores: { viability: 3, impact: 5, team: 4, need: 2 }, comments: { impact: 'fort' }, unrelated: true }
  expect(await submitReview(held.db, viewer, { ...whole, comments: {} }, NOW)).toMatchObject({ ok: false, code: 'review/incomplete' })
  expect(await submitReview(held.db, viewer, whole, NOW)).toEqual(ok({ score: '71.00' }))
  expect(await saveReview(held.db, viewer, { assignment, version: 1, ...grid(1) }, LATER)).toEqual(refused('review/submitted'))
  expect(await submitReview(held.db, viewer, { ...whole, version: 1 }, LATER)).toEqual(refused('review/submitted'))
  const row = await held.db
    .selectFrom('review')
    .select(['scores', 'score'])
    .where('organisation', '=', small.organisation)
    .where('assignment', '=', assignment)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ scores: whole.scores, score: '71.00' })
})

test('a reader who declares a conflict loses the file, and the next plan gives it to somebody else', async () => {
  const { small, readers } = await assigned()
  const [{ viewer, reviewer }] = readers as [SmallReviewer]
  const assignment = await firstFile(readers[0] as SmallReviewer)
  expect(await declareConflict(held.db, viewer, { assignment, note: 'ma cousine' }, NOW)).toEqual(ok(null))
  expect(await reviewPage(held.db, viewer, assignment, 'fr')).toBeNull()
  expect((await myReviews(held.db, viewer)).map((one) => one.state)).toContain('conflict')
  const plan = await planOf(held.db, small.officer, placeOf(small), 'reading', 'fr', NOW)
  expect(await applyAssignment(held.db, small.officer, placeOf(small), plan?.fingerprint ?? '', LATER)).toEqual(ok({ pairs: 1 }))
  const given = await held.db
    .selectFrom('assignment')
    .select('reviewer')
    .where('organisation', '=', small.organisation)
    .where('assigned_at', '=', LATER)
    .execute()
  expect(given.map((one) => one.reviewer)).not.toContain(reviewer)
})

test('an officer takes an assignment back with a reason; what was read leaves the count', async () => {
  const { small, applications } = await assigned()
  const place = placeOf(small)
  await scoreAll(small, applications[0] as string, [3, 3])
  const line = async () => (await readingsOf(held.db, small.officer, place, 'fr'))?.find((one) => one.application === applications[0])
  const assignment = (await line())?.readings[0]?.assignment as string
  expect(await endAssignment(held.db, small.officer, place, { assignment, reason: ' ' }, LATER)).toEqual(refused('assignment/unreasoned'))
  expect(await endAssignment(held.db, small.officer, place, { assignment, reason: 'Malade' }, LATER)).toEqual(ok(null))
  expect(await endAssignment(held.db, small.officer, place, { assignment, reason: 'Malade' }, LATER)).toEqual(refused('assignment/ended'))
  expect((await line())?.readings.length).toBe(1)
})

test('readings too far apart call a third reader, whose score joins the mean', async () => {
  const { small, applications } = await assigned()
  const place = placeOf(small)
  await scoreAll(small, applications[0] as string, [2, 4])
  await scoreAll(small, applications[1] as string, [3, 4])
  const plan = await planOf(held.db, small.officer, place, 'third', 'fr', NOW)
  expect([plan?.applications, plan?.pairs]).toEqual([1, 1])
  expect(await applyThirdReaders(held.db, small.officer, place, plan?.fingerprint ?? '', LATER)).toEqual(ok({ pairs: 1 }))
  const before = (await readingsOf(held.db, small.officer, place, 'fr'))?.find((one) => one.application === applications[0])
  expect([before?.readings.map((one) => one.third), before?.mean]).toEqual([[false, false, true], '60.000000'])
  expect((await planOf(held.db, small.officer, place, 'third', 'fr', NOW))?.applications).toBe(0)
})

test('an interview is invited once, in a place that is free, mailed to the holder, and weighs in the final score', async () => {
  const { small, applications, readers } = await assigned()
  const place = placeOf(small)
  const [application, second] = applications as [string, string]
  await scoreAll(small, application, [4, 4])
  await scoreAll(small, second, [3, 3])
  expect((await interviewsOf(held.db, small.officer, place, 'fr'))?.candidates.map((one) => [one.application, one.passes])).toEqual([
    [application, true],
    [second, true],
  ])
  const [from, to] = [new Date('2024-04-22T09:00:00Z'), new Date('2024-04-22T09:30:00Z')]
  const panel = [(readers[0] as SmallReviewer).reviewer]
  const input = { application, from, to, place: 'Dar Batha, Fès', panel }
  expect(await inviteToInterview(held.db, small.officer, place, { ...input, panel: [] }, NOW)).toEqual(refused('interview/no-panel'))
  const invited = await inviteToInterview(held.db, small.officer, place, input, NOW)
  expect(invited.ok).toBe(true)
  expect(await inviteToInterview(held.db, small.officer, place, { ...input, from: to, to: new Date('2024-04-22T10:00:00Z') }, NOW)).toEqual(
    refused('interview/already-invited'),
  )
  expect(await inviteToInterview(held.db, small.officer, place, { ...input, application: second }, NOW)).toEqual(refused('interview/place-taken'))
  const mails = await held.db.selectFrom('message').select('kind').where('organisation', '=', small.organisation).execute()
  expect(mails).toEqual([{ kind: 'interview-invitation' }])
  const interview = invited.ok ? invited.value.interview : ''
  expect(await recordAttendance(held.db, small.officer, place, { interview, attended: true }, NOW)).toEqual(refused('interview/not-yet'))
  expect(await recordAttendance(held.db, small.officer, place, { interview, attended: true }, to)).toEqual(ok(null))
  const seat = (await myReviews(held.db, (readers[0] as SmallReviewer).viewer)).find((one) => one.stage.code === 'interview')
  expect(
    await submitReview(
      held.db,
      (readers[0] as SmallReviewer).viewer,
      { assignment: seat?.assignment as string, version: 0, ...grid(5), unrelated: true },
      to,
    ),
  ).toEqual(ok({ score: '100.00' }))
  // Whoever was heard and marked cannot be written down as absent, which would take their file out of the selection.
  expect(await recordAttendance(held.db, small.officer, place, { interview, attended: false }, to)).toEqual(refused('interview/scored', { count: 1 }))
  const line = (await readingsOf(held.db, small.officer, place, 'fr'))?.find((one) => one.application === application)
  expect([line?.mean, line?.final, line?.passes]).toEqual(['80.000000', '90.000000', true])
})
