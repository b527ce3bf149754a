/** A tour day by day: the town, then what happens there in its order. */
import type { Html } from '#html'
import { Icon, type IconName } from '../../../design/icons.tsx'
import type { ActivityKind } from '../../../domain/activity.ts'
import type { Language } from '../../../domain/language.ts'
import { addDays, dayIn, formatDate, formatTime } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import type { ActivityLine } from '../queries/activities.ts'
import { words } from '../words/index.ts'
import { ActivityState } from './calendar.tsx'

export interface ItineraryProps {
  readonly language: Language
  readonly zone: string
  readonly now: Date
  readonly from: string
  readonly to: string
  /** Towns of the road: they name the days when there is one a day. */
  readonly towns: readonly string[]
  readonly lines: readonly ActivityLine[]
  /** Where an activity leads; nowhere when left out. */
  readonly link?: (activity: string) => string
}

const ICON: Readonly<Record<ActivityKind, IconName>> = {
  'group-training': 'users',
  'individual-training': 'user',
  training: 'users',
  visit: 'eye',
  meeting: 'chat',
  'creative-workshop': 'hand',
  'round-table': 'mic',
  talk: 'stage',
}

export function Itinerary(props: ItineraryProps): Html {
  const { language, zone, from, to, towns } = props
  const t = words(language)
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  const lines = Map.groupBy(props.lines, (line) => dayIn(line.from, zone))
  return (
    <div class="stack stack--xl">
      {days.map((day, place) => {
        const town = towns.length === days.length ? towns[place] : undefined
        const ordinal = t('tour.day', { day: place + 1, date: formatDate(day, language, 'weekday') })
        const ofDay = lines.get(day) ?? []
        return (
          <section class="stack stack--lg">
            {town === undefined ? (
              <h2>{ordinal}</h2>
            ) : (
              <div class="row row--between row--base">
                <h2>{town}</h2>
                <p class="muted">{ordinal}</p>
              </div>
            )}
            {ofDay.length === 0 ? (
              <p class="muted">{t('tour.day-empty')}</p>
            ) : (
              <ol class="cues">
                {ofDay.map((line) => (
                  <Stop line={line} {...props} />
                ))}
              </ol>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Stop({ line, language, zone, now, link }: ItineraryProps & { line: ActivityLine }): Html {
  const t = words(language)
  const live = line.state !== 'cancelled' && line.from <= now && now < line.to
  const progress = live ? 'live' : line.state === 'held' ? 'done' : undefined
  return (
    <li data-p={progress}>
      <span class="cue" aria-hidden="true">
        <Icon name={ICON[line.kind]} />
      </span>
      <div>
        <div class="row row--tight row--base">
          <span class="num strong">{formatTime(line.from, language, zone)}</span>
          <span class="tag">{t(line.kind === 'training' ? 'tour.training' : `kind.${line.kind}`)}</span>
          <ActivityState line={line} language={language} now={now} />
        </div>
        <h3>{link === undefined ? line.title : <a href={link(line.id)}>{line.title}</a>}</h3>
        <p class="muted sm">
          <bdi>{line.place}</bdi>
          {line.with.length > 0 && (
            <>
              {' '}
              · <bdi>{formatList(line.with, language)}</bdi>
            </>
          )}
          {line.projects > 0 && ` · ${t('tour.projects', { count: line.projects })}`}
        </p>
      </div>
    </li>
  )
}

/** The towns of the road as a line. */
export function Road({ towns }: { towns: readonly string[] }): Html {
  if (towns.length < 2) return <></>
  return (
    <ol class="route">
      {towns.map((town, place) => (
        <li data-p={place === 0 ? 'live' : undefined}>
          <b>{town}</b>
        </li>
      ))}
    </ol>
  )
}
