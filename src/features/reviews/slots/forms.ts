/** The form that opens slots: days, hours, a room, a panel. It is sent by address, so that the plan it leads to can be read again. */
import { z } from 'zod'
import type { FormErrors } from '../../../design/form/field.tsx'
import { errorSentences } from '../../../design/form/errors.ts'
import { MOST_DAYS, type Span } from '../../../domain/interview-slot.ts'
import { type Language, LANGUAGES } from '../../../domain/language.ts'
import { type Body, choices, date, field, integer, line, parse, problem, read, readClock } from '../../../platform/input/form.ts'
import { addDays, daysBetween } from '../../../platform/time/time.ts'
import { fieldText } from '../../../platform/web/form.ts'
import { instantAt } from '../forms.ts'
import type { SlotTerms } from './commands/open-slots.ts'
import { words } from './words/index.ts'

const clock = () =>
  field((raw) => {
    const text = typeof raw === 'string' ? raw.trim() : ''
    if (text === '') return problem('required')
    const time = readClock(text)
    return time === null ? problem('choice') : read(time)
  })

const slotForm = z.object({
  first: date(),
  last: date(),
  from: clock(),
  to: clock(),
  minutes: integer({ min: 5, max: 240 }),
  pause: integer({ min: 0, max: 240 }),
  place: line({ max: 200 }),
  region: line({ max: 60, required: false }),
  languages: choices(LANGUAGES),
  change_hours: integer({ min: 0, max: 336 }),
})

/** Fields whose values the plan carries on to the form that opens the slots. */
export const SLOT_FIELDS = [
  ...['first', 'last'].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}.${part}`)),
  ...['from', 'to', 'minutes', 'pause', 'place', 'region', 'languages', 'change_hours', 'panel'],
]

/** All values of a field. */
export function allOf(body: Body, name: string): string[] {
  const value = body[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

export type SlotReading = { readonly ok: true; readonly terms: SlotTerms } | { readonly ok: false; readonly errors: FormErrors }

/** The terms as they were typed; the hours are those of the organisation's clock on each day. */
export function readSlotForm(body: Body, zone: string, language: Language): SlotReading {
  const t = words(language)
  const form = parse(slotForm, body)
  if (!form.ok) {
    const errors = errorSentences(form.errors, language).map((error) =>
      error.field === 'from' || error.field === 'to' ? { ...error, message: t('form.time-error') } : error,
    )
    return { ok: false, errors }
  }
  const { first, last, from, to, minutes, pause, place, region, languages, change_hours } = form.value
  const count = daysBetween(first, last) + 1
  if (count < 1 || count > MOST_DAYS) return { ok: false, errors: [{ field: 'last', message: t('form.days-error', { most: MOST_DAYS }) }] }
  const days: Span[] = []
  for (let at = 0; at < count; at += 1) {
    const day = addDays(first, at)
    const [begins, ends] = [instantAt(day, from, zone), instantAt(day, to, zone)]
    if (begins === null || ends === null) return { ok: false, errors: [{ field: begins === null ? 'from' : 'to', message: t('form.skipped') }] }
    days.push({ from: begins, to: ends })
  }
  const panel = allOf(body, 'panel')
  return { ok: true, terms: { region: region === '' ? null : region, place, days, minutes, pause, panel, languages, changeHours: change_hours } }
}

/** What was typed, for the form that comes back. */
export function typedIn(body: Body): (name: string) => string {
  return (name) => fieldText(body, name)
}
