/** The fee sheet as a file to take away. */
import type { Language } from '../../../domain/language.ts'
import type { Sheet } from '../../../platform/sheets/sheet.ts'
import type { FeesView } from './views.ts'
import { words } from './words/index.ts'

export function feeSheet(view: FeesView, language: Language): Sheet {
  const t = words(language)
  return {
    name: t('title'),
    columns: [
      { label: t('name') },
      { label: t('count.reading'), kind: 'number' },
      { label: t('rate.reading'), kind: 'money' },
      { label: t('count.interview'), kind: 'number' },
      { label: t('rate.interview'), kind: 'money' },
      { label: `${t('amount')} (${view.currency})`, kind: 'money' },
    ],
    rows: [
      ...view.lines.map((line) => [
        line.name ?? t('reader', { number: line.reviewer }),
        line.counts.reading,
        view.rates.reading,
        line.counts.interview,
        view.rates.interview,
        line.amount,
      ]),
      [t('total'), null, null, null, null, view.total],
    ],
  }
}
