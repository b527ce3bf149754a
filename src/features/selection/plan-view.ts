/** A plan made ready to show: names instead of codes, the ranking, what each rule counts and costs. */
import { inLanguage, type Language } from '../../domain/language.ts'
import type { Conflicting, CountRule, Explanation, RuleOutcome, SelectionInput, SelectionOutput } from '../../engines/selection/index.ts'
import { expandedRules } from './engine-input.ts'
import type { SelectionFacts } from './queries/selection-facts.ts'
import type { LineView, PlanView, QuotaView, RegionView } from './views.ts'
import { words } from './words/index.ts'

type Head = Pick<PlanView, 'id' | 'number' | 'fingerprint' | 'plannedAt' | 'plannedBy'>

export function planView(head: Head, input: SelectionInput, output: SelectionOutput, facts: SelectionFacts, language: Language): PlanView {
  const nameOf = ruleNames(facts, language)
  const lines = linesOf(input, output, facts, nameOf, language)
  return {
    ...head,
    solved: output.status === 'optimal',
    total: output.total ?? null,
    unique: output.unique ?? false,
    draws: input.stability?.draws ?? 0,
    conflict: (output.conflict ?? []).map((one) => conflictName(one, nameOf, language)),
    quotas: quotasOf(output, facts, lines, nameOf),
    lines: [...lines.filter((one) => one.outcome === 'selected'), ...lines.filter((one) => one.outcome !== 'selected')],
  }
}

type Namer = (rule: CountRule) => string

/** "Six projets par région : L’Oriental": the name of the edition's rule, with the value when the rule speaks of each. */
function ruleNames(facts: SelectionFacts, language: Language): Namer {
  const { terms } = facts
  const expanded = expandedRules(facts)
  const values = new Map<string, string>([
    ...terms.regions.map(({ code, name }) => [`region ${code}`, inLanguage(name, language).text] as const),
    ...terms.sectors.map(({ code, name }) => [`sector ${code}`, inLanguage(name, language).text] as const),
    ...terms.kinds.map(({ code, name }) => [`applicant-kind ${code}`, inLanguage(name, language).text] as const),
  ])
  return (rule) => {
    const found = expanded.find(
      (one) => one.rule.attribute === rule.attribute && one.rule.value === rule.value && one.rule.min === rule.min && one.rule.max === rule.max,
    )
    const name = found?.of == null ? words(language)('rule.places') : inLanguage(found.of.name, language).text
    const value = values.get(`${rule.attribute} ${rule.value}`) ?? String(rule.value)
    return found?.of != null && found.of.value !== null ? name : `${name}${language === 'fr' ? '\u00a0: ' : ': '}${value}`
  }
}

function conflictName(one: Conflicting, nameOf: Namer, language: Language): string {
  if ('places' in one) return words(language)('conflict.places', { count: one.places })
  return 'attribute' in one ? nameOf(one) : JSON.stringify(one)
}

function linesOf(input: SelectionInput, output: SelectionOutput, facts: SelectionFacts, nameOf: Namer, language: Language): LineView[] {
  const applications = new Map(facts.applications.map((one) => [one.application, one]))
  const regions = new Map(
    facts.terms.regions.map(({ code, name, mark }): [string, RegionView] => [code, { code, mark, name: inLanguage(name, language).text }]),
  )
  const scores = new Map(input.candidates.map((one) => [one.id, one]))
  const title = (id: string): string => applications.get(id)?.title ?? ''
  const reserve = new Map<string, number>()
  const byRegion = new Map<string, number>()
  for (const id of output.reserve ?? []) {
    const region = String(scores.get(id)?.attributes?.region)
    byRegion.set(region, (byRegion.get(region) ?? 0) + 1)
    reserve.set(id, byRegion.get(region) as number)
  }
  const named = (one: Explanation): string[] => [
    ...new Set(one.binding_rules.flatMap((index) => (input.rules[index] === undefined ? [] : [nameOf(input.rules[index] as CountRule)]))),
  ]
  return (output.explanations ?? []).map((one, place): LineView => {
    const { id } = one
    return {
      application: id,
      number: applications.get(id)?.number ?? '',
      title: title(id),
      region: regions.get(String(scores.get(id)?.attributes?.region)) ?? null,
      rank: place + 1,
      score: scores.get(id)?.score ?? '0',
      standardError: input.stability?.standard_errors[id] || null,
      probability: output.probability?.[id] ?? null,
      outcome: one.selected ? 'selected' : reserve.has(id) ? 'reserve' : 'not-selected',
      reserveRank: reserve.get(id) ?? null,
      raised: one.selected && place + 1 > input.places,
      points: (one.selected ? one.margin : one.gap) ?? null,
      instead: ((one.selected ? one.would_replace : one.would_yield) ?? []).map(title),
      rules: named(one),
    }
  })
}

function quotasOf(output: SelectionOutput, facts: SelectionFacts, lines: readonly LineView[], nameOf: Namer): QuotaView[] {
  const regions = new Map(facts.terms.regions.map((one) => [one.code, one]))
  return (output.rules ?? []).flatMap((rule: RuleOutcome): QuotaView[] => {
    if (!('attribute' in rule)) return []
    const region = rule.attribute === 'region' ? regions.get(String(rule.value)) : undefined
    const raised = region === undefined ? 0 : lines.filter((one) => one.raised && one.region?.code === region.code).length
    return [
      {
        name: nameOf(rule),
        attribute: rule.attribute,
        mark: region?.mark ?? null,
        min: rule.min ?? null,
        max: rule.max ?? null,
        count: Number(rule.count),
        raised,
        binding: rule.binding,
        price: Number(rule.price) === 0 ? null : rule.price,
      },
    ]
  })
}
