/** The readings and their scores; where two diverge, the plan of third readers. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { SelectField, TextField } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { State } from '../../../design/state.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { PlanView, ReadingLine } from '../views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage, RegionOf } from './desk-page.tsx'
import { Apply, Infeasible, Rows } from './plan.tsx'

export interface ReadingsProps {
  readonly around: DeskAround
  readonly lines: readonly ReadingLine[]
  /** Points above which a third reader is asked. */
  readonly limit: string
  /** Third readers who would be asked now; null for who may not ask them. */
  readonly third: PlanView | null
  readonly typed: { readonly assignment: string; readonly reason: string }
}

export function ReadingsPage({ around, lines, limit, third, typed }: ReadingsProps): Html {
  const { language, slug } = around
  const t = words(language)
  const base = `/${language}/desk/${slug}`
  return (
    <DeskPage around={around} here="reviews" title={t('readings.title')} lead={t('readings.lead', { limit: formatNumber(limit, language) })}>
      {third !== null && third.applications > 0 && (
        <section class="stack" aria-labelledby="third">
          <h2 id="third">{t('readings.third-title', { count: third.applications })}</h2>
          {third.conflict.length > 0 ? (
            <Infeasible plan={third} language={language} />
          ) : (
            <Apply plan={third} language={language} action={`${base}/reviews/third-readers`} label={t('readings.third-apply')} />
          )}
          {third.conflict.length === 0 && <Rows plan={third} language={language} />}
        </section>
      )}
      {lines.length === 0 ? (
        <Empty title={t('readings.none')}>
          <p>{t('readings.none-hint')}</p>
        </Empty>
      ) : (
        <Card flush title={t('desk.reviews')}>
          <Table caption={t('desk.reviews')} rows={lines} look="rank" columns={columnsOf(around)} />
        </Card>
      )}
      {around.mayArrange && lines.length > 0 && (
        <EndAssignment lines={lines} language={language} action={`${base}/assignments/removal`} typed={typed} />
      )}
    </DeskPage>
  )
}

function columnsOf(around: DeskAround): Column<ReadingLine>[] {
  const { language, slug } = around
  const t = words(language)
  const points = (score: string | null, decimals = 2): string => (score === null ? '–' : formatNumber(score, language, { decimals }))
  return [
    {
      name: t('plan.application'),
      head: true,
      cell: (line) => (
        <>
          <a href={`/${language}/desk/${slug}/eligibility/${line.application}`}>{line.number}</a> <bdi>{line.title}</bdi>
        </>
      ),
    },
    { name: t('reviewers.region'), cell: (line) => <RegionOf code={line.region} around={around} /> },
    {
      name: t('readings.readers'),
      cell: (line) => (
        <ul>
          {line.readings.map((one) => (
            <li>
              <bdi>{one.name}</bdi>
              {one.third && ` (${t('readings.third')})`} <b class="num">{one.score === null ? t('readings.pending') : points(one.score)}</b>
            </li>
          ))}
        </ul>
      ),
    },
    { name: t('readings.mean'), number: true, cell: (line) => points(line.mean) },
    {
      name: t('readings.spread'),
      number: true,
      cell: (line) => (line.diverges ? <State is="alert">{`${points(line.spread)} · ${t('readings.diverges')}`}</State> : points(line.spread)),
    },
    { name: t('stage.interview'), number: true, cell: (line) => points(line.interview) },
    { name: t('readings.final'), number: true, cell: (line) => points(line.final) },
    {
      name: t('reviewers.state'),
      cell: (line) =>
        line.passes === null ? '–' : line.passes ? <State is="yes">{t('readings.passes')}</State> : <State is="no">{t('readings.fails')}</State>,
    },
  ]
}

function EndAssignment({
  lines,
  language,
  action,
  typed,
}: {
  lines: readonly ReadingLine[]
  language: Language
  action: string
  typed: ReadingsProps['typed']
}): Html {
  const t = words(language)
  const groups = lines.map((line) => ({
    name: `${line.number} · ${line.title}`,
    options: line.readings.map((one) => ({ value: one.assignment, name: one.name })),
  }))
  return (
    <More summary={t('readings.end')} open={typed.assignment !== ''}>
      <form method="post" action={action} novalidate class="card stack">
        <SelectField name="assignment" label={t('readings.end-which')} value={typed.assignment} empty={t('readings.choose')} groups={groups} />
        <TextField name="reason" label={t('readings.end-reason')} value={typed.reason} autocomplete="off" />
        <div class="actions">
          <Button kind="bad">{t('readings.end')}</Button>
        </div>
      </form>
    </More>
  )
}
