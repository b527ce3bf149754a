/** The team of an application, and the page an invitation opens. */
import { type Context, Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import { mayChangeTeam } from '../../../domain/team.ts'
import type { Refused } from '../../../domain/result.ts'
import { parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { type ApplicationsAround, aroundPage, sentenceOf } from '../routes/around.ts'
import { leaveTeam, takeOutMember } from './commands/depart.ts'
import { endHolderOffer, offerHolderPart, takeHolderPart } from './commands/hand-over.ts'
import { type Invited, invite, takeBackInvitation } from './commands/invite.ts'
import { linkForm, mailForm, NOTHING_TYPED } from './forms.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { TeamPage, type TeamProps } from './pages/team.tsx'
import { teamView } from './queries/team.ts'
import { words } from './words/index.ts'

type Came = Partial<Pick<TeamProps, 'typed' | 'errors' | 'refusal' | 'made'>>
/** A route of one application. */
type OfApplication = Context<AppEnv, '/applications/:application'>

/** Routes relative to `/:language`. */
export function teamRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  async function show(c: AppContext, came: Came, status: 200 | 422 = 200): Promise<Response> {
    const { db, language, now } = request(c)
    const view = await teamView(db, signedIn(c), c.req.param('application') ?? '', now)
    if (view === null) return c.notFound()
    const moment = (is: boolean) => (is ? now : null)
    const changes = mayChangeTeam(
      { call: view.call, submittedAt: moment(view.state === 'submitted'), withdrawnAt: moment(view.state === 'withdrawn') },
      now,
    )
    const t = words(language)
    const said = `said.${c.req.query('said') ?? ''}`
    const props = { view, fixed: changes.ok ? null : changes.code, typed: NOTHING_TYPED, errors: [], said: t.has(said) ? t.any(said) : undefined }
    return page(c, <TeamPage {...(await aroundPage(c, around))} {...props} {...came} />, status)
  }

  /** A refusal on the page of the team, or beside the field it is about. */
  function refusedAs(c: AppContext, outcome: Refused, typed: Came['typed'] = NOTHING_TYPED, nameField?: string): Response | Promise<Response> {
    if (outcome.code === 'application/unknown') return c.notFound()
    const message = sentenceOf(outcome, c.var.language)
    if (outcome.code === 'team/nameless' && nameField !== undefined) return show(c, { typed, errors: [{ field: nameField, message }] }, 422)
    return show(c, { typed, refusal: message }, 422)
  }

  routes.get('/applications/:application/team', (c) => show(c, {}))

  routes.post('/applications/:application/team/invitations', async (c) => {
    const { db, config, language, now } = request(c)
    const viewer = signedIn(c)
    const body = await readForm(c)
    const typed = { ...NOTHING_TYPED, ...typedIn(body, ['email', 'language', 'name']) }
    const form = parse(mailForm, body)
    if (!form.ok) return show(c, { typed, errors: errorSentences(form.errors, language) }, 422)
    const { name } = form.value
    const address = (form.value.email ?? '').toLowerCase()
    const input = { application: c.req.param('application'), address, once: true, language: form.value.language, name }
    const outcome = await invite(db, viewer, input, config.origin, now)
    return outcome.ok ? seeOther(c, teamPath(c), 'invited') : refusedAs(c, outcome, typed, 'name')
  })

  // Read again, or in another language, it is the page of the team: the link itself is shown once.
  routes.get('/applications/:application/team/links', (c) => seeOther(c, teamPath(c)))

  // The answer is the page itself: the link is shown once, and a redirect could not carry it.
  routes.post('/applications/:application/team/links', async (c) => {
    const { db, config, language, now } = request(c)
    const viewer = signedIn(c)
    const body = await readForm(c)
    const typed = { ...NOTHING_TYPED, ...typedIn(body, ['link_for', 'link_language', 'link_name']) }
    const form = parse(linkForm, body)
    if (!form.ok) return show(c, { typed, errors: errorSentences(form.errors, language) }, 422)
    const once = form.value.link_for === 'one'
    const wanted = form.value.link_language
    const input = { application: c.req.param('application'), address: null, once, language: wanted, name: form.value.link_name }
    const outcome = await invite(db, viewer, input, config.origin, now)
    if (!outcome.ok) return refusedAs(c, outcome, typed, 'link_name')
    return show(c, { made: madeOf(outcome.value, { language: wanted, once }) })
  })

  routes.post('/applications/:application/team/invitations/:invitation/removal', async (c) => {
    const { db, now } = request(c)
    const outcome = await takeBackInvitation(db, signedIn(c), c.req.param(), now)
    return outcome.ok ? seeOther(c, teamPath(c), 'invitation-taken-back') : refusedAs(c, outcome)
  })

  routes.post('/applications/:application/team/members/:person/removal', async (c) => {
    const { db, now } = request(c)
    const outcome = await takeOutMember(db, signedIn(c), c.req.param(), now)
    return outcome.ok ? seeOther(c, teamPath(c), 'taken-out') : refusedAs(c, outcome)
  })

  routes.post('/applications/:application/team/departure', async (c) => {
    const { db, now } = request(c)
    const outcome = await leaveTeam(db, signedIn(c), c.req.param(), now)
    return outcome.ok ? seeOther(c, '/me') : refusedAs(c, outcome)
  })

  routes.post('/applications/:application/team/holder-offer', async (c) => {
    const { db, config, now } = request(c)
    const viewer = signedIn(c)
    const person = fieldText(await readForm(c), 'person')
    const outcome = await offerHolderPart(db, viewer, { application: c.req.param('application'), person }, config.origin, now)
    return outcome.ok ? seeOther(c, teamPath(c), 'part-offered') : refusedAs(c, outcome)
  })

  routes.post('/applications/:application/team/holder-offer/removal', async (c) => {
    const { db, now } = request(c)
    const outcome = await endHolderOffer(db, signedIn(c), c.req.param(), now)
    return outcome.ok ? seeOther(c, teamPath(c), 'part-offer-ended') : refusedAs(c, outcome)
  })

  routes.post('/applications/:application/team/holder', async (c) => {
    const { db, config, now } = request(c)
    const outcome = await takeHolderPart(db, signedIn(c), c.req.param(), config.origin, now)
    return outcome.ok ? seeOther(c, teamPath(c), 'part-taken') : refusedAs(c, outcome)
  })

  routes.route('/', invitationRoutes(around))

  return routes
}

function teamPath(c: OfApplication): string {
  return `/applications/${c.req.param('application')}/team`
}

function typedIn(body: Parameters<typeof fieldText>[0], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, fieldText(body, name)]))
}

function madeOf({ link, expiresAt }: Invited, more: Pick<NonNullable<Came['made']>, 'language' | 'once'>): NonNullable<Came['made']> {
  return { href: link, expiresAt, ...more }
}
