/** What a reader will see of files, said truly to whoever is asked: stage by stage where stages differ. */
import { type Hidden, hiddenNames } from '../../domain/blindness.ts'
import type { Language } from '../../domain/language.ts'
import { formatList } from '../../platform/words/format.ts'
import { stageText } from './stage-name.ts'
import type { StageName } from './views.ts'
import { words } from './words/index.ts'

/** What a stage hides, as words; a stage may hide single questions besides. */
export function hiddenWords(stage: Hidden, language: Language): string[] {
  const t = words(language)
  return [...hiddenNames(stage).map((one) => t(`hides.${one}`)), ...(stage.hidesQuestions.length === 0 ? [] : [t('hides.questions')])]
}

/** One sentence where every stage hides the same, else one a stage. */
export function seenText(stages: readonly (Hidden & Pick<StageName, 'name' | 'happens'>)[], language: Language): string[] {
  const t = words(language)
  const lists = stages.map((stage) => formatList(hiddenWords(stage, language), language))
  const [first = ''] = lists
  if (lists.every((list) => list === first)) return [first === '' ? t('seen.all') : t('seen.hidden', { list: first })]
  return stages.map((stage, place) => {
    const list = lists[place] ?? ''
    const names = { stage: stageText(stage, language) }
    return list === '' ? t('seen.stage-all', names) : t('seen.stage-hidden', { ...names, list })
  })
}
