/** Support: the desk's calendar, activities and tours, the sessions of trainers, the space of each project. */
import { Hono } from 'hono'
import type { AppEnv } from '../../platform/web/context.ts'
import { activityRoutes } from './routes/activities.tsx'
import { activityFormRoutes } from './routes/activity-form.tsx'
import { calendarRoutes } from './routes/calendar.tsx'
import { sessionRoutes } from './routes/sessions.tsx'
import { spaceTourRoutes } from './routes/space-tour.tsx'
import { tourRoutes } from './routes/tours.tsx'

export const supportRoutes = new Hono<AppEnv>()
supportRoutes.route('/', calendarRoutes)
supportRoutes.route('/', activityFormRoutes)
supportRoutes.route('/', activityRoutes)
supportRoutes.route('/', tourRoutes)
supportRoutes.route('/', sessionRoutes)
supportRoutes.route('/', spaceTourRoutes)
