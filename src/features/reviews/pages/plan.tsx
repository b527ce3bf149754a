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
import { optionFields, optionQuery } from '../plan-options.ts'
import type { PlanReader, PlanView } from '../views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage, RegionOf } from './desk-page.tsx'
import { Applied, Effect, ofStage, Options, Proof } from './plan-options.tsx'
import { StageChips } from './stages.tsx'

export function AssignmentPage({ around, plan, stage }: { around: DeskAround; plan: PlanView; stage?: string | undefined }): Html {
  const { language, slug } = around
  const t = words(language)
  const action = `/${language}/desk/${slug}/assignment`
  return (
    <DeskPage around={around} here="assignment" title={t('plan.title')} lead={t('plan.lead')}>
      <StageChips around={around} page="assignment" chosen={stage} />
      <Options plan={plan} around={around} action={action} stage={stage} />
      {plan.questions > 0 && (
        <Note is="wait">
          <p>
            {t('plan.questions', { count: plan.questions })} <a href={`/${language}/desk/${slug}/conflicts`}>{t('plan.open-questions')}</a>
          </p>
        </Note>
      )}
      {plan.conflict.length > 0 ? (
        <Infeasible plan={plan} language={language} />
      ) : plan.pairs === 0 ? (
        <Empty title={t(plan.applications === 0 ? 'plan.no-file' : 'plan.nothing')}>
          <p>{t(plan.applications === 0 ? 'plan.no-file-hint' : 'plan.nothing-hint')}</p>
        </Empty>
      ) : (
        <>
          <Kpis
            three
            figures={[
              { value: formatNumber(plan.applications, language), reference: null, says: t('plan.applications') },
              { value: formatNumber(plan.pairs, language), reference: null, says: t('plan.pairs') },
              { value: formatNumber(plan.standing, language), reference: null, says: t('plan.standing') },
            ]}
          />
          <Effect plan={plan} language={language} />
          <Loads plan={plan} around={around} />
          <Apply plan={plan} language={language} action={action + ofStage(stage)} label={t('plan.apply')} options={optionFields(plan.options)} />
          <Rows plan={plan} language={language} />
          <Proof plan={plan} language={language} input={`${action}.json${optionQuery(plan.options, stage)}`} />
        </>
      )}
      <Applied plan={plan} around={around} />
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
export function Apply({
  plan,
  language,
  action,
  label,
  options = [],
}: {
  plan: PlanView
  language: Language
  action: string
  label: string
  options?: readonly (readonly [name: string, value: string])[]
}): Html {
  const t = words(language)
  return (
    <form method="post" action={action} class="card stack stack--sm">
      <Hidden name="fingerprint" value={plan.fingerprint} />
      {options.map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
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
            cell: (row) => (
              <ul class="rows">
                {row.readers.map((reader) => (
                  <li>
                    <bdi>{reader.name}</bdi> <span class="xs muted">{reasons(row.language, reader, language)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </More>
  )
}

/** Why the two were put together, in a few words. */
function reasons(written: string, { added, parts, link }: PlanReader, language: Language): string {
  const t = words(language)
  const said = [
    ...(added ? [t('plan.part-language', { language: t.any(`language.${written}`) })] : [t('plan.part-kept')]),
    ...parts.map((part) => t(`plan.part-${part}`)),
    ...(link ? [t('plan.part-link')] : []),
  ]
  return formatList(said, language)
}

export function Infeasible({ plan, language }: { plan: PlanView; language: Language }): Html {
  const t = words(language)
  const name = (id: string): string => plan.names[id] ?? ''
  return (
    <Note is="bad">
      <h2 class="h3">{t('plan.infeasible')}</h2>
      <ul>{plan.options.limit === null && plan.conflict.map((one) => <li>{demandText(one, name, language)}</li>)}</ul>
      <p>{t(plan.options.limit === null ? 'plan.infeasible-hint' : 'plan.infeasible-limit')}</p>
    </Note>
  )
}

function demandText(one: PlanView['conflict'][number], name: (id: string) => string, language: Language): string {
  const t = words(language)
  if ('rule' in one) return t('plan.lacks-outside', { count: one.rule.applications?.length ?? 0, number: name(one.rule.applications?.[0] ?? '') })
  if ('application' in one) return t('plan.lacks-readers', { number: name(one.application), demand: one.demand })
  return one.min_load !== undefined
    ? t('plan.idle', { name: name(one.reviewer), min: one.min_load })
    : t('plan.full', { name: name(one.reviewer), max: one.max_load ?? 0 })
}
