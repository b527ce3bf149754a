/** The fee sheet as a file to take away. */
import { FEE_WORKS } from '../../../domain/fee.ts'
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
      ...FEE_WORKS.flatMap((work) => [
        { label: t(`count.${work}`), kind: 'number' as const },
        { label: t(`rate.${work}`), kind: 'money' as const },
      ]),
      { label: `${t('amount')} (${view.currency})`, kind: 'money' },
    ],
    rows: [
      ...view.lines.map((line) => [
        line.name ?? t('reader', { number: line.reviewer }),
        ...FEE_WORKS.flatMap((work) => [line.counts[work], view.rates[work]]),
        line.amount,
      ]),
      [t('total'), ...FEE_WORKS.flatMap(() => [null, null]), view.total],
    ],
  }
}
