/** Sessions of the jury: planned at the desk, lived on the page of the session, told by their minutes. */
import { Hono } from 'hono'
import { errorSentences } from '../../design/form/errors.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import { mayPrepareJury, mayReadJury } from '../../domain/jury.ts'
import { isLanguage } from '../../domain/language.ts'
import { isSignedIn } from '../../domain/viewer.ts'
import type { Refused, Result } from '../../domain/result.ts'
import { type Body, parse } from '../../platform/input/form.ts'
import { formatDateTime, promisedInstant } from '../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { download, page, seeOther } from '../../platform/web/respond.ts'
import { editionLists } from '../applications/index.ts'
import { trailOf } from '../audit/index.ts'
import { publicFrame, type StaffRoom, staffFrame } from '../programme/index.ts'
import { closeSession, decide, openFile, openSession } from './commands/lead.ts'
import { addToAgenda, inviteMembers, moveOnAgenda, planSession } from './commands/prepare.ts'
import { markPresence, recuse, say } from './commands/room.ts'
import { takeOffAgenda } from './commands/take-off.ts'
import { dossierRoutes } from './dossier-routes.tsx'
import { agendaForm, decisionForm, noteForm, sessionForm } from './forms.ts'
import { juryMinutesPdf } from './minutes.ts'
import { ClosingPage } from './pages/closing.tsx'
import { LivePage } from './pages/live.tsx'
import { SessionsPage } from './pages/sessions.tsx'
import { invitable } from './queries/agenda.ts'
import { leftOver } from './queries/left-over.ts'
import { mySessions } from './queries/mine.ts'
import { sealedMinutes } from './queries/record.ts'
import { juryView, sessionsOf } from './queries/session.ts'
import { wordedTrail } from './session-trail.ts'
import { words } from './words/index.ts'

export const juryRoutes = new Hono<AppEnv>()
juryRoutes.route('/', dossierRoutes)

function desk(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

function said(c: AppContext): string | undefined {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return t.has(key) ? t.any(key) : undefined
}

const sentence = (c: AppContext, refusal: Refused): string => words(c.var.language).any(`refusal.${refusal.code}`, refusal.details)

function allOf(body: Body, name: string): string[] {
  const value = body[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

async function sessionsPage(c: AppContext, at: StaffRoom, body: Body = {}, errors: FormErrors = [], refusal?: Refused): Promise<Response> {
  const { db, language } = request(c)
  const { place, zone, slug } = at.edition
  if (!mayReadJury(at.viewer, place)) return c.notFound()
  const [sessions, people] = await Promise.all([
    sessionsOf(db, at.viewer.organisation, place.edition),
    mayPrepareJury(at.viewer, place) ? invitable(db, at.viewer.organisation, place, language) : [],
  ])
  const props = { language, frame: at.frame, slug, zone, sessions, invitable: people, members: allOf(body, 'members'), errors, said: said(c) }
  const told = refusal === undefined ? {} : { refusal: sentence(c, refusal) }
  return page(
    c,
    <SessionsPage {...props} {...told} typed={(name) => fieldText(body, name)} />,
    errors.length > 0 || refusal !== undefined ? 422 : 200,
  )
}

juryRoutes.get('/desk/:edition/juries', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : sessionsPage(c, at)
})

juryRoutes.post('/desk/:edition/juries', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const { db, now, language, config } = request(c)
  const body = await readForm(c)
  const t = words(language)
  const time = { field: 'day', message: t('plan.time-error') }
  const form = parse(sessionForm, { ...body, time: fieldText(body, 'day.time') })
  if (!form.ok)
    return sessionsPage(
      c,
      at,
      body,
      errorSentences(form.errors, language).map((error) => (error.field === 'time' ? time : error)),
    )
  const { day, time: clock, place, quorum } = form.value
  const begins = promisedInstant({ wall: `${day}T${clock}`, zone: at.edition.zone }, 'earlier')
  if (!begins.ok) return sessionsPage(c, at, body, [time])
  const terms = { beginsAt: begins.instant, place, quorum, members: allOf(body, 'members') }
  const outcome = await planSession(db, at.viewer, at.edition.place, terms, config.origin, now)
  return outcome.ok ? seeOther(c, `/juries/${outcome.value.session}`, 'planned') : sessionsPage(c, at, body, [], outcome)
})

async function livePage(c: AppContext, refusal?: Refused, body: Body = {}): Promise<Response> {
  const { db, organisation, language, path, now } = request(c)
  const viewer = signedIn(c)
  const session = c.req.param('session') ?? ''
  const view = await juryView(db, viewer, session, language)
  if (view === null) return c.notFound()
  const place = { programme: view.edition.programme, edition: view.edition.id }
  const open = view.session.closedAt === null
  const [frame, lists, people, lines] = await Promise.all([
    publicFrame(db, { organisation, viewer, language, path, now }),
    editionLists(db, organisation, view.edition.id, now),
    view.mine.prepares && open ? invitable(db, organisation, place, language) : [],
    view.mine.reads ? trailOf(db, viewer, session, language, 500) : [],
  ])
  const invited = new Set(view.members.map((one) => one.person))
  const more = { invitable: people.filter((one) => !invited.has(one.person)), trail: wordedTrail(lines, view, language) }
  const props = { language, frame, path: `/juries/${session}`, view, person: viewer.person.id, regions: lists.regions, said: said(c), ...more }
  const told = refusal === undefined ? {} : { refusal: sentence(c, refusal) }
  const changed = refusal?.code === 'jury/other-file' || refusal?.code === 'jury/closed' || refusal?.code === 'jury/file-open'
  return page(c, <LivePage {...props} {...told} typed={(name) => fieldText(body, name)} />, refusal === undefined ? 200 : changed ? 409 : 422)
}

/** After an act in the room: the page again, at its address, or with what kept it from being done. */
function after(c: AppContext, outcome: Result<object | null>, body: Body = {}): Response | Promise<Response> {
  if (outcome.ok) return seeOther(c, `/juries/${c.req.param('session') ?? ''}`)
  return outcome.code === 'jury/unknown' || outcome.code === 'jury/not-allowed' ? c.notFound() : livePage(c, outcome, body)
}

const nothing = (code: 'jury/nothing-said' | 'jury/no-outcome' | 'jury/nothing-to-add' | 'jury/too-long'): Refused => ({
  ok: false,
  code,
  details: {},
})

juryRoutes.get('/juries/:session', (c) => livePage(c))

// What phones ask every few seconds: whether anything changed since they looked.
juryRoutes.get('/juries/:session/mark', async (c) => {
  const view = await juryView(request(c).db, signedIn(c), c.req.param('session'), c.var.language)
  c.header('Cache-Control', 'private, no-store')
  return view === null ? c.notFound() : c.json({ mark: view.mark })
})

juryRoutes.post('/juries/:session/opening', async (c) => after(c, await openSession(request(c).db, signedIn(c), c.req.param('session'), c.var.now)))

async function closingPage(c: AppContext, refusal?: Refused): Promise<Response> {
  const { db, organisation, language, path, now } = request(c)
  const viewer = signedIn(c)
  const view = await juryView(db, viewer, c.req.param('session') ?? '', language)
  if (view === null || !view.mine.leads) return c.notFound()
  const { session, openedAt, closedAt } = view.session
  if (openedAt === null || closedAt !== null || view.current !== null) return seeOther(c, `/juries/${session}`)
  const [frame, left] = await Promise.all([publicFrame(db, { organisation, viewer, language, path, now }), leftOver(db, organisation, session)])
  const told = refusal === undefined ? {} : { refusal: sentence(c, refusal) }
  const props = { language, frame, path: `/juries/${session}/closing`, view, left, ...told }
  return page(c, <ClosingPage {...props} />, refusal === undefined ? 200 : 422)
}

juryRoutes.get('/juries/:session/closing', (c) => closingPage(c))

juryRoutes.post('/juries/:session/closing', async (c) => {
  const leaving = fieldText(await readForm(c), 'leaving') === 'yes'
  const outcome = await closeSession(request(c).db, signedIn(c), { session: c.req.param('session'), leaving }, c.var.now)
  return !outcome.ok && outcome.code === 'jury/files-left' ? closingPage(c, outcome) : after(c, outcome)
})

juryRoutes.post('/juries/:session/presence', async (c) => {
  const body = await readForm(c)
  const input = { session: c.req.param('session'), person: fieldText(body, 'person'), present: fieldText(body, 'present') === 'yes' }
  return after(c, await markPresence(request(c).db, signedIn(c), input, c.var.now))
})

juryRoutes.post('/juries/:session/recusals', async (c) => {
  const viewer = signedIn(c)
  const application = fieldText(await readForm(c), 'application')
  return after(c, await recuse(request(c).db, viewer, { session: c.req.param('session'), person: viewer.person.id, application }, c.var.now))
})

juryRoutes.post('/juries/:session/agenda', async (c) => {
  const body = await readForm(c)
  const form = parse(agendaForm, body)
  if (!form.ok) return after(c, nothing('jury/nothing-to-add'), body)
  const { ground, which, number } = form.value
  const input = { session: c.req.param('session'), ground, which: ground === 'hand' ? number : which }
  return after(c, await addToAgenda(request(c).db, signedIn(c), input, c.var.now), body)
})

juryRoutes.post('/juries/:session/members', async (c) => {
  const body = await readForm(c)
  const input = { session: c.req.param('session'), members: allOf(body, 'members') }
  return after(c, await inviteMembers(request(c).db, signedIn(c), input, request(c).config.origin, c.var.now), body)
})

juryRoutes.post('/juries/:session/agenda/removal', async (c) => {
  const input = { session: c.req.param('session'), application: fieldText(await readForm(c), 'application') }
  return after(c, await takeOffAgenda(request(c).db, signedIn(c), input, c.var.now))
})

juryRoutes.post('/juries/:session/order', async (c) => {
  const body = await readForm(c)
  const input = { session: c.req.param('session'), application: fieldText(body, 'application'), up: fieldText(body, 'to') === 'up' }
  return after(c, await moveOnAgenda(request(c).db, signedIn(c), input, c.var.now))
})

juryRoutes.post('/juries/:session/files', async (c) => {
  const application = fieldText(await readForm(c), 'application')
  const input = { session: c.req.param('session'), application, language: c.var.language }
  return after(c, await openFile(request(c).db, signedIn(c), input, c.var.now))
})

juryRoutes.post('/juries/:session/notes', async (c) => {
  const body = await readForm(c)
  const form = parse(noteForm, body)
  if (!form.ok) return after(c, nothing('jury/too-long'), body)
  return after(c, await say(request(c).db, signedIn(c), { session: c.req.param('session'), ...form.value }, c.var.now), body)
})

juryRoutes.post('/juries/:session/decisions', async (c) => {
  const body = await readForm(c)
  const form = parse(decisionForm, body)
  if (!form.ok) return after(c, nothing('jury/too-long'), body)
  const { application, outcome, remark } = form.value
  if (outcome === null) return after(c, nothing('jury/no-outcome'), body)
  return after(c, await decide(request(c).db, signedIn(c), { session: c.req.param('session'), application, outcome, note: remark }, c.var.now), body)
})

juryRoutes.get('/juries/:session/minutes.pdf', async (c) => {
  const { db, organisation } = request(c)
  const asked = c.req.query('lang')
  const language = isLanguage(asked) ? asked : c.var.language
  const view = await juryView(db, signedIn(c), c.req.param('session'), language)
  const sealed = view === null ? null : await sealedMinutes(db, organisation, view.session.session)
  if (view === null || sealed === null) return c.notFound()
  const { programme } = await publicFrame(db, { organisation, viewer: signedIn(c), language, path: '', now: c.var.now })
  const edition = view.edition.name[language] || view.edition.slug
  const bytes = await juryMinutesPdf({ ...sealed, organisation: programme, edition, zone: view.zone }, language)
  return download(c, bytes, 'application/pdf', words(language)('minutes.name', { edition: view.edition.slug }))
})

/** The sessions the viewer sits in, as doors on their own page. */
export async function doorOfJuries(c: AppContext) {
  const { db, viewer, language } = request(c)
  if (!isSignedIn(viewer)) return []
  const sessions = await mySessions(db, viewer)
  const t = words(language)
  const links = sessions.map((one) => ({
    name: formatDateTime(one.beginsAt, language, one.zone),
    href: `/${language}/juries/${one.session}`,
    hint: one.place,
  }))
  return links.length === 0 ? [] : [{ title: t('sessions.title'), links }]
}
