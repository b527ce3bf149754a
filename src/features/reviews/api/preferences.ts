/** The caller's own preferences over the API. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { PREFERENCE_ANSWERS, sayPreferences } from '../commands/say-preferences.ts'
import { preferencesOf } from '../queries/preferences.ts'
import { words } from '../words/index.ts'

/** Adds the endpoints of preferences to `routes`, under `tag`. */
export function preferencesApi(routes: Api, tag: string): void {
  const edition = z.object({ edition: slug() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/reviews/preferences/{edition}',
      tag,
      summary: 'Files I may say something of before they are shared out, without names, a page at a time',
      params: edition,
      query: z.object({ page: line(4).optional() }),
      answers: record(),
    },
    (c, { params, query }) => preferencesOf(request(c).db, signedIn(c), params.edition, /^[1-9]\d*$/.test(query.page ?? '') ? Number(query.page) : 1),
  )
  acts(routes, tag, (language) => refusalIn(words(language), language))(
    'post',
    '/reviews/preferences/{edition}',
    'Say how gladly I would read files, or that I am tied to them; none takes back what I said',
    { params: edition, body: z.object({ answers: z.array(z.object({ application: id(), answer: z.enum(PREFERENCE_ANSWERS) })).max(500) }) },
    ({ db, viewer, now }, input) => sayPreferences(db, viewer, input, now),
  )
}
