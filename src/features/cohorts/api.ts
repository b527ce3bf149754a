/** The cohort: places offered and answered, departures; the public catalogue. */
import { refusalIn } from '../../design/refusal.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, day, endpoint, id, instant, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { answerOffer } from './commands/answer-offer.ts'
import { makeOffer, offerToSelected } from './commands/make-offer.ts'
import { recordDeparture } from './commands/record-departure.ts'
import { recordGraduation } from './commands/record-graduation.ts'
import { cohortOf } from './queries/cohort.ts'
import { showcaseProject } from './queries/catalogue.ts'
import { words } from './words/index.ts'

const TAG = 'Cohort'
const edition = z.object({ edition: slug() })

export function cohortApi(): Api {
  const routes = api()
  endpoint(
    routes,
    {
      method: 'get',
      path: '/projects/{edition}/{project}',
      tag: TAG,
      summary: 'The public page of a project',
      params: z.object({ edition: slug(), project: line(160) }),
      answers: record(),
      open: true,
    },
    (c, { params }) => showcaseProject(request(c).db, c.var.organisation, params.edition, params.project, c.var.language),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/cohort',
      tag: TAG,
      summary: 'Projects and where each stands',
      params: edition,
      answers: z.object({ projects: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : { projects: await cohortOf(db, signedIn(c), found.place, language, now) }
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/offers',
      tag: TAG,
      summary: 'Offer a place to every selected application that has none, or to one of the reserve',
      params: edition,
      body: z.object({ replyBy: instant(), application: id().optional(), replaces: id().optional() }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now, config } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      const says = refusalIn(words(c.var.language), c.var.language)
      const replyBy = new Date(body.replyBy)
      if (body.application === undefined)
        return outcome(c, await offerToSelected(db, signedIn(c), { edition: found.id, replyBy }, config.origin, now), says)
      const input = { edition: found.id, application: body.application, replyBy, ...(body.replaces === undefined ? {} : { replaces: body.replaces }) }
      return outcome(c, await makeOffer(db, signedIn(c), input, config.origin, now), says)
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/offers/{offer}/answer',
      tag: TAG,
      summary: 'Take or leave the place',
      params: z.object({ offer: id() }),
      body: z.object({ accepted: z.boolean(), showcased: z.boolean() }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await answerOffer(db, signedIn(c), { ...params, ...body }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/projects/{project}/departure',
      tag: TAG,
      summary: 'Record that a project left',
      params: z.object({ project: id() }),
      body: z.object({ leftOn: day(), reason: line(300) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, now } = request(c)
      return outcome(c, await recordDeparture(db, signedIn(c), { ...params, ...body }, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/graduation',
      tag: TAG,
      summary: 'Record the end of the support',
      params: edition,
      body: z.object({ on: day() }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null
        ? null
        : outcome(
            c,
            await recordGraduation(db, signedIn(c), { edition: found.id, on: body.on }, now),
            refusalIn(words(c.var.language), c.var.language),
          )
    },
  )
  return routes
}
