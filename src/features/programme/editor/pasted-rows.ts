/** Several items of a list at once, from rows copied out of a table: each row is read as the fields of an item would be. */
import { errorSentences } from '../../../design/form/errors.ts'
import type { FormErrors } from '../../../design/form/field.tsx'
import { type EditionDocument, withValue } from '../../../domain/edition-document.ts'
import { type EditionMoment, isLocked } from '../../../domain/edition-lock.ts'
import { LANGUAGES, type Language } from '../../../domain/language.ts'
import { tableCells } from '../../../domain/pasted-table.ts'
import { type Body, readDate } from '../../../platform/input/form.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { type FieldSpec, fieldName } from './field.ts'
import { labelIn } from './label.ts'
import { itemId } from './list-act.ts'
import type { Around, List, Part } from './parts.ts'
import { emptyItem, isLeading, itemsOf, readItem } from './read-part.ts'
import { words } from './words/index.ts'

/** One column of the table: a field of an item, or its text in one language. */
interface Column {
  readonly spec: FieldSpec
  readonly of: Language | null
}

/** How the name of every box ends in which the rows of a table are pasted. */
export const ROWS_SUFFIX = '.rows'

export function rowsName(list: List): string {
  return `${fieldName(list.at)}${ROWS_SUFFIX}`
}

/** What a column of the table is called and how its cells are written, for its reader. */
export interface ColumnSaid {
  /** Its number, from 1: a text in three languages takes three. */
  readonly number: number
  readonly says: string
}

/** The columns of the table in their order; null where what an item is decides its fields. */
export function rowColumns(list: List, around: Around): readonly ColumnSaid[] | null {
  return list.fields(around, {}).some(isLeading) ? null : columnsSaid(list, around)
}

export function columnsSaid(list: List, around: Around): readonly ColumnSaid[] {
  const columns = columnsOf(list.fields(around, {}))
  return columns.flatMap(({ spec, of }, place) => (of === null || of === LANGUAGES[0] ? [{ number: place + 1, says: saidOf(spec, around) }] : []))
}

function saidOf(spec: FieldSpec, around: Around): string {
  const t = words(around.language)
  const field = labelIn(spec, around)
  switch (spec.kind) {
    case 'trilingual':
      return t('rows.three', { field })
    case 'flag':
      return t('rows.flag', { field })
    case 'day':
      return t('rows.day', { field })
    case 'wall':
      return t('rows.wall', { field })
    case 'one':
      return spec.options.length > FEW || spec.options.length === 0
        ? field
        : t('rows.one', { field, options: spec.options.map(({ name }) => name).join(' · ') })
    default:
      return field
  }
}

export interface RowsRead {
  readonly document: EditionDocument
  /** Where the first of the items stands that were added; null without any. */
  readonly anchor: string | null
  /** Why nothing was added, each sentence naming its line. */
  readonly errors: FormErrors
}

/** Whether a table waits in its box. */
export function areRowsSent(part: Part, body: Body): boolean {
  return part.blocks.some((block) => block.kind === 'list' && fieldText(body, rowsName(block)).trim() !== '')
}

/** Adds the items of all tables that were pasted, behind those that are there: all of a table, or none where a cell cannot be read. */
export function addRows(part: Part, document: EditionDocument, body: Body, language: Language, moment: EditionMoment = 'prepared'): RowsRead {
  return part.blocks.reduce<RowsRead>(
    (so, block) => {
      const text = block.kind === 'list' ? fieldText(body, rowsName(block)) : ''
      if (block.kind !== 'list' || text.trim() === '' || isLocked([...block.at, 0, 'code'], moment)) return so
      const added = addTable(block, so.document, text, language, moment)
      return { document: added.document, anchor: so.anchor ?? added.anchor, errors: [...so.errors, ...added.errors] }
    },
    { document, anchor: null, errors: [] },
  )
}

/** Adds an item for each row of one table, `text` as it was pasted. */
export function addTable(list: List, document: EditionDocument, text: string, language: Language, moment: EditionMoment = 'prepared'): RowsRead {
  const t = words(language)
  const rows = tableCells(text)
  const field = rowsName(list)
  const first = itemsOf(list, document).length
  const refused = (messages: readonly string[]): RowsRead => ({ document, anchor: null, errors: messages.map((message) => ({ field, message })) })
  if (first + rows.length > list.most) return refused([t('rows.too-many', { most: list.most, room: list.most - first, count: rows.length })])
  const columns = columnsOf(list.fields({ document, language }, {}))
  // A row copied without its cells would make a name of all of it.
  if (rows.length > 0 && columns.length > 1 && rows.every((cells) => cells.length === 1)) return refused([t('rows.one-cell')])
  const errors: string[] = []
  let read = document
  for (const [number, cells] of rows.entries()) {
    const added = addRow(list, read, { columns, cells }, language, moment)
    errors.push(...added.faults.map((fault) => t('rows.line', { line: number + 1, fault })))
    read = added.document
  }
  return errors.length > 0 ? refused(errors) : { document: read, anchor: itemId(list, first), errors: [] }
}

interface RowSent {
  readonly columns: readonly Column[]
  readonly cells: readonly string[]
}

function addRow(
  list: List,
  document: EditionDocument,
  { columns, cells }: RowSent,
  language: Language,
  moment: EditionMoment,
): { readonly document: EditionDocument; readonly faults: readonly string[] } {
  const t = words(language)
  const items = itemsOf(list, document)
  const name = fieldName([...list.at, items.length])
  const longer = withValue(document, list.at, [...items, emptyItem(list, document, language)])
  const item = readItem(list, items.length, longer, rowBody(name, columns, cells), language, moment)
  const wrong = wrongRow(columns, cells, { document, language })
  const unread = errorSentences(item.faults, language).map(({ field, message }) =>
    t('rows.cell', { column: columnName(columns, field.slice(name.length + 1), { document, language }), message }),
  )
  return { document: item.document, faults: [...(wrong === null ? [] : [wrong]), ...unread] }
}

function columnsOf(specs: readonly FieldSpec[]): readonly Column[] {
  return specs
    .filter(({ kind }) => kind !== 'several')
    .flatMap((spec): Column[] => (spec.kind === 'trilingual' ? LANGUAGES.map((of) => ({ spec, of })) : [{ spec, of: null }]))
}

function columnName(columns: readonly Column[], name: string, around: Around): string {
  const spec = columns.find((column) => fieldName(column.spec.at) === name)?.spec
  return spec === undefined ? name : labelIn(spec, around)
}

/** What no field can say: a column too many, languages in another order, a word where yes or no or one of a list belongs. */
function wrongRow(columns: readonly Column[], cells: readonly string[], around: Around): string | null {
  const t = words(around.language)
  if (cells.slice(columns.length).some((cell) => cell !== '')) return t('rows.too-wide', { count: cells.length, most: columns.length })
  for (const [place, { spec, of }] of columns.entries()) {
    const cell = cells[place] ?? ''
    if (cell === '') continue
    const column = labelIn(spec, around)
    if (of === 'ar' && !ARABIC.test(cell) && cells.slice(place + 1, place + LANGUAGES.length).some((other) => ARABIC.test(other)))
      return t('rows.order', { column })
    if (spec.kind === 'flag' && !YES.test(cell) && !NO.test(cell)) return t('rows.yes-no', { column, typed: cell })
    if (spec.kind === 'one' && optionOf(spec, cell) === null)
      return spec.options.length > FEW
        ? t('rows.option-other', { column, typed: cell })
        : t('rows.option', { column, typed: cell, options: spec.options.map(({ name }) => name).join(' · ') })
  }
  return null
}

/** So many answers can be read in a sentence. */
const FEW = 12

const ARABIC = /\p{Script=Arabic}/u
const YES = /^(?:yes|oui|نعم|x|1)$/iu
const NO = /^(?:no|non|لا|0)$/iu

function optionOf(spec: Extract<FieldSpec, { kind: 'one' }>, cell: string): string | null {
  const said = cell.toLowerCase()
  return spec.options.find(({ value, name }) => value.toLowerCase() === said || name.toLowerCase() === said)?.value ?? null
}

/** The fields a form would have sent for the row. */
function rowBody(name: string, columns: readonly Column[], cells: readonly string[]): Body {
  return Object.fromEntries(
    columns.flatMap(({ spec, of }, place) => {
      const at = `${name}.${fieldName(spec.at)}`
      const cell = cells[place] ?? ''
      return of === null ? cellFields(spec, at, cell) : [[`${at}.${of}`, cell] as const]
    }),
  )
}

function cellFields(spec: FieldSpec, at: string, cell: string): readonly (readonly [string, string])[] {
  switch (spec.kind) {
    case 'flag':
      return [[`${at}.shown`, '1'], ...(YES.test(cell) ? ([[at, 'yes']] as const) : [])]
    case 'one':
      return [[at, optionOf(spec, cell) ?? '']]
    case 'day':
      return dayFields(at, cell)
    case 'wall': {
      const [, day = cell, time = ''] = DAY_AND_TIME.exec(cell) ?? []
      return [...dayFields(at, day), [`${at}.time`, time]]
    }
    default:
      return [[at, cell]]
  }
}

/** '2024-03-04 18:00', '4 mars 2024 à 18 h', '2024-03-04T18:00'. */
const DAY_AND_TIME = /^(.*\d{4}|\d{4}-\d{1,2}-\d{1,2})\D*?(\d{1,2}\s*[:.hHس]\s*\d{0,2})$/u

/** A day in its three boxes; what is no day stays as it is, to be named by the reader of the field. */
function dayFields(at: string, cell: string): readonly (readonly [string, string])[] {
  const reading = readDate(cell)
  const [year = '', month = '', day = ''] = reading.ok ? reading.value.split('-') : ['', '', cell]
  return [
    [`${at}.day`, day],
    [`${at}.month`, month],
    [`${at}.year`, year],
  ]
}
