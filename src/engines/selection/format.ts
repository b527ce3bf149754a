/** The shape of a selection as it stands in files: what goes in, what comes out. */

export type Attribute = string | number | boolean | null

export interface Candidate {
  readonly id: string
  /** A decimal of at most six places, as text. */
  readonly score: string
  readonly attributes?: Readonly<Record<string, Attribute>>
}

/** Of those selected, between `min` and `max` have this value of the attribute. */
export interface CountRule {
  readonly attribute: string
  readonly value: Attribute
  readonly min?: number
  readonly max?: number
}

/** The attribute, summed over those selected, lies between `min` and `max`: decimals of at most six places. */
export interface SumRule {
  readonly sum: string
  readonly min?: number | string
  readonly max?: number | string
}

/** At most one of these is selected. */
export interface ExclusiveRule {
  readonly exclusive: readonly string[]
}

export type Rule = CountRule | SumRule | ExclusiveRule

export interface SelectionInput {
  readonly places: number
  readonly candidates: readonly Candidate[]
  readonly rules: readonly Rule[]
  readonly forced_in?: readonly string[]
  readonly forced_out?: readonly string[]
  /** The order that decides between equal totals: ids, first preferred; or a seed from which it is drawn; or, left out, the order of the candidates. */
  readonly tie_break?: { readonly seed: string } | readonly string[]
  readonly reserve?: number
  readonly explain?: boolean
  readonly stability?: { readonly draws: number; readonly seed: string; readonly standard_errors: Readonly<Record<string, number>> }
}

/**
 * A proof that no allowed set does better, to be checked in integers without a solver. A leaf holds a price for each row
 * (the places first, then the rules in order), in parts of `unit`: by Lagrangian duality the prices bound the total of
 * every set the leaf speaks of (`bound`), or show that there is no such set (`none`). A branch splits on one candidate.
 * `prices` with a `rest` decide everybody whose opposite decision would bring that bound down to the total of the list;
 * the rest speaks of those who are still open. Totals are multiples of what all scores have in common, and bounds are
 * rounded down to such a multiple.
 */
export type Proof =
  | { readonly bound: readonly string[] }
  | { readonly none: readonly string[] }
  | { readonly candidate: string; readonly selected: Proof; readonly left_out: Proof }
  | { readonly prices: readonly string[]; readonly rest: Proof }

export interface Certificate {
  readonly unit: string
  readonly proof: Proof
}

export interface Explanation {
  readonly id: string
  readonly selected: boolean
  /** Selected: what the total loses without this candidate; null when no allowed list exists without. */
  readonly margin?: string | null
  /** Selected: who would come in. */
  readonly would_replace?: readonly string[]
  /** Not selected: what the total loses with this candidate, hence the points that lacked; null when no allowed list holds the candidate. */
  readonly gap?: string | null
  /** Not selected: who would go out. */
  readonly would_yield?: readonly string[]
  /** Places of the rules (from 0) that forbid to exchange this candidate for one of a lower score who is in, or of a higher score who is out. */
  readonly binding_rules: readonly number[]
}

export type RuleOutcome = Rule & {
  /** How many, or the sum as a decimal. */
  readonly count: number | string
  /** The list stands at one of the limits. */
  readonly binding: boolean
  /** What the total would gain if every limit of the rule were one unit wider. */
  readonly price: string
}

/** Something that cannot hold together with the others named. */
export type Conflicting = Rule | { readonly forced_in: string } | { readonly forced_out: string } | { readonly places: number }

/** A limit that would have to give way: of the rule at a place (from 0), or the places to fill. */
export type Repaired = { readonly rule: number; readonly min?: number | string; readonly max?: number | string } | { readonly places: number }

export interface SelectionOutput {
  readonly status: 'optimal' | 'infeasible'
  readonly total?: string
  /** In the order of score, then of the tie-break. */
  readonly selected?: readonly string[]
  /** Whether no other set has the same total; when false, the tie-break chose. */
  readonly unique?: boolean
  readonly certificate?: Certificate
  readonly reserve?: readonly string[]
  /** For each selected candidate whom somebody can replace alone, every rule kept: the first of the reserve who can, else the best of the others. */
  readonly substitutes?: Readonly<Record<string, string>>
  readonly explanations?: readonly Explanation[]
  readonly rules?: readonly RuleOutcome[]
  /** Share of the draws in which each candidate is selected. */
  readonly probability?: Readonly<Record<string, number>>
  /** Rules and forced choices of which no one can be left out: without it the others could hold. */
  readonly conflict?: readonly Conflicting[]
  /** With reasons asked: the fewest changes of limits under which there is a list. */
  readonly repair?: readonly Repaired[]
}

export interface InputFault {
  readonly path: string
  readonly message: string
}

/** Thrown for an input that is wrong: one fault a line, each with its JSON path. */
export class SelectionInputError extends Error {
  readonly faults: readonly InputFault[]
  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.faults = faults
  }
}
