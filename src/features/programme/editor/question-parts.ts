/** Fields of a question and of a section of the form, by what they are. A setting left empty is not kept in the form at all. */
import { FILE_FAMILIES, PEOPLE_COLUMNS, type Question, QUESTION_KINDS, type QuestionKind, type Section } from '../../../domain/form.ts'
import { inLanguage } from '../../../domain/language.ts'
import type { FieldOption, FieldSpec } from './field.ts'
import type { Around, Block, List } from './parts.ts'
import { words } from './words/index.ts'

/** What the editor asks of a question: each list and group is there, empty or not. */
export type WrittenQuestion = Readonly<Record<string, unknown>>

const MEGABYTE = 1_000_000
const AUTOCOMPLETE = ['name', 'email', 'tel', 'bday', 'organization', 'street-address', 'address-level2', 'postal-code', 'url']

const text = (label: string, at: readonly string[], max: number, rest: { long?: boolean; optional?: boolean } = {}): FieldSpec => ({
  at,
  label,
  kind: 'trilingual',
  max,
  ...rest,
})
const whole = (name: string, min: number, max: number, unit?: string): FieldSpec => ({
  at: [name],
  label: `question.${name}`,
  kind: 'integer',
  min,
  max,
  optional: true,
  ...(unit === undefined ? {} : { unit }),
})

const WITHIN_STRAND: FieldSpec = { at: ['withinStrand'], label: 'question.withinStrand', kind: 'flag' }

/** Fields that every question has, then those of its kind. */
export function questionFields(around: Around, kind: QuestionKind): readonly FieldSpec[] {
  const t = words(around.language)
  const kinds = QUESTION_KINDS.map((value): FieldOption => ({ value, name: t(`kind.${value}`) }))
  const sections = around.document.form.sections.map(
    ({ code, title }): FieldOption => ({ value: code, name: inLanguage(title, around.language).text || code }),
  )
  return [
    { at: ['kind'], label: 'question.kind', kind: 'one', options: kinds, look: 'select' },
    { at: ['section'], label: 'question.section', kind: 'one', options: sections, look: 'select' },
    { at: ['code'], label: 'question.code', kind: 'line', max: 40, form: 'code' },
    ...settingFields(around, kind),
    { at: ['required'], label: 'question.required', kind: 'flag' },
    { at: ['identity'], label: 'question.identity', kind: 'flag' },
    { at: ['restricted'], label: 'question.restricted', kind: 'flag' },
    { at: ['only'], label: 'question.only', kind: 'several', options: applicantKinds(around) },
  ]
}

/** The question and its help, side by side in the three languages. */
export function questionTexts(): readonly FieldSpec[] {
  return [text('question.label', ['label'], 300), text('question.hint', ['hint'], 800, { long: true, optional: true })]
}

function applicantKinds({ document, language }: Around): readonly FieldOption[] {
  return document.applicantKinds.map(({ code, name }) => ({ value: code, name: inLanguage(name, language).text || code }))
}

function settingFields({ language, document }: Around, kind: QuestionKind): readonly FieldSpec[] {
  const t = words(language)
  const completion: FieldSpec = {
    at: ['autocomplete'],
    label: 'question.autocomplete',
    kind: 'one',
    options: AUTOCOMPLETE.map((value) => ({ value, name: t.any(`autocomplete.${value}`) })),
    optional: true,
    look: 'select',
  }
  const bounds = (unit?: string): FieldSpec[] => [whole('min', 0, 1_000_000_000, unit), whole('max', 0, 1_000_000_000, unit)]
  switch (kind) {
    case 'line':
      return [whole('maxLength', 1, 20_000), completion]
    case 'text':
      return [whole('maxWords', 1, 5000), whole('minWords', 0, 5000), whole('maxLength', 1, 20_000)]
    case 'integer':
    case 'choices':
      return bounds()
    case 'number':
      return [...bounds(), whole('decimals', 0, 6)]
    case 'money':
      return [...bounds(document.edition.currency || undefined), WITHIN_STRAND]
    case 'phone':
    case 'email':
    case 'url':
      return [completion]
    case 'people':
      return peopleFields(language)
    case 'budget':
      return [whole('maxRows', 1, 60), WITHIN_STRAND]
    case 'file':
      return fileFields(language)
    default:
      return []
  }
}

function peopleFields(language: Around['language']): readonly FieldSpec[] {
  const t = words(language)
  return [
    whole('minRows', 0, 60),
    whole('maxRows', 1, 60),
    {
      at: ['columns'],
      label: 'question.columns',
      kind: 'several',
      closed: true,
      options: PEOPLE_COLUMNS.map((value) => ({ value, name: t(`column.${value}`) })),
    },
    { at: ['ages', 'min'], label: 'question.ages-min', kind: 'integer', min: 0, max: 120, unit: t('unit.years'), optional: true },
    { at: ['ages', 'max'], label: 'question.ages-max', kind: 'integer', min: 0, max: 120, unit: t('unit.years'), optional: true },
  ]
}

function fileFields(language: Around['language']): readonly FieldSpec[] {
  const t = words(language)
  return [
    {
      at: ['accept'],
      label: 'question.accept',
      kind: 'several',
      closed: true,
      options: FILE_FAMILIES.map((value) => ({ value, name: t(`family.${value}`) })),
    },
    whole('maxFiles', 1, 20),
    { at: ['megabytes'], label: 'question.megabytes', kind: 'decimal', places: 3, unit: t('unit.megabytes'), optional: true },
    whole('maxSeconds', 1, 36_000, t('unit.seconds')),
  ]
}

const optionFields = (): readonly FieldSpec[] => [
  { at: ['name'], label: 'name', kind: 'trilingual', max: 200 },
  { at: ['code'], label: 'code', kind: 'line', max: 40, form: 'code' },
  text('option.hint', ['hint'], 400, { optional: true }),
]

const unitFields = (): readonly FieldSpec[] => [text('question.unit', ['unit'], 40, { optional: true })]

/** What stands at ['question'] of the editor's document for a question of this kind: one after another, as on the page. */
export function questionBlocks(kind: QuestionKind): readonly (Block | List)[] {
  const list = (name: string, most: number, fields = optionFields): List => ({
    kind: 'list',
    at: ['question', name],
    name,
    most,
    fields,
    title: name === 'checks' ? ['message'] : ['name'],
  })
  const block = (name: string, fields: Block['fields']): Block => ({ kind: 'block', at: ['question'], name, fields })
  const lists: readonly List[] = [
    ...(kind === 'likert' ? [list('statements', 40)] : []),
    ...(['choice', 'choices', 'likert'].includes(kind) ? [list('options', 100)] : []),
    ...(kind === 'budget' ? [list('categories', 40), list('sources', 20)] : []),
  ]
  return [
    block('texts', questionTexts),
    block('settings', (around) => questionFields(around, kind)),
    ...(kind === 'integer' || kind === 'number' ? [block('unit', unitFields)] : []),
    ...lists,
    list('checks', 10, () => [{ at: ['holds'], label: 'check.holds', kind: 'line', max: 2000 }, text('check.message', ['message'], 400)]),
  ]
}

/** A section, its texts and its place; its questions are written one by one. */
export function sectionBlocks(): readonly Block[] {
  return [
    {
      kind: 'block',
      at: ['section'],
      name: 'section',
      fields: ({ document, language }) => [
        text('section.title', ['title'], 200),
        text('section.intro', ['intro'], 800, { long: true, optional: true }),
        {
          at: ['group'],
          label: 'section.group',
          kind: 'one',
          options: document.form.groups.map(({ code, title }) => ({ value: code, name: inLanguage(title, language).text || code })),
          look: 'select',
        },
        { at: ['code'], label: 'section.code', kind: 'line', max: 40, form: 'code' },
      ],
    },
  ]
}

const EMPTY = { ar: '', fr: '', en: '' }

/** A question as its editor holds it. */
export function written(question: Question, section: string): WrittenQuestion {
  const { maxBytes, ages, ...rest } = question
  return {
    hint: EMPTY,
    unit: EMPTY,
    only: [],
    options: [],
    statements: [],
    categories: [],
    sources: [],
    columns: [],
    accept: [],
    checks: [],
    identity: false,
    restricted: false,
    withinStrand: false,
    when: '',
    autocomplete: '',
    ...rest,
    section,
    ages: { min: ages?.min ?? null, max: ages?.max ?? null },
    megabytes: maxBytes === undefined ? '' : String(maxBytes / MEGABYTE),
  }
}

/** The keys of a question, in the order in which a file keeps them. */
const LISTS = ['options', 'statements', 'categories', 'sources', 'columns', 'accept', 'only', 'checks'] as const

/** What of a written question its kind knows; empty settings are left out. */
export function tidied(question: WrittenQuestion, known: readonly (Block | List)[], around: Around): Question {
  const { section: _section, megabytes, ages, ...rest } = question as WrittenQuestion & { ages: { min: number | null; max: number | null } }
  const allowed = new Set([
    ...known.flatMap((block) => (block.kind === 'list' ? [String(block.at[1])] : block.fields(around).map((spec) => String(spec.at[0])))),
    'when',
  ])
  const kept = Object.entries(rest).filter(([key, value]) => (allowed.has(key) || key === 'required') && !isEmptySetting(key, value))
  const bytes =
    allowed.has('megabytes') && typeof megabytes === 'string' && megabytes !== ''
      ? { maxBytes: Math.min(Number.MAX_SAFE_INTEGER, Math.round(Number(megabytes) * MEGABYTE)) }
      : {}
  const ageRange = allowed.has('ages') && ages.min !== null && ages.max !== null ? { ages } : {}
  const lists = Object.fromEntries(kept.filter(([key]) => LISTS.some((one) => one === key)).map(([key, value]) => [key, tidiedList(value)]))
  return { ...Object.fromEntries(kept), ...lists, ...bytes, ...ageRange } as unknown as Question
}

function isEmptySetting(key: string, value: unknown): boolean {
  if (key === 'required' || key === 'label' || key === 'code' || key === 'kind') return false
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0) || isEmptyText(value)
}

function isEmptyText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((one) => one === '')
}

/** Options without a hint have none. */
function tidiedList(value: unknown): unknown {
  return (value as readonly unknown[]).map((item) =>
    typeof item === 'object' && item !== null && 'hint' in item && isEmptyText(item.hint)
      ? withoutHint(item as Readonly<Record<string, unknown>>)
      : item,
  )
}

function withoutHint({ hint: _hint, ...rest }: Readonly<Record<string, unknown>>): unknown {
  return rest
}

/** The same for a section: its own keys, without its questions. */
export function tidiedSection(section: Readonly<Record<string, unknown>>): Omit<Section, 'questions'> {
  const kept = Object.entries(section).filter(
    ([key, value]) => key === 'title' || key === 'code' || key === 'group' || !(value === '' || isEmptyText(value)),
  )
  return Object.fromEntries(kept) as unknown as Omit<Section, 'questions'>
}
