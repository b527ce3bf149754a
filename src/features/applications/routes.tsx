/** The addresses of an application, from its first page to its receipt. */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/web/context.ts'
import { checkRoutes } from './routes/check.tsx'
import { draftRoutes } from './routes/draft.tsx'
import { previewRoutes } from './routes/preview.tsx'
import { fileQuestionRoutes } from './routes/files.tsx'
import { uploadRoutes } from './routes/uploads.ts'
import { receiptRoutes } from './routes/receipt.tsx'
import type { ApplicationsAround } from './routes/around.ts'
import { sectionRoutes } from './routes/section.tsx'
import { startRoutes } from './routes/start.tsx'
import { versionRoutes } from './routes/versions.tsx'
import { withdrawalRoutes } from './routes/withdrawal.tsx'

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
    previewRoutes,
  ])
    routes.route('/', part(around))
  routes.route('/', uploadRoutes)
  return routes
}
