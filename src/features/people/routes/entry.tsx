/** How one comes in, on one's own page; and the door for who has a password. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import { LONGEST_PASSWORD } from '../../../domain/password.ts'
import type { Refused } from '../../../domain/result.ts'
import { email, parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { enterByPassword } from '../commands.ts'
import { removePassword, setPassword } from '../commands/password.ts'
import { endOtherSessions, endOwnSession } from '../commands/sessions.ts'
import { EntryPage } from '../pages/entry.tsx'
import { PasswordDoorPage } from '../pages/password-door.tsx'
import { entryView } from '../queries/entry.ts'
import { words } from '../words/index.ts'
import { comeIn, deviceAt, keepsKeys, safeReturn, sessionAt } from './come-in.ts'

interface Came {
  readonly errors?: FormErrors
  readonly refusal?: Refused
}

const addressForm = z.object({ email: email() })
/** Beyond this a password is no password: nothing is computed over it. */
const LONGEST_TYPED = LONGEST_PASSWORD * 4
/** Refusals that are about one box of the form. */
const BOXES: Readonly<Record<string, string>> = {
  'password/too-short': 'password',
  'password/too-long': 'password',
  'password/too-common': 'password',
  'password/holds-address': 'password',
  'password/wrong-old': 'old',
}

export function entryRoutes({ frame }: { readonly frame: (c: AppContext) => Promise<PublicFrame> }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  async function show(c: AppContext, { errors, refusal }: Came = {}): Promise<Response> {
    const viewer = signedIn(c)
    const { db, language, now } = request(c)
    const t = words(language)
    const said = c.req.query('said')
    const props = {
      language,
      frame: await frame(c),
      path: '/me/entry',
      view: await entryView(db, viewer, sessionAt(c), now),
      device: deviceAt(c),
      named: keepsKeys(c),
      said: said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined,
      refusal: refusal === undefined ? undefined : sentence(c, refusal),
      stale: refusal?.code === 'sign-in/not-fresh',
    }
    return page(c, <EntryPage {...props} {...(errors === undefined ? {} : { errors })} />, errors !== undefined || refusal !== undefined ? 422 : 200)
  }

  routes.get('/me/entry', (c) => show(c))

  routes.post('/me/password', async (c) => {
    const viewer = signedIn(c)
    const { db, now } = request(c)
    const body = await readForm(c)
    const typed = (name: string): string => fieldText(body, name).slice(0, LONGEST_TYPED)
    const input = { password: typed('password'), old: typed('old'), session: sessionAt(c), network: c.var.client }
    const outcome = await setPassword(db, viewer, input, now)
    if (outcome.ok) return seeOther(c, '/me/entry', outcome.value.changed ? 'password-changed' : 'password-set')
    const box = BOXES[outcome.code]
    return show(c, box === undefined ? { refusal: outcome } : { errors: [{ field: box, message: sentence(c, outcome) }] })
  })

  routes.post('/me/password/removal', async (c) => {
    const { db, now } = request(c)
    await removePassword(db, signedIn(c), now)
    return seeOther(c, '/me/entry', 'password-removed')
  })

  routes.post('/me/sessions/others/removal', async (c) => {
    const { db, now } = request(c)
    await endOtherSessions(db, signedIn(c), sessionAt(c), now)
    return seeOther(c, '/me/entry', 'sessions-ended')
  })

  routes.post('/me/sessions/:session/removal', async (c) => {
    const { db, now } = request(c)
    const outcome = await endOwnSession(db, signedIn(c), c.req.param('session'), now)
    return outcome.ok ? seeOther(c, '/me/entry', 'session-ended') : c.notFound()
  })

  async function door(c: AppContext, came: Came & { email?: string; returnTo: string }, status: 200 | 422 | 429 = 200): Promise<Response> {
    const { language } = request(c)
    const props = { language, frame: await frame(c), path: '/sign-in/password', email: came.email ?? '', returnTo: came.returnTo }
    const refusal = came.refusal === undefined ? {} : { refusal: sentence(c, came.refusal) }
    return page(c, <PasswordDoorPage {...props} errors={came.errors ?? []} {...refusal} />, status)
  }

  routes.get('/sign-in/password', (c) => door(c, { returnTo: safeReturn(c.req.query('return_to') ?? '/me') }))

  routes.post('/sign-in/password', async (c) => {
    const { db, now, organisation, language } = request(c)
    const body = await readForm(c)
    const form = parse(addressForm, body)
    const [password, returnTo] = [fieldText(body, 'password').slice(0, LONGEST_TYPED), safeReturn(fieldText(body, 'return_to'))]
    const kept = { email: fieldText(body, 'email'), returnTo }
    if (!form.ok) return door(c, { ...kept, errors: errorSentences(form.errors, language) }, 422)
    const entry = { email: (form.value.email ?? '').toLowerCase(), password, device: deviceAt(c), network: c.var.client }
    const outcome = await enterByPassword(db, organisation, entry, now)
    if (outcome.ok) return comeIn(c, { ...outcome.value, returnTo })
    return door(c, { ...kept, refusal: outcome }, outcome.code === 'sign-in/wait' ? 429 : 422)
  })

  return routes
}

function sentence(c: AppContext, refusal: Refused): string {
  const { language } = c.var
  return refusalIn(words(language), language)(refusal)
}
