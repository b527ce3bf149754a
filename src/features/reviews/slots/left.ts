/** How many slots are left for those who were asked to choose: each region by its own and by the languages they are held in, those of all regions counted once. */
import { LANGUAGES, type Language } from '../../../domain/language.ts'
import type { SlotCandidate, SlotLine } from './views.ts'

export interface LanguageLeft {
  readonly language: Language
  /** Slots held in it that may still be chosen; one held in two languages is counted under both. */
  readonly free: number
  /** Asked and without an hour, whose application is in it. */
  readonly waiting: number
}

export interface SlotsLeft {
  readonly regions: readonly {
    readonly region: string
    /** Slots of the region alone, and those of them that may still be chosen. */
    readonly slots: number
    readonly free: number
    /** Asked, and without an hour. */
    readonly waiting: number
    /** Those of them for whom its own slots do not suffice: there are too few, or too few in their language. */
    readonly lacks: number
    /** Languages somebody waits in, or a slot is free in. */
    readonly languages: readonly LanguageLeft[]
  }[]
  /** Slots that any region may choose; null where there is none. */
  readonly shared: { readonly slots: number; readonly free: number; readonly languages: readonly LanguageLeft[] } | null
  /** How many of those asked find no slot in their language, when the others choose so that as many as possible do. */
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
  const waiting = candidates.filter((one) => waits(one) && regions.includes(one.region))
  const lines = regions.map((region) => {
    const own = slots.filter((one) => one.region === region)
    const [free, theirs] = [own.filter(isFree), waiting.filter((one) => one.region === region)]
    const counts = { slots: own.length, free: free.length, waiting: theirs.length }
    return { region, ...counts, lacks: unserved(theirs, free), languages: byLanguage(theirs, free) }
  })
  const shared = slots.filter(({ region }) => region === null)
  const free = shared.filter(isFree)
  return {
    regions: lines,
    shared: shared.length === 0 ? null : { slots: shared.length, free: free.length, languages: byLanguage([], free) },
    missing: unserved(waiting, slots.filter(isFree)),
  }
}

function byLanguage(waiting: readonly SlotCandidate[], free: readonly SlotLine[]): LanguageLeft[] {
  const counted = LANGUAGES.map((language) => ({
    language,
    free: free.filter((one) => one.languages.includes(language)).length,
    waiting: waiting.filter((one) => one.language === language).length,
  }))
  return counted.filter((one) => one.free > 0 || one.waiting > 0)
}

/** Who is left without a slot at the best: each takes one of their region (or of all) and language, and whoever holds one moves where that makes room. */
function unserved(waiting: readonly SlotCandidate[], free: readonly SlotLine[]): number {
  const alike = Object.values(Object.groupBy(free, ({ region, languages }) => JSON.stringify([region, [...languages].sort()])))
  const kinds = alike.flatMap((all = []) => all.slice(0, 1).map((one) => ({ ...one, most: all.length, held: [] as SlotCandidate[] })))
  const seat = (who: SlotCandidate, tried: Set<string>): boolean => {
    for (const kind of kinds) {
      if (tried.has(kind.slot) || !mayChoose(who, kind)) continue
      tried.add(kind.slot)
      const moved = kind.held.length < kind.most ? kind.held.length : kind.held.findIndex((other) => seat(other, tried))
      if (moved < 0) continue
      kind.held[moved] = who
      return true
    }
    return false
  }
  return waiting.filter((who) => !seat(who, new Set())).length
}

const mayChoose = (who: SlotCandidate, slot: SlotLine): boolean =>
  (slot.region === null || slot.region === who.region) && slot.languages.includes(who.language)
