import { hostileAt } from './hostile.ts'

hostileAt('call', [
  '/sign-in',
  '/desk/:edition/eligibility/:id/verdicts',
  '/desk/:edition/eligibility-letters/term',
  '/calls/:edition',
  '/applications/:id/sections/contact',
  '/applications/:id/sections/project',
  '/applications/:id/withdrawal',
])
