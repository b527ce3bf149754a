/** The letter that tells a result, with its reasons in words. */
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { isolated } from '../../platform/isolate.ts'
import type { Paragraph } from '../../platform/mail/message.ts'
import { formatNumber } from '../../platform/words/format.ts'
import type { DecisionExplanation } from './decisions.ts'
import { notCandidateSentences } from './not-candidate.ts'
import { words } from './words/index.ts'

export interface Told {
  readonly number: string
  readonly name: string
  readonly title: string
  readonly edition: string
  readonly regionName: string
  readonly outcome: 'selected' | 'reserve' | 'not-selected'
  readonly reserve_rank: number | null
  readonly score: string | null
  readonly explanation: DecisionExplanation
  readonly pass_mark: string
  readonly scale_max: number
  readonly criteria: readonly { readonly code: string; readonly name: Trilingual }[]
  /** Days within which the decision can be appealed. */
  readonly appeal_days: number
  /** Where the sheet of reasons is read. */
  readonly reasons: string
}

/** Subject and paragraphs in one language. */
export function resultLetter(language: Language, told: Told): { subject: string; paragraphs: Paragraph[] } {
  const t = words(language)
  const title = isolated(told.title, language)
  const opening: Paragraph[] = [{ heading: t(`letter.${told.outcome}.title`) }, t('letter.greeting', { name: isolated(told.name, language) })]
  const facts: Paragraph = {
    facts: [
      [t('letter.number'), told.number],
      [t('letter.project'), told.title],
      [t('column.region'), told.regionName],
    ],
  }
  const body = {
    selected: [t('letter.selected.said', { title, edition: isolated(told.edition, language) }), t('letter.selected.next')],
    reserve: [
      t('letter.reserve.said', { title, rank: told.reserve_rank ?? 0, region: isolated(told.regionName, language) }),
      t('letter.reserve.next'),
    ],
    'not-selected': [t('letter.not-selected.said', { title, edition: isolated(told.edition, language) })],
  }[told.outcome]
  const reasons = told.outcome === 'selected' ? [] : [...reasonSheet(language, told), t('letter.appeal', { days: told.appeal_days })]
  const sheet: Paragraph = { action: { label: t('letter.reasons'), href: told.reasons } }
  return { subject: t('letter.subject', { number: told.number }), paragraphs: [...opening, ...body, facts, ...reasons, sheet, t('letter.end')] }
}

/** Score by criterion, and what decided, from the numbers of the sealed record. */
function reasonSheet(language: Language, { explanation, score, criteria, scale_max, pass_mark }: Told): Paragraph[] {
  const t = words(language)
  const points = (decimal: string): string => formatNumber(decimal, language, { decimals: 2 })
  const steps = criteria.flatMap(({ code, name }) => {
    const step = explanation.steps[code]
    return step === undefined
      ? []
      : [t('letter.step', { criterion: inLanguage(name, language).text, step: formatNumber(step, language, { decimals: 1 }), most: scale_max })]
  })
  const total = score === null ? [] : [t('letter.score', { score: points(score) })]
  return [
    ...total,
    ...(notCandidateSentences(explanation, language) ?? [
      t.any(`letter.why.${reasonOf(explanation)}`, { mark: points(pass_mark), gap: points(explanation.gap ?? '0') }),
    ]),
    ...(steps.length === 0 ? [] : [t('letter.steps'), { list: steps }]),
  ]
}

function reasonOf({
  why,
  gap,
  rules,
}: DecisionExplanation): 'unread' | 'not-interviewed' | 'below-pass-mark' | 'tied' | 'rules' | 'outranked' | 'no-list' {
  if (why !== undefined) return why
  if (gap === null || gap === undefined) return 'no-list'
  if (Number(gap) === 0) return 'tied'
  return (rules ?? []).length > 0 ? 'rules' : 'outranked'
}
