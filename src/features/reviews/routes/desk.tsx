/** The desk of review: reviewers, the plan of assignment, readings and third readers, interviews. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import type { Refused, Result } from '../../../domain/result.ts'
import { cleanLine, parse } from '../../../platform/input/form.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { applyAssignment, applyThirdReaders, endAssignment } from '../commands/assign.ts'
import { inviteToInterview, recordAttendance } from '../commands/interview.ts'
import { instantAt, invitationForm } from '../forms.ts'
import { type InvitationTyped, InterviewsPage } from '../pages/interviews.tsx'
import { AssignmentPage } from '../pages/plan.tsx'
import { ReadingsPage, type ReadingsProps } from '../pages/readings.tsx'
import { readReadingFilters } from '../reading-filters.ts'
import { planOf, readingsOf } from '../queries/desk.ts'
import { divergenceOf } from '../queries/divergence.ts'
import { interviewsOf } from '../queries/interviews.ts'
import { words } from '../words/index.ts'
import { aroundOf, room } from './around.ts'
import { reviewerRoutes } from './reviewers.tsx'

export const deskRoutes = new Hono<AppEnv>()
deskRoutes.route('/', reviewerRoutes)

const LONGEST_REASON = 500

/** 409 when what was shown is no longer what is; else 422. */
function statusOf(refusal: Refused | undefined): 200 | 409 | 422 {
  if (refusal === undefined) return 200
  return refusal.code === 'assignment/inputs-changed' ? 409 : 422
}

async function assignmentPage(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<Response> {
  const plan = await planOf(request(c).db, at.viewer, at.edition.place, 'reading', c.var.language)
  if (plan === null) return c.notFound()
  return page(c, <AssignmentPage around={await aroundOf(c, at, refusal)} plan={plan} />, statusOf(refusal))
}

deskRoutes.get('/desk/:edition/assignment', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : assignmentPage(c, at)
})

deskRoutes.post('/desk/:edition/assignment', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const fingerprint = fieldText(await readForm(c), 'fingerprint')
  const outcome = await applyAssignment(request(c).db, at.viewer, at.edition.place, fingerprint, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/reviewers`, 'plan-applied') : assignmentPage(c, at, outcome)
})

async function readingsPage(
  c: AppContext,
  at: StaffRoom,
  refusal?: Refused,
  typed: ReadingsProps['typed'] = { assignment: '', reason: '' },
): Promise<Response> {
  const { db, language } = request(c)
  const { place } = at.edition
  const [lines, third, limit] = await Promise.all([
    readingsOf(db, at.viewer, place, language),
    planOf(db, at.viewer, place, 'third', language),
    divergenceOf(db, at.viewer, place),
  ])
  if (lines === null) return c.notFound()
  const filters = readReadingFilters((name) => c.req.query(name))
  const around = await aroundOf(c, at, refusal)
  return page(
    c,
    <ReadingsPage around={around} lines={lines} filters={filters} limit={limit} third={around.sealed ? null : third} typed={typed} />,
    statusOf(refusal),
  )
}

deskRoutes.get('/desk/:edition/reviews', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : readingsPage(c, at)
})

deskRoutes.post('/desk/:edition/reviews/third-readers', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const fingerprint = fieldText(await readForm(c), 'fingerprint')
  const outcome = await applyThirdReaders(request(c).db, at.viewer, at.edition.place, fingerprint, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/reviews`, 'third-applied') : readingsPage(c, at, outcome)
})

deskRoutes.post('/desk/:edition/assignments/removal', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const typed = { assignment: fieldText(body, 'assignment'), reason: cleanLine(fieldText(body, 'reason')).slice(0, LONGEST_REASON) }
  const outcome = await endAssignment(request(c).db, at.viewer, at.edition.place, typed, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/reviews`, 'assignment-ended') : readingsPage(c, at, outcome, typed)
})

const NOTHING_TYPED: InvitationTyped = { application: '', day: { day: '', month: '', year: '' }, from: '', to: '', place: '', panel: [] }

async function interviewsPage(c: AppContext, at: StaffRoom, typed = NOTHING_TYPED, errors: FormErrors = [], refusal?: Refused): Promise<Response> {
  const view = await interviewsOf(request(c).db, at.viewer, at.edition.place, c.var.language)
  if (view === null) return c.notFound()
  return page(
    c,
    <InterviewsPage around={await aroundOf(c, at, refusal)} view={view} typed={typed} errors={errors} />,
    errors.length > 0 ? 422 : statusOf(refusal),
  )
}

deskRoutes.get('/desk/:edition/interviews', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : interviewsPage(c, at)
})

function typedOf(body: Body): InvitationTyped {
  const text = (name: string): string => fieldText(body, name)
  const panel = body.panel
  return {
    application: text('application'),
    day: { day: text('day.day'), month: text('day.month'), year: text('day.year') },
    from: text('from'),
    to: text('to'),
    place: text('place'),
    panel: panel === undefined ? [] : typeof panel === 'string' ? [panel] : panel,
  }
}

deskRoutes.post('/desk/:edition/interviews', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, now, language } = request(c)
  const body = await readForm(c)
  const typed = typedOf(body)
  const form = parse(invitationForm, body)
  if (!form.ok) {
    const timed = words(language)('interviews.time-error')
    const errors = errorSentences(form.errors, language).map((error) =>
      error.field === 'from' || error.field === 'to' ? { ...error, message: timed } : error,
    )
    return interviewsPage(c, at, typed, errors)
  }
  const [from, to] = [instantAt(form.value.day, form.value.from, at.edition.zone), instantAt(form.value.day, form.value.to, at.edition.zone)]
  const missing = [...(from === null ? ['from'] : []), ...(to === null ? ['to'] : [])]
  if (from === null || to === null)
    return interviewsPage(
      c,
      at,
      typed,
      missing.map((name) => ({ field: name, message: words(language)('interviews.time-error') })),
    )
  const outcome = await inviteToInterview(
    db,
    at.viewer,
    at.edition.place,
    { application: form.value.application, from, to, place: form.value.place, panel: typed.panel },
    now,
  )
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/interviews`, 'invited') : interviewsPage(c, at, typed, [], outcome)
})

deskRoutes.post('/desk/:edition/interviews/:interview/attendance', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const attended = fieldText(await readForm(c), 'attended') === 'yes'
  const outcome: Result<null> = await recordAttendance(
    request(c).db,
    at.viewer,
    at.edition.place,
    { interview: c.req.param('interview'), attended },
    c.var.now,
  )
  if (!outcome.ok) return outcome.code === 'interview/unknown' ? c.notFound() : interviewsPage(c, at, NOTHING_TYPED, [], outcome)
  return seeOther(c, `/desk/${at.edition.slug}/interviews`, 'attendance-recorded')
})
