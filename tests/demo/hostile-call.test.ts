import { hostileAt } from './hostile.ts'

hostileAt('call', [
  '/sign-in',
  '/calls/:edition',
  '/applications/:id/sections/contact',
  '/applications/:id/sections/project',
  '/applications/:id/withdrawal',
])
