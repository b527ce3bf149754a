import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { teamMember } from '../../demo/load/context.ts'
import { CLOCK } from '../../demo/load/stage.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { SESSION_COOKIE, startSession } from '../people/index.ts'

const held = testDatabase('cohort')
const server = testServer(held)
const NOW = CLOCK.cohort

beforeAll(async () => {
  server.setClock(NOW)
}, 120_000)

/** A project with a trainer of its own: its holder, the trainer, and what the page of its space says to somebody. */
async function space() {
  const row = await held.db
    .selectFrom('activity_person as x')
    .innerJoin('activity_project as p', (join) => join.onRef('p.organisation', '=', 'x.organisation').onRef('p.activity', '=', 'x.activity'))
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'p.organisation').onRef('j.id', '=', 'p.project'))
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'j.organisation').onRef('e.id', '=', 'j.edition'))
    .innerJoin('application_member as m', (join) => join.onRef('m.organisation', '=', 'j.organisation').onRef('m.application', '=', 'j.application'))
    .innerJoin('award as w', (join) => join.onRef('w.organisation', '=', 'j.organisation').onRef('w.project', '=', 'j.id'))
    .select(['j.organisation', 'j.id as project', 'x.person as trainer', 'm.person as holder'])
    .where('x.part', '=', 'trainer')
    .where('e.slug', '=', '2024')
    .where('m.part', '=', 'holder')
    .executeTakeFirstOrThrow()
  const read = async (person: string): Promise<string> => {
    const token = await atomically(held.db, (trx) => startSession(trx, row.organisation, person, NOW))
    const answer = await fetch(`${server.origin}/fr/space/${row.project}`, { headers: { cookie: `${SESSION_COOKIE}=${token}` } })
    expect(answer.status).toBe(200)
    return (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')
  }
  return { ...row, read }
}

test('a project reads in its space what it was awarded, what was paid and what waits for it; who counts the money reads it too', async () => {
  const { holder, read } = await space()
  const own = await read(holder)
  expect(own).toContain('30 000 MAD')
  expect(own).toContain('attend votre rapport')
  expect(await read((await teamMember(held.db, 'accountant')).person.id)).toContain('30 000 MAD')
})

test('its trainer opens the space and reads nothing of the money', async () => {
  const { trainer, read } = await space()
  const page = await read(trainer)
  expect(page).not.toContain('MAD')
  expect(page).not.toContain('attend votre rapport')
})
