/** The quick check before the form: which questions the rules of an edition ask, and what a visitor answered. Nothing of it is kept. */
import { words as formWords } from '../../design/words/index.ts'
import {
  type EligibilityContext,
  checkEligibility,
  factsOfAnswers,
  overall,
  quickRules,
  type RuleCheck,
  type Verdict,
} from '../../domain/eligibility.ts'
import { ageDay } from '../../domain/call.ts'
import type { EligibilityRule } from '../../domain/edition.ts'
import type { Question } from '../../domain/form.ts'
import { inLanguage, type Language } from '../../domain/language.ts'
import { REGIONS } from '../../domain/territory.ts'
import { readDate } from '../../platform/input/date.ts'
import type { PublicEdition } from '../programme/index.ts'
import { words } from './words/index.ts'

type Content = PublicEdition['content']

export interface QuickOption {
  readonly value: string
  readonly name: string
  readonly hint?: string
}

/** A question of the check; its name is the code of the question of the form that asks the same. */
export interface QuickQuestion {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'date' | 'select' | 'options'
  readonly groups: readonly { readonly name?: string; readonly options: readonly QuickOption[] }[]
}

export interface QuickFault {
  readonly field: string
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

export interface QuickAnswers {
  /** As typed, to be shown again: dates by `name.day`, `name.month`, `name.year`. */
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly QuickFault[]
  /** Null until every question is rightly answered. */
  readonly checks: readonly RuleCheck[] | null
  readonly verdict: Verdict | null
}

/** The questions that the rules of the edition ask of a visitor, in the order of the rules, each once. */
export function quickQuestions(content: Content, language: Language): QuickQuestion[] {
  const questions = quickRules(content.eligibilityRules).flatMap((rule) => questionOf(rule, content, language) ?? [])
  return [...new Map(questions.map((question) => [question.name, question])).values()]
}

function questionOf(rule: EligibilityRule, content: Content, language: Language): QuickQuestion | null {
  switch (rule.kind) {
    case 'age':
      return asked('birth_date', 'date', [], content, language)
    case 'region':
      return asked('region', 'select', regionGroups(content, language), content, language)
    case 'applicant-kind':
      return asked('applicant_kind', 'options', [{ options: named(content.applicantKinds, language) }], content, language)
    case 'sector':
      return asked('sector', 'select', [{ options: named(content.sectors, language) }], content, language)
    case 'declared':
    case 'past-beneficiary':
      return asked(rule.parameters.question, 'options', null, content, language)
    default:
      return null
  }
}

/** A question with the label, hint and (unless given) options of the form's own; null when the form does not ask it. */
function asked(
  code: string,
  kind: QuickQuestion['kind'],
  groups: QuickQuestion['groups'] | null,
  content: Content,
  language: Language,
): QuickQuestion | null {
  const question = content.form.sections.flatMap((section) => section.questions).find((one) => one.code === code)
  if (question === undefined) return null
  const hint = question.hint === undefined ? {} : { hint: inLanguage(question.hint, language).text }
  return {
    name: code,
    kind,
    label: inLanguage(question.label, language).text,
    ...hint,
    groups: groups ?? [{ options: optionsOf(question, language) }],
  }
}

function optionsOf(question: Question, language: Language): QuickOption[] {
  const t = formWords(language)
  if (question.kind === 'yes-no')
    return [
      { value: 'yes', name: t('form.yes') },
      { value: 'no', name: t('form.no') },
    ]
  return (question.options ?? []).map(({ code, name, hint }) => ({
    value: code,
    name: inLanguage(name, language).text,
    ...(hint === undefined ? {} : { hint: inLanguage(hint, language).text }),
  }))
}

function named(list: readonly { readonly code: string; readonly name: Content['sectors'][number]['name'] }[], language: Language): QuickOption[] {
  return list.map(({ code, name }) => ({ value: code, name: inLanguage(name, language).text }))
}

/** All regions of the country can be chosen, so that those outside are told why. */
function regionGroups({ regions }: Content, language: Language): QuickQuestion['groups'] {
  const t = words(language)
  const served = new Set(regions.map((region) => region.iso))
  const others = REGIONS.filter((region) => !served.has(region.iso))
  return [
    { name: t('check.served'), options: regions.map(({ iso, name }) => ({ value: iso, name: inLanguage(name, language).text })) },
    { name: t('check.elsewhere'), options: others.map(({ iso, name }) => ({ value: iso, name: name[language] })) },
  ]
}

/** Reads what was typed; null when nothing was asked. */
export function readQuickCheck(questions: readonly QuickQuestion[], content: Content, query: URLSearchParams, today: string): QuickAnswers | null {
  const fields = questions.flatMap(({ name, kind }) => (kind === 'date' ? [`${name}.day`, `${name}.month`, `${name}.year`] : [name]))
  if (!fields.some((field) => query.has(field))) return null
  const typed = Object.fromEntries(fields.map((field) => [field, (query.get(field) ?? '').slice(0, 60)]))
  const readings = questions.map((question) => ({ question, reading: notToCome(question, readOne(question, typed), today) }))
  const faults = readings.flatMap(({ question, reading }) =>
    reading.ok ? [] : [{ field: question.name, code: reading.code, details: reading.details }],
  )
  if (faults.length > 0) return { typed, faults, checks: null, verdict: null }
  const answers = Object.fromEntries(readings.map(({ question, reading }) => [question.name, reading.ok ? reading.value : '']))
  const checks = checkEligibility(quickRules(content.eligibilityRules), factsOfAnswers(answers), contextOf(content, today))
  return { typed, faults, checks, verdict: overall(checks) }
}

type OneReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: string; readonly details: QuickFault['details'] }

function readOne({ name, kind, groups }: QuickQuestion, typed: Readonly<Record<string, string>>): OneReading {
  if (kind === 'date') return readDate({ day: typed[`${name}.day`] ?? '', month: typed[`${name}.month`] ?? '', year: typed[`${name}.year`] ?? '' })
  const value = typed[name] ?? ''
  if (value === '') return { ok: false, code: 'required', details: {} }
  const known = groups.some((group) => group.options.some((option) => option.value === value))
  return known ? { ok: true, value } : { ok: false, code: 'choice', details: {} }
}

/** Nobody who asks is born tomorrow. */
function notToCome({ name }: QuickQuestion, reading: OneReading, today: string): OneReading {
  return name === 'birth_date' && reading.ok && reading.value > today ? { ok: false, code: 'birth-to-come', details: {} } : reading
}

/** What the rules of an edition are held against by somebody who would send an application today. */
export function contextOf(content: Pick<Content, 'call' | 'regions' | 'applicantKinds' | 'sectors'>, today: string): EligibilityContext {
  return { ageOn: ageDay(content.call, today), regions: content.regions, applicantKinds: content.applicantKinds, sectors: content.sectors }
}
