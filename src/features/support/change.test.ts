import { beforeAll, expect, test } from 'vitest'
import { type ActiveCohort, activeCohort, addTrainer } from '../../../tests/database/active-cohort.ts'
import { otherOfficer } from '../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { loadViewer } from '../../../tests/database/viewer-of.ts'
import { type Mounted, mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { demoId } from '../../demo/load/id.ts'
import { ACTIVITY_KINDS } from '../../domain/activity.ts'
import { LANGUAGES } from '../../domain/language.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { cancelActivity, changeActivity, type NewActivity, planActivity, planTour, recordAttendance } from './index.ts'
import { supportRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-06-01T12:00:00Z')
const SECOND = demoId('test:second-trainer')
let cohort: ActiveCohort
let as: (viewer: SignedIn, now?: Date) => Mounted

beforeAll(async () => {
  cohort = await activeCohort(held.db)
  await addTrainer(held.db, cohort, SECOND, { ar: 'هدى السقاط', latin: 'Houda Sekkat' })
  as = (viewer, now = NOW) => mounted(held.db, supportRoutes, viewer, now)
})

const terms = (change: Partial<NewActivity> = {}): NewActivity => ({
  edition: cohort.edition,
  kind: 'group-training',
  title: { ar: 'الميزانية', fr: 'Le budget', en: 'The budget' },
  region: 'OR',
  from: new Date('2024-06-10T09:00:00Z'),
  to: new Date('2024-06-10T12:00:00Z'),
  place: 'Oujda',
  tour: null,
  room: null,
  people: [],
  projects: [],
  ...change,
})

async function planned(change: Partial<NewActivity> = {}): Promise<string> {
  const outcome = await planActivity(held.db, cohort.officer, terms(change), NOW)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.activity
}

const day = (number: number, hour = 9) => new Date(Date.UTC(2024, 6, number, hour))
const rowOf = (id: string) => held.db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('every kind of activity is planned, moved, cancelled; and held, with projects or without', async () => {
  const tour = await planTour(
    held.db,
    cohort.officer,
    { edition: cohort.edition, name: { ar: 'جولة', fr: 'Tour', en: 'Tour' }, region: 'OR', startsOn: '2024-07-01', endsOn: '2024-07-10' },
    NOW,
  )
  if (!tour.ok) throw new Error(tour.code)
  for (const [at, kind] of ACTIVITY_KINDS.entries()) {
    const projects = kind === 'individual-training' ? [cohort.projects[0]] : kind === 'talk' ? [] : [...cohort.projects]
    const change = { kind, tour: kind === 'training' ? tour.value.tour : null, projects, people: [{ person: SECOND, part: 'trainer' as const }] }
    const id = await planned({ ...change, from: day(at + 1), to: day(at + 1, 11) })
    const moved = await changeActivity(
      held.db,
      cohort.officer,
      { ...terms({ ...change, from: day(at + 1, 14), to: day(at + 1, 16) }), activity: id, version: 1 },
      NOW,
    )
    expect([kind, moved]).toEqual([kind, { ok: true, value: null }])
    const marks = Object.fromEntries(projects.map((project) => [project, 'present' as const]))
    expect(await recordAttendance(held.db, cohort.officer, { activity: id, marks }, day(at + 1, 14))).toMatchObject({
      value: { present: projects.length },
    })
    const other = await planned({ ...change, from: day(at + 1, 18), to: day(at + 1, 19) })
    expect((await cancelActivity(held.db, cohort.officer, { activity: other, reason: 'Rain' }, NOW)).ok).toBe(true)
  }
})

test('moved, an activity takes its people along; where one of them is busy it stays as it was', async () => {
  const people = [{ person: cohort.trainer.person.id, part: 'trainer' as const }]
  await planned({ people, from: day(20, 9), to: day(20, 12) })
  const id = await planned({ people, projects: [cohort.projects[1]], from: day(21, 9), to: day(21, 12) })
  const before = await rowOf(id)
  const onto = { ...terms({ people, projects: [cohort.projects[1]], from: day(20, 11), to: day(20, 13) }), activity: id, version: 1 }
  expect(await changeActivity(held.db, cohort.officer, onto, NOW)).toMatchObject({ code: 'activity/person-busy' })
  expect(await rowOf(id)).toEqual(before)
  const free = { ...onto, from: day(20, 12), to: day(20, 13) }
  expect(await changeActivity(held.db, cohort.officer, free, NOW)).toEqual({ ok: true, value: null })
  const holds = await held.db.selectFrom('activity_person').select(['person', 'during']).where('activity', '=', id).execute()
  expect(holds.map((one) => one.person)).toEqual([cohort.trainer.person.id])
  expect((await rowOf(id)).version).toBe(2)
})

test('a change starts from what stands: an old form is refused, what was held or cancelled stays', async () => {
  const id = await planned({ from: new Date('2024-06-01T09:00:00Z'), to: new Date('2024-06-01T10:00:00Z') })
  const change = (version: number) => changeActivity(held.db, cohort.officer, { ...terms({ place: 'Berkane' }), activity: id, version }, NOW)
  expect((await change(1)).ok).toBe(true)
  expect(await change(1)).toMatchObject({ code: 'activity/changed-since' })
  const twin = await planned({ from: new Date('2024-06-01T09:00:00Z'), to: new Date('2024-06-01T10:00:00Z') })
  await recordAttendance(held.db, cohort.officer, { activity: twin, marks: {} }, NOW)
  expect(await changeActivity(held.db, cohort.officer, { ...terms(), activity: twin, version: 1 }, NOW)).toMatchObject({
    code: 'activity/held-stays',
  })
  await cancelActivity(held.db, cohort.officer, { activity: id, reason: 'Rain' }, NOW)
  expect(await change(3)).toMatchObject({ code: 'activity/cancelled' })
})

test('an individual training is never public; talks and round tables are unless one says no', async () => {
  const alone = terms({ kind: 'individual-training', projects: [cohort.projects[0]], public: true, from: day(25), to: day(25, 10) })
  expect(await planActivity(held.db, cohort.officer, alone, NOW)).toMatchObject({ code: 'activity/never-public' })
  expect((await rowOf(await planned({ kind: 'talk', from: day(25), to: day(25, 10) }))).public).toBe(true)
  expect((await rowOf(await planned({ kind: 'talk', public: false, from: day(25), to: day(25, 10) }))).public).toBe(false)
  expect((await rowOf(await planned({ kind: 'group-training', from: day(25), to: day(25, 10) }))).public).toBe(false)
})

test('the same form sent twice plans one activity; another one under its id is planned apart', async () => {
  const id = demoId('test:form')
  const sent = { ...terms({ from: day(26), to: day(26, 10), projects: [cohort.projects[2]] }), id }
  const both = await Promise.all([planActivity(held.db, cohort.officer, sent, NOW), planActivity(held.db, cohort.officer, sent, NOW)])
  expect(both).toEqual([
    { ok: true, value: { activity: id } },
    { ok: true, value: { activity: id } },
  ])
  const other = await planActivity(held.db, cohort.officer, { ...sent, from: day(27), to: day(27, 10) }, NOW)
  expect(other.ok && other.value.activity !== id).toBe(true)
  const rows = await held.db.selectFrom('activity').select('id').where('place', '=', 'Oujda').where('id', '=', id).execute()
  expect(rows.length).toBe(1)
})

const FIELDS = {
  kind: 'visit',
  title_ar: 'زيارة',
  title_fr: 'Visite du théâtre',
  title_en: 'Visit',
  region: 'FM',
  'on.day': '28',
  'on.month': '7',
  'on.year': '2024',
  begins: '9:00',
  ends: '11:00',
  place: 'Fès',
  public: 'usual',
}

test('on the page: changed from its form, an old form is answered 409 with everything typed, a clash says who is where', async () => {
  const officer = as(cohort.officer)
  const fields = { ...FIELDS, trainer: [SECOND, cohort.trainer.person.id], organiser: cohort.officer.person.id, projects: [cohort.projects[0]] }
  const made = await officer.post('/fr/desk/2024/activities', { ...fields, id: demoId('test:page') })
  expect([made.status, made.headers.get('location')]).toEqual([303, `/fr/desk/2024/activities/${demoId('test:page')}?said=planned`])
  const here = `/fr/desk/2024/activities/${demoId('test:page')}`
  const form = await (await officer.get(`${here}/change`)).text()
  expect(form).toContain('value="Visite du théâtre"')
  expect(form).toContain('name="version" value="1"')
  expect((await officer.post(here, { ...fields, place: 'Meknès', version: '1' })).status).toBe(303)
  const stale = await officer.post(here, { ...fields, place: 'Sefrou', version: '1' })
  const page = await stale.text()
  expect([stale.status, page.includes('value="Sefrou"'), await htmlFaults(page)]).toEqual([409, true, []])
  const clash = await officer.post('/fr/desk/2024/activities', { ...fields, title_fr: 'Autre', place: 'Taza' })
  const refused = await clash.text()
  expect(clash.status).toBe(422)
  expect(refused).toContain('Houda Sekkat')
  expect(refused).toMatch(/Visite du théâtre<\/bdi> \(<bdi>Meknès/)
  expect(await htmlFaults(refused)).toEqual([])
})

test('nothing of another organisation, of a reader, or made up can be opened or changed', async () => {
  const other = await otherOfficer(held.db)
  const id = await planned({ from: day(29), to: day(29, 10) })
  const auditor = await loadViewer(held.db, cohort.organisation, cohort.auditor.person.id)
  expect(await changeActivity(held.db, other, { ...terms(), activity: id, version: 1 }, NOW)).toMatchObject({ code: 'page/not-found' })
  expect(await changeActivity(held.db, auditor, { ...terms(), activity: id, version: 1 }, NOW)).toMatchObject({ code: 'page/not-found' })
  expect(await planActivity(held.db, cohort.officer, terms({ room: demoId('test:no-room') }), NOW)).toMatchObject({ code: 'page/not-found' })
  expect(await planActivity(held.db, cohort.officer, terms({ region: 'ZZ' }), NOW)).toMatchObject({ code: 'page/not-found' })
  for (const path of [`activities/${id}/change`, `activities/${demoId('nothing')}`, 'activities/not-an-id', 'activities/not-an-id/change']) {
    expect([path, (await as(auditor).get(`/fr/desk/2024/${path}`)).status]).toEqual([path, 404])
  }
  expect((await as(auditor).get(`/fr/desk/2024/activities/${id}`)).status).toBe(200)
  expect((await as(auditor).post(`/fr/desk/2024/activities/${id}`, { ...FIELDS, version: '1' })).status).toBe(404)
  expect((await as(auditor).post(`/fr/desk/2024/activities/${id}/cancellation`, { reason: 'x' })).status).toBe(404)
})

test('every form, filled with nonsense, gives back what was typed in valid pages of three languages', async () => {
  const officer = as(cohort.officer)
  const id = await planned({ from: day(30), to: day(30, 10) })
  const nonsense = {
    ...FIELDS,
    kind: '\u0000',
    title_fr: `<b>'"${'x'.repeat(200)}`,
    begins: '٢٥:٠٠',
    'on.day': '٣١',
    'on.month': '٢',
    trainer: 'x',
    version: 'z',
  }
  for (const language of LANGUAGES) {
    for (const path of [`activities`, `activities/${id}`]) {
      const answer = await officer.post(`/${language}/desk/2024/${path}`, nonsense)
      const page = await answer.text()
      expect([language, path, answer.status, page.includes('٢٥:٠٠'), await htmlFaults(page)]).toEqual([language, path, 422, true, []])
    }
    for (const path of [`activities/${id}`, `activities/${id}/change`, 'activities/new?kind=visit', 'calendar?month=2024-07&region=OR']) {
      const answer = await officer.get(`/${language}/desk/2024/${path}`)
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
    }
  }
})

test('the trail of each activity holds', async () => {
  expect((await verifyAudit(held.db, cohort.organisation)).faults).toEqual([])
})
