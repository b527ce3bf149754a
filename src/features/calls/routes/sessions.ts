/** Information sessions as calendar files: one to keep, or all of them to follow. */
import { Hono } from 'hono'
import { inLanguage } from '../../../domain/language.ts'
import { calendarFile, type CalendarEvent } from '../../../platform/time/calendar-file.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { download } from '../../../platform/web/respond.ts'
import { callView } from '../queries.ts'
import type { CallView } from '../views.ts'
import { words } from '../words/index.ts'

export const sessionRoutes = new Hono<AppEnv>()

const MEDIA_TYPE = 'text/calendar; charset=utf-8'

// Phones and mail programmes that follow a calendar ask for it again: those that are over stay in it.
sessionRoutes.get('/calls/:edition/sessions.ics', async (c) => {
  const call = await callOf(c)
  return call === null ? c.notFound() : file(c, call, eventsOf(c, call), `sessions-${call.edition.slug}.ics`)
})

sessionRoutes.get('/calls/:edition/sessions/:file{[1-9][0-9]?\\.ics}', async (c) => {
  const call = await callOf(c)
  const number = Number.parseInt(c.req.param('file'), 10)
  const event = call === null ? undefined : eventsOf(c, call)[number - 1]
  if (call === null || event === undefined) return c.notFound()
  return file(c, call, [event], `session-${call.edition.slug}-${number}.ics`)
})

function callOf(c: AppContext): Promise<CallView | null> {
  const { db, organisation, now } = request(c)
  return callView(db, organisation, c.req.param('edition') ?? '', now)
}

function eventsOf(c: AppContext, call: CallView): CalendarEvent[] {
  const { language, config } = request(c)
  const t = words(language)
  const { sessions, title, zone } = call.content.call
  const name = inLanguage(title, language).text
  return sessions.flatMap(({ place, at }, index) => {
    const promised = promisedInstant({ wall: at, zone })
    if (!promised.ok) return []
    const url = `${config.origin}/${language}/calls/${call.edition.slug}`
    const event = { uid: `${call.edition.id}-session-${index + 1}`, at: promised.instant, place: inLanguage(place, language).text, url }
    return [{ ...event, title: t('session.title', { call: name }), text: t('session.free') }]
  })
}

function file(c: AppContext, call: CallView, events: readonly CalendarEvent[], name: string): Response {
  const calendar = inLanguage(call.content.programme.name, c.var.language).text
  return download(c, new TextEncoder().encode(calendarFile(calendar, events, c.var.now)), MEDIA_TYPE, name)
}
