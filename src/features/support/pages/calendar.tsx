/** The calendar of an edition: a month at a time, its days in rows. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Day } from '../../../design/day.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Region } from '../../../design/region.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatTimeRange, wallIn } from '../../../platform/time/time.ts'
import type { ActivityLine } from '../queries.ts'
import { words } from '../words/index.ts'

export interface CalendarProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly edition: string
  readonly zone: string
  /** First day of the month shown. */
  readonly month: string
  readonly before: string
  readonly after: string
  readonly lines: readonly ActivityLine[]
  readonly plans: boolean
  readonly said?: string | undefined
}

export function CalendarPage(props: CalendarProps): Html {
  const { language, lines, zone } = props
  const t = words(language)
  const days = Map.groupBy(lines, (line) => dayIn(line.from, zone))
  const link = (month: string): string => `/${language}/desk/${props.edition}/calendar?month=${month.slice(0, 7)}`
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={t('calendar.title')} said={props.said}>
      <Head title={formatDate(props.month, language, 'month')} lead={t('calendar.count', { count: lines.length })}>
        <ButtonLink kind="quiet" href={link(props.before)}>
          <Icon name="back" flip />
          {formatDate(props.before, language, 'month-name')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={link(props.after)}>
          {formatDate(props.after, language, 'month-name')}
          <Icon name="arrow" flip />
        </ButtonLink>
        {props.plans && <ButtonLink href={`/${language}/desk/${props.edition}/activities/new`}>{t('calendar.plan')}</ButtonLink>}
      </Head>
      {lines.length === 0 ? (
        <Empty title={t('calendar.none')}>
          <p>{t('calendar.none-hint')}</p>
        </Empty>
      ) : (
        [...days].map(([day, ofDay]) => (
          <Card tight>
            <Day number={String(Number(day.slice(8)))} below={formatDate(day, language, 'weekday-name')}>
              <ul class="rows">
                {ofDay.map((line) => (
                  <li>
                    <Line line={line} {...props} />
                  </li>
                ))}
              </ul>
            </Day>
          </Card>
        ))
      )}
    </StaffPage>
  )
}

/** One activity in a list: its time, kind, title, place, state. */
export function Line({ line, language, edition, zone }: { line: ActivityLine; language: Language; edition: string; zone: string }): Html {
  const t = words(language)
  const time = (at: Date): string => wallIn(at, zone).slice(11, 16)
  return (
    <>
      <div>
        <a href={`/${language}/desk/${edition}/activities/${line.id}`}>
          <b>{line.title}</b>
        </a>
        <p class="sm muted">
          <bdi>{formatTimeRange(time(line.from), time(line.to), language)}</bdi> · {t(`kind.${line.kind}`)}
          {line.tourName !== null && ` · ${line.tourName}`}
        </p>
        <p class="sm">
          <Region mark={line.mark}>
            {line.region ?? t('calendar.national')}
            {line.place !== '' && (
              <>
                {' '}
                · <bdi>{line.place}</bdi>
              </>
            )}
          </Region>
        </p>
      </div>
      {line.state === 'held' && <State is="done">{t('activity.held-with', { present: line.present, expected: line.projects })}</State>}
      {line.state === 'planned' && <State is="wait">{t('activity.planned')}</State>}
      {line.state === 'cancelled' && <State is="no">{t('activity.cancelled')}</State>}
    </>
  )
}
