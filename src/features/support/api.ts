/** Support: activities planned, cancelled, held. */
import { refusalIn } from '../../design/refusal.ts'
import { ACTIVITY_KINDS, ACTIVITY_PARTS, ATTENDANCE_MARKS } from '../../domain/activity.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, acts, api, day, endpoint, id, instant, outcome, record, slug, trilingual, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { recordAttendance } from './commands/attend.ts'
import { cancelActivity } from './commands/cancel-activity.ts'
import { changeActivity } from './commands/change-activity.ts'
import { planActivity } from './commands/plan-activity.ts'
import { cancelTour, changeTour, planTour, type TourTerms } from './commands/tour.ts'
import { activitiesOf } from './queries/activities.ts'
import { tourById, toursOf } from './queries/tours.ts'
import { words } from './words/index.ts'

const TAG = 'Support'
const edition = z.object({ edition: slug() })
const activity = z.object({ activity: id() })
const terms = z.object({
  kind: z.enum(ACTIVITY_KINDS),
  title: trilingual(200),
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

const tourTerms = z.object({
  name: trilingual(200),
  theme: trilingual(400).optional(),
  stops: trilingual(400).optional(),
  host: line(200).optional(),
  region: line(40).nullable(),
  startsOn: day(),
  endsOn: day(),
})

/** What a command takes, out of what came: moments as such, and nothing where nothing was said. */
function activityTerms({ public: shown, from, to, ...rest }: z.output<typeof terms>) {
  return { ...rest, from: new Date(from), to: new Date(to), ...(shown === undefined ? {} : { public: shown }) }
}

function termsOfTour({ theme, stops, host, name, region, startsOn, endsOn }: z.output<typeof tourTerms>): TourTerms {
  return {
    ...{ name, region, startsOn, endsOn },
    ...(theme === undefined ? {} : { theme }),
    ...(stops === undefined ? {} : { stops }),
    ...(host === undefined ? {} : { host }),
  }
}

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
      const input = { ...activityTerms(body), edition: found.id }
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
  changes(routes)
  return routes
}

/** Activities changed, and tours. */
function changes(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  const version = z.number().int().min(1)
  act(
    'put',
    '/activities/{activity}',
    'Change an activity over the version that was read',
    { params: activity, body: terms.extend({ version }) },
    ({ db, viewer, now }, { activity: which, version: read, ...rest }) =>
      changeActivity(db, viewer, { ...activityTerms(rest), activity: which, version: read }, now),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/tours',
      tag: TAG,
      summary: 'Tours of an edition',
      params: edition,
      answers: z.object({ tours: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : { tours: await toursOf(db, signedIn(c), found.place, language) }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/tours/{tour}',
      tag: TAG,
      summary: 'A tour, with its version',
      params: edition.extend({ tour: id() }),
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : tourById(db, signedIn(c), found.place, params.tour, language)
    },
  )
  act('post', '/editions/{edition}/tours', 'Plan a tour', { params: edition, body: tourTerms }, async ({ db, viewer, organisation, now }, input) => {
    const found = await editionBySlug(db, organisation, input.edition)
    return found === null ? null : planTour(db, viewer, { ...termsOfTour(input), edition: found.id }, now)
  })
  const tour = z.object({ tour: id() })
  act(
    'put',
    '/tours/{tour}',
    'Change a tour over the version that was read',
    { params: tour, body: tourTerms.extend({ version }) },
    ({ db, viewer, now }, input) => changeTour(db, viewer, { ...termsOfTour(input), tour: input.tour, version: input.version }, now),
  )
  act(
    'post',
    '/tours/{tour}/cancellation',
    'Cancel a tour and what it holds',
    { params: tour, body: z.object({ reason: line(300) }) },
    ({ db, viewer, now }, input) => cancelTour(db, viewer, input, now),
  )
}
