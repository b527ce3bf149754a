/**
 * The list as sheets to take away: the columns chosen on the page, under its headings; then a column for each question.
 * Each table of people or of money has a sheet of its own besides, a row a line, by the number of its application.
 */
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { Cell, Column } from '../../../platform/sheets/sheet.ts'
import { rowsOf } from '../../../domain/form.ts'
import { answerText, tableColumns } from '../../applications/index.ts'
import { shownColumns } from '../pages/list/shown-columns.ts'
import { named, provinceName, regionName } from '../pages/list/value-names.ts'
import type { DeskExport, ExportLine } from '../queries/list/export.ts'
import type { DeskColumn, DeskFilters, DeskList } from '../views.ts'
import { nameFor } from '../../../domain/person.ts'
import { words } from '../words/index.ts'
import { words as listWords } from './words/index.ts'

export interface LineSheet {
  readonly columns: readonly Column[]
  readonly rows: () => AsyncGenerator<readonly (readonly Cell[])[]>
}

interface LineColumn extends Column {
  readonly cell: (line: ExportLine) => Cell
}

export function lineSheet(list: DeskList, found: DeskExport, filters: DeskFilters, language: Language): LineSheet {
  const columns = [...lineColumns(list, filters, language), ...answerColumns(found, language)]
  async function* rows() {
    for await (const lines of found.portions()) yield lines.map((line) => columns.map((column) => column.cell(line)))
  }
  return { columns, rows }
}

export interface TableSheet extends LineSheet {
  readonly name: string
}

/** One sheet a table of people or of money. Restricted questions are not among those taken away. */
export function tableSheets({ questions, portions }: DeskExport, language: Language): TableSheet[] {
  const number = { label: listWords(language)('column.number') }
  return questions.flatMap((question) => {
    const columns = tableColumns(question, language)
    if (columns === null) return []
    const line = ({ number: of, answers }: ExportLine): Cell[][] =>
      rowsOf(answers[question.code]).map((row) => [of, ...columns.map((column) => column.cell(row))])
    async function* rows() {
      for await (const lines of portions()) yield lines.flatMap(line)
    }
    return [{ name: inLanguage(question.label, language).text, columns: [number, ...columns], rows }]
  })
}

/** The number, the project, its holder and kind are in every sheet; the ground stands beside the state. */
function lineColumns(list: DeskList, filters: DeskFilters, language: Language): LineColumn[] {
  const [t, l] = [words(language), listWords(language)]
  const wanted = shownColumns(list, filters).filter((column) => column !== 'number')
  const beside = wanted.flatMap((column): DeskColumn[] => (column === 'state' && !wanted.includes('ground') ? ['state', 'ground'] : [column]))
  const of = (column: DeskColumn): LineColumn => ({ label: l(`column.${column}`), ...cellsOf(list, language)[column] })
  return [
    of('number'),
    { label: t('likeness.project'), cell: (line) => line.title },
    { label: t('desk.holder'), cell: (line) => line.holderName },
    { label: l('export.kind'), cell: (line) => named(list.kinds, line.kind, language) },
    // What was chosen of the call goes with every sheet, whatever is shown.
    ...(list.strands.length === 0 || wanted.includes('strand') ? [] : [of('strand')]),
    ...beside.map(of),
    ...(wanted.includes('state') || filters.again !== ''
      ? [{ label: l('export.again'), cell: (line: ExportLine) => (line.lookAgain ? l('again.yes') : null) }]
      : []),
  ]
}

function cellsOf(list: DeskList, language: Language): Readonly<Record<DeskColumn, Omit<LineColumn, 'label'>>> {
  const [t, l] = [words(language), listWords(language)]
  return {
    number: { cell: (line) => line.number },
    region: { cell: (line) => regionName(list, line.region, language) },
    province: { cell: (line) => provinceName(line.province, language) },
    sector: { cell: (line) => named(list.sectors, line.sector, language) },
    strand: { cell: (line) => (line.strand === null ? null : named(list.strands, line.strand, language)) },
    language: { cell: (line) => t(`language.${line.language}`) },
    submitted: { kind: 'instant', cell: (line) => line.submittedAt },
    state: { cell: (line) => t(`state.${line.state}`) },
    ground: { cell: (line) => (line.ground === null ? null : named(list.rules, line.ground, language)) },
    unclear: { kind: 'number', cell: (line) => line.unclear },
    files: { kind: 'number', cell: (line) => line.files },
    checker: { cell: (line) => (line.checker === null ? null : nameFor(line.checker, language)) },
    gender: { cell: (line) => (line.gender === null ? null : l(`gender.${line.gender}`)) },
    age: { kind: 'number', cell: (line) => line.age },
  }
}

/** A table (people, a budget) is text in one cell, a line of it a line; whole numbers and amounts stay figures. */
function answerColumns({ questions, lists }: DeskExport, language: Language): LineColumn[] {
  return questions.map((question) => {
    const label = inLanguage(question.label, language).text
    const figure =
      question.kind === 'money' ? ('money' as const) : question.kind === 'integer' || question.kind === 'number' ? ('number' as const) : null
    if (figure !== null) return { label, kind: figure, cell: ({ answers }) => figureOf(answers[question.code]) }
    if (question.kind === 'date') return { label, kind: 'day' as const, cell: ({ answers }) => dayOf(answers[question.code]) }
    return { label, cell: ({ answers }) => answerText(question, answers[question.code], lists, language) || null }
  })
}

function figureOf(answer: unknown): string | null {
  return typeof answer === 'string' && /^-?\d+(?:\.\d+)?$/.test(answer) ? answer : null
}

function dayOf(answer: unknown): string | null {
  return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? answer : null
}
