/** Fields of the rules: who may apply, and what the selection must keep. Which settings a rule has follows from its kind. */
import type { EligibilityRuleKind, SelectionAttribute } from '../../../domain/edition.ts'
import { inLanguage, type Trilingual } from '../../../domain/language.ts'
import type { FieldOption, FieldSpec } from './field.ts'
import type { Around } from './parts.ts'
import { words } from './words/index.ts'

export const RULE_KINDS: readonly EligibilityRuleKind[] = [
  'age',
  'region',
  'applicant-kind',
  'sector',
  'declared',
  'past-beneficiary',
  'complete',
  'duplicate',
]
export const SELECTION_ATTRIBUTES: readonly SelectionAttribute[] = ['region', 'gender', 'applicant-kind', 'sector', 'strand']

export function eligibilityFields(around: Around, item: unknown): readonly FieldSpec[] {
  const t = words(around.language)
  const kinds = RULE_KINDS.map((value): FieldOption => ({ value, name: t(`rule-kind.${value}`) }))
  const { kind, parameters } = item as { kind?: EligibilityRuleKind; parameters?: { question?: string } }
  return [
    { at: ['kind'], label: 'rule.kind', kind: 'one', options: kinds, closed: true, look: 'select' },
    ...settingsOf(kind, parameters?.question ?? '', around),
    { at: ['name'], label: 'rule.name', kind: 'trilingual', max: 200 },
    { at: ['reason'], label: 'rule.reason', kind: 'trilingual', max: 600, long: true },
    { at: ['code'], label: 'code', kind: 'line', max: 40, form: 'code' },
  ]
}

function settingsOf(kind: EligibilityRuleKind | undefined, question: string, around: Around): readonly FieldSpec[] {
  const t = words(around.language)
  switch (kind) {
    case 'age':
      return (['min', 'max'] as const).map((bound) => ({
        at: ['parameters', bound],
        label: `rule.age-${bound}`,
        kind: 'integer',
        min: 0,
        max: 120,
        unit: t('unit.years'),
      }))
    case 'declared':
      return [
        {
          at: ['parameters', 'question'],
          label: 'rule.question',
          kind: 'one',
          options: questionsOf(around, ['yes-no', 'choice', 'strand']),
          look: 'select',
        },
        { at: ['parameters', 'not'], label: 'rule.not', kind: 'one', options: answersTo(question, around), look: 'select' },
      ]
    case 'past-beneficiary':
      return [{ at: ['parameters', 'question'], label: 'rule.question', kind: 'one', options: questionsOf(around, ['yes-no']), look: 'select' }]
    case 'complete':
      return [{ at: ['parameters', 'questions'], label: 'rule.questions', kind: 'several', options: questionsOf(around) }]
    default:
      return []
  }
}

/** Questions of the form, of some kinds or of all. */
function questionsOf({ document, language }: Around, kinds?: readonly string[]): readonly FieldOption[] {
  return document.form.sections
    .flatMap((section) => section.questions)
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map(({ code, label }) => ({ value: code, name: named(label, code, language) }))
}

function answersTo(code: string, { document, language }: Around): readonly FieldOption[] {
  const question = document.form.sections.flatMap((section) => section.questions).find((one) => one.code === code)
  if (question === undefined) return []
  if (question.kind === 'yes-no') return (['yes', 'no'] as const).map((value) => ({ value, name: words(language)(`answer.${value}`) }))
  if (question.kind === 'strand')
    return (document.strands ?? []).map((strand) => ({ value: strand.code, name: named(strand.name, strand.code, language) }))
  return (question.options ?? []).map((option) => ({ value: option.code, name: named(option.name, option.code, language) }))
}

export function selectionFields(around: Around, item: unknown): readonly FieldSpec[] {
  const t = words(around.language)
  const attributes = SELECTION_ATTRIBUTES.map((value): FieldOption => ({ value, name: t(`attribute.${value}`) }))
  const { attribute } = item as { attribute?: SelectionAttribute }
  return [
    { at: ['attribute'], label: 'quota.attribute', kind: 'one', options: attributes, closed: true, look: 'select' },
    { at: ['value'], label: 'quota.value', kind: 'one', options: valuesOf(attribute, around), nullable: true, optional: true, look: 'select' },
    { at: ['minimum'], label: 'quota.minimum', kind: 'integer', min: 0, max: 10_000, optional: true },
    { at: ['maximum'], label: 'quota.maximum', kind: 'integer', min: 0, max: 10_000, optional: true },
    { at: ['name'], label: 'rule.name', kind: 'trilingual', max: 200 },
    { at: ['code'], label: 'code', kind: 'line', max: 40, form: 'code' },
  ]
}

/** The values a quota may be on, by the name the edition gives them. */
export function valuesOf(attribute: SelectionAttribute | undefined, { document, language }: Around): readonly FieldOption[] {
  const t = words(language)
  if (attribute === 'gender') return (['woman', 'man'] as const).map((value) => ({ value, name: t(`gender.${value}`) }))
  const lists = {
    region: document.regions,
    sector: document.sectors,
    'applicant-kind': document.applicantKinds,
    strand: document.strands ?? [],
  } as const
  return attribute === undefined || !(attribute in lists)
    ? []
    : lists[attribute].map(({ code, name }) => ({ value: code, name: named(name, code, language) }))
}

function named(text: Trilingual, code: string, language: Around['language']): string {
  return inLanguage(text, language).text || code
}
