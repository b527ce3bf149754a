import { Hono } from 'hono'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { missingAnswers } from '../../../domain/form.ts'
import type { Refused } from '../../../domain/result.ts'
import { errorSentences } from '../../../design/form/errors.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { readDeclaration } from '../forms.ts'
import { CheckPage, type CheckProps, sectionTitles } from '../pages/check.tsx'
import { draftView } from '../queries/draft.ts'
import type { DraftView } from '../views.ts'
import { words } from '../words/index.ts'
import { type ApplicationsAround, aroundPage, leadOn, linkedFiles, ownRecord, sentenceOf } from './around.ts'

const NOTHING_GIVEN = { 'declaration.true': false, 'declaration.rules': false } as const

/** The check page and `POST /applications/{id}/submission`, which may be pressed twice. */
export function checkRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application/check', async (c) => {
    const view = await draftView(request(c).db, signedIn(c), c.req.param('application'))
    return view === null || view.state !== 'draft' ? gone(c) : shown(c, around, view, { given: NOTHING_GIVEN, errors: [] }, 200)
  })

  routes.post('/applications/:application/submission', async (c) => {
    const { db, language, now } = request(c)
    const viewer = signedIn(c)
    const application = c.req.param('application')
    const { declared, given, missing } = readDeclaration(await readForm(c))
    const outcome = await submitApplication(db, viewer, { application, declared, language }, now)
    if (outcome.ok) return seeOther(c, `/applications/${application}/receipt`)
    if (outcome.code === 'application/already-submitted') return seeOther(c, `/applications/${application}/receipt`, 'already-sent')
    const view = await draftView(db, viewer, application)
    if (view === null || view.state !== 'draft') return gone(c)
    if (outcome.code === 'application/undeclared') {
      const errors = errorSentences(
        missing.map((field) => ({ field, code: 'consent', details: {} })),
        language,
      )
      return shown(c, around, view, { given, errors }, 422)
    }
    return shown(c, around, view, { given, errors: [], refusal: sentenceOf(outcome, language) }, statusOf(outcome))
  })

  return routes
}

function statusOf({ code }: Refused): 403 | 410 | 422 {
  if (code === 'application/not-holder') return 403
  return code === 'application/incomplete' ? 422 : 410
}

async function gone(c: AppContext): Promise<Response> {
  const record = await ownRecord(c)
  return (record === null ? null : leadOn(c, record)) ?? c.notFound()
}

async function shown(
  c: AppContext,
  around: ApplicationsAround,
  view: DraftView,
  what: Pick<CheckProps, 'given' | 'errors' | 'refusal'>,
  status: 200 | 403 | 410 | 422,
): Promise<Response> {
  const { language } = request(c)
  const t = words(language)
  const { faults, asked } = view.reading
  const said: Record<string, string> = {}
  for (const { question } of missingAnswers(view.form, view.answers, asked)) said[question] = t('check.missing')
  for (const { question } of faults) said[question] = t('check.wrong')
  for (const question of view.aside) said[question] = t('check.twice')
  const unready = view.form.sections.filter((section) => section.questions.some((question) => question.code in said)).map((section) => section.code)
  return page(
    c,
    <CheckPage
      {...(await aroundPage(c, around))}
      {...what}
      files={await linkedFiles(c, view)}
      view={view}
      faults={said}
      unready={sectionTitles(view, unready, language)}
    />,
    status,
  )
}
