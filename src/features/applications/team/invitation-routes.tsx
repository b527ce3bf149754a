/** An invitation: opened by anybody who holds its link, used by who is signed in. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import { nameFor } from '../../../domain/person.ts'
import { refused } from '../../../domain/result.ts'
import { isSignedIn } from '../../../domain/viewer.ts'
import { parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { liveApplication } from '../queries/live-application.ts'
import { type ApplicationsAround, aroundPage, sentenceOf } from '../routes/around.ts'
import { joinTeam } from './commands/join.ts'
import { joiningForm } from './forms.ts'
import { InvitationPage, type InvitationProps } from './pages/invitation.tsx'
import { invitationView, memberBy, passOf } from './queries/invitations.ts'

export function invitationRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  async function show(c: AppContext, key: string, came: Partial<InvitationProps>, status?: 422): Promise<Response> {
    const { db, organisation, language, viewer, now } = request(c)
    const view = await invitationView(db, organisation, key, now)
    const closed =
      view === null
        ? sentenceOf(refused('team/unknown-invitation'), language)
        : view.refusal === null
          ? undefined
          : sentenceOf(view.refusal, language)
    const joiner = isSignedIn(viewer) ? nameFor(viewer.person, language) : null
    const holds = view !== null && isSignedIn(viewer) && (await liveApplication(db, viewer, view.call.id)) !== null
    const props = { view, holds, action: `/${language}/invitations/${key}/joining`, joiner, typed: '', errors: [], refusal: closed }
    const html = <InvitationPage {...(await aroundPage(c, around))} {...props} {...came} />
    return page(c, html, status ?? (view === null ? 404 : view.refusal === null ? 200 : 410))
  }

  routes.get('/invitations/:key', async (c) => {
    const { db, organisation, viewer, now } = request(c)
    const key = c.req.param('key')
    const application = isSignedIn(viewer) ? await memberBy(db, organisation, key, viewer.person.id, now) : null
    return application === null ? show(c, key, {}) : seeOther(c, `/applications/${application}`)
  })

  routes.post('/invitations/:key/joining', async (c) => {
    const { db, config, organisation, viewer, language, now } = request(c)
    const key = c.req.param('key')
    if (!isSignedIn(viewer)) {
      const pass = await passOf(db, organisation, key, now)
      return pass === null ? show(c, key, {}) : seeOther(c, `/sign-in?return_to=${encodeURIComponent(`/invitations/${pass}`)}`)
    }
    const body = await readForm(c)
    const typed = fieldText(body, 'name')
    const form = parse(joiningForm, body)
    if (!form.ok) return show(c, key, { typed, errors: errorSentences(form.errors, language) }, 422)
    const outcome = await joinTeam(db, viewer, { key, name: form.value.name }, config.origin, now)
    if (outcome.ok) return seeOther(c, `/applications/${outcome.value.application}`, outcome.value.fresh ? 'joined' : undefined)
    const sentence = sentenceOf(outcome, language)
    if (outcome.code === 'team/nameless') return show(c, key, { typed, errors: [{ field: 'name', message: sentence }] }, 422)
    return outcome.code === 'team/unknown-invitation' ? show(c, key, {}) : show(c, key, { refusal: sentence }, 422)
  })

  return routes
}
