/** What rules are called: the name the edition gives them, or their value where it gives none. */
import { inLanguage, type Language } from '../../domain/language.ts'
import type { Conflicting, CountRule, Repaired, Rule } from '../../engines/selection/index.ts'
import { formatMoney } from '../../platform/words/format.ts'
import { expandedRules } from './engine-input.ts'
import type { EditionTerms, SelectionFacts } from './queries/selection-facts.ts'
import { words } from './words/index.ts'

/** Attributes whose values have places of their own. */
const PLACED: readonly string[] = ['region', 'strand']

export type Namer = (rule: Rule) => string

/** "Fès-Meknès", "A woman": a value of an attribute. */
export function valueNames(terms: EditionTerms, language: Language): (attribute: string, value: string) => string {
  const t = words(language)
  const lists = { region: terms.regions, sector: terms.sectors, strand: terms.strands, 'applicant-kind': terms.kinds }
  const names = new Map(
    Object.entries(lists).flatMap(([attribute, all]) =>
      all.map(({ code, name }) => [`${attribute} ${code}`, inLanguage(name, language).text] as const),
    ),
  )
  return (attribute, value) =>
    names.get(`${attribute} ${value}`) ?? (t.has(`value.${attribute}.${value}`) ? t.any(`value.${attribute}.${value}`) : value)
}

/** "Six projets par région : L’Oriental": the name of the edition's rule, with the value when the rule speaks of each. */
export function ruleNames(facts: SelectionFacts, language: Language): Namer {
  const t = words(language)
  const expanded = expandedRules(facts)
  const changed = facts.terms.changed ?? []
  const valueOf = valueNames(facts.terms, language)
  return (rule) => {
    if ('sum' in rule) return t('rule.budget')
    if ('exclusive' in rule) return JSON.stringify(rule)
    const value = valueOf(rule.attribute, String(rule.value))
    const of = (name: string): string => `${name}${language === 'fr' ? '\u00a0: ' : ': '}${value}`
    if (changed.some((one) => one.attribute === rule.attribute && one.value === rule.value)) return `${t.any(`attribute.${rule.attribute}`)} ${value}`
    const found = expanded.find((one) => same(one.rule, rule))
    if (found?.of == null)
      return of(
        PLACED.includes(rule.attribute) ? t.any(`rule.places${rule.attribute === 'strand' ? '-strand' : ''}`) : t.any(`attribute.${rule.attribute}`),
      )
    const name = inLanguage(found.of.name, language).text
    return found.of.value === null ? of(name) : name
  }
}

const same = (one: CountRule, other: CountRule): boolean =>
  one.attribute === other.attribute && one.value === other.value && one.min === other.min && one.max === other.max

/** "at least 4", "6", "2 to 5", "no limit". */
export function limitWords({ min, max }: { readonly min?: number | null; readonly max?: number | null }, language: Language): string {
  const t = words(language)
  if (min == null) return max == null ? t('changed.free') : t('minutes.most', { max })
  if (max == null) return t('minutes.least', { min })
  return min === max ? String(min) : t('minutes.between', { min, max })
}

/** With its limits, where a what-if gives it others than its name says. */
export function conflictName(one: Conflicting, nameOf: Namer, language: Language, changed: EditionTerms['changed'] = []): string {
  if ('places' in one) return words(language)('conflict.places', { count: one.places })
  if ('forced_in' in one || 'forced_out' in one) return JSON.stringify(one)
  const name = nameOf(one)
  if (!('attribute' in one) || !changed.some(({ attribute, value }) => attribute === one.attribute && value === one.value)) return name
  return `${name} (${limitWords(one, language)})`
}

/** "Six projets par région : L’Oriental": at least 5 instead of 6. */
export function repairName(
  one: Repaired,
  rules: readonly Rule[],
  places: number,
  nameOf: Namer,
  money: { language: Language; currency: string },
): string {
  const { language, currency } = money
  const t = words(language)
  if ('places' in one) return t('repair.places', { count: one.places, places })
  const rule = rules[one.rule] as Rule
  const rightly = (limit: number | string | undefined): string =>
    'sum' in rule ? formatMoney(Number(limit ?? 0).toFixed(2), currency, language) : String(limit ?? 0)
  const bounds = rule as { readonly min?: number | string; readonly max?: number | string }
  const name = nameOf(rule)
  return one.min !== undefined
    ? t('repair.least', { rule: name, now: rightly(one.min), before: rightly(bounds.min) })
    : t('repair.most', { rule: name, now: rightly(one.max), before: rightly(bounds.max) })
}
