/** The seed fund for everyone: terms, what they would do, and the one button that does it. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Facts } from '../../../design/facts.tsx'
import { Hidden, TextField } from '../../../design/form/controls.tsx'
import { errorOf } from '../../../design/form/field.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import { formatMoney } from '../../../platform/words/format.ts'
import type { SeedPlan } from '../queries/seed-plan.ts'
import { words } from '../words/index.ts'
import { type AwardPageProps, LineField } from './award.tsx'
import { FormPage } from './line.tsx'
import { inColumn, Money } from './wording.tsx'

export interface SeedPlanProps extends AwardPageProps {
  /** Null while the terms are not right. */
  readonly plan: SeedPlan | null
  /** Why the plan cannot be applied. */
  readonly cannot?: string | undefined
}

export function SeedPlanPage(props: SeedPlanProps): Html {
  const { language, plan, values, errors } = props
  const t = words(language)
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errorOf(errors, name) })
  return (
    <FormPage {...props} title={t('plan.title')} lead={t('plan.lead')}>
      <Card title={t('plan.terms')}>
        <form class="stack" method="get" action={`/${language}/desk/${props.slug}/means/seed-plan`} novalidate>
          <LineField {...props} />
          <TextField {...field('amount')} label={t('plan.amount')} kind="money" width="s" />
          <TextField {...field('share')} label={t('grant.share')} kind="money" width="xs" unit="%" />
          <Button kind="quiet">{t('plan.see')}</Button>
        </form>
      </Card>
      {plan !== null && <Plan {...props} plan={plan} />}
    </FormPage>
  )
}

function Plan({ language, plan, slug, cannot }: SeedPlanProps & { plan: SeedPlan }): Html {
  const t = words(language)
  const count = plan.projects.length
  if (count === 0)
    return (
      <Empty title={t('plan.projects', { count })}>
        <p>{t('plan.none-hint')}</p>
      </Empty>
    )
  const money = (amount: string): Html => <Money amount={amount} currency={plan.currency} language={language} />
  return (
    <>
      <Card title={t('plan.projects', { count })} lit={cannot === undefined}>
        <Facts
          columns={3}
          facts={[
            { name: t('plan.total'), value: money(plan.total) },
            { name: t('plan.line-now'), value: money(plan.remaining) },
            { name: t('plan.line-then'), value: money(plan.left) },
          ]}
        />
        {cannot !== undefined ? (
          <Note is="bad">
            <p>
              <strong>{t('plan.cannot')}.</strong> {cannot}
            </p>
          </Note>
        ) : (
          <form class="mt5" method="post" action={`/${language}/desk/${slug}/means/seed-plan`}>
            <Hidden name="line" value={plan.terms.line} />
            <Hidden name="amount" value={plan.terms.amount} />
            <Hidden name="share" value={plan.terms.firstShare} />
            <Hidden name="fingerprint" value={plan.fingerprint} />
            {plan.projects.map((project) => (
              <Hidden name="projects" value={project.id} />
            ))}
            <Button kind="light">{t('plan.do', { count, total: formatMoney(plan.total, plan.currency, language) })}</Button>
          </form>
        )}
      </Card>
      <Card flush>
        <Table
          caption={t('plan.projects', { count })}
          rows={plan.projects}
          columns={[
            { name: t('col.project'), head: true, cell: (project) => <span dir="auto">{project.title}</span> },
            { name: t('col.region'), cell: (project) => <Region mark={project.mark}>{project.region}</Region> },
            ...(plan.instalments.ok
              ? plan.instalments.value.map((one) => ({
                  name: one.condition === 'signature' ? t('unmet.signature') : t('unmet.accepted-report'),
                  number: true,
                  cell: () => inColumn(one.amount, language),
                }))
              : []),
          ]}
        />
      </Card>
    </>
  )
}
