/** What is known of a person when they begin another application, and which questions may begin with it. */
import type { Question, QuestionKind } from './form.ts'

/** Answers that say who somebody is. What people wrote of a project, of others, of money, or agreed to, is asked anew. */
const KINDS: ReadonlySet<QuestionKind> = new Set(['line', 'choice', 'date', 'phone', 'email', 'cin', 'ice', 'region', 'province', 'applicant-kind'])
/** Kinds that are about the holder wherever they stand. */
const ALWAYS: ReadonlySet<QuestionKind> = new Set(['region', 'province', 'applicant-kind'])
/** Codes that are about the holder in every form. */
const CODES: ReadonlySet<string> = new Set(['holder_name_ar', 'holder_name_latin', 'birth_date', 'gender', 'town', 'structure_name'])

export function isAboutHolder({ code, kind, identity, restricted }: Question): boolean {
  return KINDS.has(kind) && (identity === true || restricted === true || ALWAYS.has(kind) || CODES.has(code))
}

/** What is asked of the holder but concerns the project, and so the whole team that writes it. */
const SHARED: ReadonlySet<string> = new Set(['town', 'structure_name'])

/** Of what is about the holder, who they are and how they are reached: names, birth, sex, telephone, e-mail, identity card. */
export function isWhoTheHolderIs(question: Question): boolean {
  return isAboutHolder(question) && !ALWAYS.has(question.kind) && question.kind !== 'ice' && !SHARED.has(question.code)
}

/** Whether what is known is worth an offer: an address alone, which everybody signs in with, is not. */
export function isWorthOffering(questions: readonly Question[]): boolean {
  return questions.some(({ kind }) => kind !== 'email')
}
