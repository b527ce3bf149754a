/** Figures with their definition, live. */
import { request, signedIn } from '../../platform/web/context.ts'
import { type Api, acts, api, endpoint, record, slug, trilingual, words as line, z } from '../../platform/web/api.ts'
import { refusalIn } from '../../design/refusal.ts'
import { maySeeFigures } from '../../domain/figure.ts'
import { editionBySlug } from '../programme/index.ts'
import { defineFigure, defineStandardFigures } from './commands/define-figure.ts'
import { publishCommunique } from './commands/publish-communique.ts'
import { writeCommunique } from './commands/write-communique.ts'
import { communiqueBySlug, communiquesOf, publishedCommuniques } from './queries/communique.ts'
import { figureHeads, valuesOf } from './queries/figure.ts'
import { publicationPlan } from './queries/plan.ts'
import { words } from './words/index.ts'

const TAG = 'Impact'
const edition = z.object({ edition: slug() })
const communique = edition.extend({ communique: line(60) })
const paragraphs = z.array(line(20_000)).max(60)

export function impactApi(): Api {
  const routes = api()
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/figures',
      tag: TAG,
      summary: 'Figures of an edition with their values now',
      params: edition,
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
  figures(routes)
  communiques(routes)
  return routes
}

function figures(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  act(
    'post',
    '/editions/{edition}/figures',
    'Define a figure: an indicator with its parameters',
    { params: edition, body: z.object({ indicator: line(60), parameters: z.record(z.string().max(40), line(60)) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : defineFigure(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/standard-figures',
    'Define the figures every edition has',
    { params: edition },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : defineStandardFigures(db, viewer, found.place, now)
    },
  )
}

function communiques(routes: Api): void {
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/communiques',
      tag: TAG,
      summary: 'Communiqués of an edition, as they are being written',
      params: edition,
      answers: z.object({ communiques: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : { communiques: await communiquesOf(db, signedIn(c), found.place, language) }
    },
  )
  act(
    'put',
    '/editions/{edition}/communiques/{communique}',
    'Keep the text of a communiqué over the version that was read, 0 for a new one',
    {
      params: communique,
      body: z.object({
        version: z.number().int().min(0),
        title: trilingual(2000),
        body: z.object({ ar: paragraphs, fr: paragraphs, en: paragraphs }),
      }),
    },
    async ({ db, viewer, organisation, now }, { edition: where, communique: name, version, title, body }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : writeCommunique(db, viewer, found.place, { slug: name, text: { title, body }, version }, now)
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/communiques/{communique}/publication',
      tag: TAG,
      summary: 'What publishing would print now: figures, warnings, and the fingerprint to give back',
      params: communique,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language, now } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const kept = found === null ? null : await communiqueBySlug(db, signedIn(c), found.place, params.communique, language)
      if (found === null || kept === null) return null
      return publicationPlan(db, { organisation, zone: found.zone, communique: kept.id, text: kept.text, now })
    },
  )
  act(
    'post',
    '/editions/{edition}/communiques/{communique}/publication',
    'Publish what was shown; every warning is accepted by its key',
    { params: communique, body: z.object({ fingerprint: line(64), accepted: z.array(line(200)).max(100) }) },
    async ({ db, viewer, organisation, now }, { edition: where, communique: name, ...shown }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : publishCommunique(db, viewer, found.place, { ...shown, slug: name }, now)
    },
  )
}
