/** What reviewers are paid: the rates, the sheet, its closing; and the same on paper. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Form, Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { LetterPage } from '../../../design/layout/letter-page.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Table } from '../../../design/table.tsx'
import { FEE_WORKS, type FeeWork } from '../../../domain/fee.ts'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { currencyName, formatMoney } from '../../../platform/words/format.ts'
import type { FeeLine, FeesView } from '../fees/views.ts'
import { words } from '../fees/words/index.ts'

export interface FeesProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly view: FeesView
  /** Whether the viewer reads the page of the reviewers too. */
  readonly readsReviews: boolean
  readonly typed: Readonly<Record<FeeWork, string>>
  readonly errors: FormErrors
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function FeesPage(props: FeesProps): Html {
  const { language, frame, slug, view, errors, refusal } = props
  const t = words(language)
  const base = `/desk/${slug}/fees`
  return (
    <StaffPage language={language} frame={frame} path={base} title={t('title')} said={props.said} error={errors.length > 0 || refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <ErrorSummary language={language} errors={errors} names={Object.fromEntries(FEE_WORKS.map((work) => [work, t(`rate.${work}`)]))} />
      {props.readsReviews && <BackLink href={`/${language}/desk/${slug}/reviewers`}>{t('back')}</BackLink>}
      <Head title={t('title')} lead={t('lead')}>
        {view.lines.length > 0 && (
          <>
            <ButtonLink kind="quiet" href={`/${language}${base}.xlsx`}>
              {t('take')}
            </ButtonLink>
            <ButtonLink kind="text" href={`/${language}${base}/paper`}>
              {t('paper')}
            </ButtonLink>
          </>
        )}
      </Head>
      <Standing {...props} />
      {view.keeps && view.closed === null && <Rates {...props} action={`/${language}${base}/rates`} />}
      {!(view.keeps && view.closed === null) && <RatesSaid view={view} language={language} />}
      {view.lines.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('none-hint')}</p>
        </Empty>
      ) : (
        <Card flush title={t('sheet')}>
          <Lines view={view} language={language} />
        </Card>
      )}
      {view.keeps && view.closed === null && view.lines.length > 0 && <Close {...props} action={`/${language}${base}/closing`} />}
    </StaffPage>
  )
}

function Standing({ language, zone, view: { closed } }: FeesProps): Html {
  const t = words(language)
  if (closed === null)
    return (
      <Note>
        <p>{t('open')}</p>
      </Note>
    )
  const at = formatDateTime(closed.at, language, zone)
  return (
    <Note is="ok">
      <p>{closed.by === '' ? t('closed', { at }) : t('closed-by', { at, by: closed.by })}</p>
    </Note>
  )
}

function Rates({ language, view, typed, errors, action }: FeesProps & { action: string }): Html {
  const t = words(language)
  return (
    <Card title={t('rates')}>
      <Form action={action}>
        <Hidden name="seen" value={view.seq} />
        <div class="row">
          {FEE_WORKS.map((work) => (
            <TextField
              name={work}
              label={t(`rate.${work}`)}
              value={typed[work]}
              kind="money"
              width="s"
              unit={currencyName(view.currency, language)}
              autocomplete="off"
              error={errorOf(errors, work)}
            />
          ))}
        </div>
        <div class="actions">
          <Button kind="light">{t('set-rates')}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** The rates that are set, in a line. */
function RatesSaid({ view, language }: { view: FeesView; language: Language }): Html {
  const t = words(language)
  return (
    <ul class="rows">
      {FEE_WORKS.map((work) => {
        const rate = view.rates[work]
        return (
          <li>
            {t(`rate.${work}`)} <b>{rate === null ? '–' : formatMoney(rate, view.currency, language)}</b>
          </li>
        )
      })}
    </ul>
  )
}

function Lines({ view, language }: { view: FeesView; language: Language }): Html {
  const t = words(language)
  return (
    <Table
      caption={t('sheet')}
      rows={view.lines}
      columns={[
        { name: t('name'), head: true, cell: (line) => <bdi>{line.name ?? t('reader', { number: line.reviewer })}</bdi> },
        ...FEE_WORKS.map((work) => ({ name: t(`count.${work}`), number: true, cell: (line: FeeLine) => line.counts[work] })),
        { name: t('amount'), number: true, cell: (line) => <b>{formatMoney(line.amount, view.currency, language, { hundredths: 'always' })}</b> },
      ]}
      foot={
        <tr>
          <th scope="row" colspan={1 + FEE_WORKS.length}>
            {t('total')}
          </th>
          <td class="n">
            <b>{formatMoney(view.total, view.currency, language, { hundredths: 'always' })}</b>
          </td>
        </tr>
      }
    />
  )
}

function Close({ language, view, action }: FeesProps & { action: string }): Html {
  const t = words(language)
  return (
    <form method="post" action={action} class="card stack stack--sm">
      <Hidden name="fingerprint" value={view.fingerprint} />
      <p>{t('close-text', { total: formatMoney(view.total, view.currency, language, { hundredths: 'always' }) })}</p>
      <div class="actions">
        <Button kind="light">{t('close')}</Button>
      </div>
    </form>
  )
}

export interface FeePaperProps {
  readonly language: Language
  readonly programme: string
  readonly edition: string
  readonly slug: string
  readonly zone: string
  readonly view: FeesView
}

/** To print and sign. */
export function FeePaper({ language, programme, edition, slug, zone, view }: FeePaperProps): Html {
  const t = words(language)
  const { closed } = view
  return (
    <LetterPage
      language={language}
      title={t('title')}
      programme={programme}
      path={`/desk/${slug}/fees/paper`}
      funders={[]}
      to={<p>{edition}</p>}
      from={<p>{closed === null ? t('open') : t('closed', { at: formatDateTime(closed.at, language, zone) })}</p>}
      foot={[t('counted'), t('sign')]}
    >
      <h1>{t('title')}</h1>
      <RatesSaid view={view} language={language} />
      <div class="scroll" role="region" aria-label={t('sheet')} tabindex={0}>
        <Lines view={view} language={language} />
      </div>
    </LetterPage>
  )
}
