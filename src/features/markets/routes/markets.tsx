/** Markets at the desk: the list, one with its stands and visitors, what one takes away. */
import { Hono } from 'hono'
import type { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { mayRunMarkets, maySeeMarkets } from '../../../domain/market.ts'
import type { Result } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { type Body, parse } from '../../../platform/input/form.ts'
import { writeCsv } from '../../../platform/sheets/csv.ts'
import { writeXlsx } from '../../../platform/sheets/xlsx.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { cancelMarket } from '../commands/plan-market.ts'
import { giveStand, recordParticipation, withdrawStand } from '../commands/stands.ts'
import { recordVisitors } from '../commands/visitors.ts'
import { cancelForm, standForm, visitForm, withdrawalForm } from '../forms.ts'
import { MarketPage } from '../pages/market.tsx'
import { MarketsPage } from '../pages/markets.tsx'
import { marketSheets } from '../queries/market-sheets.ts'
import { candidatesOf, marketById, marketsOf } from '../queries/markets.ts'
import { words } from '../words/index.ts'
import { around, roomOf, sentence, typedIn } from './room.ts'

export const marketDeskRoutes = new Hono<AppEnv>()

marketDeskRoutes.get('/desk/:edition/markets', async (c) => {
  const { db, language } = request(c)
  const room = await roomOf(c, '/markets')
  if (room === null || !maySeeMarkets(room.viewer, room.edition.place)) return c.notFound()
  const markets = await marketsOf(db, room.viewer, room.edition.place, language)
  return page(c, <MarketsPage {...around(c, room, '/markets')} markets={markets} runs={mayRunMarkets(room.viewer, room.edition.place)} />)
})

marketDeskRoutes.get('/desk/:edition/markets.xlsx', async (c) => {
  const taken = await sheetsOf(c)
  if (taken === null) return c.notFound()
  const { sheets, edition } = taken
  const bytes = await writeXlsx({ sheets: [sheets.markets, sheets.stands, sheets.visitors], rtl: c.var.language === 'ar', zone: edition.zone })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return download(c, bytes, type, words(c.var.language)('markets.file', { edition: edition.slug, kind: 'xlsx' }))
})

marketDeskRoutes.get('/desk/:edition/markets.csv', async (c) => {
  const taken = await sheetsOf(c)
  if (taken === null) return c.notFound()
  const name = words(c.var.language)('markets.file', { edition: taken.edition.slug, kind: 'csv' })
  return download(c, writeCsv(taken.sheets.stands, taken.edition.zone), 'text/csv; charset=utf-8', name)
})

async function sheetsOf(c: AppContext) {
  const { db, language } = request(c)
  const room = await roomOf(c, '/markets')
  const sheets = room === null ? null : await marketSheets(db, room.viewer, room.edition.place, language)
  return room === null || sheets === null ? null : { sheets, edition: room.edition }
}

marketDeskRoutes.get('/desk/:edition/markets/:market', async (c) => (await marketPage(c, { values: {}, errors: [] })) ?? c.notFound())

marketDeskRoutes.post('/desk/:edition/markets/:market/stands', (c) =>
  written(c, standForm, 'stand-given', (db, viewer, market, { project, why, label }, now) =>
    giveStand(db, viewer, { market, project, label, reason: why }, now),
  ),
)

marketDeskRoutes.post('/desk/:edition/markets/:market/withdrawals', (c) =>
  written(c, withdrawalForm, 'stand-withdrawn', (db, viewer, market, form, now) =>
    withdrawStand(db, viewer, { market, project: form.withdraw_project, reason: form.withdraw_reason }, now),
  ),
)

marketDeskRoutes.post('/desk/:edition/markets/:market/visitors', (c) =>
  written(c, visitForm, 'visitors-recorded', (db, viewer, market, count, now) => recordVisitors(db, viewer, { market, ...count }, now)),
)

marketDeskRoutes.post('/desk/:edition/markets/:market/cancellation', (c) =>
  written(c, cancelForm, 'cancelled', (db, viewer, market, form, now) => cancelMarket(db, viewer, { market, reason: form.cancel_reason }, now)),
)

marketDeskRoutes.post('/desk/:edition/markets/:market/participation', async (c) => {
  const { db, now } = request(c)
  const [room, id] = [await roomOf(c, '/markets'), c.req.param('market')]
  if (room === null || !isId(id)) return c.notFound()
  const body = await readForm(c)
  const outcome = await recordParticipation(db, room.viewer, { market: id, tookPart: participationOf(body) }, now)
  return answered(c, room, id, body, outcome, 'participation-recorded')
})

/** Whether each project took part, by project; what is neither yes nor no is left out. */
function participationOf(body: Body): Record<string, boolean> {
  const marks: Record<string, boolean> = {}
  for (const name of Object.keys(body)) {
    const [mark, project] = [fieldText(body, name), name.slice('took.'.length)]
    if (name.startsWith('took.') && isId(project) && (mark === 'yes' || mark === 'no')) marks[project] = mark === 'yes'
  }
  return marks
}

/** Reads a form of the page of a market, runs its command, and comes back to the page. */
async function written<Schema extends z.ZodType<object>>(
  c: AppContext,
  schema: Schema,
  said: string,
  command: (db: Database, viewer: SignedIn, market: string, form: z.infer<Schema>, now: Date) => Promise<Result<unknown>>,
): Promise<Response> {
  const { db, language, now } = request(c)
  const [room, id] = [await roomOf(c, '/markets'), c.req.param('market') ?? '']
  if (room === null || !isId(id) || !mayRunMarkets(room.viewer, room.edition.place)) return c.notFound() as Response
  const body = await readForm(c)
  const form = parse(schema, body)
  if (!form.ok) {
    const errors = errorSentences(form.errors, language)
    return (await marketPage(c, { values: typedIn(body), errors }, 422)) ?? (c.notFound() as Response)
  }
  return answered(c, room, id, body, await command(db, room.viewer, id, form.value as z.infer<Schema>, now), said)
}

async function answered(c: AppContext, room: StaffRoom, market: string, body: Body, outcome: Result<unknown>, said: string): Promise<Response> {
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/markets/${market}`, said)
  if (outcome.code === 'page/not-found') return c.notFound() as Response
  const again = await marketPage(c, { values: typedIn(body), errors: [], refusal: sentence(c, outcome) }, 422)
  return again ?? (c.notFound() as Response)
}

async function marketPage(
  c: AppContext,
  more: { values: Record<string, string>; errors: FormErrors; refusal?: string },
  status: 200 | 422 = 200,
): Promise<Response | null> {
  const { db, language, now } = request(c)
  const id = c.req.param('market') ?? ''
  const room = await roomOf(c, `/markets/${id}`)
  const market = room !== null && isId(id) ? await marketById(db, room.viewer, room.edition.place, id, language) : null
  if (room === null || market === null) return null
  const { place, zone } = room.edition
  const runs = mayRunMarkets(room.viewer, place)
  const candidates = runs ? await candidatesOf(db, room.viewer.organisation, room.edition.id, market, language) : []
  const begun = dayIn(now, zone) >= market.from
  return page(
    c,
    <MarketPage {...around(c, room, `/markets/${id}`)} market={market} candidates={candidates} runs={runs} begun={begun} {...more} />,
    status,
  )
}
