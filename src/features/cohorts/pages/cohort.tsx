/** The cohort at the desk: who was offered a place, who is active, who left, who comes next. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { DateField, Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Region } from '../../../design/region.tsx'
import { State, type StateShape } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import type { ProjectState } from '../../../domain/cohort.ts'
import type { Language } from '../../../domain/language.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { CohortRow, ReserveRow } from '../queries/cohort.ts'
import { words } from '../words/index.ts'

export interface CohortProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly edition: string
  readonly zone: string
  readonly rows: readonly CohortRow[]
  readonly reserve: readonly ReserveRow[]
  /** Whether the viewer may offer places and record departures. */
  readonly acts: boolean
  /** Selected applications of the published list not offered a place yet. */
  readonly unoffered: number
  readonly said?: string | undefined
  readonly refusal?: string
  readonly errors: FormErrors
  readonly values: Readonly<Record<string, string>>
}

const SHAPE: Readonly<Record<ProjectState, StateShape>> = {
  offered: 'wait',
  declined: 'no',
  expired: 'no',
  active: 'yes',
  left: 'no',
  graduated: 'done',
}

export function CohortPage(props: CohortProps): Html {
  const { language, rows } = props
  const t = words(language)
  const count = (...states: ProjectState[]): string => formatNumber(rows.filter((row) => states.includes(row.state)).length, language)
  const admitted = rows.filter((row) => row.admitted).length
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={t('cohort.title')}
      said={props.said}
      error={props.refusal !== undefined || props.errors.length > 0}
    >
      <Head title={t('cohort.title')} lead={t('cohort.lead')} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <ErrorSummary
        language={language}
        errors={props.errors}
        names={{
          reply_by: t('offer-all.reply-by'),
          left_on: t('departure.left-on'),
          reason: t('departure.reason'),
          on: t('graduation.on'),
        }}
      />
      <Kpis
        figures={[
          { value: formatNumber(admitted, language), reference: null, says: t('cohort.admitted') },
          { value: count('active', 'graduated'), reference: null, says: t('cohort.active') },
          { value: count('left'), reference: null, says: t('cohort.left') },
          { value: count('offered'), reference: null, says: t('cohort.awaited') },
        ]}
      />
      {props.acts && props.unoffered > 0 && <OfferAll {...props} />}
      {rows.length === 0 ? (
        <Empty title={t('cohort.none')}>
          <p>{t('cohort.none-hint')}</p>
        </Empty>
      ) : (
        <Card title={t('cohort.projects')} flush>
          <Table
            caption={t('cohort.projects')}
            rows={rows}
            columns={[
              {
                name: t('cohort.project'),
                head: true,
                cell: (row) => (
                  <>
                    <a href={`/${language}/space/${row.project}`} lang={row.language} dir="auto">
                      {row.title}
                    </a>
                    <br />
                    <span class="muted xs">
                      <bdi class="ltr">{row.number}</bdi> · <bdi>{row.holder}</bdi>
                    </span>
                  </>
                ),
              },
              { name: t('cohort.region'), cell: (row) => <Region mark={row.mark}>{row.region}</Region> },
              { name: t('cohort.sector'), cell: (row) => row.sector },
              {
                name: t('cohort.state'),
                cell: (row) => (
                  <>
                    <State is={SHAPE[row.state]}>{t(`state.${row.state}`)}</State>
                    {row.leftOn !== null && (
                      <p class="xs muted">
                        {formatDate(row.leftOn, language)}. {row.leftBecause}
                      </p>
                    )}
                    {row.state === 'offered' && (
                      <p class="xs muted">{t('cohort.reply-by', { when: formatDateTime(row.replyBy, language, props.zone) })}</p>
                    )}
                  </>
                ),
              },
            ]}
          />
        </Card>
      )}
      {props.acts && <DepartureForm {...props} />}
      {props.acts && <GraduationForm {...props} />}
      <Reserve {...props} />
    </StaffPage>
  )
}

function OfferAll(props: CohortProps): Html {
  const t = words(props.language)
  return (
    <Card title={t('offer-all.title', { count: props.unoffered })} lit>
      <form class="stack" method="post" action={`/${props.language}/desk/${props.edition}/cohort/offers`} novalidate>
        <DateField
          language={props.language}
          name="reply_by"
          label={t('offer-all.reply-by')}
          hint={t('offer-all.hint')}
          value={boxes(props.values, 'reply_by')}
          error={errorOf(props.errors, 'reply_by')}
        />
        <Button kind="light">{t('offer-all.do')}</Button>
      </form>
    </Card>
  )
}

function DepartureForm(props: CohortProps): Html {
  const t = words(props.language)
  const active = props.rows.filter((row) => row.state === 'active')
  if (active.length === 0) return <></>
  const open = (['left_on', 'reason'] as const).some((field) => errorOf(props.errors, field) !== undefined)
  return (
    <Card>
      <More summary={t('departure.title')} open={open}>
        <form class="stack" method="post" action={`/${props.language}/desk/${props.edition}/cohort/departures`} novalidate>
          <div class="field">
            <label for="project">{t('departure.project')}</label>
            <select class="input input--m" id="project" name="project">
              {active.map((row) => (
                <option value={row.project} selected={props.values.project === row.project}>
                  {row.title}
                </option>
              ))}
            </select>
          </div>
          <DateField
            language={props.language}
            name="left_on"
            label={t('departure.left-on')}
            value={boxes(props.values, 'left_on')}
            error={errorOf(props.errors, 'left_on')}
          />
          <TextField
            name="reason"
            label={t('departure.reason')}
            hint={t('departure.reason-hint')}
            value={props.values.reason ?? ''}
            error={errorOf(props.errors, 'reason')}
          />
          <Button kind="bad">{t('departure.do')}</Button>
        </form>
      </More>
    </Card>
  )
}

function GraduationForm(props: CohortProps): Html {
  const t = words(props.language)
  const active = props.rows.filter((row) => row.state === 'active').length
  if (active === 0) return <></>
  return (
    <Card>
      <More summary={t('graduation.title')} open={errorOf(props.errors, 'on') !== undefined}>
        <form class="stack" method="post" action={`/${props.language}/desk/${props.edition}/cohort/graduation`} novalidate>
          <DateField
            language={props.language}
            name="on"
            label={t('graduation.on')}
            hint={t('graduation.hint', { count: active })}
            value={boxes(props.values, 'on')}
            error={errorOf(props.errors, 'on')}
          />
          <Button kind="quiet">{t('graduation.do')}</Button>
        </form>
      </More>
    </Card>
  )
}

function boxes(values: Readonly<Record<string, string>>, name: string): { day: string; month: string; year: string } {
  return { day: values[`${name}.day`] ?? '', month: values[`${name}.month`] ?? '', year: values[`${name}.year`] ?? '' }
}

/** A place that the direction opened for one file after its appeal. */
function OfferExtra({ application, language, edition }: CohortProps & { application: string }): Html {
  const t = words(language)
  return (
    <form method="post" action={`/${language}/desk/${edition}/cohort/replacements`}>
      <Hidden name="application" value={application} />
      <Button size="sm" kind="quiet">
        {t('reserve.offer-extra')}
      </Button>
    </form>
  )
}

function Reserve(props: CohortProps): Html {
  const { language, reserve } = props
  const t = words(language)
  if (reserve.length === 0) return <></>
  const free = props.rows.filter((row) => (row.state === 'left' || row.state === 'declined') && !row.replaced && !row.extra)
  return (
    <Card title={t('reserve.title')} flush>
      <Table
        caption={t('reserve.title')}
        rows={reserve}
        columns={[
          { name: t('reserve.rank'), number: true, cell: (row) => (row.rank === null ? t('reserve.appeal') : formatNumber(row.rank, language)) },
          {
            name: t('cohort.project'),
            head: true,
            cell: (row) => (
              <>
                <span dir="auto">{row.title}</span>{' '}
                <span class="muted xs">
                  <bdi class="ltr">{row.number}</bdi>
                </span>
              </>
            ),
          },
          { name: t('cohort.region'), cell: (row) => row.region },
          {
            name: t('reserve.act'),
            cell: (row) => {
              const place = free.find((one) => one.regionCode === row.regionCode)
              if (props.acts && row.extra) return <OfferExtra application={row.application} {...props} />
              if (!props.acts || place === undefined) return <span class="muted">{t('reserve.waits')}</span>
              if (row.passedFor.length > 0) return <span class="muted">{t('reserve.passed', { rules: row.passedFor as unknown as string })}</span>
              if (!row.next) return <span class="muted">{t('reserve.after')}</span>
              return (
                <form method="post" action={`/${language}/desk/${props.edition}/cohort/replacements`}>
                  <Hidden name="application" value={row.application} />
                  <Hidden name="replaces" value={place.project} />
                  <Button size="sm" kind="quiet">
                    {t('reserve.offer', { project: place.title })}
                  </Button>
                </form>
              )
            },
          },
        ]}
      />
    </Card>
  )
}
