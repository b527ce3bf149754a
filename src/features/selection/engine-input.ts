/** What the engine is given for an edition: candidates, scores and every rule, written out so that the record needs nothing else. */
import { type Standing, standardErrors, standing } from '../../domain/selection.ts'
import { canonicalJson, sha256 } from '../../engines/canonical.ts'
import type { CountRule, SelectionInput } from '../../engines/selection/index.ts'
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
    const { application } = one
    const at = all.get(application)
    return at?.candidate ? [{ id: application, score: at.score, attributes: attributesOf(one) }] : []
  })
  if (candidates.length === 0) return null
  const seed = terms.edition
  const rules = expandedRules(facts).map(({ rule }) => rule)
  return {
    places: fillable(terms.places, candidates, rules),
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
function fillable(places: number, candidates: SelectionInput['candidates'], rules: readonly CountRule[]): number {
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

function attributesOf({ region, sector, kind, gender }: ApplicationFacts): Readonly<Record<string, string | null>> {
  return { region, sector, 'applicant-kind': kind, gender }
}

export interface ExpandedRule {
  readonly rule: CountRule
  /** The row of the edition it comes from; null for the places of a region, which hold even where no rule says so. */
  readonly of: QuotaRule | null
}

/** The rules of the edition, one for each value where a rule speaks of each; and no region takes more than its places. */
export function expandedRules({ terms, applications }: SelectionFacts): ExpandedRule[] {
  const written = terms.rules.flatMap((of) =>
    (of.value === null ? valuesOf(terms, applications, of.attribute) : [of.value]).map((value) => ({ rule: countRule(of, value), of })),
  )
  const limited = new Set(written.flatMap(({ rule }) => (rule.attribute === 'region' && rule.max !== undefined ? [rule.value] : [])))
  const places = terms.regions
    .filter(({ code }) => !limited.has(code))
    .map(({ code, places }) => ({ rule: { attribute: 'region', value: code, max: places }, of: null }))
  return [...written, ...places]
}

function countRule({ attribute, minimum, maximum }: QuotaRule, value: string): CountRule {
  return { attribute, value, ...(minimum === null ? {} : { min: minimum }), ...(maximum === null ? {} : { max: maximum }) }
}

function valuesOf(terms: EditionTerms, applications: readonly ApplicationFacts[], attribute: string): string[] {
  if (attribute === 'region') return terms.regions.map((one) => one.code)
  if (attribute === 'sector') return terms.sectors.map((one) => one.code)
  if (attribute === 'applicant-kind') return terms.kinds.map((one) => one.code)
  return [...new Set(applications.flatMap((one) => (attribute === 'gender' && one.gender !== null ? [one.gender] : [])))].sort()
}
