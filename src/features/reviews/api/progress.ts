/** Progress of the readings over the API, and reminders as they were shown. */
import { refusalIn } from '../../../design/refusal.ts'
import { type Api, acts, endpoint, id, record, slug, words as line, z } from '../../../platform/web/api.ts'
import { request, signedIn } from '../../../platform/web/context.ts'
import { editionBySlug } from '../../programme/index.ts'
import { remindReaders, stopReminders } from '../commands/remind-readers.ts'
import { progressOf } from '../queries/progress.ts'
import { words } from '../words/index.ts'

/** Adds the endpoints of progress to `routes`, under `tag`; `origin` is where mails lead. */
export function progressApi(routes: Api, origin: string, tag: string): void {
  const edition = z.object({ edition: slug() })
  endpoint(
    routes,
    {
      method: 'get',
      path: '/editions/{edition}/progress',
      tag,
      summary: 'How far each reviewer is, whom a reminder would reach now, and the fingerprint of that',
      params: edition,
      answers: record(),
    },
    async (c, { params }) => {
      const { db, organisation, language } = request(c)
      const found = await editionBySlug(db, organisation, params.edition)
      return found === null ? null : progressOf(db, signedIn(c), found.place, language, c.var.now)
    },
  )
  const act = acts(routes, tag, (language) => refusalIn(words(language), language))
  act(
    'post',
    '/reading-reminders/{reviewer}/removal',
    'Stop reminders by mail to a reviewer, as the link in the letter does',
    { params: z.object({ reviewer: id() }) },
    ({ db, organisation, now }, { reviewer }) => stopReminders(db, organisation, reviewer, now),
  )
  act(
    'post',
    '/editions/{edition}/progress/reminders',
    'Remind by mail those who were shown; nobody twice within three days',
    { params: edition, body: z.object({ fingerprint: line(64) }) },
    async ({ db, viewer, organisation, now }, input) => {
      const found = await editionBySlug(db, organisation, input.edition)
      return found === null ? null : remindReaders(db, viewer, found.place, input.fingerprint, origin, now)
    },
  )
}
