/** Sealing: a page that says what is about to be fixed, and what the jury has not ended, before the last press. */
import { Hono } from 'hono'
import { type Refused, refused } from '../../../domain/result.ts'
import { cleanText } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { unfinishedJury } from '../../juries/index.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { LONGEST_SEAL_REASON, sealSelection } from '../commands/seal.ts'
import { SealPage, type SealTyped } from '../pages/seal.tsx'
import { desk, hidden, sentence } from './around.ts'
import { roomOf, roomPage } from './room.tsx'

export const sealRoutes = new Hono<AppEnv>()

async function sealPage(c: AppContext, at: StaffRoom, typed: SealTyped = { nevertheless: false, reason: '' }, refusal?: Refused): Promise<Response> {
  const { db, now } = request(c)
  const room = await roomOf(c, at)
  if (room === null || !room.may.seal) return c.notFound()
  const { plan } = room
  if (plan?.solved !== true || room.stale || plan.changes !== null) return roomPage(c, at, refusal === undefined ? {} : { refusal })
  const unfinished = await unfinishedJury(db, at.viewer.organisation, at.edition.id, now)
  const decided = room.facts.applications.filter((one) => !one.withdrawn).length
  const around = { decided, language: c.var.language, frame: at.frame, slug: at.edition.slug, zone: at.edition.zone }
  const shown = refusal === undefined ? undefined : sentence(c, refusal)
  const field = refusal === undefined ? undefined : SEAL_FIELDS[refusal.code]
  return page(
    c,
    <SealPage {...around} plan={plan} unfinished={unfinished} typed={typed} field={field} refusal={shown} />,
    shown === undefined ? 200 : 422,
  )
}

/** The field a refusal is about. */
const SEAL_FIELDS: Readonly<Record<string, string>> = {
  'selection/jury-unfinished': 'nevertheless',
  'selection/jury-unfinished-reason': 'reason',
  'selection/reason-too-long': 'reason',
}

sealRoutes.get('/desk/:edition/selection/seal', async (c) => {
  const at = await desk(c)
  return at === null ? c.notFound() : sealPage(c, at)
})

sealRoutes.post('/desk/:edition/selection/seal', async (c) => {
  const at = await desk(c)
  if (at === null) return c.notFound()
  const { db, now } = request(c)
  const body = await readForm(c)
  const typed = { nevertheless: fieldText(body, 'nevertheless') === 'yes', reason: cleanText(fieldText(body, 'reason')) }
  if (typed.reason.length > LONGEST_SEAL_REASON) return sealPage(c, at, typed, refused('selection/reason-too-long', { max: LONGEST_SEAL_REASON }))
  const why = typed.nevertheless ? typed.reason : null
  const outcome = await sealSelection(db, at.viewer, fieldText(body, 'plan'), fieldText(body, 'fingerprint'), now, why)
  if (outcome.ok) return seeOther(c, `/desk/${at.edition.slug}/selection`, 'sealed')
  if (hidden(outcome)) return c.notFound()
  return outcome.code in SEAL_FIELDS ? sealPage(c, at, typed, outcome) : roomPage(c, at, { refusal: outcome })
})
