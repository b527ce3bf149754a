/** Support: activities, tours, attendance. */
export { cancelActivity, recordAttendance } from './commands/attend.ts'
export { type NewActivity, planActivity } from './commands/plan-activity.ts'
export { type ActivityLine, activitiesOf, type TourLine, toursOf } from './queries.ts'
export { supportRoutes } from './routes.tsx'
export { words as supportWords } from './words/index.ts'
