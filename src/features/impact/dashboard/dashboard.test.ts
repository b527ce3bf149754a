import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { countedStatements } from '../../../../tests/database/counted-statements.ts'
import { editionIds, teamMember, viewerOf } from '../../../demo/load/context.ts'
import { importEdition, readEditionFile } from '../../programme/index.ts'
import { CLOCK } from '../../../demo/load/stage.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { dashboardOf } from './queries.ts'

const held = testDatabase('closed')
const ZONE = 'Africa/Casablanca'

test('the edition that was replaced once has 24 admitted and 24 active, six a region, its delivery and its money as published', async () => {
  const { place } = await editionIds(held.db, 'e2')
  const view = await dashboardOf(held.db, await teamMember(held.db, 'director'), place, ZONE, CLOCK.closed)
  expect(view?.phase).toBe('ended')
  expect(view?.total).toMatchObject({ submitted: 231, eligible: 179, interviewed: 57, selected: 24, admitted: 24, active: 24 })
  expect(view?.regions.map((row) => [row.code, row.active])).toEqual([
    ['FM', 6],
    ['OR', 6],
    ['SM', 6],
    ['TTA', 6],
  ])
  expect(view?.delivery).toEqual({ groupHeld: 12, groupAll: 12, individualHeld: 97, individualAll: 97, toursHeld: 4, toursAll: 4 })
  expect([view?.money?.seed.committed, view?.money?.seed.paid]).toEqual(['720000.00', '711000.00'])
  expect(view?.left).toEqual([])
  expect(view?.weeks.map(({ year, sums }) => [year, sums.at(-1)])).toEqual([
    [2024, 231],
    [2023, 152],
  ])
})

test('where a project left and nobody took its place, admitted and active differ and the reason is said', async () => {
  const { place } = await editionIds(held.db, 'e1')
  const view = await dashboardOf(held.db, await teamMember(held.db, 'auditor'), place, ZONE, CLOCK.closed)
  expect([view?.total.admitted, view?.total.active, view?.regions.map((row) => row.active)]).toEqual([18, 17, [4, 4, 5, 4]])
  expect(view?.left.map((one) => one.on)).toEqual(['2023-07-03'])
})

test('an edition half-way shows what was held of what is planned', async () => {
  const { place } = await editionIds(held.db, 'e3')
  const view = await dashboardOf(held.db, await teamMember(held.db, 'nadia'), place, ZONE, CLOCK.closed)
  expect(view?.phase).toBe('support')
  expect(view?.delivery).toEqual({ groupHeld: 7, groupAll: 12, individualHeld: 52, individualAll: 96, toursHeld: 2, toursAll: 4 })
  expect(view?.next.length).toBe(4)
})

test('a call that was never public is neither open nor examined, whatever its dates say', async () => {
  const director = await teamMember(held.db, 'director')
  const reading = readEditionFile(readFileSync('editions/kawaliss-2024.json', 'utf8'))
  if (!reading.ok) throw new Error('the reference edition is damaged')
  const file = { ...reading.file, edition: { ...reading.file.edition, slug: '2031', ordinal: 31 } }
  const made = await importEdition(held.db, director, file, CLOCK.closed)
  if (!made.ok) throw new Error(made.code)
  const { id: edition, programme } = await held.db
    .selectFrom('edition')
    .select(['id', 'programme'])
    .where('slug', '=', '2031')
    .executeTakeFirstOrThrow()
  const view = await dashboardOf(held.db, director, { programme, edition }, ZONE, CLOCK.closed)
  expect([view?.phase, view?.total.begun]).toEqual(['unpublished', 0])
})

test('each sees what is theirs: no money for those who do not see it, one region for those who hold one', async () => {
  const { place } = await editionIds(held.db, 'e2')
  const communication = await dashboardOf(held.db, await teamMember(held.db, 'communication'), place, ZONE, CLOCK.closed)
  expect(communication?.money).toBeNull()
  const nadia = await teamMember(held.db, 'nadia')
  const regional = { ...nadia, grants: [{ role: 'officer' as const, programme: place.programme, edition: place.edition, region: 'FM' }] }
  const view = await dashboardOf(held.db, regional, place, ZONE, CLOCK.closed)
  expect(view?.regions.map((row) => row.code)).toEqual(['FM'])
  expect(view?.total).toMatchObject({ submitted: 58, eligible: 45, admitted: 6 })
  expect(view?.references).toEqual({})
  const nobody = await viewerOf(held.db, nadia.person.id)
  expect(await dashboardOf(held.db, { ...nobody, grants: [] }, place, ZONE, CLOCK.closed)).toBeNull()
})

test('takes as many statements for 231 applications as for 284', async () => {
  const viewer = await teamMember(held.db, 'director')
  const statements = async (key: 'e2' | 'e3'): Promise<number> => {
    const { place } = await editionIds(held.db, key)
    return countedStatements(held.db, (db) => dashboardOf(db, viewer, place, ZONE, CLOCK.closed))
  }
  expect(await statements('e2')).toBe(await statements('e3'))
})

test('an appeal without an answer waits for those who may answer it, with the page on which it is done', async () => {
  const { place } = await editionIds(held.db, 'e2')
  const [director, auditor] = [await teamMember(held.db, 'director'), await teamMember(held.db, 'auditor')]
  const work = async (viewer: typeof director) =>
    ((await dashboardOf(held.db, viewer, place, ZONE, CLOCK.closed))?.work ?? []).filter(({ what }) => what.endsWith('-appeals'))
  const before = await work(director)
  const { organisation } = director
  const lodged = { organisation, text: 'Relisez', lodged_at: CLOCK.closed }
  const refused = await sql<{ application: string; seq: number; person: string }>`
    select d.application, d.seq, m.person from eligibility_decision d
    join submission s on s.organisation = d.organisation and s.application = d.application and s.edition = ${place.edition}
    join application_member m on m.organisation = d.organisation and m.application = d.application and m.part = 'holder'
    where not d.eligible and d.decided_by <> ${director.person.id}
      and not exists (select from eligibility_decision n where n.organisation = d.organisation and n.application = d.application and n.seq > d.seq)
      and not exists (select from eligibility_appeal q where q.organisation = d.organisation and q.application = d.application)
      and not exists (select from withdrawal w where w.organisation = d.organisation and w.application = d.application)
    order by d.application limit 1`.execute(held.db)
  const one = refused.rows[0]
  if (one === undefined) throw new Error('Somebody was refused.')
  await held.db
    .insertInto('eligibility_appeal')
    .values({ ...lodged, application: one.application, decision: one.seq, lodged_by: one.person } as never)
    .execute()
  const reserve = await sql<{ application: string; person: string }>`
    select d.application, m.person from decision d
    join application_member m on m.organisation = d.organisation and m.application = d.application and m.part = 'holder'
    where d.edition = ${place.edition} and d.outcome = 'reserve' and not exists (select from selection_appeal q where q.application = d.application)
    order by d.application limit 1`.execute(held.db)
  const two = reserve.rows[0]
  if (two === undefined) throw new Error('Somebody is in reserve.')
  await held.db
    .insertInto('selection_appeal')
    .values({ ...lodged, edition: place.edition, application: two.application, lodged_by: two.person } as never)
    .execute()
  const counted = (of: typeof before, what: string) => of.find((line) => line.what === what)?.count ?? 0
  const after = await work(director)
  for (const what of ['eligibility-appeals', 'selection-appeals']) expect([what, counted(after, what) - counted(before, what)]).toEqual([what, 1])
  expect(after.map(({ path }) => path)).toEqual(['/appeals', '/selection/appeals'])
  expect(await work(auditor)).toEqual([])
})
