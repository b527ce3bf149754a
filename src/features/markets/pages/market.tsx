/** One market: who goes and why, who took part, how many visitors were counted. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate, formatRange } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { Candidate, MarketView } from '../views.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'
import { GiveStand, Stands } from './stands.tsx'
import { Visitors } from './visitors.tsx'

export interface MarketProps extends Around {
  readonly market: MarketView
  readonly candidates: readonly Candidate[]
  /** Whether the viewer gives stands and records. */
  readonly runs: boolean
  readonly begun: boolean
  /** What was sent by one of the forms of the page, whose fields have names of their own. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string
}

/** What each field is called above the forms. */
function labelsOf(language: Language): Record<string, string> {
  const t = words(language)
  return {
    project: t('stands.project'),
    why: t('stands.reason'),
    label: t('stands.label'),
    withdraw_project: t('stands.project'),
    withdraw_reason: t('stands.withdraw-reason'),
    part: t('visitors.part'),
    visitors: t('visitors.count'),
    source: t('visitors.source'),
  }
}

export function MarketPage(props: MarketProps): Html {
  const { language, market } = props
  const t = words(language)
  const markets = `/${language}/desk/${props.edition}/markets`
  const acts = props.runs && !market.cancelled
  const number = (value: number): string => formatNumber(value, language)
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={market.name}
      said={props.said}
      error={props.errors.length > 0 || props.refusal !== undefined}
    >
      <BackLink href={markets}>{t('markets.title')}</BackLink>
      <ErrorSummary language={language} errors={props.errors} names={labelsOf(language)} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head
        title={market.name}
        lead={
          <>
            {formatRange(market.from, market.to, language)} · <bdi>{market.town}</bdi> · {t(market.public ? 'market.listed' : 'market.unlisted')}
          </>
        }
      >
        {acts && (
          <ButtonLink kind="quiet" href={`${markets}/${market.id}/change`}>
            {t('market.change')}
          </ButtonLink>
        )}
      </Head>
      {market.cancelled && <Note is="bad">{t('market.cancelled-because', { reason: market.cancelReason ?? '' })}</Note>}
      <Kpis
        figures={[
          { value: number(market.places), reference: null, says: t('markets.offered') },
          { value: number(market.given), reference: null, says: t('markets.given') },
          { value: number(market.tookPart), reference: null, says: t('markets.took-part') },
          { value: market.visitors === null ? '—' : number(market.visitors), reference: null, says: t('markets.visitors') },
        ]}
      />
      <div class="pair">
        <div class="stack stack--lg">
          <Stands {...props} />
          <Withdrawals {...props} />
        </div>
        <aside class="stack stack--lg">
          {acts && <GiveStand {...props} />}
          <Visitors {...props} />
          {acts && ((market.tookPart === 0 && market.counts.length === 0) || props.values.cancel_reason !== undefined) && <Cancellation {...props} />}
        </aside>
      </div>
    </StaffPage>
  )
}

function Withdrawals({ language, market, zone }: MarketProps): Html {
  const t = words(language)
  if (market.withdrawals.length === 0) return <></>
  return (
    <Card title={t('stands.withdrawn')}>
      <ul class="rows">
        {market.withdrawals.map((one) => (
          <li>
            <div>
              <b lang={one.language} dir="auto">
                {one.title}
              </b>
              <p class="sm muted">
                {formatDate(one.at, language, 'long', zone)} · <bdi>{one.reason}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Cancellation(props: MarketProps): Html {
  const { language, market } = props
  const t = words(language)
  return (
    <Card>
      <More summary={t('market.cancel')} open={props.values.cancel_reason !== undefined}>
        <form class="stack" method="post" action={`/${language}/desk/${props.edition}/markets/${market.id}/cancellation`} novalidate>
          <TextField
            name="cancel_reason"
            label={t('market.cancel-reason')}
            hint={t('market.cancel-hint')}
            value={props.values.cancel_reason ?? ''}
            error={errorOf(props.errors, 'cancel_reason')}
          />
          <Button kind="bad">{t('market.cancel-do')}</Button>
        </form>
      </More>
    </Card>
  )
}
