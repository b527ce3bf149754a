/** A calendar file (RFC 5545) that phones and mail programmes take: events at their instants, in UTC. */

export interface CalendarEvent {
  /** The same for the same event for ever, so that one added twice stands there once. */
  readonly uid: string
  readonly at: Date
  /** When it ends, where that is known. */
  readonly to?: Date
  readonly title: string
  readonly place: string
  readonly text: string
  readonly url: string
}

/** The whole file. `made` is when; `name` what programmes call the calendar. */
export function calendarFile(name: string, events: readonly CalendarEvent[], made: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kawaliss//Kawaliss//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.uid)}`,
      `DTSTAMP:${utc(made)}`,
      `DTSTART:${utc(event.at)}`,
      ...(event.to === undefined ? [] : [`DTEND:${utc(event.to)}`]),
      `SUMMARY:${escaped(event.title)}`,
      `LOCATION:${escaped(event.place)}`,
      `DESCRIPTION:${escaped(event.text)}`,
      `URL:${event.url.replace(/[\r\n]/g, '')}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Text as a value may hold it: nothing that was typed can begin a line of its own. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, '')
}

/** Octets of a line at most, its end left out. */
const LONGEST = 75

/** A long line goes on in the next, which begins with a space; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > LONGEST - (parts.length === 0 ? 0 : 1)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}
