/** The page of conflicts at the desk: looking for them, answering what was found. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { cleanLine } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { judgeConflict } from '../commands/judge-tie.ts'
import { lookForConflicts } from '../commands/look-for-ties.ts'
import { withdrawConflict } from '../commands/withdraw-conflict.ts'
import { conflictQuery, readConflictFilters } from '../conflicts/filters.ts'
import { words } from '../conflicts/words/index.ts'
import { tieField, type TypedTie } from '../pages/conflict-forms.tsx'
import { ConflictsPage } from '../pages/conflicts.tsx'
import { conflictsOf } from '../queries/conflicts.ts'
import { words as reviewWords } from '../words/index.ts'
import { answerRoutes } from './answers.tsx'
import { aroundOf, room } from './around.ts'

export const conflictRoutes = new Hono<AppEnv>()
conflictRoutes.route('/', answerRoutes)

async function conflictsPage(c: AppContext, at: StaffRoom, shown: { typed?: TypedTie; refusal?: Refused } = {}): Promise<Response> {
  const { db, language } = request(c)
  const filters = readConflictFilters((name) => c.req.query(name))
  const view = await conflictsOf(db, at.viewer, at.edition.place, filters, language)
  if (view === null) return c.notFound()
  const around = await aroundOf(c, at, shown.refusal)
  const changed = shown.refusal?.code === 'conflict/judged-since'
  const wrong = shown.typed !== undefined || shown.refusal !== undefined
  return page(c, <ConflictsPage around={around} view={view} filters={filters} typed={shown.typed} />, changed ? 409 : wrong ? 422 : 200)
}

conflictRoutes.get('/desk/:edition/conflicts', async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : conflictsPage(c, at)
})

conflictRoutes.post('/desk/:edition/conflicts/search', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const outcome = await lookForConflicts(request(c).db, at.viewer, at.edition.place, c.var.now)
  return outcome.ok ? seeOther(c, `/desk/${at.edition.slug}/conflicts`, 'conflicts-looked-for') : conflictsPage(c, at, { refusal: outcome })
})

conflictRoutes.post('/desk/:edition/conflicts', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const tie = { reviewer: fieldText(body, 'reviewer'), application: fieldText(body, 'application'), kind: fieldText(body, 'kind') }
  const fields = { answer: tieField('answer', tie), reason: tieField('reason', tie) }
  const answer = fieldText(body, fields.answer)
  const reason = cleanLine(fieldText(body, fields.reason))
  const typed = { ...tie, answer, reason }
  if (answer !== 'stands' && answer !== 'none')
    return conflictsPage(c, at, { typed: { ...typed, errors: [{ field: fields.answer, message: words(language)('choice-missing') }] } })
  const seen = /^\d{1,4}$/.test(fieldText(body, 'seen')) ? Number(fieldText(body, 'seen')) : -1
  const outcome = await judgeConflict(db, at.viewer, at.edition.place, { ...tie, stands: answer === 'stands', reason, seen }, now)
  const filters = readConflictFilters((name) => c.req.query(name))
  if (outcome.ok && outcome.value.ended > 0) return seeOther(c, `/desk/${at.edition.slug}/assignment`, 'file-taken-back')
  if (outcome.ok)
    return seeOther(
      c,
      `/desk/${at.edition.slug}/conflicts${conflictQuery(filters)}`,
      outcome.value.back > 0 ? 'reading-given-back' : 'conflict-judged',
    )
  if (outcome.code === 'conflict/unknown') return c.notFound()
  const message = reviewWords(language).any(`refusal.${outcome.code}`, outcome.details)
  const errors = ['conflict/unreasoned', 'review/reason-too-long'].includes(outcome.code) ? [{ field: fields.reason, message }] : []
  return conflictsPage(c, at, errors.length > 0 ? { typed: { ...typed, errors } } : { typed: { ...typed, errors }, refusal: outcome })
})

conflictRoutes.post('/desk/:edition/conflicts/withdrawal', async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const tie = { reviewer: fieldText(body, 'reviewer'), application: fieldText(body, 'application'), kind: 'declared' }
  const field = tieField('reason', tie)
  const reason = cleanLine(fieldText(body, field))
  const outcome = await withdrawConflict(db, at.viewer, at.edition.place, { ...tie, reason }, now)
  const filters = readConflictFilters((name) => c.req.query(name))
  const said = outcome.ok && outcome.value.back > 0 ? 'reading-given-back' : 'conflict-taken-back'
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/conflicts${conflictQuery(filters)}`, said)
  if (outcome.code === 'conflict/unknown') return c.notFound()
  const message = reviewWords(language).any(`refusal.${outcome.code}`, outcome.details)
  const lacks = ['conflict/unreasoned-withdrawal', 'review/reason-too-long'].includes(outcome.code)
  const typed = { ...tie, answer: '', reason, errors: lacks ? [{ field, message }] : [] }
  return conflictsPage(c, at, lacks ? { typed } : { typed, refusal: outcome })
})
