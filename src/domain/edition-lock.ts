/** What may still change of an edition. Before its call is public, everything; once it is open, nothing an applicant relied on. */
import type { CallState } from './call.ts'
import type { Difference } from './edition-difference.ts'
import type { EditionDocument } from './edition-document.ts'
import type { EditionFile } from './edition.ts'
import { questionOf } from './form-edit.ts'

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
const ONCE_OPEN = [
  'edition',
  'regions',
  'sectors',
  'applicantKinds',
  'strands',
  'criteria',
  'review',
  'eligibilityRules',
  'selectionRules',
  ...callTerms(),
]
const STILL_FREE = [
  'edition.name',
  'regions.*.name',
  'sectors.*.name',
  'applicantKinds.*.name',
  'strands.*.name',
  'strands.*.summary',
  'criteria.*.name',
  'review.*.name',
]

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

interface Named {
  readonly code: string
  readonly name: EditionFile['edition']['name']
}

/** The document with everything that comes too late put back as it stands in the edition; the rest of what was written stays. */
export function withStandingTerms(document: EditionDocument, current: EditionFile, moment: EditionMoment): EditionDocument {
  if (moment === 'prepared') return document
  const addresses = {
    ...document,
    programme: { ...document.programme, slug: current.programme.slug },
    edition: { ...document.edition, slug: current.edition.slug, currency: current.edition.currency },
  }
  if (moment === 'announced') return addresses
  const renamed = <Item extends Named>(items: readonly Item[], written: readonly Named[]): readonly Item[] =>
    items.map((item) => ({ ...item, name: written.find(({ code }) => code === item.code)?.name ?? item.name }))
  const { opens, deadline, zone, graceSeconds, ageOn } = current.call
  const days: Readonly<Record<string, string | undefined>> = { opening: opens.slice(0, 10), deadline: deadline?.slice(0, 10) }
  const { strands: _strands, review: _review, ...rest } = addresses
  return {
    ...rest,
    edition: { ...current.edition, name: document.edition.name },
    regions: renamed(current.regions, document.regions),
    sectors: renamed(current.sectors, document.sectors),
    applicantKinds: renamed(current.applicantKinds, document.applicantKinds),
    ...standingStrands(document, current),
    criteria: renamed(current.criteria, document.criteria),
    ...(current.review === undefined ? {} : { review: renamed(current.review, document.review ?? []) }),
    eligibilityRules: current.eligibilityRules,
    selectionRules: current.selectionRules,
    calendar: document.calendar.map((entry) => {
      const day = days[entry.code]
      return day === undefined ? entry : { ...entry, from: day, to: day }
    }),
    call: { ...document.call, opens, deadline, zone, graceSeconds, ageOn },
    form: withStandingKinds(document.form, current.form),
  }
}

/** The strands of the edition, with their words as written; without any where it has none. */
function standingStrands({ strands: written = [] }: EditionDocument, { strands }: EditionFile): Pick<EditionFile, 'strands'> {
  if (strands === undefined) return {}
  const said = strands.map((strand) => {
    const { name, summary } = written.find(({ code }) => code === strand.code) ?? strand
    return { ...strand, name, summary }
  })
  return { strands: said }
}

/** Questions that changed their kind are those of the edition again. */
function withStandingKinds(form: EditionFile['form'], current: EditionFile['form']): EditionFile['form'] {
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => {
      const before = questionOf(current, question.code)
      return before === undefined || before.kind === question.kind ? question : before
    }),
  }))
  return { ...form, sections }
}
