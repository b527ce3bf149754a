import { hostileAt } from './hostile.ts'

hostileAt('review', [
  '/reviews/:id/draft',
  '/reviews/:id/submission',
  '/reviews/:id/conflict',
  '/desk/:edition/interviews',
  '/desk/:edition/duplicates?state',
  '/applications/:id/appeal',
])
