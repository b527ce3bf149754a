/** The addresses of an application, from its first page to its receipt. */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/web/context.ts'
import { presenceRoutes } from './presence/routes.ts'
import { assistanceRoutes } from './routes/assistance.tsx'
import { checkRoutes } from './routes/check.tsx'
import { correctionRoutes } from './routes/correction.tsx'
import { correctionFileRoutes } from './routes/correction-files.tsx'
import { draftRoutes } from './routes/draft.tsx'
import { previewRoutes } from './routes/preview.tsx'
import { fileQuestionRoutes } from './routes/files.tsx'
import { uploadRoutes } from './routes/uploads.ts'
import { phoneRoutes } from './phone/routes.tsx'
import { receiptRoutes } from './routes/receipt.tsx'
import type { ApplicationsAround } from './routes/around.ts'
import { sectionRoutes } from './routes/section.tsx'
import { startRoutes } from './routes/start.tsx'
import { versionRoutes } from './routes/versions.tsx'
import { withdrawalRoutes } from './routes/withdrawal.tsx'
import { teamRoutes } from './team/routes.tsx'

export type { ApplicationsAround }

/** Routes relative to `/:language`. */
export function applicationRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  for (const part of [
    startRoutes,
    draftRoutes,
    sectionRoutes,
    fileQuestionRoutes,
    versionRoutes,
    checkRoutes,
    receiptRoutes,
    withdrawalRoutes,
    correctionRoutes,
    correctionFileRoutes,
    teamRoutes,
    previewRoutes,
  ])
    routes.route('/', part(around))
  routes.route('/', phoneRoutes())
  routes.route('/', uploadRoutes)
  routes.route('/', presenceRoutes())
  routes.route('/', assistanceRoutes())
  return routes
}
