/** Questions answered line by line: people, budgets, and statements one agrees with or not. */
import type { Html } from '#html'
import { ChoiceField, type ChoiceOption, SelectField, TextField } from '../../../design/form/controls.tsx'
import { errorOf, FieldGroup, type FieldProps, type FormErrors } from '../../../design/form/field.tsx'
import { words as designWords } from '../../../design/words/index.ts'
import { type Answer, type AnswerRow, type Option, type Question, rowsOf } from '../../../domain/form.ts'
import { budgetTotals } from '../../../domain/form-values.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { currencyName, formatMoney } from '../../../platform/words/format.ts'
import { cellField, USUAL_ROWS } from '../answer-tables.ts'
import type { EditionLists } from '../views.ts'
import { words } from '../words/index.ts'

export interface TableQuestionProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly lists: EditionLists
  readonly language: Language
  readonly frame: FieldProps
  readonly errors: FormErrors
}

/** Empty lines after those that are written: more come with each save. */
const SPARE = 2
const LEAST = 3

export function TableQuestion(props: TableQuestionProps): Html {
  return props.question.kind === 'likert' ? <Statements {...props} /> : <Lines {...props} />
}

function Statements({ question, answer, language, frame, errors }: TableQuestionProps): Html {
  const steps = (question.options ?? []).map((option) => optionOf(option, language))
  return (
    <FieldGroup {...frame}>
      <div class="stack stack--sm">
        {(question.statements ?? []).map((statement) => {
          const name = `${question.code}.${statement.code}`
          const value = rowsOf(answer).find((row) => row.statement === statement.code)?.answer ?? ''
          const label = inLanguage(statement.name, language).text
          return <ChoiceField name={name} label={label} error={errorOf(errors, name)} value={value} options={steps} look="row" />
        })}
      </div>
    </FieldGroup>
  )
}

function Lines(props: TableQuestionProps): Html {
  const { question, answer, lists, language, frame } = props
  const rows = rowsOf(answer)
  const most = question.maxRows ?? USUAL_ROWS
  const shown = Math.min(most, Math.max(rows.length + SPARE, question.minRows ?? 0, Math.min(LEAST, most)))
  const t = words(language)
  return (
    <FieldGroup {...frame}>
      <div class="stack stack--sm">
        {Array.from({ length: Math.max(shown, rows.length) }, (_, place) => (
          <fieldset class="line">
            <legend>{t(question.kind === 'people' ? 'table.person' : 'table.expense', { number: place + 1 })}</legend>
            <div class="line__cells">
              {question.kind === 'people' ? (
                <PersonCells {...props} row={rows[place] ?? {}} place={place} />
              ) : (
                <ExpenseCells {...props} row={rows[place] ?? {}} place={place} />
              )}
            </div>
          </fieldset>
        ))}
        <p class="hint">{t('table.more', { max: most })}</p>
        {question.kind === 'budget' && rows.length > 0 && <Totals question={question} answer={answer} lists={lists} language={language} />}
      </div>
    </FieldGroup>
  )
}

type CellsProps = TableQuestionProps & { readonly row: AnswerRow; readonly place: number }

function PersonCells({ question, row, place, language, errors }: CellsProps): Html {
  const t = words(language)
  const columns = question.columns ?? []
  const cell = (column: string) => cellOf(question.code, place, column, row, errors)
  const genders = (['woman', 'man'] as const).map((value) => ({ value, name: t(`table.${value}`) }))
  return (
    <>
      <TextField {...cell('name')} label={t('table.name')} autocomplete="off" />
      {columns.includes('birth_date') && (
        <TextField
          {...cell('birth_date')}
          value={printedDay(row.birth_date)}
          label={t('table.birth-date')}
          hint={t('table.birth-date-hint')}
          width="m"
          dir="ltr"
        />
      )}
      {columns.includes('gender') && (
        <SelectField {...cell('gender')} label={t('table.gender')} groups={[{ options: genders }]} empty={t('table.not-said')} />
      )}
      {columns.includes('role') && <TextField {...cell('role')} label={t('table.role')} />}
    </>
  )
}

/** A day as people write it; what is no day stands as it was typed. */
function printedDay(day: string | undefined): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? []
  return year === undefined ? (day ?? '') : `${date}/${month}/${year}`
}

function ExpenseCells({ question, row, place, lists, language, errors }: CellsProps): Html {
  const t = words(language)
  const choose = designWords(language)('form.choose')
  const cell = (column: string) => cellOf(question.code, place, column, row, errors)
  const groups = (options: readonly Option[]) => [{ options: options.map((option) => optionOf(option, language)) }]
  return (
    <>
      <TextField {...cell('label')} label={t('table.label')} />
      {question.categories !== undefined && (
        <SelectField {...cell('category')} label={t('table.category')} groups={groups(question.categories)} empty={choose} />
      )}
      {question.sources !== undefined && (
        <SelectField {...cell('source')} label={t('table.source')} groups={groups(question.sources)} empty={choose} />
      )}
      <TextField {...cell('amount')} label={t('table.amount')} kind="money" width="s" unit={currencyName(lists.currency, language)} />
    </>
  )
}

function cellOf(question: string, place: number, column: string, row: AnswerRow, errors: FormErrors) {
  const name = cellField(question, place, column)
  return { name, value: row[column] ?? '', error: errorOf(errors, name) }
}

/** What the lines that can be read add up to, whole and by category and source. */
function Totals({ question, answer, lists, language }: Pick<TableQuestionProps, 'question' | 'answer' | 'lists' | 'language'>): Html {
  const t = words(language)
  const totals = budgetTotals(question, answer)
  const line = (name: string, amount: string) => (
    <div>
      <dt>{name}</dt>
      <dd>{formatMoney(amount, lists.currency, language)}</dd>
    </div>
  )
  const parts = (options: readonly Option[] | undefined, of: Readonly<Record<string, string>>) =>
    (options ?? [])
      .filter((option) => of[option.code] !== undefined)
      .map((option) => line(inLanguage(option.name, language).text, of[option.code] as string))
  return (
    <dl class="sheet">
      {parts(question.categories, totals.byCategory)}
      {parts(question.sources, totals.bySource)}
      {line(t('table.total'), totals.total)}
    </dl>
  )
}

function optionOf(option: Option, language: Language): ChoiceOption {
  return {
    value: option.code,
    name: inLanguage(option.name, language).text,
    hint: option.hint === undefined ? undefined : inLanguage(option.hint, language).text,
  }
}
