/** The parts of an edition as its editor shows them: which fields each holds, in what order, and which lists. */
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { Language } from '../../../domain/language.ts'
import type { FieldSpec } from './field.ts'
import { callFields, helpFields, offerFields, prepareFields, questionFields, sessionFields } from './parts-call.ts'
import {
  budgetLineFields,
  calendarFields,
  criterionFields,
  funderFields,
  kindFields,
  oneDay,
  programmeFields,
  regionFields,
  sectorFields,
  strandFields,
  termFields,
} from './parts-edition.ts'
import { stageFields } from './parts-review.ts'
import { eligibilityFields, selectionFields } from './parts-rules.ts'

export const PART_CODES = [
  'programme',
  'edition',
  'regions',
  'sectors',
  'kinds',
  'strands',
  'criteria',
  'review',
  'eligibility',
  'selection',
  'calendar',
  'funding',
  'call',
  'texts',
  'sessions',
  'form',
] as const
export type PartCode = (typeof PART_CODES)[number]

/** Parts under their headings, as on the page of an edition. */
export const PART_GROUPS: readonly { readonly code: 'terms' | 'rules' | 'public'; readonly parts: readonly PartCode[] }[] = [
  { code: 'terms', parts: ['programme', 'edition', 'regions', 'sectors', 'kinds', 'strands', 'calendar', 'funding'] },
  { code: 'rules', parts: ['criteria', 'review', 'eligibility', 'selection'] },
  { code: 'public', parts: ['call', 'texts', 'sessions', 'form'] },
]

/** What fields may depend on: the document as it stands, and the language in which options are named. */
export interface Around {
  readonly document: EditionDocument
  readonly language: Language
}

/** Fields that stand once. */
export interface Block {
  readonly kind: 'block'
  readonly at: readonly string[]
  /** Key of its title, `block.<name>`, where that is not the steps to it. */
  readonly name?: string
  readonly fields: (around: Around) => readonly FieldSpec[]
}

/** A list whose items have the same fields; what an item is may decide which. */
export interface List {
  readonly kind: 'list'
  readonly at: readonly string[]
  /** Key of its words: `list.<name>`, `list.<name>.one`, `list.<name>.add`. */
  readonly name: string
  readonly most: number
  readonly fields: (around: Around, item: unknown) => readonly FieldSpec[]
  /** Where the name of an item stands, for headings. */
  readonly title: readonly string[]
  /** What follows from what was written of an item: the last day of what takes one day. */
  readonly completed?: (item: unknown) => unknown
  /** Order that the file gives by itself (dates): items cannot be moved. */
  readonly sorted?: boolean
}

export interface Part {
  readonly code: PartCode
  readonly blocks: readonly (Block | List)[]
}

const block = (at: readonly string[], fields: Block['fields']): Block => ({ kind: 'block', at, fields })

function list(
  at: readonly string[],
  most: number,
  fields: List['fields'],
  rest: Partial<Pick<List, 'name' | 'title' | 'sorted' | 'completed'>> = {},
): List {
  return { kind: 'list', at, name: at.at(-1) as string, most, fields, title: ['name'], ...rest }
}

const PARTS: Readonly<Record<Exclude<PartCode, 'form'>, Part['blocks']>> = {
  programme: [block(['programme'], programmeFields)],
  edition: [block(['edition'], termFields)],
  regions: [list(['regions'], 60, regionFields)],
  sectors: [list(['sectors'], 80, sectorFields)],
  kinds: [list(['applicantKinds'], 20, kindFields)],
  strands: [list(['strands'], 20, strandFields)],
  criteria: [list(['criteria'], 30, criterionFields)],
  review: [list(['review'], 8, stageFields)],
  eligibility: [list(['eligibilityRules'], 40, eligibilityFields)],
  selection: [list(['selectionRules'], 40, selectionFields)],
  calendar: [list(['calendar'], 80, calendarFields, { sorted: true, completed: oneDay })],
  funding: [list(['funders'], 30, funderFields), list(['budgetLines'], 100, budgetLineFields, { sorted: true })],
  call: [block(['call'], callFields), block(['call', 'help'], helpFields)],
  texts: [
    list(['call', 'offers'], 12, offerFields, { title: ['title'] }),
    list(['call', 'prepare'], 20, prepareFields, { title: ['title'] }),
    list(['call', 'questions'], 60, questionFields, { title: ['question'] }),
  ],
  sessions: [list(['call', 'sessions'], 60, sessionFields, { title: ['place'] })],
}

/** A part by its code; the form has a builder of its own. */
export function partOf(code: Exclude<PartCode, 'form'>): Part {
  return { code, blocks: PARTS[code] }
}

/** The part a value belongs to, from the steps that lead to it. */
export function partAt(steps: readonly PropertyKey[]): PartCode {
  const path = steps.map(String)
  if (path[0] === 'form') return 'form'
  const matching = (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((code) =>
    PARTS[code].filter(({ at }) => at.every((step, place) => path[place] === step)).map(({ at }) => ({ code, depth: at.length })),
  )
  return matching.sort((a, b) => b.depth - a.depth)[0]?.code ?? 'edition'
}
