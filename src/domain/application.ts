/** Applications: when one may be begun, saved, sent and withdrawn, and who may do so. */
import { type CallTimes, callState, endedByResults } from './call.ts'
import type { Answers, FormDefinition, Question } from './form.ts'
import { missingAnswers } from './form.ts'
import type { Asked } from './form-asked.ts'
import { isWhoTheHolderIs } from './profile.ts'
import { ok, type Result, refused } from './result.ts'
import { holds, OFFICERS, type Place, FILE_READERS, type Viewer } from './viewer.ts'

/** Whether what is written may be saved and sent at `now`, the moment the request arrived by the clock of the server: until the last moment of the grace period. */
export function takesApplications(call: CallTimes, now: Date): Result<null> {
  const state = callState(call, now)
  if (state === 'prepared' || state === 'announced') return refused('application/call-not-open')
  if (state !== 'closed') return ok(null)
  return refused(endedByResults(call, now) ? 'application/results-public' : 'application/call-closed')
}

/** What happened to an application so far. */
export interface ApplicationFacts {
  readonly call: CallTimes
  readonly submittedAt: Date | null
  readonly withdrawnAt: Date | null
}

export type ApplicationState = 'draft' | 'submitted' | 'withdrawn'

export function applicationState(facts: Pick<ApplicationFacts, 'submittedAt' | 'withdrawnAt'>): ApplicationState {
  if (facts.withdrawnAt !== null) return 'withdrawn'
  return facts.submittedAt === null ? 'draft' : 'submitted'
}

/** An application is begun until the announced deadline: the grace period is for what is already written. */
export function mayStart(call: CallTimes, now: Date): Result<null> {
  const state = callState(call, now)
  if (state === 'prepared' || state === 'announced') return refused('application/call-not-open')
  if (state === 'open') return ok(null)
  return refused(endedByResults(call, now) ? 'application/results-public' : 'application/too-late-to-start')
}

/** Answers change until the application is sent or withdrawn, or the last moment has passed. */
export function maySave(facts: ApplicationFacts, now: Date): Result<null> {
  const state = applicationState(facts)
  if (state === 'withdrawn') return refused('application/withdrawn')
  if (state === 'submitted') return refused('application/already-submitted')
  return takesApplications(facts.call, now)
}

export interface SubmissionFacts extends ApplicationFacts {
  readonly form: FormDefinition
  /** Canonical answers: what could be read of the draft. */
  readonly answers: Answers
  /** Which questions are asked of this applicant. */
  readonly asked: Asked
  /** Questions whose answer is there but wrong, or is waiting for a choice between two versions. */
  readonly faulty: readonly string[]
  /** Whether the applicant ticked the declaration. */
  readonly declared: boolean
}

/** An application is sent once, before the last moment, whole, and with its declaration. What arrived in time counts, however long the answer takes. */
export function submit(facts: SubmissionFacts, now: Date): Result<{ submittedAt: Date }> {
  const allowed = maySave(facts, now)
  if (!allowed.ok) return allowed
  const missing = missingAnswers(facts.form, facts.answers, facts.asked).map((one) => one.question)
  const wrong = [...new Set([...missing, ...facts.faulty])]
  if (wrong.length > 0) return refused('application/incomplete', { questions: wrong, count: wrong.length })
  if (!facts.declared) return refused('application/undeclared')
  return ok({ submittedAt: now })
}

export interface WithdrawalFacts {
  readonly withdrawnAt: Date | null
  /** When the results of the edition were published: from then on an offer is declined instead. */
  readonly publishedAt: Date | null
}

/** An application is withdrawn once, at any time before the results are public. */
export function withdraw(facts: WithdrawalFacts, now: Date): Result<{ withdrawnAt: Date }> {
  if (facts.withdrawnAt !== null) return refused('application/withdrawn')
  if (facts.publishedAt !== null && facts.publishedAt <= now) return refused('application/results-published')
  return ok({ withdrawnAt: now })
}

/** `helper`: an officer who writes for the holder; not of the team (assistance.ts). */
export type Part = 'holder' | 'member' | 'helper'

/** What the viewer is in an application: its part in the team, somebody who helps it, or null. */
export type Membership = Part | null

/** The whole team writes, and who helps it. */
export function mayWrite(membership: Membership): boolean {
  return membership !== null
}

/** The holder alone sends and withdraws: it is the holder who declares. */
export function mayAnswerFor(membership: Membership): boolean {
  return membership === 'holder'
}

/** The desk reads what was submitted, never a draft; who holds a role in one region reads the applications of that region. */
export function mayRead(viewer: Viewer, membership: Membership, place: Place, state: { readonly submittedAt: Date | null }): boolean {
  return membership !== null || (state.submittedAt !== null && holds(viewer, FILE_READERS, place))
}

/** Identity card numbers and the like: the holder, and officers; not who only writes with the holder. */
export function mayReadRestricted(viewer: Viewer, membership: Membership, place: Place): boolean {
  return membership === 'holder' || holds(viewer, OFFICERS, place)
}

/**
 * What the holder answers alone, of all who write: what only officers may read, what the holder consents to, and who the
 * holder is and how they are reached. Where they live and in what legal form they apply concerns the project, and the team.
 */
export function isHoldersOwn(question: Question): boolean {
  return question.restricted === true || question.kind === 'consent' || isWhoTheHolderIs(question)
}

/** Whether somebody who writes an application reads and writes a question of it. Who helps the holder writes what the holder says. */
export function mayAnswer(membership: Membership, question: Question): boolean {
  return membership !== 'member' || !isHoldersOwn(question)
}

/** `KW-2024-0187`: two letters of the programme, the edition, and the rank of the application in its call. */
export function applicationNumber(programmeSlug: string, editionSlug: string, rank: number): string {
  return `${prefixOf(programmeSlug)}-${editionSlug}-${String(rank).padStart(4, '0')}`
}

/** The number as it is written down, however it was typed: small letters, Arabic digits, other dashes, spaces in their place, no zeros before the rank (`kw 2024 75`). */
export function numberFrom(typed: string): string {
  const text = typed
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\u2010-\u2015\u2212_]/g, '-')
    .trim()
    .toUpperCase()
  const whole = text.split('-').length > 2 ? text.replace(/\s+/g, '') : text.replace(/[\s-]+/g, '-')
  return whole.replace(/-(\d{1,3})$/, (_all, rank: string) => `-${rank.padStart(4, '0')}`)
}

/** The first two consonants (kawaliss: KW), or the first two letters of a name that has fewer. */
function prefixOf(slug: string): string {
  const letters = slug.replaceAll('-', '')
  const consonants = letters.replace(/[aeiouy\d]/g, '')
  return (consonants.length >= 2 ? consonants : letters).slice(0, 2).toUpperCase()
}

/** What is hashed of a submission, and so can never be denied or changed: `canonicalJson` of it gives the same text for ever. */
export interface SubmissionRecord {
  readonly number: string
  /** Id of the edition. */
  readonly edition: string
  /** Id of the form version. */
  readonly formVersion: string
  readonly language: string
  readonly answers: Answers
  /** ISO 8601, UTC, with milliseconds. */
  readonly submittedAt: string
  /** SHA-256 of each file of the answers, by its id; absent when there is none. */
  readonly files?: Readonly<Record<string, string>>
  /** Of a corrected one: the hash of what it was before, and the moment the corrections were sent. */
  readonly previous?: string
  readonly correctedAt?: string
  /** Of a version that somebody of the desk sent for its holder: how the holder declared it, and the id of who recorded that. */
  readonly declared?: { readonly how: string; readonly recordedBy: string }
}

/** JSON with keys in the order of their code units and no spaces (RFC 8785 for values without numbers): the same facts give the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}
