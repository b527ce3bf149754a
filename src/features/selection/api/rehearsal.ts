/** Rehearsals of the rules. */
import { refusalIn } from '../../../design/refusal.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, acts, endpoint, id, record, slug, z } from '../../../platform/web/api.ts'
import { editionBySlug } from '../../programme/index.ts'
import { askRehearsal, cancelRehearsal } from '../commands/rehearse.ts'
import { rehearsalsOf } from '../queries/rehearsals.ts'
import { words } from '../words/index.ts'

const TAG = 'Selection'
const params = z.object({ edition: slug() })
const count = z.number().int().min(0).max(10_000)
const pool = z.union([
  z.strictObject({ edition: id() }),
  z.strictObject({
    counts: z.record(z.string().max(40), z.record(z.string().max(80), count)),
    mean: z.number().min(0).max(100),
    deviation: z.number().min(0).max(50),
  }),
])

export function rehearsals(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/selection/rehearsals',
      tag: TAG,
      summary: 'What came of trying the rules on pools, newest first; and how far one is that is computed',
      params,
      answers: record(),
    },
    async (c, { params: { edition } }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, edition)
      return found === null ? null : rehearsalsOf(db, signedIn(c), found.place, language)
    },
  )
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  act(
    'post',
    '/editions/{edition}/selection/rehearsals',
    'Ask to try the rules on the pool of an earlier edition or on a made-up one: 200 draws, computed meanwhile; read how far they are, and what came of them, in the list',
    { params, body: z.object({ pool }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : askRehearsal(db, viewer, found.place, input.pool, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/selection/rehearsals/removal',
    'Give up the rehearsal that is computed',
    { params },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : cancelRehearsal(db, viewer, found.place, now)
    },
  )
}
