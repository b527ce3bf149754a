/** Help with an application: an officer writes for somebody who cannot, and it is said everywhere that they did. */
import type { FormDefinition } from './form.ts'
import { ok, type Result, refused } from './result.ts'
import { reaches, scopeOf } from './scope.ts'
import { OFFICERS, type Place, type Viewer } from './viewer.ts'

/** How the holder is heard while somebody writes for them. */
export const ASSISTANCE_CHANNELS = ['present', 'phone', 'paper'] as const
export type AssistanceChannel = (typeof ASSISTANCE_CHANNELS)[number]

/** How the holder declared what was written for them. */
export const DECLARATION_WAYS = ['signed', 'present', 'phone'] as const
export type DeclarationWay = (typeof DECLARATION_WAYS)[number]

/** Officers see who is helped in their edition. */
export function maySeeAssistance(viewer: Viewer, place: Place): boolean {
  const scope = scopeOf(viewer, OFFICERS, place)
  return scope === 'all' || scope.length > 0
}

/** Whom an officer may help: anybody in their edition; who serves some of its regions, those who live there. */
export function mayAssist(viewer: Viewer, place: Place, region: string | null): Result<null> {
  const scope = scopeOf(viewer, OFFICERS, place)
  if (scope !== 'all' && scope.length === 0) return refused('assistance/not-allowed')
  if (scope !== 'all' && region === null) return refused('assistance/region-missing')
  return region === null || reaches(scope, region) ? ok(null) : refused('assistance/elsewhere')
}

const reached = new WeakMap<FormDefinition, FormDefinition>()

/**
 * The form as it is asked of a holder without an e-mail address, who is reached by phone and at the desk: nobody can
 * require of them what they do not have. Worked out once a form.
 */
export function formWithoutMail(form: FormDefinition): FormDefinition {
  const known = reached.get(form)
  if (known !== undefined) return known
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.kind === 'email' ? { ...question, required: false } : question)),
  }))
  const made = { ...form, sections }
  reached.set(form, made)
  return made
}

export interface AssistanceFacts {
  /** Whether the officer is one of the team. */
  readonly own: boolean
  /** Whether the holder ended help that was given before. */
  readonly refusedByHolder: boolean
  readonly submitted: boolean
  /** Whether its team is asked to correct what it sent. */
  readonly correcting: boolean
  readonly withdrawn: boolean
  /** Whether what is written in it may still be saved and sent: until the last moment of the call, or of its extra time. */
  readonly writable: boolean
}

/** Help is begun while the application is written or corrected, by nobody of its team, and never against its holder. */
export function beginAssistance({ own, refusedByHolder, submitted, correcting, withdrawn, writable }: AssistanceFacts): Result<null> {
  if (own) return refused('assistance/own-application')
  if (withdrawn) return refused('application/withdrawn')
  if (submitted && !correcting) return refused('assistance/already-sent')
  if (!submitted && !writable) return refused('assistance/closed')
  return refusedByHolder ? refused('assistance/refused') : ok(null)
}
