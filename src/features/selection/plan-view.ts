/** A plan made ready to show: names instead of codes, the ranking, what each rule counts and costs. */
import { inLanguage, type Language } from '../../domain/language.ts'
import { finalOf, finalScore } from '../../domain/review.ts'
import type { Explanation, RuleOutcome, SelectionInput, SelectionOutput } from '../../engines/selection/index.ts'
import type { SelectionFacts } from './queries/selection-facts.ts'
import { conflictName, type Namer, repairName, ruleNames } from './rule-names.ts'
import type { LineView, PlanView, QuotaView, RegionView } from './views.ts'
import { changeSentences } from './what-if/sentences.ts'

type Head = Pick<PlanView, 'id' | 'number' | 'fingerprint' | 'plannedAt' | 'plannedBy' | 'note' | 'changes'>

/** `facts` are those the plan was made of, under its changes. */
export function planView(head: Head, input: SelectionInput, output: SelectionOutput, facts: SelectionFacts, language: Language): PlanView {
  const nameOf = ruleNames(facts, language)
  const lines = linesOf(input, output, facts, nameOf, language)
  return {
    ...head,
    changed: head.changes === null ? [] : changeSentences(head.changes, facts.terms, language),
    solved: output.status === 'optimal',
    total: output.total ?? null,
    unique: output.unique ?? false,
    draws: input.stability?.draws ?? 0,
    isCalibrated: facts.terms.scoreBasis === 'calibrated',
    budget: budgetOf(output),
    conflict: (output.conflict ?? []).map((one) => conflictName(one, nameOf, language, facts.terms.changed)),
    repair: (output.repair ?? []).map((one) => repairName(one, input.rules, input.places, nameOf, { language, currency: facts.terms.currency })),
    quotas: quotasOf(output, facts, lines, nameOf),
    lines: [...lines.filter((one) => one.outcome === 'selected'), ...lines.filter((one) => one.outcome !== 'selected')],
  }
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
    ...new Set(one.binding_rules.flatMap((index) => (input.rules[index] === undefined ? [] : [nameOf(input.rules[index])]))),
  ]
  const raw = rawScores(facts, output)
  return (output.explanations ?? []).map((one, place): LineView => {
    const { id } = one
    const given = raw.get(id)
    return {
      application: id,
      number: applications.get(id)?.number ?? '',
      title: title(id),
      region: regions.get(String(scores.get(id)?.attributes?.region)) ?? null,
      rank: place + 1,
      score: scores.get(id)?.score ?? '0',
      raw: given === undefined ? null : { score: given.score, moved: given.rank - place - 1 },
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
        value: String(rule.value),
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

/** Scores as given and the ranks they would give, where calibrated scores decide; nothing where the scores as given do. */
function rawScores({ terms, applications }: SelectionFacts, output: SelectionOutput): Map<string, { readonly score: string; readonly rank: number }> {
  if (terms.scoreBasis !== 'calibrated') return new Map()
  const order = new Map((output.explanations ?? []).map(({ id }, place) => [id, place]))
  const scored = applications.flatMap((one) => {
    const place = order.get(one.application)
    const score = one.stages ? finalOf(one.stages) : finalScore({ ...one, interviewWeight: terms.interviewWeight })
    return place === undefined || score === null ? [] : [{ id: one.application, place, score }]
  })
  scored.sort((a, b) => Number(b.score) - Number(a.score) || a.place - b.place)
  return new Map(scored.map(({ id, score }, rank) => [id, { score, rank: rank + 1 }]))
}

function budgetOf(output: SelectionOutput): PlanView['budget'] {
  const rule = (output.rules ?? []).find((one) => 'sum' in one)
  if (rule === undefined || !('sum' in rule)) return null
  return { most: Number(rule.max ?? 0).toFixed(2), spent: Number(rule.count).toFixed(2) }
}
