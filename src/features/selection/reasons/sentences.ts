/** A sheet of reasons in words: the same sentences on the page and in the PDF. */
import type { Language } from '../../../domain/language.ts'
import { isolated } from '../../../platform/isolate.ts'
import { notCandidateSentences } from '../not-candidate.ts'
import { formatNumber, formatPercent } from '../../../platform/words/format.ts'
import { formatList } from '../../../platform/words/list.ts'
import type { ReasonSheet } from './views.ts'
import { words } from './words/index.ts'

export interface ReasonPart {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly facts?: readonly (readonly [name: string, value: string])[]
}

const points = (decimal: string, language: Language): string => formatNumber(decimal, language, { decimals: 2 })

/** What was decided, how the score came about, what decided, and what would have sufficed. */
export function reasonParts(sheet: ReasonSheet, language: Language): ReasonPart[] {
  const t = words(language)
  return [
    { heading: t('part.decision'), paragraphs: decisionSentences(sheet, language) },
    { heading: t('part.score'), ...scorePart(sheet, language) },
    { heading: t('part.why'), paragraphs: whySentences(sheet, language) },
  ]
}

function decisionSentences({ outcome, reserveRank, region, edition, figures }: ReasonSheet, language: Language): string[] {
  const t = words(language)
  const rank = figures.rank === null ? [] : [t('decision.rank', { rank: figures.rank, count: figures.candidates })]
  const said = {
    selected: t('decision.selected', { edition: isolated(edition, language) }),
    reserve: t('decision.reserve', { rank: reserveRank ?? 0, region: isolated(region, language) }),
    'not-selected': t('decision.not-selected', { edition: isolated(edition, language) }),
  }[outcome]
  return [said, ...rank]
}

function scorePart(sheet: ReasonSheet, language: Language): Pick<ReasonPart, 'paragraphs' | 'facts'> {
  const t = words(language)
  const { figures, interviewWeight, isCalibrated, criteria, scaleMax } = sheet
  const { readings, interviews, score, given } = figures
  const mean = (value: string | null): string => (value === null ? '–' : t('score.of-100', { score: points(value, language) }))
  const counts = Number(interviewWeight) > 0
  const total = criteria.reduce((sum, one) => sum + one.weight, 0)
  return {
    paragraphs: [
      score === null ? t('score.none') : t('score.final', { score: points(score, language) }),
      ...(counts && score !== null ? [t('score.weights', { share: formatPercent(Number(interviewWeight), language) })] : []),
      ...(isCalibrated && score !== null && given !== null ? [t('score.calibrated', { given: points(given, language) })] : []),
      ...(criteria.length === 0 ? [] : [t('score.criteria')]),
    ],
    facts: [
      [t('score.readings', { count: readings.count }), mean(readings.mean)],
      ...(counts ? [[t('score.interviews', { count: interviews.count }), mean(interviews.mean)] as const] : []),
      ...criteria.map(({ name, weight, step }) => {
        const shown = formatNumber(step.toFixed(2), language, { decimals: 2 })
        return [name, t('score.step', { step: shown, most: scaleMax, share: formatPercent(weight / total, language) })] as const
      }),
    ],
  }
}

function whySentences(sheet: ReasonSheet, language: Language): string[] {
  const t = words(language)
  const { figures, passMark, rules } = sheet
  const said = notCandidateSentences(sheet, language)
  if (said !== null) return said
  if (figures.why !== null && t.has(`why.${figures.why}`)) {
    const lacked = figures.score === null ? '' : points((Number(passMark) - Number(figures.score)).toFixed(6), language)
    return [t.any(`why.${figures.why}`, { mark: points(passMark, language), points: lacked })]
  }
  const named = rules.length === 0 ? '' : formatList(rules, language)
  if (figures.selected)
    return [
      figures.points === null ? t('why.only') : t('why.margin', { points: points(figures.points, language) }),
      ...(named === '' ? [] : [t('why.raised', { rules: named })]),
    ]
  if (figures.points === null || figures.sufficient === null)
    return [t('why.impossible'), ...(named === '' ? [] : [t('why.rules', { rules: named })])]
  const tied = Number(figures.points) === 0
  return [
    tied ? t('why.tied') : t('why.gap', { points: points(figures.points, language) }),
    ...(tied ? [] : [t('why.sufficient', { score: points(figures.sufficient, language) })]),
    ...(named === '' ? [] : [t('why.rules', { rules: named })]),
  ]
}
