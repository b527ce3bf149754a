/** What the engine is given for an edition: candidates, scores and every rule, written out so that the record needs nothing else. */
import { boundStrands } from '../../domain/edition-strands.ts'
import { type Standing, standardErrors, standing } from '../../domain/selection.ts'
import { canonicalJson, sha256 } from '../../engines/canonical.ts'
import type { Candidate, CountRule, Rule, SelectionInput } from '../../engines/selection/index.ts'
import type { ApplicationFacts, EditionTerms, QuotaRule, SelectionFacts } from './queries/selection-facts.ts'

/** Draws behind the probabilities. */
const DRAWS = 1000

/** Where each eligible application stands, by id. */
export function standings({ applications, terms }: SelectionFacts): Map<string, Standing> {
  return new Map(applications.map((one) => [one.application, standing(one, terms)]))
}

/**
 * The problem of an edition. Ids are those of the applications; the order between equals is drawn from the edition's own
 * id, which was there before the first score. Null when nobody is a candidate.
 */
export function engineInput(facts: SelectionFacts): SelectionInput | null {
  const { terms } = facts
  const all = standings(facts)
  const errors = standardErrors(facts.applications, terms)
  const candidates = facts.applications.flatMap((one) => {
    const at = all.get(one.application)
    return at?.candidate ? [{ ...candidateOf(one, terms), score: at.score }] : []
  })
  if (candidates.length === 0) return null
  const seed = terms.edition
  const counts = expandedRules(facts).map(({ rule }) => rule)
  const rules: Rule[] = terms.budget === undefined ? counts : [...counts, { sum: 'cost', max: terms.budget }]
  return {
    places: fillable(terms.places, candidates, counts),
    candidates,
    rules,
    tie_break: { seed },
    reserve: terms.reservePerRegion * terms.regions.length,
    explain: true,
    stability: { draws: DRAWS, seed, standard_errors: Object.fromEntries(candidates.map(({ id }) => [id, errors.get(id) ?? 0])) },
  }
}

/**
 * The places to fill: those of the edition, or fewer where fewer candidates reached the pass mark than the most of their
 * groups could hold. A place that nobody merits stays empty; the engine itself fills exactly what it is told.
 */
export function fillable(places: number, candidates: SelectionInput['candidates'], rules: readonly CountRule[]): number {
  const attributes = new Set(rules.filter((rule) => rule.max !== undefined).map((rule) => rule.attribute))
  const room = (attribute: string): number => {
    const counts = new Map<string, number>()
    for (const { attributes: own } of candidates) {
      const value = String(own?.[attribute] ?? '')
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const most = (value: string): number => rules.find((rule) => rule.attribute === attribute && rule.value === value)?.max ?? places
    return [...counts].reduce((sum, [value, count]) => sum + Math.min(count, most(value)), 0)
  }
  return Math.max(1, Math.min(places, candidates.length, ...[...attributes].map(room)))
}

export function fingerprintOf(input: SelectionInput): string {
  return sha256(canonicalJson(input))
}

/** An application as the engine knows it, but for its score. */
export function candidateOf(one: ApplicationFacts, terms: EditionTerms): Pick<Candidate, 'id' | 'attributes'> {
  return { id: one.application, attributes: attributesOf(one, terms) }
}

/** The strand only where there are any, the cost only under a budget: what is reckoned of an edition without them stays what it was. */
function attributesOf(one: ApplicationFacts, { strands, budget, seedCeiling }: EditionTerms): Readonly<Record<string, string | null>> {
  const { region, sector, kind, strand, gender } = one
  const cost = budget === undefined ? {} : { cost: costOf(one, seedCeiling) }
  return { region, sector, 'applicant-kind': kind, ...(strands.length === 0 ? {} : { strand }), gender, ...cost }
}

const MONEY = /^\d{1,12}(\.\d{1,2})?$/

/** What a project would cost the fund: what it asks for, never more than the ceiling; the ceiling where it says nothing. */
function costOf({ asked }: ApplicationFacts, ceiling: string): string {
  if (asked == null || !MONEY.test(asked)) return ceiling
  return Number(ceiling) > 0 && Number(asked) > Number(ceiling) ? ceiling : asked
}

export interface ExpandedRule {
  readonly rule: CountRule
  /** The row of the edition it comes from; null for the places of a region or a strand, which hold even where no rule says so, and for what a what-if says. */
  readonly of: QuotaRule | null
}

/** The rules of the edition, one for each value where a rule speaks of each; and no region or strand takes more than its places. What a what-if says of a value stands in place of all these say of it. */
export function expandedRules(facts: SelectionFacts): ExpandedRule[] {
  const changed = facts.terms.changed ?? []
  const replaced = ({ rule }: ExpandedRule): boolean => changed.some((one) => one.attribute === rule.attribute && one.value === rule.value)
  const instead = changed
    .filter(({ min, max }) => min !== null || max !== null)
    .map(({ attribute, value, min, max }) => ({
      rule: { attribute, value, ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) },
      of: null,
    }))
  return [...ownRules(facts).filter((one) => !replaced(one)), ...instead]
}

function ownRules({ terms, applications }: SelectionFacts): ExpandedRule[] {
  const written = terms.rules.flatMap((of) =>
    (of.value === null ? valuesOf(terms, applications, of.attribute) : [of.value]).map((value) => ({ rule: countRule(of, value), of })),
  )
  const limited = new Set(written.flatMap(({ rule }) => (rule.attribute === 'region' && rule.max !== undefined ? [rule.value] : [])))
  const places = terms.regions
    .filter(({ code }) => !limited.has(code))
    .map(({ code, places }) => ({ rule: { attribute: 'region', value: code, max: places }, of: null }))
  const strands = boundStrands(terms.strands, terms.rules).map(({ code, places: most }) => ({
    rule: { attribute: 'strand', value: code, max: most },
    of: null,
  }))
  return [...written, ...places, ...strands]
}

function countRule({ attribute, minimum, maximum }: QuotaRule, value: string): CountRule {
  return { attribute, value, ...(minimum === null ? {} : { min: minimum }), ...(maximum === null ? {} : { max: maximum }) }
}

/** The values of an attribute that rules can speak of. */
export function valuesOf(terms: EditionTerms, applications: readonly ApplicationFacts[], attribute: string): string[] {
  if (attribute === 'region') return terms.regions.map((one) => one.code)
  if (attribute === 'sector') return terms.sectors.map((one) => one.code)
  if (attribute === 'applicant-kind') return terms.kinds.map((one) => one.code)
  if (attribute === 'strand') return terms.strands.map((one) => one.code)
  return [...new Set(applications.flatMap((one) => (attribute === 'gender' && one.gender !== null ? [one.gender] : [])))].sort()
}
