/** The discussion of a file at the desk: who said what, and opening it before every review is in. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { openDiscussion } from '../commands/discussion.ts'
import { DeskDiscussionPage } from '../pages/discussion.tsx'
import { deskDiscussions } from '../queries/discussion.ts'
import { aroundOf, room } from './around.ts'

export const discussionRoutes = new Hono<AppEnv>()

const PATH = '/desk/:edition/discussions/:application'

async function shown(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<Response> {
  const application = c.req.param('application') ?? ''
  const stages = await deskDiscussions(request(c).db, at.viewer, at.edition.place, application, c.var.language)
  if (stages === null) return c.notFound()
  return page(
    c,
    <DeskDiscussionPage around={await aroundOf(c, at, refusal)} application={application} stages={stages} />,
    refusal === undefined ? 200 : 422,
  )
}

discussionRoutes.get(PATH, async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : shown(c, at)
})

discussionRoutes.post(PATH, async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, now } = request(c)
  const application = c.req.param('application')
  const outcome = await openDiscussion(db, at.viewer, at.edition.place, { application, stage: fieldText(await readForm(c), 'stage') }, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/discussions/${application}`, 'discussion-opened')
  return outcome.code === 'discussion/unknown' ? c.notFound() : shown(c, at, outcome)
})
