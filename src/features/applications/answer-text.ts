/** Answers as a person reads them: for the check page, the receipt, its document and every later stage. */
import { type Answer, type AnswerRow, type Answers, codesIn, isAnswered, isTable, type Option, type Question, rowsOf } from '../../domain/form.ts'
import { printRib } from '../../domain/identifier.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { provinceOf, regionOf } from '../../domain/territory.ts'
import { words as designWords } from '../../design/words/index.ts'
import { isDate } from '../../domain/date.ts'
import { formatDate } from '../../platform/time/time.ts'
import { formatList, formatMoney, formatNumber } from '../../platform/words/format.ts'
import type { EditionLists } from './views.ts'
import { words } from './words/index.ts'

/** An amount as it is kept. */
export const MONEY = /^\d{1,13}(?:\.\d{1,2})?$/
const DECIMAL = /^-?\d{1,13}(?:\.\d{1,6})?$/
const WHOLE = /^-?\d{1,13}$/

/** An answer in words; one that cannot be read is shown as it was typed; none gives ''. */
export function answerText(question: Question, answer: Answer | undefined, lists: EditionLists, language: Language): string {
  if (answer === undefined || !isAnswered(answer)) return ''
  if (isTable(question))
    return rowsOf(answer)
      .map((row) => rowText(question, row, lists, language))
      .join('\n')
  if (question.kind === 'file') return words(language)('answer.files', { count: codesIn(answer).length })
  if (typeof answer !== 'string')
    return formatList(
      codesIn(answer).map((code) => optionName(question.options, code, language)),
      language,
    )
  switch (question.kind) {
    case 'date':
      return isDate(answer) ? formatDate(answer, language) : answer.replaceAll('/', ' ')
    case 'money':
      return MONEY.test(answer) ? formatMoney(answer, lists.currency, language) : answer
    case 'integer':
      // A year is no quantity: only what can have thousands is grouped.
      return WHOLE.test(answer) && (question.max ?? Number.POSITIVE_INFINITY) > 9999 ? formatNumber(answer, language) : answer
    case 'number':
      return DECIMAL.test(answer) ? withUnit(formatNumber(answer, language), question, language) : answer
    case 'rib':
      return /^\d{24}$/.test(answer) ? printRib(answer) : answer
    case 'phone':
      return printPhone(answer)
    case 'yes-no':
    case 'consent':
      return designWords(language)(answer === 'yes' ? 'form.yes' : 'form.no')
    default:
      return nameOf(question, answer, lists, language)
  }
}

function withUnit(text: string, { unit }: Question, language: Language): string {
  return unit === undefined ? text : `${text} ${inLanguage(unit, language).text}`
}

/** A line of a table: its cells, split by points; a statement with what was answered to it. */
function rowText(question: Question, row: AnswerRow, lists: EditionLists, language: Language): string {
  const t = words(language)
  if (question.kind === 'likert') {
    const [statement, answer] = [
      optionName(question.statements, row.statement ?? '', language),
      optionName(question.options, row.answer ?? '', language),
    ]
    return t('table.statement', { statement, answer })
  }
  const gender = row.gender === 'woman' || row.gender === 'man' ? t(`table.${row.gender}`) : undefined
  const day = row.birth_date === undefined ? undefined : isDate(row.birth_date) ? formatDate(row.birth_date, language) : row.birth_date
  const amount = row.amount === undefined ? undefined : MONEY.test(row.amount) ? formatMoney(row.amount, lists.currency, language) : row.amount
  const category = row.category === undefined ? undefined : optionName(question.categories, row.category, language)
  const source = row.source === undefined ? undefined : optionName(question.sources, row.source, language)
  const cells = question.kind === 'people' ? [row.name, row.role, gender, day] : [row.label, category, source, amount]
  return cells.filter((cell) => cell !== undefined && cell !== '').join(' · ')
}

/** An answer that was sent, as somebody types it: a draft that begins with it shows no country code and no idle decimals. */
export function asTyped({ kind }: Question, answer: Answer): Answer {
  if (typeof answer !== 'string') return answer
  if (kind === 'phone') return printPhone(answer)
  if (kind === 'rib' && /^\d{24}$/.test(answer)) return printRib(answer)
  return kind === 'money' ? answer.replace(/\.00$/, '') : answer
}

/** A Moroccan number as it is dialled there, others with their country code. */
export function printPhone(phone: string): string {
  const [, first, rest] = /^\+212(\d)(\d{8})$/.exec(phone) ?? []
  return first === undefined || rest === undefined ? phone : `0${first}${rest.slice(0, 2)}-${rest.slice(2)}`
}

function nameOf(question: Question, answer: string, lists: EditionLists, language: Language): string {
  const name = listName(question, answer, lists)
  return name === undefined ? optionName(question.options, answer, language) : inLanguage(name, language).text
}

function listName({ kind }: Question, answer: string, lists: EditionLists): Trilingual | undefined {
  if (kind === 'region') return lists.regions.find((region) => region.code === answer)?.name ?? regionOf(answer)?.name
  if (kind === 'province') return provinceOf(answer)?.name
  if (kind === 'sector') return lists.sectors.find((sector) => sector.code === answer)?.name
  if (kind === 'strand') return lists.strands.find((strand) => strand.code === answer)?.name
  if (kind === 'applicant-kind') return lists.kinds.find((one) => one.code === answer)?.name
  return undefined
}

/** What an option is called; its code when there is none of that code any more. */
export function optionName(options: readonly Option[] | undefined, code: string, language: Language): string {
  const option = (options ?? []).find((one) => one.code === code)
  return option === undefined ? code : inLanguage(option.name, language).text
}

/** Whether an answer is written left to right in every language. */
export function isLeftToRight({ kind }: Question): boolean {
  return kind === 'phone' || kind === 'email' || kind === 'url' || kind === 'cin' || kind === 'rib' || kind === 'ice'
}

/** The mark of the region an answer names, for its shape and colour; null for a region outside the edition. */
export function regionMark(answers: Answers, lists: EditionLists): string | null {
  return lists.regions.find((region) => region.code === answers.region)?.mark ?? null
}
