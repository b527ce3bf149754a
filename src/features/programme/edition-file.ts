/** Edition files: read with every fault named, written always the same way. */
import type { EditionFile } from '../../domain/edition.ts'
import { editionFaults } from '../../domain/edition-coherence.ts'
import { standingFaults } from './editor/document-faults.ts'
import { type EditionFault, fault } from '../../domain/edition-fault.ts'
import type { EditionDocument } from '../../domain/edition-document.ts'
import { draftSchema } from './draft-schema.ts'
import { clockFaults } from './edition-clock.ts'
import { editionSchema } from './edition-schema.ts'
import { repeatedKeys } from './repeated-keys.ts'
import { shapeFaults } from './edition-shape.ts'
import { hostileParts } from './hostile-json.ts'

export type EditionReading = { readonly ok: true; readonly file: EditionFile } | { readonly ok: false; readonly faults: readonly EditionFault[] }

/** A whole programme in three languages takes some 100 KB. */
const HEAVIEST = 2 * 1024 * 1024
/** More faults than that are read by nobody. */
const MOST_FAULTS = 200

/**
 * Reads the text of an edition file. Every fault is named by its path: unknown and missing keys, texts too long, missing
 * in one language or not clean, sums that do not add up, references to nothing, times that no clock shows. Never throws.
 */
export function readEditionFile(source: string): EditionReading {
  const parsed = parseJson(source)
  if (!parsed.ok) return parsed
  const shaped = editionSchema.safeParse(parsed.value)
  if (!shaped.success) return refuse(faultsBeside(shapeFaults(shaped.error, parsed.value), parsed.value))
  const file = shaped.data as EditionFile
  const faults = [...editionFaults(file), ...clockFaults(file)]
  return faults.length === 0 ? { ok: true, file } : refuse(faults)
}

export type DraftReading =
  | { readonly ok: true; readonly document: EditionDocument }
  | { readonly ok: false; readonly faults: readonly EditionFault[] }

/**
 * Reads the text of a file as a draft. Whatever the editor can hold comes in as it is, and what is missing or does not
 * agree is told on the page of the draft; what it could never hold (another shape, a date no calendar has, a code of a
 * question that stands twice) is damage, and each is named by its path. Never throws.
 */
export function readDraftFile(source: string): DraftReading {
  const parsed = parseJson(source)
  if (!parsed.ok) return parsed
  const shaped = draftSchema.safeParse(parsed.value)
  const shape = shaped.success ? [] : shapeFaults(shaped.error, parsed.value)
  const strict = editionSchema.safeParse(parsed.value)
  const beside = faultsBeside(strict.success ? [] : shapeFaults(strict.error, parsed.value), parsed.value).filter(isDamage)
  const faults = [...shape, ...beside]
  return faults.length === 0 ? { ok: true, document: shaped.data as EditionDocument } : refuse(faults)
}

/** What the boxes of a date and the pages of the form never let in. */
function isDamage({ code, path }: EditionFault): boolean {
  if (code === 'no-such-day' || code === 'no-such-time') return true
  return code === 'repeated' && /^\$\.form\.sections\[\d+\](?:\.questions\[\d+\])?\.code$/.test(path)
}

/** What is misshapen, and with it all else that is wrong, as far as it can be reckoned: nobody mends a file twice. */
function faultsBeside(shape: readonly EditionFault[], value: unknown): readonly EditionFault[] {
  try {
    return [...shape, ...standingFaults(shape, value as EditionFile)]
  } catch {
    // A list that is none, a text in the place of a group: only the shape can be told.
    return shape
  }
}

/** The text of an edition file: keys in the order of the format, dates in calendar order, budget lines by code; the same edition gives the same bytes. */
export function editionFileText(file: EditionFile): string {
  const { strands, review, ...rest } = file
  const ordered = editionSchema.parse({
    ...rest,
    // An edition without strands or stages of its own says nothing of them.
    ...(strands === undefined || strands.length === 0 ? {} : { strands }),
    ...(review === undefined || review.length === 0 ? {} : { review: review.map(inCodeOrder) }),
    calendar: [...file.calendar].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.code, b.code)),
    budgetLines: [...file.budgetLines].sort((a, b) => compare(a.code, b.code)),
  })
  return `${JSON.stringify(ordered, null, 2)}\n`
}

/** Grids are kept by the codes of their criteria, in no order of their own. */
function inCodeOrder({ weights, anchors, ...stage }: NonNullable<EditionFile['review']>[number]): NonNullable<EditionFile['review']>[number] {
  const ordered = <Value>(one: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(one).sort(([a], [b]) => compare(a, b)))
  return {
    ...stage,
    ...(weights === undefined ? {} : { weights: ordered(weights) }),
    ...(anchors === undefined ? {} : { anchors: ordered(anchors) }),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function refuse(faults: readonly EditionFault[]): { readonly ok: false; readonly faults: readonly EditionFault[] } {
  const once = new Map(faults.map((one) => [`${one.path} ${one.code}`, one]))
  return { ok: false, faults: [...once.values()].slice(0, MOST_FAULTS) }
}

function parseJson(source: string): { ok: true; value: unknown } | { ok: false; faults: readonly EditionFault[] } {
  if (source.length > HEAVIEST) return { ok: false, faults: [fault([], 'too-heavy', { maximum: HEAVIEST })] }
  let value: unknown
  try {
    // Editors of some systems put a byte order mark first.
    value = JSON.parse(source.replace(/^\ufeff/, ''))
  } catch {
    return { ok: false, faults: [fault([], 'json')] }
  }
  const hostile = hostileParts(value)
  const faults = hostile.length === 0 ? repeatedKeys(source) : hostile
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults }
}
