/** The application: middleware in the order a request meets it, then one line a feature. */
import { Hono } from 'hono'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { apiRoutes } from './app/api.ts'
import { whileTheDemoMoves } from './app/demo-moves.ts'
import { answerFault, answerNotFound, languageOf } from './app/faults.tsx'
import { healthRoutes, type Readiness } from './app/health.ts'
import { toldByStages } from './app/told-steps.ts'
import { whoAsks } from './app/who-asks.ts'
import { applicationJobs, applicationNights, applicationRoutes, doorsOfApplicant } from './features/applications/index.ts'
import { auditJobs, auditNights } from './features/audit/index.ts'
import { callJobs, callNights, callRoutes } from './features/calls/index.ts'
import { cohortRoutes, doorOfOffers, showcaseOfHome } from './features/cohorts/index.ts'
import { eligibilityJobs, eligibilityRoutes } from './features/eligibility/index.ts'
import { fileJobs, fileNights, fileRoutes } from './features/files/index.ts'
import { dashboardRoutes, figuresOfHome, impactRoutes } from './features/impact/index.ts'
import { doorOfJuries, juryRoutes } from './features/juries/index.ts'
import { agendaRoutes, marketRoutes, marketsOfSpace } from './features/markets/index.ts'
import { meansRoutes, moneyOfSpace } from './features/means/index.ts'
import { mailboxRoutes, messageJobs } from './features/messages/index.ts'
import { demoTimeRoutes, peopleRoutes, tokenRoutes } from './features/people/index.ts'
import { programmeRoutes, publicFrame } from './features/programme/index.ts'
import { doorOfInterviews, reviewJobs, reviewNights, reviewRoutes } from './features/reviews/index.ts'
import { doorOfAppeals, decidedOnReceipt, selectionJobs, selectionRoutes } from './features/selection/index.ts'
import { doorOfSessions, spaceRoutes, supportRoutes } from './features/support/index.ts'
import { LANGUAGES } from './domain/language.ts'
import type { JobHandler } from './platform/jobs/jobs.ts'
import { whileUnderWay } from './platform/rush.ts'
import { type loadAssets, serveAssets, serveWorker } from './platform/web/assets.ts'
import { compressPages } from './platform/web/compress.ts'
import type { AppContext, AppEnv, Services } from './platform/web/context.ts'
import { securityHeaders } from './platform/web/security.ts'

export interface AppParts {
  readonly services: Services
  readonly assets: Awaited<ReturnType<typeof loadAssets>>
  readonly ready: Readiness
}

/** Everything that answers requests. */
export function makeApp({ services, assets, ready }: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError(answerFault)
  app.notFound(answerNotFound)
  app.use(async (c, next) => {
    c.set('services', services)
    await next()
  })
  app.use(securityHeaders)
  app.use(trimTrailingSlash())
  app.route('/', healthRoutes(services, ready))
  app.get('/assets/*', serveAssets(assets))
  app.get('/worker.js', serveWorker(assets))
  app.use(compressPages)
  app.use((_c, next) => whileUnderWay(next))
  app.use(whileTheDemoMoves(services))
  app.use(whoAsks(services))
  app.get('/', (c) => c.redirect(`/${languageOf(c)}`, 302))
  app.route('/api/v1', apiRoutes(services.config.origin))
  const everyPage = pages(services)
  for (const language of LANGUAGES) app.route(`/${language}`, everyPage)
  return app
}

function pages(services: Services): Hono<AppEnv> {
  const { demo } = services.config
  const routes = new Hono<AppEnv>()
  routes.route('/', peopleRoutes({ frame, doors, demo }))
  routes.route('/', tokenRoutes({ frame }))
  routes.route('/', programmeRoutes({ showcase: showcaseOfHome, figures: figuresOfHome }))
  routes.route('/', callRoutes())
  routes.route('/', applicationRoutes({ frame, told: decidedOnReceipt, steps: toldByStages }))
  routes.route('/', fileRoutes)
  routes.route('/', eligibilityRoutes)
  routes.route('/', reviewRoutes)
  routes.route('/', juryRoutes)
  routes.route('/', selectionRoutes)
  routes.route('/', cohortRoutes)
  routes.route('/', spaceRoutes({ beside: [moneyOfSpace, marketsOfSpace] }))
  routes.route('/', supportRoutes)
  routes.route('/', meansRoutes)
  routes.route('/', marketRoutes)
  routes.route('/', agendaRoutes)
  routes.route('/', impactRoutes)
  routes.route('/', dashboardRoutes)
  if (demo) routes.route('/', mailboxRoutes({ frame, zone: 'Africa/Casablanca' }))
  if (services.demoTime !== undefined) routes.route('/', demoTimeRoutes({ frame, time: services.demoTime }))
  return routes
}

/** What each stage puts on a person's own page. */
async function doors(c: AppContext) {
  return (
    await Promise.all([doorOfOffers(c), doorOfSessions(c), doorOfInterviews(c), doorOfJuries(c), doorOfAppeals(c), doorsOfApplicant(c, toldByStages)])
  ).flat()
}

function frame(c: AppContext) {
  const { organisation, viewer, language, path, now } = c.var
  return publicFrame(c.var.services.db, { organisation, viewer, language, path, now })
}

/** What the worker does, by the name of the job. */
export function jobs(services: Services): Readonly<Record<string, JobHandler>> {
  return {
    ...applicationJobs(services),
    ...auditJobs(services),
    ...callJobs(services),
    ...eligibilityJobs(services),
    ...fileJobs(services),
    ...messageJobs(services),
    ...reviewJobs(services),
    ...selectionJobs(services),
  }
}

/** Jobs the queue starts by itself, in crontab form (UTC). */
export const nightly = [callNights, auditNights, fileNights, applicationNights, reviewNights].join('\n')
