/** The money of one project: from the line of its funder to the statement of the bank, and what is to be done now. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { type CueStep, Cues } from '../../../design/cues.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import type { FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { sumOf } from '../../../domain/money.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { formatList, formatMoney } from '../../../platform/words/format.ts'
import type { ProjectMoney } from '../queries/project-money.ts'
import type { AwardView, InstalmentView } from '../views.ts'
import { words } from '../words/index.ts'
import { AwardActs, hasActs } from './acts.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { paidOf } from './queue.tsx'
import { awardName, conditionWords, done, InstalmentMark, instalmentName, Money } from './wording.tsx'

export interface ProjectMoneyProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly money: ProjectMoney
  readonly trail: readonly { readonly act: string; readonly by: string | null; readonly at: Date }[]
  /** What was typed in the form that came back, by full field name. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function ProjectMoneyPage(props: ProjectMoneyProps): Html {
  const { language, money, errors } = props
  const t = words(language)
  const { project } = money
  const base = `/${language}/desk/${props.slug}/means`
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={project.title}
      said={props.said}
      error={errors.length > 0 || props.refusal !== undefined}
    >
      <BackLink href={base}>{t('money.back')}</BackLink>
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <Head
        title={
          <span lang={project.language} dir="auto">
            {project.title}
          </span>
        }
        lead={<Lead {...props} />}
      />
      {project.awards.length === 0 && <Empty title={t('money.none')} />}
      {project.awards.map((award) => (
        <div class={hasActs(award) ? 'pair pair--half' : undefined}>
          <Trace {...props} award={award} />
          {hasActs(award) && <AwardActs {...props} award={award} base={base} />}
        </div>
      ))}
      <LedgerTable language={language} title={t('ledger.all')} entries={money.ledger} base={base} />
      {props.trail.length > 0 && <History {...props} />}
    </StaffPage>
  )
}

function Lead({ language, money: { project } }: ProjectMoneyProps): Html {
  const t = words(language)
  const currencies = [...new Set(project.awards.map((one) => one.currency))]
  const sums = currencies.map((currency) => {
    const awards = project.awards.filter((one) => one.currency === currency)
    return t('money.lead', {
      paid: formatMoney(sumOf(awards.map(paidOf)), currency, language),
      awarded: formatMoney(sumOf(awards.map((one) => one.amount)), currency, language),
    })
  })
  return (
    <>
      <Region mark={project.mark}>{project.region}</Region> · <bdi class="ltr">{project.number}</bdi>
      {sums.length > 0 && <> · {formatList(sums, language)}</>}
      {project.leftOn !== null && <> · {t('projects.left', { date: formatDate(project.leftOn, language) })}</>}
    </>
  )
}

/** Line of the funder, award and agreement, then each instalment: the way of every dirham. */
function Trace({ language, zone, award, money }: ProjectMoneyProps & { award: AwardView }): Html {
  const t = words(language)
  const seed = award.kind === 'seed'
  const amount = formatMoney(award.amount, award.currency, language, { hundredths: 'always' })
  const awarded = t('money.awarded-text', { amount, date: formatDate(award.awarded.on, language), name: award.awarded.by })
  const agreement = award.signedOn === null ? t('money.unsigned') : t('money.signed', { date: formatDate(award.signedOn, language) })
  const steps: CueStep[] = [
    { title: t('money.line'), text: t('money.amount-of', { what: award.line.funder, amount: award.line.name }), progress: 'done' },
    {
      title: seed ? t('money.awarded') : t('money.prize'),
      text: seed ? (
        <>
          {awarded}
          <br />
          {agreement}
        </>
      ) : (
        awarded
      ),
      progress: seed && award.signedOn === null ? 'live' : 'done',
    },
    ...award.instalments.map((instalment): CueStep => {
      const refused = money.refused.filter((one) => one.instalment === instalment.id)
      const progress = instalment.state === 'waiting' ? {} : { progress: settled(instalment) ? ('done' as const) : ('live' as const) }
      return {
        title: instalmentName(award, instalment, language),
        text: <InstalmentText {...{ language, zone, award, instalment, refused }} />,
        ...progress,
      }
    }),
  ]
  return (
    <Card title={awardName(award, language)} aside={<span class="xs muted">{t('money.trace')}</span>}>
      <Cues steps={steps} />
    </Card>
  )
}

const settled = ({ state }: InstalmentView): boolean => state === 'paid' || state === 'released'

interface InstalmentTextProps {
  readonly language: Language
  readonly zone: string
  readonly award: AwardView
  readonly instalment: InstalmentView
  readonly refused: ProjectMoney['refused']
}

function InstalmentText({ language, zone, award, instalment, refused }: InstalmentTextProps): Html {
  const t = words(language)
  const { payment, released } = instalment
  const lines = [
    conditionWords(instalment, language),
    ...refused.flatMap((one) => [t('payment.refused-by', done(one.refused, language, zone)), one.reason]),
    payment === null ? null : t('payment.prepared-by', done(payment.prepared, language, zone)),
    payment?.approved == null ? null : t('payment.approved-by', done(payment.approved, language, zone)),
    payment?.paid == null ? null : t('payment.paid-on', { date: formatDate(payment.paid.on, language), reference: payment.paid.reference }),
    ...(released === null ? [] : [t('released.by', done(released, language, zone)), released.reason]),
  ].filter((line) => line !== null)
  return (
    <>
      <Money amount={instalment.amount} currency={award.currency} language={language} />{' '}
      <InstalmentMark instalment={instalment} language={language} />
      {lines.map((line) => (
        <>
          <br />
          <bdi>{line}</bdi>
        </>
      ))}
    </>
  )
}

function History({ language, zone, trail }: ProjectMoneyProps): Html {
  const t = words(language)
  return (
    <Card title={t('money.history')} flush>
      <Table
        caption={t('money.history')}
        rows={trail}
        columns={[
          { name: t('col.date'), head: true, cell: (line) => formatDateTime(line.at, language, zone, { style: 'long' }) },
          {
            name: t('col.deed'),
            cell: (line) => (
              <>
                <bdi>{line.by ?? t('money.system')}</bdi> {line.act}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
