/**
 * Eligibility: each rule of an edition against what is known of an applicant. The same rules serve the quick check
 * before the form, where little is known, and the check of what was submitted. Nothing here decides: a person does.
 */
import { ageOn, isDate } from './date.ts'
import type { EligibilityRule, EligibilityRuleKind } from './edition.ts'
import { type Answer, type Answers, isAnswered } from './form.ts'

export const VERDICTS = ['met', 'not-met', 'unclear'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What was found, worded as `check.<code>`; the details are what its sentence prints. */
export type CheckCode =
  | `age/${'within' | 'under' | 'over' | 'unknown'}`
  | `region/${'served' | 'outside' | 'unknown'}`
  | `applicant-kind/${'open' | 'closed' | 'unknown'}`
  | `sector/${'open' | 'closed' | 'unknown'}`
  | `past-beneficiary/${'first-time' | 'supported' | 'unknown'}`
  | `declared/${'allowed' | 'excluded' | 'unknown'}`
  | `complete/${'whole' | 'lacking'}`
  | `duplicate/${'none' | 'suspected' | 'unknown'}`

export interface RuleCheck {
  /** Code of the rule. */
  readonly rule: string
  readonly kind: EligibilityRuleKind
  readonly verdict: Verdict
  readonly code: CheckCode
  readonly details: Readonly<Record<string, string | number | readonly string[]>>
}

/** What is known of an applicant; whatever is left out makes its rules unclear, never unmet. */
export interface EligibilityFacts {
  /** 'YYYY-MM-DD'. */
  readonly birthDate?: string
  /** ISO code of the region, or its code in the edition. */
  readonly region?: string
  readonly applicantKind?: string
  readonly sector?: string
  /** Answers to the questions that rules name. */
  readonly answers?: Answers
  /** Known from the programme's own records. */
  readonly pastBeneficiary?: boolean
  /** Numbers of other applications that may be the same person or project; empty when they were looked for and there is none. */
  readonly likeness?: readonly string[]
}

/** What the rules are held against. */
export interface EligibilityContext {
  /** Day on which ages are counted. */
  readonly ageOn: string
  readonly regions: readonly { readonly code: string; readonly iso: string }[]
  readonly applicantKinds: readonly { readonly code: string }[]
  readonly sectors: readonly { readonly code: string }[]
}

type Found = Omit<RuleCheck, 'rule' | 'kind'>

/** Every rule, in its order. */
export function checkEligibility(rules: readonly EligibilityRule[], facts: EligibilityFacts, context: EligibilityContext): RuleCheck[] {
  return rules.map((rule) => ({ rule: rule.code, kind: rule.kind, ...find(rule, facts, context) }))
}

/** not-met when one rule is, else unclear when one is, else met. */
export function overall(checks: readonly RuleCheck[]): Verdict {
  if (checks.some((check) => check.verdict === 'not-met')) return 'not-met'
  return checks.some((check) => check.verdict === 'unclear') ? 'unclear' : 'met'
}

function find(rule: EligibilityRule, facts: EligibilityFacts, context: EligibilityContext): Found {
  switch (rule.kind) {
    case 'age':
      return findAge(rule.parameters, facts.birthDate, context.ageOn)
    case 'region':
      return findRegion(facts.region, context.regions)
    case 'applicant-kind':
      return findAmong('applicant-kind', facts.applicantKind, context.applicantKinds)
    case 'sector':
      return findAmong('sector', facts.sector, context.sectors)
    case 'declared':
      return findDeclared(rule.parameters, textOf(facts.answers, rule.parameters.question))
    case 'past-beneficiary':
      return findPast(facts.pastBeneficiary, textOf(facts.answers, rule.parameters.question))
    case 'complete':
      return findComplete(rule.parameters.questions, facts.answers ?? {})
    case 'duplicate':
      return findDuplicate(facts.likeness)
  }
}

function findAge({ min, max }: { min: number; max: number }, birthDate: string | undefined, on: string): Found {
  if (birthDate === undefined || !isDate(birthDate)) return { verdict: 'unclear', code: 'age/unknown', details: { min, max, on } }
  const age = ageOn(birthDate, on)
  if (age < min) return { verdict: 'not-met', code: 'age/under', details: { age: Math.max(age, 0), min, max, on } }
  if (age > max) return { verdict: 'not-met', code: 'age/over', details: { age, min, max, on } }
  return { verdict: 'met', code: 'age/within', details: { age, min, max, on } }
}

function findRegion(region: string | undefined, served: EligibilityContext['regions']): Found {
  if (region === undefined || region === '') return { verdict: 'unclear', code: 'region/unknown', details: {} }
  const home = served.find((one) => one.iso === region || one.code === region)
  return home === undefined
    ? { verdict: 'not-met', code: 'region/outside', details: { region } }
    : { verdict: 'met', code: 'region/served', details: { region: home.iso } }
}

function findAmong(kind: 'applicant-kind' | 'sector', value: string | undefined, open: readonly { readonly code: string }[]): Found {
  if (value === undefined || value === '') return { verdict: 'unclear', code: `${kind}/unknown`, details: {} }
  const found = open.some((one) => one.code === value)
  return { verdict: found ? 'met' : 'not-met', code: `${kind}/${found ? 'open' : 'closed'}`, details: { value } }
}

function findDeclared({ question, not }: { question: string; not: string }, answer: string): Found {
  if (answer === '') return { verdict: 'unclear', code: 'declared/unknown', details: { question } }
  return answer === not
    ? { verdict: 'not-met', code: 'declared/excluded', details: { question } }
    : { verdict: 'met', code: 'declared/allowed', details: { question } }
}

/** The programme's own records count before what is declared. */
function findPast(known: boolean | undefined, declared: string): Found {
  if (known === true || declared === 'yes') return { verdict: 'not-met', code: 'past-beneficiary/supported', details: {} }
  if (known === undefined && declared === '') return { verdict: 'unclear', code: 'past-beneficiary/unknown', details: {} }
  return { verdict: 'met', code: 'past-beneficiary/first-time', details: {} }
}

function findComplete(questions: readonly string[], answers: Answers): Found {
  const missing = questions.filter((question) => !isAnswered(answers[question]))
  if (missing.length === 0) return { verdict: 'met', code: 'complete/whole', details: {} }
  return { verdict: 'not-met', code: 'complete/lacking', details: { questions: missing, count: missing.length } }
}

/** A likeness is a question, not a verdict: two people may bear one name. */
function findDuplicate(likeness: readonly string[] | undefined): Found {
  if (likeness === undefined) return { verdict: 'unclear', code: 'duplicate/unknown', details: {} }
  if (likeness.length === 0) return { verdict: 'met', code: 'duplicate/none', details: {} }
  return { verdict: 'unclear', code: 'duplicate/suspected', details: { applications: likeness, count: likeness.length } }
}

function textOf(answers: Answers | undefined, question: string): string {
  const answer: Answer | undefined = answers?.[question]
  return typeof answer === 'string' ? answer : ''
}

/** The facts that the answers of a form hold. */
export function factsOfAnswers(answers: Answers): EligibilityFacts {
  const fact = <Name extends string>(name: Name, question: string): { [Key in Name]?: string } => {
    const text = textOf(answers, question)
    return (text === '' ? {} : { [name]: text }) as { [Key in Name]?: string }
  }
  return {
    ...fact('birthDate', 'birth_date'),
    ...fact('region', 'region'),
    ...fact('applicantKind', 'applicant_kind'),
    ...fact('sector', 'sector'),
    answers,
  }
}

/** The rules that can be asked before the form: those an applicant answers in a minute, without a file. */
export function quickRules(rules: readonly EligibilityRule[]): EligibilityRule[] {
  return rules.filter((rule) => rule.kind !== 'complete' && rule.kind !== 'duplicate')
}

/** The question whose answer decides a rule; null where there is not one alone. */
export function questionOfRule(rule: EligibilityRule): string | null {
  switch (rule.kind) {
    case 'age':
      return 'birth_date'
    case 'region':
      return 'region'
    case 'applicant-kind':
      return 'applicant_kind'
    case 'sector':
      return 'sector'
    case 'declared':
    case 'past-beneficiary':
      return rule.parameters.question
    default:
      return null
  }
}

/** Questions that tell who somebody is: what a doubt about duplicates rests on. */
const WHO = ['holder_name_ar', 'holder_name_latin', 'birth_date', 'phone', 'email', 'cin'] as const

/** The questions whose answers a rule looks at: when one of them is corrected, what was found before no longer holds. */
export function questionsOfRule(rule: EligibilityRule): readonly string[] {
  if (rule.kind === 'complete') return rule.parameters.questions
  if (rule.kind === 'duplicate') return WHO
  const question = questionOfRule(rule)
  const named = question === null ? [] : [question]
  return rule.kind === 'past-beneficiary' ? [...named, 'birth_date'] : named
}
