import { Hono } from 'hono'
import { isSignedIn, type SignedIn } from '../../../domain/viewer.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { startApplication } from '../commands/start-application.ts'
import { StartPage } from '../pages/start.tsx'
import { knownOf } from '../profile/queries/known.ts'
import { callToStart } from '../queries/call-to-start.ts'
import { type ApplicationsAround, aroundPage, sentenceOf } from './around.ts'

/** Beginning: `POST /calls/{edition}/applications`. By GET, the same threshold for who had to sign in on the way. */
export function startRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/calls/:edition/applications', async (c) => {
    const { db, language, now } = request(c)
    const viewer = signedIn(c)
    const edition = c.req.param('edition')
    const found = await callToStart(db, viewer, edition, now)
    if (found === null) return c.notFound()
    if (found.application !== null) return seeOther(c, `/applications/${found.application}`)
    const refusal = found.allowed.ok ? undefined : sentenceOf(found.allowed, language)
    const known = found.allowed.ok && !found.withdrawn ? await knownOf(db, viewer, edition, now) : null
    return page(c, <StartPage {...(await aroundPage(c, around))} edition={edition} known={known} withdrawn={found.withdrawn} refusal={refusal} />)
  })

  routes.post('/calls/:edition/applications', async (c) => {
    const { db, viewer, language, now } = request(c)
    const edition = c.req.param('edition')
    // Nothing was typed yet: who is not known goes through the door, and comes out on the threshold.
    if (!isSignedIn(viewer)) return seeOther(c, `/sign-in?return_to=${encodeURIComponent(`/calls/${edition}/applications`)}`)
    const chosen = fieldText(await readForm(c), 'begin')
    const begin = chosen === 'known' || chosen === 'empty' ? chosen : undefined
    // What is known of a person is shown before it is taken over: from the page of the call one passes by the threshold.
    if (begin === undefined && (await isOffered(db, viewer, edition, now))) return seeOther(c, `/calls/${edition}/applications`)
    const outcome = await startApplication(db, viewer, { edition, language, begin }, now)
    if (outcome.ok) {
      const { application, fresh, takenOver } = outcome.value
      return seeOther(c, `/applications/${application}`, fresh ? SAID[takenOver ?? 'nothing'] : undefined)
    }
    if (outcome.code === 'application/unknown-call') return c.notFound()
    return page(c, <StartPage {...(await aroundPage(c, around))} edition={edition} refusal={sentenceOf(outcome, language)} />, 422)
  })

  return routes
}

const SAID = { withdrawn: 'taken-over', known: 'begun-with-known', nothing: 'started' } as const

/** Whether something could be taken over into an application the viewer may begin now. */
async function isOffered(db: Database, viewer: SignedIn, edition: string, now: Date): Promise<boolean> {
  const found = await callToStart(db, viewer, edition, now)
  if (found === null || found.application !== null || found.withdrawn || !found.allowed.ok) return false
  return (await knownOf(db, viewer, edition, now)) !== null
}
