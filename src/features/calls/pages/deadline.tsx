/** A promised time: the wall time as announced, with its distance from UTC, because phones may carry old rules. */
import type { Html } from '#html'
import type { Language } from '../../../domain/language.ts'
import { formatDate, formatTime, offsetLabel } from '../../../platform/time/time.ts'

export interface PromisedProps {
  readonly language: Language
  /** 'YYYY-MM-DDTHH:MM' */
  readonly wall: string
  readonly instant: Date
  readonly zone: string
}

/** Day, time and offset in words: "dimanche 31 mars 2024 à 23 h 59 (UTC+00:00)". */
export function promisedText({ language, wall, instant, zone }: PromisedProps): string {
  return `${wallText(wall, language)} (${offsetLabel(instant, zone)})`
}

/** A wall time in words, without its offset. */
export function wallText(wall: string, language: Language): string {
  const [day = '', time = ''] = wall.split('T')
  const [date, hour] = [formatDate(day, language, 'full'), formatTime(time, language)]
  if (language === 'ar') return `${date}، الساعة ${hour}`
  return language === 'fr' ? `${date} à ${hour}` : `${date}, ${hour}`
}

/** The first letter large, where a sentence of days begins a line: "Dimanche 31 mars 2024". */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `more` stands beside the offset: how many days are left. */
export function Promised(props: PromisedProps & { more?: string | null }): Html {
  return (
    <>
      <time datetime={props.instant.toISOString()}>{capital(wallText(props.wall, props.language))}</time>
      <br />
      <span class="sm muted">
        <bdi class="ltr">{offsetLabel(props.instant, props.zone)}</bdi>
        {props.more != null && ` · ${props.more}`}
      </span>
    </>
  )
}
