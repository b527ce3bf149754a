/** What is done to a call from its page at the desk: made public, its deadline put off. */
import { Hono } from 'hono'
import { refusalIn } from '../../../design/refusal.ts'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { StaffFrame } from '../../../design/layout/staff-page.tsx'
import type { Refused } from '../../../domain/result.ts'
import { type Body, cleanText, readClock, readDate } from '../../../platform/input/form.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { programmeWords, publishCall, staffFrame } from '../../programme/index.ts'
import { extendCall, extensionFingerprint } from '../commands/extend-call.ts'
import { promisedText } from '../pages/deadline.tsx'
import { ExtensionPage, type ExtensionProps } from '../pages/extension.tsx'
import { PublicationPage } from '../pages/publication.tsx'
import { extensionView, settingsOf } from '../queries.ts'
import type { ExtensionView, SettingsView } from '../views.ts'
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
  const { opens, deadline, zone } = settings.content.call
  const promised = { language, zone }
  return page(
    c,
    <PublicationPage
      language={language}
      frame={frame}
      edition={slug}
      opens={promisedText({ ...promised, wall: opens, instant: settings.opensAt })}
      deadline={promisedText({ ...promised, wall: deadline, instant: settings.deadlineAt })}
      refusal={refusal}
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

callActRoutes.get('/desk/:edition/call/extension', async (c) => {
  const found = await extensionRoom(c)
  return found === null ? c.notFound() : extension(c, found, { values: { 'deadline.time': found.view.wall.slice(11) }, errors: [], plan: null })
})

type ExtensionRoom = Room & { readonly view: ExtensionView }

async function extensionRoom(c: AppContext): Promise<ExtensionRoom | null> {
  const room = await roomOf(c)
  if (room === null) return null
  const { db, organisation, language } = request(c)
  const view = await extensionView(db, organisation, room.slug, language)
  return view === null ? null : { ...room, view }
}

function extension(
  c: AppContext,
  { frame, slug, view }: ExtensionRoom,
  came: Pick<ExtensionProps, 'values' | 'errors' | 'plan'> & { readonly refusal?: string; readonly status?: 409 },
): Response {
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  const { status, ...shown } = came
  return page(c, <ExtensionPage language={c.var.language} frame={frame} edition={slug} view={view} {...shown} />, status ?? (wrong ? 422 : 200))
}

const FIELDS = ['deadline.day', 'deadline.month', 'deadline.year', 'deadline.time', 'reason_ar', 'reason_fr', 'reason_en'] as const

callActRoutes.post('/desk/:edition/call/extension', async (c) => {
  const found = await extensionRoom(c)
  if (found === null) return c.notFound()
  const { db, config, now, language } = request(c)
  const body = await readForm(c)
  const values = Object.fromEntries(FIELDS.map((name) => [name, fieldText(body, name)]))
  const read = readExtension(c, body, found.view.zone)
  if (!read.ok) return extension(c, found, { values, errors: read.errors, plan: null })
  const input = { edition: found.slug, deadline: read.deadline, reason: read.reason }
  const fingerprint = fieldText(body, 'fingerprint')
  const shown = {
    deadline: promisedText({ language, wall: read.deadline, instant: read.instant, zone: found.view.zone }),
    fingerprint: extensionFingerprint(input, found.view.wall),
  }
  if (fingerprint === '') return extension(c, found, { values, errors: [], plan: shown })
  const outcome = await extendCall(db, signedIn(c), { ...input, fingerprint }, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${found.slug}/call`, 'call-extended')
  const refusal = refusalText(c, outcome)
  if (outcome.code === 'call/plan-changed') return extension(c, found, { values, errors: [], plan: shown, refusal, status: 409 })
  return extension(c, found, {
    values,
    errors: outcome.code === 'call/not-later' ? [{ field: 'deadline', message: refusal }] : [],
    plan: null,
    refusal,
  })
})

type ExtensionReading =
  | { readonly ok: true; readonly deadline: string; readonly instant: Date; readonly reason: { ar: string; fr: string; en: string } }
  | { readonly ok: false; readonly errors: FormErrors }

function readExtension(c: AppContext, body: Body, zone: string): ExtensionReading {
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
      .map((one) => ({ field: `reason_${one}`, message: t('extension.reason-missing') })),
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
