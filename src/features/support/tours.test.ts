import { beforeAll, expect, test } from 'vitest'
import { type ActiveCohort, activeCohort } from '../../../tests/database/active-cohort.ts'
import { otherOfficer } from '../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { type Mounted, mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { demoId } from '../../demo/load/id.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { cancelTour, changeTour, planActivity, planTour, recordAttendance, spaceRoutes, toursOf } from './index.ts'
import { supportRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-06-01T12:00:00Z')
let cohort: ActiveCohort
let officer: Mounted

beforeAll(async () => {
  cohort = await activeCohort(held.db)
  officer = mounted(held.db, supportRoutes, cohort.officer, NOW)
})

const name = { ar: 'من تطوان إلى الحسيمة', fr: 'De Tétouan à Al Hoceïma', en: 'From Tetouan to Al Hoceima' }
const terms = (change = {}) => ({ edition: cohort.edition, name, region: 'FM', startsOn: '2024-06-21', endsOn: '2024-06-23', ...change })

async function tour(change = {}): Promise<string> {
  const outcome = await planTour(held.db, cohort.officer, terms(change), NOW)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.tour
}

const visit = (id: string, at: string, projects: readonly string[] = []) =>
  planActivity(
    held.db,
    cohort.officer,
    {
      edition: cohort.edition,
      kind: 'visit',
      title: { ar: 'زيارة محترف', fr: 'Visite d’atelier', en: 'Workshop visit' },
      region: 'FM',
      from: new Date(`${at}T10:00:00Z`),
      to: new Date(`${at}T12:00:00Z`),
      place: 'Chefchaouen',
      tour: id,
      room: null,
      people: [{ person: cohort.trainer.person.id, part: 'host' }],
      projects,
    },
    NOW,
  )

test('an activity of a tour takes place on one of its days', async () => {
  const id = await tour()
  expect(await visit(id, '2024-06-24')).toMatchObject({ code: 'activity/outside-its-tour' })
  expect((await visit(id, '2024-06-22')).ok).toBe(true)
  const [line] = (await toursOf(held.db, cohort.officer, { programme: '', edition: cohort.edition }, 'fr')).filter((one) => one.id === id)
  expect(line?.counts).toEqual({ visit: 1 })
})

test('a tour moves only with its activities inside its days, and from what stands now', async () => {
  const id = await tour({ startsOn: '2024-07-05', endsOn: '2024-07-07' })
  expect((await visit(id, '2024-07-06')).ok).toBe(true)
  const change = (version: number, days: object) => changeTour(held.db, cohort.officer, { ...terms(days), tour: id, version }, NOW)
  expect(await change(1, { startsOn: '2024-07-07', endsOn: '2024-07-08' })).toMatchObject({
    code: 'tour/activities-outside',
    details: { outside: 1 },
  })
  expect((await change(1, { startsOn: '2024-07-06', endsOn: '2024-07-06' })).ok).toBe(true)
  expect(await change(1, { startsOn: '2024-07-06', endsOn: '2024-07-06' })).toMatchObject({ code: 'tour/changed-since' })
})

test('cancelled, a tour frees everyone it held, and nothing more is planned in it', async () => {
  const id = await tour({ startsOn: '2024-08-02', endsOn: '2024-08-04' })
  const project = cohort.projects[0]
  expect((await visit(id, '2024-08-03', [project])).ok).toBe(true)
  const other = await tour({ startsOn: '2024-08-02', endsOn: '2024-08-04' })
  expect(await visit(other, '2024-08-03', [project])).toMatchObject({ ok: false })
  expect(await cancelTour(held.db, cohort.officer, { tour: id, reason: 'The road is cut' }, NOW)).toEqual({ ok: true, value: { activities: 1 } })
  expect((await visit(other, '2024-08-03', [project])).ok).toBe(true)
  expect(await visit(id, '2024-08-04')).toMatchObject({ code: 'tour/cancelled' })
  expect(await cancelTour(held.db, cohort.officer, { tour: id, reason: 'Again' }, NOW)).toMatchObject({ code: 'tour/cancelled' })
  const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', id).orderBy('seq').execute()
  expect(acts.map((one) => one.act)).toEqual(['tour/planned', 'tour/cancelled'])
})

test('a tour of which a part took place is not cancelled', async () => {
  const id = await tour({ startsOn: '2024-06-01', endsOn: '2024-06-02' })
  const made = await visit(id, '2024-06-01')
  if (!made.ok) throw new Error(made.code)
  expect((await recordAttendance(held.db, cohort.officer, { activity: made.value.activity, marks: {} }, NOW)).ok).toBe(true)
  expect(await cancelTour(held.db, cohort.officer, { tour: id, reason: 'x' }, NOW)).toMatchObject({ code: 'tour/already-begun' })
})

test('planned while it is cancelled, an activity never stands in a cancelled tour', async () => {
  const id = await tour({ startsOn: '2024-09-06', endsOn: '2024-09-08' })
  await Promise.all([visit(id, '2024-09-07'), cancelTour(held.db, cohort.officer, { tour: id, reason: 'Rain' }, NOW), visit(id, '2024-09-08')])
  const standing = await held.db.selectFrom('activity').select('id').where('tour', '=', id).where('cancelled_at', 'is', null).execute()
  const gone = await held.db.selectFrom('tour').select('cancelled_at').where('id', '=', id).executeTakeFirstOrThrow()
  expect([standing.length, gone.cancelled_at]).toEqual([0, NOW])
})

const FIELDS = {
  name_ar: 'من تطوان إلى الحسيمة',
  name_fr: 'De Tétouan à Al Hoceïma',
  name_en: 'From Tetouan to Al Hoceima',
  stops_fr: 'Tétouan, Chefchaouen, Al Hoceïma',
  host: 'Association Rif',
  region: 'FM',
  'starts_on.day': '4',
  'starts_on.month': '10',
  'starts_on.year': '2024',
  'ends_on.day': '6',
  'ends_on.month': 'octobre',
  'ends_on.year': '2024',
}

test('on the page: a tour sent twice is one, shows its road and its days, takes its activities, is changed and cancelled', async () => {
  const id = demoId('test:tour-form')
  const sent = await Promise.all([1, 2].map(() => officer.post('/fr/desk/2024/tours', { ...FIELDS, id })))
  expect(sent.map((answer) => answer.headers.get('location'))).toEqual(Array(2).fill(`/fr/desk/2024/tours/${id}?said=tour-planned`))
  const here = `/fr/desk/2024/tours/${id}`
  const shown = await (await officer.get(here)).text()
  expect(shown).toContain('<ol class="route">')
  expect(shown).toContain('Jour 3, dimanche 6 octobre')
  const form = await (await officer.get(`/fr/desk/2024/activities/new?tour=${id}&kind=meeting`)).text()
  expect(form).toMatch(new RegExp(`<option value="${id}" selected`))
  const activity = {
    kind: 'meeting',
    title_ar: 'لقاء',
    title_fr: 'Trois éditrices',
    title_en: 'Three publishers',
    'on.day': '5',
    'on.month': '10',
    'on.year': '2024',
    begins: '11h',
    ends: '12h30',
    place: 'Chefchaouen',
    tour: id,
  }
  expect((await officer.post('/fr/desk/2024/activities', activity)).headers.get('location')).toBe(`${here}?said=planned`)
  expect(await (await officer.get(here)).text()).toContain('Trois éditrices')
  const outside = await officer.post(here, { ...FIELDS, 'ends_on.day': '4', version: '1' })
  expect([outside.status, (await outside.text()).includes('resterait hors de ces jours')]).toEqual([422, true])
  expect((await officer.post(here, { ...FIELDS, host: 'Dar Chabab', version: '1' })).status).toBe(303)
  expect((await officer.post(here, { ...FIELDS, version: '1' })).status).toBe(409)
  expect((await officer.post(`${here}/cancellation`, { reason: '' })).status).toBe(422)
  expect((await officer.post(`${here}/cancellation`, { reason: 'Route coupée' })).status).toBe(303)
  expect(await (await officer.get(here)).text()).toContain('Route coupée')
  expect((await officer.get(`${here}/change`)).status).toBe(404)
})

test('every page of tours is valid in three languages, filled or refused', async () => {
  const id = await tour({ startsOn: '2024-11-01', endsOn: '2024-11-02' })
  await visit(id, '2024-11-01', [cohort.projects[1]])
  for (const language of LANGUAGES) {
    for (const path of ['tours', 'tours/new', `tours/${id}`, `tours/${id}/change`, 'calendar?month=2024-11']) {
      const answer = await officer.get(`/${language}/desk/2024/${path}`)
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
    }
    for (const path of ['tours', `tours/${id}`]) {
      const answer = await officer.post(`/${language}/desk/2024/${path}`, { name_fr: '<i>', 'starts_on.day': '99', version: '' })
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 422, []])
    }
  }
})

test('a project follows its own tours from its space, and no other’s', async () => {
  const id = await tour({ startsOn: '2024-12-06', endsOn: '2024-12-08' })
  const [mine, other] = [cohort.projects[2], cohort.projects[3]]
  await visit(id, '2024-12-07', [mine])
  const title = { ar: 'للآخرين', fr: 'Pour les autres', en: 'For others' }
  const terms = { edition: cohort.edition, kind: 'meeting' as const, title, region: 'FM', place: 'Taza', tour: id, room: null, people: [] }
  const span = { from: new Date('2024-12-08T10:00:00Z'), to: new Date('2024-12-08T11:00:00Z') }
  expect((await planActivity(held.db, cohort.officer, { ...terms, ...span, projects: [cohort.projects[1]] }, NOW)).ok).toBe(true)
  const person = await cohort.holderOfProject(mine)
  const holder = mounted(held.db, supportRoutes, person, NOW)
  const spaces = mounted(held.db, spaceRoutes({ beside: [] }), person, NOW)
  for (const language of LANGUAGES) {
    const space = await (await spaces.get(`/${language}/space/${mine}`)).text()
    expect([language, space.includes(`/${language}/space/${mine}/tours/${id}`), await htmlFaults(space)]).toEqual([language, true, []])
    const page = await (await holder.get(`/${language}/space/${mine}/tours/${id}`)).text()
    expect([language, page.includes(title[language]), page.includes('Chefchaouen'), await htmlFaults(page)]).toEqual([language, false, true, []])
  }
  const stranger = mounted(held.db, supportRoutes, await cohort.holderOfProject(other), NOW)
  expect((await stranger.get(`/fr/space/${mine}/tours/${id}`)).status).toBe(404)
  expect((await stranger.get(`/fr/space/${other}/tours/${id}`)).status).toBe(404)
})

test('readers see tours and change nothing; another organisation finds none', async () => {
  const id = await tour({ startsOn: '2024-11-08', endsOn: '2024-11-09' })
  const auditor = mounted(held.db, supportRoutes, cohort.auditor, NOW)
  expect((await auditor.get(`/fr/desk/2024/tours/${id}`)).status).toBe(200)
  for (const path of ['tours/new', `tours/${id}/change`]) expect((await auditor.get(`/fr/desk/2024/${path}`)).status).toBe(404)
  for (const path of ['tours', `tours/${id}`, `tours/${id}/cancellation`]) {
    expect((await auditor.post(`/fr/desk/2024/${path}`, { ...FIELDS, version: '1', reason: 'x' })).status).toBe(404)
  }
  const other = await otherOfficer(held.db)
  expect(await changeTour(held.db, other, { ...terms(), tour: id, version: 1 }, NOW)).toMatchObject({ code: 'page/not-found' })
  expect(await cancelTour(held.db, other, { tour: id, reason: 'x' }, NOW)).toMatchObject({ code: 'page/not-found' })
  expect(await planTour(held.db, other, terms(), NOW)).toMatchObject({ code: 'page/not-found' })
})

test('the trail of each tour holds', async () => {
  expect((await verifyAudit(held.db, cohort.organisation)).faults).toEqual([])
})
