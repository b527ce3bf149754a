/** The eligibility desk: the list (api/list.ts), the automatic checks, verdicts and decisions. */
import { refusalIn } from '../../design/refusal.ts'
import { VERDICTS } from '../../domain/eligibility.ts'
import type { Refused } from '../../domain/result.ts'
import type { Place } from '../../domain/viewer.ts'
import { type AppContext, request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, endpoint, id, outcome, record, slug, words as line, z } from '../../platform/web/api.ts'
import { editionBySlug } from '../programme/index.ts'
import { correctionApi } from './api/corrections.ts'
import { documentApi } from './api/documents.ts'
import { duplicateApi } from './api/duplicates.ts'
import { letterApi } from './api/letters.ts'
import { decideEligibility, recordVerdicts } from './commands/decide.ts'
import { checkOne, runAutomaticChecks } from './commands/run-automatic-checks.ts'
import { listApi } from './api/list.ts'
import { verificationEndpoints } from './api/verification.ts'
import { eligibilityPage } from './queries/eligibility-page.ts'
import { saidSince, withNames } from './since.ts'
import { words } from './words/index.ts'

const TAG = 'Eligibility'
const SEEN = z.number().int().min(0).openapi({ description: 'Number of the last one you have read (`seq`); 0 when there was none.' })
const edition = z.object({ edition: slug() })
const one = z.object({ edition: slug(), application: id() })

/** `origin` is where the mails lead back to. */
export function eligibilityApi(origin: string): Api {
  const routes = api()
  listApi(routes)
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
      path: '/editions/{edition}/applications/{application}/eligibility-checks',
      tag: TAG,
      summary: 'Run the automatic checks on one application; a rule an officer has read is left to them',
      params: one,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      return outcome(c, await checkOne(db, signedIn(c), found.place, params.application, now), refusalIn(words(c.var.language), c.var.language))
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
      body: z.object({
        verdicts: z.array(z.object({ rule: line(60), verdict: z.enum(VERDICTS), reason: line(2000), seen: SEEN.optional() })).max(50),
        confirmed: z
          .boolean()
          .default(false)
          .openapi({ description: '“Not met” on an application already found eligible is kept only when this is true.' }),
      }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      return outcome(
        c,
        await recordVerdicts(db, signedIn(c), found.place, params.application, body.verdicts, now, body.confirmed),
        await sinceIn(c, found, params.application),
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
      body: z.object({ eligible: z.boolean(), ground: line(60).nullable(), reason: line(2000), seen: SEEN, confirmed: z.boolean().optional() }),
      answers: record(),
    },
    async (c, { params, body }) => {
      const { db, organisation, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null) return null
      const decided = await decideEligibility(db, signedIn(c), found.place, { application: params.application, ...body }, now)
      return outcome(c, decided, await sinceIn(c, found, params.application))
    },
  )
  correctionApi(routes, origin)
  documentApi(routes)
  duplicateApi(routes)
  verificationEndpoints(routes)
  letterApi(routes, origin)
  return routes
}

/** Sentences of refusals: of two who write at once, the second is told who was first, and when. */
async function sinceIn(
  c: AppContext,
  edition: { readonly place: Place; readonly zone: string },
  application: string,
): Promise<(refusal: Refused) => string> {
  const { db, language } = request(c)
  const view = await eligibilityPage(db, signedIn(c), edition.place, application, language)
  const sentence = refusalIn(words(language), language)
  if (view === null) return sentence
  return (refusal) => saidSince(refusal, view, edition.zone, language) ?? sentence(withNames(refusal, view, language))
}
