/** A plan of assignment: what would change, for whom, and what cannot be met; nothing changes before it is applied. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatList, formatNumber } from '../../../platform/words/format.ts'
import type { PlanView } from '../views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage, RegionOf } from './desk-page.tsx'

export function AssignmentPage({ around, plan }: { around: DeskAround; plan: PlanView }): Html {
  const { language, slug } = around
  const t = words(language)
  return (
    <DeskPage around={around} here="assignment" title={t('plan.title')} lead={t('plan.lead')}>
      {plan.conflict.length > 0 ? (
        <Infeasible plan={plan} language={language} />
      ) : plan.pairs === 0 ? (
        <Empty title={t('plan.nothing')}>
          <p>{t('plan.nothing-hint')}</p>
        </Empty>
      ) : (
        <>
          <Kpis
            three
            figures={[
              { value: formatNumber(plan.applications, language), reference: null, says: t('plan.applications') },
              { value: formatNumber(plan.pairs, language), reference: null, says: t('plan.pairs') },
              { value: formatNumber(plan.outside, language), reference: null, says: t('plan.outside') },
            ]}
          />
          <Loads plan={plan} around={around} />
          <Apply plan={plan} language={language} action={`/${language}/desk/${slug}/assignment`} label={t('plan.apply')} />
          <Rows plan={plan} language={language} />
        </>
      )}
    </DeskPage>
  )
}

function Loads({ plan, around }: { plan: PlanView; around: DeskAround }): Html {
  const t = words(around.language)
  return (
    <Card flush title={t('plan.loads')}>
      <Table
        caption={t('plan.loads')}
        rows={plan.loads}
        columns={[
          { name: t('reviewers.name'), head: true, cell: (one) => <bdi>{one.name}</bdi> },
          { name: t('reviewers.region'), cell: (one) => <RegionOf code={one.region} around={around} /> },
          { name: t('plan.now'), number: true, cell: (one) => one.now },
          { name: t('plan.planned'), number: true, cell: (one) => <b>{one.planned}</b> },
          { name: t('plan.most'), number: true, cell: (one) => one.maxLoad },
        ]}
      />
    </Card>
  )
}

/** What is applied is what was shown: the form carries the fingerprint. */
export function Apply({ plan, language, action, label }: { plan: PlanView; language: Language; action: string; label: string }): Html {
  const t = words(language)
  return (
    <form method="post" action={action} class="card stack stack--sm">
      <Hidden name="fingerprint" value={plan.fingerprint} />
      <p class="sm">
        {t('plan.fingerprint')} <span class="mono ltr">{plan.fingerprint}</span>
      </p>
      <p class="hint">{t('plan.fingerprint-hint')}</p>
      <div class="actions">
        <Button kind="light">{label}</Button>
      </div>
    </form>
  )
}

export function Rows({ plan, language }: { plan: PlanView; language: Language }): Html {
  const t = words(language)
  return (
    <More summary={t('plan.rows')}>
      <Table
        caption={t('plan.rows')}
        rows={plan.rows}
        columns={[
          {
            name: t('plan.application'),
            head: true,
            cell: (row) => (
              <>
                <bdi class="num ltr">{row.number}</bdi> <bdi>{row.title}</bdi>
              </>
            ),
          },
          {
            name: t('plan.readers'),
            cell: (row) =>
              formatList(
                row.readers.map((reader) => (reader.added ? reader.name : t('plan.reader-kept', { name: reader.name }))),
                language,
              ),
          },
        ]}
      />
    </More>
  )
}

export function Infeasible({ plan, language }: { plan: PlanView; language: Language }): Html {
  const t = words(language)
  const name = (id: string): string => plan.names[id] ?? ''
  return (
    <Note is="bad">
      <h2 class="h3">{t('plan.infeasible')}</h2>
      <ul>
        {plan.conflict.map((one) => (
          <li>
            {'application' in one
              ? t('plan.lacks-readers', { number: name(one.application), demand: one.demand })
              : one.min_load !== undefined
                ? t('plan.idle', { name: name(one.reviewer), min: one.min_load })
                : t('plan.full', { name: name(one.reviewer), max: one.max_load ?? 0 })}
          </li>
        ))}
      </ul>
      <p>{t('plan.infeasible-hint')}</p>
    </Note>
  )
}
