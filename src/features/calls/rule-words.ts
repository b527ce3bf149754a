/** Rules and verdicts in sentences: on the check, the public rules page, the desk, and for later stages. */
import type { RuleCheck } from '../../domain/eligibility.ts'
import type { EditionFile, EligibilityRule, SelectionRule } from '../../domain/edition.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { regionOf } from '../../domain/territory.ts'
import { formatDate } from '../../platform/time/time.ts'
import { formatList } from '../../platform/words/format.ts'
import { words } from './words/index.ts'

/** The lists a rule may name. */
export type RuleLists = Pick<EditionFile, 'regions' | 'sectors' | 'applicantKinds' | 'strands'> & { readonly call: { readonly ageOn: string | null } }

/** What was found about one rule: "25 ans le 31 mars 2024". `rule` is the rule it is about. */
export function checkSentence(check: RuleCheck, rule: { readonly name: Trilingual }, language: Language): string {
  const { on, region } = check.details as { on?: string; region?: string }
  return words(language).any(`check.${check.code}`, {
    ...check.details,
    rule: inLanguage(rule.name, language).text,
    ...(on === undefined ? {} : { on: formatDate(on, language, 'long') }),
    ...(region === undefined ? {} : { region: regionOf(region)?.name[language] ?? region }),
  })
}

/** What a rule of eligibility asks, with its settings; null when its name says it all. */
export function eligibilitySentence(rule: EligibilityRule, lists: RuleLists, language: Language): string | null {
  const t = words(language)
  const said = (list: readonly { readonly name: Trilingual }[]): string =>
    formatList(
      list.map((one) => inLanguage(one.name, language).text),
      language,
    )
  switch (rule.kind) {
    case 'age':
      if (lists.call.ageOn === null) return t('rule.age-sent', { min: rule.parameters.min, max: rule.parameters.max })
      return t('rule.age', { min: rule.parameters.min, max: rule.parameters.max, on: formatDate(lists.call.ageOn, language, 'long') })
    case 'region':
      return t('rule.region', { regions: said(lists.regions) })
    case 'applicant-kind':
      return t('rules.kinds', { kinds: said(lists.applicantKinds) })
    case 'sector':
      return t('rules.sectors', { sectors: said(lists.sectors) })
    case 'complete':
      return t('rule.complete', { count: rule.parameters.questions.length })
    default:
      return null
  }
}

/** What a rule limits, whatever it is called. */
type Limit = Pick<SelectionRule, 'attribute' | 'value' | 'minimum' | 'maximum'>

/** A rule of the selection: "Each region: 6 projects". */
export function selectionSentence(rule: Limit, lists: RuleLists, language: Language): string {
  return words(language)('rule.sentence', { what: subject(rule, lists, language), bound: bound(rule, language) })
}

function subject({ attribute, value }: Limit, lists: RuleLists, language: Language): string {
  const t = words(language)
  if (attribute === 'gender') return t(value === null ? 'rule.each-gender' : value === 'woman' ? 'rule.women' : 'rule.men')
  if (value === null) return t(EACH[attribute])
  const list = { region: lists.regions, sector: lists.sectors, 'applicant-kind': lists.applicantKinds, strand: lists.strands ?? [] }[attribute]
  const found = list.find((one) => one.code === value)
  return found === undefined ? value : inLanguage(found.name, language).text
}

const EACH = {
  region: 'rule.each-region',
  sector: 'rule.each-sector',
  'applicant-kind': 'rule.each-kind',
  strand: 'rule.each-strand',
} as const

function bound({ minimum, maximum }: Limit, language: Language): string {
  const t = words(language)
  if (minimum === null) return t('bound.most', { count: maximum ?? 0 })
  if (maximum === null) return t('bound.least', { count: minimum })
  return minimum === maximum ? t('bound.exact', { count: minimum }) : t('bound.between', { minimum, maximum })
}
