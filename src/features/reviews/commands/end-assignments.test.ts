import { expect, test } from 'vitest'
import { eligible, reviewerIn, smallEdition, staffOf, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { ok, refused } from '../../../domain/result.ts'
import { newId } from '../../../platform/database/id.ts'
import { reviewRoutes } from '../routes.tsx'
import { endAssignments } from './end-assignments.ts'

const held = testDatabase()
const NOW = new Date('2024-04-12T09:00:00Z')

/** A file of Fès that two read, one of whom has handed in. */
async function readFile() {
  const small = await smallEdition(held.db)
  const { application } = await submitted(held.db, small, { region: 'fes' })
  await eligible(held.db, small, application)
  const { organisation, edition } = small
  const ids: string[] = []
  for (const given of [false, true]) {
    const { reviewer, viewer } = await reviewerIn(held.db, small)
    const id = newId()
    const row = { organisation, id, edition, stage: 'reading', application, reviewer, assigned_at: NOW, assigned_by: small.officer.person.id }
    await held.db.insertInto('assignment').values(row).execute()
    const review = { organisation, assignment: id, scores: '{}', comments: '{}', version: 1, saved_at: NOW, submitted_by: viewer.person.id }
    if (given)
      await held.db
        .insertInto('review')
        .values({ ...review, submitted_at: NOW, score: '80.00' })
        .execute()
    ids.push(id)
  }
  return { small, application, open: ids[0] as string, given: ids[1] as string }
}

test('an officer of a region ends what is open of its files and nothing else; one of another region ends nothing', async () => {
  const { small, application, open, given } = await readFile()
  const [own, other] = [await staffOf(held.db, small, 'officer', 'fes'), await staffOf(held.db, small, 'officer', 'ori')]
  const auditor = await staffOf(held.db, small, 'auditor')
  const place = { programme: small.programme, edition: small.edition }
  const end = (by: typeof own, ...assignments: string[]) => endAssignments(held.db, by, place, { assignments, reason: 'Non éligible' }, NOW)
  for (const by of [other, auditor]) expect(await end(by, open)).toEqual(refused('assignment/not-allowed'))
  for (const some of [[given], [open, given]]) expect(await end(own, ...some)).toEqual(refused('assignment/not-allowed'))
  const path = `/fr/desk/2024/reviews/files/${application}`
  const shown = async (by: typeof own) => (await (await mounted(held.db, reviewRoutes, by, NOW).get(path)).text()).includes(`${path}/removal`)
  expect([await shown(own), await shown(auditor), await shown(small.officer)]).toEqual([true, false, true])
  expect((await mounted(held.db, reviewRoutes, other, NOW).get(path)).status).toBe(404)
  for (const [body, field] of [
    [{ assignment: open, reason: ' ' }, 'reason'],
    [{ reason: 'Non éligible' }, 'assignment'],
  ] as const) {
    const refusedPage = await mounted(held.db, reviewRoutes, own, NOW).post(`${path}/removal`, body)
    expect([
      refusedPage.status,
      new RegExp(`name="${field}"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="${field}"`).test(await refusedPage.text()),
    ]).toEqual([422, true])
  }
  const posted = await mounted(held.db, reviewRoutes, own, NOW).post(`${path}/removal`, { assignment: open, reason: 'Non éligible' })
  expect(posted.status).toBe(303)
  const kept = await held.db.selectFrom('assignment').select('id').where('application', '=', application).where('ended_at', 'is', null).execute()
  expect([kept, await end(small.officer, given)]).toEqual([[{ id: given }], ok(null)])
})
