/** What the forms of support hold. */
import { z } from 'zod'
import { ACTIVITY_KINDS } from '../../domain/activity.ts'
import { choice, choices, date, field, latinDigits, line, problem, read, uuid, version } from '../../platform/input/form.ts'

/** A time of day: 9:30, 09h30, 0930; kept as HH:MM. */
function time() {
  return field((raw) => {
    const text = latinDigits(typeof raw === 'string' ? raw : '').trim()
    if (text === '') return problem('required')
    const match = /^(\d{1,2})\s*(?:[:hH.\s]\s*)?(\d{2})?$/.exec(text)
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? '0')]
    if (match === null || hour > 23 || minute > 59) return problem('date')
    return read(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  })
}

export interface ActivityChoices {
  readonly regions: readonly string[]
  readonly tours: readonly string[]
  readonly trainers: readonly string[]
  readonly organisers: readonly string[]
  readonly projects: readonly string[]
  readonly rooms: readonly string[]
}

/** An activity, new or changed, chosen among what the edition has. */
export function activityForm(lists: ActivityChoices) {
  return z.object({
    kind: choice(ACTIVITY_KINDS),
    title_ar: line({ max: 120 }),
    title_fr: line({ max: 120 }),
    title_en: line({ max: 120 }),
    region: choice(lists.regions, { required: false }),
    on: date(),
    begins: time(),
    ends: time(),
    place: line({ max: 120 }),
    room: choice(lists.rooms, { required: false }),
    tour: choice(lists.tours, { required: false }),
    trainer: choices(lists.trainers, { min: 0 }),
    organiser: choice(lists.organisers, { required: false }),
    projects: choices(lists.projects, { min: 0 }),
    public: choice(['usual', 'yes', 'no'], { required: false }),
  })
}

/** Names the record a form makes, so that it makes one however often it is sent. */
export const newForm = z.object({ id: uuid({ required: false }) })
/** Names what was read before it was changed. */
export const changeForm = z.object({ version: version() })

export const cancelForm = z.object({ reason: line({ max: 300 }) })

/** A tour, new or changed. */
export function tourForm(regions: readonly string[]) {
  return z.object({
    name_ar: line({ max: 120 }),
    name_fr: line({ max: 120 }),
    name_en: line({ max: 120 }),
    theme_ar: line({ max: 300, required: false }),
    theme_fr: line({ max: 300, required: false }),
    theme_en: line({ max: 300, required: false }),
    stops_ar: line({ max: 200, required: false }),
    stops_fr: line({ max: 200, required: false }),
    stops_en: line({ max: 200, required: false }),
    host: line({ max: 120, required: false }),
    region: choice(regions, { required: false }),
    starts_on: date(),
    ends_on: date(),
  })
}
