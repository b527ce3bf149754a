/** Acts on a call: made public, its deadline put off. */
import { refusalIn } from '../../design/refusal.ts'
import { type Api, acts, api, endpoint, record, slug, trilingual, z } from '../../platform/web/api.ts'
import { mayBuildEditions } from '../../domain/edition.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { editionBySlug, programmeWords, publishCall } from '../programme/index.ts'
import { extendCall, extensionFingerprint } from './commands/extend-call.ts'
import { extensionView } from './queries.ts'
import { words } from './words/index.ts'

const TAG = 'Calls'
const edition = z.object({ edition: slug() })
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

/** `origin` is where mails lead. */
export function callApi(origin: string): Api {
  const routes = api()
  const act = acts(routes, TAG, (says) => refusalIn(words(says), says))
  const publish = acts(routes, TAG, (says) => refusalIn(programmeWords(says), says))
  publish('post', '/editions/{edition}/call/publication', 'Make the call of an edition public', { params: edition }, ({ db, viewer, now }, input) =>
    publishCall(db, viewer, input.edition, now),
  )
  const extension = z.object({ deadline: wall, reason: trilingual(600) })
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/call/extension/plan',
      tag: TAG,
      summary: 'What putting the deadline off would do: whom it tells, and the fingerprint to apply it with',
      params: edition,
      body: extension,
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, language } = request(c)
      const room = await editionBySlug(db, organisation, params.edition)
      if (room === null || !mayBuildEditions(signedIn(c), room.place.programme)) return null
      const view = await extensionView(db, organisation, params.edition, language)
      if (view === null) return null
      const { wall: standing, zone, before, holders } = view
      return { deadline: standing, zone, extendedBefore: before, told: holders, fingerprint: extensionFingerprint({ ...params, ...body }, standing) }
    },
  )
  act(
    'post',
    '/editions/{edition}/call/extension',
    'Put the deadline of a call off, and tell everybody who holds a draft',
    { params: edition, body: extension.extend({ fingerprint: z.string().max(64) }) },
    ({ db, viewer, now }, input) => extendCall(db, viewer, input, origin, now),
  )
  return routes
}
