/** What a made-up pool is made of: so many of each region, strand, sector, kind of applicant and gender. */
import { REHEARSAL_SIZE } from '../../../domain/rehearsal.ts'
import type { Language } from '../../../domain/language.ts'
import type { EditionTerms } from '../queries/selection-facts.ts'
import { valueNames } from '../rule-names.ts'
import type { ValueRow } from './views.ts'

/** The first attribute is the region: it says how many there are. Proposed: eight candidates a place, shared evenly. */
export function valueRows(terms: EditionTerms, language: Language): ValueRow[] {
  const nameOf = valueNames(terms, language)
  const size = Math.min(REHEARSAL_SIZE * terms.places, REHEARSAL_SIZE * 100)
  const codes = (all: readonly { readonly code: string }[]): string[] => all.map(({ code }) => code)
  const attributes = [
    ['region', codes(terms.regions)],
    ['strand', codes(terms.strands)],
    ['sector', codes(terms.sectors)],
    ['applicant-kind', codes(terms.kinds)],
    ['gender', ['woman', 'man']],
  ] as const
  return attributes.flatMap(([attribute, values]) =>
    values.map((value) => ({ attribute, value, name: nameOf(attribute, value), proposed: Math.round(size / values.length) })),
  )
}
