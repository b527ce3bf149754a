import { beforeAll, expect, test } from 'vitest'
import { type ActiveCohort, activeCohort } from '../../../tests/database/active-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { Visitor } from '../../../tests/server/visitor.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { recordDeparture } from '../cohorts/index.ts'
import { cancelActivity, type NewActivity, planActivity, recordAttendance } from './index.ts'

const held = testDatabase()
const server = testServer(held)
const NOW = new Date('2024-05-20T12:00:00Z')
let cohort: ActiveCohort
let projects: readonly string[] = []
let TRAINER = ''
let ROOM = ''

beforeAll(async () => {
  cohort = await activeCohort(held.db)
  projects = cohort.projects
  TRAINER = cohort.trainer.person.id
  ROOM = cohort.room
  server.setClock(NOW)
})

const activity = (change: Partial<NewActivity> = {}): NewActivity => ({
  edition: cohort.edition,
  kind: 'group-training',
  title: { ar: 'الميزانية', fr: 'Le budget', en: 'The budget' },
  region: 'OR',
  from: new Date('2024-05-25T09:00:00Z'),
  to: new Date('2024-05-25T12:00:00Z'),
  place: 'Oujda',
  tour: null,
  room: null,
  people: [],
  projects: [],
  ...change,
})
const plan = (change: Partial<NewActivity>) => planActivity(held.db, cohort.officer, activity(change), NOW)
const counted = async () => (await held.db.selectFrom('activity').select('id').execute()).length

test('no person, room or project is in two places at once, and a refused plan leaves nothing behind', async () => {
  const people = [{ person: TRAINER, part: 'trainer' as const }]
  expect((await plan({ people, room: ROOM, projects: [projects[0] as string] })).ok).toBe(true)
  const before = await counted()
  const overlapping = { from: new Date('2024-05-25T11:00:00Z'), to: new Date('2024-05-25T13:00:00Z') }
  expect(await plan({ ...overlapping, people })).toMatchObject({ code: 'activity/person-busy' })
  expect(await plan({ ...overlapping, room: ROOM })).toMatchObject({ code: 'activity/room-busy' })
  expect(await plan({ ...overlapping, projects: [projects[0] as string] })).toMatchObject({ code: 'activity/project-busy' })
  expect(await counted()).toBe(before)
  const after = { from: new Date('2024-05-25T12:00:00Z'), to: new Date('2024-05-25T13:00:00Z') }
  expect((await plan({ ...after, people, room: ROOM, projects: [projects[0] as string] })).ok).toBe(true)
})

test('two officers who take the same room at the same instant cannot both have it', async () => {
  const change = { room: ROOM, from: new Date('2024-06-01T09:00:00Z'), to: new Date('2024-06-01T10:00:00Z') }
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => plan(change)))
  expect(outcomes.filter((outcome) => outcome.ok).length).toBe(1)
  expect(outcomes.filter((outcome) => !outcome.ok).map((outcome) => ('code' in outcome ? outcome.code : ''))).toEqual(
    Array(3).fill('activity/room-busy'),
  )
})

test('cancelling lets go of the room, the people and the projects', async () => {
  const change = { room: ROOM, projects: [projects[1] as string], from: new Date('2024-06-02T09:00:00Z'), to: new Date('2024-06-02T10:00:00Z') }
  const planned = await plan(change)
  const id = planned.ok ? planned.value.activity : ''
  expect(await plan(change)).toMatchObject({ ok: false })
  expect(await cancelActivity(held.db, cohort.officer, { activity: id, reason: 'The room is flooded' }, NOW)).toEqual({ ok: true, value: null })
  expect((await plan(change)).ok).toBe(true)
})

test('attendance makes an activity held; a missing mark is refused; marks may be corrected', async () => {
  const planned = await plan({
    kind: 'individual-training',
    projects: [projects[2] as string],
    people: [{ person: TRAINER, part: 'trainer' }],
    from: new Date('2024-05-20T09:00:00Z'),
    to: new Date('2024-05-20T11:00:00Z'),
  })
  const id = planned.ok ? planned.value.activity : ''
  expect(await recordAttendance(held.db, cohort.officer, { activity: id, marks: {} }, NOW)).toMatchObject({ code: 'attendance/incomplete' })
  expect(await recordAttendance(held.db, cohort.auditor, { activity: id, marks: { [projects[2] as string]: 'present' } }, NOW)).toMatchObject({
    code: 'page/not-found',
  })
  expect(await recordAttendance(held.db, cohort.officer, { activity: id, marks: { [projects[2] as string]: 'absent' } }, NOW)).toMatchObject({
    value: { present: 0 },
  })
  expect(await recordAttendance(held.db, cohort.officer, { activity: id, marks: { [projects[2] as string]: 'present' } }, NOW)).toMatchObject({
    value: { present: 1 },
  })
  const marks = await held.db.selectFrom('attendance').select('mark').where('activity', '=', id).execute()
  expect(marks).toEqual([{ mark: 'present' }])
  expect(await cancelActivity(held.db, cohort.officer, { activity: id, reason: 'x' }, NOW)).toMatchObject({ code: 'activity/already-held' })
})

test('a project that left is planned for nothing afterwards', async () => {
  const project = projects[3] as string
  expect((await recordDeparture(held.db, cohort.officer, { project, leftOn: '2024-05-19', reason: 'Moved away' }, NOW)).ok).toBe(true)
  expect(await plan({ projects: [project], from: new Date('2024-06-10T09:00:00Z'), to: new Date('2024-06-10T10:00:00Z') })).toMatchObject({
    code: 'activity/project-not-active',
  })
})

test('an officer plans by the form, in hours as people write them, and a clash comes back with everything typed', async () => {
  const officer = new Visitor(() => server.origin)
  await officer.enterAs(cohort.officer.person.id)
  const fields = {
    kind: 'visit',
    title_ar: 'زيارة مسرح',
    title_fr: 'Visite du théâtre',
    title_en: 'Visit to the theatre',
    region: 'FM',
    'on.day': '١٥',
    'on.month': '6',
    'on.year': '2024',
    begins: '9h30',
    ends: '11',
    place: 'Fès',
    tour: '',
    trainer: TRAINER,
    projects: [projects[0] as string],
  }
  const planned = await officer.post('/fr/desk/2024/activities', fields)
  expect([planned.status, (planned.headers.get('location') ?? '').endsWith('?said=planned')]).toEqual([303, true])
  const clash = await officer.post('/fr/desk/2024/activities', fields)
  const page = await clash.text()
  expect(clash.status).toBe(422)
  expect(page).toContain('Visite du théâtre')
  expect(page).toContain('value="9h30"')
  expect(page).toMatch(/déjà prise?/)
  expect(await htmlFaults(page)).toEqual([])
  const empty = await officer.post('/ar/desk/2024/activities', {})
  expect([empty.status, await htmlFaults(await empty.text())]).toEqual([422, []])
  const faulty = await (await officer.post('/fr/desk/2024/activities', { begins: 'le matin' })).text()
  expect(faulty).toContain('Titre en français : Répondez à cette question</a>')
  expect(faulty).toContain('De : Écrivez une heure comme 9:30</a>')
})

test('every page of support is valid HTML in the three languages', async () => {
  const officer = new Visitor(() => server.origin)
  await officer.enterAs(cohort.officer.person.id)
  const { id } = await held.db.selectFrom('activity').select('id').where('held_at', 'is not', null).executeTakeFirstOrThrow()
  for (const language of ['ar', 'fr', 'en']) {
    for (const path of ['calendar', 'calendar?month=2024-06', 'calendar?month=1999-01', 'activities/new', `activities/${id}`, 'tours']) {
      const answer = await officer.get(`/${language}/desk/2024/${path}`)
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
    }
  }
})

test('a project sees its own space; another holder finds nothing there', async () => {
  const [own, other] = [projects[2] as string, projects[0] as string]
  const application = async (project: string) =>
    (await held.db.selectFrom('project').select('application').where('id', '=', project).executeTakeFirstOrThrow()).application
  const holder = new Visitor(() => server.origin)
  await holder.enterAs((await cohort.holderOf(await application(own))).person.id)
  const page = await (await holder.get(`/fr/space/${own}`)).text()
  expect(page).toContain('Le budget')
  expect(page).toContain('Présent')
  expect(await htmlFaults(page)).toEqual([])
  expect((await holder.get(`/fr/space/${other}`)).status).toBe(404)
})

test('the trail of each activity holds', async () => {
  expect((await verifyAudit(held.db, cohort.organisation)).faults).toEqual([])
})
