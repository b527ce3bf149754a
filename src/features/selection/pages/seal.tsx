/** Before the last press: how many are selected and in reserve, the fingerprint, and what the jury has not ended. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { ConsentField, Hidden, TextArea } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { formatList } from '../../../platform/words/list.ts'
import type { UnfinishedJury } from '../../juries/index.ts'
import type { PlanView } from '../views.ts'
import { words } from '../words/index.ts'

export interface SealTyped {
  readonly nevertheless: boolean
  readonly reason: string
}

export interface SealPageProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly plan: PlanView
  /** Applications a decision is made on: eligible, and not withdrawn. */
  readonly decided: number
  readonly unfinished: UnfinishedJury
  readonly typed: SealTyped
  /** The field the refusal is about. */
  readonly field: string | undefined
  readonly refusal: string | undefined
}

export function SealPage(props: SealPageProps): Html {
  const { language, slug, plan, field, refusal } = props
  const t = words(language)
  const base = `/desk/${slug}/selection`
  const errors = refusal === undefined || field === undefined ? [] : [{ field, message: refusal }]
  const listed = (outcome: 'selected' | 'reserve'): number => plan.lines.filter((one) => one.outcome === outcome).length
  const [selected, reserve] = [listed('selected'), listed('reserve')]
  const counts = { selected, reserve, 'not-selected': props.decided - selected - reserve } as const
  const outcomes = ['selected', 'reserve', 'not-selected'] as const
  return (
    <StaffPage language={language} title={t('seal.title')} path={`${base}/seal`} frame={props.frame} error={refusal !== undefined}>
      {refusal !== undefined && errors.length === 0 && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <Head title={t('seal.title')} lead={t('seal.lead')}>
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('seal.back')}
        </ButtonLink>
      </Head>
      <Kpis three figures={outcomes.map((one) => ({ value: formatNumber(counts[one], language), reference: null, says: t(`count.${one}`) }))} />
      <Card title={t('seal.plan', { number: String(plan.number) })}>
        <p class="xs muted">
          {t('plan.fingerprint')} <code class="mono ltr">{plan.fingerprint}</code>
        </p>
        <form class="stack mt5" method="post" action={`/${language}${base}/seal`} novalidate>
          <Hidden name="plan" value={plan.id} />
          <Hidden name="fingerprint" value={plan.fingerprint} />
          <Left {...props} />
          <p class="sm muted">{t('seal.hint')}</p>
          <div class="actions">
            <Button kind="light">{t('action.seal')}</Button>
          </div>
        </form>
      </Card>
    </StaffPage>
  )
}

/** What the jury has not ended, each with where it can be ended; and the tick without which nothing is sealed. */
function Left({ language, zone, unfinished, typed, field, refusal }: SealPageProps): Html {
  const t = words(language)
  const { sessions, again, notOpened } = unfinished
  if (sessions.length === 0 && again.length === 0 && notOpened.length === 0) return <></>
  return (
    <>
      <div class="note stack stack--xs" data-s="wait">
        <h3>{t('seal.left')}</h3>
        <ul>
          {sessions.map((one) => (
            <li>
              <a href={`/${language}/juries/${one.session}`}>
                {t(one.open ? 'seal.session-open' : 'seal.session-planned', { at: formatDateTime(one.beginsAt, language, zone) })}
              </a>
            </li>
          ))}
          {again.length > 0 && <li>{t('seal.again', { files: formatList(again, language) })}</li>}
          {notOpened.length > 0 && <li>{t('seal.not-opened', { count: notOpened.length, files: formatList(notOpened, language) })}</li>}
        </ul>
      </div>
      <ConsentField
        name="nevertheless"
        label={t('seal.nevertheless')}
        given={typed.nevertheless}
        error={field === 'nevertheless' ? refusal : undefined}
      />
      <TextArea
        name="reason"
        label={t('seal.reason')}
        hint={t('seal.reason-hint')}
        value={typed.reason}
        error={field === 'reason' ? refusal : undefined}
        rows={3}
        short
        language={language}
      />
    </>
  )
}
