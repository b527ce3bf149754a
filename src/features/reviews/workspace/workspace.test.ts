import { beforeAll, expect, test } from 'vitest'
import { eligible, reviewerIn, smallEdition, submitted, type SmallEdition, type SmallReviewer } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { featureApp } from '../../../../tests/server/feature-app.ts'
import { newId } from '../../../platform/database/id.ts'
import { saveReview, submitReview } from '../commands/review.ts'
import { myReviews, reviewPage } from '../queries/my-reviews.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
let small: SmallEdition
const app = featureApp(
  () => held.db,
  () => small.organisation,
  reviewRoutes,
)

beforeAll(async () => {
  small = await smallEdition(held.db)
})

/** A reader with a file of their own. */
async function reading(): Promise<{
  reader: SmallReviewer
  file: string
  patch(fields: Record<string, string | string[]>): Promise<[number, Kept]>
}> {
  const { application } = await submitted(held.db, small, { region: 'fes' })
  await eligible(held.db, small, application)
  const reader = await reviewerIn(held.db, small)
  const file = newId()
  const { organisation, edition } = small
  const by = { assigned_at: NOW, assigned_by: small.officer.person.id }
  await held.db
    .insertInto('assignment')
    .values({ organisation, id: file, edition, stage: 'reading', application, reviewer: reader.reviewer, third: false, ...by })
    .execute()
  return {
    reader,
    file,
    async patch(fields) {
      const answer = await app.ask('PATCH', `/fr/reviews/${file}/cells`, { viewer: reader.viewer, now: NOW }, fields)
      return [answer.status, (await answer.json()) as Kept]
    },
  }
}

interface Kept {
  readonly version: number
  readonly parted: readonly string[]
  readonly said: string
  readonly long: Readonly<Record<string, string>>
  readonly cells: Readonly<Record<string, string>>
  readonly refused: { readonly code: string }
}

test('what two devices of a reader write meets in one grid; of a comment changed on both, neither version is lost', async () => {
  const { reader, file, patch } = await reading()
  expect((await patch({ 'score.team': '4', 'over.score.team': '', 'comment.team': 'Rodée', 'over.comment.team': '' }))[1].said).toContain('Gardé à')
  // The other device has opened the page before: it knows nothing of the first.
  const [status, second] = await patch({ 'score.need': '2', 'over.score.need': '', 'comment.team': 'Jeune', 'over.comment.team': '' })
  expect([status, second.parted, second.cells['score.team'], second.cells['score.need'], second.cells['comment.team']]).toEqual([
    200,
    ['comment.team'],
    '4',
    '2',
    'Rodée',
  ])
  await patch({ 'comment.team': 'Jeune et rodée', 'over.comment.team': ['Rodée'] })
  const view = await reviewPage(held.db, reader.viewer, file, 'fr')
  expect([view?.scores, view?.comments, view?.version]).toEqual([{ team: 4, need: 2 }, { team: 'Jeune et rodée' }, 3])
})

test('a page opened before is told by its button that something was kept meanwhile', async () => {
  const { reader, file, patch } = await reading()
  await patch({ 'score.team': '4', 'over.score.team': '' })
  expect(await saveReview(held.db, reader.viewer, { assignment: file, version: 0, scores: { team: 1 }, comments: {} }, NOW)).toMatchObject({
    code: 'review/stale',
  })
})

test('nothing is kept of a grid handed in, of a file of somebody else, without a session, or outside the grid', async () => {
  const { reader, file, patch } = await reading()
  await patch({ 'score.team': '9', 'over.score.team': '', 'score.constructor': '1', 'over.score.constructor': '', 'comment.__proto__': 'x' })
  expect((await reviewPage(held.db, reader.viewer, file, 'fr'))?.scores).toEqual({})
  const steps = { viability: 3, impact: 3, team: 3, need: 3 }
  const version = (await reviewPage(held.db, reader.viewer, file, 'fr'))?.version ?? 0
  expect((await submitReview(held.db, reader.viewer, { assignment: file, version, scores: steps, comments: {}, unrelated: true }, NOW)).ok).toBe(true)
  const [status, late] = await patch({ 'score.team': '5', 'over.score.team': '3' })
  expect([status, late.refused.code]).toEqual([410, 'review/submitted'])
  const other = await reading()
  const asked = async (viewer: SmallReviewer['viewer'] | null) =>
    (await app.ask('PATCH', `/ar/reviews/${file}/cells`, { viewer, now: NOW }, { 'score.team': '1' })).status
  expect([await asked(other.reader.viewer), await asked(null)]).toEqual([404, 401])
  expect([(await reviewPage(held.db, reader.viewer, file, 'fr'))?.scores.team, (await myReviews(held.db, other.reader.viewer)).length]).toEqual([
    3, 1,
  ])
})

test('a comment too long is never cut: while one types the rest is kept and the excess is told, and a hand-in gives back all that was typed', async () => {
  const { reader, file, patch } = await reading()
  const long = `${'Une phrase. '.repeat(340)}fin`
  const [status, kept] = await patch({ 'score.team': '4', 'over.score.team': '', 'comment.team': long, 'over.comment.team': '' })
  expect([status, kept.said, kept.long, kept.cells['comment.team'], kept.cells['score.team']]).toEqual([
    200,
    '1 commentaire est trop long et n’est pas gardé\u00a0: voyez sous le champ.',
    { 'comment.team': 'Ce commentaire dépasse la limite de 83 caractères (4\u00a0000 au plus)\u00a0: il n’est pas gardé. Raccourcissez-le.' },
    '',
    '4',
  ])
  const steps = Object.fromEntries(['viability', 'impact', 'team', 'need'].map((code) => [`score.${code}`, '3']))
  for (const way of ['draft', 'submission', 'conflict']) {
    const sent = { version: `${kept.version}`, unrelated: 'yes', ...steps, 'comment.team': long, note: long }
    const answer = await app.ask('POST', `/fr/reviews/${file}/${way}`, { viewer: reader.viewer, now: NOW }, sent)
    const html = await answer.text()
    expect([way, answer.status, html.includes(long.trim()), html.includes('83 caractères')]).toEqual([way, 422, true, true])
  }
  const view = await reviewPage(held.db, reader.viewer, file, 'fr')
  expect([view?.state, view?.scores, view?.comments]).toEqual(['draft', { team: 4 }, {}])
})
