/** The money of an edition: what is promised, paid and released, and the payments that wait for somebody. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Cues } from '../../../design/cues.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { sumOf } from '../../../domain/money.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { currencyName, formatList, formatMoney } from '../../../platform/words/format.ts'
import type { EditionMoney } from '../queries/totals.ts'
import type { LedgerLine, MeansRights, MeansView } from '../views.ts'
import { words } from '../words/index.ts'
import { LedgerTable } from './ledger-table.tsx'
import { LinesTable } from './lines-table.tsx'
import { type QueueView, Queue, queueOf } from './queue.tsx'
import { ProjectsTable } from './projects-table.tsx'
import { bare } from './wording.tsx'

export interface MeansProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly query: string
  readonly slug: string
  readonly zone: string
  /** 'YYYY-MM-DD' */
  readonly today: string
  readonly means: MeansView
  readonly money: EditionMoney
  /** The last entries, the newest first. */
  readonly ledger: readonly LedgerLine[]
  readonly rights: MeansRights
  readonly view: QueueView
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function MeansPage(props: MeansProps): Html {
  const { language, slug, means, rights } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}/means`
  const waiting = means.projects.some((one) => one.leftOn === null && !one.awards.some((award) => award.kind === 'seed'))
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      query={props.query}
      title={t('means.title')}
      said={props.said}
      error={props.refusal !== undefined}
    >
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head
        title={t('means.title')}
        lead={t('means.lead', { ceiling: formatMoney(means.ceiling, means.currency, language), date: formatDate(props.today, language, 'long') })}
      >
        {rights.award && means.projects.length > 0 && (
          <>
            <ButtonLink kind="quiet" href={`${base}/awards/new`}>
              {t('means.award')}
            </ButtonLink>
            {waiting && (
              <ButtonLink kind="light" href={`${base}/seed-plan`}>
                {t('means.award-all')}
              </ButtonLink>
            )}
          </>
        )}
      </Head>
      <Totals {...props} />
      <TwoPairsOfEyes {...props} />
      <Queue {...props} base={base} />
      <ProjectsTable {...props} base={base} />
      <LinesTable {...props} base={base} />
      <LedgerTable language={language} title={t('ledger.title')} aside={t('ledger.aside')} entries={props.ledger} base={base} named />
      <TakeAway language={language} base={base} />
    </StaffPage>
  )
}

/** The row of figures; those after the first add up to it, and the sentence below says so. */
function Totals({ language, money: { seed, currency } }: MeansProps): Html {
  const t = words(language)
  const underWay = { count: seed.awaiting.count + seed.approved.count, amount: sumOf([seed.awaiting.amount, seed.approved.amount]) }
  const parts = [
    { ...seed.firstInstalments, says: t('kpi.first', seed.firstInstalments) },
    { ...seed.balances, says: t('kpi.balances', seed.balances) },
    { ...underWay, says: t('kpi.under-way', underWay) },
    { ...seed.ahead, says: t('kpi.ahead', seed.ahead) },
    { ...seed.released, says: t('kpi.released', seed.released) },
  ]
  const figures = [{ amount: seed.committed, says: t('kpi.committed', { count: seed.contracts }) }, ...parts]
  const sum = parts.filter((part) => part.count > 0).map((part) => bare(part.amount, language))
  return (
    <div class="stack stack--sm">
      <Kpis figures={figures.map(({ amount, says }) => ({ value: bare(amount, language), reference: null, says }))} />
      <p class="sm muted">
        {sum.length > 1 && (
          <>
            <bdi class="ltr num">
              {sum.join(' + ')} = {bare(seed.committed, language)}
            </bdi>
            . {t('means.adds-up')}{' '}
          </>
        )}
        {t('means.in-currency', { currency: currencyName(currency, language) })}
      </p>
    </div>
  )
}

function TwoPairsOfEyes({ language, means, money }: MeansProps): Html {
  const t = words(language)
  const queue = queueOf(means)
  const count = (state: 'payable' | 'prepared' | 'approved'): number => queue.filter((one) => one.instalment.state === state).length
  const paid = money.seed.firstInstalments.count + money.seed.balances.count + money.prizes.firstInstalments.count
  const live = (waiting: boolean) => (waiting ? { progress: 'live' as const } : {})
  const names = means.approvers.length === 0 ? t('eyes.nobody') : t('eyes.approve-by', { names: formatList(means.approvers, language) })
  return (
    <Card title={t('eyes.title')} aside={<span class="xs muted">{t('eyes.aside')}</span>}>
      <Cues
        row
        steps={[
          { title: t('eyes.prepare'), text: t('eyes.prepare-text', { count: count('payable') }), ...live(count('payable') > 0) },
          { title: t('eyes.approve'), text: names, ...live(count('prepared') > 0) },
          { title: t('eyes.execute'), text: t('eyes.execute-text', { count: count('approved') }), ...live(count('approved') > 0) },
          { title: t('eyes.written'), text: t('eyes.written-text', { count: paid }), ...(paid > 0 ? { progress: 'done' as const } : {}) },
        ]}
      />
    </Card>
  )
}

function TakeAway({ language, base }: { language: Language; base: string }): Html {
  const t = words(language)
  return (
    <Card title={t('take.title')}>
      <div class="row">
        {(['payments', 'ledger'] as const).map((file) => (
          <div class="row row--tight">
            <span>{t(`take.${file}`)}</span>
            <span class="row row--tight">
              {(['xlsx', 'csv'] as const).map((kind) => (
                <ButtonLink kind="quiet" size="sm" href={`${base}/${file}.${kind}`} download>
                  {kind.toUpperCase()}
                  <span class="vh"> {t(`take.${file}`)}</span>
                </ButtonLink>
              ))}
            </span>
          </div>
        ))}
      </div>
    </Card>
  )
}
