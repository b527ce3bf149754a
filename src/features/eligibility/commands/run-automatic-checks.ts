/** The machine's reading of every rule, written down where it says something new. */
import { canonicalJson } from '../../../domain/application.ts'
import type { EligibilityRule } from '../../../domain/edition.ts'
import { checkEligibility, type EligibilityContext, factsOfAnswers, type RuleCheck } from '../../../domain/eligibility.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { OFFICERS, type Place, type SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { contextOf, rulesOfEdition, type SubmittedFacts, submittedFacts } from '../queries/check-facts.ts'
import { likenessesIn } from '../queries/likeness.ts'

const AT_ONCE = 1000

export interface ChecksRun {
  readonly applications: number
  /** Applications for which a verdict was written. */
  readonly changed: number
}

/**
 * Checks every submission the viewer's roles reach that is neither withdrawn nor decided, and writes the verdicts that
 * differ from those that stand. A rule an officer has read is left to them. Refuses `eligibility/not-allowed`.
 */
export async function runAutomaticChecks(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<ChecksRun>> {
  const scope = scopeOf(viewer, OFFICERS, place)
  if (scope.length === 0) return refused('eligibility/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    // Two officers pressing at once: the second reads what the first wrote.
    await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', place.edition).forUpdate().execute()
    const context = await contextOf(trx, organisation, place.edition)
    if (context === null) return refused('eligibility/no-call')
    const [rules, submissions, likenesses] = [
      await rulesOfEdition(trx, organisation, place.edition),
      await submittedFacts(trx, organisation, place, scope),
      await likenessesIn(trx, organisation, place.edition),
    ]
    const found = submissions
      .map((one) => ({
        one,
        news: newsOf(
          one,
          rules,
          context,
          (likenesses.get(one.application) ?? []).map((twin) => twin.number),
        ),
      }))
      .filter(({ news }) => news.length > 0)
    await write(trx, organisation, found, now)
    await auditAll(
      trx,
      found.map(({ one, news }) => ({
        organisation,
        stream: one.application,
        act: 'eligibility/checked' as const,
        actor: person.id,
        at: now,
        details: { verdicts: Object.fromEntries(news.map((check) => [check.rule, check.verdict])) },
      })),
    )
    return ok({ applications: submissions.length, changed: found.length })
  })
}

/** Checks that say something else than the last verdict, on rules no officer has read. */
function newsOf(
  { answers, past, last }: SubmittedFacts,
  rules: readonly EligibilityRule[],
  context: EligibilityContext,
  likeness: readonly string[],
): (RuleCheck & { seq: number })[] {
  const checks = checkEligibility(rules, { ...factsOfAnswers(answers), pastBeneficiary: past, likeness }, context)
  return checks.flatMap((check) => {
    const before = last.find((one) => one.rule === check.rule)
    if (before === undefined) return [{ ...check, seq: 1 }]
    const same = before.verdict === check.verdict && before.code === check.code && canonicalJson(before.details) === canonicalJson(check.details)
    return !before.automatic || same ? [] : [{ ...check, seq: before.seq + 1 }]
  })
}

async function write(
  trx: Trx,
  organisation: string,
  found: readonly { one: SubmittedFacts; news: readonly (RuleCheck & { seq: number })[] }[],
  now: Date,
): Promise<void> {
  const rows = found.flatMap(({ one, news }) =>
    news.map(({ rule, seq, verdict, code, details }) => ({
      organisation,
      application: one.application,
      rule,
      seq,
      verdict,
      automatic: true,
      facts: JSON.stringify({ code, details }),
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
