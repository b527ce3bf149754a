/** Acts on the money of one project: agreement, report, payments, release. Each comes back to its page with what was typed when it is refused. */
import { Hono } from 'hono'
import type { z } from 'zod'
import type { Result } from '../../../domain/result.ts'
import { isId } from '../../../platform/database/id.ts'
import { parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { acceptReport, signAgreement } from '../commands/agreement.ts'
import { approvePayment, executePayment, preparePayment, refusePayment } from '../commands/pay.ts'
import { releaseInstalment } from '../commands/release.ts'
import { fieldName, fieldsOf } from '../field-name.ts'
import { agreementForm, executionForm, nothingForm, refusalForm, releaseForm, reportForm } from '../forms.ts'
import { projectOfRecord, type RecordKind } from '../queries/record.ts'
import { faults, hidden, meansPage, projectPage, roomOf, typed } from './room.tsx'

export const actRoutes = new Hono<AppEnv>()

interface ActOf<Schema extends z.ZodType> {
  readonly on: RecordKind
  readonly form: Schema
  /** What the page says once it is done. */
  readonly said: string
  readonly run: (c: AppContext, room: StaffRoom, id: string, input: z.output<Schema>) => Promise<Result<unknown>>
}

const BASE = '/desk/:edition/means'

/** One act as a route: the record must be of this edition and of the viewer's to read, or it does not exist. */
function act<Schema extends z.ZodType>(path: string, { on, form, said, run }: ActOf<Schema>): void {
  actRoutes.post(`${BASE}${path}`, async (c) => {
    const room = await roomOf(c)
    const id = (c.req.param('id') ?? '').toLowerCase()
    const project = room === null || !isId(id) ? null : await projectOfRecord(request(c).db, room.viewer, room.edition.place, on, id)
    if (room === null || project === null) return c.notFound()
    const body = await readForm(c)
    const fromList = fieldText(body, 'from') === 'list'
    const parsed = parse(form, fieldsOf(body, id))
    if (!parsed.ok) {
      const errors = faults(c, parsed.errors).map((error) => ({ ...error, field: fieldName(error.field, id) }))
      return projectPage(c, room, project, { errors, values: typed(body) })
    }
    const outcome = await run(c, room, id, parsed.value)
    const page = `/desk/${room.edition.slug}/means`
    if (outcome.ok) return seeOther(c, fromList ? page : `${page}/projects/${project}`, said)
    if (hidden(outcome)) return c.notFound()
    return fromList ? meansPage(c, room, outcome) : projectPage(c, room, project, { refusal: outcome, values: typed(body) })
  })
}

act('/awards/:id/agreement', {
  on: 'award',
  form: agreementForm,
  said: 'signed',
  run: (c, { viewer }, award, { signed_on }) => signAgreement(request(c).db, viewer, { award, signedOn: signed_on }, c.var.now),
})

act('/instalments/:id/report', {
  on: 'instalment',
  form: reportForm,
  said: 'report',
  run: (c, { viewer }, instalment, { accepted_on }) => acceptReport(request(c).db, viewer, { instalment, acceptedOn: accepted_on }, c.var.now),
})

act('/instalments/:id/payment', {
  on: 'instalment',
  form: nothingForm,
  said: 'prepared',
  run: (c, { viewer }, instalment) => preparePayment(request(c).db, viewer, { instalment }, c.var.now),
})

act('/instalments/:id/release', {
  on: 'instalment',
  form: releaseForm,
  said: 'released',
  run: (c, { viewer }, instalment, { reason }) => releaseInstalment(request(c).db, viewer, { instalment, reason }, c.var.now),
})

act('/payments/:id/approval', {
  on: 'payment',
  form: nothingForm,
  said: 'approved',
  run: (c, { viewer }, payment) => approvePayment(request(c).db, viewer, { payment }, c.var.now),
})

act('/payments/:id/refusal', {
  on: 'payment',
  form: refusalForm,
  said: 'refused',
  run: (c, { viewer }, payment, { reason }) => refusePayment(request(c).db, viewer, { payment, reason }, c.var.now),
})

act('/payments/:id/execution', {
  on: 'payment',
  form: executionForm,
  said: 'executed',
  run: (c, { viewer }, payment, { paid_on, reference }) => executePayment(request(c).db, viewer, { payment, paidOn: paid_on, reference }, c.var.now),
})
