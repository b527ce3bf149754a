/** What a part says, as a short mark: a form names the one it was filled over, so that nobody's work is overwritten unseen. */
import { createHash } from 'node:crypto'
import { type EditionDocument, valueAt, withValue } from '../../../domain/edition-document.ts'
import type { FormDefinition } from '../../../domain/form.ts'
import { type FormEdit, replacedBy } from '../../../domain/form-edit.ts'
import { type PartCode, partOf } from './parts.ts'
import { tidyStages } from './parts-review.ts'

/** The values of a part, by the steps that lead to them. */
export type PartValues = readonly { readonly at: readonly string[]; readonly value: unknown }[]

export function partValues(part: PartCode, document: EditionDocument): PartValues {
  const places = part === 'form' ? [['form']] : partOf(part).blocks.map(({ at }) => at)
  // A block within another (help in call) is part of it.
  const outer = places.filter((at) => !places.some((other) => other.length < at.length && other.every((step, place) => at[place] === step)))
  return outer.map((at) => ({ at, value: part === 'call' ? onlyTerms(document) : valueAt(document, at) }))
}

/** Offers, questions and sessions are parts of their own, though the file keeps them in the call. */
function onlyTerms(document: EditionDocument): unknown {
  const { offers, prepare, questions, sessions, ...terms } = document.call
  return terms
}

/** The document with the values of a part put in. */
export function withPartValues(document: EditionDocument, values: PartValues): EditionDocument {
  const written = values.reduce((whole, { at, value }) => {
    const merged = at.length === 1 && at[0] === 'call' ? { ...whole.call, ...(value as object) } : value
    return withValue(whole, at, merged)
  }, document)
  return withoutUnsaid(written)
}

/** What an edition may leave out is not there at all once nothing is written in it. */
function withoutUnsaid({ strands, review, edition: { appealDays, scoreBasis, commentsTold, ...terms }, ...rest }: EditionDocument): EditionDocument {
  return {
    ...rest,
    edition: {
      ...terms,
      ...(appealDays == null ? {} : { appealDays }),
      ...(scoreBasis == null ? {} : { scoreBasis }),
      ...(commentsTold == null ? {} : { commentsTold }),
    },
    ...(strands === undefined || strands.length === 0 ? {} : { strands }),
    ...tidyStages(review),
  }
}

/** Whether nothing of a part is written yet: neither a list with an item, nor a text, nor a number. */
export function isUnwritten(part: PartCode, document: EditionDocument): boolean {
  return partValues(part, document).every(({ value }) => saysNothing(value))
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(saysNothing)
}

export function partMark(part: PartCode, document: EditionDocument): string {
  return markOf(sorted(partValues(part, document)))
}

/** The mark of what an edit of the form replaces; null where that is gone. */
export function formEditMark(form: FormDefinition, edit: FormEdit): string | null {
  const replaced = replacedBy(form, edit)
  if (replaced === null) return null
  // What was just written and what the records answer hold the same keys in different orders.
  return markOf(replaced === '' ? '' : sorted(JSON.parse(replaced)))
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** The same values give the same text, whatever the order in which their keys were kept. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
