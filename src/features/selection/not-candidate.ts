/** In words why a file was no candidate: the same on its sheet of reasons and in its letter. */
import { inLanguage, type Language } from '../../domain/language.ts'
import { formatNumber } from '../../platform/words/format.ts'
import { isolated } from '../../platform/isolate.ts'
import type { DecisionExplanation } from './decisions.ts'
import { words } from './reasons/words/index.ts'

/** Null where the explanation says nothing more than its code. */
export function notCandidateSentences({ invitation, stop }: Pick<DecisionExplanation, 'invitation' | 'stop'>, language: Language): string[] | null {
  const t = words(language)
  const points = (decimal: string): string => formatNumber(decimal, language, { decimals: 2 })
  if (stop !== undefined) {
    const stage = isolated(inLanguage(stop.stage, language).text, language)
    if (stop.mark === null || stop.mean === null) return [t('stop.vote', { stage })]
    return [t('stop.mark', { stage, mean: points(stop.mean), mark: points(stop.mark) })]
  }
  if (invitation === undefined || invitation.mean === null) return null
  const { invited, mean, among, asked, of, lowest } = invitation
  if (invited) return [t('invitation.invited')]
  if (lowest === null) return null
  return [t('invitation.mean', { mean: points(mean) }), t(`invitation.among-${among}`, { asked, of, lowest: points(lowest) })]
}
