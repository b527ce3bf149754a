/** What the codes of the list are called by its readers: in filters, cells, exports. */
import { nameFor, shortName } from '../../../../domain/person.ts'
import { inLanguage, type Language, type Trilingual } from '../../../../domain/language.ts'
import { provinceOf, regionOf } from '../../../../domain/territory.ts'
import { formatDate } from '../../../../platform/time/time.ts'
import { words as listWords } from '../../list/words/index.ts'
import type { DeskChoices, DeskLine } from '../../views.ts'
import { words } from '../../words/index.ts'

type Names = readonly { readonly code: string; readonly name: Trilingual }[]

export function named(all: Names, code: string, language: Language): string {
  const found = all.find((one) => one.code === code)
  return found === undefined ? code : inLanguage(found.name, language).text
}

/** A region of the edition, or one outside it. */
export function regionName(choices: Pick<DeskChoices, 'regions'>, code: string, language: Language): string {
  if (choices.regions.some((one) => one.code === code)) return named(choices.regions, code, language)
  const outside = regionOf(code)
  return outside === undefined ? code : inLanguage(outside.name, language).text
}

export function provinceName(iso: string | null, language: Language): string {
  const found = iso === null ? undefined : provinceOf(iso)
  return found === undefined ? (iso ?? '') : inLanguage(found.name, language).text
}

/** Who checks, briefly: the list stands on a screen others may see. */
export function checkerName(line: Pick<DeskLine, 'checker'>, language: Language): string {
  return line.checker === null ? '' : shortName(line.checker, language)
}

/** The value of a filter as its reader knows it. */
export function valueName(name: string, value: string, choices: DeskChoices, language: Language): string {
  const [t, l] = [words(language), listWords(language)]
  switch (name) {
    case 'region':
      return value === 'other' ? t('desk.other-regions') : regionName(choices, value, language)
    case 'province':
      return provinceName(value, language)
    case 'sector':
      return named(choices.sectors, value, language)
    case 'strand':
      return named(choices.strands, value, language)
    case 'kind':
      return named(choices.kinds, value, language)
    case 'ground':
      return named(choices.rules, value, language)
    case 'state':
    case 'language':
      return t.any(`${name}.${value}`)
    case 'gender':
    case 'age':
    case 'files':
    case 'unclear':
    case 'again':
      return l.any(`${name}.${value}`)
    case 'from':
    case 'to':
      return formatDate(value, language)
    case 'checker':
      return value === 'me' || value === 'none' ? l.any(`checker.${value}`) : personName(choices, value, language)
    default:
      return value
  }
}

function personName({ checkers }: DeskChoices, id: string, language: Language): string {
  const found = checkers.find((one) => one.id === id)
  return found === undefined ? listWords(language)('checker.somebody') : nameFor(found, language)
}
