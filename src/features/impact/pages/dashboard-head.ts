/** The head of the dashboard: where the edition stands in one line, and its key figures. */
import type { Language } from '../../../domain/language.ts'
import { dayIn, daysLeft, formatDate } from '../../../platform/time/time.ts'
import { formatNumber, formatPercent } from '../../../platform/words/format.ts'
import type { DashboardView } from '../dashboard/views.ts'
import { words } from '../words/index.ts'

interface Shown {
  readonly language: Language
  readonly slug: string
  readonly year: number
  readonly view: DashboardView
}

export function titleOf({ language, view, year }: Shown): string {
  const t = words(language)
  switch (view.phase) {
    case 'unpublished':
      return t('dashboard.unpublished', { year: String(year) })
    case 'before':
      return t('dashboard.before', { year: String(year), day: formatDate(view.opensAt.toISOString().slice(0, 10), language) })
    case 'open':
      if (view.deadlineAt === null) return t('dashboard.rolling', { year: String(year) })
      return t('dashboard.open', { year: String(year), days: daysLeft(dayIn(view.asOf, view.zone), dayIn(view.deadlineAt, view.zone)) })
    case 'review':
      return t('dashboard.review', { year: String(year) })
    case 'support':
      return t('dashboard.support', { year: String(year), count: view.total.active })
    case 'ended':
      return t('dashboard.ended', { year: String(year), count: view.total.active })
  }
}

interface Kpi {
  readonly value: string
  readonly reference: string | null
  readonly href: string
  readonly says: string
}

export function kpisOf({ language, view, slug }: Shown): Kpi[] {
  const t = words(language)
  const { total, delivery, references } = view
  const kpi = (value: string, says: string, indicator = ''): Kpi => {
    const reference = references[indicator] ?? null
    return { value, says, reference, href: reference === null ? `/${language}/desk/${slug}` : `/${language}/figures/${reference}` }
  }
  const count = (value: number): string => formatNumber(value, language)
  const women = total.said === 0 ? '–' : formatPercent(total.women / total.said, language)
  if (view.phase === 'support' || view.phase === 'ended')
    return [
      kpi(count(total.admitted), t('dashboard.kpi-admitted'), 'admitted'),
      kpi(count(total.active), t('dashboard.kpi-active'), 'active-at-end'),
      kpi(count(delivery.groupHeld), t('dashboard.kpi-group'), 'group-trainings'),
      kpi(count(delivery.individualHeld), t('dashboard.kpi-individual'), 'individual-trainings'),
      kpi(count(delivery.toursHeld), t('dashboard.kpi-tours'), 'tours'),
      ...(view.money === null
        ? []
        : [
            kpi(
              formatNumber(view.money.seed.paid.replace(/\.00$/, ''), language),
              t('dashboard.kpi-paid', { currency: view.money.currency }),
              'money-paid',
            ),
          ]),
    ]
  return [
    kpi(count(total.begun), t('dashboard.kpi-begun')),
    kpi(count(total.submitted), t('dashboard.kpi-submitted'), 'submitted'),
    kpi(women, t('dashboard.kpi-women')),
    kpi(view.medianAge === null ? '–' : t('dashboard.years', { years: view.medianAge }), t('dashboard.kpi-age')),
    ...(view.phase === 'review' ? [kpi(count(total.eligible), t('dashboard.kpi-eligible'), 'eligible')] : []),
  ]
}
