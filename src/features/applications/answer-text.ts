/** Answers as a person reads them: for the check page, the receipt, its document and every later stage. */
import { type Answer, type Answers, isAnswered, type Question } from '../../domain/form.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { provinceOf, regionOf } from '../../domain/territory.ts'
import { words as designWords } from '../../design/words/index.ts'
import { isDate } from '../../domain/date.ts'
import { formatDate } from '../../platform/time/time.ts'
import { formatList, formatMoney, formatNumber } from '../../platform/words/format.ts'
import type { EditionLists } from './views.ts'

const MONEY = /^\d{1,13}(?:\.\d{1,2})?$/
const WHOLE = /^-?\d{1,13}$/

/** An answer in words; one that cannot be read is shown as it was typed; none gives ''. */
export function answerText(question: Question, answer: Answer | undefined, lists: EditionLists, language: Language): string {
  if (!isAnswered(answer)) return ''
  if (typeof answer !== 'string') {
    const names = (answer as readonly string[]).map((code) => optionName(question, code, language))
    return formatList(names, language)
  }
  switch (question.kind) {
    case 'date':
      return isDate(answer) ? formatDate(answer, language) : answer.replaceAll('/', ' ')
    case 'money':
      return MONEY.test(answer) ? formatMoney(answer, lists.currency, language) : answer
    case 'integer':
      // A year is no quantity: only what can have thousands is grouped.
      return WHOLE.test(answer) && (question.max ?? Number.POSITIVE_INFINITY) > 9999 ? formatNumber(answer, language) : answer
    case 'phone':
      return printPhone(answer)
    case 'yes-no':
    case 'consent':
      return designWords(language)(answer === 'yes' ? 'form.yes' : 'form.no')
    default:
      return nameOf(question, answer, lists, language)
  }
}

/** A Moroccan number as it is dialled there, others with their country code. */
export function printPhone(phone: string): string {
  const [, first, rest] = /^\+212(\d)(\d{8})$/.exec(phone) ?? []
  return first === undefined || rest === undefined ? phone : `0${first}${rest.slice(0, 2)}-${rest.slice(2)}`
}

function nameOf(question: Question, answer: string, lists: EditionLists, language: Language): string {
  const name = listName(question, answer, lists)
  return name === undefined ? optionName(question, answer, language) : inLanguage(name, language).text
}

function listName({ kind }: Question, answer: string, lists: EditionLists): Trilingual | undefined {
  if (kind === 'region') return lists.regions.find((region) => region.code === answer)?.name ?? regionOf(answer)?.name
  if (kind === 'province') return provinceOf(answer)?.name
  if (kind === 'sector') return lists.sectors.find((sector) => sector.code === answer)?.name
  if (kind === 'applicant-kind') return lists.kinds.find((one) => one.code === answer)?.name
  return undefined
}

function optionName(question: Question, code: string, language: Language): string {
  const option = question.options?.find((one) => one.code === code)
  return option === undefined ? code : inLanguage(option.name, language).text
}

/** Whether an answer is written left to right in every language. */
export function isLeftToRight({ kind }: Question): boolean {
  return kind === 'phone' || kind === 'email' || kind === 'url' || kind === 'cin'
}

/** The mark of the region an answer names, for its shape and colour; null for a region outside the edition. */
export function regionMark(answers: Answers, lists: EditionLists): string | null {
  return lists.regions.find((region) => region.code === answers.region)?.mark ?? null
}
