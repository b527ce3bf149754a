/** Lists and their order, as each language writes them. */
import type { Language } from '../../domain/language.ts'
import { locale } from './locale.ts'
import { NO_BREAK_SPACE } from './number.ts'

const lists = new Map<string, Intl.ListFormat>()
const collators = new Map<Language, Intl.Collator>()

/**
 * "a, b et c", "a, b and c"; in Arabic "أ وب" and "أ، وب، وج": every item takes its waw, joined to the next Arabic word
 * or number but set apart from a word in another script.
 */
export function formatList(items: readonly string[], language: Language): string {
  if (language === 'ar') {
    const separator = items.length > 2 ? '، ' : ' '
    return items.map((item, index) => (index === 0 ? item : separator + joined(item))).join('')
  }
  return listed(items, language, 'conjunction')
}

/** "a, b ou c", "a, b or c"; in Arabic "أ أو ب أو ج": one of them. */
export function formatChoice(items: readonly string[], language: Language): string {
  return language === 'ar' ? items.join(' أو ') : listed(items, language, 'disjunction')
}

function listed(items: readonly string[], language: Language, type: 'conjunction' | 'disjunction'): string {
  const key = `${language} ${type}`
  const format = lists.get(key) ?? new Intl.ListFormat(locale(language), { type })
  lists.set(key, format)
  return format.format(items)
}

function joined(item: string): string {
  return /^[\p{Script=Arabic}\d«"(]/u.test(item) ? `و${item}` : `و${NO_BREAK_SPACE}${item}`
}

/** The order in which people look names up: accents and case apart only between equals, 2 before 10. */
export function collator(language: Language): Intl.Collator {
  let order = collators.get(language)
  if (order === undefined) {
    order = new Intl.Collator(locale(language), { numeric: true })
    collators.set(language, order)
  }
  return order
}
