/** Acts on many applications: chosen on the list, planned, shown, done. And the sheets of some of them, to print. */
import { Hono } from 'hono'
import { BULK_OUTCOMES, type BulkAct, type BulkInput, mayActOnMany } from '../../../domain/bulk-act.ts'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { doAct } from '../commands/do-act.ts'
import { planAct } from '../commands/plan-act.ts'
import { filtersOf, listQuery } from '../filters.ts'
import { readAct, readChosen, readInput, type Sent } from '../list/act-form.ts'
import { ActPage } from '../pages/list/act.tsx'
import { NAMED, PlanPage } from '../pages/list/plan.tsx'
import { SheetsPage } from '../pages/list/sheets.tsx'
import { rulesOfEdition } from '../../applications/index.ts'
import { type Chosen, chosenApplications, officersOf } from '../queries/list/bulk.ts'
import { reachOf } from '../queries/list/matching.ts'
import { plannedAct, plannedNames, type PlanRow } from '../queries/list/planned.ts'
import { printedSheets } from '../queries/list/sheets.ts'
import { askedFilters, listPath, roomOf, saidOf, sentenceOf } from './room.ts'

export const actRoutes = new Hono<AppEnv>()

interface Asked {
  readonly act: BulkAct | null
  readonly chosen: Chosen
  readonly input: BulkInput
}

async function around(c: AppContext, at: StaffRoom) {
  const { db, language } = request(c)
  const { place, slug, zone } = at.edition
  const [rules, officers] = await Promise.all([
    rulesOfEdition(db, at.viewer.organisation, place.edition),
    officersOf(db, at.viewer.organisation, place),
  ])
  return { language, frame: at.frame, slug, zone, rules, officers }
}

async function actPage(c: AppContext, at: StaffRoom, asked: Asked, refusal?: Refused): Promise<Response> {
  const { place, zone } = at.edition
  const reach = reachOf(at.viewer, place)
  if (reach === null || !mayActOnMany(at.viewer, place)) return c.notFound()
  const count = (await chosenApplications(request(c).db, reach, zone, asked.chosen)).length
  const shown = refusal === undefined ? undefined : sentenceOf(c, refusal)
  const props = { ...(await around(c, at)), ...asked, count, path: `${listPath(at)}/acts`, refusal: shown }
  return page(c, <ActPage {...props} />, refusal === undefined ? 200 : 422)
}

actRoutes.get('/desk/:edition/applications/acts', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const sent: Sent = (name) => c.req.queries(name) ?? []
  return actPage(c, at, { act: readAct(sent), chosen: readChosen(sent, at.edition.zone), input: readInput(sent) })
})

actRoutes.post('/desk/:edition/applications/acts', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const sent: Sent = (name) => [body[name] ?? []].flat()
  const asked = { act: readAct(sent), chosen: readChosen(sent, at.edition.zone), input: readInput(sent) }
  if (asked.act === null) return actPage(c, at, asked)
  const outcome = await planAct(request(c).db, at.viewer, at.edition.place, { ...asked, act: asked.act, zone: at.edition.zone }, c.var.now)
  if (outcome.ok) return seeOther(c, `${listPath(at)}/acts/${outcome.value.plan}`)
  return outcome.code === 'bulk/unknown' ? c.notFound() : actPage(c, at, asked, outcome)
})

async function planPage(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<Response> {
  const { db } = request(c)
  const { place } = at.edition
  const plan = await plannedAct(db, at.viewer, place, c.req.param('plan') ?? '')
  if (plan === null) return c.notFound()
  const named = await plannedNames(db, at.viewer, place, firstOfEach(plan))
  const names = new Map(named.map((one) => [one.application, one]))
  const shown = refusal === undefined ? undefined : { sentence: sentenceOf(c, refusal), numbers: numbersIn(refusal) }
  const props = { ...(await around(c, at)), plan, names, path: `${listPath(at)}/acts/${plan.id}`, said: saidOf(c), refusal: shown }
  return page(c, <PlanPage {...props} />, refusal === undefined ? 200 : 409)
}

/** Ids of the applications that the page names. */
function firstOfEach({ lines }: PlanRow): string[] {
  const all = Object.entries(lines)
  return BULK_OUTCOMES.flatMap((outcome) =>
    all
      .filter(([, [one]]) => one === outcome)
      .slice(0, NAMED)
      .map(([id]) => id),
  )
}

function numbersIn({ details }: Refused): readonly string[] {
  return Array.isArray(details.numbers) ? (details.numbers as readonly string[]) : []
}

actRoutes.get('/desk/:edition/applications/acts/:plan', async (c) => {
  const at = await roomOf(c)
  return at === null ? c.notFound() : planPage(c, at)
})

actRoutes.post('/desk/:edition/applications/acts/:plan', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const plan = c.req.param('plan')
  const fingerprint = fieldText(await readForm(c), 'fingerprint')
  const outcome = await doAct(request(c).db, at.viewer, at.edition.place, { plan, fingerprint, zone: at.edition.zone }, c.var.now)
  if (outcome.ok) {
    const said = outcome.value.act === 'write' ? 'messages-prepared' : 'act-done'
    return seeOther(c, `${listPath(at)}/acts/${plan}?count=${outcome.value.changed}`, said)
  }
  return outcome.code === 'bulk/unknown' ? c.notFound() : planPage(c, at, outcome)
})

actRoutes.get('/desk/:edition/applications/sheets', async (c) => {
  const at = await roomOf(c)
  if (at === null) return c.notFound()
  const { db, language } = request(c)
  const { place, zone } = at.edition
  const query = c.req.query('query')
  const filters = query === undefined ? askedFilters(c, zone) : filtersOf(query, zone)
  const blind = c.req.query('blind') === 'yes'
  const only = c.req.query('all') === 'yes' ? [] : (c.req.queries('application') ?? [])
  const sheets = await printedSheets(db, at.viewer, place, { filters, only, blind }, language, c.var.now)
  if (sheets === null) return c.notFound()
  const base = `/${language}${listPath(at)}`
  const other = new URLSearchParams([
    ...only.map((id): [string, string] => ['application', id]),
    ...new URLSearchParams(listQuery(filters)),
    ...(blind ? [] : [['blind', 'yes'] as [string, string]]),
  ])
  const props = {
    language,
    path: `${listPath(at)}/sheets`,
    programme: at.frame.programme,
    edition: at.frame.edition,
    zone,
    back: `${base}${listQuery(filters) || '?view=all'}`,
    other: `${base}/sheets?${other}`,
    blind,
    sheets,
  }
  return page(c, <SheetsPage {...props} />)
})
