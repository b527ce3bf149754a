/** Interview slots: opened at the desk, chosen by applicants, read by panels. */
import { Hono } from 'hono'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { Refused } from '../../../domain/result.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { interviewsOf } from '../queries/interviews.ts'
import { aroundOf, room } from '../routes/around.ts'
import { choiceRoutes } from './choice-routes.tsx'
import { askToChoose } from './commands/ask-to-choose.ts'
import { bookSlot } from './commands/book-slot.ts'
import { endSlot, openSlots, planSlots } from './commands/open-slots.ts'
import { allOf, readSlotForm, SLOT_FIELDS, typedIn } from './forms.ts'
import { DaysPage } from './pages/days.tsx'
import { SlotFormPage } from './pages/slot-form.tsx'
import { SlotPlanPage } from './pages/slot-plan.tsx'
import { SlotsPage } from './pages/slots.tsx'
import { slotsOf } from './queries/slots.ts'
import { words } from './words/index.ts'

export const slotRoutes = new Hono<AppEnv>()
slotRoutes.route('/', choiceRoutes)

/** What was said by the address, in the words of the slots. */
async function deskAround(c: AppContext, at: StaffRoom, refusal?: Refused) {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return { ...(await aroundOf(c, at, refusal)), said: t.has(key) ? t.any(key) : undefined }
}

const statusOf = (refusal: Refused | undefined): 200 | 409 | 422 => (refusal === undefined ? 200 : refusal.code === 'slot/changed' ? 409 : 422)
const base = (at: StaffRoom): string => `/desk/${at.edition.slug}/interviews/slots`

async function slotsPage(c: AppContext, at: StaffRoom, refusal?: Refused, typed: Body = {}): Promise<Response> {
  const { db, now, language } = request(c)
  const view = await slotsOf(db, at.viewer, at.edition.place, language, now)
  if (view === null) return c.notFound()
  const ticked = refusal === undefined ? null : allOf(typed, 'application')
  return page(
    c,
    <SlotsPage
      around={await deskAround(c, at, refusal)}
      view={view}
      now={now}
      ticked={ticked}
      beyond={refusal?.code === 'slot/too-few'}
      typed={typedIn(typed)}
    />,
    statusOf(refusal),
  )
}

slotRoutes.get('/desk/:edition/interviews/slots', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : slotsPage(c, at)
})

slotRoutes.get('/desk/:edition/interviews/days', async (c) => {
  const at = await room(c)
  const view = at === null ? null : await interviewsOf(request(c).db, at.viewer, at.edition.place, c.var.language)
  if (at === null || view === null) return c.notFound()
  return page(c, <DaysPage around={await deskAround(c, at)} lines={view.lines} />)
})

/** The values of the address, as a form gives them. */
function bodyOf(c: AppContext): Body {
  return Object.fromEntries(Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]))
}

async function formPage(c: AppContext, at: StaffRoom, body: Body, errors: FormErrors, refusal?: Refused): Promise<Response> {
  const { db, now, language } = request(c)
  const view = await slotsOf(db, at.viewer, at.edition.place, language, now)
  const around = await deskAround(c, at, refusal)
  if (view === null || !around.mayArrange) return c.notFound()
  const props = { around, reviewers: view.reviewers, typed: typedIn(body), panel: allOf(body, 'panel'), languages: allOf(body, 'languages'), errors }
  return page(c, <SlotFormPage {...props} />, errors.length > 0 ? 422 : statusOf(refusal))
}

const FRESH: Body = { minutes: '25', pause: '5', change_hours: '24', languages: ['ar', 'fr'] }

slotRoutes.get('/desk/:edition/interviews/slots/new', async (c) => {
  const at = await room(c)
  const asked = bodyOf(c)
  return at === null ? c.notFound() : formPage(c, at, Object.keys(asked).length === 0 ? FRESH : asked, [])
})

/** The plan of what was typed; with what was ticked and a refusal when it comes back. */
async function planPage(c: AppContext, at: StaffRoom, body: Body, ticked: readonly string[] | null, refusal?: Refused): Promise<Response> {
  const { db, now, language } = request(c)
  const form = readSlotForm(body, at.edition.zone, language)
  if (!form.ok) return formPage(c, at, body, form.errors)
  const plan = await planSlots(db, at.viewer, at.edition.place, form.terms, language, now)
  if (!plan.ok) return plan.code === 'slot/not-allowed' ? c.notFound() : formPage(c, at, body, [], plan)
  const carried = SLOT_FIELDS.flatMap((name) => allOf(body, name).map((value) => ({ name, value })))
  return page(
    c,
    <SlotPlanPage around={await deskAround(c, at, refusal)} plan={plan.value} terms={form.terms} carried={carried} ticked={ticked} />,
    statusOf(refusal),
  )
}

slotRoutes.get('/desk/:edition/interviews/slots/plan', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : planPage(c, at, bodyOf(c), null)
})

slotRoutes.post('/desk/:edition/interviews/slots', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, now, language } = request(c)
  const body = await readForm(c)
  const form = readSlotForm(body, at.edition.zone, language)
  if (!form.ok) return formPage(c, at, body, form.errors)
  const starts = allOf(body, 'start')
  const input = { ...form.terms, starts, fingerprint: fieldText(body, 'fingerprint'), language }
  const outcome = await openSlots(db, at.viewer, at.edition.place, input, now)
  return outcome.ok ? seeOther(c, base(at), 'opened') : planPage(c, at, body, starts, outcome)
})

slotRoutes.post('/desk/:edition/interviews/slots/:slot/removal', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const outcome = await endSlot(request(c).db, at.viewer, at.edition.place, c.req.param('slot'), c.var.now)
  if (!outcome.ok) return outcome.code === 'slot/unknown' ? c.notFound() : slotsPage(c, at, outcome)
  return seeOther(c, base(at), 'ended')
})

slotRoutes.post('/desk/:edition/interviews/requests', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, now, config } = request(c)
  const body = await readForm(c)
  const input = { applications: allOf(body, 'application'), fingerprint: fieldText(body, 'fingerprint'), anyway: fieldText(body, 'anyway') === 'yes' }
  const outcome = await askToChoose(db, at.viewer, at.edition.place, input, config.origin, now)
  if (!outcome.ok) return slotsPage(c, at, outcome, body)
  return seeOther(c, base(at), outcome.value.unreached > 0 ? 'asked-some-unreached' : 'asked')
})

slotRoutes.post('/desk/:edition/interviews/bookings', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, now, config } = request(c)
  const body = await readForm(c)
  const input = { application: fieldText(body, 'for'), slot: fieldText(body, 'slot') }
  const outcome = await bookSlot(db, at.viewer, input, config.origin, now)
  return outcome.ok ? seeOther(c, base(at), 'booked-for') : slotsPage(c, at, outcome, body)
})
