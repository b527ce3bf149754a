import { beforeAll, expect, test } from 'vitest'
import { eligible, reviewerIn, smallEdition, submitted, type SmallEdition, type SmallReviewer } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import { newId } from '../../../platform/database/id.ts'
import { openDiscussion, sayRemark } from '../commands/discussion.ts'
import { declareConflict, submitReview } from '../commands/review.ts'
import { reviseReview } from '../commands/revise-review.ts'
import { readingsOf } from '../queries/desk.ts'
import { deskDiscussions, discussionOf } from '../queries/discussion.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const SECRET = 'Je le trouve trop fragile'
let small: SmallEdition

beforeAll(async () => {
  small = await smallEdition(held.db)
})

type Reading = SmallReviewer & { readonly file: string }

/** One file, read by so many. */
async function read(by: number): Promise<{ application: string; readers: Reading[]; place: { programme: string; edition: string } }> {
  const { application } = await submitted(held.db, small, { region: 'fes' })
  await eligible(held.db, small, application)
  const { organisation, edition, programme } = small
  const readers: Reading[] = []
  for (let at = 0; at < by; at += 1) {
    const reader = await reviewerIn(held.db, small)
    const file = newId()
    const row = { organisation, id: file, edition, stage: 'reading', application, reviewer: reader.reviewer, third: false }
    await held.db
      .insertInto('assignment')
      .values({ ...row, assigned_at: new Date(NOW.getTime() + at), assigned_by: small.officer.person.id })
      .execute()
    readers.push({ ...reader, file })
  }
  return { application, readers, place: { programme, edition } }
}

async function handIn({ viewer, file }: Reading, step: number): Promise<void> {
  const scores = { viability: step, impact: step, team: step, need: step }
  expect((await submitReview(held.db, viewer, { assignment: file, version: 0, scores, comments: {}, unrelated: true }, NOW)).ok).toBe(true)
}

const say = ({ viewer, file }: Reading, text = SECRET) => sayRemark(held.db, viewer, { assignment: file, text }, NOW)

test('readers talk once all have handed in, under numbers; the desk reads them by name', async () => {
  const { application, readers, place } = await read(2)
  const [one, two] = readers as [Reading, Reading]
  await handIn(one, 2)
  expect(await say(one)).toEqual(refused('discussion/not-open'))
  await handIn(two, 4)
  expect([(await say(one)).ok, (await say(two, 'Moi non')).ok]).toEqual([true, true])
  const view = await discussionOf(held.db, two.viewer, two.file)
  expect([view?.reviews.map(({ place: at, own, score }) => [at, own, score]), view?.remarks.map(({ place: at, text }) => [at, text])]).toEqual([
    [
      [1, false, '40.00'],
      [2, true, '80.00'],
    ],
    [
      [1, SECRET],
      [2, 'Moi non'],
    ],
  ])
  const [stage] = (await deskDiscussions(held.db, small.officer, place, application, 'fr')) ?? []
  expect([stage?.remarks.length, stage?.reviews.every(({ name }) => name !== ''), stage?.mayOpen]).toEqual([2, true, false])
  for (const language of LANGUAGES) {
    const own = await mounted(held.db, reviewRoutes, two.viewer, NOW).get(`/${language}/reviews/${two.file}`)
    const desk = await mounted(held.db, reviewRoutes, small.officer, NOW).get(`/${language}/desk/2024/discussions/${application}`)
    const [page, there] = [await own.text(), await desk.text()]
    expect([page.includes(SECRET), there.includes(SECRET), await htmlFaults(page), await htmlFaults(there)]).toEqual([true, true, [], []])
    expect(page.includes(stage?.reviews[0]?.name ?? '?')).toBe(false)
  }
})

test('who has not scored, has stepped back or does not read the file learns nothing of what is said: no word, no score, no count', async () => {
  const { application, readers, place } = await read(3)
  const [one, late, left] = readers as [Reading, Reading, Reading]
  await handIn(one, 2)
  await handIn(left, 3)
  expect(await openDiscussion(held.db, small.officer, place, { application, stage: 'reading' }, NOW)).toEqual(ok(null))
  expect((await say(one)).ok).toBe(true)
  expect((await declareConflict(held.db, left.viewer, { assignment: left.file, note: '' }, NOW)).ok).toBe(true)
  const before = await discussionOf(held.db, late.viewer, late.file)
  expect(before).toEqual({ closed: 'discussion/not-handed-in', open: false, names: 'numbered', reviews: [], remarks: [] })
  const room = mounted(held.db, reviewRoutes, late.viewer, NOW)
  for (const path of ['/fr/reviews', `/fr/reviews/${late.file}`, `/fr/desk/2024/discussions/${application}`, `/fr/reviews/${one.file}`]) {
    const text = await (await room.get(path)).text()
    expect([path, text.includes(SECRET), text.includes('40,00')]).toEqual([path, false, false])
  }
  expect(await say(late)).toEqual(refused('discussion/not-handed-in'))
  expect([await discussionOf(held.db, left.viewer, left.file), await say(left)]).toEqual([null, refused('discussion/unknown')])
  const [stranger] = (await read(1)).readers as [Reading]
  expect([
    await discussionOf(held.db, stranger.viewer, one.file),
    await openDiscussion(held.db, stranger.viewer, place, { application, stage: 'reading' }, NOW),
  ]).toEqual([null, refused('discussion/not-allowed')])
})

test('an empty remark and one too long come back with what was typed; once an application is withdrawn nothing more is said', async () => {
  const { readers, application, place } = await read(1)
  const [one] = readers as [Reading]
  await handIn(one, 3)
  const room = mounted(held.db, reviewRoutes, one.viewer, NOW)
  const long = 'mot '.repeat(1500)
  const [empty, tooLong] = [
    await room.post(`/fr/reviews/${one.file}/discussion`, { text: ' ' }),
    await room.post(`/fr/reviews/${one.file}/discussion`, { text: long }),
  ]
  expect([empty.status, tooLong.status, (await tooLong.text()).includes(long.trim())]).toEqual([422, 422, true])
  await held.db
    .insertInto('withdrawal')
    .values({ organisation: small.organisation, application, withdrawn_at: NOW, withdrawn_by: one.viewer.person.id, reason: '' } as never)
    .execute()
  expect(await say(one)).toEqual(refused('discussion/closed'))
  expect(await openDiscussion(held.db, small.officer, place, { application: 'x', stage: 'reading' }, NOW)).toEqual(refused('discussion/unknown'))
})

const marks = (step: number) => ({ viability: step, impact: step, team: step, need: step })
const revise = ({ viewer, file }: Reading, step: number, reason = 'Le terrain est prêt, on me l’a montré') =>
  reviseReview(held.db, viewer, { assignment: file, scores: marks(step), comments: {}, reason }, NOW)

test('after the discussion a reader changes their marks once, with a reason: the first stay on record, and the desk sees how far apart readers lay before and lie now', async () => {
  const { application, readers, place } = await read(2)
  const [one, two] = readers as [Reading, Reading]
  await handIn(one, 2)
  expect(await revise(one, 3)).toEqual(refused('discussion/not-open'))
  const waiting = await (await mounted(held.db, reviewRoutes, one.viewer, NOW).get(`/fr/reviews/${one.file}`)).text()
  expect([waiting.includes('vous pourrez changer vos notes une fois'), waiting.includes('elle ne change plus')]).toEqual([true, false])
  await handIn(two, 4)
  expect([await revise(one, 2), await revise(one, 3, '  '), await revise(two, 4, 'x')]).toEqual([
    refused('revision/unchanged'),
    refused('revision/without-reason'),
    refused('revision/unchanged'),
  ])
  expect(await reviseReview(held.db, two.viewer, { assignment: one.file, scores: marks(3), comments: {}, reason: 'r' }, NOW)).toEqual(
    refused('review/unknown'),
  )
  // A mark at an end of the scale asks for its comment, as it did the first time.
  expect(await revise(one, 5)).toMatchObject({ code: 'review/incomplete' })
  expect(await revise(one, 3)).toEqual(ok({ score: '60.00' }))
  expect(await revise(one, 4)).toEqual(refused('revision/once'))
  const kept = await held.db.selectFrom('review_revision').selectAll().where('assignment', '=', one.file).executeTakeFirstOrThrow()
  const stands = await held.db.selectFrom('review').selectAll().where('assignment', '=', one.file).executeTakeFirstOrThrow()
  expect([kept.scores_before, kept.score_before, stands.scores, stands.score]).toEqual([marks(2), '40.00', marks(3), '60.00'])
  const [stage] = (await deskDiscussions(held.db, small.officer, place, application, 'fr')) ?? []
  expect(stage?.spread).toEqual({ before: '40.00', after: '20.00' })
  const line = (await readingsOf(held.db, small.officer, place, 'fr'))?.find((row) => row.application === application)
  expect([line?.mean, line?.spreadBefore, line?.spread]).toEqual(['70.000000', '40.00', '20.00'])
  expect((await discussionOf(held.db, two.viewer, two.file))?.reviews.map(({ score, changed }) => [score, changed?.before])).toEqual([
    ['60.00', '40.00'],
    ['80.00', undefined],
  ])
  for (const language of LANGUAGES) {
    const own = await (await mounted(held.db, reviewRoutes, one.viewer, NOW).get(`/${language}/reviews/${one.file}`)).text()
    const other = await (await mounted(held.db, reviewRoutes, two.viewer, NOW).get(`/${language}/reviews/${two.file}`)).text()
    expect([own.includes('name="reason"'), other.includes('name="reason"'), await htmlFaults(own), await htmlFaults(other)]).toEqual([
      false,
      true,
      [],
      [],
    ])
  }
})

test('a change of marks that is refused comes back with all that was typed; once who goes on is decided, or the selection sealed, no mark changes', async () => {
  const { application, readers } = await read(1)
  const [one] = readers as [Reading]
  await handIn(one, 3)
  const room = mounted(held.db, reviewRoutes, one.viewer, NOW)
  const typed = { 'score.viability': '4', 'score.impact': '3', 'score.team': '3', 'score.need': '3', 'comment.team': 'Mieux entourée' }
  const back = await room.post(`/fr/reviews/${one.file}/revision`, { ...typed, reason: '' })
  const page = await back.text()
  expect([back.status, page.includes('Mieux entourée'), page.includes('<details class="more" open>'), await htmlFaults(page)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  // What the grid lacks and what the reason lacks are said at once.
  const both = await (await room.post(`/fr/reviews/${one.file}/revision`, { ...typed, 'score.viability': '5', reason: '' })).text()
  expect([both.includes('la note est à un bout de l’échelle'), both.includes('Écrivez pourquoi vous changez vos notes.')]).toEqual([true, true])
  const { organisation, edition, officer } = small
  const decided = { organisation, edition, stage: 'reading', application, goes_on: true, decided_at: NOW, decided_by: officer.person.id }
  await held.db.insertInto('stage_passage').values(decided).execute()
  expect(await revise(one, 4)).toEqual(refused('revision/decided'))
  await held.db.deleteFrom('stage_passage').where('application', '=', application).execute()
  const done = await room.post(`/fr/reviews/${one.file}/revision`, { ...typed, reason: 'Elle a trouvé un lieu' })
  expect([done.status, done.headers.get('location')]).toEqual([303, `/fr/reviews/${one.file}?said=review-revised`])
})

test('readers see each other’s names only where the stage says so, or hides no names; the office always reads them', async () => {
  const { application, readers, place } = await read(2)
  const [one, two] = readers as [Reading, Reading]
  await handIn(one, 2)
  await handIn(two, 4)
  expect([(await say(one)).ok, (await say(two)).ok]).toEqual([true, true])
  const [, second] = (await deskDiscussions(held.db, small.officer, place, application, 'fr'))?.[0]?.reviews ?? []
  const name = second?.name ?? '?'
  const { organisation, edition } = small
  const stage = {
    organisation,
    edition,
    code: 'reading',
    position: 0,
    name: JSON.stringify({ ar: 'ق', fr: 'L', en: 'R' }),
    happens: 'reading' as const,
  }
  const terms = { mode: 'score' as const, readers: 2, comments: 'ends' as const, hides_questions: [] as string[], share: '1' }
  const told = async (hides: string[], discussion: 'named' | 'numbered' | null) => {
    await held.db.deleteFrom('review_stage').where('edition', '=', edition).execute()
    await held.db
      .insertInto('review_stage')
      .values({ ...stage, ...terms, hides, discussion })
      .execute()
    const page = await (await mounted(held.db, reviewRoutes, one.viewer, NOW).get(`/fr/reviews/${one.file}`)).text()
    const answer = JSON.stringify(await discussionOf(held.db, one.viewer, one.file, 'fr'))
    return [page.includes(name), answer.includes(name)]
  }
  expect([await told(['names'], null), await told([], null), await told(['names'], 'named'), await told([], 'numbered')]).toEqual([
    [false, false],
    [true, true],
    [true, true],
    [false, false],
  ])
  await held.db.deleteFrom('review_stage').where('edition', '=', edition).execute()
})
