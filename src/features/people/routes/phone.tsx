/** Messages on one's phone. These pages are there only where messages can leave, or in the demo. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { PublicFrame } from '../../../design/layout/public-page.tsx'
import { refusalIn } from '../../../design/refusal.ts'
import type { Refused } from '../../../domain/result.ts'
import { consent, parse, phone } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { stopPhoneMessages, wantPhoneMessages } from '../commands/phone-consent.ts'
import { PhonePage } from '../pages/phone.tsx'
import { phoneView } from '../queries/phone.ts'
import { words } from '../words/index.ts'

const phoneForm = z.object({ phone: phone(), yes: consent() })

interface Came {
  readonly typed?: { readonly phone: string; readonly yes: boolean }
  readonly errors?: FormErrors
  readonly refusal?: Refused
}

export function phoneRoutes({ frame }: { readonly frame: (c: AppContext) => Promise<PublicFrame> }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  async function show(c: AppContext, { typed, errors = [], refusal }: Came = {}): Promise<Response> {
    const viewer = signedIn(c)
    const { db, language } = request(c)
    const t = words(language)
    const view = await phoneView(db, viewer)
    const said = c.req.query('said')
    const props = {
      language,
      frame: await frame(c),
      path: '/me/phone',
      view,
      typed: typed ?? { phone: view.wanted === null ? view.known : '', yes: false },
      errors,
      refusal: refusal === undefined ? undefined : refusalIn(t, language)(refusal),
      said: said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined,
    }
    return page(c, <PhonePage {...props} />, errors.length > 0 || refusal !== undefined ? 422 : 200)
  }

  routes.use('/me/phone/*', async (c, next) => (textsLeave(c) ? next() : c.notFound()))

  routes.get('/me/phone', (c) => show(c))

  routes.post('/me/phone', async (c) => {
    const viewer = signedIn(c)
    const { db, now, language } = request(c)
    const body = await readForm(c)
    const form = parse(phoneForm, body)
    const typed = { phone: fieldText(body, 'phone'), yes: fieldText(body, 'yes') === 'yes' }
    if (!form.ok) return show(c, { typed, errors: errorSentences(form.errors, language) })
    const outcome = await wantPhoneMessages(db, viewer, form.value.phone ?? '', now)
    return outcome.ok ? seeOther(c, '/me/phone', 'phone-wanted') : show(c, { typed, refusal: outcome })
  })

  routes.post('/me/phone/removal', async (c) => {
    const { db, now } = request(c)
    await stopPhoneMessages(db, signedIn(c), now)
    return seeOther(c, '/me/phone', 'phone-stopped')
  })

  return routes
}

/** Whether messages to phones leave from here, or are shown in the mailbox of the demo. */
export function textsLeave(c: AppContext): boolean {
  const { sms, demo } = request(c).config
  return sms !== null || demo
}
