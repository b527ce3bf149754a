import { beforeAll, expect, test } from 'vitest'
import { type ActiveCohort, activeCohort, addTrainer } from '../../../tests/database/active-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { loadViewer } from '../../../tests/database/viewer-of.ts'
import { type Mounted, mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { demoId } from '../../demo/load/id.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { activitiesOf, planActivity, sessionsOf, spaceRoutes } from './index.ts'
import { supportRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-06-01T12:00:00Z')
const OTHER = demoId('test:second-trainer')
let cohort: ActiveCohort
let trainer: Mounted
let mine = ''
let theirs = ''

beforeAll(async () => {
  cohort = await activeCohort(held.db)
  await addTrainer(held.db, cohort, OTHER, { ar: 'هدى السقاط', latin: 'Houda Sekkat' })
  trainer = mounted(held.db, supportRoutes, cohort.trainer, NOW)
  mine = await plan(cohort.trainer.person.id, cohort.projects[0])
  theirs = await plan(OTHER, cohort.projects[1])
})

async function plan(person: string, project: string): Promise<string> {
  const outcome = await planActivity(
    held.db,
    cohort.officer,
    {
      edition: cohort.edition,
      kind: 'individual-training',
      title: { ar: 'كيف تحدد ثمنك', fr: 'Fixer son prix', en: 'Setting a price' },
      region: 'OR',
      from: new Date('2024-06-01T10:00:00Z'),
      to: new Date('2024-06-01T11:00:00Z'),
      place: 'Oujda',
      tour: null,
      room: null,
      people: [{ person, part: 'trainer' }],
      projects: [project],
    },
    NOW,
  )
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.activity
}

test('a trainer sees the sessions they give and no other', async () => {
  expect((await sessionsOf(held.db, cohort.trainer, 'fr')).map((one) => one.id)).toEqual([mine])
  expect((await sessionsOf(held.db, await loadViewer(held.db, cohort.organisation, OTHER), 'fr')).map((one) => one.id)).toEqual([theirs])
  expect(await sessionsOf(held.db, cohort.officer, 'fr')).toEqual([])
  const programme = (await held.db.selectFrom('edition').select('programme').where('id', '=', cohort.edition).executeTakeFirstOrThrow()).programme
  const span = { from: new Date(0), to: new Date('2100-01-01') }
  expect(await activitiesOf(held.db, cohort.trainer, { programme, edition: cohort.edition }, span, 'fr')).toEqual([])
  const [own, other] = [await trainer.get(`/fr/sessions/${mine}`), await trainer.get(`/fr/sessions/${theirs}`)]
  expect([own.status, other.status]).toEqual([200, 404])
  expect((await trainer.get(`/fr/desk/2024/activities/${mine}`)).status).toBe(404)
})

test('attendance is kept from a phone, corrected, and only by who gives the session', async () => {
  const project = cohort.projects[0]
  const nothing = await trainer.post(`/fr/sessions/${mine}/attendance`, {})
  expect([nothing.status, (await nothing.text()).includes('Il manque la présence d’un projet.')]).toEqual([422, true])
  const kept = await trainer.post(`/ar/sessions/${mine}/attendance`, { [`mark.${project}`]: 'absent' })
  expect([kept.status, kept.headers.get('location')]).toEqual([303, `/ar/sessions/${mine}?said=attended`])
  expect((await trainer.post(`/ar/sessions/${mine}/attendance`, { [`mark.${project}`]: 'present' })).status).toBe(303)
  const marks = await held.db.selectFrom('attendance').select(['mark', 'recorded_by']).where('activity', '=', mine).execute()
  expect(marks).toEqual([{ mark: 'present', recorded_by: cohort.trainer.person.id }])
  expect((await trainer.post(`/fr/sessions/${theirs}/attendance`, { [`mark.${cohort.projects[1]}`]: 'present' })).status).toBe(404)
  expect(await held.db.selectFrom('attendance').select('mark').where('activity', '=', theirs).execute()).toEqual([])
})

test('a trainer opens the space of the projects they work with, and of no other', async () => {
  const spaces = mounted(held.db, spaceRoutes({ beside: [] }), cohort.trainer, NOW)
  expect((await spaces.get(`/fr/space/${cohort.projects[0]}`)).status).toBe(200)
  expect((await spaces.get(`/fr/space/${cohort.projects[1]}`)).status).toBe(404)
})

test('the pages of a trainer are valid in three languages; nobody else has any', async () => {
  for (const language of LANGUAGES) {
    for (const path of ['/sessions', `/sessions/${mine}`, '/sessions?said=attended']) {
      const answer = await trainer.get(`/${language}${path}`)
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
    }
  }
  const holder = mounted(held.db, supportRoutes, await cohort.holderOfProject(cohort.projects[0]), NOW)
  expect([(await holder.get('/fr/sessions')).status, (await holder.get(`/fr/sessions/${mine}`)).status]).toEqual([404, 404])
})

test('a role that ended opens nothing more', async () => {
  await held.db.updateTable('role_grant').set({ ended_at: NOW, ended_by: cohort.officer.person.id }).where('person', '=', OTHER).execute()
  const former = await loadViewer(held.db, cohort.organisation, OTHER)
  expect(await sessionsOf(held.db, former, 'fr')).toEqual([])
  expect((await mounted(held.db, supportRoutes, former, NOW).get(`/fr/sessions/${theirs}`)).status).toBe(404)
})
