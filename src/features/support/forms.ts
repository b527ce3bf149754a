/** What the forms of support hold. */
import { z } from 'zod'
import { ACTIVITY_KINDS } from '../../domain/activity.ts'
import { choice, choices, date, field, latinDigits, line, problem, read } from '../../platform/input/form.ts'

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

/** A new activity, chosen among what the edition has. */
export function activityForm(lists: {
  regions: readonly string[]
  tours: readonly string[]
  trainers: readonly string[]
  projects: readonly string[]
}) {
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
    tour: choice(lists.tours, { required: false }),
    trainer: choice(lists.trainers, { required: false }),
    projects: choices(lists.projects, { min: 0 }),
  })
}

export const cancelForm = z.object({ reason: line({ max: 300 }) })
