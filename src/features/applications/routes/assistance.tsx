import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import { ASSISTANCE_CHANNELS } from '../../../domain/assistance.ts'
import { isLanguage, type Language } from '../../../domain/language.ts'
import type { Refused } from '../../../domain/result.ts'
import { type Body, cleanLine, email, parse, phone } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { z } from 'zod'
import { peopleWords } from '../../people/index.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { type AssistanceInput, beginAssistance, endAssistance } from '../commands/assistance.ts'
import { ASSISTANCE_FIELDS, AssistanceDeskPage, type AssistanceDeskProps } from '../pages/assistance-desk.tsx'
import { assistancesOf } from '../queries/assistances.ts'
import { recordOf } from '../queries/record.ts'
import { words } from '../words/index.ts'

/** Help with an application: begun at the desk, ended from the application. */
export function assistanceRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/desk/:edition/assistance', async (c) => {
    const room = await roomOf(c)
    return room === null ? c.notFound() : shown(c, room, { values: { language: 'ar' }, errors: [] })
  })

  routes.post('/desk/:edition/assistance', async (c) => {
    const room = await roomOf(c)
    if (room === null) return c.notFound()
    const { db, config, now, language } = request(c)
    const body = await readForm(c)
    const values = Object.fromEntries(ASSISTANCE_FIELDS.map((name) => [name, fieldText(body, name)]))
    const read = readAssistance(body, language)
    if ('errors' in read) return shown(c, room, { values, errors: read.errors })
    const outcome = await beginAssistance(db, room.viewer, { ...room.edition.place, slug: room.edition.slug }, read.input, config.origin, now)
    const news = outcome.ok && outcome.value.continued === true ? 'assistance-continued' : 'assistance-begun'
    if (outcome.ok) return seeOther(c, `/applications/${outcome.value.application}`, news)
    if (outcome.code === 'assistance/not-allowed') return c.notFound()
    return shown(c, room, { values, ...blamed(outcome, language) })
  })

  routes.post('/applications/:application/assistance/:assistance/removal', async (c) => {
    const { db, now } = request(c)
    const viewer = signedIn(c)
    const { application, assistance } = c.req.param()
    const outcome = await endAssistance(db, viewer, { application, assistance }, now)
    if (!outcome.ok) return c.notFound()
    // Who helped has no part in it any more: their own page is where they go.
    const own = await recordOf(db, viewer, application)
    return seeOther(c, own === null ? '/me' : `/applications/${application}`, own === null ? undefined : 'assistance-ended')
  })

  return routes
}

async function roomOf(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

async function shown(c: AppContext, room: StaffRoom, came: Pick<AssistanceDeskProps, 'values' | 'errors' | 'refusal'>): Promise<Response> {
  const { db, language, now } = request(c)
  const view = await assistancesOf(db, room.viewer, room.edition.place, language, now)
  if (view === null) return c.notFound()
  const { slug, zone } = room.edition
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <AssistanceDeskPage language={language} frame={room.frame} edition={slug} zone={zone} view={view} {...came} />, wrong ? 422 : 200)
}

const BLAMED: Readonly<Record<string, string>> = {
  'assistance/unknown-application': 'number',
  'assistance/closed': 'number',
  'assistance/region-missing': 'region',
  'assistance/elsewhere': 'region',
  'person/unreachable': 'phone',
  'person/nameless': 'name_latin',
  'person/not-in-arabic': 'name_ar',
  'person/not-in-latin': 'name_latin',
  'person/odd-in-arabic': 'name_ar',
  'person/odd-in-latin': 'name_latin',
}

function blamed(refusal: Refused, language: Language): { errors: FormErrors; refusal?: string } {
  const own = refusalIn(words(language), language)(refusal)
  const message = own === refusal.code ? refusalIn(peopleWords(language), language)(refusal) : own
  const field = BLAMED[refusal.code]
  return field === undefined ? { errors: [], refusal: message } : { errors: [{ field, message }] }
}

const contact = z.object({ email: email({ required: false }), phone: phone({ required: false }) })

function readAssistance(body: Body, language: Language): { input: AssistanceInput } | { errors: FormErrors } {
  const t = words(language)
  const channel = ASSISTANCE_CHANNELS.find((one) => one === fieldText(body, 'channel'))
  const number = cleanLine(fieldText(body, 'number'))
  const read = parse(contact, { email: fieldText(body, 'email'), phone: fieldText(body, 'phone') })
  const spoken = fieldText(body, 'language')
  const errors: FormErrors = [
    ...(channel === undefined ? [{ field: 'channel', message: t('assistance.channel-missing') }] : []),
    ...(read.ok || number !== '' ? [] : errorSentences(read.errors, language)),
    ...(isLanguage(spoken) || number !== '' ? [] : [{ field: 'language', message: t('assistance.language-missing') }]),
  ]
  if (channel === undefined || errors.length > 0) return { errors }
  const region = fieldText(body, 'region') || null
  if (number !== '') return { input: { whom: { number }, channel, region } }
  if (!read.ok || !isLanguage(spoken)) return { errors }
  const names = { nameAr: cleanLine(fieldText(body, 'name_ar')).slice(0, 200), nameLatin: cleanLine(fieldText(body, 'name_latin')).slice(0, 200) }
  const person = { ...names, email: read.value.email?.toLowerCase() || null, phone: read.value.phone || null, language: spoken }
  return { input: { whom: { person }, channel, region } }
}
