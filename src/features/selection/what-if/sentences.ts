/** What a simulation changes of the edition, a phrase a change. */
import type { Language } from '../../../domain/language.ts'
import type { Changes } from '../../../domain/what-if.ts'
import { formatMoney, formatNumber } from '../../../platform/words/format.ts'
import type { EditionTerms } from '../queries/selection-facts.ts'
import { limitWords, valueNames } from '../rule-names.ts'
import { words } from '../words/index.ts'

export function changeSentences({ places, passMark, scoreBasis, budget, rules = [] }: Changes, terms: EditionTerms, language: Language): string[] {
  const t = words(language)
  const valueOf = valueNames(terms, language)
  return [
    ...(places === undefined ? [] : [t('changed.places', { count: places })]),
    ...(passMark === undefined ? [] : [t('changed.pass-mark', { mark: formatNumber(passMark, language) })]),
    ...(scoreBasis === undefined ? [] : [t(scoreBasis === 'raw' ? 'changed.raw' : 'changed.calibrated')]),
    ...(budget === undefined ? [] : [t('changed.budget', { amount: formatMoney(budget, terms.currency, language) })]),
    ...rules.map((one) => {
      const value = `${t.any(`attribute.${one.attribute}`)} ${valueOf(one.attribute, one.value)}`
      return t('changed.limits', { value, limits: limitWords(one, language) })
    }),
  ]
}
