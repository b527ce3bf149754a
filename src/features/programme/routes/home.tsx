/** The public home, and the choice of an edition for those who work in several. */
import { Hono } from 'hono'
import { callState, nextChange } from '../../../domain/call.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { pageCache } from '../../../platform/web/page-cache.ts'
import { page } from '../../../platform/web/respond.ts'
import { atDesk, publicFrame } from '../frame.ts'
import { editionsOf } from '../editions.ts'
import { organisationDoors } from '../organisation-frame.ts'
import { DeskPage } from '../pages/desk.tsx'
import { HomePage } from '../pages/home.tsx'
import { publicCalls } from '../queries/current-call.ts'
import { homeCall } from '../queries/home.ts'
import type { HomeProviders } from '../views.ts'

const nothing: HomeProviders = { showcase: async () => [], figures: async () => [] }

/** `showcase` and `figures` are blocks of the home page brought by later stages; without them the page has none. */
export function homeRoutes(providers: Partial<HomeProviders> = {}): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const blocks = { ...nothing, ...providers }
  const kept = pageCache()

  routes.get('/', (c) =>
    kept.answer(c, async () => {
      const { db, organisation, language, path, now } = request(c)
      const asked = { db, organisation, language, now }
      const [call, showcase, figures, frame, changesAt] = await Promise.all([
        homeCall(db, organisation, now),
        blocks.showcase(asked),
        blocks.figures(asked),
        frameOf(c),
        nextHomeChange(c),
      ])
      return { html: <HomePage language={language} frame={frame} path={path} home={{ call, showcase, figures }} />, changesAt }
    }),
  )

  routes.get('/desk', async (c) => {
    const viewer = signedIn(c)
    const { db, organisation, language, path } = request(c)
    const all = await editionsOf(db, organisation)
    const editions = all.filter((edition) => atDesk(viewer, edition))
    const [only] = editions
    if (only !== undefined && editions.length === 1) return c.redirect(`/${language}/desk/${only.slug}`, 302)
    const shown = editions.map(({ slug, name, programmeName }) => ({ slug, name, programme: programmeName }))
    return page(c, <DeskPage language={language} frame={await frameOf(c)} path={path} editions={shown} doors={organisationDoors(viewer, all)} />)
  })

  return routes
}

function frameOf(c: AppContext) {
  const { db, config, organisation, viewer, language, path, now } = request(c)
  return publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
}

/** When the first of the public calls opens or closes. */
async function nextHomeChange(c: AppContext): Promise<Date | null> {
  const { db, organisation, now } = request(c)
  const changes = (await publicCalls(db, organisation, now)).filter((call) => callState(call, now) !== 'closed').map((call) => nextChange(call, now))
  const ahead = changes.filter((change) => change !== null)
  return ahead.length === 0 ? null : new Date(Math.min(...ahead.map(Number)))
}
