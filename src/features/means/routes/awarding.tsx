/** Writing lines and awarding: one project, or the seed fund for all (plan, then apply). */
import { Hono } from 'hono'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { Refused } from '../../../domain/result.ts'
import { type Body, parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { award, type NewAward } from '../commands/award.ts'
import { awardSeeds } from '../commands/award-seeds.ts'
import { writeLine } from '../commands/write-line.ts'
import { awardForm, isCurrency, isLineCode, lineForm, seedForm, USUAL_SHARE } from '../forms.ts'
import { AwardPage } from '../pages/award.tsx'
import { LinePage } from '../pages/line.tsx'
import { SeedPlanPage } from '../pages/seed-plan.tsx'
import { fundersOf, meansOf } from '../queries/means.ts'
import { seedPlan } from '../queries/seed-plan.ts'
import type { MeansView } from '../views.ts'
import { words } from '../words/index.ts'
import { askedOf, faults, hidden, rightsOf, roomOf, sentence, statusOf, typed } from './room.tsx'

export const awardingRoutes = new Hono<AppEnv>()

interface CameBack {
  readonly values: Readonly<Record<string, string>>
  readonly errors?: FormErrors
  readonly refusal?: Refused
}

function statusBack({ errors = [], refusal }: CameBack): 200 | 409 | 422 {
  return refusal !== undefined ? statusOf(refusal) : errors.length > 0 ? 422 : 200
}

function around(c: AppContext, room: StaffRoom, to: string, back: CameBack, currency: string) {
  const { slug } = room.edition
  return {
    language: c.var.language,
    frame: room.frame,
    path: `/desk/${slug}/means${to}`,
    slug,
    values: back.values,
    errors: back.errors ?? [],
    refusal: back.refusal === undefined ? undefined : sentence(c, back.refusal, currency),
  }
}

async function linePage(c: AppContext, room: StaffRoom, back: CameBack): Promise<Response> {
  const { db, language } = request(c)
  const funders = await fundersOf(db, room.viewer.organisation, room.edition.id, language)
  const props = around(c, room, '/lines/new', back, room.edition.currency)
  return page(c, <LinePage {...props} funders={funders} />, statusBack(back))
}

/** The desk for those who may write lines; for everybody else the page does not exist. */
async function budgetRoom(c: AppContext): Promise<StaffRoom | null> {
  const room = await roomOf(c, '/means/lines/new')
  return room !== null && rightsOf(room).writeLines ? room : null
}

awardingRoutes.get('/desk/:edition/means/lines/new', async (c) => {
  const room = await budgetRoom(c)
  return room === null ? c.notFound() : linePage(c, room, { values: { currency: room.edition.currency } })
})

awardingRoutes.post('/desk/:edition/means/lines', async (c) => {
  const room = await budgetRoom(c)
  if (room === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const values = typed(body)
  const funders = await fundersOf(db, room.viewer.organisation, room.edition.id, language)
  const form = parse(lineForm(funders.map((one) => one.id)), body)
  if (!form.ok) return linePage(c, room, { values, errors: faults(c, form.errors) })
  const { value } = form
  const currency = value.currency.toUpperCase()
  const t = words(language)
  const errors = [
    ...(isLineCode(value.code) ? [] : [{ field: 'code', message: t('line.code-error') }]),
    ...(isCurrency(currency) ? [] : [{ field: 'currency', message: t('line.currency-error') }]),
  ]
  if (errors.length > 0) return linePage(c, room, { values, errors })
  const name = { ar: value.name_ar, fr: value.name_fr, en: value.name_en }
  const { funder, code, amount } = value
  const outcome = await writeLine(db, room.viewer, room.edition.place, { funder, code, name, currency, amount }, now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/means`, 'line')
  return hidden(outcome) ? c.notFound() : linePage(c, room, { values, refusal: outcome })
})

interface AwardingRoom {
  readonly room: StaffRoom
  readonly means: MeansView
}

/** The desk for those who may award, with what there is to award. */
async function awardingRoom(c: AppContext, to: string): Promise<AwardingRoom | null> {
  const room = await roomOf(c, to)
  if (room === null || !rightsOf(room).award) return null
  const means = await meansOf(request(c).db, askedOf(c, room))
  return means === null ? null : { room, means }
}

function awardPage(c: AppContext, { room, means }: AwardingRoom, back: CameBack): Response {
  return page(c, <AwardPage {...around(c, room, '/awards/new', back, currencyOf(means, back.values))} means={means} />, statusBack(back))
}

/** Refusals speak of what is left of the chosen line, in its currency. */
function currencyOf(means: MeansView, values: Readonly<Record<string, string>>): string {
  return means.lines.find((one) => one.id === values.line)?.currency ?? means.currency
}

/** The line that seed funds usually come from: the first in the currency of the edition. */
function usualTerms(means: MeansView): Record<string, string> {
  const line = means.lines.find((one) => one.code === 'seed') ?? means.lines.find((one) => one.currency === means.currency)
  return { line: line?.id ?? '', amount: means.ceiling.replace(/\.00$/, ''), share: USUAL_SHARE }
}

awardingRoutes.get('/desk/:edition/means/awards/new', async (c) => {
  const at = await awardingRoom(c, '/means/awards/new')
  if (at === null) return c.notFound()
  return awardPage(c, at, { values: { ...usualTerms(at.means), kind: 'seed', project: c.req.query('project') ?? '' } })
})

awardingRoutes.post('/desk/:edition/means/awards', async (c) => {
  const at = await awardingRoom(c, '/means/awards/new')
  if (at === null) return c.notFound()
  const { room, means } = at
  const body = await readForm(c)
  const values = typed(body)
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id)
  const form = parse(awardForm(ids(means.projects), ids(means.lines)), body)
  if (!form.ok) return awardPage(c, at, { values, errors: faults(c, form.errors) })
  const { value } = form
  const { project, line, amount } = value
  const input: NewAward =
    value.kind === 'seed'
      ? { kind: 'seed', project, line, amount, firstShare: value.share }
      : { kind: 'prize', project, line, amount, rank: value.rank }
  const outcome = await award(request(c).db, room.viewer, room.edition.place, input, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/means/projects/${project}`, value.kind === 'seed' ? 'awarded' : 'prize')
  return hidden(outcome) ? c.notFound() : awardPage(c, at, { values, refusal: outcome })
})

async function planPage(c: AppContext, { room, means }: AwardingRoom, back: CameBack): Promise<Response> {
  const { db, language } = request(c)
  const form = parse(seedForm(means.lines.map((one) => one.id)), back.values as Body)
  const errors = form.ok ? [] : faults(c, form.errors)
  const plan = form.ok
    ? await seedPlan(db, room.viewer.organisation, room.edition.id, { ...form.value, firstShare: form.value.share }, language)
    : null
  const currency = currencyOf(means, back.values)
  const cannot = plan === null || plan.instalments.ok ? undefined : sentence(c, plan.instalments, currency)
  const props = around(c, room, '/seed-plan', { ...back, errors }, currency)
  return page(c, <SeedPlanPage {...props} means={means} plan={plan} cannot={cannot} />, statusBack({ ...back, errors }))
}

awardingRoutes.get('/desk/:edition/means/seed-plan', async (c) => {
  const at = await awardingRoom(c, '/means/seed-plan')
  if (at === null) return c.notFound()
  const { line, amount, share } = c.req.query()
  return planPage(c, at, { values: line === undefined ? usualTerms(at.means) : { line, amount: amount ?? '', share: share ?? '' } })
})

awardingRoutes.post('/desk/:edition/means/seed-plan', async (c) => {
  const at = await awardingRoom(c, '/means/seed-plan')
  if (at === null) return c.notFound()
  const { room, means } = at
  const body = await readForm(c)
  const values = typed(body)
  const form = parse(seedForm(means.lines.map((one) => one.id)), body)
  if (!form.ok) return planPage(c, at, { values })
  const { line, amount, share } = form.value
  const projects = body.projects === undefined ? [] : typeof body.projects === 'string' ? [body.projects] : body.projects
  const shown = { line, amount, firstShare: share, fingerprint: fieldText(body, 'fingerprint'), projects }
  const outcome = await awardSeeds(request(c).db, room.viewer, room.edition.place, shown, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${room.edition.slug}/means`, 'awarded-all')
  return hidden(outcome) ? c.notFound() : planPage(c, at, { values, refusal: outcome })
})
