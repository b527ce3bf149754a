/** The condition of a question or a section, as its form shows it and sends it. */
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { Language } from '../../../domain/language.ts'
import { type Body, cleanLine, cleanText } from '../../../platform/input/form.ts'
import { readNumber } from '../../../platform/input/number.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { questionOfName } from '../../../domain/form-values.ts'
import type { ConditionProps, ConditionRowView } from '../pages/editor/condition.tsx'
import { answerOptions, type Condition, type ConditionRow, calledIn, conditionRows, conditionText, relationsOf } from './condition.ts'
import { type Called, explained } from './explain.ts'
import type { FieldOption } from './field.ts'
import { words } from './words/index.ts'

export type ConditionView = Omit<ConditionProps, 'language' | 'errors'>

const MOST_ROWS = 20

/** `asking`: a row more is shown, to be filled in. `self`: the question itself, which its own condition cannot look at. */
export function conditionView(
  document: EditionDocument,
  language: Language,
  text: string,
  name: string,
  options: { readonly asking?: boolean; readonly self?: string | null; readonly rows?: SentRows | null } = {},
): ConditionView {
  const called = calledIn(document, language)
  const simple = options.rows ?? conditionRows(text)
  // A row whose question is not among those on offer would lose it: then the expression is shown as it is written.
  const offered = new Set(questionsToAsk(called, options.self ?? null).map(({ value }) => value))
  const rows = simple === null || simple.rows.some((row) => row.name !== '' && !offered.has(row.name)) ? null : simple.rows
  const asked: readonly ConditionRow[] = options.asking === true ? [{ name: '', relation: '=', value: '' }] : []
  return {
    rows: rows === null ? null : [...rows, ...asked].map((row) => rowView(row, document, called, language)),
    joined: simple?.joined ?? 'and',
    questions: questionsToAsk(called, options.self ?? null),
    text,
    says: text.trim() === '' ? null : explained(text, called, language),
    name,
  }
}

function questionsToAsk({ names, nameOf }: Called, self: string | null): readonly FieldOption[] {
  return Object.keys(names)
    .filter((name) => names[name]?.is !== 'rows' && questionOfName(name) !== self)
    .map((name) => ({ value: name, name: nameOf(name) }))
}

function rowView(row: ConditionRow, document: EditionDocument, { names }: Called, language: Language): ConditionRowView {
  const t = words(language)
  const kind = Object.hasOwn(names, row.name) ? names[row.name] : undefined
  const question = document.form.sections.flatMap((section) => section.questions).find(({ code }) => code === questionOfName(row.name))
  const chosen = kind?.is === 'code' || kind?.is === 'codes' || kind?.is === 'truth'
  return {
    ...row,
    relations: relationsOf(kind).map((value) => ({ value, name: t(`relation.${value}`) })),
    options: chosen ? answerOptions(question, document, language) : [],
  }
}

/** Rows as they were sent, some of which do not say yet what they look for. */
export interface SentRows extends Condition {
  /** Places of those that do not. */
  readonly open: readonly number[]
}

export interface SentCondition {
  readonly text: string
  readonly asking: boolean
  /** Rows that say too little to be an expression, with the others; null where there are none. Nobody else decides what an answer must be. */
  readonly incomplete: SentRows | null
}

/** The expression a form sent: what was typed as text when that was changed, else what the rows say. */
export function sentCondition(document: EditionDocument, language: Language, body: Body, name: string): SentCondition {
  const typed = cleanText(fieldText(body, name))
  const before = cleanText(fieldText(body, `${name}.before`))
  const act = fieldText(body, 'act')
  const asking = act === 'condition:more'
  if (typed !== before || body['cond.count'] === undefined) return { text: typed, asking, incomplete: null }
  const { names } = calledIn(document, language)
  const count = Math.min(Number(fieldText(body, 'cond.count')) || 0, MOST_ROWS)
  const removed = /^condition:(\d+)$/.exec(act)?.[1]
  const rows = Array.from({ length: count }, (_, place) => sentRow(body, place, names)).filter(
    (row, place): row is ConditionRow & { open: boolean } => row !== null && String(place) !== removed,
  )
  const joined = fieldText(body, 'cond.joined') === 'or' ? 'or' : 'and'
  const open = rows.flatMap((row, place) => (row.open ? [place] : []))
  const written = { joined, rows: rows.map(({ open: _open, ...row }) => row) } as const
  return { text: conditionText(written, names), asking, incomplete: open.length === 0 ? null : { ...written, open } }
}

/** A row; open while it has no relation, or a relation that needs an answer and has none. */
function sentRow(body: Body, place: number, names: Called['names']): (ConditionRow & { readonly open: boolean }) | null {
  const sent = (part: string): string => cleanLine(fieldText(body, `cond.${place}.${part}`))
  const name = sent('name')
  const kind = Object.hasOwn(names, name) ? names[name] : undefined
  if (kind === undefined) return null
  const said = relationsOf(kind).find((one) => one === sent('relation'))
  const relation = said ?? (kind.is === 'codes' ? 'has' : '=')
  const number = kind.is === 'number' ? readNumber(sent('value'), { decimals: 6 }) : null
  const value = number?.ok ? number.value : sent('value')
  return { name, relation, value, open: said === undefined || (value === '' && relation !== 'answered' && relation !== 'unanswered') }
}
