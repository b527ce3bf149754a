/** The markets of a project as a block of its space, given to `spaceRoutes` by the application. */
import { request } from '../../platform/web/context.ts'
import type { SpaceBlock } from '../support/index.ts'
import { SpaceMarkets } from './pages/space-markets.tsx'
import { marketsOfProject } from './queries/public-markets.ts'

export const marketsOfSpace: SpaceBlock = async (c, space) => {
  const { db, organisation, language } = request(c)
  const markets = await marketsOfProject(db, organisation, space.id, language)
  return markets.length === 0 ? null : <SpaceMarkets language={language} markets={markets} />
}
