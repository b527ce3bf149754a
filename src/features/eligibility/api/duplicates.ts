/** Likely pairs, and an officer's word on each. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { judgePair } from '../commands/judge-pair.ts'
import { readPairFilters } from '../duplicates/filters.ts'
import { pairsPage } from '../queries/pairs.ts'
import { words } from '../words/index.ts'

const TAG = 'Eligibility'

export function duplicateApi(routes: Api): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/duplicates',
      tag: TAG,
      summary: 'Pairs that may be the same person’s or the same project: open, decided, or applied before; the surest first, a page at a time',
      params: z.object({ edition: slug() }),
      query: z.object({ state: line(20).optional(), number: line(40).optional(), page: line(5).optional() }),
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const filters = readPairFilters((name) => query[name as keyof typeof query])
      return found === null ? null : pairsPage(db, signedIn(c), found.place, filters, language)
    },
  )
  acts(routes, TAG, (language) => refusalIn(words(language), language))(
    'post',
    '/duplicates',
    'Say whether two applications are one person’s or one project; of two in one edition that are, which goes on',
    {
      body: z.object({
        one: id(),
        other: id(),
        same: z.boolean(),
        kept: id().nullable(),
        reason: line(2000),
        confirmed: z.boolean().default(false).openapi({ description: 'Needed when the application that does not go on was already found eligible.' }),
        seen: z.number().int().min(0).openapi({ description: 'Number of the last answer you have read (`seq` of the pair); 0 when there was none.' }),
      }),
    },
    ({ db, viewer, now }, input) => judgePair(db, viewer, input, now),
  )
}
