/** Appeals against what a selection decided: another panel answers, and no place that was published is taken from anybody. */
import type { Membership } from './application.ts'
import { lodgeAppeal } from './appeal.ts'
import { type Result, ok, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Role, type Viewer } from './viewer.ts'

const ANSWERERS: readonly Role[] = [...OFFICERS, 'chair']

/** Officers, the direction and the chair answer for the panel; who had a part in the decision does not (see `answerSelectionAppeal`). */
export function mayAnswerSelectionAppeals(viewer: Viewer, place: Place): boolean {
  return holds(viewer, ANSWERERS, place)
}

export interface SelectionAppealFacts {
  readonly membership: Membership
  readonly selected: boolean
  readonly withdrawn: boolean
  /** The end of the term; null before the results are public. */
  readonly until: Date | null
  readonly lodgedAt: Date | null
}

/** The holder of an application that was not selected, or is in reserve, appeals once within the term. Refuses as `lodgeAppeal`. */
export function lodgeSelectionAppeal({ selected, ...facts }: SelectionAppealFacts, input: { readonly text: string }, now: Date): Result<null> {
  return lodgeAppeal({ ...facts, ineligible: !selected }, input, now)
}

/** People who read a file again, at the least. */
export const SMALLEST_PANEL = 2

export interface SelectionAnswer {
  readonly by: string
  /** Who read the file again. */
  readonly panel: readonly string[]
  readonly upheld: boolean
  /** Points of 100 of the reading again; null where the appeal is rejected. */
  readonly score: string | null
  readonly answer: string
}

export interface SelectionAnswerFacts {
  readonly answeredAt: Date | null
  readonly withdrawn: boolean
  /** Who had a part in the decision: reviewed the file, declared a conflict with it, or sealed the list. */
  readonly barred: readonly string[]
  /** Who may sit on the panel. */
  readonly known: readonly string[]
}

/**
 * An answer with its reason, by a panel in which nobody had a part in the decision. Refuses `appeal/already-answered`,
 * `appeal/withdrawn`, `selection-appeal/answerer-took-part`, `…/panel-too-small`, `…/panel-took-part`,
 * `…/score-missing`, `appeal/answer-missing`.
 */
export function answerSelectionAppeal(facts: SelectionAnswerFacts, input: SelectionAnswer): Result<null> {
  if (facts.answeredAt !== null) return refused('appeal/already-answered')
  if (facts.withdrawn) return refused('appeal/withdrawn')
  if (facts.barred.includes(input.by)) return refused('selection-appeal/answerer-took-part')
  if (new Set(input.panel).size < SMALLEST_PANEL) return refused('selection-appeal/panel-too-small', { count: SMALLEST_PANEL })
  const allowed = input.panel.every((person) => facts.known.includes(person) && !facts.barred.includes(person))
  if (!allowed) return refused('selection-appeal/panel-took-part')
  if (input.upheld && (input.score === null || Number(input.score) > 100)) return refused('selection-appeal/score-missing')
  return input.answer.trim() === '' ? refused('appeal/answer-missing') : ok(null)
}

export const PLACE_CHOICES = ['wait', 'extra'] as const
/** The first place that falls free in its region, before the reserve; or a place opened for it alone. */
export type PlaceChoice = (typeof PLACE_CHOICES)[number]

/** Notes that a file waits as the first of its reserve. */
export function mayChoosePlace(viewer: Viewer, place: Place): boolean {
  return holds(viewer, OFFICERS, place)
}

/** Opens an extra place: the direction alone, for it goes beyond what the edition promised. */
export function mayOpenExtraPlace(viewer: Viewer, place: Place): boolean {
  return holds(viewer, ['director'], place)
}

export interface AppealPlaceFacts {
  /** The appeal was upheld, and the file is in the list made again. */
  readonly earned: boolean
  /** It was offered a place, or withdrew. */
  readonly settled: boolean
  /** Places of its region that fell free and were not offered again. */
  readonly free: number
  readonly chosen: readonly PlaceChoice[]
  readonly mayOpenExtra: boolean
}

/**
 * What becomes of a file that earned a place where none is free. Refuses `selection-appeal/no-place-earned`,
 * `…/place-settled`, `…/place-free` where one of its region can be offered, `…/place-chosen`, `…/direction-only`,
 * `…/extra-reason-missing`.
 */
export function choosePlace(facts: AppealPlaceFacts, input: { readonly choice: PlaceChoice; readonly reason: string }): Result<null> {
  if (!facts.earned) return refused('selection-appeal/no-place-earned')
  if (facts.settled) return refused('selection-appeal/place-settled')
  if (facts.chosen.includes('extra') || facts.chosen.includes(input.choice)) return refused('selection-appeal/place-chosen')
  if (facts.free > 0) return refused('selection-appeal/place-free', { count: facts.free })
  if (input.choice === 'wait') return ok(null)
  if (!facts.mayOpenExtra) return refused('selection-appeal/direction-only')
  return input.reason.trim() === '' ? refused('selection-appeal/extra-reason-missing') : ok(null)
}
