/** The mailbox of the demo. It does not exist when the demo is off. */
import { Hono } from 'hono'
import type { PublicFrame } from '../../design/layout/public-page.tsx'
import { isId } from '../../platform/database/id.ts'
import { type AppContext, type AppEnv, request } from '../../platform/web/context.ts'
import { page } from '../../platform/web/respond.ts'
import { MailboxPage, MailPage } from './pages/mailbox.tsx'
import { mailboxOf, messageById } from './queries.ts'

const PAGE = 40

export function mailboxRoutes(around: { frame: (c: AppContext) => Promise<PublicFrame>; zone: string }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/demo/mailbox', async (c) => {
    const { db, organisation, language, path } = request(c)
    const asked = Number.parseInt(c.req.query('page') ?? '1', 10)
    const at = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
    const [{ lines, total }, frame] = await Promise.all([mailboxOf(db, organisation, { limit: PAGE, offset: (at - 1) * PAGE }), around.frame(c)])
    return page(
      c,
      <MailboxPage language={language} frame={frame} path={path} zone={around.zone} lines={lines} page={at} pages={Math.ceil(total / PAGE)} />,
    )
  })

  routes.get('/demo/mailbox/:message', async (c) => {
    const { db, organisation, language, path } = request(c)
    const id = c.req.param('message')
    const message = isId(id) ? await messageById(db, organisation, id) : null
    if (message === null) return c.notFound()
    return page(c, <MailPage language={language} frame={await around.frame(c)} path={path} zone={around.zone} message={message} />)
  })

  return routes
}
