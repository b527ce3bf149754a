/** A month as a grid: what happens each day in a few words, tours as bands of light. For wide rooms; the agenda below it says everything. */
import type { Html } from '#html'
import type { ActivityKind } from '../../../domain/activity.ts'
import type { Language } from '../../../domain/language.ts'
import { addDays, dayIn, formatDate, SHORT_WEEKDAYS } from '../../../platform/time/time.ts'
import type { ActivityLine } from '../queries/activities.ts'
import type { TourLine } from '../queries/tours.ts'
import { words } from '../words/index.ts'

export interface MonthProps {
  readonly language: Language
  readonly edition: string
  readonly zone: string
  /** First day of the month shown. */
  readonly month: string
  readonly today: string
  readonly lines: readonly ActivityLine[]
  readonly tours: readonly TourLine[]
}

export function Month(props: MonthProps): Html {
  const { language, month } = props
  const name = formatDate(month, language, 'month')
  const days = Map.groupBy(
    props.lines.filter((line) => line.tour === null && line.state !== 'cancelled'),
    (line) => dayIn(line.from, props.zone),
  )
  return (
    <section class="card card--tight cal-month">
      <div class="scroll" role="region" aria-label={name} tabindex={0}>
        <table class="month month--full">
          <caption class="vh">{name}</caption>
          <thead>
            <tr>
              {SHORT_WEEKDAYS[language].map((day) => (
                <th scope="col">{day}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr>
                {week.map((day) => (
                  <DayCell {...props} day={day} lines={days.get(day) ?? []} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function DayCell({ day, lines, ...props }: MonthProps & { day: string }): Html {
  const t = words(props.language)
  const desk = `/${props.language}/desk/${props.edition}`
  const now = day === props.today
  const tours = props.tours.filter((tour) => tour.from <= day && day <= tour.to)
  const outside = day.slice(0, 7) !== props.month.slice(0, 7)
  return (
    <td data-out={outside ? '' : undefined} data-now={now ? '' : undefined}>
      <b>
        {String(Number(day.slice(8)))}
        {now && <span class="vh"> ({t('calendar.today')})</span>}
      </b>
      {!outside &&
        tours.map((tour) => (
          <a class="slot" href={`${desk}/tours/${tour.id}`} data-k="tour">
            {tour.name}
          </a>
        ))}
      {[...Map.groupBy(lines, (line) => `${line.kind} ${line.mark ?? ''}`).values()].map((same) => (
        <Slot same={same} desk={desk} day={day} language={props.language} />
      ))}
    </td>
  )
}

/** Activities of one kind and region: the one by its kind and place, several by their number. */
function Slot({ same, desk, day, language }: { same: readonly ActivityLine[]; desk: string; day: string; language: Language }): Html {
  const t = words(language)
  const [first] = same as [ActivityLine]
  const href = same.length === 1 ? `${desk}/activities/${first.id}` : `#d-${day}`
  return (
    <a class="slot" href={href} data-r={first.mark}>
      {t('calendar.slot', { what: slotOf(first.kind, same.length, language), where: first.region ?? t('calendar.national') })}
    </a>
  )
}

function slotOf(kind: ActivityKind, count: number, language: Language): string {
  return words(language)(`slot.${kind}`, { count })
}

/** The weeks of a month, Monday first, filled up with the days around it. */
function weeksOf(month: string): string[][] {
  const weekday = (new Date(`${month}T00:00:00Z`).getUTCDay() + 6) % 7
  const first = addDays(month, -weekday)
  const weeks: string[][] = []
  for (let start = first; start.slice(0, 7) <= month.slice(0, 7); start = addDays(start, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((by) => addDays(start, by)))
  return weeks
}
