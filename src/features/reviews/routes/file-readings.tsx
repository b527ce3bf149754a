/** The readings of one application, and ending what is open of them. */
import { Hono } from 'hono'
import type { Refused } from '../../../domain/result.ts'
import { cleanLine } from '../../../platform/input/form.ts'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { endAssignments } from '../commands/end-assignments.ts'
import { FileReadingsPage, type FileReadingsProps } from '../pages/file-readings.tsx'
import { fileReadings } from '../queries/file-readings.ts'
import { aroundOf, room, statusOf } from './around.ts'

/** The field that a refusal of ending is about. */
const FIELDS: Readonly<Record<string, FileReadingsProps['wrong']>> = {
  'assignment/none-chosen': 'assignment',
  'assignment/unreasoned': 'reason',
  'review/reason-too-long': 'reason',
}

const FILE = '/desk/:edition/reviews/files/:application'

export const fileReadingRoutes = new Hono<AppEnv>()

async function filePage(c: AppContext, at: StaffRoom, refusal?: Refused, typed?: FileReadingsProps['typed']): Promise<Response> {
  const { db, language, now } = request(c)
  const view = await fileReadings(db, at.viewer, at.edition.place, c.req.param('application') ?? '', language, now)
  if (view === null) return c.notFound()
  const wrong = refusal === undefined ? undefined : FIELDS[refusal.code]
  return page(c, <FileReadingsPage around={await aroundOf(c, at, refusal)} view={view} typed={typed} wrong={wrong} />, statusOf(refusal))
}

fileReadingRoutes.get(FILE, async (c) => {
  const at = await room(c)
  return at === null ? c.notFound() : filePage(c, at)
})

fileReadingRoutes.post(`${FILE}/removal`, async (c) => {
  const at = await room(c)
  if (at === null) return c.notFound()
  const body = await readForm(c)
  const typed = {
    assignments: [body.assignment ?? []].flat().filter((one) => typeof one === 'string'),
    reason: cleanLine(fieldText(body, 'reason')),
  }
  const outcome = await endAssignments(request(c).db, at.viewer, at.edition.place, typed, c.var.now)
  if (!outcome.ok) return filePage(c, at, outcome, typed)
  return seeOther(c, `/desk/${at.edition.slug}/reviews/files/${c.req.param('application')}`, 'assignments-ended')
})
