import { beforeAll, expect, test } from 'vitest'
import { nextEdition, published } from '../../../../tests/database/next-edition.ts'
import { eligible, reviewerIn, type SmallEdition, smallEdition, type SmallReviewer, submitted } from '../../../../tests/database/small-edition.ts'
import { reviewed } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { featureApp } from '../../../../tests/server/feature-app.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { calibrationOf } from '../queries/calibration.ts'
import { readingsOf } from '../queries/desk.ts'
import { feesOf } from '../queries/fees.ts'
import { myReviews } from '../queries/my-reviews.ts'
import { planOf } from '../queries/plan.ts'
import { progressOf } from '../queries/progress.ts'
import { reviewRoutes } from '../routes.tsx'
import { saveSample, submitSample } from './commands/mark-sample.ts'
import { chooseSample, openRound, removeSample, showRound } from './commands/round.ts'
import { sampleCandidates } from './queries/candidates.ts'
import { mySamples, samplePage } from './queries/reading.ts'
import { roundOf } from './queries/round.ts'

const held = testDatabase()
const NOW = new Date('2025-04-10T09:00:00Z')
const ORIGIN = 'https://kawaliss.example'
const marks = (viability: number, impact = viability) => ({ viability, impact, team: 3, need: 3 })

interface Room {
  readonly small: SmallEdition
  readonly place: { readonly programme: string; readonly edition: string }
  readonly past: readonly { readonly application: string; readonly number: string; readonly holder: SignedIn }[]
  readonly readers: readonly [SmallReviewer, SmallReviewer, SmallReviewer]
  /** Read the first application in its time. */
  readonly then: SmallReviewer
}
let room: Room

/** A year after an edition with three applications: a new one with three readers and a file of its own, read and scored by nobody yet. */
beforeAll(async () => {
  const before = await smallEdition(held.db)
  const past = [await submitted(held.db, before), await submitted(held.db, before), await submitted(held.db, before)]
  await eligible(held.db, before, ...past.map(({ application }) => application))
  const then = await reviewerIn(held.db, before)
  await reviewed(held.db, before, past[0]?.application ?? '', then, 'reading', '61.00')
  const small = await nextEdition(held.db, before)
  expect(await sampleCandidates(held.db, small.officer, placeOf(small), '')).toEqual([])
  await published(held.db, before)
  const readers = [await reviewerIn(held.db, small), await reviewerIn(held.db, small), await reviewerIn(held.db, small)] as const
  const { application } = await submitted(held.db, small)
  await eligible(held.db, small, application)
  room = { small, past, readers, then, place: placeOf(small) }
})

const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

const choose = (application: string) => chooseSample(held.db, room.small.officer, room.place, { application }, NOW)
const handIn = (reader: SmallReviewer, sample: string, scores: Record<string, number>) =>
  submitSample(held.db, reader.viewer, { sample, version: 0, scores, comments: {} }, NOW)

/** Who was written to. */
async function told(news: 'given' | 'shown'): Promise<string[]> {
  const rows = await held.db.selectFrom('message').select('person').where('kind', '=', `sample-files-${news}`).execute()
  return rows.map(({ person }) => person ?? '').sort()
}

/** Whatever counts files, scores or work in the edition. */
async function counted(): Promise<string> {
  const { small, place, readers } = room
  const { db } = held
  return JSON.stringify([
    await readingsOf(db, small.officer, place, 'fr'),
    await progressOf(db, small.officer, place, 'fr', NOW),
    await calibrationOf(db, small.officer, place, 'fr'),
    await planOf(db, small.officer, place, 'reading', 'fr', NOW),
    await feesOf(db, small.director, place, 'fr'),
    await myReviews(db, readers[0].viewer),
    await db.selectFrom('assignment').select('id').execute(),
    await db.selectFrom('review').select('assignment').execute(),
  ])
}

test('two to four applications of a public past edition are taken; readers have them only once they are given, and then they stay', async () => {
  const { small, place, past, readers } = room
  const [first, second, third] = past as [Room['past'][number], Room['past'][number], Room['past'][number]]
  const found = await sampleCandidates(held.db, small.officer, place, '')
  expect(found?.map(({ application, mean }) => [application, mean])).toEqual([
    [first.application, '61.00'],
    [second.application, null],
    [third.application, null],
  ])
  expect((await sampleCandidates(held.db, small.officer, place, second.number))?.map(({ number }) => number)).toEqual([second.number])
  expect([await chooseSample(held.db, readers[0].viewer, place, { application: first.application }, NOW), await choose('x')]).toEqual([
    refused('sample/not-allowed'),
    refused('sample/not-a-candidate'),
  ])
  expect((await choose(first.application)).ok).toBe(true)
  expect([await choose(first.application), await openRound(held.db, small.officer, place, {}, ORIGIN, NOW)]).toEqual([
    refused('sample/not-a-candidate'),
    refused('sample/too-few', { min: 2 }),
  ])
  const extra = await choose(third.application)
  expect((await choose(second.application)).ok).toBe(true)
  if (!extra.ok) throw new Error(extra.code)
  expect(await removeSample(held.db, small.officer, place, { sample: extra.value.sample }, NOW)).toEqual(ok(null))
  expect(await mySamples(held.db, readers[0].viewer)).toEqual([])
  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  for (const language of LANGUAGES) {
    const text = await (await desk.get(`/${language}/desk/2025/samples?q=projet`)).text()
    expect([text.includes(first.number), text.includes(third.number), await htmlFaults(text)]).toEqual([true, true, []])
  }
  expect(await openRound(held.db, small.officer, place, {}, ORIGIN, NOW)).toEqual(ok(null))
  expect([await choose(third.application), await openRound(held.db, small.officer, place, {}, ORIGIN, NOW)]).toEqual([
    refused('sample/opened'),
    refused('sample/opened'),
  ])
  expect((await mySamples(held.db, readers[0].viewer)).map(({ position, state }) => [position, state])).toEqual([
    [1, 'todo'],
    [3, 'todo'],
  ])
  expect(await told('given')).toEqual(readers.map(({ viewer }) => viewer.person.id).sort())
  // Whoever applied then and reads now is not shown their own file.
  expect(await mySamples(held.db, first.holder)).toEqual([])
})

test('readers mark the samples as blind as their files; the office sees each mark, mean and gap, and who reads severely; nothing that counts has changed', async () => {
  const { small, place, past, readers } = room
  const before = await counted()
  const [one, two, three] = readers
  const [first, second] = (await mySamples(held.db, one.viewer)).map(({ sample }) => sample) as [string, string]
  const page = await (await mounted(held.db, reviewRoutes, one.viewer, NOW).get(`/fr/reviews/samples/${first}`)).text()
  const row = await held.db
    .selectFrom('submission')
    .select('answers')
    .where('application', '=', past[0]?.application ?? '')
    .executeTakeFirstOrThrow()
  const { holder_name_latin, phone, summary } = row.answers as Record<string, string>
  expect([holder_name_latin, phone, past[0]?.number].filter((told) => page.includes(told ?? '?'))).toEqual([])
  expect(page.includes(summary ?? '?')).toBe(true)

  expect(await saveSample(held.db, one.viewer, { sample: first, version: 0, scores: { viability: 2 }, comments: {} }, NOW)).toEqual(
    ok({ version: 1 }),
  )
  expect(await handIn(one, first, marks(2))).toMatchObject({ code: 'review/stale' })
  const whole = await submitSample(held.db, one.viewer, { sample: first, version: 1, scores: marks(2), comments: {} }, NOW)
  expect(whole).toEqual(ok({ score: '49.00' }))
  expect(await handIn(one, first, marks(4))).toEqual(refused('review/submitted'))
  expect([(await handIn(one, second, marks(2, 2))).ok, (await handIn(two, first, marks(4))).ok, (await handIn(two, second, marks(4))).ok]).toEqual([
    true,
    true,
    true,
  ])
  expect([(await handIn(three, first, marks(4, 3))).ok, await handIn(three, second, { viability: 4 })]).toMatchObject([
    true,
    { code: 'review/incomplete' },
  ])
  const view = await roundOf(held.db, small.officer, place, 'fr')
  const [sample] = view?.samples ?? []
  expect([sample?.marks.length, sample?.figures.viability, sample?.figures.team]).toEqual([
    3,
    { mean: 10 / 3, low: 2, high: 4 },
    { mean: 3, low: 3, high: 3 },
  ])
  expect(view?.readers.map(({ reviewer, handedIn, tendency }) => [reviewer, handedIn, tendency.reads])).toEqual([
    [one.reviewer, 2, 'severe'],
    [three.reviewer, 1, null],
    [two.reviewer, 2, 'lenient'],
  ])
  expect(await counted()).toBe(before)
  expect([await roundOf(held.db, one.viewer, place, 'fr'), await sampleCandidates(held.db, one.viewer, place, '')]).toEqual([null, null])
})

test('a reader sees the marks of the others, without names, only once the office shows them and their own grid is in', async () => {
  const { small, place, readers } = room
  const [one, , three] = readers
  const [first, second] = (await mySamples(held.db, one.viewer)).map(({ sample }) => sample) as [string, string]
  const results = async (reader: SmallReviewer, sample: string) => (await samplePage(held.db, reader.viewer, sample, 'fr'))?.results
  expect(await results(one, first)).toBe(null)
  expect(await showRound(held.db, small.officer, place, { note: 'x'.repeat(4001) }, ORIGIN, NOW)).toEqual(
    refused('sample/note-too-long', { max: 4000 }),
  )
  expect(await showRound(held.db, small.officer, place, { note: ' Un 4 demande un débouché vérifié. ' }, ORIGIN, NOW)).toEqual(ok(null))
  expect(await showRound(held.db, small.officer, place, { note: 'Un 4 demande un débouché vérifié.' }, ORIGIN, NOW)).toEqual(ok(null))
  // All three have handed one in; a note that is written anew is told to nobody.
  expect(await told('shown')).toEqual(readers.map(({ viewer }) => viewer.person.id).sort())
  const seen = await results(one, first)
  expect([seen?.note, seen?.criteria.viability?.others, seen?.criteria.impact?.others]).toEqual(['Un 4 demande un débouché vérifié.', [4, 4], [3, 4]])
  expect(await results(three, second)).toBe(null)
  const names = await held.db
    .selectFrom('person')
    .select(['name_ar', 'name_latin'])
    .where(
      'id',
      'in',
      readers.slice(1).map(({ viewer }) => viewer.person.id),
    )
    .execute()
  for (const language of LANGUAGES) {
    const own = mounted(held.db, reviewRoutes, one.viewer, NOW)
    const [list, page] = [await (await own.get(`/${language}/reviews`)).text(), await (await own.get(`/${language}/reviews/samples/${first}`)).text()]
    const desk = await (await mounted(held.db, reviewRoutes, small.officer, NOW).get(`/${language}/desk/2025/samples`)).text()
    expect([await htmlFaults(list), await htmlFaults(page), await htmlFaults(desk)]).toEqual([[], [], []])
    expect(names.flatMap(({ name_ar, name_latin }) => [name_ar, name_latin]).filter((name) => page.includes(name))).toEqual([])
  }
})

test('what is refused comes back with everything typed; once a review is handed in, or in a stage that does not score, there are no samples', async () => {
  const { small, place, readers } = room
  const three = readers[2]
  const second = (await mySamples(held.db, three.viewer))[1]?.sample ?? ''
  const own = mounted(held.db, reviewRoutes, three.viewer, NOW)
  const back = await own.post(`/fr/reviews/samples/${second}/submission`, { version: '0', 'score.viability': '5', 'comment.team': 'Soudée' })
  const page = await back.text()
  expect([back.status, page.includes('Soudée'), await htmlFaults(page)]).toEqual([422, true, []])
  const stale = await own.post(`/fr/reviews/samples/${second}/draft`, { version: '7', 'comment.team': 'Soudée' })
  expect([stale.status, (await stale.text()).includes('Soudée')]).toEqual([409, true])
  for (const nonsense of ['x', '01890000-0000-7000-8000-000000000000'])
    expect((await own.post(`/fr/reviews/samples/${nonsense}/draft`, {})).status).toBe(404)
  expect(await chooseSample(held.db, small.officer, place, { stage: 'interview', application: 'x' }, NOW)).toEqual(refused('sample/not-this-stage'))
  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  const long = await desk.post('/fr/desk/2025/samples/results', { note: 'mot '.repeat(1500) })
  expect([long.status, (await long.text()).includes('mot mot mot')]).toEqual([422, true])
  expect((await desk.post('/fr/desk/2025/samples', { application: 'x', q: 'théâtre' })).status).toBe(422)
})

interface KeptCells {
  readonly version: number
  readonly said: string
  readonly parted: readonly string[]
  readonly long: Readonly<Record<string, string>>
  readonly cells: Readonly<Record<string, string>>
  readonly refused: { readonly code: string }
}

test('marks of a sample are kept as they are typed, as those of any file: two devices meet, and what is too long or comes too late is told', async () => {
  const three = room.readers[2]
  const [first, second] = (await mySamples(held.db, three.viewer)).map(({ sample }) => sample) as [string, string]
  const app = featureApp(
    () => held.db,
    () => room.small.organisation,
    reviewRoutes,
  )
  const patch = async (sample: string, fields: Record<string, string>, viewer: SignedIn | null = three.viewer) => {
    const answer = await app.ask('PATCH', `/fr/reviews/samples/${sample}/cells`, { viewer, now: NOW }, fields)
    return [answer.status, (await answer.json()) as KeptCells] as const
  }
  const [saved, kept] = await patch(second, { 'score.team': '4', 'over.score.team': '', 'comment.team': 'Rodée', 'over.comment.team': '' })
  expect([saved, kept.version, kept.said]).toEqual([200, 1, expect.stringContaining('Gardé à')])
  const [, other] = await patch(second, { 'score.need': '2', 'over.score.need': '', 'comment.team': 'Jeune', 'over.comment.team': '' })
  expect([other.parted, other.cells['score.team'], other.cells['comment.team']]).toEqual([['comment.team'], '4', 'Rodée'])
  const [, long] = await patch(second, { 'comment.need': 'x'.repeat(4001), 'over.comment.need': '' })
  expect(Object.keys(long.long)).toEqual(['comment.need'])
  const view = await samplePage(held.db, three.viewer, second, 'fr')
  expect([view?.state, view?.scores, view?.comments, view?.version]).toEqual(['draft', { team: 4, need: 2 }, { team: 'Rodée' }, 2])
  const own = mounted(held.db, reviewRoutes, three.viewer, NOW)
  const page = await (await own.get(`/fr/reviews/samples/${second}`)).text()
  expect([page.includes(`data-grid="/fr/reviews/samples/${second}/cells"`), await htmlFaults(page)]).toEqual([true, []])
  const late = await patch(first, { 'score.team': '5', 'over.score.team': '3' })
  expect([late[0], late[1].refused.code]).toEqual([410, 'review/submitted'])
  expect([(await patch(second, { 'score.team': '1' }, room.small.officer))[0], (await patch(second, { 'score.team': '1' }, null))[0]]).toEqual([
    404, 401,
  ])
})

test('the office sees which readers of the edition have read a sample before, on the sample and beside their marks', async () => {
  const { small, place, past, then } = room
  const known = async () =>
    (await roundOf(held.db, small.officer, place, 'fr'))?.samples.map(({ application, knownBy, marks }) => [
      application,
      knownBy.length,
      marks.filter(({ knew }) => knew).length,
    ])
  const [first, second] = past as [Room['past'][number], Room['past'][number]]
  const unknown = [first, second].map(({ application }) => [application, 0, 0])
  expect(await known()).toEqual(unknown)
  const { organisation, edition } = small
  const again = { organisation, id: newId(), edition, person: then.viewer.person.id, min_load: 0, max_load: 5, languages: ['fr'], sectors: [] }
  await held.db
    .insertInto('reviewer')
    .values({ ...again, region: null, invited_at: NOW, accepted_at: NOW })
    .execute()
  expect(await known()).toEqual([[first.application, 1, 0], unknown[1]])
  const sample = (await roundOf(held.db, small.officer, place, 'fr'))?.samples[0]?.sample ?? ''
  const marked = { organisation, sample, reviewer: again.id, edition, scores: JSON.stringify(marks(3)), comments: '{}', version: 1, saved_at: NOW }
  await held.db
    .insertInto('sample_review')
    .values({ ...marked, submitted_at: NOW, score: '50.00' })
    .execute()
  expect(await known()).toEqual([[first.application, 1, 1], unknown[1]])
  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  const said = { ar: 'سبق أن قرأ هذا الملف', fr: 'avait déjà lu ce dossier', en: 'had read this file before' }
  for (const language of LANGUAGES) {
    const text = await (await desk.get(`/${language}/desk/2025/samples`)).text()
    expect([text.includes(said[language]), await htmlFaults(text)], language).toEqual([true, []])
  }
})
