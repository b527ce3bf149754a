/** Markets: planned, changed, cancelled; stands given and taken back; who took part, how many visitors. */
import { refusalIn } from '../../design/refusal.ts'
import { maySeeMarkets, VISIT_PARTS } from '../../domain/market.ts'
import { type Api, acts, api, day, endpoint, id, record, slug, trilingual, words as line, z } from '../../platform/web/api.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { editionBySlug } from '../programme/index.ts'
import { cancelMarket, changeMarket, type MarketWords, planMarket } from './commands/plan-market.ts'
import { giveStand, recordParticipation, withdrawStand } from './commands/stands.ts'
import { recordVisitors } from './commands/visitors.ts'
import { marketById, marketsOf } from './queries/markets.ts'
import { words } from './words/index.ts'

const TAG = 'Markets'
const edition = z.object({ edition: slug() })
const market = z.object({ market: id() })
const terms = z.object({
  name: trilingual(200),
  town: trilingual(120),
  startsOn: day(),
  endsOn: day(),
  places: z.number().int(),
  public: z.boolean().optional(),
})

function wordsOf({ public: shown, ...rest }: z.output<typeof terms>): MarketWords {
  return { ...rest, ...(shown === undefined ? {} : { public: shown }) }
}

export function marketApi(): Api {
  const routes = api()
  const act = acts(routes, TAG, (language) => refusalIn(words(language), language))
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/markets',
      tag: TAG,
      summary: 'Markets of an edition',
      params: edition,
      answers: z.object({ markets: z.array(record()) }),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      if (found === null || !maySeeMarkets(signedIn(c), found.place)) return null
      return { markets: await marketsOf(db, signedIn(c), found.place, language) }
    },
  )
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/markets/{market}',
      tag: TAG,
      summary: 'A market with its stands and counts',
      params: edition.extend({ market: id() }),
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : marketById(db, signedIn(c), found.place, params.market, language)
    },
  )
  act('post', '/editions/{edition}/markets', 'Add a market', { params: edition, body: terms }, async ({ db, viewer, organisation, now }, input) => {
    const found = await editionBySlug(db, organisation, input.edition)
    return found === null ? null : planMarket(db, viewer, { ...wordsOf(input), edition: found.id }, now)
  })
  act(
    'put',
    '/markets/{market}',
    'Change a market over the version that was read',
    { params: market, body: terms.extend({ version: z.number().int().min(1) }) },
    ({ db, viewer, now }, input) => changeMarket(db, viewer, { ...wordsOf(input), market: input.market, version: input.version }, now),
  )
  act(
    'post',
    '/markets/{market}/cancellation',
    'Cancel a market; its stands are taken back',
    { params: market, body: z.object({ reason: line(300) }) },
    ({ db, viewer, now }, input) => cancelMarket(db, viewer, input, now),
  )
  act(
    'post',
    '/markets/{market}/stands',
    'Give a project a stand',
    { params: market, body: z.object({ project: id(), reason: line(300), label: line(40).optional() }) },
    ({ db, viewer, now }, { label, ...input }) => giveStand(db, viewer, { ...input, ...(label === undefined ? {} : { label }) }, now),
  )
  act(
    'post',
    '/markets/{market}/stands/{project}/withdrawal',
    'Take a stand back',
    { params: market.extend({ project: id() }), body: z.object({ reason: line(300) }) },
    ({ db, viewer, now }, input) => withdrawStand(db, viewer, input, now),
  )
  act(
    'post',
    '/markets/{market}/participation',
    'Record which projects took part',
    { params: market, body: z.object({ tookPart: z.record(id(), z.boolean()) }) },
    ({ db, viewer, now }, input) => recordParticipation(db, viewer, input, now),
  )
  act(
    'post',
    '/markets/{market}/visitors',
    'Record or correct a count of visitors, with its source',
    { params: market, body: z.object({ part: z.enum(VISIT_PARTS), visitors: z.number().int(), source: line(300) }) },
    ({ db, viewer, now }, input) => recordVisitors(db, viewer, input, now),
  )
  return routes
}
