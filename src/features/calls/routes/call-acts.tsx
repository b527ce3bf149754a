/** What is done to a call from its page at the desk: made public, its deadline put off, or given one to close it. */
import { Hono } from 'hono'
import { refusalIn } from '../../../design/refusal.ts'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import { closeCall as mayClose, extendCall as mayExtend, isClosable, isExtensible, publishCall as mayBePublished } from '../../../domain/call.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { Refused, Result } from '../../../domain/result.ts'
import { type Body, cleanText, readClock, readDate } from '../../../platform/input/form.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { programmeWords, publishCall, staffFrame } from '../../programme/index.ts'
import { closeCall } from '../commands/close-call.ts'
import { deadlineFingerprint, extendCall } from '../commands/extend-call.ts'
import { deadlineText, promisedText } from '../pages/deadline.tsx'
import { type DeadlineAct, DeadlineActPage, type DeadlineActProps } from '../pages/deadline-act.tsx'
import { PublicationPage } from '../pages/publication.tsx'
import { deadlineView, settingsOf } from '../queries.ts'
import type { DeadlineView, SettingsView } from '../views.ts'
import { words } from '../words/index.ts'

export const callActRoutes = new Hono<AppEnv>()

interface Room {
  readonly frame: StaffFrame
  readonly slug: string
  readonly settings: SettingsView
}

/** The call at the desk of who may act on it; null for anybody else. */
async function roomOf(c: AppContext): Promise<Room | null> {
  const { db, language, path, now } = request(c)
  const viewer = signedIn(c)
  const room = await staffFrame(db, viewer, c.req.param('edition') ?? '', language, path, now)
  const settings = room === null ? null : await settingsOf(db, viewer, room.edition, now)
  return room === null || settings === null || !settings.mayPublish ? null : { frame: room.frame, slug: room.edition.slug, settings }
}

function refusalText(c: AppContext, refusal: Refused): string {
  const { language } = c.var
  const own = words(language)
  const said = refusalIn(own, language)(refusal)
  return said === refusal.code ? refusalIn(programmeWords(language), language)(refusal) : said
}

callActRoutes.get('/desk/:edition/call/publication', async (c) => {
  const room = await roomOf(c)
  return room === null ? c.notFound() : publication(c, room)
})

function publication(c: AppContext, { frame, slug, settings }: Room, refusal?: string): Response {
  const { language } = c.var
  const may = mayBePublished(settings.times, request(c).now)
  const { opens, zone } = settings.content.call
  const promised = { language, zone }
  return page(
    c,
    <PublicationPage
      language={language}
      frame={frame}
      edition={slug}
      opens={promisedText({ ...promised, wall: opens, instant: settings.opensAt })}
      deadline={deadlineText(settings, language)}
      refusal={refusal}
      closed={may.ok || refusal !== undefined ? null : refusalText(c, may)}
    />,
    refusal === undefined ? 200 : 422,
  )
}

callActRoutes.post('/desk/:edition/call/publication', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, now } = request(c)
  const outcome = await publishCall(db, signedIn(c), room.slug, now)
  return outcome.ok ? seeOther(c, `/desk/${room.slug}/call`, 'call-public') : publication(c, room, refusalText(c, outcome))
})

interface ActRoom extends Room {
  readonly act: DeadlineAct
  readonly view: DeadlineView
}

/** Null where there is no such desk; the other act where the call has a deadline and this one needs none, or the reverse. */
async function actRoom(c: AppContext, act: DeadlineAct): Promise<ActRoom | DeadlineAct | null> {
  const room = await roomOf(c)
  if (room === null) return null
  const { db, organisation, language } = request(c)
  const view = await deadlineView(db, organisation, room.slug, language)
  if (view === null) return null
  const fitting = view.wall === null ? 'closing' : 'extension'
  return fitting === act ? { ...room, act, view } : fitting
}

function shown(
  c: AppContext,
  { frame, slug, act, view }: ActRoom,
  came: Pick<DeadlineActProps, 'values' | 'errors' | 'plan'> & { readonly refusal?: string; readonly status?: 409 },
): Response {
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  const { status, ...rest } = came
  const may = canAct({ act, view }, request(c).now)
  // A refusal says it already, beside what was typed.
  const closed = may.ok || wrong ? null : refusalText(c, may)
  const html = <DeadlineActPage act={act} language={c.var.language} frame={frame} edition={slug} view={view} closed={closed} {...rest} />
  return page(c, html, status ?? (wrong ? 422 : 200))
}

/** Whether the act can be done now, whatever its day and reason. */
function canAct({ act, view }: Pick<ActRoom, 'act' | 'view'>, now: Date): Result<unknown> {
  return act === 'closing' ? isClosable(view.times, now) : isExtensible({ call: view.times, before: view.before }, now)
}

const FIELDS = ['deadline.day', 'deadline.month', 'deadline.year', 'deadline.time', 'reason_ar', 'reason_fr', 'reason_en'] as const
/** Refusals that are about the date that was typed. */
const ABOUT_DATE = ['call/not-later', 'call/notice-too-short']

for (const act of ['extension', 'closing'] as const) {
  callActRoutes.get(`/desk/:edition/call/${act}`, async (c) => {
    const found = await actRoom(c, act)
    if (found === null) return c.notFound()
    if (typeof found === 'string') return seeOther(c, `/desk/${c.req.param('edition')}/call/${found}`)
    return shown(c, found, { values: { 'deadline.time': found.view.wall?.slice(11) ?? '23:59' }, errors: [], plan: null })
  })

  callActRoutes.post(`/desk/:edition/call/${act}`, async (c) => {
    const found = await actRoom(c, act)
    if (found === null) return c.notFound()
    if (typeof found === 'string') return seeOther(c, `/desk/${c.req.param('edition')}/call/${found}`)
    return planOrAct(c, found)
  })
}

/** Shows what would be done; does it when that is what was sent back. */
async function planOrAct(c: AppContext, found: ActRoom): Promise<Response> {
  const { db, config, now, language } = request(c)
  const body = await readForm(c)
  const values = Object.fromEntries(FIELDS.map((name) => [name, fieldText(body, name)]))
  const read = readDeadline(c, body, found.view.zone)
  if (!read.ok) return shown(c, found, { values, errors: read.errors, plan: null })
  const input = { edition: found.slug, deadline: read.deadline, reason: read.reason }
  const fingerprint = fieldText(body, 'fingerprint')
  const plan = {
    deadline: promisedText({ language, wall: read.deadline, instant: read.instant, zone: found.view.zone }),
    fingerprint: deadlineFingerprint(input, found.view.wall),
  }
  if (fingerprint === '') {
    const allowed = allowedNow(found, read, now)
    return allowed.ok ? shown(c, found, { values, errors: [], plan }) : notNow(c, found, values, allowed)
  }
  const carryOut = found.act === 'closing' ? closeCall : extendCall
  const outcome = await carryOut(db, signedIn(c), { ...input, fingerprint }, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${found.slug}/call`, found.act === 'closing' ? 'call-closing' : 'call-extended')
  if (outcome.code !== 'call/plan-changed') return notNow(c, found, values, outcome)
  return shown(c, found, { values, errors: [], plan, refusal: refusalText(c, outcome), status: 409 })
}

/** Whether it could be done now: nobody is shown a plan that would be refused. */
function allowedNow({ act, view }: ActRoom, { instant, reason }: { instant: Date; reason: Trilingual }, now: Date): Result<unknown> {
  if (act === 'closing') return mayClose(view.times, { closesAt: instant, reason }, now)
  return mayExtend({ call: view.times, before: view.before }, { deadlineAt: instant, reason }, now)
}

function notNow(c: AppContext, found: ActRoom, values: DeadlineActProps['values'], refused: Refused): Response {
  const refusal = refusalText(c, refused)
  const errors = ABOUT_DATE.includes(refused.code) ? [{ field: 'deadline', message: refusal }] : []
  return shown(c, found, { values, errors, plan: null, refusal })
}

type DeadlineReading =
  | { readonly ok: true; readonly deadline: string; readonly instant: Date; readonly reason: { ar: string; fr: string; en: string } }
  | { readonly ok: false; readonly errors: FormErrors }

function readDeadline(c: AppContext, body: Body, zone: string): DeadlineReading {
  const { language } = c.var
  const t = words(language)
  const day = readDate({ day: fieldText(body, 'deadline.day'), month: fieldText(body, 'deadline.month'), year: fieldText(body, 'deadline.year') })
  const time = readClock(fieldText(body, 'deadline.time'))
  const reason = {
    ar: cleanText(fieldText(body, 'reason_ar')),
    fr: cleanText(fieldText(body, 'reason_fr')),
    en: cleanText(fieldText(body, 'reason_en')),
  }
  const errors: FormErrors = [
    ...(day.ok ? [] : errorSentences([{ field: 'deadline', code: day.code, details: day.details }], language)),
    ...(day.ok && time === null ? errorSentences([{ field: 'deadline', code: 'time', details: {} }], language) : []),
    ...(['ar', 'fr', 'en'] as const)
      .filter((one) => reason[one] === '')
      .map((one) => ({ field: `reason_${one}`, message: t(`extension.reason-missing-${one}`) })),
    ...(['ar', 'fr', 'en'] as const)
      .filter((one) => reason[one].length > 600)
      .map((one) => ({ field: `reason_${one}`, message: t('extension.reason-long') })),
  ]
  if (!day.ok || time === null || errors.length > 0) return { ok: false, errors }
  const deadline = `${day.value}T${time}`
  const promised = promisedInstant({ wall: deadline, zone })
  if (!promised.ok)
    return { ok: false, errors: [{ field: 'deadline', message: t('refusal.call/time-skipped', { wall: deadline.replace('T', ' '), zone }) }] }
  return { ok: true, deadline, instant: promised.instant, reason }
}
