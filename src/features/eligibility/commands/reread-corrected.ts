/** After a correction: what was found of the answers before it is read anew, whatever was decided, and no decision is changed. */
import { canonicalJson } from '../../../domain/application.ts'
import type { EligibilityRule } from '../../../domain/edition.ts'
import { questionsOfRule } from '../../../domain/eligibility.ts'
import type { Answers } from '../../../domain/form.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { rulesOfEdition } from '../../applications/index.ts'
import { contextOf, type CorrectedFacts, correctedFacts } from '../queries/check-facts.ts'
import { doubtsIn } from '../queries/likeness.ts'
import { type NewCheck, readingOf, writeNews } from './machine-reading.ts'

/** The work that a correction leaves behind: the rules of its application are read anew at once. */
export async function rereadApplication(db: Database, organisation: string, application: string, now: Date): Promise<void> {
  await atomically(db, async (trx) => {
    const sent = await trx
      .selectFrom('submission')
      .select('edition')
      .where('organisation', '=', organisation)
      .where('application', '=', application)
      .executeTakeFirst()
    if (sent === undefined) return
    await trx.selectFrom('application').select('id').where('organisation', '=', organisation).where('id', '=', application).forUpdate().execute()
    await rereadCorrected(trx, organisation, sent.edition, [application], now)
  })
}

/**
 * Reads anew, of these applications, the rules that look at an answer corrected since they were read. The machine's
 * finding is written down as it is now. Where an officer had read the rule, it is unclear again until an officer
 * confirms it. Whoever decides calls this in their own transaction, which holds the applications: what they then read
 * is never older than the answers.
 */
export async function rereadCorrected(trx: Trx, organisation: string, edition: string, applications: readonly string[], now: Date): Promise<void> {
  const some = await correctedFacts(trx, organisation, edition, applications.filter(isId))
  if (some.length === 0) return
  const rules = await rulesOfEdition(trx, organisation, edition)
  const stale = some.map((one) => ({ one, rules: rules.filter((rule) => isStale(rule, one)) })).filter((each) => each.rules.length > 0)
  const context = stale.length === 0 ? null : await contextOf(trx, organisation, edition, now)
  if (context === null) return
  const doubted = stale.some((each) => each.rules.some(({ kind }) => kind === 'duplicate'))
  const doubts = doubted ? await doubtsIn(trx, organisation, edition) : new Map<string, readonly string[]>()
  for (const { one, rules: again } of stale) {
    const news = readingOf(one, again, context, doubts.get(one.application) ?? []).map((check): NewCheck => {
      const before = one.last.find(({ rule }) => rule === check.rule)
      return { ...check, seq: (before?.seq ?? 0) + 1, corrected: true, confirm: before?.automatic === false || before?.confirm === true }
    })
    // A request that arrived before the correction may still be at work after it.
    const at = new Date(Math.max(now.getTime(), one.correctedAt.getTime()))
    await writeNews(trx, organisation, [{ one, news }], at)
    const verdicts = Object.fromEntries(news.map(({ rule, verdict, confirm }) => [rule, confirm === true ? 'unclear' : verdict]))
    await auditAll(trx, [
      { organisation, stream: one.application, act: 'eligibility/checked', actor: null, at, details: { verdicts, corrected: true } },
    ])
  }
}

/** Whether an answer the rule looks at is another than when the rule was last read. */
function isStale(rule: EligibilityRule, { last, correctedAt, before, answers }: CorrectedFacts): boolean {
  const read = last.find((one) => one.rule === rule.code)
  if (read === undefined || new Date(read.checkedAt) >= correctedAt) return false
  const stood = before.findLast(({ sentAt }) => sentAt !== null && new Date(sentAt) <= new Date(read.checkedAt)) ?? before[0]
  return stood !== undefined && questionsOfRule(rule).some((question) => differs(stood.answers, answers, question))
}

function differs(one: Answers, other: Answers, question: string): boolean {
  return canonicalJson(one[question] ?? null) !== canonicalJson(other[question] ?? null)
}
