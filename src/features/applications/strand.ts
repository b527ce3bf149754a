/** Strands as applicants meet them: each with its places and its ceiling, and amounts held against the one that is chosen. */
import type { ChoiceOption } from '../../design/form/controls.tsx'
import type { Answers, FormDefinition } from '../../domain/form.ts'
import { inLanguage, LANGUAGES, type Language, type Trilingual } from '../../domain/language.ts'
import { aboveStrand, chosenStrand } from '../../domain/strand.ts'
import { formatMoney } from '../../platform/words/format.ts'
import type { AnswerFault } from './answers.ts'
import type { EditionLists } from './views.ts'
import { words } from './words/index.ts'

type Strand = EditionLists['strands'][number]

/** What one chooses between. */
export function strandOptions(lists: EditionLists, language: Language): ChoiceOption[] {
  return lists.strands.map((strand) => ({
    value: strand.code,
    name: inLanguage(strand.name, language).text || strand.code,
    hint: [inLanguage(strand.summary, language).text, strandTerms(strand, lists.currency, language)].filter((part) => part !== '').join(' '),
  }))
}

/** "8 places, up to 80,000 MAD for a project."; '' where neither is said. */
function strandTerms({ places, ceiling }: Strand, currency: string, language: Language): string {
  const t = words(language)
  const most = ceiling === null ? '' : formatMoney(ceiling, currency, language)
  if (places === null) return ceiling === null ? '' : t('strand.ceiling', { most })
  return ceiling === null ? t('strand.places', { places }) : t('strand.places-and-ceiling', { places, most })
}

/** Beside an amount: what each strand allows. */
export function ceilingsText(lists: EditionLists, language: Language): string {
  const limited = lists.strands.flatMap(({ name, code, ceiling }) =>
    ceiling === null ? [] : [{ strand: inLanguage(name, language).text || code, most: formatMoney(ceiling, lists.currency, language) }],
  )
  if (limited.length === 0) return ''
  const t = words(language)
  return t('strand.ceilings', {
    all: limited.map((one) => t('strand.one-ceiling', one)).join(language === 'ar' ? '؛ ' : language === 'fr' ? '\u202f; ' : '; '),
  })
}

/** Amounts above the ceiling of the strand that was chosen; each says which, how much, and what to do. */
export function strandFaults(form: FormDefinition, answers: Answers, asked: ReadonlySet<string>, lists: EditionLists): AnswerFault[] {
  const above = aboveStrand(form, answers, asked, lists.strands)
  const strand = above.length === 0 ? undefined : chosenStrand(form, answers, lists.strands)
  if (strand?.ceiling == null) return []
  const { code, ceiling } = strand
  const says = (language: Language): string =>
    words(language)('strand.above', { strand: inLanguage(strand.name, language).text || code, most: formatMoney(ceiling, lists.currency, language) })
  const message = Object.fromEntries(LANGUAGES.map((language) => [language, says(language)])) as unknown as Trilingual
  return above.map((question) => ({ question: question.code, code: 'above-strand', details: { strand: code, most: ceiling }, message }))
}
