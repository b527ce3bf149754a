/** Taking a region, a sector, a kind of applicant… out of an edition that looks at it: shown where it is used, then done. */
import { Hono } from 'hono'
import { type AppContext, type AppEnv, request } from '../../../platform/web/context.ts'
import { fieldText, readForm } from '../../../platform/web/form.ts'
import { page, seeOther } from '../../../platform/web/respond.ts'
import { saveEditionPart } from '../commands/edition-draft.ts'
import { partMark, partValues } from '../editor/part-mark.ts'
import { PART_CODES, type PartCode } from '../editor/parts.ts'
import { type UsedItem, usedItem, withoutItem } from '../editor/used-item.ts'
import { ItemRemovalPage } from '../pages/editor/item-removal.tsx'
import { type DraftRoom, draftRoom, noDraft, refusalText } from './edition-desk.ts'

export const editionRemovalRoutes = new Hono<AppEnv>()

function askedPart(c: AppContext): PartCode | null {
  const code = PART_CODES.find((one) => one === c.req.param('part'))
  return code === undefined || code === 'form' ? null : code
}

editionRemovalRoutes.get('/desk/editions/:draft/:part/removal', async (c, next) => {
  const part = askedPart(c)
  if (part === null) return next()
  const room = await draftRoom(c)
  if (room === null) return noDraft(c)
  const item = usedItem(part, room.draft.document, c.req.query('code') ?? '', c.var.language)
  return item === null ? c.notFound() : shown(c, room, part, item)
})

function shown(c: AppContext, { frame, draft }: DraftRoom, part: PartCode, item: UsedItem, refusal?: string): Response {
  const { document } = draft
  const sum = document.regions.reduce((all, region) => all + (region.places ?? 0), 0)
  const own = document.regions[item.place]?.places ?? 0
  const places = item.list === 'regions' && document.edition.places !== null ? { own, left: sum - own, edition: document.edition.places } : null
  const { code, name, uses } = item
  return page(
    c,
    <ItemRemovalPage
      language={c.var.language}
      frame={frame}
      draft={draft}
      part={part}
      code={code}
      name={name}
      uses={uses}
      places={places}
      mark={partMark(part, document)}
      refusal={refusal}
    />,
    refusal === undefined ? 200 : 409,
  )
}

editionRemovalRoutes.post('/desk/editions/:draft/:part/removal', async (c, next) => {
  const part = askedPart(c)
  if (part === null) return next()
  const room = await draftRoom(c)
  if (room === null) return noDraft(c)
  const { db, language, now } = request(c)
  const body = await readForm(c)
  const { id, document } = room.draft
  const item = usedItem(part, document, fieldText(body, 'code'), language)
  // Pressed twice, or taken out by somebody else meanwhile: it is gone as was asked.
  if (item === null) return seeOther(c, `/desk/editions/${id}`, 'taken-out')
  const values = partValues(part, withoutItem(document, item))
  const outcome = await saveEditionPart(db, room.viewer, { draft: id, part, known: fieldText(body, 'known'), values }, now)
  if (outcome.ok) return seeOther(c, `/desk/editions/${id}`, 'taken-out')
  return outcome.code === 'edition-draft/ended' ? noDraft(c) : shown(c, room, part, item, refusalText(c, outcome))
})
