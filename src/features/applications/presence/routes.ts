/** `POST /applications/{id}/presence`: what the island of a shared draft says and is told; nothing is kept for longer than a minute. */
import { Hono } from 'hono'
import { isSignedIn } from '../../../domain/viewer.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import type { ApplicationHead } from '../views.ts'
import { sayGone, sayPresent } from './commands/say-present.ts'
import { type Here, hereOf } from './here.ts'
import { presentIn } from './queries/present.ts'

const CODE = /^[\w-]{1,80}$/

/** A page that does not count its sayings is believed as they come. */
const turnOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

export function presenceRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.post('/applications/:application/presence', async (c) => {
    const { db, viewer, language, now } = request(c)
    c.header('Cache-Control', 'private, no-store')
    if (!isSignedIn(viewer)) return c.json({}, 401)
    const body = await readForm(c)
    const code = (name: string): string | null => (CODE.test(fieldText(body, name)) ? fieldText(body, name) : null)
    const page = { application: c.req.param('application'), page: fieldText(body, 'page'), turn: turnOf(fieldText(body, 'turn')) }
    const at = { ...page, section: code('section'), question: code('question') }
    if (fieldText(body, 'gone') !== '') {
      await sayGone(db, viewer, at)
      return c.json({ others: 0, here: {} })
    }
    const others = await sayPresent(db, viewer, at, now)
    if (others === null) return c.json({}, 404)
    return c.json({ others: others.length, here: hereOf(others, language) })
  })

  return routes
}

/** Where the others are as a page is opened; null for an application that one person writes. */
export async function hereIn(c: AppContext, head: ApplicationHead): Promise<Here | null> {
  const { db, language, now } = request(c)
  return head.team > 1 ? hereOf(await presentIn(db, signedIn(c), head.id, now), language) : null
}
