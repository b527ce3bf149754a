/** What the island of passkeys asks (islands/passkey.ts): what to sign, and whether the answer holds. */
import { Hono } from 'hono'
import { refusalIn } from '../../../design/refusal.ts'
import { mayHoldPasskeys } from '../../../domain/passkey.ts'
import { type Refused, refused, type Result } from '../../../domain/result.ts'
import { cleanLine } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { seeOther } from '../../../platform/web/respond.ts'
import { addPasskey, askForPasskey, removePasskey } from '../commands/passkey.ts'
import { askToEnterByPasskey, enterByPasskey } from '../commands/enter-by-passkey.ts'
import { words } from '../words/index.ts'
import { deviceAt, enterAt, originAt, safeReturn, sessionAt } from './come-in.ts'

/** An answer of a device is some hundreds of bytes; one with a long certificate some thousands. */
const LIMIT = 32 * 1024
const LONGEST_NAME = 120

export function passkeyRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.post('/sign-in/passkey/challenge', async (c) => {
    const { db, now, organisation } = request(c)
    const origin = originAt(c)
    if (!mayHoldPasskeys(new URL(origin).hostname)) return say(c, refused('passkey/no-name'))
    return answer(c, await askToEnterByPasskey(db, organisation, { origin, network: c.var.client }, now), (options) => options)
  })

  routes.post('/sign-in/passkey', async (c) => {
    const { db, now, organisation } = request(c)
    const body = await readForm(c, LIMIT)
    const outcome = await enterByPasskey(db, organisation, { answer: read(fieldText(body, 'answer')), device: deviceAt(c) }, now)
    return answer(c, outcome, (entered) => ({ to: enterAt(c, { ...entered, returnTo: fieldText(body, 'return_to') }) }))
  })

  routes.post('/me/passkeys/challenge', async (c) => {
    const viewer = signedIn(c)
    const { db, now } = request(c)
    const origin = originAt(c)
    if (!mayHoldPasskeys(new URL(origin).hostname)) return say(c, refused('passkey/no-name'))
    return answer(c, await askForPasskey(db, viewer, { origin, session: sessionAt(c) }, now), (options) => options)
  })

  routes.post('/me/passkeys', async (c) => {
    const viewer = signedIn(c)
    const { db, now, language } = request(c)
    const body = await readForm(c, LIMIT)
    const name = cleanLine(fieldText(body, 'name')).slice(0, LONGEST_NAME)
    const outcome = await addPasskey(db, viewer, { name, answer: read(fieldText(body, 'answer')), device: deviceAt(c) }, now)
    return answer(c, outcome, () => ({ to: `/${language}${safeReturn('/me/entry')}?said=passkey-added` }))
  })

  // A form of the page, without script too.
  routes.post('/me/passkeys/:passkey/removal', async (c) => {
    const viewer = signedIn(c)
    const { db, now } = request(c)
    const outcome = await removePasskey(db, viewer, c.req.param('passkey'), now)
    return outcome.ok ? seeOther(c, '/me/entry', 'passkey-removed') : c.notFound()
  })

  return routes
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function answer<Value>(c: AppContext, outcome: Result<Value>, shape: (value: Value) => object): Response {
  c.header('Cache-Control', 'private, no-store')
  return outcome.ok ? c.json(shape(outcome.value)) : say(c, outcome)
}

function say(c: AppContext, refusal: Refused): Response {
  const { language } = c.var
  const sentence = refusalIn(words(language), language)(refusal)
  return c.json({ refused: { code: refusal.code, sentence } }, refusal.code === 'sign-in/too-many-tries' ? 429 : 422)
}
