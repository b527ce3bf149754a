/** Quotas of an edition taken together: what no list of selected projects could keep, found by counting alone, before anybody applies. */
import type { EditionFile, SelectionAttribute } from './edition.ts'
import { type EditionFault, fault } from './edition-fault.ts'

/** What is counted: an edition being written too, some of whose numbers are not there yet. */
export interface QuotasWritten {
  readonly edition: { readonly places: number | null }
  readonly regions: readonly { readonly code: string }[]
  readonly sectors: readonly { readonly code: string }[]
  readonly applicantKinds: readonly { readonly code: string }[]
  readonly selectionRules: readonly {
    readonly attribute: string
    readonly value: string | null
    readonly minimum: number | null
    readonly maximum: number | null
  }[]
}

/** Attributes of which every project has one value of the edition: maximums of all of them bound the whole list. */
type Whole = 'region' | 'sector' | 'applicant-kind'
const WHOLE: readonly Whole[] = ['region', 'sector', 'applicant-kind']
const ALL: readonly SelectionAttribute[] = [...WHOLE, 'gender']

/**
 * Contradictions: values of one attribute that must have more projects than there are places, or more than another
 * attribute leaves room for (six of each of four regions, but one at most of each of twelve sectors).
 */
export function quotaFaults(file: QuotasWritten & Pick<EditionFile, 'edition'>): EditionFault[] {
  return ALL.flatMap((attribute) => {
    // A rule that alone asks for more than there are places is told by itself.
    if (file.selectionRules.some((rule) => rule.attribute === attribute && (rule.minimum ?? 0) > file.edition.places)) return []
    const minimum = leastOf(file, attribute)
    if (minimum > file.edition.places) return [fault(['selectionRules'], 'quota-minimums', { attribute, minimum, places: file.edition.places })]
    // So is one whose own minimum is above its maximum.
    const own = file.selectionRules.some((rule) => rule.attribute === attribute && (rule.minimum ?? 0) > (rule.maximum ?? Number.POSITIVE_INFINITY))
    return WHOLE.filter((other) => minimum > mostOf(file, other) && !(own && other === attribute)).map((other) =>
      fault(['selectionRules'], 'quotas-cross', { attribute, minimum, other, maximum: mostOf(file, other) }),
    )
  })
}

/** What stands in nobody's way and is perhaps not meant: maximums under which some places can never be given. */
export function quotaAdvice(written: QuotasWritten): EditionFault[] {
  const { places } = written.edition
  if (places === null) return []
  return WHOLE.filter((attribute) => mostOf(written, attribute) < places).map((attribute) =>
    fault(['selectionRules'], 'quota-maximums', { attribute, maximum: mostOf(written, attribute), places }),
  )
}

function valuesOf(written: QuotasWritten, attribute: SelectionAttribute): readonly string[] {
  if (attribute === 'gender') return ['woman', 'man']
  const lists: Partial<Record<SelectionAttribute, readonly { readonly code: string }[]>> = {
    region: written.regions,
    sector: written.sectors,
    'applicant-kind': written.applicantKinds,
  }
  return (lists[attribute] ?? []).map(({ code }) => code)
}

function rulesFor(written: QuotasWritten, attribute: SelectionAttribute, value: string) {
  return written.selectionRules.filter((rule) => rule.attribute === attribute && (rule.value === null || rule.value === value))
}

/** Projects that must be there at least, over all values of an attribute. */
function leastOf(written: QuotasWritten, attribute: SelectionAttribute): number {
  return valuesOf(written, attribute).reduce(
    (sum, value) => sum + Math.max(0, ...rulesFor(written, attribute, value).map(({ minimum }) => minimum ?? 0)),
    0,
  )
}

/** Projects there can be at most; without end where a value has no maximum. */
function mostOf(written: QuotasWritten, attribute: Whole): number {
  const values = valuesOf(written, attribute)
  if (values.length === 0) return Number.POSITIVE_INFINITY
  return values.reduce(
    (sum, value) =>
      sum + Math.min(...rulesFor(written, attribute, value).map(({ maximum }) => maximum ?? Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY),
    0,
  )
}
