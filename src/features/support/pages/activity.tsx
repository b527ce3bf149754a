/** One activity at the desk: when, where, who gives it, who is expected, who came. */
import type { Child, Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { type Fact, Facts } from '../../../design/facts.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatDateTime, formatTimeRange, wallIn } from '../../../platform/time/time.ts'
import type { ActivityView } from '../queries/activities.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'
import { Attendance } from './attendance.tsx'
import { ActivityState } from './calendar.tsx'

export interface ActivityProps extends Around {
  readonly activity: ActivityView
  readonly now: Date
  /** Whether the viewer plans, changes and cancels. */
  readonly acts: boolean
  /** Whether the viewer may keep marks. */
  readonly marksIt: boolean
  readonly marks: Readonly<Record<string, string>>
  readonly errors: FormErrors
  /** What was typed as the reason of a cancellation that was refused. */
  readonly reason?: string
  readonly refusal?: string
}

export function ActivityPage(props: ActivityProps): Html {
  const { language, activity } = props
  const t = words(language)
  const desk = `/${language}/desk/${props.edition}`
  const here = `${desk}/activities/${activity.id}`
  const month = dayIn(activity.from, props.zone).slice(0, 7)
  const changes = props.acts && activity.state === 'planned'
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={activity.title}
      said={props.said}
      error={props.errors.length > 0 || props.refusal !== undefined}
    >
      {activity.tourName === null ? (
        <BackLink href={`${desk}/calendar?month=${month}`}>{t('calendar.title')}</BackLink>
      ) : (
        <BackLink href={`${desk}/tours/${activity.tour}`}>{activity.tourName}</BackLink>
      )}
      <ErrorSummary language={language} errors={props.errors} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head eyebrow={t(`kind.${activity.kind}`)} title={activity.title} lead={<ActivityState line={activity} language={language} now={props.now} />}>
        {changes && (
          <ButtonLink kind="quiet" href={`${here}/change`}>
            {t('change.open')}
          </ButtonLink>
        )}
      </Head>
      {activity.state === 'cancelled' && <Note is="bad">{t('activity.cancelled-because', { reason: activity.cancelReason ?? '' })}</Note>}
      <Card>
        <Facts columns={3} facts={factsOf(activity, language, props.zone, desk)} />
      </Card>
      <Attendance
        language={language}
        activity={activity}
        action={`${here}/attendance`}
        begun={props.now >= activity.from}
        marksIt={props.marksIt}
        marks={props.marks}
      />
      {changes && (
        <Card>
          <More summary={t('cancel.title')} open={props.errors.length > 0}>
            <form class="stack" method="post" action={`${here}/cancellation`} novalidate>
              <TextField
                name="reason"
                label={t('cancel.reason')}
                hint={t('cancel.hint')}
                value={props.reason ?? ''}
                error={errorOf(props.errors, 'reason')}
              />
              <Button kind="bad">{t('cancel.do')}</Button>
            </form>
          </More>
        </Card>
      )}
    </StaffPage>
  )
}

/** When, where and with whom; `desk` leads to the tour for those who may open it. */
export function factsOf(activity: ActivityView, language: Language, zone: string, desk: string | null): Fact[] {
  const t = words(language)
  const shown = (name: string, value: Child, when = true): Fact[] => (when ? [{ name, value }] : [])
  return [
    ...shown(t('activity.when'), whenOf(activity, language, zone)),
    ...shown(t('activity.where'), <bdi>{activity.place}</bdi>, activity.place !== ''),
    ...shown(t('activity.room'), <bdi>{activity.room?.name}</bdi>, activity.room !== null),
    ...shown(t('activity.region'), <Region mark={activity.mark}>{activity.region ?? t('calendar.national')}</Region>),
    ...shown(
      t('activity.people'),
      <ul>
        {activity.people.map((one) => (
          <li>
            <bdi>{one.name}</bdi>
            {t('activity.part', { part: t.any(`part.${one.part}`) })}
          </li>
        ))}
      </ul>,
      activity.people.length > 0,
    ),
    ...shown(
      t('activity.tour'),
      desk === null ? activity.tourName : <a href={`${desk}/tours/${activity.tour}`}>{activity.tourName}</a>,
      activity.tourName !== null,
    ),
    ...shown(t('activity.agenda'), t(activity.public ? 'activity.public' : 'activity.internal')),
  ]
}

/** The day and its hours; both ends whole when it goes past midnight. */
function whenOf({ from, to }: Pick<ActivityView, 'from' | 'to'>, language: Language, zone: string): string {
  const t = words(language)
  const [first, last] = [wallIn(from, zone), wallIn(to, zone)]
  if (first.slice(0, 10) === last.slice(0, 10)) {
    const hours = formatTimeRange(first.slice(11, 16), last.slice(11, 16), language)
    return t('activity.day-hours', { day: formatDate(first.slice(0, 10), language, 'full'), hours })
  }
  return t('activity.from-to', {
    from: formatDateTime(from, language, zone, { style: 'full' }),
    to: formatDateTime(to, language, zone, { style: 'full' }),
  })
}
