/** Items of the lists of an edition that other parts look at: they are not taken out without asking. */
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { type Use, type UsedList, usesOf } from '../../../domain/edition-uses.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { PartCode } from './parts.ts'

/** The list of each part whose items are looked at. */
const LISTS: Readonly<Partial<Record<PartCode, UsedList>>> = {
  regions: 'regions',
  sectors: 'sectors',
  kinds: 'applicantKinds',
  strands: 'strands',
  criteria: 'criteria',
  funding: 'funders',
}

export interface UsedItem {
  readonly list: UsedList
  readonly place: number
  readonly code: string
  readonly name: string
  readonly uses: readonly Use[]
}

/** The item a button takes out, where something looks at it; null where it may go without a word. */
export function usedByAct(part: PartCode, document: EditionDocument, act: string, language: Language): UsedItem | null {
  const list = LISTS[part]
  const [verb, name, place = ''] = act.split(':')
  if (verb !== 'remove' || list === undefined || name !== list || !/^\d{1,3}$/.test(place)) return null
  const item = usedItem(part, document, document[list]?.[Number(place)]?.code ?? '', language)
  return item === null || item.uses.length === 0 ? null : item
}

/** The item with this code, and what looks at it; null without one. Of two with the same code either may go. */
export function usedItem(part: PartCode, document: EditionDocument, code: string, language: Language): UsedItem | null {
  const list = LISTS[part]
  const items = list === undefined ? [] : (document[list] ?? [])
  const place = items.findIndex((item) => item.code === code)
  const item = items[place]
  if (list === undefined || item === undefined || code === '') return null
  const isTwice = items.filter((one) => one.code === code).length > 1
  return { list, place, code, name: inLanguage(item.name, language).text || code, uses: isTwice ? [] : usesOf(document, list, code) }
}

/** The document without the item. */
export function withoutItem(document: EditionDocument, { list, place }: UsedItem): EditionDocument {
  return { ...document, [list]: (document[list] ?? []).filter((_, at) => at !== place) }
}
