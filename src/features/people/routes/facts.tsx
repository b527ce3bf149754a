/** What was verified of oneself. */
import { Hono } from 'hono'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import type { Refused } from '../../../domain/result.ts'
import { cleanText } from '../../../platform/input/form.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { contestVerification } from '../commands/contest-verification.ts'
import { FactsPage, type FactsProps } from '../pages/facts.tsx'
import { organisationOf } from '../queries/organisation.ts'
import { verificationsOf } from '../queries/verifications.ts'
import { words } from '../words/index.ts'

export function factRoutes({ frame }: { readonly frame: (c: AppContext) => Promise<PublicFrame> }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  async function show(c: AppContext, typed: FactsProps['typed'] = null, refusal?: Refused): Promise<Response> {
    const { organisation, person } = signedIn(c)
    const { db, language, now } = request(c)
    const t = words(language)
    const said = c.req.query('said')
    const [facts, { zone }] = await Promise.all([verificationsOf(db, organisation, person.id), organisationOf(db, organisation)])
    const props = {
      language,
      frame: await frame(c),
      path: '/me/facts',
      zone,
      today: dayIn(now, zone),
      facts,
      typed,
      refusal: refusal === undefined ? undefined : refusalIn(t, language)(refusal),
      said: said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined,
    }
    return page(c, <FactsPage {...props} />, refusal === undefined ? 200 : 422)
  }

  routes.get('/me/facts', (c) => show(c))

  routes.post('/me/facts/:fact/contest', async (c) => {
    const viewer = signedIn(c)
    const { db, now, config } = request(c)
    const verification = c.req.param('fact')
    const text = cleanText(fieldText(await readForm(c), `text-${verification}`))
    const outcome = await contestVerification(db, viewer, { verification, text }, config.origin, now)
    if (outcome.ok) return seeOther(c, '/me/facts', 'fact-contested')
    return outcome.code === 'page/not-found' ? c.notFound() : show(c, { verification, text }, outcome)
  })

  return routes
}
