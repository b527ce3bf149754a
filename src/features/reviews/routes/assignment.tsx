/** The plan of the readings: shown under options, applied as it was shown. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { mayPlanSo, NO_OPTIONS, type PlanOptions } from '../../../domain/assignment.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { applyAssignment } from '../commands/assign.ts'
import { commitSeed } from '../commands/commit-seed.ts'
import { AssignmentPage } from '../pages/plan.tsx'
import { readOptions } from '../plan-options.ts'
import { planInput, planOf } from '../queries/plan.ts'
import { openSeed } from '../queries/seed.ts'
import { aroundOf, room, stageAsked, statusOf } from './around.ts'

export const assignmentRoutes = new Hono<AppEnv>()

/** Options that cannot be had together, or without a seed, are refused, and the plan without them is shown. */
async function assignmentPage(c: AppContext, at: StaffRoom, options: PlanOptions, came?: Refused): Promise<Response> {
  const { db } = request(c)
  const { open } = await openSeed(db, at.viewer.organisation, at.edition.id)
  const allowed = mayPlanSo(options, open?.seed ?? null)
  const refusal = came ?? (allowed.ok ? undefined : allowed)
  const wanted = allowed.ok ? options : NO_OPTIONS
  const plan = await planOf(db, at.viewer, at.edition.place, 'reading', c.var.language, c.var.now, { options: wanted, stage: stageAsked(c) })
  if (plan === null) return c.notFound()
  return page(c, <AssignmentPage around={await aroundOf(c, at, refusal)} plan={plan} stage={stageAsked(c)} />, statusOf(refusal))
}

assignmentRoutes.get('/desk/:edition/assignment', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : assignmentPage(c, at, readOptions(c.req.queries('ask') ?? [], c.req.query('limit')))
})

assignmentRoutes.get('/desk/:edition/assignment.json', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const options = readOptions(c.req.queries('ask') ?? [], c.req.query('limit'))
  const { open } = await openSeed(request(c).db, at.viewer.organisation, at.edition.id)
  if (!mayPlanSo(options, open?.seed ?? null).ok) return c.notFound()
  const input = await planInput(request(c).db, at.viewer, at.edition.place, c.var.now, { options, stage: stageAsked(c) })
  if (input === null) return c.notFound()
  return download(c, Buffer.from(JSON.stringify(input)), 'application/json', `assignment-${at.edition.slug}.json`)
})

assignmentRoutes.post('/desk/:edition/assignment', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const options = readOptions([body.ask ?? []].flat(), fieldText(body, 'limit'))
  const outcome = await applyAssignment(request(c).db, at.viewer, at.edition.place, fieldText(body, 'fingerprint'), c.var.now, {
    options,
    stage: stageAsked(c),
  })
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/reviewers`, 'plan-applied') : assignmentPage(c, at, options, outcome)
})

assignmentRoutes.post('/desk/:edition/assignment/seed', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const outcome = await commitSeed(request(c).db, at.viewer, at.edition.place, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/assignment`, 'seed-committed') : assignmentPage(c, at, NO_OPTIONS, outcome)
})
