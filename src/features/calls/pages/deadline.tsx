/** A promised time: the wall time as announced, with whose clock it is told by. */
import type { Html } from '#html'
import type { Language } from '../../../domain/language.ts'
import { clockLabel, formatWall } from '../../../platform/time/time.ts'

export interface PromisedProps {
  readonly language: Language
  /** 'YYYY-MM-DDTHH:MM' */
  readonly wall: string
  readonly instant: Date
  readonly zone: string
}

/** Day, time and clock in words: "dimanche 31 mars 2024 à 23 h 59 (heure du Maroc)". */
export function promisedText({ language, wall, instant, zone }: PromisedProps): string {
  return `${wallText(wall, language)} (${clockLabel(instant, zone, language)})`
}

/** The deadline of a call in words; null without one. */
export function deadlineText(
  call: { readonly content: { readonly call: { readonly deadline: string | null; readonly zone: string } }; readonly deadlineAt: Date | null },
  language: Language,
): string | null {
  const { deadline: wall, zone } = call.content.call
  return wall === null || call.deadlineAt === null ? null : promisedText({ language, wall, instant: call.deadlineAt, zone })
}

/** A wall time in words, without its clock. */
export function wallText(wall: string, language: Language): string {
  return formatWall(wall, language)
}

/** The first letter large, where a sentence of days begins a line: "Dimanche 31 mars 2024". */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `more` stands beside the clock: how many days are left. */
export function Promised(props: PromisedProps & { more?: string | null }): Html {
  return (
    <>
      <time datetime={props.instant.toISOString()}>{capital(wallText(props.wall, props.language))}</time>
      <br />
      <span class="sm muted">
        <bdi>{clockLabel(props.instant, props.zone, props.language)}</bdi>
        {props.more != null && ` · ${props.more}`}
      </span>
    </>
  )
}
