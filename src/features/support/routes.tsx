/** Support at the desk: calendar, activities, attendance, tours. */
import { type Context, Hono } from 'hono'
import { errorSentences } from '../../design/form/errors.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import { words as frameWords } from '../../design/words/index.ts'
import { ATTENDANCE_MARKS, type AttendanceMark, mayPlan } from '../../domain/activity.ts'
import type { Refused } from '../../domain/result.ts'
import { isId } from '../../platform/database/id.ts'
import { parse } from '../../platform/input/form.ts'
import { dayIn, promisedInstant } from '../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { page, seeOther } from '../../platform/web/respond.ts'
import { publicFrame, type StaffRoom, staffFrame } from '../programme/index.ts'
import { cancelActivity, recordAttendance } from './commands/attend.ts'
import { planActivity } from './commands/plan-activity.ts'
import { activityForm, cancelForm } from './forms.ts'
import { ActivityPage } from './pages/activity.tsx'
import { CalendarPage } from './pages/calendar.tsx'
import { NewActivityPage, type NewActivityProps } from './pages/new-activity.tsx'
import { SpacePage } from './pages/space.tsx'
import { TourPage, ToursPage } from './pages/tours.tsx'
import { activitiesOf, activityById, planningLists, toursOf } from './queries.ts'
import { spaceOf } from './space.ts'
import { words } from './words/index.ts'

export const supportRoutes = new Hono<AppEnv>()

supportRoutes.get('/desk/:edition/calendar', async (c) => {
  const { db, language, now } = request(c)
  const room = await roomOf(c, '/calendar')
  if (room === null) return c.notFound()
  const { zone } = room.edition
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(c.req.query('month') ?? '') ? `${c.req.query('month')}-01` : `${dayIn(now, zone).slice(0, 7)}-01`
  const [before, after] = [shift(month, -1), shift(month, 1)]
  const lines = await activitiesOf(db, room.viewer, room.edition.place, { from: startOf(month, zone), to: startOf(after, zone) }, language)
  const plans = mayPlan(room.viewer, room.edition.place)
  return page(
    c,
    <CalendarPage {...around(c, room, '/calendar')} month={month} before={before} after={after} lines={lines} plans={plans} said={saidOf(c)} />,
  )
})

supportRoutes.get('/desk/:edition/activities/new', async (c) => (await newActivity(c, { values: {}, projects: [], errors: [] })) ?? c.notFound())

supportRoutes.post('/desk/:edition/activities', async (c) => {
  const { db, language, now } = request(c)
  const room = await roomOf(c, '/activities/new')
  if (room === null || !mayPlan(room.viewer, room.edition.place)) return c.notFound()
  const lists = await planningLists(db, room.viewer, room.edition.place, language)
  const body = await readForm(c)
  const sent = body.projects
  const typed = {
    values: Object.fromEntries(Object.keys(body).map((name) => [name, fieldText(body, name)])),
    projects: sent === undefined ? [] : typeof sent === 'string' ? [sent] : sent,
  }
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id)
  const form = parse(
    activityForm({
      regions: lists.regions.map((one) => one.code),
      tours: ids(lists.tours),
      trainers: ids(lists.trainers),
      projects: ids(lists.projects),
    }),
    body,
  )
  if (!form.ok) return (await newActivity(c, { ...typed, errors: errorSentences(form.errors, language) }, 422)) ?? c.notFound()
  const { value } = form
  const { zone } = room.edition
  const from = promisedInstant({ wall: `${value.on}T${value.begins}`, zone })
  const to = promisedInstant({ wall: `${value.on}T${value.ends}`, zone })
  if (!from.ok || !to.ok)
    return (
      (await newActivity(c, { ...typed, errors: errorSentences([{ field: 'begins', code: 'date', details: {} }], language) }, 422)) ?? c.notFound()
    )
  const outcome = await planActivity(
    db,
    room.viewer,
    {
      edition: room.edition.id,
      kind: value.kind,
      title: { ar: value.title_ar, fr: value.title_fr, en: value.title_en },
      region: value.region,
      from: from.instant,
      to: to.instant,
      place: value.place,
      tour: value.tour,
      room: null,
      people: value.trainer === null ? [] : [{ person: value.trainer, part: 'trainer' }],
      projects: value.projects,
    },
    now,
  )
  if (!outcome.ok) return (await newActivity(c, { ...typed, errors: [], refusal: sentence(c, outcome) }, 422)) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/activities/${outcome.value.activity}`, 'planned')
})

supportRoutes.get('/desk/:edition/activities/:activity', async (c) => (await activityPage(c, { errors: [] })) ?? c.notFound())

supportRoutes.post('/desk/:edition/activities/:activity/attendance', async (c) => {
  const { db, now } = request(c)
  const room = await roomOf(c, '/calendar')
  const id = c.req.param('activity')
  if (room === null || !isId(id)) return c.notFound()
  const body = await readForm(c)
  const marks: Record<string, AttendanceMark> = {}
  for (const name of Object.keys(body)) {
    const mark = ATTENDANCE_MARKS.find((known) => known === fieldText(body, name))
    if (name.startsWith('mark.') && mark !== undefined) marks[name.slice('mark.'.length)] = mark
  }
  const outcome = await recordAttendance(db, room.viewer, { activity: id, marks }, now)
  if (!outcome.ok) return (await activityPage(c, { errors: [], marks, refusal: sentence(c, outcome) }, 422)) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/activities/${id}`, 'attended')
})

supportRoutes.post('/desk/:edition/activities/:activity/cancellation', async (c) => {
  const { db, language, now } = request(c)
  const room = await roomOf(c, '/calendar')
  const id = c.req.param('activity')
  if (room === null || !isId(id)) return c.notFound()
  const form = parse(cancelForm, await readForm(c))
  if (!form.ok) return (await activityPage(c, { errors: errorSentences(form.errors, language) }, 422)) ?? c.notFound()
  const outcome = await cancelActivity(db, room.viewer, { activity: id, reason: form.value.reason }, now)
  if (!outcome.ok) return (await activityPage(c, { errors: [], refusal: sentence(c, outcome) }, 422)) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/activities/${id}`, 'cancelled')
})

supportRoutes.get('/desk/:edition/tours', async (c) => {
  const { db, language } = request(c)
  const room = await roomOf(c, '/tours')
  if (room === null) return c.notFound()
  return page(c, <ToursPage {...around(c, room, '/tours')} tours={await toursOf(db, room.viewer, room.edition.place, language)} />)
})

supportRoutes.get('/desk/:edition/tours/:tour', async (c) => {
  const { db, language } = request(c)
  const id = c.req.param('tour')
  const room = await roomOf(c, `/tours/${id}`)
  if (room === null || !isId(id)) return c.notFound()
  const tour = (await toursOf(db, room.viewer, room.edition.place, language)).find((one) => one.id === id)
  if (tour === undefined) return c.notFound()
  const span = { from: startOf(tour.from, room.edition.zone), to: startOf(shiftDays(tour.to, 1), room.edition.zone), tour: id }
  const lines = await activitiesOf(db, room.viewer, room.edition.place, span, language)
  return page(c, <TourPage {...around(c, room, `/tours/${id}`)} tour={tour} lines={lines} />)
})

supportRoutes.get('/space/:project', async (c) => {
  const viewer = signedIn(c)
  const { db, organisation, language, path, now } = request(c)
  const id = c.req.param('project')
  const space = isId(id) ? await spaceOf(db, viewer, id, language, now) : null
  if (space === null) return c.notFound()
  const frame = await publicFrame(db, { organisation, viewer, language, path, now })
  return page(c, <SpacePage language={language} frame={frame} path={path} space={space} now={now} />)
})

/** The first of the month `by` months away. */
function shift(month: string, by: number): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + by]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}

function shiftDays(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

function startOf(day: string, zone: string): Date {
  const start = promisedInstant({ wall: `${day}T00:00`, zone })
  return start.ok ? start.instant : new Date(`${day}T00:00:00Z`)
}

function roomOf(c: Context<AppEnv>, to: string): Promise<StaffRoom | null> {
  const { db, now, language } = request(c)
  const slug = c.req.param('edition') ?? ''
  return staffFrame(db, signedIn(c), slug, language, `/desk/${slug}${to}`, now)
}

function around(c: AppContext, room: StaffRoom, to: string) {
  return { language: c.var.language, frame: room.frame, path: `/desk/${room.edition.slug}${to}`, edition: room.edition.slug, zone: room.edition.zone }
}

function saidOf(c: AppContext): string | undefined {
  const said = c.req.query('said')
  const t = words(c.var.language)
  return said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined
}

function sentence(c: AppContext, refusal: Refused): string {
  const own = words(c.var.language)
  const key = `refusal.${refusal.code}`
  return own.has(key) ? own.any(key, refusal.details) : frameWords(c.var.language).any(key, refusal.details)
}

async function newActivity(
  c: AppContext,
  typed: Pick<NewActivityProps, 'values' | 'projects' | 'errors'> & { refusal?: string },
  status: 200 | 422 = 200,
): Promise<Response | null> {
  const { db, language } = request(c)
  const room = await roomOf(c, '/activities/new')
  if (room === null || !mayPlan(room.viewer, room.edition.place)) return null
  const lists = await planningLists(db, room.viewer, room.edition.place, language)
  return page(c, <NewActivityPage {...around(c, room, '/activities/new')} lists={lists} {...typed} />, status)
}

async function activityPage(
  c: AppContext,
  more: { errors: FormErrors; marks?: Record<string, string>; refusal?: string },
  status: 200 | 422 = 200,
): Promise<Response | null> {
  const { db, language, now } = request(c)
  const id = c.req.param('activity') ?? ''
  const room = await roomOf(c, '/calendar')
  const activity = room !== null && isId(id) ? await activityById(db, room.viewer, room.edition.place, id, language) : null
  if (room === null || activity === null) return null
  const props = {
    ...around(c, room, `/activities/${id}`),
    activity,
    begun: now >= activity.from,
    acts: mayPlan(room.viewer, room.edition.place),
    marks: {},
    said: saidOf(c),
    ...more,
  }
  return page(c, <ActivityPage {...props} />, status)
}
