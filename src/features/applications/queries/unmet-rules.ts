/** The rules of the edition that the answers of a draft do not meet: told before it is sent, decided by a person after. */
import type { EligibilityRule } from '../../../domain/edition.ts'
import { checkEligibility, factsOfAnswers, questionOfRule, quickRules } from '../../../domain/eligibility.ts'
import type { Answers } from '../../../domain/form.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { DraftView, UnmetRule } from '../views.ts'

/** The eligibility rules of an edition, in their order. */
export async function rulesOfEdition(db: Reader, organisation: string, edition: string): Promise<EligibilityRule[]> {
  const rows = await db
    .selectFrom('eligibility_rule')
    .select(['code', 'kind', 'parameters', 'name', 'reason'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows as unknown as EligibilityRule[]
}

/** What the machine would find unmet if these answers were sent as they stand, of the rules that one answer decides. What is not answered, or not for this reader, is no finding. */
export async function unmetRules(
  db: Reader,
  organisation: string,
  { edition, call, lists }: Pick<DraftView, 'edition' | 'call' | 'lists'>,
  answers: Answers,
): Promise<UnmetRule[]> {
  const rules = quickRules(await rulesOfEdition(db, organisation, edition.id))
  const context = { ageOn: call.ageOn, regions: lists.regions, applicantKinds: lists.kinds, sectors: lists.sectors }
  return checkEligibility(rules, factsOfAnswers(answers), context).flatMap((check, at) => {
    const rule = rules[at]
    const question = rule === undefined ? null : questionOfRule(rule)
    return rule === undefined || question === null || check.verdict !== 'not-met' ? [] : [{ question, rule, check }]
  })
}
