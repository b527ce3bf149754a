/** Staff check and assign; readers score without names; the panel meets those it invited. */
import { expect } from 'vitest'
import { interviewGrids, marksOf, readingGrids, type Grid } from '../../../src/demo/world/marks.ts'
import { commentsOn } from '../../../src/demo/world/comments.ts'
import { loadEligibility } from '../../../src/demo/load/eligibility.ts'
import { loadInterviews, loadInvitations } from '../../../src/demo/load/interviews.ts'
import { loadConflicts, loadReadings, loadReviewers, readerOf, seatsOf } from '../../../src/demo/load/readings.ts'
import { dateBoxes, fill, inspect, send } from '../hands.ts'
import type { Told } from './telling.ts'

/** The machine reads every rule; the officers decide, the last one by hand. */
export async function isChecked(told: Told): Promise<void> {
  const { db, language, loading } = told
  told.at('2024-04-01T09:00')
  await loadReviewers(loading)
  await loadEligibility(loading)
  told.at('2024-04-08T15:00')
  const application = await told.application()
  const officer = await told.as('nadia')
  await told.open(officer, '/desk/2024/applications?state=waiting')
  await officer.locator(`main a[href*="/eligibility/${application}"]`).first().click()
  await officer.waitForURL(/eligibility/)
  await inspect(officer, told.looks)
  const decision = `form[action^="/${language}/desk/2024/eligibility/${application}/decision"]`
  await fill(officer, { eligible: 'yes' }, decision)
  await send(officer, `${decision} button`)
  const decided = await db.selectFrom('eligibility_decision').select('eligible').execute()
  expect([decided.length, decided.filter((row) => row.eligible).length]).toEqual([231, 179])
}

/** Plan, show, apply: 179 applications, two readers each, loads that differ by one at most. */
export async function isAssigned(told: Told): Promise<void> {
  const { db, language, loading } = told
  await loadConflicts(loading)
  told.at('2024-04-08T17:00')
  const officer = await told.as('youssef')
  await told.open(officer, '/desk/2024/assignment')
  await send(officer, `form[method=post][action="/${language}/desk/2024/assignment"] button`)
  const given = await db.selectFrom('assignment').select('reviewer').execute()
  expect(given.length).toBe(358)
  const loads = Object.values(Object.groupBy(given, (row) => row.reviewer)).map((rows) => rows?.length ?? 0)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
}

/** Everybody reads; the two readers of the newcomer in their browsers, without seeing a name. */
export async function isRead(told: Told): Promise<void> {
  const { language, loading, one } = told
  await loadReadings(loading, 'first')
  told.at('2024-04-18T10:00')
  const application = await told.application()
  const seats = (await seatsOf(loading, 'reading')).filter((seat) => seat.application === application)
  const readers = seats.map((seat) => readerOf(loading, seat.reviewer))
  const grids = readingGrids(
    one,
    marksOf(one, new Set()),
    readers.map((reader) => reader.key),
  )
  for (const [index, seat] of seats.entries())
    await score(told, seat, grids[index] as Grid, (text) => {
      expect(text).not.toContain(one.holder.nameAr)
      expect(text).not.toContain(one.holder.nameLatin)
      expect(text).not.toContain(one.holder.email)
    })
  told.at('2024-04-19T08:00')
  const officer = await told.as('youssef')
  await told.open(officer, '/desk/2024/reviews')
  await send(officer, `form[action="/${language}/desk/2024/reviews/third-readers"] button`)
  await loadReadings(loading, 'third')
}

async function score(told: Told, seat: { assignment: string; reviewer: string }, grid: Grid, check: (text: string) => void): Promise<void> {
  const { db, language, loading, one } = told
  const reader = readerOf(loading, seat.reviewer)
  const { person } = await db.selectFrom('reviewer').select('person').where('id', '=', seat.reviewer).executeTakeFirstOrThrow()
  const page = await told.as(person)
  await told.open(page, '/reviews')
  await told.open(page, `/reviews/${seat.assignment}`)
  check(await page.content())
  const comments = commentsOn(`${one.key}/${reader.key}`, grid, language)
  const typed = Object.entries(grid).flatMap(([criterion, step]) => [
    [`score.${criterion}`, String(step)],
    [`comment.${criterion}`, comments[criterion as keyof Grid] ?? ''],
  ])
  const form = `form[action="/${language}/reviews/${seat.assignment}/draft"]`
  await fill(page, Object.fromEntries(typed), form)
  await page.locator(`${form} [name="unrelated"]`).check({ force: true })
  await send(page, `${form} button[formaction$="/submission"]`)
}

/** Sixty are invited; the newcomer by hand, who comes, and whose panel scores. */
export async function isInterviewed(told: Told): Promise<void> {
  const { db, language, loading, one } = told
  await loadInvitations(loading)
  told.at('2024-04-19T20:00')
  const application = await told.application()
  const officer = await told.as('nadia')
  await told.open(officer, '/desk/2024/interviews')
  const against = await db.selectFrom('conflict').select('reviewer').where('application', '=', application).execute()
  const panel = (await db.selectFrom('reviewer').select(['id', 'languages', 'region']).orderBy('id').execute())
    .filter((row) => row.region !== one.region && row.languages.includes(language) && !against.some((each) => each.reviewer === row.id))
    .slice(0, 2)
    .map((row) => row.id)
  const form = `form[action="/${language}/desk/2024/interviews"]`
  await fill(officer, { application, ...dateBoxes('day', '2024-04-27'), from: '17:00', to: '17:25', place: 'Salle des réunions', panel }, form)
  await send(officer, `${form} button`)
  told.at('2024-04-27T18:00')
  await loadInterviews(loading)
  await told.open(officer, '/desk/2024/interviews')
  const interview = await db.selectFrom('interview').select('id').where('application', '=', application).executeTakeFirstOrThrow()
  await send(officer, `form[action$="/interviews/${interview.id}/attendance"] button[value="yes"]`)
  const seats = (await seatsOf(loading, 'interview')).filter((seat) => seat.application === application)
  const grids = interviewGrids(
    one,
    marksOf(one, new Set()),
    seats.map((seat) => readerOf(loading, seat.reviewer).key),
  )
  for (const [index, seat] of seats.entries()) await score(told, seat, grids[index] as Grid, () => {})
  const attended = await db.selectFrom('interview').select('attended').execute()
  expect([attended.length, attended.filter((row) => row.attended === true).length]).toEqual([60, 57])
}
