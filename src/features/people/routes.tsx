/** Entering, leaving, one's own page; and in the demo, the doors of the cast. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../design/form/errors.ts'
import type { PublicFrame } from '../../design/layout/public-page.tsx'
import { nameFor } from '../../domain/person.ts'
import type { Refused } from '../../domain/result.ts'
import { maySeePeople } from '../../domain/role.ts'
import { holdsSomewhere, isSignedIn, STAFF } from '../../domain/viewer.ts'
import { isId } from '../../platform/database/id.ts'
import { email, latinDigits, parse } from '../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../platform/web/context.ts'
import { readCookie, writeCookie } from '../../platform/web/cookie.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { page, seeOther } from '../../platform/web/respond.ts'
import { ownerSign } from '../../platform/web/whose.ts'
import { askToSignIn, enterAs, enterByCode, enterByLink, keepLanguage, leave } from './commands.ts'
import { CastPage } from './pages/cast.tsx'
import { type MeView, MePage } from './pages/me.tsx'
import { CodePage, LinkPage, SignInPage, type SignInProps } from './pages/sign-in.tsx'
import { castOf, rolesOf } from './queries.ts'
import { askedToSignIn, returnOfUsedLink } from './queries/sign-in-request.ts'
import { hasVerifications } from './queries/verifications.ts'
import { peopleDeskRoutes } from './routes/desk.tsx'
import { comeIn, deviceAt, keepsKeys, safeReturn } from './routes/come-in.ts'
import { entryRoutes } from './routes/entry.tsx'
import { factRoutes } from './routes/facts.tsx'
import { passkeyRoutes } from './routes/passkeys.ts'
import { phoneRoutes, textsLeave } from './routes/phone.tsx'
import { SESSION_COOKIE } from './session.ts'
import { words } from './words/index.ts'

export interface PeopleDoors {
  /** What stands around a public page. */
  readonly frame: (c: AppContext) => Promise<PublicFrame>
  /** Doors that later stages put on a person's page. */
  readonly doors: (c: AppContext) => Promise<MeView['doors']>
  readonly demo: boolean
}

// Where the visitor was going is no field they see: there is nothing in it that they could mend.
const signInForm = z.object({ email: email() })

export function peopleRoutes(around: PeopleDoors): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/sign-in', async (c) => {
    const returnTo = safeReturn(c.req.query('return_to') ?? '/me')
    return page(
      c,
      <SignInPage
        {...(await door(c))}
        passkeys={keepsKeys(c)}
        email=""
        returnTo={returnTo}
        errors={[]}
        interrupted={c.req.query('interrupted') !== undefined}
      />,
    )
  })

  routes.post('/sign-in', async (c) => {
    const { db, now, organisation, language, config } = request(c)
    const body = await readForm(c)
    const form = parse(signInForm, body)
    const shown = async (more: Partial<SignInProps>, status: 422 | 429) =>
      page(
        c,
        <SignInPage
          {...(await door(c))}
          passkeys={keepsKeys(c)}
          email={fieldText(body, 'email')}
          returnTo={safeReturn(fieldText(body, 'return_to'))}
          errors={[]}
          interrupted={false}
          {...more}
        />,
        status,
      )
    if (!form.ok) return shown({ errors: errorSentences(form.errors, language) }, 422)
    const asked = {
      email: (form.value.email ?? '').toLowerCase(),
      language,
      returnTo: safeReturn(fieldText(body, 'return_to')),
      network: c.var.client,
    }
    const outcome = await askToSignIn(db, organisation, asked, config.origin, now)
    if (!outcome.ok) return shown({ refusal: sentence(c, outcome) }, 429)
    return seeOther(c, `/sign-in/code/${outcome.value.request}`)
  })

  routes.get('/sign-in/code/:request', async (c) => page(c, <CodePage {...(await codeDoor(c, c.req.param('request')))} errors={[]} />))

  routes.post('/sign-in/code/:request', async (c) => {
    const { db, now, organisation, language } = request(c)
    const asked = c.req.param('request')
    const code = latinDigits(fieldText(await readForm(c), 'code')).replace(/\D/g, '')
    const outcome = isId(asked) && code.length === 8 ? await enterByCode(db, organisation, asked, code, deviceAt(c), now) : null
    if (outcome === null)
      return page(
        c,
        <CodePage {...(await codeDoor(c, asked))} errors={[{ field: 'code', message: words(language)('refusal.sign-in/wrong-code') }]} />,
        422,
      )
    if (!outcome.ok) return page(c, <CodePage {...(await codeDoor(c, asked))} errors={[]} refusal={sentence(c, outcome)} />, 422)
    return comeIn(c, outcome.value)
  })

  routes.get('/sign-in/link/:token', async (c) => page(c, <LinkPage {...(await door(c))} token={c.req.param('token')} />))

  routes.post('/sign-in/link/:token', async (c) => {
    const { db, now, organisation, viewer } = request(c)
    const outcome = await enterByLink(db, organisation, c.req.param('token'), deviceAt(c), now)
    // Pressed a second time by who has come in by it: on to where it leads.
    const used = !outcome.ok && isSignedIn(viewer) ? await returnOfUsedLink(db, viewer, c.req.param('token')) : null
    if (used !== null) return seeOther(c, safeReturn(used))
    if (!outcome.ok)
      return page(
        c,
        <SignInPage
          {...(await door(c))}
          passkeys={keepsKeys(c)}
          email=""
          returnTo="/me"
          errors={[]}
          refusal={sentence(c, outcome)}
          interrupted={false}
        />,
        422,
      )
    return comeIn(c, outcome.value)
  })

  routes.get('/me', async (c) => {
    const viewer = signedIn(c)
    const { db, language, path } = request(c)
    const [roles, doors, frame, facts] = await Promise.all([
      rolesOf(db, viewer, language),
      around.doors(c),
      around.frame(c),
      hasVerifications(db, viewer.organisation, viewer.person.id),
    ])
    const t = words(language)
    const said = c.req.query('said')
    const people = maySeePeople(viewer) ? [{ name: t('people.title'), href: `/${language}/desk/people` }] : []
    const desk = holdsSomewhere(viewer, STAFF)
      ? [{ title: t('me.desk-title'), links: [{ name: t('me.desk'), href: `/${language}/desk` }, ...people] }]
      : []
    const files = holdsSomewhere(viewer, ['reviewer'])
      ? [{ title: t('me.reviews'), links: [{ name: t('me.reviews-link'), href: `/${language}/reviews` }] }]
      : []
    const me: MeView = {
      name: nameFor(viewer.person, language),
      owner: ownerSign(viewer),
      language: viewer.person.language,
      roles,
      facts,
      texts: textsLeave(c),
      doors: [...desk, ...files, ...doors],
    }
    return page(
      c,
      <MePage
        language={language}
        frame={frame}
        path={path}
        me={me}
        said={said !== undefined && t.has(`said.${said}`) ? t.any(`said.${said}`) : undefined}
      />,
    )
  })

  routes.post('/me/language', async (c) => {
    const viewer = signedIn(c)
    const { db, now } = request(c)
    const language = fieldText(await readForm(c), 'language')
    const outcome = await keepLanguage(db, viewer, language, now)
    return seeOther(c, '/me', outcome.ok ? 'language-kept' : undefined)
  })

  routes.post('/session/removal', async (c) => {
    const viewer = signedIn(c)
    const { db, now } = request(c)
    const token = readCookie(c, SESSION_COOKIE)
    if (token !== undefined) await leave(db, viewer, token, now)
    writeCookie(c, SESSION_COOKIE, '', 0)
    // Nothing of them stays on a phone that others use: neither pages kept for reading without a network, nor what they typed.
    c.header('Clear-Site-Data', '"cache", "storage"')
    return c.redirect(`/${c.var.language}`, 303)
  })

  if (around.demo) {
    routes.get('/demo', async (c) => {
      const { db, organisation, language } = request(c)
      const moves = c.var.services.demoTime !== undefined
      return page(c, <CastPage {...(await door(c))} cast={await castOf(db, organisation, language)} moves={moves} />)
    })
    routes.post('/demo/entry', async (c) => {
      const { db, now, organisation } = request(c)
      const person = fieldText(await readForm(c), 'person')
      const outcome = isId(person) ? await enterAs(db, organisation, person, deviceAt(c), now) : null
      if (outcome === null || !outcome.ok) return seeOther(c, '/demo')
      return comeIn(c, outcome.value)
    })
  }

  routes.route('/', passkeyRoutes())
  routes.route('/', entryRoutes({ frame: around.frame }))
  routes.route('/', phoneRoutes({ frame: around.frame }))
  routes.route('/', factRoutes({ frame: around.frame }))
  routes.route('/', peopleDeskRoutes)

  return routes

  /** The door of a code, with the address its mail went to. */
  async function codeDoor(c: AppContext, asked: string) {
    const { db, organisation, now } = request(c)
    return { ...(await door(c)), request: asked, asked: await askedToSignIn(db, organisation, asked, now) }
  }

  async function door(c: AppContext) {
    return { language: c.var.language, frame: await around.frame(c), path: c.var.path }
  }
}

function sentence(c: AppContext, refusal: Refused): string {
  return words(c.var.language).any(`refusal.${refusal.code}`, refusal.details)
}
