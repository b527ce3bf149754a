/** Rehearsing the rules of an edition. */
import { Hono } from 'hono'
import { z } from 'zod'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { PoolChoice } from '../../../domain/rehearsal.ts'
import { type Body, integer, type Parsed, parse } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request, signedIn } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { askRehearsal, cancelRehearsal } from '../commands/rehearse.ts'
import { RehearsalPage } from '../pages/rehearsal.tsx'
import { rehearsalsOf } from '../queries/rehearsals.ts'
import type { RehearsalsView, ValueRow } from '../rehearsal/views.ts'
import { hidden, reloads, said, sentence } from './around.ts'

export const rehearsalRoutes = new Hono<AppEnv>()

async function opened(c: AppContext): Promise<{ at: StaffRoom; view: RehearsalsView } | null> {
  const { db, language, path, now } = request(c)
  const at = await staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
  const view = at === null ? null : await rehearsalsOf(db, at.viewer, at.edition.place, language)
  return at === null || view === null ? null : { at, view }
}

interface Came {
  readonly fields: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string
}

function rehearsalPage(c: AppContext, { at, view }: { at: StaffRoom; view: RehearsalsView }, came: Came): Response {
  const again = came.errors.length > 0 || came.refusal !== undefined
  reloads(c, view.underway !== null && !again)
  const around = { language: c.var.language, frame: at.frame, slug: at.edition.slug, zone: at.edition.zone, said: said(c) }
  return page(c, <RehearsalPage {...around} view={view} {...came} />, again ? 422 : 200)
}

rehearsalRoutes.get('/desk/:edition/selection/rehearsal', async (c) => {
  const found = await opened(c)
  return found === null ? c.notFound() : rehearsalPage(c, found, { fields: {}, errors: [] })
})

rehearsalRoutes.post('/desk/:edition/selection/rehearsal', async (c) => {
  const found = await opened(c)
  if (found === null) return c.notFound()
  const { at, view } = found
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const fields = Object.fromEntries([...view.values.map(countField), 'mean', 'deviation', 'edition'].map((name) => [name, fieldText(body, name)]))
  const pool = fieldText(body, 'on') === 'made' ? madePool(body, view.values) : { ok: true as const, value: { edition: fieldText(body, 'edition') } }
  const typed = fieldText(body, 'on') === 'made' ? fields : { edition: fields.edition ?? '' }
  if (!pool.ok) return rehearsalPage(c, found, { fields: typed, errors: errorSentences(pool.errors, language) })
  const outcome = await askRehearsal(db, at.viewer, at.edition.place, pool.value, now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection/rehearsal`)
  if (hidden(outcome)) return c.notFound()
  return rehearsalPage(c, found, { fields: typed, errors: [], refusal: sentence(c, outcome) })
})

rehearsalRoutes.post('/desk/:edition/selection/rehearsal/removal', async (c) => {
  const found = await opened(c)
  if (found === null) return c.notFound()
  const { at } = found
  const outcome = await cancelRehearsal(request(c).db, at.viewer, at.edition.place, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection/rehearsal`, 'rehearsal-cancelled')
  return hidden(outcome) ? c.notFound() : rehearsalPage(c, found, { fields: {}, errors: [], refusal: sentence(c, outcome) })
})

const countField = ({ attribute, value }: Pick<ValueRow, 'attribute' | 'value'>): string => `count.${attribute}.${value}`

function madePool(body: Body, values: readonly ValueRow[]): Parsed<PoolChoice> {
  const schema = z.object({
    ...Object.fromEntries(values.map((one) => [countField(one), integer({ min: 0, max: 10_000 })])),
    mean: integer({ min: 0, max: 100 }),
    deviation: integer({ min: 0, max: 50 }),
  })
  const form = parse(schema, body)
  if (!form.ok) return form
  const typed = form.value as Readonly<Record<string, number>>
  const counts: Record<string, Record<string, number>> = {}
  for (const one of values) (counts[one.attribute] ??= {})[one.value] = typed[countField(one)] ?? 0
  return { ok: true, value: { counts, mean: typed.mean ?? 0, deviation: typed.deviation ?? 0 } }
}
