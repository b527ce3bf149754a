/** Interview slots: the hours a day holds, what may be opened, who may take a slot and until when it may be changed. */
import { ok, type Result, refused } from './result.ts'

export interface Span {
  readonly from: Date
  readonly to: Date
}

const MINUTE = 60_000
/** Slots one act opens at most. */
export const MOST_SLOTS = 400
/** Days one act covers at most. */
export const MOST_DAYS = 31

/** The slots of some days, in order of time: each of so many minutes, a pause between two, the last over when the day is. One more than may be opened at most. */
export function slotsWithin(days: readonly Span[], minutes: number, pause: number): Span[] {
  const spans: Span[] = []
  for (const day of [...days].sort((one, other) => one.from.getTime() - other.from.getTime()))
    for (let from = day.from.getTime(); from + minutes * MINUTE <= day.to.getTime() && spans.length <= MOST_SLOTS; from += (minutes + pause) * MINUTE)
      spans.push({ from: new Date(from), to: new Date(from + minutes * MINUTE) })
  return spans
}

/** What is about to be opened stands in time ahead, before somebody, in some language, and not without end. */
export function openSlots(
  input: {
    readonly days: readonly Span[]
    readonly slots: readonly Span[]
    readonly panel: readonly string[]
    readonly languages: readonly string[]
  },
  now: Date,
): Result<null> {
  if (input.days.some((day) => day.from >= day.to)) return refused('slot/ends-before-it-begins')
  if (input.slots.length === 0) return refused('slot/no-hour')
  if (input.slots.length > MOST_SLOTS) return refused('slot/too-many', { most: MOST_SLOTS })
  if (input.slots.some((slot) => slot.from <= now)) return refused('slot/past')
  if (input.slots.some((slot, place) => slot.from < (input.slots[place - 1]?.to ?? slot.from))) return refused('slot/overlap')
  if (input.panel.length === 0) return refused('slot/no-panel')
  if (input.languages.length === 0) return refused('slot/no-language')
  return ok(null)
}

export interface BookingFacts {
  readonly sealed: boolean
  readonly eligible: boolean
  readonly withdrawn: boolean
  /** Asked to choose. */
  readonly asked: boolean
  /** The office books for them. */
  readonly byOffice: boolean
  readonly attended: boolean | null
  /** Invited to an hour of the office's choice, outside the slots. */
  readonly fixed: boolean
  /** The slot held now, and the hours before it until which another may be chosen. */
  readonly current: { readonly slot: string; readonly from: Date; readonly changeHours: number } | null
  readonly slot: {
    readonly id: string
    readonly from: Date
    readonly ended: boolean
    readonly booked: boolean
    readonly inRegion: boolean
    readonly inLanguage: boolean
    /** Members of its panel without a conflict about the application. */
    readonly seats: number
  }
}

/** The last instant at which another slot may be chosen. */
export function changeUntil(from: Date, changeHours: number): Date {
  return new Date(from.getTime() - changeHours * 60 * MINUTE)
}

/**
 * First come is served. Who was asked chooses once and changes until the hour that was told; the office books for whoever
 * cannot, at any time, and again for whoever missed the first.
 */
export function bookSlot(facts: BookingFacts, now: Date): Result<null> {
  const { slot, current, byOffice } = facts
  if (facts.sealed) return refused('slot/sealed')
  if (!facts.eligible || facts.withdrawn) return refused('slot/not-eligible')
  if (!facts.asked && !byOffice) return refused('slot/not-asked')
  if (facts.attended === true) return refused('slot/attended')
  if (!byOffice && (facts.attended === false || facts.fixed)) return refused('slot/by-office')
  if (!byOffice && current !== null && now > changeUntil(current.from, current.changeHours)) return refused('slot/too-late')
  if (slot.ended || slot.booked) return refused('slot/taken')
  if (slot.from <= now) return refused('slot/past')
  if (!slot.inRegion) return refused('slot/other-region')
  if (!slot.inLanguage && !byOffice) return refused('slot/other-language')
  return slot.seats === 0 ? refused('slot/panel-in-conflict') : ok(null)
}
