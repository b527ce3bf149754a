/** The calendar at the desk. */
import { Hono } from 'hono'
import { mayPlan } from '../../../domain/activity.ts'
import { addDays, dayIn } from '../../../platform/time/time.ts'
import { type AppEnv, request } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { CalendarPage } from '../pages/calendar.tsx'
import { activitiesOf, nearestActivity } from '../queries/activities.ts'
import { regionsOf } from '../queries/planning-lists.ts'
import { toursOf } from '../queries/tours.ts'
import { around, roomOf, startOf } from './room.ts'

export const calendarRoutes = new Hono<AppEnv>()

calendarRoutes.get('/desk/:edition/calendar', async (c) => {
  const { db, language, now } = request(c)
  const room = await roomOf(c, '/calendar')
  if (room === null) return c.notFound()
  const { zone, place, id } = room.edition
  const today = dayIn(now, zone)
  const asked = c.req.query('month') ?? ''
  const month = `${/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)}-01`
  const after = nextMonth(month)
  const [regions, tours] = await Promise.all([regionsOf(db, room.viewer.organisation, id, language), toursOf(db, room.viewer, place, language)])
  const region = regions.find((one) => one.code === c.req.query('region'))?.code ?? null
  const span = { from: startOf(month, zone), to: startOf(after, zone), ...(region === null ? {} : { region }) }
  const lines = await activitiesOf(db, room.viewer, place, span, language)
  const next = lines.length > 0 ? null : await nearestActivity(db, room.viewer, place, span)
  const mark = regions.find((one) => one.code === region)?.mark
  return page(
    c,
    <CalendarPage
      {...around(c, room, '/calendar')}
      month={month}
      before={`${addDays(month, -1).slice(0, 7)}-01`}
      after={after}
      today={today}
      now={now}
      lines={lines}
      tours={tours.filter((tour) => mark === undefined || tour.mark === mark)}
      regions={regions}
      region={region}
      plans={mayPlan(room.viewer, place)}
      nearest={next === null ? null : `${dayIn(next, zone).slice(0, 7)}-01`}
    />,
  )
})

/** The first of the month after. */
function nextMonth(month: string): string {
  return `${addDays(month, 31).slice(0, 7)}-01`
}
