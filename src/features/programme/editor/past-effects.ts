/** What conditions and rules would have done last year, in one sentence each. */
import type { EditionFile, EligibilityRule } from '../../../domain/edition.ts'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import type { Language } from '../../../domain/language.ts'
import { effectOf, type PastCondition, type PastEffect, pastCondition, pastRule } from '../../../domain/past-effect.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { earlierEdition, pastAnswers } from '../queries/past-answers.ts'
import type { DraftView } from './views.ts'
import { words } from './words/index.ts'

export interface PastAsked {
  readonly db: Reader
  readonly viewer: SignedIn
  readonly draft: DraftView
  readonly language: Language
}

/** What a condition would have concerned; null where nothing can be said. */
export async function conditionEffect(asked: PastAsked, source: string): Promise<string | null> {
  if (source.trim() === '') return null
  return (await effects(asked, 'condition', (content) => [pastCondition(source, content)]))[0] ?? null
}

/** What each rule of eligibility would have refused, by its place in the list; null where nothing can be said. */
export function ruleEffects(asked: PastAsked): Promise<readonly (string | null)[]> {
  const { document } = asked.draft
  return effects(asked, 'rule', ({ form }) =>
    document.eligibilityRules.map((rule) => (isWritten(rule) ? pastRule(rule, document as unknown as EditionFile, form) : null)),
  )
}

/** Whether its settings are all there. */
function isWritten(rule: EditionDocument['eligibilityRules'][number]): rule is EligibilityRule {
  return (rule.kind as string) !== '' && Object.values(rule.parameters ?? {}).every((value) => value !== null && value !== '')
}

async function effects(
  { db, viewer, draft, language }: PastAsked,
  of: 'condition' | 'rule',
  make: (earlier: EditionFile) => readonly (PastCondition | null)[],
): Promise<readonly (string | null)[]> {
  const earlier = await earlierEdition(db, viewer, draft)
  const made = earlier === null ? [] : make(earlier.content)
  const questions = [...new Set(made.flatMap((one) => one?.questions ?? []))]
  if (earlier === null || questions.length === 0) return []
  const sent = await pastAnswers(db, viewer.organisation, earlier.id, questions)
  if (sent === null) return []
  return made.map((one) => {
    const effect = one === null ? null : effectOf(sent.filter((answers) => one.holds(answers)).length, sent.length)
    return effect === null ? null : sentence(of, effect, earlier.year, language)
  })
}

function sentence(of: 'condition' | 'rule', effect: PastEffect, year: number, language: Language): string {
  const { is, ...figures } = effect
  return words(language).any(`past.${of}-${is}`, { ...figures, year: String(year) })
}
