/** The money of a project as a block of its space, given to `spaceRoutes` by the application. */
import { maySeeMeans } from '../../domain/award.ts'
import { request, signedIn } from '../../platform/web/context.ts'
import { editionBySlug } from '../programme/index.ts'
import type { SpaceBlock } from '../support/index.ts'
import { SpaceMoney } from './pages/space-money.tsx'
import { moneyOfProject } from './queries/space-money.ts'

/** For the project itself, and for those who read the money of the edition: a trainer has no business with it. */
export const moneyOfSpace: SpaceBlock = async (c, space) => {
  const { db, organisation, language } = request(c)
  const edition = space.staff ? await editionBySlug(db, organisation, space.editionSlug) : null
  if (space.staff && (edition === null || !maySeeMeans(signedIn(c), edition.place))) return null
  const awards = await moneyOfProject(db, organisation, space.id, language)
  return awards.length === 0 ? null : <SpaceMoney language={language} awards={awards} />
}
