/** The tokens of a person: made, shown once, taken back. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../design/form/errors.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import type { PublicFrame } from '../../design/layout/public-page.tsx'
import { refusalIn } from '../../design/refusal.ts'
import { choice, integer, line, parse } from '../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { page, seeOther } from '../../platform/web/respond.ts'
import { makeToken, revokeToken, tokensOf } from './commands/token.ts'
import { TokensPage } from './pages/tokens.tsx'
import { words } from './words/index.ts'

const tokenForm = z.object({ name: line({ max: 120 }), days: integer({ min: 1, max: 365 }), may: choice(['read', 'write']) })
const USUAL = { name: '', days: '90', may: 'read' }

interface Came {
  readonly values?: Readonly<Record<string, string>>
  readonly errors?: FormErrors
  readonly refusal?: string
  /** The token just made. */
  readonly made?: string
}

export function tokenRoutes({ frame }: { readonly frame: (c: AppContext) => Promise<PublicFrame> }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  async function show(c: AppContext, came: Came): Promise<Response> {
    const { db, language, path, now } = request(c)
    const tokens = await tokensOf(db, signedIn(c), now)
    const wrong = came.errors !== undefined || came.refusal !== undefined
    const props = { language, path: path.split('?')[0] ?? path, tokens, values: came.values ?? USUAL, errors: came.errors ?? [] }
    return page(c, <TokensPage {...props} frame={await frame(c)} refusal={came.refusal} made={came.made} />, wrong ? 422 : 200)
  }

  routes.get('/me/tokens', (c) => {
    signedIn(c)
    return show(c, {})
  })

  // The answer is the page itself: a token is shown once, and a redirect could not carry it.
  routes.post('/me/tokens', async (c) => {
    const viewer = signedIn(c)
    const { db, language, now } = request(c)
    const body = await readForm(c)
    const values = Object.fromEntries(Object.keys(USUAL).map((name) => [name, fieldText(body, name)]))
    const form = parse(tokenForm, body)
    if (!form.ok) return show(c, { values, errors: errorSentences(form.errors, language) })
    const { name, days, may } = form.value
    const made = await makeToken(db, viewer, { name, days, writes: may === 'write' }, now)
    return made.ok ? show(c, { made: made.value.token }) : show(c, { values, refusal: refusalIn(words(language), language)(made) })
  })

  routes.post('/me/tokens/:token/revocation', async (c) => {
    const viewer = signedIn(c)
    const { db, now } = request(c)
    const outcome = await revokeToken(db, viewer, c.req.param('token'), now)
    return outcome.ok ? seeOther(c, '/me/tokens') : c.notFound()
  })

  return routes
}
