/** Trying other rules, and comparing what they give. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { mayPlanSelection } from '../../../domain/selection.ts'
import type { Changes } from '../../../domain/what-if.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { askWhatIf } from '../commands/run.ts'
import { ComparisonPage } from '../pages/what-if/comparison.tsx'
import { WhatIfPage } from '../pages/what-if/form.tsx'
import { selectionRoom } from '../queries/room.ts'
import { type SelectionFacts, selectionFacts } from '../queries/selection-facts.ts'
import { valueNames } from '../rule-names.ts'
import { compared } from '../what-if/comparison.ts'
import { limitField, readWhatIf, sentFields, whatIfFields } from '../what-if/form.ts'
import { limitsOf } from '../what-if/under-changes.ts'
import { desk, hidden, sentence } from './around.ts'

export const whatIfRoutes = new Hono<AppEnv>()

/** The number of a simulation in an address; null for anything else. */
function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

/** The desk of those who may simulate, with what a simulation is made of. */
async function trying(c: AppContext): Promise<{ at: StaffRoom; facts: SelectionFacts } | null> {
  const at = await desk(c)
  if (at === null || !mayPlanSelection(at.viewer, at.edition.place)) return null
  const facts = await selectionFacts(request(c).db, at.viewer.organisation, at.edition.id)
  return facts === null ? null : { at, facts }
}

interface Shown {
  readonly fields: Readonly<Record<string, string>>
  readonly from: number | null
  readonly errors: FormErrors
  readonly refusal?: string
}

function formPage(c: AppContext, at: StaffRoom, facts: SelectionFacts, shown: Shown): Response {
  const { language } = request(c)
  const valueOf = valueNames(facts.terms, language)
  const limits = limitsOf(facts).map((one) => ({
    attribute: one.attribute,
    name: valueOf(one.attribute, one.value),
    min: limitField('min', one),
    max: limitField('max', one),
  }))
  const around = { language, frame: at.frame, slug: at.edition.slug, currency: at.edition.currency }
  const wrong = shown.errors.length > 0 || shown.refusal !== undefined
  return page(c, <WhatIfPage {...around} limits={limits} {...shown} />, wrong ? 422 : 200)
}

whatIfRoutes.get('/desk/:edition/selection/what-if', async (c) => {
  const found = await trying(c)
  if (found === null) return c.notFound()
  const { at, facts } = found
  const from = numberIn(c.req.query('from'))
  const changes = from === null ? null : await changesOf(c, at, from)
  return formPage(c, at, facts, { fields: whatIfFields(facts, changes), from: changes === null ? null : from, errors: [] })
})

async function changesOf(c: AppContext, at: StaffRoom, number: number): Promise<Changes | null> {
  const { db, language } = request(c)
  const room = await selectionRoom(db, at.viewer, at.edition.place, at.edition.currency, language, number)
  return room?.plan?.changes ?? null
}

whatIfRoutes.post('/desk/:edition/selection/what-if', async (c) => {
  const found = await trying(c)
  if (found === null) return c.notFound()
  const { at, facts } = found
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const again = (more: Pick<Shown, 'errors' | 'refusal'>): Response =>
    formPage(c, at, facts, { fields: sentFields(body, facts), from: null, ...more })
  const form = readWhatIf(body, facts)
  if (!form.ok) return again({ errors: errorSentences(form.errors, language) })
  const outcome = await askWhatIf(db, at.viewer, at.edition.place, form.value, now)
  const base = `/desk/${at.edition.slug}/selection`
  if (outcome.ok) return 'underway' in outcome.value ? seeOther(c, base, 'run-asked') : seeOther(c, `${base}/plans/${outcome.value.number}`)
  return hidden(outcome) ? c.notFound() : again({ errors: [], refusal: sentence(c, outcome) })
})

whatIfRoutes.get('/desk/:edition/selection/comparison', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const { db, language } = request(c)
  const roomOf = (number: number | null) => selectionRoom(db, at.viewer, at.edition.place, at.edition.currency, language, number)
  const [one, other] = [numberIn(c.req.query('one')), numberIn(c.req.query('other'))]
  const [room, first, second] = await Promise.all([roomOf(null), one === null ? null : roomOf(one), other === null ? null : roomOf(other)])
  if (room === null) return c.notFound()
  const comparison = first?.plan == null || second?.plan == null ? null : compared(first.plan, second.plan)
  const around = { language, frame: at.frame, slug: at.edition.slug, zone: at.edition.zone }
  return page(c, <ComparisonPage {...around} plans={room.plans} comparison={comparison} />)
})
