import { hostileAt } from './hostile.ts'

hostileAt('cohort', ['/desk/:edition/cohort/departures', '/desk/:edition/cohort/graduation', '/desk/:edition/activities'])
