/** What is answered to a question of a form, and within which limits, as it is read before anything is begun. */
import { fileLimits } from '../../domain/file.ts'
import type { Question } from '../../domain/form.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { formatChoice, formatMoney, formatNumber } from '../../platform/words/format.ts'
import { fileWords, lengthText, weightText } from '../files/index.ts'
import type { CallView } from './views.ts'
import { words } from './words/index.ts'

type Content = CallView['content']

/** What a list of choices is called, and the choices. */
export interface Choices {
  readonly title: string
  readonly names: readonly string[]
}

/** Sentences: what is answered, how much of it at most. */
export function limitsOf(question: Question, content: Content, language: Language): string[] {
  const t = words(language)
  const kind = t.any(`ahead.kind.${question.kind}`)
  return [kind, ...bounds(question, content, language), ...ceilings(question, content, language)]
}

function bounds(question: Question, { edition }: Content, language: Language): string[] {
  const t = words(language)
  const { min, max, kind } = question
  const said: string[] = []
  if (question.minWords !== undefined && question.minWords > 0) said.push(t('ahead.words-least', { min: question.minWords }))
  if (question.maxWords !== undefined) said.push(t('ahead.words', { max: question.maxWords }))
  if (question.maxLength !== undefined) said.push(t('ahead.characters', { max: question.maxLength }))
  if (kind === 'file') return [...said, ...fileText(question, language)]
  const number = (value: number): string => {
    if (kind === 'money') return formatMoney(String(value), edition.currency, language)
    const unit = question.unit === undefined ? '' : ` ${inLanguage(question.unit, language).text}`
    // A year is a number that takes no separator.
    return `${value >= 1000 && value < 10_000 && unit === '' ? String(value) : formatNumber(value, language)}${unit}`
  }
  if (kind === 'choices') {
    if (min !== undefined && min > 0) said.push(t('ahead.choices-least', { min }))
    if (max !== undefined) said.push(t('ahead.choices-most', { max }))
    return said
  }
  if (min !== undefined && max !== undefined) said.push(t('ahead.between', { min: number(min), max: number(max) }))
  else if (max !== undefined) said.push(t('ahead.at-most', { max: number(max) }))
  else if (min !== undefined) said.push(t('ahead.at-least', { min: number(min) }))
  return [...said, ...rows(question, language)]
}

function rows({ minRows = 0, maxRows, ages }: Question, language: Language): string[] {
  const t = words(language)
  return [
    ...(minRows > 0 ? [t('ahead.rows-least', { min: minRows })] : []),
    ...(maxRows === undefined ? [] : [t('ahead.rows-most', { max: maxRows })]),
    ...(ages === undefined ? [] : [t('ahead.ages', ages)]),
  ]
}

function fileText(question: Question, language: Language): string[] {
  const t = fileWords(language)
  const { accept, maxFiles, maxBytes, maxSeconds } = fileLimits(question)
  const families = formatChoice(
    accept.map((family) => t(`family.${family}`, { count: maxFiles })),
    language,
  )
  return [
    t('question.takes', { count: maxFiles, families, weight: weightText(maxBytes, language) }),
    ...(maxSeconds === undefined ? [] : [t('question.lasts', { length: lengthText(maxSeconds, language) })]),
  ]
}

/** What each strand allows, where the amount must lie within the one that is chosen. */
function ceilings({ withinStrand }: Question, { strands = [], edition }: Content, language: Language): string[] {
  if (withinStrand !== true) return []
  return strands.flatMap(({ name, ceiling }) =>
    ceiling === null
      ? []
      : [words(language)('ahead.ceiling', { strand: inLanguage(name, language).text, max: formatMoney(ceiling, edition.currency, language) })],
  )
}

/** Lists to choose from, by what they are. Regions and provinces are known to all, and not listed. */
export function choicesOf(question: Question, content: Content, language: Language): Choices[] {
  const t = words(language)
  const list = (title: string, of: readonly { readonly name: Trilingual }[] = []): Choices[] =>
    of.length === 0 ? [] : [{ title, names: of.map(({ name }) => inLanguage(name, language).text) }]
  switch (question.kind) {
    case 'sector':
      return list(t('ahead.choices'), content.sectors)
    case 'applicant-kind':
      return list(t('ahead.choices'), content.applicantKinds)
    case 'strand':
      return list(t('ahead.choices'), content.strands)
    case 'likert':
      return [...list(t('ahead.statements'), question.statements), ...list(t('ahead.steps'), question.options)]
    case 'budget':
      return [...list(t('ahead.categories'), question.categories), ...list(t('ahead.sources'), question.sources)]
    case 'people':
      return [{ title: t('ahead.columns'), names: ['name' as const, ...(question.columns ?? [])].map((column) => t(`ahead.column.${column}`)) }]
    default:
      return list(t('ahead.choices'), question.options)
  }
}
