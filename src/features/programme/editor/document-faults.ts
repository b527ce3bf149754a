/** What keeps a document from being an edition: what is missing, and what is wrong. */
import type { EditionFile } from '../../../domain/edition.ts'
import { editionFaults } from '../../../domain/edition-coherence.ts'
import { type EditionDocument, valueAt } from '../../../domain/edition-document.ts'
import { type EditionFault, fault, stepsOf } from '../../../domain/edition-fault.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { neverAskedAdvice } from '../../../domain/never-true.ts'
import { quotaAdvice } from '../../../domain/edition-quotas.ts'
import { strandAdvice } from '../../../domain/edition-strands.ts'
import { clockFaults } from '../edition-clock.ts'
import { editionSchema } from '../edition-schema.ts'
import { shapeFaults } from '../edition-shape.ts'

export interface DocumentFault extends EditionFault {
  readonly steps: readonly PropertyKey[]
  /** Nothing is written there yet; else what is written is wrong. */
  readonly missing: boolean
}

/** Values that other faults are reckoned from: while one of them is not right, what follows from it is not said. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  'anchors-count': ['$.edition.scale'],
  'places-sum': ['$.edition.places', '$.regions'],
  'weights-sum': ['$.criteria'],
  'more-than-places': ['$.edition.places', '$.regions'],
  'not-the-call': ['$.call.opens', '$.call.deadline'],
  'far-from-call': ['$.call.opens'],
  'after-deadline': ['$.call.deadline'],
  'before-beginning': ['$.call.opens', '$.call.deadline'],
  'unknown-region': ['$.regions'],
  'unknown-funder': ['$.funders'],
  'unknown-group': ['$.form.groups'],
  'unknown-applicant-kind': ['$.applicantKinds'],
  'no-strands': ['$.strands'],
  'unknown-criterion': ['$.criteria'],
  'shares-sum': ['$.review'],
  'not-the-stages': ['$.review'],
}

/**
 * Every fault of the document, as its file would have: shape first, then whether it agrees with itself. What follows
 * from a value that is itself missing or wrong is left out until that one is right. Never throws.
 */
export function documentFaults(document: EditionDocument): DocumentFault[] {
  const shaped = editionSchema.safeParse(document)
  const shape = shaped.success ? [] : shapeFaults(shaped.error, document)
  const once = new Map([...shape, ...standingFaults(shape, document as EditionFile)].map((one) => [`${one.path} ${one.code}`, one]))
  return [...once.values()]
    .map((one) => {
      const steps = stepsOf(one.path)
      return { ...one, steps, missing: isEmpty(valueAt(document, steps)) || isUnderway(one) }
    })
    .filter((one) => !(one.missing && isMade(document, one.steps)))
}

/** Whether a code is still to be made from a name that is not written yet: the name is what is asked for. */
function isMade(document: EditionDocument, steps: readonly PropertyKey[]): boolean {
  if (steps.at(-1) !== 'code') return false
  const { name, title } = (valueAt(document, steps.slice(0, -1)) ?? {}) as { name?: Partial<Trilingual>; title?: Partial<Trilingual> }
  const from = name ?? title
  return from !== undefined && !from.fr && !from.en
}

const IN_A_LANGUAGE = /\.(?:ar|fr|en)$/

/** Where the edition does not agree with itself, but for what may only follow from a value that is misshapen. */
export function standingFaults(shape: readonly EditionFault[], file: EditionFile): EditionFault[] {
  // Nothing is reckoned from a text that is not written yet in one language.
  const spoilt = shape.filter(({ code, path }) => !(code === 'empty' && IN_A_LANGUAGE.test(path))).map(({ path }) => path)
  return [...editionFaults(file), ...clockFaults(file)].filter((one) => !spoilt.some((path) => stems(one, path)))
}

/** Every fault of a draft: those of its document, and what another edition has already. */
export function draftFaults({ document, taken }: { readonly document: EditionDocument; readonly taken: Taken }): DocumentFault[] {
  const { slug, ordinal } = document.edition
  const found = [
    ...(taken.slug ? [fault(['edition', 'slug'], 'slug-taken', { slug })] : []),
    ...(taken.ordinal ? [fault(['edition', 'ordinal'], 'ordinal-taken', { ordinal: ordinal ?? 0 })] : []),
  ]
  return [...documentFaults(document), ...found.map((one) => ({ ...one, steps: stepsOf(one.path), missing: false }))]
}

/** What of a draft another edition has already. */
export interface Taken {
  readonly slug: boolean
  readonly ordinal: boolean
}

/** What an edition may be without and seldom is: asked about once nothing else is left to write. */
export function unwrittenAdvice(document: EditionDocument): DocumentFault[] {
  const lists = (['eligibilityRules', 'selectionRules'] as const).filter((list) => document[list].length === 0).map((list) => [list, `no-${list}`])
  return [...lists, ...datesUnknown(document).map((code) => ['calendar', `no-date-${code}`])].map(([list = '', code = '']) => ({
    ...fault([list], code),
    steps: [list],
    missing: false,
  }))
}

/** Dates of the call that no date of the calendar is known as, where it has any. */
function datesUnknown({ calendar, call }: EditionDocument): readonly string[] {
  if (calendar.length === 0) return []
  return ['opening', ...(call.deadline === null ? [] : ['deadline'])].filter((code) => !calendar.some((date) => date.code === code))
}

/** What is perhaps not meant. It stops nothing, and is never said of a file that comes in. */
export function documentAdvice(document: EditionDocument): DocumentFault[] {
  return [...strandAdvice(document), ...quotaAdvice(document), ...neverAskedAdvice(document.form)].map((one) => ({
    ...one,
    steps: stepsOf(one.path),
    missing: false,
  }))
}

/** Names of what is not there, or is there twice: only the name itself, and the codes of what could be named, have a part in it. */
const NAMES_NOTHING = /^(?:repeated|no-such-region|unknown-(?:region|funder|group|question|applicant-kind|criterion)|condition-ring|expression-.+)$/

/** Whether a fault may only be there because another value is not right. */
function stems(one: EditionFault, spoilt: string): boolean {
  const lists = followed(one)
  if (NAMES_NOTHING.test(one.code))
    return (
      within(spoilt, one.path) ||
      within(one.path, spoilt) ||
      lists.some((path) => path === spoilt || (within(spoilt, path) && /\.code$/.test(spoilt)))
    )
  const item = itemOf(one.path)
  return within(spoilt, item) || within(item, spoilt) || lists.some((path) => within(spoilt, path) || within(path, spoilt))
}

/** Values elsewhere that a fault is reckoned from: none for a date of the calendar, which has its two days itself. */
function followed({ code, path }: EditionFault): readonly string[] {
  return code === 'before-beginning' && path.startsWith('$.calendar[') ? [] : (FOLLOWS[code] ?? [])
}

/** The field, the item of a list or the question a fault is about. */
function itemOf(path: string): string {
  return /^\$\.form\.sections\[\d+\]\.questions\[\d+\]/.exec(path)?.[0] ?? /^\$\.[a-zA-Z]+(?:\.[a-zA-Z]+)?\[\d+\]/.exec(path)?.[0] ?? path
}

function within(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)
}

/** Weights and places that do not add up yet are still being written; more than the whole is wrong. */
function isUnderway({ code, details }: EditionFault): boolean {
  if (code === 'weights-sum') return Number(details.sum) < 100
  return code === 'places-sum' && Number(details.sum) < Number(details.places)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
