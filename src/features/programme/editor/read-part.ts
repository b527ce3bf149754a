/** Reads a part of the editor from its form, and does what its buttons ask: add, remove, move, copy an item. */
import { type EditionDocument, NO_TEXT, valueAt, withValue } from '../../../domain/edition-document.ts'
import { type EditionMoment, isLocked } from '../../../domain/edition-lock.ts'
import type { FieldFault } from '../../../design/form/errors.ts'
import type { Language } from '../../../domain/language.ts'
import type { Body } from '../../../platform/input/form.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { proposedCode } from './code.ts'
import { type FieldSpec, fieldName } from './field.ts'
import type { Block, List, Part } from './parts.ts'
import { readField, wasSent } from './read-field.ts'

export interface PartReading {
  /** The document with all that could be read. */
  readonly document: EditionDocument
  /** Fields that could not: their values stay as they were. */
  readonly faults: readonly FieldFault[]
}

/** What an item is before anything is written in it. */
export function emptyItem(list: List, document: EditionDocument, language: Language): Readonly<Record<string, unknown>> {
  return list.fields({ document, language }, {}).reduce<Record<string, unknown>>((item, spec) => withValue(item, spec.at, emptyValue(spec)), {})
}

export function emptyValue(spec: FieldSpec): unknown {
  switch (spec.kind) {
    case 'trilingual':
      return NO_TEXT
    case 'flag':
      return false
    case 'several':
      return []
    case 'integer':
      return null
    case 'line':
    case 'one':
    case 'decimal':
      return spec.nullable === true ? null : ''
    default:
      return ''
  }
}

/** Everything the form of the part holds, in the document. Items beyond those the document has are added; what is locked at this moment stays as it is. */
export function readPart(part: Part, document: EditionDocument, body: Body, language: Language, moment: EditionMoment = 'prepared'): PartReading {
  return part.blocks.reduce<PartReading>(
    (so, block) => {
      const read =
        block.kind === 'block' ? readBlock(block, so.document, body, language, moment) : readList(block, so.document, body, language, moment)
      return { document: read.document, faults: [...so.faults, ...read.faults] }
    },
    { document, faults: [] },
  )
}

function readBlock(block: Block, document: EditionDocument, body: Body, language: Language, moment: EditionMoment): PartReading {
  return readFields(block.fields({ document, language }), block.at, document, body, moment)
}

function readFields(
  specs: readonly FieldSpec[],
  at: readonly PropertyKey[],
  document: EditionDocument,
  body: Body,
  moment: EditionMoment,
): PartReading {
  const faults: FieldFault[] = []
  let read = document
  for (const spec of specs) {
    const steps = [...at, ...spec.at]
    const name = fieldName(steps)
    if (isLocked(steps, moment) || !wasSent(spec, name, body)) continue
    const reading = readField(spec, name, body)
    if (reading.ok) read = withValue(padded(read, steps), steps, reading.value)
    else faults.push(reading.fault)
  }
  return { document: read, faults }
}

/** Lists inside items (the sentences of a scale) grow to the step that is written. */
function padded(document: EditionDocument, steps: readonly PropertyKey[]): EditionDocument {
  const place = steps.at(-1)
  if (typeof place !== 'number') return document
  const at = steps.slice(0, -1)
  const list = (valueAt(document, at) as unknown[] | undefined) ?? []
  return list.length > place ? document : withValue(document, at, [...list, ...Array.from({ length: place + 1 - list.length }, () => NO_TEXT)])
}

/** How many items the form showed: `<list>.count`. */
function sentItems(list: List, body: Body): number {
  const count = Number(fieldText(body, `${fieldName(list.at)}.count`))
  return Number.isInteger(count) && count >= 0 ? Math.min(count, list.most) : 0
}

function readList(list: List, document: EditionDocument, body: Body, language: Language, moment: EditionMoment): PartReading {
  const faults: FieldFault[] = []
  let read = inSentOrder(list, document, body, language)
  for (let place = 0; place < sentItems(list, body); place += 1) {
    const at = [...list.at, place]
    if (valueAt(read, at) === undefined && isLocked([...list.at, place, 'code'], moment)) break
    if (valueAt(read, at) === undefined) read = withValue(read, list.at, [...itemsOf(list, read), emptyItem(list, read, language)])
    const item = readItem(list, place, read, body, language, moment)
    faults.push(...item.faults)
    read = item.document
  }
  return { document: read, faults }
}

/** One item of a list, at its place in the document, from the fields that bear its name. */
export function readItem(
  list: List,
  place: number,
  document: EditionDocument,
  body: Body,
  language: Language,
  moment: EditionMoment = 'prepared',
): PartReading {
  const at = [...list.at, place]
  // What an item is (the kind of a rule) decides which fields it has: it is read first.
  const leading = readFields(leadingFields(list, document, at, language), at, document, body, moment)
  const reshaped = reshape(list, leading.document, at, language)
  const rest = readFields(list.fields({ document: reshaped, language }, valueAt(reshaped, at)), at, reshaped, body, moment)
  const read = withCode(list, rest.document, at)
  // A day that cannot be read is no day left out.
  const whole = rest.faults.length > 0 || list.completed === undefined ? read : withValue(read, at, list.completed(valueAt(read, at)))
  return { document: whole, faults: rest.faults }
}

/**
 * The items in the order of the form that was sent, each by its code: where somebody else moved, added or took out an
 * item meanwhile, what was written of one is not read into another. Items the form did not hold follow.
 */
function inSentOrder(list: List, document: EditionDocument, body: Body, language: Language): EditionDocument {
  const items = itemsOf(list, document)
  const sent = sentCodes(list, body)
  const codeAt = (place: number): string | undefined => (items[place] as { code?: string } | undefined)?.code
  if (sent.every((code, place) => code === '' || code === codeAt(place))) return document
  const claimed = new Set<number>()
  const claim = (place: number): number | null => {
    if (place < 0 || place >= items.length || claimed.has(place)) return null
    claimed.add(place)
    return place
  }
  const same = sent.map((code, place) => (code !== '' && codeAt(place) === code ? claim(place) : null))
  const moved = sent.map(
    (code, place) => same[place] ?? (code === '' ? null : claim(items.findIndex((_, at) => !claimed.has(at) && codeAt(at) === code))),
  )
  const found = moved.map((at, place) => at ?? claim(place))
  const held = found.map((at) => (at === null ? emptyItem(list, document, language) : items[at]))
  return withValue(document, list.at, [...held, ...items.filter((_, at) => !claimed.has(at))])
}

/** The codes that the items of all lists of a part had in the form that was sent. */
export function codesSent(part: Part, body: Body): ReadonlySet<string> {
  return new Set(part.blocks.flatMap((block) => (block.kind === 'list' ? sentCodes(block, body) : [])).filter((code) => code !== ''))
}

/** The codes of the items as the form held them; '' for one without. */
function sentCodes(list: List, body: Body): readonly string[] {
  return Array.from({ length: sentItems(list, body) }, (_, place) => fieldText(body, `${fieldName(list.at)}.${place}.code`).trim())
}

const LEADING = new Set(['kind', 'attribute', 'mode', 'scale', 'weights'])

/** Whether the field decides which others its item has. */
export function isLeading(spec: FieldSpec): boolean {
  return LEADING.has(String(spec.at[0]))
}

function leadingFields(list: List, document: EditionDocument, at: readonly PropertyKey[], language: Language): readonly FieldSpec[] {
  return list.fields({ document, language }, valueAt(document, at)).filter(isLeading)
}

/** The item with the fields of what it is now, and none of what it was; what both have stays. */
function reshape(list: List, document: EditionDocument, at: readonly PropertyKey[], language: Language): EditionDocument {
  const item = valueAt(document, at)
  const specs = list.fields({ document, language }, item)
  const fresh = specs.reduce<Record<string, unknown>>((made, spec) => {
    const value = valueAt(item, spec.at)
    return withValue(made, spec.at, value === undefined ? emptyValue(spec) : value)
  }, {})
  return withValue(document, at, list.at[0] === 'eligibilityRules' ? { parameters: {}, ...fresh } : fresh)
}

export function itemsOf(list: List, document: EditionDocument): readonly unknown[] {
  return (valueAt(document, list.at) as readonly unknown[] | undefined) ?? []
}

/** A code left empty is made from the name, once there is one. */
function withCode(list: List, document: EditionDocument, at: readonly PropertyKey[]): EditionDocument {
  const item = valueAt(document, at) as { code?: string } | undefined
  if (item?.code !== '') return document
  const others = itemsOf(list, document).map((one) => (one as { code?: string }).code ?? '')
  const code = proposedCode(valueAt(item, list.title), others)
  return code === '' ? document : withValue(document, [...at, 'code'], code)
}
