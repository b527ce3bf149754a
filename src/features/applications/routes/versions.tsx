import { Hono } from 'hono'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { answerMark } from '../answer-mark.ts'
import { upToDate } from '../commands/move-draft.ts'
import { canMerge, chooseVersions } from '../commands/choose-versions.ts'
import { markField, readChoices } from '../forms.ts'
import { VersionsPage } from '../pages/versions.tsx'
import { versionsView } from '../queries/draft.ts'
import type { VersionsView } from '../views.ts'
import { type ApplicationsAround, aroundPage, leadOn, ownRecord, sentenceOf } from './around.ts'

/** Choosing between two versions of an answer. */
export function versionRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application/versions', async (c) => {
    const view = await viewOf(c, signedIn(c))
    if (view === null) return gone(c)
    return view.questions.length === 0 ? seeOther(c, `/applications/${view.id}`) : shown(c, around, view, 200)
  })

  routes.post('/applications/:application/versions', async (c) => {
    const { db, language, now } = request(c)
    const viewer = signedIn(c)
    const choices = readChoices(await readForm(c))
    const application = c.req.param('application')
    const outcome = await chooseVersions(db, viewer, { application, choices }, now)
    if (outcome.ok) return settled(c, viewer, application, outcome.value.merged)
    const view = await viewOf(c, viewer)
    if (view === null) return gone(c)
    return shown(c, around, view, outcome.code === 'draft/changed-meanwhile' ? 409 : 410, sentenceOf(outcome, language))
  })

  return routes
}

function viewOf(c: AppContext, viewer: SignedIn): Promise<VersionsView | null> {
  const { db, now } = request(c)
  return upToDate(db, viewer, now, () => versionsView(db, viewer, c.req.param('application') ?? ''))
}

async function gone(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  return (record === null ? null : leadOn(c, record)) ?? c.notFound()
}

async function shown(c: AppContext, around: ApplicationsAround, view: VersionsView, status: 200 | 409 | 410, refusal?: string): Promise<Response> {
  const marks = Object.fromEntries(view.questions.map(({ code }) => [code, answerMark(view.answers[code])]))
  const more = refusal === undefined ? {} : { refusal }
  return page(
    c,
    <VersionsPage {...(await aroundPage(c, around))} view={view} marks={marks} markField={markField} canMerge={canMerge} {...more} />,
    status,
  )
}

/** Texts put together are shown at once where they can be edited; otherwise on to what is left. */
async function settled(c: AppContext, viewer: SignedIn, application: string, merged: readonly string[]): Promise<Response> {
  const view = await viewOf(c, viewer)
  const joined = merged[0]
  const section = view?.form.sections.find((one) => one.questions.some((question) => question.code === joined))
  if (joined !== undefined && section !== undefined) return seeOther(c, `/applications/${application}/sections/${section.code}`, `merged#${joined}`)
  if (view !== null && view.questions.length > 0) return seeOther(c, `/applications/${application}/versions`)
  return seeOther(c, `/applications/${application}`, 'versions-settled')
}
