/** One activity: who gives it, who is expected, who came. "All present" first, then the exceptions. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { Score } from '../../../design/score.tsx'
import { ATTENDANCE_MARKS } from '../../../domain/activity.ts'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime, formatTime } from '../../../platform/time/time.ts'
import type { ActivityView } from '../queries.ts'
import { words } from '../words/index.ts'

export interface ActivityProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly edition: string
  readonly zone: string
  readonly activity: ActivityView
  readonly begun: boolean
  readonly acts: boolean
  readonly marks: Readonly<Record<string, string>>
  readonly errors: FormErrors
  readonly refusal?: string
  readonly said?: string | undefined
}

export function ActivityPage(props: ActivityProps): Html {
  const { language, activity, zone } = props
  const t = words(language)
  const here = `/${language}/desk/${props.edition}/activities/${activity.id}`
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={activity.title}
      said={props.said}
      error={props.errors.length > 0 || props.refusal !== undefined}
    >
      <BackLink href={`/${language}/desk/${props.edition}/calendar?month=${activity.from.toISOString().slice(0, 7)}`}>{t('calendar.title')}</BackLink>
      <ErrorSummary language={language} errors={props.errors} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head eyebrow={t(`kind.${activity.kind}`)} title={activity.title} />
      {activity.state === 'cancelled' && <Note is="bad">{t('activity.cancelled-because', { reason: activity.cancelReason ?? '' })}</Note>}
      <Card>
        <Facts
          columns={3}
          facts={[
            {
              name: t('activity.when'),
              value: `${formatDateTime(activity.from, language, zone, { style: 'full' })} – ${formatTime(activity.to, language, zone)}`,
            },
            { name: t('activity.where'), value: <bdi>{activity.place}</bdi> },
            { name: t('activity.region'), value: <Region mark={activity.mark}>{activity.region ?? t('calendar.national')}</Region> },
            ...(activity.people.length === 0
              ? []
              : [
                  {
                    name: t('activity.people'),
                    value: (
                      <ul>
                        {activity.people.map((one) => (
                          <li>
                            <bdi>{one.name}</bdi>, {t.any(`part.${one.part}`)}
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]),
            ...(activity.tourName === null
              ? []
              : [{ name: t('activity.tour'), value: <a href={`/${language}/desk/${props.edition}/tours/${activity.tour}`}>{activity.tourName}</a> }]),
          ]}
        />
      </Card>
      {activity.expected.length > 0 && (
        <Card title={t('attendance.title')}>
          <form class="stack" method="post" action={`${here}/attendance`}>
            <ul class="rows">
              {activity.expected.map((one) => (
                <li>
                  <span lang={one.language} dir="auto">
                    {one.title}
                  </span>
                  {props.begun && activity.state !== 'cancelled' ? (
                    <Score
                      look="word"
                      name={`mark.${one.project}`}
                      label={one.title}
                      value={props.marks[one.project] ?? one.mark ?? 'present'}
                      steps={ATTENDANCE_MARKS.map((mark) => ({ value: mark, shown: t(`mark.${mark}`), label: t(`mark.${mark}`) }))}
                    />
                  ) : (
                    <span class="muted sm">{one.mark === null ? t('attendance.expected') : t(`mark.${one.mark}`)}</span>
                  )}
                </li>
              ))}
            </ul>
            {props.begun && activity.state !== 'cancelled' ? (
              <Button kind="light">{t(activity.state === 'held' ? 'attendance.correct' : 'attendance.keep')}</Button>
            ) : (
              <p class="muted sm">{t('attendance.later')}</p>
            )}
          </form>
        </Card>
      )}
      {props.acts && activity.state === 'planned' && (
        <Card>
          <More summary={t('cancel.title')} open={props.errors.length > 0}>
            <form class="stack" method="post" action={`${here}/cancellation`} novalidate>
              <TextField name="reason" label={t('cancel.reason')} hint={t('cancel.hint')} value="" error={errorOf(props.errors, 'reason')} />
              <Button kind="bad">{t('cancel.do')}</Button>
            </form>
          </More>
        </Card>
      )}
    </StaffPage>
  )
}
