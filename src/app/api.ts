/** The JSON API: the endpoints of every feature under /api/v1, and the document that describes them. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { applicationApi } from '../features/applications/index.ts'
import { callApi } from '../features/calls/index.ts'
import { cohortApi } from '../features/cohorts/index.ts'
import { appealFileApi, eligibilityApi } from '../features/eligibility/index.ts'
import { impactApi } from '../features/impact/index.ts'
import { juryApi } from '../features/juries/index.ts'
import { marketApi } from '../features/markets/index.ts'
import { meansApi } from '../features/means/index.ts'
import { peopleApi } from '../features/people/index.ts'
import { programmeApi } from '../features/programme/index.ts'
import { reviewApi } from '../features/reviews/index.ts'
import { selectionApi } from '../features/selection/index.ts'
import { supportApi } from '../features/support/index.ts'
import type { Api } from '../platform/web/api.ts'
import type { AppEnv } from '../platform/web/context.ts'

const ABOUT = `The programme for programs. Every endpoint runs the command or the query of a page: the same rules, the same
permissions, the same entries in the audit trail. Refusals are { "refused": { "code", "sentence" } }, worded in the
language of Accept-Language (ar, fr, en).`

export function apiRoutes(origin: string): Api {
  const routes = new OpenAPIHono<AppEnv>()
  routes.route('/', appealFileApi(origin))
  const features = [programmeApi, selectionApi, cohortApi, supportApi, marketApi, meansApi, impactApi]
  for (const feature of features) routes.route('/', feature())
  // Those whose mails lead back to the site.
  routes.route('/', applicationApi(origin))
  routes.route('/', eligibilityApi(origin))
  routes.route('/', reviewApi(origin))
  routes.route('/', juryApi(origin))
  routes.route('/', peopleApi(origin))
  routes.route('/', callApi(origin))
  routes.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'Made by a person on /me/tokens.',
  })
  routes.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Kawaliss', version: '1', description: ABOUT },
    servers: [{ url: `${origin}/api/v1` }],
  })
  return routes
}
