/** The plan of the readings over the API: shown, applied as it was shown; and the seed of lots. */
import { refusalIn } from '../../../design/refusal.ts'
import { LIMITS } from '../../../domain/assignment.ts'
import { type Api, acts, endpoint, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { applyAssignment } from '../commands/assign.ts'
import { commitSeed } from '../commands/commit-seed.ts'
import { readOptions } from '../plan-options.ts'
import { planInput, planOf } from '../queries/plan.ts'
import { words } from '../words/index.ts'
import { stageCode } from './stages.ts'

/** Adds the endpoints of the plan to `routes`, under `tag`. */
export function assignmentApi(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  const edition = z.object({ edition: slug() })
  const asked = z.object({
    ask: line(60).optional().openapi({ description: 'outside, connected, worst: several with commas between them', example: 'outside,connected' }),
    limit: line(5).optional(),
    stage: stageCode().optional(),
  })
  const options = z.object({ outside: z.boolean(), connected: z.boolean(), worstFirst: z.boolean(), limit: z.enum(LIMITS).nullable() })
  const plan = { params: edition, query: asked, answers: record() }
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/assignment',
      tag,
      summary: 'The plan of the readings under the options asked, with its figures, its certificate and its fingerprint',
      ...plan,
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const wanted = readOptions((query.ask ?? '').split(','), query.limit)
      return found === null ? null : planOf(db, signedIn(c), found.place, 'reading', language, c.var.now, { options: wanted, stage: query.stage })
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/assignment/input',
      tag,
      summary: 'What the engine is asked for that plan, as `kawaliss solve assignment` takes it',
      ...plan,
    },
    async (c, { params, query }) => {
      const { db, organisation } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const wanted = readOptions((query.ask ?? '').split(','), query.limit)
      return found === null ? null : planInput(db, signedIn(c), found.place, c.var.now, { options: wanted, stage: query.stage })
    },
  )
  act(
    'post',
    '/editions/{edition}/assignment',
    'Apply the plan that was shown, under the options it was shown with',
    { params: edition, body: z.object({ fingerprint: line(64), options: options.optional(), stage: stageCode().optional() }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : applyAssignment(db, viewer, found.place, input.fingerprint, now, input)
    },
  )
  act(
    'post',
    '/editions/{edition}/assignment/seed',
    'Commit a seed that lots will be drawn from; another can be had only once it has served',
    { params: edition },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : commitSeed(db, viewer, found.place, now)
    },
  )
}
