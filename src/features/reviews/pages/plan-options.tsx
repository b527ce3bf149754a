/** What may be asked of a plan, what each wish changes in figures, and the proof that comes with it. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { CheckField, Hidden, SelectField } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { Table } from '../../../design/table.tsx'
import { LIMITS, WEIGHTS, type WeightPart } from '../../../domain/assignment.ts'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatList, formatNumber, formatPercent } from '../../../platform/words/format.ts'
import { WISHES_OF_PLAN, wishesIn } from '../plan-options.ts'
import type { PlanFigures, PlanView } from '../views.ts'
import { words } from '../words/index.ts'
import type { DeskAround } from './desk-page.tsx'

/** What an address says of a stage that is not the first. */
export const ofStage = (stage: string | undefined): string => (stage === undefined ? '' : `?${new URLSearchParams({ stage })}`)

/** The options are asked for by an address: nothing changes before the plan is applied. */
export function Options(props: { plan: PlanView; around: DeskAround; action: string; stage: string | undefined }): Html {
  const { plan, around, action, stage } = props
  const { language } = around
  const t = words(language)
  return (
    <Card title={t('plan.options')}>
      <form method="get" action={action} class="stack">
        {stage !== undefined && <Hidden name="stage" value={stage} />}
        <CheckField
          name="ask"
          label={t('plan.option-wishes')}
          values={wishesIn(plan.options)}
          options={WISHES_OF_PLAN.map((name) => ({ value: name, name: t(`plan.option-${name}`), hint: t(`plan.option-${name}-hint`) }))}
        />
        <SelectField
          name="limit"
          label={t('plan.option-limit')}
          hint={t('plan.option-limit-hint')}
          value={plan.options.limit ?? ''}
          empty={t('plan.option-limit-none')}
          groups={[{ options: LIMITS.map((limit) => ({ value: limit, name: formatPercent(Number(limit), language) })) }]}
          width="s"
        />
        <div class="actions">
          <Button kind="quiet">{t('plan.show')}</Button>
        </div>
      </form>
      <Seed plan={plan} around={around} action={`${action}/seed${ofStage(stage)}`} />
    </Card>
  )
}

function Seed({ plan, around: { language, mayArrange }, action }: { plan: PlanView; around: DeskAround; action: string }): Html {
  const t = words(language)
  if (plan.seed !== null)
    return (
      <p class="sm">
        {t('plan.seed')} <span class="mono ltr">{plan.seed}</span>
      </p>
    )
  if (!mayArrange) return <></>
  return (
    <form method="post" action={action} class="row row--tight">
      <p class="hint">{t('plan.no-seed')}</p>
      <Button kind="text">{t('plan.commit-seed')}</Button>
    </form>
  )
}

/** A line of figures: of the plan without options, and of this one. */
interface Line {
  readonly says: string
  readonly of: (figures: PlanFigures) => string
}

export function Effect({ plan, language }: { plan: PlanView; language: Language }): Html {
  const t = words(language)
  const number = (value: number | string | null): string => (value === null ? '–' : formatNumber(Number(value), language))
  const lines: Line[] = [
    { says: t('plan.total'), of: ({ total }) => number(total) },
    { says: t('plan.worst'), of: ({ worst }) => number(worst) },
    { says: t('plan.outside'), of: ({ outside }) => number(outside) },
    { says: t('plan.load-range'), of: ({ loads }) => t('plan.from-to', { least: loads.least, most: loads.most }) },
    { says: t('plan.parts'), of: ({ parts }) => number(parts) },
    { says: t('plan.doubtful'), of: ({ doubtful }) => number(doubtful) },
  ]
  return (
    <Card flush title={t('plan.effect')}>
      <Table
        caption={t('plan.effect')}
        rows={lines}
        columns={[
          { name: t('plan.figure'), head: true, cell: (line) => line.says },
          { name: t('plan.without'), number: true, cell: (line) => line.of(plan.plain) },
          { name: t('plan.with'), number: true, cell: (line) => <b>{line.of(plan.figures)}</b> },
        ]}
      />
    </Card>
  )
}

/** How weights are made, and what proves that nothing better is to be had. */
export function Proof({ plan, language, input }: { plan: PlanView; language: Language; input: string }): Html {
  const t = words(language)
  const { certificate } = plan
  const parts = Object.entries(WEIGHTS) as [WeightPart, number][]
  return (
    <More summary={t('plan.proof')}>
      <div class="stack stack--sm">
        <p>{t('plan.weights')}</p>
        <ul class="rows">
          {parts.map(([part, weight]) => (
            <li>
              {t(`plan.part-${part}`)} <b class="num ltr">{t('plan.points', { points: weight })}</b>
            </li>
          ))}
        </ul>
        <p>{t('plan.order')}</p>
        {plan.links > 0 && <p>{t('plan.links', { count: plan.links })}</p>}
        {certificate !== null && 'bound' in certificate && (
          <p>{t('plan.proof-bound', { bound: formatNumber(Number(certificate.bound), language) })}</p>
        )}
        {certificate !== null && 'reviewers' in certificate && (
          <>
            <p>{t('plan.proof-prices')}</p>
            <Table
              caption={t('plan.proof')}
              look="plain"
              rows={plan.loads}
              columns={[
                { name: t('reviewers.name'), head: true, cell: (one) => <bdi>{one.name}</bdi> },
                { name: t('plan.price'), number: true, cell: (one) => <span class="ltr">{certificate.reviewers[one.reviewer] ?? '0'}</span> },
              ]}
            />
          </>
        )}
        {plan.options.limit !== null && <p>{t('plan.proof-lots')}</p>}
        <p class="hint">{t('plan.again')}</p>
        <div class="actions">
          <ButtonLink kind="quiet" href={input}>
            {t('plan.input')}
          </ButtonLink>
        </div>
      </div>
    </More>
  )
}

/** Plans applied before, with what was asked of them. */
export function Applied({ plan, around: { language, zone } }: { plan: PlanView; around: DeskAround }): Html {
  if (plan.applied.length === 0) return <></>
  const t = words(language)
  return (
    <More summary={t('plan.applied', { count: plan.applied.length })}>
      <ul class="rows">
        {plan.applied.map((one) => {
          const lots = one.options.limit === null ? [] : [`${t('plan.option-limit')} ${formatPercent(Number(one.options.limit), language)}`]
          const asked = [...wishesIn(one.options).map((name) => t(`plan.option-${name}`)), ...lots]
          return (
            <li>
              {t('plan.applied-line', { at: formatDateTime(one.at, language, zone), by: one.by, readings: one.readings })}{' '}
              <span class="muted">{asked.length === 0 ? t('plan.applied-plain') : formatList(asked, language)}</span>
            </li>
          )
        })}
      </ul>
    </More>
  )
}
