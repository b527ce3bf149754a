/** Markets: who goes, who took part, visitors; and the public agenda. */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/web/context.ts'
import { marketFormRoutes } from './routes/market-form.tsx'
import { marketDeskRoutes } from './routes/markets.tsx'

export { marketApi } from './api.ts'
export { cancelMarket, changeMarket, type MarketWords, type NewMarket, planMarket } from './commands/plan-market.ts'
export { type GivenStand, giveStand, recordParticipation, withdrawStand } from './commands/stands.ts'
export { recordVisitors, type VisitCount } from './commands/visitors.ts'
export { marketById, marketsOf } from './queries/markets.ts'
export { marketsOfProject, type ProjectMarket, type PublicMarket, publicMarkets } from './queries/public-markets.ts'
export { agendaRoutes } from './routes/agenda.tsx'
export { marketsOfSpace } from './space-markets.tsx'
export type { CountView, MarketLine, MarketView, StandView } from './views.ts'
export { words as marketWords } from './words/index.ts'

export const marketRoutes = new Hono<AppEnv>().route('/', marketFormRoutes).route('/', marketDeskRoutes)
