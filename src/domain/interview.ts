/** Interviews: who may be invited, when and where. */
import { ok, type Result, refused } from './result.ts'

export interface InvitationFacts {
  readonly eligible: boolean
  readonly withdrawn: boolean
  readonly sealed: boolean
  /** Invited before. */
  readonly invited: boolean
  /** The place is taken at that time by another interview. */
  readonly taken: boolean
  /** Members of the panel with a conflict about this application. */
  readonly inConflict: number
}

/** An eligible application is invited once, to a place that is free, before people without a conflict. */
export function inviteToInterview(
  facts: InvitationFacts,
  input: { readonly from: Date; readonly to: Date; readonly panel: readonly string[] },
): Result<null> {
  if (facts.sealed) return refused('interview/sealed')
  if (!facts.eligible || facts.withdrawn) return refused('interview/not-eligible')
  if (facts.invited) return refused('interview/already-invited')
  if (input.from >= input.to) return refused('interview/ends-before-it-begins')
  if (input.panel.length === 0) return refused('interview/no-panel')
  if (facts.inConflict > 0) return refused('interview/conflict', { count: facts.inConflict })
  if (facts.taken) return refused('interview/place-taken')
  return ok(null)
}

/**
 * Attendance is written once the interview has begun; it may be corrected until the selection is sealed. Whoever was heard
 * and marked was not absent: the file of one who is leaves the selection.
 */
export function recordAttendance(
  facts: { readonly from: Date; readonly sealed: boolean /** Grids of the interview handed in. */; readonly scored: number },
  attended: boolean,
  now: Date,
): Result<null> {
  if (facts.sealed) return refused('interview/sealed')
  if (now < facts.from) return refused('interview/not-yet')
  return !attended && facts.scored > 0 ? refused('interview/scored', { count: facts.scored }) : ok(null)
}

/** Why an interview that was arranged is not held. */
export type CallOff = 'ineligible' | 'withdrawn'

/** An interview is called off before it begins, when its file is no more in the call; null where it stands. */
export function callsOff(
  facts: {
    readonly from: Date
    readonly attended: boolean | null
    readonly withdrawn: boolean
    /** As the last decision says; null before the first. */
    readonly eligible: boolean | null
  },
  now: Date,
): CallOff | null {
  if (facts.attended !== null || facts.from <= now) return null
  if (facts.withdrawn) return 'withdrawn'
  return facts.eligible === false ? 'ineligible' : null
}
