/** What the buttons beside the items of a list do. Each is one field, `act`, so that it works without script. */
import { type EditionDocument, withValue } from '../../../domain/edition-document.ts'
import type { Language } from '../../../domain/language.ts'
import { fieldName } from './field.ts'
import type { List, Part } from './parts.ts'
import { emptyItem, itemsOf } from './read-part.ts'

export const ITEM_ACTS = ['up', 'down', 'copy', 'remove'] as const
export type ItemAct = (typeof ITEM_ACTS)[number]

/** The value of the button that does something to an item, or adds one to a list. */
export function actName(list: List, act: ItemAct | 'add', place?: number): string {
  return [act, fieldName(list.at), ...(place === undefined ? [] : [place])].join(':')
}

export interface ActDone {
  readonly document: EditionDocument
  /** Id of what to look at next: the item that was added, copied or moved, or the list. */
  readonly anchor: string
}

/** Does what the button says; null when it says nothing this part can do. */
export function listAct(part: Part, document: EditionDocument, act: string, language: Language): ActDone | null {
  const [verb, name, placeText = '', target = ''] = act.split(':')
  const list = part.blocks.find((block): block is List => block.kind === 'list' && fieldName(block.at) === name)
  if (list === undefined) return null
  const items = itemsOf(list, document)
  const done = (changed: readonly unknown[], place: number): ActDone => ({
    document: withValue(document, list.at, changed),
    anchor: itemId(list, Math.max(0, Math.min(place, changed.length - 1))),
  })
  if (verb === 'add') return items.length >= list.most ? null : done([...items, emptyItem(list, document, language)], items.length)
  const place = Number(placeText)
  if (placeText === '' || !Number.isInteger(place) || items[place] === undefined) return null
  switch (verb) {
    case 'up':
    case 'down':
      return moved(items, place, verb === 'up' ? place - 1 : place + 1, done)
    case 'copy':
      return items.length >= list.most ? null : done(items.toSpliced(place + 1, 0, copyOf(items[place], items)), place + 1)
    case 'remove':
      return done(items.toSpliced(place, 1), place)
    // Where it was dropped.
    case 'to':
      return /^\d{1,3}$/.test(target) ? moved(items, place, Number(target), done) : null
    default:
      return null
  }
}

/** Where the item of a list stands on the page. */
export function itemId(list: List, place: number): string {
  return `${fieldName(list.at).replaceAll('.', '-')}-${place}`
}

function moved(items: readonly unknown[], from: number, to: number, done: (changed: readonly unknown[], place: number) => ActDone): ActDone {
  const within = Math.max(0, Math.min(to, items.length - 1))
  const item = items[from]
  return done(items.toSpliced(from, 1).toSpliced(within, 0, item), within)
}

/** The same with a code of its own. */
function copyOf(item: unknown, items: readonly unknown[]): unknown {
  const { code } = item as { code?: string }
  if (code === undefined || code === '') return item
  const taken = new Set(items.map((one) => (one as { code?: string }).code))
  for (let n = 2; ; n += 1) {
    const next = `${code.slice(0, 36)}-${n}`
    if (!taken.has(next)) return { ...(item as object), code: next }
  }
}
