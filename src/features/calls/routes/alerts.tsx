/** Asking to be told about calls, and the links of the mails that come of it. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import { refusalIn } from '../../../design/refusal.ts'
import { email, parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { publicFrame } from '../../programme/index.ts'
import { askAlert, confirmAlert, endAlert } from '../commands/alerts.ts'
import { AlertPage, type AlertProps, FollowedPage, type FollowedProps } from '../pages/alert.tsx'
import { alertView, callView } from '../queries.ts'
import { words } from '../words/index.ts'

export const alertRoutes = new Hono<AppEnv>()

function frameOf(c: AppContext) {
  const { db, config, organisation, viewer, language, path, now } = request(c)
  return publicFrame(db, { organisation, viewer, language, path, now, origin: config.origin })
}

async function asked(c: AppContext, came: Pick<AlertProps, 'email' | 'errors' | 'refusal'>): Promise<Response> {
  const { db, organisation, language, now } = request(c)
  const edition = c.req.param('edition')
  const call = edition === undefined ? null : await callView(db, organisation, edition, now)
  if (edition !== undefined && call === null) return c.notFound()
  const said = c.req.query('said') === 'alert-asked' ? words(language)('said.alert-asked') : undefined
  const wrong = came.errors.length > 0 || came.refusal !== undefined
  return page(c, <AlertPage language={language} frame={await frameOf(c)} call={call} said={said} {...came} />, wrong ? 422 : 200)
}

const askForm = z.object({ email: email() })

for (const path of ['/calls/:edition/alert', '/alerts']) {
  alertRoutes.get(path, (c) => asked(c, { email: '', errors: [] }))

  alertRoutes.post(path, async (c) => {
    const { db, config, organisation, language, now } = request(c)
    const body = await readForm(c)
    const typed = fieldText(body, 'email')
    const form = parse(askForm, body)
    if (!form.ok) return asked(c, { email: typed, errors: errorSentences(form.errors, language) })
    const edition = c.req.param('edition') ?? null
    const input = { edition, address: form.value.email.toLowerCase(), language, client: c.var.client }
    const outcome = await askAlert(db, organisation, input, config.origin, now)
    if (outcome.ok) return seeOther(c, edition === null ? '/alerts' : `/calls/${edition}/alert`, 'alert-asked')
    if (outcome.code === 'call/unknown') return c.notFound()
    return asked(c, { email: typed, errors: [], refusal: refusalIn(words(language), language)(outcome) })
  })
}

async function followed(c: AppContext, shown: Pick<FollowedProps, 'alert' | 'done'>, status: 200 | 404 = 200): Promise<Response> {
  const { language } = c.var
  const path = `/alerts/${c.req.param('alert') ?? ''}`
  return page(c, <FollowedPage language={language} frame={await frameOf(c)} path={path} {...shown} />, status)
}

/** Mail programmes open the address that stops as well: it shows the same, and does nothing before a button is pressed. */
for (const rest of ['', '/removal', '/confirmation'])
  alertRoutes.get(`/alerts/:alert${rest}`, async (c) => {
    const { db, organisation } = request(c)
    const alert = await alertView(db, organisation, c.req.param('alert') ?? '')
    return followed(c, { alert }, alert === null ? 404 : 200)
  })

alertRoutes.post('/alerts/:alert/confirmation', async (c) => {
  const { db, organisation, now } = request(c)
  const id = c.req.param('alert')
  const outcome = await confirmAlert(db, organisation, id, now)
  if (!outcome.ok) return followed(c, { alert: null }, 404)
  return followed(c, { alert: await alertView(db, organisation, id), done: 'confirmed' })
})

// Answered without a redirect, and to whoever holds the address: the server of a mail provider presses it for its reader (RFC 8058).
alertRoutes.post('/alerts/:alert/removal', async (c) => {
  const { db, organisation, now } = request(c)
  await endAlert(db, organisation, c.req.param('alert'), now)
  return followed(c, { alert: null, done: 'ended' })
})
