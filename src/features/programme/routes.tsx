/** The public home, the choice of an edition at the desk, and the editor of editions. */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/web/context.ts'
import { beginRoutes } from './routes/begin.tsx'
import { editionDraftRoutes } from './routes/edition-draft.tsx'
import { editionFormRoutes } from './routes/edition-form.tsx'
import { editionFormItemRoutes } from './routes/edition-form-item.tsx'
import { editionQuestionTableRoutes } from './routes/edition-question-table.tsx'
import { editionPartRoutes } from './routes/edition-part.tsx'
import { editionRemovalRoutes } from './routes/edition-removal.tsx'
import { homeRoutes } from './routes/home.tsx'
import type { HomeProviders } from './views.ts'

/** `showcase` and `figures` are blocks of the home page brought by later stages; without them the page has none. */
export function programmeRoutes(providers: Partial<HomeProviders> = {}): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.route('/', homeRoutes(providers))
  routes.route('/', beginRoutes)
  routes.route('/', editionDraftRoutes)
  routes.route('/', editionFormRoutes)
  routes.route('/', editionFormItemRoutes)
  routes.route('/', editionQuestionTableRoutes)
  routes.route('/', editionRemovalRoutes)
  routes.route('/', editionPartRoutes)
  return routes
}
