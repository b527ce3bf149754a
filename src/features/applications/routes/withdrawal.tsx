import { Hono } from 'hono'
import { mayAnswerFor, withdraw } from '../../../domain/application.ts'
import { errorSentences } from '../../../design/form/errors.ts'
import { parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { withdrawApplication } from '../commands/withdraw-application.ts'
import { withdrawalForm } from '../forms.ts'
import { WithdrawalPage, type WithdrawalProps } from '../pages/withdrawal.tsx'
import { recordOf } from '../queries/record.ts'
import { type ApplicationsAround, aroundPage, ownRecord, sentenceOf } from './around.ts'

/** Taking an application back, after a page that says what it means. */
export function withdrawalRoutes(around: ApplicationsAround): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/applications/:application/withdrawal', async (c) => {
    const record = await ownRecord(c)
    if (record === null) return c.notFound()
    if (record.withdrawnAt !== null) return seeOther(c, `/applications/${record.head.id}`)
    // The holder alone takes it back: nobody else is offered to.
    if (!mayAnswerFor(record.head.membership))
      return seeOther(c, `/applications/${record.head.id}${record.head.state === 'draft' ? '' : '/receipt'}`, 'holder-withdraws')
    const may = withdraw(record, request(c).now)
    const closed = may.ok ? null : sentenceOf(may, c.var.language)
    return shown(c, around, { view: record.head, reason: '', errors: [], closed }, 200)
  })

  routes.post('/applications/:application/withdrawal', async (c) => {
    const { db, language, now } = request(c)
    const viewer = signedIn(c)
    const application = c.req.param('application')
    const body = await readForm(c)
    const form = parse(withdrawalForm, body)
    const outcome = form.ok ? await withdrawApplication(db, viewer, { application, reason: form.value.reason }, now) : null
    if (outcome?.ok) return seeOther(c, `/applications/${application}`, 'withdrawn')
    const record = await recordOf(db, viewer, application)
    if (record === null) return c.notFound()
    if (outcome?.code === 'application/withdrawn') return seeOther(c, `/applications/${application}`)
    const errors = form.ok ? [] : errorSentences(form.errors, language)
    const refusal = outcome === null ? {} : { refusal: sentenceOf(outcome, language) }
    return shown(c, around, { view: record.head, reason: fieldText(body, 'reason'), errors, closed: null, ...refusal }, 422)
  })

  return routes
}

type Shown = Pick<WithdrawalProps, 'view' | 'reason' | 'errors' | 'refusal' | 'closed'>

async function shown(c: AppContext, around: ApplicationsAround, what: Shown, status: 200 | 422): Promise<Response> {
  return page(c, <WithdrawalPage {...(await aroundPage(c, around))} {...what} />, status)
}
