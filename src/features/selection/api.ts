/** The selection: simulated, sealed, published; the public results and the sealed record. */
import { refusalIn } from '../../design/refusal.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, endpoint, id, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { planSelection } from './commands/plan.ts'
import { publishSelection } from './commands/publish.ts'
import { sealSelection } from './commands/seal.ts'
import { publishedResults } from './queries/results.ts'
import { selectionRoom } from './queries/room.ts'
import { words } from './words/index.ts'

const TAG = 'Selection'
const edition = z.object({ edition: slug() })

export function selectionApi(): Api {
  const routes = api()
  endpoint(
    routes,
    { method: 'get', path: '/results/{edition}', tag: TAG, summary: 'The published list', params: edition, answers: record(), open: true },
    (c, { params }) => publishedResults(request(c).db, c.var.organisation, params.edition, c.var.language),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/selection',
      tag: TAG,
      summary: 'The room of the selection with its last simulation',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : selectionRoom(db, signedIn(c), found.place, found.currency, language, null)
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/selection/plans',
      tag: TAG,
      summary: 'Simulate: decides nothing',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null
        ? null
        : outcome(c, await planSelection(db, signedIn(c), found.place, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/selection/seal',
      tag: TAG,
      summary: 'Seal the simulation that was shown',
      params: edition,
      body: z.object({ plan: id(), fingerprint: line(64) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      if ((await editionBySlug(db, organisation, params.edition)) === null) return null
      return outcome(c, await sealSelection(db, signedIn(c), body.plan, body.fingerprint, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    { method: 'post', path: '/editions/{edition}/publication', tag: TAG, summary: 'Publish the sealed list', params: edition, answers: record() },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null
        ? null
        : outcome(c, await publishSelection(db, signedIn(c), found.place, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  return routes
}
