/** Impact: figures, communiqués and the public page of what the programme did. */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/web/context.ts'
import { communiqueRoutes } from './routes/communiques.tsx'
import { figureRoutes } from './routes/figures.tsx'
import { publicRoutes } from './routes/public.tsx'

export const impactRoutes = new Hono<AppEnv>()
impactRoutes.route('/', publicRoutes)
impactRoutes.route('/', figureRoutes)
impactRoutes.route('/', communiqueRoutes)
