/** What may still change of an edition. Before its call is public, everything; once it is open, nothing an applicant relied on. */
import type { CallState } from './call.ts'
import type { Difference } from './edition-difference.ts'

/** prepared: nobody outside the desk has seen it. announced: public, not open yet. open: has taken applications, or takes them. */
export type EditionMoment = 'prepared' | 'announced' | 'open'

export function momentOf(state: CallState): EditionMoment {
  return state === 'prepared' || state === 'announced' ? state : 'open'
}

/** Addresses that are printed and shared. */
const ONCE_PUBLIC = ['programme.slug', 'edition.slug', 'edition.currency']

/**
 * What applicants were promised: the terms, the places, the rules, the dates. Names may still be corrected where codes
 * stay; the form changes by a new version; the deadline moves by an extension, which tells everybody.
 */
const ONCE_OPEN = ['edition', 'regions', 'sectors', 'applicantKinds', 'criteria', 'eligibilityRules', 'selectionRules', ...callTerms()]
const STILL_FREE = ['edition.name', 'regions.*.name', 'sectors.*.name', 'applicantKinds.*.name', 'criteria.*.name']

function callTerms(): string[] {
  return ['opens', 'deadline', 'zone', 'graceSeconds', 'ageOn'].map((name) => `call.${name}`)
}

/** Whether the value at the end of these steps can no longer be changed. */
export function isLocked(steps: readonly PropertyKey[], moment: EditionMoment): boolean {
  if (moment === 'prepared') return false
  const path = steps.map((step) => (typeof step === 'number' ? '*' : String(step))).join('.')
  const covers = (outer: string): boolean => path === outer || path.startsWith(`${outer}.`)
  if (ONCE_PUBLIC.some(covers)) return true
  return moment === 'open' && ONCE_OPEN.some(covers) && !STILL_FREE.some(covers)
}

/** The differences that come too late. A question of the form that is asked already keeps its kind: its answers are of that kind. */
export function lockedDifferences(changes: readonly Difference[], moment: EditionMoment): readonly Difference[] {
  return changes.filter(
    ({ steps, kind }) => isLocked(steps, moment) || (moment === 'open' && steps[0] === 'form' && steps.at(-1) === 'kind' && kind === 'changed'),
  )
}
