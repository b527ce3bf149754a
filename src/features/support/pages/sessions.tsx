/** A trainer's own sessions, and one of them with its attendance: made for a phone in a classroom. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Day } from '../../../design/day.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Facts } from '../../../design/facts.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate } from '../../../platform/time/time.ts'
import type { ActivityLine, ActivityView } from '../queries/activities.ts'
import { words } from '../words/index.ts'
import { factsOf } from './activity.tsx'
import { Attendance } from './attendance.tsx'
import { ActivityState, Line } from './calendar.tsx'

interface Around {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly zone: string
  readonly said?: string | undefined
}

export function SessionsPage(props: Around & { sessions: readonly ActivityLine[]; now: Date }): Html {
  const { language, sessions, now } = props
  const t = words(language)
  const next = sessions.filter((one) => one.to > now && one.state !== 'cancelled')
  const past = sessions.filter((one) => one.to <= now && one.state !== 'cancelled').reverse()
  return (
    <ReadingPage language={language} frame={props.frame} path={props.path} title={t('sessions.title')} said={props.said}>
      <Head title={t('sessions.title')} lead={t('sessions.count', { count: past.filter((one) => one.state === 'held').length })} />
      {next.length === 0 ? <Empty title={t('sessions.none')} /> : <List {...props} title={t('sessions.next')} sessions={next} />}
      {past.length > 0 && <List {...props} title={t('sessions.past')} sessions={past} />}
    </ReadingPage>
  )
}

function List({ title, sessions, language, zone, now }: Around & { title: string; sessions: readonly ActivityLine[]; now: Date }): Html {
  return (
    <Card title={title}>
      <ul class="rows">
        {sessions.map((one) => {
          const day = dayIn(one.from, zone)
          return (
            <li>
              <Day number={String(Number(day.slice(8)))} above={formatDate(day, language, 'month-short')}>
                <Line line={one} language={language} zone={zone} now={now} href={`/${language}/sessions/${one.id}`} />
              </Day>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

export function SessionPage(props: Around & { activity: ActivityView; now: Date; marks: Readonly<Record<string, string>>; refusal?: string }): Html {
  const { language, activity, zone } = props
  const t = words(language)
  return (
    <ReadingPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={activity.title}
      said={props.said}
      error={props.refusal !== undefined}
    >
      <BackLink href={`/${language}/sessions`}>{t('sessions.title')}</BackLink>
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head
        eyebrow={
          <>
            <Region mark={activity.mark}>{activity.region ?? t('calendar.national')}</Region> ·{' '}
            {formatDate(dayIn(activity.from, zone), language, 'full')}
          </>
        }
        title={activity.title}
        lead={<ActivityState line={activity} language={language} now={props.now} />}
      />
      {activity.state === 'cancelled' && <Note is="bad">{t('activity.cancelled-because', { reason: activity.cancelReason ?? '' })}</Note>}
      <Attendance
        language={language}
        activity={activity}
        action={`/${language}/sessions/${activity.id}/attendance`}
        begun={props.now >= activity.from}
        marksIt
        marks={props.marks}
      />
      <Card>
        <Facts columns={2} facts={factsOf(activity, language, zone, null)} />
      </Card>
    </ReadingPage>
  )
}
