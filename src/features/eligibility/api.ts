/** The eligibility desk: the list, the automatic checks, verdicts and decisions. */
import { refusalIn } from '../../design/refusal.ts'
import { VERDICTS } from '../../domain/eligibility.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, endpoint, id, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { decideEligibility, recordVerdicts } from './commands/decide.ts'
import { runAutomaticChecks } from './commands/run-automatic-checks.ts'
import { readFilters } from './filters.ts'
import { deskList } from './queries/desk-list.ts'
import { words } from './words/index.ts'

const TAG = 'Eligibility'
const edition = z.object({ edition: slug() })
const one = z.object({ edition: slug(), application: id() })
const filters = z.object({
  q: line(100).optional(),
  region: line(40).optional(),
  sector: line(60).optional(),
  kind: line(40).optional(),
  state: line(20).optional(),
  sort: line(20).optional(),
  order: line(4).optional(),
  page: line(5).optional(),
})

export function eligibilityApi(): Api {
  const routes = api()
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/applications',
      tag: TAG,
      summary: 'Applications sent, filtered and sorted as at the desk, a page at a time',
      params: edition,
      query: filters,
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null
        ? null
        : deskList(
            db,
            signedIn(c),
            found.place,
            readFilters((name) => query[name as keyof typeof query]),
          )
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/eligibility-checks',
      tag: TAG,
      summary: 'Run the automatic checks',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null
        ? null
        : outcome(c, await runAutomaticChecks(db, signedIn(c), found.place, now), refusalIn(words(c.var.language), c.var.language))
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/applications/{application}/verdicts',
      tag: TAG,
      summary: 'Write verdicts on rules, all or none',
      params: one,
      body: z.object({ verdicts: z.array(z.object({ rule: line(60), verdict: z.enum(VERDICTS), reason: line(2000) })).max(50) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      return outcome(
        c,
        await recordVerdicts(db, signedIn(c), found.place, params.application, body.verdicts, now),
        refusalIn(words(c.var.language), c.var.language),
      )
    },
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/editions/{edition}/applications/{application}/eligibility',
      tag: TAG,
      summary: 'Decide: eligible, or not with its ground and the reason the applicant reads',
      params: one,
      body: z.object({ eligible: z.boolean(), ground: line(60).nullable(), reason: line(2000) }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      const decided = await decideEligibility(db, signedIn(c), found.place, { application: params.application, ...body }, now)
      return outcome(c, decided, refusalIn(words(c.var.language), c.var.language))
    },
  )
  return routes
}
