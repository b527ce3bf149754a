/** Support: activities planned, cancelled, held. */
import { refusalIn } from '../../design/refusal.ts'
import { ACTIVITY_KINDS, ACTIVITY_PARTS, ATTENDANCE_MARKS } from '../../domain/activity.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, endpoint, id, instant, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { recordAttendance } from './commands/attend.ts'
import { cancelActivity } from './commands/cancel-activity.ts'
import { planActivity } from './commands/plan-activity.ts'
import { activitiesOf } from './queries/activities.ts'
import { words } from './words/index.ts'

const TAG = 'Support'
const edition = z.object({ edition: slug() })
const activity = z.object({ activity: id() })
const title = z.object({ ar: line(200), fr: line(200), en: line(200) })
const terms = z.object({
  kind: z.enum(ACTIVITY_KINDS),
  title,
  region: line(40).nullable(),
  from: instant(),
  to: instant(),
  place: line(200),
  public: z.boolean().optional(),
  tour: id().nullable(),
  room: id().nullable(),
  people: z.array(z.object({ person: id(), part: z.enum(ACTIVITY_PARTS) })).max(50),
  projects: z.array(id()).max(200),
})

export function supportApi(): Api {
  const routes = api()
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/activities',
      tag: TAG,
      summary: 'Activities between two moments',
      params: edition,
      query: z.object({ from: instant(), to: instant() }),
      answers: z.object({ activities: z.array(record()) }),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      return { activities: await activitiesOf(db, signedIn(c), found.place, { from: new Date(query.from), to: new Date(query.to) }, language) }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/activities',
      tag: TAG,
      summary: 'Plan an activity',
      params: edition,
      body: terms,
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      const { public: isPublic, ...plain } = body
      const input = {
        ...plain,
        from: new Date(body.from),
        to: new Date(body.to),
        edition: found.id,
        ...(isPublic === undefined ? {} : { public: isPublic }),
      }
      return outcome(c, await planActivity(db, signedIn(c), input, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/activities/{activity}/attendance',
      tag: TAG,
      summary: 'Record who came, by project; the activity is then held',
      params: activity,
      body: z.object({ marks: z.record(id(), z.enum(ATTENDANCE_MARKS)) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(
        c,
        await recordAttendance(db, signedIn(c), { ...params, marks: body.marks }, now),
        refusalIn(words(c.var.language), c.var.language),
      )
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/activities/{activity}/cancellation',
      tag: TAG,
      summary: 'Cancel an activity',
      params: activity,
      body: z.object({ reason: line(300) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await cancelActivity(db, signedIn(c), { ...params, ...body }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  return routes
}
