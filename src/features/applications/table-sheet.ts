/** Tables of answers as sheets: a line of the table is a row, its cells are values and not sentences. */
import { isDate } from '../../domain/date.ts'
import type { AnswerRow, Question } from '../../domain/form.ts'
import type { Language } from '../../domain/language.ts'
import type { Cell, Column } from '../../platform/sheets/sheet.ts'
import { MONEY, optionName } from './answer-text.ts'
import { words } from './words/index.ts'

export interface TableColumn extends Column {
  readonly cell: (row: AnswerRow) => Cell
}

/** The columns of a table of people or of money; null for any other question. */
export function tableColumns(question: Question, language: Language): TableColumn[] | null {
  if (question.kind === 'people') return peopleColumns(question, language)
  return question.kind === 'budget' ? budgetColumns(question, language) : null
}

function peopleColumns({ columns = [] }: Question, language: Language): TableColumn[] {
  const t = words(language)
  const gender = ({ gender: said }: AnswerRow): Cell => (said === 'woman' || said === 'man' ? t(`table.${said}`) : (said ?? null))
  return [
    { label: t('table.name'), cell: (row) => row.name ?? null },
    ...(columns.includes('role') ? [{ label: t('table.role'), cell: (row: AnswerRow) => row.role ?? null }] : []),
    ...(columns.includes('gender') ? [{ label: t('table.gender'), cell: gender }] : []),
    ...(columns.includes('birth_date') ? [{ label: t('table.birth-date'), kind: 'day' as const, cell: dayOf }] : []),
  ]
}

/** A column of days holds nothing else. */
function dayOf({ birth_date: day }: AnswerRow): Cell {
  return day !== undefined && isDate(day) ? day : null
}

function budgetColumns({ categories, sources }: Question, language: Language): TableColumn[] {
  const t = words(language)
  const named = (options: Question['categories'], code: string | undefined): Cell => (code === undefined ? null : optionName(options, code, language))
  return [
    { label: t('table.label'), cell: (row) => row.label ?? null },
    ...(categories === undefined ? [] : [{ label: t('table.category'), cell: (row: AnswerRow) => named(categories, row.category) }]),
    ...(sources === undefined ? [] : [{ label: t('table.source'), cell: (row: AnswerRow) => named(sources, row.source) }]),
    { label: t('table.amount'), kind: 'money', cell: ({ amount }) => (amount !== undefined && MONEY.test(amount) ? amount : null) },
  ]
}
