/** The form of a market: a new one, or a change to one. */
import { Hono } from 'hono'
import type { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import { mayRunMarkets } from '../../../domain/market.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { changeMarket, type MarketWords, planMarket } from '../commands/plan-market.ts'
import { changeForm, marketForm, newForm } from '../forms.ts'
import { MarketFormPage, type MarketFormProps } from '../pages/market-form.tsx'
import { marketById } from '../queries/markets.ts'
import type { MarketView } from '../views.ts'
import { around, roomOf, sentence, typedIn } from './room.ts'

export const marketFormRoutes = new Hono<AppEnv>()

marketFormRoutes.get('/desk/:edition/markets/new', async (c) => {
  const room = await runner(c, '/markets/new')
  if (room === null) return c.notFound()
  const hidden = { name: 'id', value: newId(c.var.now) } as const
  return formPage(c, room, { market: null, values: { public: 'yes' }, hidden, errors: [] })
})

marketFormRoutes.post('/desk/:edition/markets', async (c) => {
  const { db, now } = request(c)
  const room = await runner(c, '/markets/new')
  if (room === null) return c.notFound()
  const sent = await sentWords(c)
  const named = parse(newForm, sent.body)
  const id = named.ok && named.value.id !== null ? named.value.id : newId(now)
  const shown = { market: null, values: sent.values, hidden: { name: 'id', value: id } as const }
  if (sent.words === null) return formPage(c, room, { ...shown, errors: sent.errors }, 422)
  const outcome = await planMarket(db, room.viewer, { ...sent.words, edition: room.edition.id, id }, now)
  if (!outcome.ok) return formPage(c, room, { ...shown, errors: [], refusal: sentence(c, outcome) }, 422)
  return seeOther(c, `/desk/${room.edition.slug}/markets/${outcome.value.market}`, 'planned')
})

marketFormRoutes.get('/desk/:edition/markets/:market/change', async (c) => {
  const room = await runner(c, `/markets/${c.req.param('market')}/change`)
  const market = room === null ? null : await marketOf(c, room)
  if (room === null || market === null || market.cancelled) return c.notFound()
  const hidden = { name: 'version', value: String(market.version) } as const
  return formPage(c, room, { market: market.id, values: standing(market), hidden, errors: [] })
})

marketFormRoutes.post('/desk/:edition/markets/:market', async (c) => {
  const { db, now } = request(c)
  const room = await runner(c, `/markets/${c.req.param('market')}/change`)
  const market = room === null ? null : await marketOf(c, room)
  if (room === null || market === null) return c.notFound()
  const sent = await sentWords(c)
  const known = parse(changeForm, sent.body)
  const version = known.ok ? known.value.version : 0
  const shown = { market: market.id, values: sent.values, hidden: { name: 'version', value: String(version) } as const }
  if (sent.words === null) return formPage(c, room, { ...shown, errors: sent.errors }, 422)
  const outcome = await changeMarket(db, room.viewer, { ...sent.words, market: market.id, version }, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/markets/${market.id}`, 'changed')
  if (outcome.code === 'page/not-found') return c.notFound()
  return formPage(c, room, { ...shown, errors: [], refusal: sentence(c, outcome) }, outcome.code === 'market/changed-since' ? 409 : 422)
})

/** The room, for those who run markets. */
async function runner(c: AppContext, to: string): Promise<StaffRoom | null> {
  const room = await roomOf(c, to)
  return room !== null && mayRunMarkets(room.viewer, room.edition.place) ? room : null
}

function marketOf(c: AppContext, room: StaffRoom): Promise<MarketView | null> {
  const { db, language } = request(c)
  const id = c.req.param('market') ?? ''
  return isId(id) ? marketById(db, room.viewer, room.edition.place, id, language) : Promise.resolve(null)
}

function formPage(
  c: AppContext,
  room: StaffRoom,
  shown: Pick<MarketFormProps, 'market' | 'values' | 'hidden' | 'errors'> & { refusal?: string },
  status: 200 | 409 | 422 = 200,
): Response {
  const to = shown.market === null ? '/markets/new' : `/markets/${shown.market}/change`
  return page(c, <MarketFormPage {...around(c, room, to)} {...shown} />, status)
}

async function sentWords(c: AppContext) {
  const body = await readForm(c)
  const form = parse(marketForm, body)
  const values = typedIn(body)
  if (!form.ok) return { body, values, words: null, errors: errorSentences(form.errors, c.var.language) }
  return { body, values, words: wordsOf(form.value), errors: [] }
}

function wordsOf(value: z.infer<typeof marketForm>): MarketWords {
  return {
    name: { ar: value.name_ar, fr: value.name_fr, en: value.name_en },
    town: { ar: value.town_ar, fr: value.town_fr, en: value.town_en },
    startsOn: value.starts_on,
    endsOn: value.ends_on,
    places: value.places,
    public: value.public,
  }
}

function standing(market: MarketView): Record<string, string> {
  const three = (name: 'name' | 'town') =>
    Object.fromEntries((['ar', 'fr', 'en'] as const).map((one) => [`${name}_${one}`, market.written[name][one]]))
  const boxes = (name: string, day: string) => {
    const [year = '', month = '', number = ''] = day.split('-')
    return { [`${name}.day`]: String(Number(number)), [`${name}.month`]: String(Number(month)), [`${name}.year`]: year }
  }
  return {
    ...three('name'),
    ...three('town'),
    ...boxes('starts_on', market.from),
    ...boxes('ends_on', market.to),
    places: String(market.places),
    public: market.public ? 'yes' : '',
  }
}
