/** Stages over the API: where each stands, who goes on, and a reader's files put in order. */
import { refusalIn } from '../../../design/refusal.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { editionBySlug } from '../../programme/index.ts'
import { applyPassage } from '../commands/passage.ts'
import { withdrawPassage } from '../commands/withdraw-passage.ts'
import { saveRanking, submitRanking } from '../commands/ranking.ts'
import { passagePlan, stageProgress } from '../queries/passages.ts'
import { rankingOf } from '../queries/ranking.ts'
import { words } from '../words/index.ts'

/** A code as editions write them. */
export const stageCode = () => z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/)

/** Adds the endpoints of stages to `routes`, under `tag`. */
export function stagesApi(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  const edition = z.object({ edition: slug() })
  const stage = edition.extend({ stage: stageCode() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/stages',
      tag,
      summary: 'The stages of review, and where each stands',
      params: edition,
      answers: z.object({ stages: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      const stages = found === null ? null : await stageProgress(db, signedIn(c), found.place, language)
      return stages === null ? null : { stages }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/stages/{stage}/passage',
      tag,
      summary: 'Who would go on from a stage, with the fingerprint',
      params: stage,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : passagePlan(db, signedIn(c), found.place, language, params.stage)
    },
  )
  act(
    'post',
    '/editions/{edition}/stages/{stage}/passage',
    'Take the files on that were shown',
    { params: stage, body: z.object({ fingerprint: line(64) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : applyPassage(db, viewer, found.place, input, now)
    },
  )
  act(
    'post',
    '/editions/{edition}/stages/{stage}/passage/withdrawals',
    'Take back what was decided of a file, with the reason, while nobody has it in a later stage',
    { params: stage, body: z.object({ application: id(), reason: line(500) }) },
    async ({ db, viewer, organisation, now }, { edition: where, ...input }) => {
      const found = await editionBySlug(db, organisation, where)
      return found === null ? null : withdrawPassage(db, viewer, found.place, input, now)
    },
  )
  rankings(routes, tag)
}

function rankings(routes: Api, tag: string): void {
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  const stage = z.object({ edition: slug(), stage: stageCode() })
  const order = z.object({ mark: line(64), order: z.array(id()).min(1).max(500) })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/rankings/{edition}/{stage}',
      tag,
      summary: 'My files of a stage in the order I gave them',
      params: stage,
      answers: record(),
    },
    (c, { params }) => rankingOf(request(c).db, signedIn(c), params.edition, params.stage),
  )
  act('put', '/rankings/{edition}/{stage}', 'Keep an order', { params: stage, body: order }, async ({ db, viewer, now }, input) =>
    saveRanking(db, viewer, input, now),
  )
  act(
    'post',
    '/rankings/{edition}/{stage}/submission',
    'Hand an order in',
    { params: stage, body: order.extend({ unrelated: z.boolean() }) },
    async ({ db, viewer, now }, input) => submitRanking(db, viewer, input, now),
  )
}
