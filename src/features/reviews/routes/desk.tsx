/** The desk of review: reviewers, the plan of assignment, readings and third readers, interviews. */
import { Hono } from 'hono'
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Refused, Result } from '../../../domain/result.ts'
import { inLanguage } from '../../../domain/language.ts'
import { editionLists } from '../../applications/index.ts'
import { cleanLine, parse } from '../../../platform/input/form.ts'
import type { Body } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { writeXlsx } from '../../../platform/sheets/xlsx.ts'
import { download, page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { applyThirdReaders } from '../commands/assign.ts'
import { endAssignment } from '../commands/end-assignments.ts'
import { applyPassage } from '../commands/passage.ts'
import { withdrawPassage } from '../commands/withdraw-passage.ts'
import { inviteToInterview, recordAttendance } from '../commands/interview.ts'
import { instantAt, invitationForm } from '../forms.ts'
import { CalibrationPage } from '../pages/calibration.tsx'
import { type InvitationTyped, InterviewsPage } from '../pages/interviews.tsx'
import { type TypedWithdrawal, withdrawalField } from '../pages/passage-taken-back.tsx'
import { StagesPage } from '../pages/stages.tsx'
import { ReadingsPage, type ReadingsProps } from '../pages/readings.tsx'
import { readReadingFilters } from '../reading-filters.ts'
import { calibrationOf } from '../queries/calibration.ts'
import { readingsOf } from '../queries/desk.ts'
import { divergenceOf } from '../queries/divergence.ts'
import { waitingQuestions } from '../queries/file-questions.ts'
import { passagePlan, stageProgress } from '../queries/passages.ts'
import { interviewsOf } from '../queries/interviews.ts'
import { planOf } from '../queries/plan.ts'
import { readingsSheet } from '../readings-sheet.ts'
import { words } from '../words/index.ts'
import { aroundOf, room, stageAsked, statusOf } from './around.ts'
import { assignmentRoutes } from './assignment.tsx'
import { conflictRoutes } from './conflicts.tsx'
import { feeRoutes } from './fees.tsx'
import { fileReadingRoutes } from './file-readings.tsx'
import { progressRoutes } from './progress.tsx'
import { reviewerRoutes } from './reviewers.tsx'

export const deskRoutes = new Hono<AppEnv>()
deskRoutes.route('/', reviewerRoutes)
deskRoutes.route('/', conflictRoutes)
deskRoutes.route('/', assignmentRoutes)
deskRoutes.route('/', progressRoutes)
deskRoutes.route('/', feeRoutes)
deskRoutes.route('/', fileReadingRoutes)

async function readingsPage(
  c: AppContext,
  at: StaffRoom,
  refusal?: Refused,
  typed: ReadingsProps['typed'] = { assignment: '', reason: '' },
): Promise<Response> {
  const { db, language } = request(c)
  const { place } = at.edition
  const stage = stageAsked(c)
  const [lines, third, limit] = await Promise.all([
    readingsOf(db, at.viewer, place, language, stage),
    planOf(db, at.viewer, place, 'third', language, c.var.now, { stage }),
    divergenceOf(db, at.viewer, place, stage),
  ])
  if (lines === null) return c.notFound()
  const filters = readReadingFilters((name) => c.req.query(name))
  const around = await aroundOf(c, at, refusal)
  const questions = mayArrangeReviews(at.viewer, place) ? await waitingQuestions(db, at.viewer.organisation, place.edition) : null
  return page(
    c,
    <ReadingsPage
      around={around}
      lines={lines}
      filters={filters}
      limit={limit}
      third={around.sealed ? null : third}
      typed={typed}
      stage={stage}
      questions={questions}
    />,
    statusOf(refusal),
  )
}

deskRoutes.get('/desk/:edition/reviews', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : readingsPage(c, at)
})

deskRoutes.get('/desk/:edition/reviews.xlsx', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const { id, place, slug, zone } = at.edition
  const lines = await readingsOf(db, at.viewer, place, language, stageAsked(c))
  if (lines === null) return c.notFound()
  const { regions } = await editionLists(db, at.viewer.organisation, id, now)
  const names = new Map(regions.map(({ code, name }) => [code, inLanguage(name, language).text]))
  const bytes = await writeXlsx({ sheets: [readingsSheet(lines, names, language)], rtl: language === 'ar', zone })
  const file = `${words(language)('readings.file', { edition: slug })}.xlsx`
  return download(c, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', file)
})

deskRoutes.post('/desk/:edition/reviews/third-readers', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const fingerprint = fieldText(await readForm(c), 'fingerprint')
  const outcome = await applyThirdReaders(request(c).db, at.viewer, at.edition.place, fingerprint, c.var.now, stageAsked(c))
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/reviews`, 'third-applied') : readingsPage(c, at, outcome)
})

deskRoutes.post('/desk/:edition/assignments/removal', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const typed = { assignment: fieldText(body, 'assignment'), reason: cleanLine(fieldText(body, 'reason')) }
  const outcome = await endAssignment(request(c).db, at.viewer, at.edition.place, typed, c.var.now)
  // Whoever reads instead is offered at once.
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/assignment`, 'assignment-ended') : readingsPage(c, at, outcome, typed)
})

async function stagesPage(c: AppContext, at: StaffRoom, refusal?: Refused, typed?: TypedWithdrawal): Promise<Response> {
  const { db, language } = request(c)
  const { place } = at.edition
  const stages = await stageProgress(db, at.viewer, place, language)
  if (stages === null) return c.notFound()
  const plans = await Promise.all(stages.map(({ stage }) => passagePlan(db, at.viewer, place, language, stage.code)))
  const around = await aroundOf(c, at, refusal)
  const wrong = typed !== undefined && typed.errors.length > 0
  return page(
    c,
    <StagesPage around={around} stages={stages} plans={plans.filter((one) => one !== null)} typed={typed} />,
    wrong ? 422 : statusOf(refusal),
  )
}

deskRoutes.get('/desk/:edition/stages', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : stagesPage(c, at)
})

deskRoutes.post('/desk/:edition/stages/:stage/passage', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const input = { stage: c.req.param('stage'), fingerprint: fieldText(await readForm(c), 'fingerprint') }
  const outcome = await applyPassage(request(c).db, at.viewer, at.edition.place, input, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/stages`, 'passage-applied') : stagesPage(c, at, outcome)
})

deskRoutes.get('/desk/:edition/calibration', async (c) => {
  const at = await room(c)
  const view = at === null ? null : await calibrationOf(request(c).db, at.viewer, at.edition.place, c.var.language)
  if (at === null || view === null) return c.notFound()
  const { page: shown } = readReadingFilters((name) => c.req.query(name))
  return page(c, <CalibrationPage around={await aroundOf(c, at)} view={view} shown={shown} />)
})

/** Refusals of a decision taken back that are about one field. */
const WRONG_FIELD: Readonly<Record<string, string>> = {
  'passage/unreasoned': 'reason',
  'review/reason-too-long': 'reason',
  'passage/unknown-file': 'application',
}

deskRoutes.post('/desk/:edition/stages/:stage/passage/withdrawal', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const stage = c.req.param('stage')
  const input = {
    stage,
    application: fieldText(body, withdrawalField('application', stage)),
    reason: cleanLine(fieldText(body, withdrawalField('reason', stage))),
  }
  const outcome = await withdrawPassage(request(c).db, at.viewer, at.edition.place, input, c.var.now)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/stages`, 'passage-taken-back')
  const field = WRONG_FIELD[outcome.code]
  const message = words(c.var.language).any(`refusal.${outcome.code}`, outcome.details)
  const errors = field === undefined ? [] : [{ field: withdrawalField(field, stage), message }]
  return stagesPage(c, at, field === undefined ? outcome : undefined, { ...input, errors })
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
