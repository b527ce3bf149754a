/** The stages of an edition at the desk: where each stands, and who goes on from it. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { More } from '../../../design/more.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { Chips } from '../../../design/tabs.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatList, formatNumber, formatPercent } from '../../../platform/words/format.ts'
import { hiddenWords } from '../seen-text.ts'
import { stageText } from '../stage-name.ts'
import type { PassagePlan, StageProgress } from '../stage-views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'
import { Decided, type TypedWithdrawal } from './passage-taken-back.tsx'

export interface StagesProps {
  readonly around: DeskAround
  readonly stages: readonly StageProgress[]
  /** Of each stage but the last, for who may apply them. */
  readonly plans: readonly PassagePlan[]
  /** What was asked to be taken back and could not be. */
  readonly typed?: TypedWithdrawal | undefined
}

export function StagesPage({ around, stages, plans, typed }: StagesProps): Html {
  const t = words(around.language)
  return (
    <DeskPage around={around} here="stages" title={t('stages.title')} lead={t('stages.lead')} wrong={(typed?.errors ?? []).length > 0}>
      <ErrorSummary language={around.language} errors={typed?.errors ?? []} />
      {around.stages.length === 0 && (
        <Empty title={t('stages.none')}>
          <p>{t('stages.none-how')}</p>
          {around.mayArrange && <a href={`/${around.language}/desk/editions`}>{t('stages.to-editions')}</a>}
        </Empty>
      )}
      {(around.stages.length === 0 ? [] : stages).map((one) => (
        <Stage around={around} progress={one} typed={typed} plan={plans.find(({ stage }) => stage.code === one.stage.code)} />
      ))}
    </DeskPage>
  )
}

interface StageProps {
  readonly around: DeskAround
  readonly progress: StageProgress
  readonly plan: PassagePlan | undefined
  readonly typed: TypedWithdrawal | undefined
}

function Stage({ around, progress, plan, typed }: StageProps): Html {
  const { language, slug } = around
  const t = words(language)
  const { stage } = progress
  const figure = (value: number, says: string) => ({ value: formatNumber(value, language), reference: null, says })
  const base = `/${language}/desk/${slug}`
  return (
    <Card title={stageText(stage, language)}>
      <div class="stack">
        <p>{termsText(progress, language)}</p>
        <Kpis
          figures={[
            figure(progress.files, t('stages.files')),
            figure(progress.given, t('stages.given')),
            figure(progress.awaited, t('stages.awaited')),
            progress.last ? figure(progress.diverging, t('stages.diverging')) : figure(progress.on, t('stages.on')),
          ]}
        />
        {!progress.last && progress.diverging > 0 && <p class="sm muted">{t('stages.third', { count: progress.diverging })}</p>}
        {stage.happens === 'reading' && (
          <div class="actions">
            <ButtonLink kind="quiet" size="sm" href={`${base}/reviews?stage=${stage.code}`}>
              {t('desk.reviews')}
            </ButtonLink>
            {around.mayArrange && (
              <ButtonLink kind="quiet" size="sm" href={`${base}/assignment?stage=${stage.code}`}>
                {t('desk.assignment')}
              </ButtonLink>
            )}
          </div>
        )}
        {plan !== undefined && around.mayArrange && <Passage plan={plan} around={around} />}
        <Decided around={around} progress={progress} typed={typed} />
      </div>
    </Card>
  )
}

/** How a stage decides, what it counts and what its readers do not see, in one line. */
function termsText({ stage }: StageProgress, language: Language): string {
  const t = words(language)
  const hidden = hiddenWords(stage, language)
  return [
    t(`mode.${stage.mode}`, { readers: stage.readers }),
    Number(stage.share) > 0 ? t('stages.share', { share: formatPercent(Number(stage.share), language) }) : t('stages.no-share'),
    ...(stage.passMark === null ? [] : [t('stages.mark', { mark: formatNumber(stage.passMark, language) })]),
    hidden.length === 0 ? t('stages.open') : t('stages.hides', { list: formatList(hidden, language) }),
  ].join(' ')
}

function Passage({ plan, around }: { plan: PassagePlan; around: DeskAround }): Html {
  const { language, slug } = around
  const t = words(language)
  const on = plan.rows.filter(({ goesOn }) => goesOn).length
  if (plan.rows.length === 0) return <p class="muted">{t('passage.none', { count: plan.waiting })}</p>
  return (
    <form method="post" action={`/${language}/desk/${slug}/stages/${plan.stage.code}/passage`} class="stack stack--sm cut">
      <Hidden name="fingerprint" value={plan.fingerprint} />
      <h3>{plan.next === null ? t('passage.to-selection') : t('passage.title', { next: stageText(plan.next, language) })}</h3>
      <p>
        {t('passage.on', { count: on })} {t('passage.out', { count: plan.rows.length - on })}{' '}
        {plan.waiting > 0 && t('passage.waiting', { count: plan.waiting })}
      </p>
      <More summary={t('passage.rows')}>
        <Table
          caption={t('passage.rows')}
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
              name: t('readings.mean'),
              number: true,
              cell: (row) => (row.mean === null ? '–' : formatNumber(row.mean, language, { decimals: 2 })),
            },
            {
              name: t('reviewers.state'),
              cell: (row) => <State is={row.goesOn ? 'yes' : 'no'}>{t(row.goesOn ? 'passage.goes' : 'passage.stops')}</State>,
            },
          ]}
        />
      </More>
      <p class="hint">{t('passage.hint')}</p>
      <div class="actions">
        <Button kind="light">{t('passage.apply')}</Button>
      </div>
    </form>
  )
}

/** Which stage a page of the desk looks at, where the edition writes more than one that is read. */
export function StageChips({
  around,
  page,
  chosen,
}: {
  around: DeskAround
  page: 'assignment' | 'reviews' | 'samples'
  chosen: string | undefined
}): Html {
  const { language, slug } = around
  const read = around.stages.filter(({ happens }) => happens === 'reading' || page === 'reviews')
  if (read.length < 2) return <></>
  return (
    <Chips
      label={words(language)('stages.title')}
      chips={read.map((stage, place) => ({
        name: stageText(stage, language),
        href: `/${language}/desk/${slug}/${page}?stage=${stage.code}`,
        current: chosen === undefined ? place === 0 : stage.code === chosen,
      }))}
    />
  )
}
