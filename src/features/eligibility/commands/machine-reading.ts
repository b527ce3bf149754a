/** What the machine finds on the rules of one application, and the rows it writes. */
import { canonicalJson } from '../../../domain/application.ts'
import type { EligibilityRule } from '../../../domain/edition.ts'
import { checkEligibility, type EligibilityContext, factsOfAnswers, type RuleCheck } from '../../../domain/eligibility.ts'
import type { Trx } from '../../../platform/database/database.ts'
import type { SubmittedFacts } from '../queries/check-facts.ts'

const AT_ONCE = 1000

export interface NewCheck extends RuleCheck {
  readonly seq: number
  /** Whether it was read anew because an answer was corrected. */
  readonly corrected?: boolean
  /** Whether it follows an officer's verdict given before a correction: only an officer makes the rule clear again. */
  readonly confirm?: boolean
}

export interface News {
  readonly one: SubmittedFacts
  readonly news: readonly NewCheck[]
}

/** What the machine finds on every rule as the answers stand. */
export function readingOf(
  { answers, ageOn, past }: SubmittedFacts,
  rules: readonly EligibilityRule[],
  context: EligibilityContext,
  likeness: readonly string[],
): RuleCheck[] {
  return checkEligibility(rules, { ...factsOfAnswers(answers), pastBeneficiary: past, likeness }, { ...context, ageOn })
}

/** Checks that say something else than the last verdict, on rules no officer has read. */
export function newsOf(
  facts: SubmittedFacts,
  rules: readonly EligibilityRule[],
  context: EligibilityContext,
  likeness: readonly string[],
): readonly NewCheck[] {
  return readingOf(facts, rules, context, likeness).flatMap((check): NewCheck[] => {
    const before = facts.last.find((one) => one.rule === check.rule)
    if (before === undefined) return [{ ...check, seq: 1 }]
    const seq = before.seq + 1
    const said = before.code === check.code && canonicalJson(before.details) === canonicalJson(check.details)
    // Until the officer has confirmed what they wrote before a correction, the machine alone makes nothing clear.
    if (before.confirm) return said ? [] : [{ ...check, seq, corrected: true, confirm: true }]
    return !before.automatic || (said && before.verdict === check.verdict) ? [] : [{ ...check, seq }]
  })
}

/** Writes what was found, each after the verdicts before it; what waits for an officer stands as unclear, whatever the machine reads. */
export async function writeNews(trx: Trx, organisation: string, found: readonly News[], now: Date): Promise<void> {
  const rows = found.flatMap(({ one, news }) =>
    news.map(({ rule, seq, verdict, code, details, corrected = false, confirm = false }) => ({
      organisation,
      application: one.application,
      rule,
      seq,
      verdict: confirm ? 'unclear' : verdict,
      automatic: true,
      facts: JSON.stringify({ code, details, ...(corrected ? { corrected } : {}), ...(confirm ? { confirm, reads: verdict } : {}) }),
      checked_at: now,
      checked_by: null,
    })),
  )
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await trx
      .insertInto('eligibility_check')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
}
