/** One question as a field, by its kind. What was typed comes back as it was typed. */
import type { Child, Html } from '#html'
import {
  CheckField,
  ChoiceField,
  type ChoiceOption,
  ConsentField,
  DateField,
  Hidden,
  SelectField,
  TextArea,
  TextField,
} from '../../../design/form/controls.tsx'
import type { FormErrors } from '../../../design/form/field.tsx'
import { words as designWords } from '../../../design/words/index.ts'
import { type Answer, type Answers, codesIn, isUndecided, type Question } from '../../../domain/form.ts'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { PROVINCES, provincesOf, REGIONS } from '../../../domain/territory.ts'
import { currencyName } from '../../../platform/words/format.ts'
import { dateBoxes } from '../tidy-answer.ts'
import type { EditionLists } from '../views.ts'
import { words } from '../words/index.ts'
import type { LinkedFile } from '../../files/index.ts'
import { FileQuestion } from './file-question.tsx'
import { ceilingsText, strandOptions } from '../strand.ts'
import { TableQuestion } from './table-question.tsx'

export interface QuestionProps {
  readonly question: Question
  /** As typed. */
  readonly answer: Answer | undefined
  readonly answers: Answers
  readonly lists: EditionLists
  readonly language: Language
  /** Mark of the answer that is kept, which this one is written over. */
  readonly mark: { readonly name: string; readonly value: string }
  readonly error?: string | undefined
  /** Errors of its cells, where it is a table. */
  readonly errors: FormErrors
  /** A doubt about the answer that stands in nobody's way. */
  readonly doubt?: string | undefined
  /** Where files are given and taken back, and those given. */
  readonly filing: { readonly files: readonly LinkedFile[]; readonly base: string; readonly writable: boolean }
}

export function QuestionField(props: QuestionProps): Html {
  return (
    <>
      <Hidden name={props.mark.name} value={props.mark.value} />
      <Control {...props} />
    </>
  )
}

function Control(props: QuestionProps): Html {
  const { question, language, lists } = props
  const text = typeof props.answer === 'string' ? props.answer : ''
  const frame = frameOf(props)
  switch (question.kind) {
    case 'line':
      return <TextField {...frame} value={text} autocomplete={question.autocomplete} />
    case 'text':
      return (
        <TextArea
          {...frame}
          value={text}
          language={language}
          maxWords={question.maxWords}
          rows={(question.maxWords ?? 0) > 80 || question.maxWords === undefined ? 7 : 4}
        />
      )
    case 'integer':
      return <TextField {...frame} value={text} kind="integer" width="s" autocomplete={question.autocomplete} {...unitOf(props)} />
    case 'number':
      return <TextField {...frame} value={text} kind="money" width="s" {...unitOf(props)} />
    case 'money':
      return <TextField {...frame} value={text} kind="money" width="s" unit={currencyName(lists.currency, language)} />
    case 'phone':
      return <TextField {...frame} value={text} kind="tel" width="m" autocomplete={question.autocomplete ?? 'tel'} />
    case 'email':
      return <TextField {...frame} value={text} kind="email" autocomplete={question.autocomplete ?? 'email'} />
    case 'url':
      return <TextField {...frame} value={text} kind="url" autocomplete={question.autocomplete ?? 'url'} />
    case 'cin':
      return <TextField {...frame} value={text} width="s" dir="ltr" autocomplete="off" />
    case 'rib':
    case 'ice':
      return <TextField {...frame} value={text} kind="integer" width="m" autocomplete="off" />
    default:
      return <ChosenControl {...props} />
  }
}

/** Questions that are not typed in a box. */
function ChosenControl(props: QuestionProps): Html {
  const { question, language, lists } = props
  const text = typeof props.answer === 'string' ? props.answer : ''
  const frame = frameOf(props)
  switch (question.kind) {
    case 'date':
      return <DateField {...frame} value={dateBoxes(props.answer)} language={language} birth={question.code === 'birth_date'} />
    case 'consent':
      return <ConsentField {...frame} given={text === 'yes'} />
    case 'choices':
      return <CheckField {...frame} values={codesIn(props.answer)} options={optionsOf(question, lists, language)} />
    case 'region':
    case 'province':
      return (
        <SelectField
          {...frame}
          value={text}
          groups={question.kind === 'region' ? regionGroups(lists, language) : provinceGroups(props)}
          {...(question.kind === 'province' ? { within: 'region' } : {})}
          empty={designWords(language)('form.choose')}
          width="m"
        />
      )
    case 'people':
    case 'budget':
    case 'likert':
      return <TableQuestion {...props} frame={frame} />
    case 'file':
      return <FileQuestion question={question} language={language} frame={frame} {...props.filing} />
    case 'yes-no':
      return <ChoiceField {...frame} value={text} options={optionsOf(question, lists, language)} look="2" />
    default:
      return <ChoiceField {...frame} value={text} options={optionsOf(question, lists, language)} />
  }
}

/** Name, label, hint, error and note: what every field has. Optional ones say so; required ones need no mark. */
function frameOf({ question, answers, language, lists, error, doubt }: QuestionProps) {
  const label = inLanguage(question.label, language).text
  const optional = question.required || question.kind === 'consent' ? '' : ` (${designWords(language)('form.optional')})`
  const hint = [
    isUndecided(question, answers) ? forWhom(question, lists, language) : '',
    question.hint === undefined ? '' : inLanguage(question.hint, language).text,
    boundsHint(question, language),
    question.withinStrand === true ? ceilingsText(lists, language) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
  const note: Child = doubt === undefined ? undefined : <p class="hint">{doubt}</p>
  return { name: question.code, label: `${label}${optional}`, hint: hint === '' ? undefined : hint, error, note }
}

/** Who is asked a question, for those who have not said yet which they are. */
function forWhom(question: Question, lists: EditionLists, language: Language): string {
  const kinds = lists.kinds.filter((kind) => question.only?.includes(kind.code)).map((kind) => inLanguage(kind.name, language).text)
  return words(language)('question.only', { kinds: kinds.join(' / ') })
}

/** What a text may hold, when no counter says it. */
function boundsHint(question: Question, language: Language): string {
  if (question.kind !== 'text' || question.maxWords !== undefined || question.maxLength === undefined) return ''
  return words(language)('question.characters', { max: question.maxLength })
}

function unitOf({ question, language }: QuestionProps): { unit?: string } {
  return question.unit === undefined ? {} : { unit: named(question.unit, language) }
}

const named = (name: Trilingual, language: Language): string => inLanguage(name, language).text

function optionsOf(question: Question, lists: EditionLists, language: Language): ChoiceOption[] {
  const t = designWords(language)
  if (question.kind === 'yes-no')
    return [
      { value: 'yes', name: t('form.yes') },
      { value: 'no', name: t('form.no') },
    ]
  if (question.kind === 'sector') return lists.sectors.map((sector) => ({ value: sector.code, name: named(sector.name, language) }))
  if (question.kind === 'applicant-kind') return lists.kinds.map((kind) => ({ value: kind.code, name: named(kind.name, language) }))
  if (question.kind === 'strand') return strandOptions(lists, language)
  return (question.options ?? []).map((option) => ({
    value: option.code,
    name: named(option.name, language),
    hint: option.hint === undefined ? undefined : named(option.hint, language),
  }))
}

/** The regions of the edition first; then the others, where one may live and will be told so. */
function regionGroups(lists: EditionLists, language: Language) {
  const t = words(language)
  const served = new Set(lists.regions.map((region) => region.iso))
  const others = REGIONS.filter((region) => !served.has(region.iso))
  return [
    { name: t('question.regions-served'), options: lists.regions.map((region) => ({ value: region.code, name: named(region.name, language) })) },
    { name: t('question.regions-other'), options: others.map((region) => ({ value: region.iso, name: named(region.name, language) })) },
  ]
}

/** Provinces under their regions: the chosen region first, then those of the edition, then the rest. */
function provinceGroups({ lists, answers, language }: QuestionProps) {
  const chosen = lists.regions.find((region) => region.code === answers.region)?.iso ?? answers.region
  const served = lists.regions.map((region) => region.iso)
  const rank = (iso: string): number => (iso === chosen ? 0 : served.includes(iso) ? 1 : 2)
  const regions = [...REGIONS]
    .filter((region) => PROVINCES.some((province) => province.region === region.iso))
    .sort((one, other) => rank(one.iso) - rank(other.iso))
  return regions.map((region) => ({
    name: named(region.name, language),
    of: lists.regions.find(({ iso }) => iso === region.iso)?.code ?? region.iso,
    options: provincesOf(region.iso).map((province) => ({ value: province.iso, name: named(province.name, language) })),
  }))
}
