/** Figures with their definition, live. */
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, api, endpoint, record, slug, z } from '../../platform/web/api.ts'
import { maySeeFigures } from '../../domain/figure.ts'
import { editionBySlug } from '../programme/index.ts'
import { publishedCommuniques } from './queries/communique.ts'
import { figureHeads, valuesOf } from './queries/figure.ts'

const TAG = 'Impact'

export function impactApi(): Api {
  const routes = api()
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/figures',
      tag: TAG,
      summary: 'Figures of an edition with their values now',
      params: z.object({ edition: slug() }),
      answers: z.object({ figures: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, now } = request(c)
      const viewer = signedIn(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !maySeeFigures(viewer, found.place)) return null
      return { figures: await valuesOf(db, organisation, await figureHeads(db, organisation, found.id), now) }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/communiques',
      tag: TAG,
      summary: 'Published press releases with the figures they printed',
      answers: z.object({ communiques: z.array(record()) }),
      open: true,
    },
    async (c) => ({
      communiques: await publishedCommuniques(request(c).db, c.var.organisation),
    }),
  )
  return routes
}
