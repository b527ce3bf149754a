/** Activities at the desk: planned, changed, cancelled, held. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { ATTENDANCE_MARKS, type AttendanceMark, mayHold, mayPlan } from '../../../domain/activity.ts'
import { isId } from '../../../platform/database/id.ts'
import { type Body, parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { recordAttendance } from '../commands/attend.ts'
import { cancelActivity } from '../commands/cancel-activity.ts'
import { cancelForm } from '../forms.ts'
import { ActivityPage } from '../pages/activity.tsx'
import { activityById } from '../queries/activities.ts'
import { around, roomOf, sentence } from './room.ts'

export const activityRoutes = new Hono<AppEnv>()

activityRoutes.get('/desk/:edition/activities/:activity', async (c) => (await activityPage(c, { errors: [] })) ?? c.notFound())

activityRoutes.post('/desk/:edition/activities/:activity/attendance', async (c) => {
  const { db, now } = request(c)
  const room = await roomOf(c, '/calendar')
  const id = c.req.param('activity')
  if (room === null || !isId(id)) return c.notFound()
  const marks = marksOf(await readForm(c))
  const outcome = await recordAttendance(db, room.viewer, { activity: id, marks }, now)
  if (!outcome.ok && outcome.code === 'page/not-found') return c.notFound()
  if (!outcome.ok) return (await activityPage(c, { errors: [], marks, refusal: sentence(c, outcome) }, 422)) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/activities/${id}`, 'attended')
})

activityRoutes.post('/desk/:edition/activities/:activity/cancellation', async (c) => {
  const { db, language, now } = request(c)
  const room = await roomOf(c, '/calendar')
  const id = c.req.param('activity')
  if (room === null || !isId(id)) return c.notFound()
  const body = await readForm(c)
  const form = parse(cancelForm, body)
  const reason = fieldText(body, 'reason')
  if (!form.ok) return (await activityPage(c, { errors: errorSentences(form.errors, language), reason }, 422)) ?? c.notFound()
  const outcome = await cancelActivity(db, room.viewer, { activity: id, reason: form.value.reason }, now)
  if (!outcome.ok && outcome.code === 'page/not-found') return c.notFound()
  if (!outcome.ok) return (await activityPage(c, { errors: [], reason, refusal: sentence(c, outcome) }, 422)) ?? c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/activities/${id}`, 'cancelled')
})

/** The marks of a form, by project; what is no mark is left out. */
export function marksOf(body: Body): Record<string, AttendanceMark> {
  const marks: Record<string, AttendanceMark> = {}
  for (const name of Object.keys(body)) {
    const mark = ATTENDANCE_MARKS.find((known) => known === fieldText(body, name))
    if (name.startsWith('mark.') && mark !== undefined) marks[name.slice('mark.'.length)] = mark
  }
  return marks
}

async function activityPage(
  c: AppContext,
  more: { errors: FormErrors; marks?: Record<string, string>; refusal?: string; reason?: string },
  status: 200 | 422 = 200,
): Promise<Response | null> {
  const { db, language, now } = request(c)
  const id = c.req.param('activity') ?? ''
  const room = await roomOf(c, '/calendar')
  const activity = room !== null && isId(id) ? await activityById(db, room.viewer, room.edition.place, id, language) : null
  if (room === null || activity === null) return null
  const { place } = room.edition
  const people = activity.people.map((one) => one.id)
  const props = {
    ...around(c, room, `/activities/${id}`),
    activity,
    now,
    acts: mayPlan(room.viewer, place),
    marksIt: mayHold(room.viewer, place, people),
    marks: {},
    ...more,
  }
  return page(c, <ActivityPage {...props} />, status)
}
