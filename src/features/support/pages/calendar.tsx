/** The calendar of an edition: a month at a time, as a grid where there is room, its days in rows everywhere. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Day } from '../../../design/day.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { Region } from '../../../design/region.tsx'
import { State } from '../../../design/state.tsx'
import { Chips } from '../../../design/tabs.tsx'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatTimeRange, SHORT_WEEKDAYS, wallIn } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import type { ActivityLine } from '../queries/activities.ts'
import type { TourLine } from '../queries/tours.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'
import { Month } from './month.tsx'

export interface CalendarProps extends Around {
  /** First day of the month shown. */
  readonly month: string
  readonly before: string
  readonly after: string
  readonly today: string
  readonly now: Date
  readonly lines: readonly ActivityLine[]
  readonly tours: readonly TourLine[]
  readonly regions: readonly { readonly code: string; readonly name: string; readonly mark: string }[]
  /** Region the calendar is narrowed to. */
  readonly region: string | null
  readonly plans: boolean
  /** First day of the nearest month in which there is something; null while there is something in this one, or nothing at all. */
  readonly nearest: string | null
}

export function CalendarPage(props: CalendarProps): Html {
  const { language, lines, zone } = props
  const t = words(language)
  const days = Map.groupBy(lines, (line) => dayIn(line.from, zone))
  const link = (month: string, region = props.region): string =>
    `/${language}/desk/${props.edition}/calendar?month=${month.slice(0, 7)}${region === null ? '' : `&region=${region}`}`
  const query = link(props.month).slice(link(props.month).indexOf('?'))
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} query={query} title={t('calendar.title')} said={props.said}>
      <Head title={titled(formatDate(props.month, language, 'month'))} lead={t('calendar.count', { count: lines.length })}>
        <ButtonLink kind="quiet" href={link(props.before)}>
          <Icon name="back" flip />
          {formatDate(props.before, language, 'month-name')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={link(props.after)}>
          {formatDate(props.after, language, 'month-name')}
          <Icon name="arrow" flip />
        </ButtonLink>
        {props.plans && (
          <ButtonLink kind="light" href={`/${language}/desk/${props.edition}/activities/new`}>
            {t('calendar.plan')}
          </ButtonLink>
        )}
      </Head>
      <Chips
        label={t('calendar.filter')}
        chips={[
          { name: t('calendar.all'), href: link(props.month, null), current: props.region === null },
          ...props.regions.map((region) => ({ name: region.name, href: link(props.month, region.code), current: region.code === props.region })),
        ]}
      />
      <Month {...props} />
      {lines.length === 0 ? (
        <Empty title={t('calendar.none')}>
          {props.nearest === null ? (
            <p>{t('calendar.none-hint')}</p>
          ) : (
            <p>
              <a href={link(props.nearest)}>{t('calendar.nearest', { month: formatDate(props.nearest, language, 'month') })}</a>
            </p>
          )}
        </Empty>
      ) : (
        [...days].map(([day, ofDay]) => (
          <Card tight id={`d-${day}`}>
            <Day number={String(Number(day.slice(8)))} below={shortWeekday(day, language)}>
              <ul class="rows">
                {ofDay.map((line) => (
                  <li>
                    <Line
                      line={line}
                      language={language}
                      zone={zone}
                      now={props.now}
                      href={`/${language}/desk/${props.edition}/activities/${line.id}`}
                    />
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

/** One activity in a list: its title, time, kind, place, who gives it, its state. */
export function Line({ line, language, zone, now, href }: { line: ActivityLine; language: Language; zone: string; now: Date; href: string }): Html {
  const t = words(language)
  const time = (at: Date): string => wallIn(at, zone).slice(11, 16)
  return (
    <>
      <div>
        <a href={href}>
          <b>{line.title}</b>
        </a>
        <p class="sm muted">
          <bdi>{formatTimeRange(time(line.from), time(line.to), language)}</bdi> · {t(`kind.${line.kind}`)}
          {line.tourName !== null && ` · ${line.tourName}`}
        </p>
        <p class="sm row">
          <Region mark={line.mark}>{line.region ?? t('calendar.national')}</Region>
          {line.place !== '' && <bdi>{line.place}</bdi>}
          {line.with.length > 0 && <span class="muted">{formatList(line.with, language)}</span>}
        </p>
      </div>
      <ActivityState line={line} language={language} now={now} />
    </>
  )
}

/** The name of a month as a title: French writes it without a capital elsewhere. */
function titled(month: string): string {
  return month.charAt(0).toLocaleUpperCase('fr') + month.slice(1)
}

function shortWeekday(day: string, language: Language): string {
  return SHORT_WEEKDAYS[language][(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as string
}

/** Where an activity stands, in a word; one that is over and not recorded asks for it. */
export function ActivityState({
  line,
  language,
  now,
}: {
  line: Pick<ActivityLine, 'state' | 'present' | 'projects' | 'to'>
  language: Language
  now: Date
}): Html {
  const t = words(language)
  if (line.state === 'cancelled') return <State is="no">{t('activity.cancelled')}</State>
  if (line.state === 'planned') {
    const over = line.to <= now
    return <State is={over ? 'alert' : 'wait'}>{t(over ? 'activity.unrecorded' : 'activity.planned')}</State>
  }
  return (
    <State is="done">{line.projects === 0 ? t('activity.held') : t('activity.held-with', { present: line.present, expected: line.projects })}</State>
  )
}
