/** The applicant's choice of an hour, the days of a panel member, both with their calendar files. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { calendarFile, type CalendarEvent } from '../../../platform/time/calendar-file.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import { isSignedIn } from '../../../domain/viewer.ts'
import { publicFrame } from '../../programme/index.ts'
import { words as reviewWords } from '../words/index.ts'
import { bookSlot } from './commands/book-slot.ts'
import { ChoicePage } from './pages/choice.tsx'
import { PanelPage } from './pages/panel.tsx'
import { choiceOf, choicesOf } from './queries/choice.ts'
import { panelOf } from './queries/panel.ts'
import { words } from './words/index.ts'

export const choiceRoutes = new Hono<AppEnv>()
const MEDIA_TYPE = 'text/calendar; charset=utf-8'

function frameOf(c: AppContext) {
  const { db, organisation, viewer, language, path, now } = request(c)
  return publicFrame(db, { organisation, viewer, language, path, now })
}

async function choicePage(c: AppContext, refusal?: Refused): Promise<Response> {
  const { db, language, path, now } = request(c)
  const view = await choiceOf(db, signedIn(c), c.req.param('application') ?? '', now)
  if (view === null) return c.notFound()
  const key = `said.${c.req.query('said') ?? ''}`
  const t = words(language)
  const sentence = refusal === undefined ? undefined : reviewWords(language).any(`refusal.${refusal.code}`, refusal.details)
  const props = { language, frame: await frameOf(c), path, view, refusal: sentence, said: t.has(key) ? t.any(key) : undefined }
  return page(c, <ChoicePage {...props} />, refusal === undefined ? 200 : refusal.code === 'slot/taken' ? 409 : 422)
}

choiceRoutes.get('/interviews/:application', (c) => choicePage(c))

choiceRoutes.post('/interviews/:application/booking', async (c) => {
  const { db, now, config } = request(c)
  const application = c.req.param('application')
  const slot = fieldText(await readForm(c), 'slot')
  if (slot === '') return choicePage(c, { ok: false, code: 'slot/none-chosen', details: {} })
  const outcome = await bookSlot(db, signedIn(c), { application, slot }, config.origin, now)
  return outcome.ok ? seeOther(c, `/interviews/${application}`, 'booked') : choicePage(c, outcome)
})

choiceRoutes.get('/interviews/:application/calendar.ics', async (c) => {
  const { db, language, now, config } = request(c)
  const view = await choiceOf(db, signedIn(c), c.req.param('application'), now)
  if (view === null || view.held === null) return c.notFound()
  const t = words(language)
  const { from, to, place } = view.held
  const url = `${config.origin}/${language}/interviews/${view.application}`
  const event = {
    uid: `interview-${view.application}`,
    at: from,
    to,
    place,
    url,
    title: t('calendar.mine', { title: view.title }),
    text: view.number,
  }
  return file(c, t('calendar.name'), [event], `interview-${view.number}.ics`)
})

choiceRoutes.get('/panel', async (c) => {
  const { db, language, path } = request(c)
  const lines = await panelOf(db, signedIn(c), language)
  return lines.length === 0 ? c.notFound() : page(c, <PanelPage language={language} frame={await frameOf(c)} path={path} lines={lines} />)
})

choiceRoutes.get('/panel/calendar.ics', async (c) => {
  const { db, language, config } = request(c)
  const lines = await panelOf(db, signedIn(c), language)
  if (lines.length === 0) return c.notFound()
  const t = words(language)
  const events = lines.map((line) => ({
    uid: `interview-${line.interview}`,
    at: line.from,
    to: line.to,
    place: line.place,
    title: t('calendar.panel', { number: line.number }),
    text: line.title,
    url: `${config.origin}/${language}/reviews/${line.assignment}`,
  }))
  return file(c, t('calendar.name'), events, 'interviews.ics')
})

function file(c: AppContext, name: string, events: readonly CalendarEvent[], as: string): Response {
  return download(c, new TextEncoder().encode(calendarFile(name, events, c.var.now)), MEDIA_TYPE, as)
}

/** The viewer's interviews as doors on their own page: as applicant, and as member of panels. */
export async function doorOfInterviews(c: AppContext) {
  const { db, viewer, language } = request(c)
  if (!isSignedIn(viewer)) return []
  const [choices, panel] = await Promise.all([choicesOf(db, viewer), panelOf(db, viewer, language)])
  const t = words(language)
  const mine = choices.map((one) => ({
    name: one.title === '' ? one.number : one.title,
    href: `/${language}/interviews/${one.application}`,
    hint: one.from === null ? t('door.choose') : formatDateTime(one.from, language, one.zone),
  }))
  const sits = panel.length === 0 ? [] : [{ name: t('panel.title'), href: `/${language}/panel`, hint: t('door.panel', { count: panel.length }) }]
  const links = [...mine, ...sits]
  return links.length === 0 ? [] : [{ title: t('door.title'), links }]
}
