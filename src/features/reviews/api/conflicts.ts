/** Conflicts over the API: those that stand, those to be answered, and the answers. */
import { refusalIn } from '../../../design/refusal.ts'
import { TIE_KINDS } from '../../../domain/conflict.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { judgeConflict } from '../commands/judge-tie.ts'
import { lookForConflicts } from '../commands/look-for-ties.ts'
import { readConflictFilters } from '../conflicts/filters.ts'
import { conflictsOf } from '../queries/conflicts.ts'
import { words } from '../words/index.ts'

/** Adds the endpoints of conflicts to `routes`, under `tag`. */
export function conflictsApi(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  const edition = z.object({ edition: slug() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/conflicts',
      tag,
      summary: 'Conflicts declared and found, a page at a time: open, standing or dismissed',
      params: edition,
      query: z.object({ state: line(20).optional(), page: line(5).optional() }),
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const filters = readConflictFilters((name) => query[name as keyof typeof query])
      return found === null ? null : conflictsOf(db, signedIn(c), found.place, filters, language)
    },
  )
  act(
    'post',
    '/editions/{edition}/conflicts/search',
    'Compare every reviewer with every application now',
    { params: edition },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : lookForConflicts(db, viewer, found.place, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/conflicts',
    'Say whether a tie that was found stands, with the reason; where it does, the reviewer gives the file back',
    {
      params: edition,
      body: z.object({
        reviewer: id(),
        application: id(),
        kind: z.enum(TIE_KINDS),
        stands: z.boolean(),
        reason: line(500),
        seen: z.number().int().min(0).openapi({ description: 'Number of the last answer you have read (`seq` of the tie); 0 when there was none.' }),
      }),
    },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : judgeConflict(db, viewer, found.place, input, now)
    },
  )
}
