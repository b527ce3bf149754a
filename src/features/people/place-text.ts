/** Where a role holds, in words. */
import type { Language } from '../../domain/language.ts'
import { formatList } from '../../platform/words/format.ts'
import { words } from './words/index.ts'

export interface PlaceNames {
  readonly programme: string | null
  readonly edition: string | null
  readonly regions: readonly string[]
}

/** 'Kawaliss, Edition 2 · 2024: Oriental and Souss-Massa'; null for the whole organisation. */
export function placeText({ programme, edition, regions }: PlaceNames, language: Language): string | null {
  const t = words(language)
  if (edition === null) return programme
  const whole = programme === null ? edition : t('people.place', { programme, edition })
  return regions.length === 0 ? whole : t('people.place-regions', { place: whole, regions: formatList(regions, language) })
}
