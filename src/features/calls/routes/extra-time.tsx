/** Extra time for one person, at the desk of the call. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import { EXTRA_TIME_GROUNDS } from '../../../domain/extra-time.ts'
import type { Language } from '../../../domain/language.ts'
import { type Body, cleanLine, cleanText, parse, email, readClock, readDate } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { z } from 'zod'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { type ExtraTimeInput, giveExtraTime, recallExtraTime } from '../commands/extra-time.ts'
import { extraTimeRefusal } from '../extra-time-refusal.ts'
import { ExtraTimePage, type ExtraTimeProps } from '../pages/extra-time.tsx'
import { extraTimesOf } from '../queries/extra-times.ts'
import { words } from '../words/index.ts'

export const extraTimeRoutes = new Hono<AppEnv>()

const MOST_REASON = 1000
const FIELDS = ['whom', 'until.day', 'until.month', 'until.year', 'until.time', 'ground', 'reason'] as const
const SAID = ['extra-time-given', 'extra-time-untold', 'extra-time-new', 'extra-time-recalled', 'extra-time-unknown'] as const

async function roomOf(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

async function shown(c: AppContext, room: StaffRoom, came: Pick<ExtraTimeProps, 'values' | 'errors' | 'refusal'>): Promise<Response> {
  const { db, language, now } = request(c)
  const view = await extraTimesOf(db, room.viewer, room.edition.place, language, now)
  if (view === null) return c.notFound()
  const said = SAID.find((one) => one === c.req.query('said'))
  const sentence = said === undefined ? undefined : words(language)(`said.${said}`)
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  const closed = view.allowed.ok ? null : refusalIn(words(language), language)(view.allowed)
  const html = (
    <ExtraTimePage language={language} frame={room.frame} edition={room.edition.slug} view={view} closed={closed} said={sentence} {...came} />
  )
  return page(c, html, wrong ? 422 : 200)
}

extraTimeRoutes.get('/desk/:edition/call/extra-time', async (c) => {
  const room = await roomOf(c)
  return room === null ? c.notFound() : shown(c, room, { values: { 'until.time': '23:59' }, errors: [] })
})

/** Who was written to: somebody known, nobody, or an address of which nobody knows whether it is read. */
function saidOf({ told, added }: { readonly told: number; readonly added: boolean }): (typeof SAID)[number] {
  if (told === 0) return 'extra-time-untold'
  return added ? 'extra-time-new' : 'extra-time-given'
}

const BLAMED: Readonly<Record<string, string>> = {
  'extra-time/unknown-person': 'whom',
  'extra-time/already-sent': 'whom',
  'extra-time/not-later': 'until',
  'extra-time/too-far': 'until',
  'call/time-skipped': 'until',
  'extra-time/reason-missing': 'reason',
}

extraTimeRoutes.post('/desk/:edition/call/extra-time', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, config, now, language } = request(c)
  const body = await readForm(c)
  const values = Object.fromEntries(FIELDS.map((name) => [name, fieldText(body, name)]))
  const read = readExtraTime(body, language)
  if ('errors' in read) return shown(c, room, { values, errors: read.errors })
  const place = { ...room.edition.place, slug: room.edition.slug }
  const outcome = await giveExtraTime(db, room.viewer, place, read.input, config.origin, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/call/extra-time`, saidOf(outcome.value))
  if (outcome.code === 'call/unknown') return c.notFound()
  const field = BLAMED[outcome.code]
  const message = extraTimeRefusal(language)(outcome)
  return shown(c, room, { values, ...(field === undefined ? { errors: [], refusal: message } : { errors: [{ field, message }] }) })
})

function readExtraTime(body: Body, language: Language): { input: ExtraTimeInput } | { errors: FormErrors } {
  const t = words(language)
  const whom = cleanLine(fieldText(body, 'whom'))
  const day = readDate({ day: fieldText(body, 'until.day'), month: fieldText(body, 'until.month'), year: fieldText(body, 'until.year') })
  const time = readClock(fieldText(body, 'until.time'))
  const ground = EXTRA_TIME_GROUNDS.find((one) => one === fieldText(body, 'ground'))
  const reason = cleanText(fieldText(body, 'reason'))
  const address = whom.includes('@') ? parse(z.object({ whom: email() }), { whom }) : null
  const errors: FormErrors = [
    ...(whom === '' ? errorSentences([{ field: 'whom', code: 'required', details: {} }], language) : []),
    ...(address === null || address.ok ? [] : errorSentences(address.errors, language)),
    ...(day.ok ? [] : errorSentences([{ field: 'until', code: day.code, details: day.details }], language)),
    ...(day.ok && time === null ? errorSentences([{ field: 'until', code: 'time', details: {} }], language) : []),
    ...(ground === undefined ? [{ field: 'ground', message: t('extra-time.ground-missing') }] : []),
    ...(reason.length > MOST_REASON
      ? errorSentences([{ field: 'reason', code: 'too-long', details: { max: MOST_REASON, count: reason.length } }], language)
      : []),
  ]
  if (errors.length > 0 || !day.ok || time === null || ground === undefined) return { errors }
  return { input: { whom: address?.ok ? address.value.whom : whom, until: `${day.value}T${time}`, ground, reason, language } }
}

extraTimeRoutes.post('/desk/:edition/call/extra-time/removal', async (c) => {
  const room = await roomOf(c)
  if (room === null) return c.notFound()
  const { db, config, now } = request(c)
  const place = { ...room.edition.place, slug: room.edition.slug }
  const outcome = await recallExtraTime(db, room.viewer, place, { extraTime: fieldText(await readForm(c), 'id') }, config.origin, now)
  if (!outcome.ok && outcome.code === 'call/unknown') return c.notFound()
  return seeOther(c, `/desk/${room.edition.slug}/call/extra-time`, outcome.ok ? 'extra-time-recalled' : 'extra-time-unknown')
})
