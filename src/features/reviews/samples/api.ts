/** Sample files over the API: the same commands as the pages. */
import { refusalIn } from '../../../design/refusal.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, acts, endpoint, id, words as line, outcome, record, slug, z } from '../../../platform/web/api.ts'
import { editionBySlug } from '../../programme/index.ts'
import { stageCode } from '../api/stages.ts'
import { words } from '../words/index.ts'
import { saveSample, submitSample } from './commands/mark-sample.ts'
import { chooseSample, openRound, removeSample, showRound } from './commands/round.ts'
import { sampleCandidates } from './queries/candidates.ts'
import { mySamples, samplePage } from './queries/reading.ts'
import { roundOf } from './queries/round.ts'

const edition = z.object({ edition: slug() })
/** The first stage that is read, when left out. */
const stage = z.object({ stage: stageCode().optional() })
const grid = z.object({
  version: z.number().int().min(0),
  scores: z.record(z.string().max(60), z.number().int()),
  comments: z.record(z.string().max(60), line(10_000)),
})

/** `origin` is where mails lead. */
export function samplesApi(routes: Api, origin: string, tag: string): void {
  desk(routes, tag)
  acting(routes, origin, tag)
  reading(routes, tag)
}

function desk(routes: Api, tag: string): void {
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/samples',
      tag,
      summary: 'The sample files of a stage: who marked what, and who reads severely or leniently',
      params: edition,
      query: stage,
      answers: record(),
    },
    async (c, { params, query }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : roundOf(db, signedIn(c), found.place, language, query.stage)
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/samples/candidates',
      tag,
      summary: 'Applications of past editions that may be sample files',
      params: edition,
      query: z.object({ q: line(120).optional() }),
      answers: z.object({ candidates: z.array(record()) }),
    },
    async (c, { params, query }) => {
      const { db, organisation } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const candidates = found === null ? null : await sampleCandidates(db, signedIn(c), found.place, query.q ?? '')
      return candidates === null ? null : { candidates }
    },
  )
}

function acting(routes: Api, origin: string, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  act(
    'post',
    '/editions/{edition}/samples',
    'Take an application of a past edition as a sample file',
    { params: edition, body: stage.extend({ application: id() }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : chooseSample(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/samples/{sample}/removal',
    'Take a sample file away before readers have it',
    { params: edition.extend({ sample: id() }) },
    async ({ db, viewer, organisation, now }, { edition: where, sample }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : removeSample(db, viewer, found.place, { sample }, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/samples/opening',
    'Give the sample files of a stage to its readers',
    { params: edition, body: stage },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : openRound(db, viewer, found.place, input, origin, now)
    },
  )
  act(
    'put',
    '/editions/{edition}/samples/results',
    'Show readers who have handed in what all have marked, with a note',
    { params: edition, body: stage.extend({ note: line(10_000) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : showRound(db, viewer, found.place, input, origin, now)
    },
  )
}

function reading(routes: Api, tag: string): void {
  const sample = z.object({ sample: id() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/reviews/samples',
      tag,
      summary: 'The sample files I am given to read',
      answers: z.object({ samples: z.array(record()) }),
    },
    async (c) => ({ samples: await mySamples(request(c).db, signedIn(c)) }),
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/reviews/samples/{sample}',
      tag,
      summary: 'A sample file beside its grid; once it is handed in and shown, the marks of the others without names',
      params: sample,
      answers: record(),
    },
    (c, { params }) => samplePage(request(c).db, signedIn(c), params.sample, c.var.language),
  )
  endpoint(
    routes,
    {
      method: 'put',
      path: '/reviews/samples/{sample}',
      tag,
      summary: 'Keep the grid of a sample file',
      params: sample,
      body: grid,
      answers: record(),
    },
    async (c, { params, body }) =>
      outcome(c, await saveSample(request(c).db, signedIn(c), { ...body, ...params }, c.var.now), refusalIn(words(c.var.language), c.var.language)),
  )
  endpoint(
    routes,
    {
      method: 'post',
      path: '/reviews/samples/{sample}/submission',
      tag,
      summary: 'Hand the grid of a sample file in',
      params: sample,
      body: grid,
      answers: record(),
    },
    async (c, { params, body }) =>
      outcome(c, await submitSample(request(c).db, signedIn(c), { ...body, ...params }, c.var.now), refusalIn(words(c.var.language), c.var.language)),
  )
}
