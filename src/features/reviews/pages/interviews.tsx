/** Interviews: when, where, before whom, who came; and the form that invites. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { CheckField, DateField, SelectField, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatTimeRange, wallIn } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { InterviewLine, InterviewsView } from '../views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage, RegionOf } from './desk-page.tsx'

export interface InvitationTyped {
  readonly application: string
  readonly day: { readonly day: string; readonly month: string; readonly year: string }
  readonly from: string
  readonly to: string
  readonly place: string
  readonly panel: readonly string[]
}

export interface InterviewsProps {
  readonly around: DeskAround
  readonly view: InterviewsView
  readonly typed: InvitationTyped
  readonly errors: FormErrors
}

export function InterviewsPage(props: InterviewsProps): Html {
  const { around, view } = props
  const t = words(around.language)
  return (
    <DeskPage around={around} here="interviews" title={t('interviews.title')} lead={t('interviews.lead')} wrong={props.errors.length > 0}>
      <div class="row row--tight screen-only">
        {around.readsAll && (
          <ButtonLink kind="quiet" href={`/${around.language}/desk/${around.slug}/interviews/slots`}>
            {t('interviews.slots')}
          </ButtonLink>
        )}
        {around.readsAll && (
          <ButtonLink kind="quiet" href={`/${around.language}/desk/${around.slug}/juries`}>
            {t('interviews.juries')}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={`/${around.language}/desk/${around.slug}/interviews/days`}>
          {t('interviews.days')}
        </ButtonLink>
      </div>
      {view.lines.length === 0 ? (
        <Empty title={t('interviews.none')} />
      ) : (
        <Card flush title={t('interviews.title')}>
          <Lines {...props} />
        </Card>
      )}
      {around.mayArrange && (view.candidates.length === 0 ? <p class="muted">{t('interviews.no-candidate')}</p> : <Invite {...props} />)}
    </DeskPage>
  )
}

function Lines({ around, view }: InterviewsProps): Html {
  const { language, zone } = around
  const t = words(language)
  return (
    <Table
      caption={t('interviews.title')}
      look="rank"
      rows={view.lines}
      columns={[
        {
          name: t('interviews.when'),
          cell: (line) => whenOf(line, language, zone),
        },
        {
          name: t('plan.application'),
          head: true,
          cell: (line) => (
            <>
              <bdi class="num ltr">{line.number}</bdi> <bdi>{line.title}</bdi>
              <br />
              <bdi class="muted xs">{line.holderName}</bdi>
            </>
          ),
        },
        { name: t('reviewers.region'), cell: (line) => <RegionOf code={line.region} around={around} /> },
        { name: t('interviews.place'), cell: (line) => <bdi>{line.place}</bdi> },
        {
          name: t('interviews.panel'),
          cell: (line) => (
            <ul>
              {line.panel.map((one) => (
                <li>
                  <bdi>{one.name}</bdi> {one.score !== null && <b class="num">{formatNumber(one.score, language, { decimals: 2 })}</b>}
                </li>
              ))}
            </ul>
          ),
        },
        { name: t('interviews.attendance'), cell: (line) => <Attendance line={line} around={around} /> },
      ]}
    />
  )
}

/** Wednesday 24 April, 09:30 to 09:55. */
function whenOf({ from, to }: InterviewLine, language: Language, zone: string): string {
  const time = (at: Date): string => wallIn(at, zone).slice(11, 16)
  return words(language)('interviews.day-hours', {
    day: formatDate(dayIn(from, zone), language, 'weekday'),
    hours: formatTimeRange(time(from), time(to), language),
  })
}

function Attendance({ line, around }: { line: InterviewLine; around: DeskAround }): Html {
  const { language, slug, mayArrange } = around
  const t = words(language)
  const state =
    line.attended === null ? (
      <State is="none">{t('interviews.unknown')}</State>
    ) : line.attended ? (
      <State is="done">{t('interviews.attended')}</State>
    ) : (
      <State is="no">{t('interviews.missed')}</State>
    )
  if (!mayArrange) return state
  return (
    <form
      method="post"
      action={`/${language}/desk/${slug}/interviews/${line.interview}/attendance`}
      class="row row--tight"
      aria-label={t('interviews.record-of', { number: line.number })}
    >
      {state}
      {line.attended !== true && (
        <Button kind="quiet" size="sm" name="attended" value="yes">
          {line.attended === null ? t('interviews.attended') : t('interviews.correct', { state: t('interviews.attended') })}
        </Button>
      )}
      {line.attended !== false && (
        <Button kind="quiet" size="sm" name="attended" value="no">
          {line.attended === null ? t('interviews.missed') : t('interviews.correct', { state: t('interviews.missed') })}
        </Button>
      )}
    </form>
  )
}

function Invite({ around, view, typed, errors }: InterviewsProps): Html {
  const { language, slug } = around
  const t = words(language)
  const option = (one: InterviewsView['candidates'][number]) => ({
    value: one.application,
    name: t('interviews.candidate-line', { number: one.number, title: one.title, mean: formatNumber(one.mean, language, { decimals: 2 }) }),
  })
  const groups = [
    { name: t('interviews.above'), options: view.candidates.filter((one) => one.passes).map(option) },
    { name: t('interviews.below'), options: view.candidates.filter((one) => !one.passes).map(option) },
  ].filter((group) => group.options.length > 0)
  const labels = {
    application: t('interviews.candidate'),
    day: t('interviews.day'),
    from: t('interviews.from'),
    to: t('interviews.to'),
    place: t('interviews.place'),
    panel: t('interviews.panel'),
  }
  return (
    <form class="card stack" method="post" action={`/${language}/desk/${slug}/interviews`} novalidate aria-labelledby="invite">
      <h2 id="invite">{t('interviews.invite')}</h2>
      <ErrorSummary language={language} errors={errors} names={labels} />
      <SelectField
        name="application"
        label={t('interviews.candidate')}
        value={typed.application}
        empty={t('readings.choose')}
        groups={groups}
        error={errorOf(errors, 'application')}
      />
      <DateField name="day" label={t('interviews.day')} value={typed.day} language={language} error={errorOf(errors, 'day')} />
      <div class="row row--tight">
        <TextField
          name="from"
          label={t('interviews.from')}
          hint={t('interviews.time-hint')}
          value={typed.from}
          width="s"
          dir="ltr"
          error={errorOf(errors, 'from')}
          autocomplete="off"
        />
        <TextField
          name="to"
          label={t('interviews.to')}
          hint={t('interviews.time-hint')}
          value={typed.to}
          width="s"
          dir="ltr"
          error={errorOf(errors, 'to')}
          autocomplete="off"
        />
      </div>
      <TextField name="place" label={t('interviews.place')} value={typed.place} error={errorOf(errors, 'place')} autocomplete="off" />
      <CheckField
        name="panel"
        label={t('interviews.panel')}
        values={typed.panel}
        look="2"
        options={view.reviewers.map((one) => ({ value: one.reviewer, name: one.name }))}
        error={errorOf(errors, 'panel')}
      />
      <div class="actions">
        <Button kind="light">{t('interviews.send')}</Button>
      </div>
    </form>
  )
}
