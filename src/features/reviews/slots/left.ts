/** How many slots are left for those who were asked to choose: each region by its own, and those of all regions counted once. */
import type { SlotCandidate, SlotLine } from './views.ts'

export interface SlotsLeft {
  readonly regions: readonly {
    readonly region: string
    /** Slots of the region alone, and those of them that may still be chosen. */
    readonly slots: number
    readonly free: number
    /** Asked, and without an hour. */
    readonly waiting: number
  }[]
  /** Slots that any region may choose; null where there is none. */
  readonly shared: { readonly slots: number; readonly free: number } | null
  /** How many of those asked find no slot, when all others have chosen one. */
  readonly missing: number
}

/** `asking`: applications that would be asked now, besides those that were. */
export function slotsLeft(
  { slots, candidates }: { readonly slots: readonly SlotLine[]; readonly candidates: readonly SlotCandidate[] },
  regions: readonly string[],
  now: Date,
  asking: ReadonlySet<string> = new Set(),
): SlotsLeft {
  const isFree = (one: SlotLine): boolean => one.booked === null && one.from > now
  const waits = (one: SlotCandidate): boolean => (one.askedAt !== null || asking.has(one.application)) && one.slot === null && one.attended === null
  const lines = regions.map((region) => {
    const own = slots.filter((one) => one.region === region)
    return {
      region,
      slots: own.length,
      free: own.filter(isFree).length,
      waiting: candidates.filter((one) => one.region === region && waits(one)).length,
    }
  })
  const shared = slots.filter(({ region }) => region === null)
  const free = shared.filter(isFree).length
  const beyond = lines.reduce((sum, one) => sum + Math.max(0, one.waiting - one.free), 0)
  return { regions: lines, shared: shared.length === 0 ? null : { slots: shared.length, free }, missing: Math.max(0, beyond - free) }
}
