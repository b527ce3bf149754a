/** Appeals against what a selection decided: another panel answers, and no place that was published is taken from anybody. */
import type { Membership } from './application.ts'
import { lodgeAppeal } from './appeal.ts'
import { passes } from './review.ts'
import { type Result, ok, refused } from './result.ts'
import { holds, OFFICERS, type Place, type Role, type Viewer } from './viewer.ts'

const ANSWERERS: readonly Role[] = [...OFFICERS, 'chair']

/** Officers, the direction and the chair prepare an answer for the panel; who had a part in the decision does not (see `prepareSelectionAnswer`). */
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
  /** Who prepares it, and does not sit on the panel. */
  readonly by: string
  /** Who reads the file again, and confirms the answer. */
  readonly panel: readonly string[]
  readonly upheld: boolean
  /** Points of 100 of the reading again; null where the appeal is rejected. */
  readonly score: string | null
  readonly answer: string
  /** The prepared answer that was seen; 0 where there was none. */
  readonly seen: number
}

export interface SelectionAnswerFacts {
  readonly answeredAt: Date | null
  readonly withdrawn: boolean
  /** Who had a part in the decision: reviewed the file, declared a conflict with it, or sealed the list. */
  readonly barred: readonly string[]
  /** Who may sit on the panel. */
  readonly known: readonly string[]
  /** The prepared answer as it stands; 0 where there is none. */
  readonly version: number
}

/**
 * One person prepares an answer with its reason, for a panel of others in which nobody had a part in the decision. It
 * counts nothing until all of them have confirmed it. Refuses `appeal/already-answered`, `appeal/withdrawn`,
 * `selection-appeal/answerer-took-part`, `…/answer-changed`, `…/preparer-on-panel`, `…/panel-too-small`, `…/panel-took-part`,
 * `…/score-missing`, `appeal/answer-missing`.
 */
export function prepareSelectionAnswer(facts: SelectionAnswerFacts, input: SelectionAnswer): Result<null> {
  if (facts.answeredAt !== null) return refused('appeal/already-answered')
  if (facts.withdrawn) return refused('appeal/withdrawn')
  if (facts.barred.includes(input.by)) return refused('selection-appeal/answerer-took-part')
  if (input.seen !== facts.version) return refused('selection-appeal/answer-changed')
  if (input.panel.includes(input.by)) return refused('selection-appeal/preparer-on-panel')
  if (new Set(input.panel).size < SMALLEST_PANEL) return refused('selection-appeal/panel-too-small', { count: SMALLEST_PANEL })
  const allowed = input.panel.every((person) => facts.known.includes(person) && !facts.barred.includes(person))
  if (!allowed) return refused('selection-appeal/panel-took-part')
  if (input.upheld && (input.score === null || Number(input.score) > 100)) return refused('selection-appeal/score-missing')
  return input.answer.trim() === '' ? refused('appeal/answer-missing') : ok(null)
}

export const READER_ANSWERS = ['confirmed', 'sent-back'] as const
/** What a person of the panel says of the prepared answer. */
export type ReaderAnswer = (typeof READER_ANSWERS)[number]

export interface ReaderFacts {
  /** The panel of the prepared answer, and what each has said. */
  readonly panel: readonly { readonly person: string; readonly said: ReaderAnswer | null }[]
  readonly barred: readonly string[]
  readonly answeredAt: Date | null
  readonly withdrawn: boolean
  readonly version: number
}

export interface ReaderSays {
  readonly by: string
  readonly seen: number
  readonly says: ReaderAnswer
  /** They say that they have read the file again. */
  readonly read: boolean
  readonly word: string
}

/**
 * A person of the panel confirms what was prepared, or sends it back with a word; `last` when all have then confirmed.
 * Refuses `appeal/unknown` to others, `appeal/already-answered`, `appeal/withdrawn`, `selection-appeal/answer-changed`,
 * `…/said-already`, `…/was-sent-back`, `…/reader-took-part`, `…/not-read`, `…/word-missing`.
 */
export function sayOfSelectionAnswer(facts: ReaderFacts, input: ReaderSays): Result<{ last: boolean }> {
  const own = facts.panel.find(({ person }) => person === input.by)
  if (own === undefined) return refused('appeal/unknown')
  if (facts.answeredAt !== null) return refused('appeal/already-answered')
  if (facts.withdrawn) return refused('appeal/withdrawn')
  if (input.seen !== facts.version) return refused('selection-appeal/answer-changed')
  if (own.said !== null) return refused('selection-appeal/said-already')
  if (facts.panel.some(({ said }) => said === 'sent-back')) return refused('selection-appeal/was-sent-back')
  if (input.says === 'sent-back') return input.word.trim() === '' ? refused('selection-appeal/word-missing') : ok({ last: false })
  if (facts.barred.includes(input.by)) return refused('selection-appeal/reader-took-part')
  if (!input.read) return refused('selection-appeal/not-read')
  return ok({ last: facts.panel.every(({ person, said }) => person === input.by || said === 'confirmed') })
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

/** What a new score leads to where it changes nothing; points of 100. */
export type ScoreEffect = { readonly is: 'below'; readonly mark: string } | { readonly is: 'same' | 'lower'; readonly before: string }

/** Null where the new score may change something: it passes and is better than the score that was sealed, or there was none. */
export function effectOfScore(score: string, before: string | null, mark: string): ScoreEffect | null {
  if (!passes(score, mark)) return { is: 'below', mark }
  if (before === null || Number(score) > Number(before)) return null
  return { is: Number(score) === Number(before) ? 'same' : 'lower', before }
}
