/** The page of the selection room, after whichever act. */
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, request } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/respond.ts'
import { trailOf } from '../../audit/index.ts'
import type { StaffRoom } from '../../programme/index.ts'
import { RoomPage } from '../pages/room.tsx'
import { type Room, selectionRoom } from '../queries/room.ts'
import { words } from '../words/index.ts'
import { reloads, said, sentence, statusOf } from './around.ts'

/** The selection room as the viewer may read it. */
export function roomOf(c: AppContext, at: StaffRoom, number: number | null = null): Promise<Room | null> {
  const { db, language } = request(c)
  return selectionRoom(db, at.viewer, at.edition.place, at.edition.currency, language, number)
}

/** Its page, with what kept an act from being done. */
export async function roomPage(c: AppContext, at: StaffRoom, more: { number?: number; refusal?: Refused } = {}): Promise<Response> {
  const { db, language } = request(c)
  const room = await roomOf(c, at, more.number ?? null)
  if (room === null) return c.notFound()
  reloads(c, room.run !== null)
  const t = words(language)
  const lines = await trailOf(db, at.viewer, at.edition.id, language, 20)
  const trail = lines.filter(({ act }) => t.has(`act.${act}`)).map(({ act, by, at: when }) => ({ act: t.any(`act.${act}`), by, at: when }))
  const base = `/desk/${at.edition.slug}/selection`
  const path = more.number === undefined ? base : `${base}/plans/${more.number}`
  const all = more.number !== undefined || c.req.query('view') === 'all'
  const around = { language, frame: at.frame, path, slug: at.edition.slug, zone: at.edition.zone, said: said(c) }
  const refusal = more.refusal === undefined ? undefined : sentence(c, more.refusal)
  return page(
    c,
    <RoomPage {...around} room={room} trail={trail} all={all} single={more.number !== undefined} refusal={refusal} />,
    more.refusal === undefined ? 200 : statusOf(more.refusal),
  )
}
