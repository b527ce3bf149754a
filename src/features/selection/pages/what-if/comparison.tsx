/** Two simulations compared: in words first, then side by side, then who comes in and who goes out. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { SelectField } from '../../../../design/form/controls.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { Note } from '../../../../design/note.tsx'
import { Region } from '../../../../design/region.tsx'
import { type Column, Table } from '../../../../design/table.tsx'
import type { Language } from '../../../../domain/language.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import type { Comparison, LineBeside, RuleBeside } from '../../what-if/comparison.ts'
import { words } from '../../what-if/words/index.ts'
import type { LineView, PlanLine, PlanView, QuotaView } from '../../views.ts'
import { limitOf } from '../quotas.tsx'

export interface ComparisonProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly plans: readonly PlanLine[]
  readonly comparison: Comparison | null
}

export function ComparisonPage(props: ComparisonProps): Html {
  const { language, frame, slug, plans, comparison } = props
  const t = words(language)
  const base = `/desk/${slug}/selection`
  const { one, other } = comparison ?? {}
  const lead =
    one === undefined || other === undefined ? t('compare.choose') : t('compare.lead', { one: String(one.number), other: String(other.number) })
  const query = one === undefined || other === undefined ? '' : `?one=${one.number}&other=${other.number}`
  return (
    <StaffPage language={language} title={t('compare.title')} path={`${base}/comparison`} query={query} frame={frame}>
      <Head title={t('compare.title')} lead={lead}>
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('form.back')}
        </ButtonLink>
      </Head>
      {plans.length < 2 ? <Empty title={t('compare.few')} /> : <Choose {...props} />}
      {comparison !== null && <Compared {...props} comparison={comparison} />}
    </StaffPage>
  )
}

function Choose({ language, slug, zone, plans, comparison }: ComparisonProps): Html {
  const t = words(language)
  const options = plans.map((plan) => {
    const name = t('compare.option', { number: String(plan.number), at: formatDateTime(plan.plannedAt, language, zone, { style: 'day-month' }) })
    return { value: String(plan.number), name: plan.note === '' ? name : `${name} · ${plan.note.slice(0, 60)}` }
  })
  const chosen = (of: PlanView | undefined): string => (of === undefined ? '' : String(of.number))
  return (
    <form method="get" action={`/${language}/desk/${slug}/selection/comparison`} class="row row--end">
      <SelectField name="one" label={t('compare.one')} value={chosen(comparison?.one)} groups={[{ options }]} empty="–" width="m" />
      <SelectField name="other" label={t('compare.other')} value={chosen(comparison?.other)} groups={[{ options }]} empty="–" width="m" />
      <Button kind="quiet">{t('compare.show')}</Button>
    </form>
  )
}

function Compared(props: ComparisonProps & { readonly comparison: Comparison }): Html {
  const { language, comparison } = props
  const t = words(language)
  const { enter, leave, rules } = comparison
  return (
    <>
      <Note>
        <p>{inWords(comparison, language)}</p>
      </Note>
      <Card flush title={t('compare.both')}>
        <Table caption={t('compare.both')} columns={headColumns(props)} rows={headRows(props)} />
      </Card>
      {enter.length > 0 && (
        <Card flush title={t('compare.enter')}>
          <Table caption={t('compare.enter')} columns={lineColumns(props)} rows={enter} />
        </Card>
      )}
      {leave.length > 0 && (
        <Card flush title={t('compare.leave')}>
          <Table caption={t('compare.leave')} columns={lineColumns(props)} rows={leave} />
        </Card>
      )}
      {rules.length > 0 && (
        <Card flush title={t('compare.rules')}>
          <Table caption={t('compare.rules')} columns={ruleColumns(props)} rows={rules} />
        </Card>
      )}
    </>
  )
}

function inWords({ one, other, enter, leave, stay }: Comparison, language: Language): string {
  const t = words(language)
  const without = [one, other].filter((plan) => !plan.solved)
  if (without.length > 0) return without.map((plan) => t('compare.no-list', { number: String(plan.number) })).join(' ')
  const moves = enter.length + leave.length === 0 ? t('compare.same') : t('compare.moves', { count: enter.length, leave: leave.length, stay })
  const difference = Number(other.total) - Number(one.total)
  const points = formatNumber(Math.abs(difference).toFixed(2), language, { decimals: 2 })
  const total = Math.abs(difference) < 0.005 ? t('compare.total-same') : t(difference > 0 ? 'compare.total-more' : 'compare.total-less', { points })
  return `${moves} ${total}`
}

interface HeadRow {
  readonly name: string
  readonly of: (plan: PlanView) => string | Html
}

function headRows({ language, zone }: ComparisonProps): HeadRow[] {
  const t = words(language)
  const count = (plan: PlanView): string => formatNumber(plan.lines.filter((line) => line.outcome === 'selected').length, language)
  return [
    { name: t('compare.by'), of: (plan) => `${plan.plannedBy}, ${formatDateTime(plan.plannedAt, language, zone, { style: 'day-month' })}` },
    { name: t('compare.note'), of: (plan) => <bdi>{plan.note === '' ? '–' : plan.note}</bdi> },
    {
      name: t('compare.changes'),
      of: (plan) =>
        plan.changed.length === 0 ? (
          t('compare.own')
        ) : (
          <ul>
            {plan.changed.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        ),
    },
    { name: t('compare.selected'), of: (plan) => (plan.solved ? count(plan) : '–') },
    { name: t('compare.total'), of: (plan) => (plan.total === null ? '–' : formatNumber(plan.total, language, { decimals: 2 })) },
    { name: t('compare.unique'), of: (plan) => (plan.solved ? t(plan.unique ? 'compare.yes' : 'compare.no') : '–') },
  ]
}

function headColumns({ language, comparison }: ComparisonProps): Column<HeadRow>[] {
  const t = words(language)
  const plans = comparison === null ? [] : [comparison.one, comparison.other]
  return [
    { name: t('compare.what'), head: true, cell: (row) => row.name },
    ...plans.map((plan): Column<HeadRow> => ({ name: t('compare.number', { number: String(plan.number) }), cell: (row) => row.of(plan) })),
  ]
}

function lineColumns({ language, comparison }: ComparisonProps): Column<LineBeside>[] {
  const t = words(language)
  const place = (line: LineView | null): string =>
    line === null ? t('compare.no-candidate') : t('compare.rank', { rank: line.rank, score: formatNumber(line.score, language, { decimals: 2 }) })
  const columns: Column<LineBeside>[] = [
    {
      name: t('compare.value'),
      head: true,
      cell: (one) => (
        <>
          <bdi>{one.title}</bdi> <bdi class="xs muted ltr nowrap">{one.number}</bdi>
        </>
      ),
    },
    { name: t('compare.region'), cell: (one) => (one.region === null ? '–' : <Region mark={one.region.mark}>{one.region.name}</Region>) },
  ]
  if (comparison === null) return columns
  const of = (plan: PlanView, line: (beside: LineBeside) => LineView | null): Column<LineBeside> => ({
    name: t('compare.number', { number: String(plan.number) }),
    cell: (beside) => place(line(beside)),
  })
  return [...columns, of(comparison.one, ({ one }) => one), of(comparison.other, ({ other }) => other)]
}

function ruleColumns({ language, comparison }: ComparisonProps): Column<RuleBeside>[] {
  const t = words(language)
  if (comparison === null) return []
  const told = (rule: QuotaView | null): string => {
    if (rule === null) return t('compare.free')
    const price = rule.price === null ? [] : [t('compare.price', { points: formatNumber(rule.price, language, { decimals: 2 }) })]
    return [limitOf(rule, language), ...(rule.binding ? [t('compare.binding')] : []), ...price].join(' · ')
  }
  return [
    { name: t('compare.rules'), head: true, cell: (row) => row.name },
    { name: t('compare.number', { number: String(comparison.one.number) }), cell: (row) => told(row.one) },
    { name: t('compare.number', { number: String(comparison.other.number) }), cell: (row) => told(row.other) },
  ]
}
